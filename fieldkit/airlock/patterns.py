"""Finds numbers that identify: phones, ids, plates, accounts, dates, times, exact counts (`W-6`).

Checks of a number only say what it is, never that it is harmless: an id with a wrong check digit is an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from fieldkit.airlock import clocks, dates, money, numbers
from fieldkit.airlock.folding import Folded, fold, outermost
from fieldkit.airlock.marks import Detector, Kind, Mark
from fieldkit.airlock.word_lists import Expressions, expressions, feasts

_EMAIL_BEFORE = re.compile(r"[^\s@<>\"(),;:\[\]]{1,64}\s?\Z")
_EMAIL_BEHIND = re.compile(r"\s?[a-z0-9-]{1,63}(?:\s?\.\s?[a-z0-9-]{1,63}){1,4}")
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.])[\w.]{2,64}\s?[\[(]\s?at\s?[\])]\s?[\w-]{2,63}(?:\s?(?:\.|[\[(]dot[\])])\s?\w{2,20}){1,3}"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,400}")
_DOMAIN = re.compile(
    r"(?<![a-z0-9@.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,4}"
    r"\.(?:com|org|net|info|nl|eu|in|tr|de|pl|ro|gh|uk|be|fr|ngo|io|app|me|ly|bd|pk|vn|cn|global)(?![a-z0-9-])"
)
_HANDLE = re.compile(r"(?<![\w.@])@[\w.]{2,40}")
_IBAN = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])")
_PLATE = re.compile(
    r"(?<![\w-])(?:[a-z]{2}[ -]?\d{1,2}[ -]?[a-z]{1,3}[ -]?\d{3,4}|\d{2}[ -]?[a-z]{1,3}[ -]?\d{2,4}"
    r"|[a-z]{1,2}[ -]\d{2,4}[ -][a-z]{2,3}"
    r"|(?:[a-z]{2}-\d{3}-[a-z]|[a-z]-\d{3}-[a-z]{2}|\d{1,2}-[a-z]{2,3}-\d{1,2}"
    r"|\d-[a-z]{3}-\d{2}|[a-z]{2}-\d{2}-[a-z]{2}|\d{2}-[a-z]{2}-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d{2}))(?![\w-])"
)
_DECIMAL_PLACE = re.compile(r"(?<![\d.])-?\d{1,3}\.\d{3,12}\s{0,2}[,;/ ]\s{0,2}-?\d{1,3}\.\d{3,12}(?!\d)")
_DEGREES = re.compile(
    r"(?<!\d)\d{1,3}(?:\.\d{1,8})?\s?[°º]\s?(?:\d{1,2}(?:\.\d{1,6})?\s?['′]\s?)?(?:[\d.]{1,8}\s?[\"″]\s?)?[nsew](?![a-z])"
)
_CODE = re.compile(r"(?<![\w-])([a-z]{1,6})-(\d{1,6})(?:-\d{1,6})?[a-z]?(?![\w-])")
_REGIONS = ("NL", "IN", "TR", "GH", "PL", "RO", "BD")
_TRIES = 60
"""How many runs of one text the phone library is asked about; beyond that their shape decides."""


def find(text: str | Folded, /) -> list[Mark]:
    """Return a mark for everything in `text` that identifies by its pattern; each blocks."""
    folded = text if isinstance(text, Folded) else fold(text)
    words = expressions()
    taken = [(day.at, day.to, Kind.DATE) for day in dates.find(folded) if day.certain]
    taken += [(clock.at, clock.to, Kind.TIME) for clock in clocks.find(folded) if clock.certain]
    taken += [(amount.at, amount.to, Kind.MONEY) for amount in money.amounts(folded)]
    taken += [
        *_addresses(folded),
        *_by_shape(folded, words),
        *_labelled(folded, words),
        *_feasts(folded),
    ]
    taken += _runs(folded, taken, words)
    counts = numbers.counts(folded)
    taken += [(count.at, count.to, Kind.SMALL_NUMBER) for count in counts if 0 < count.value < 100]
    return [folded.mark(*folded.span(at, to), kind, Detector.PATTERNS) for at, to, kind in outermost(taken)]


def _addresses(folded: Folded) -> Iterator[tuple[int, int, Kind]]:
    text = folded.text
    for sign in re.finditer("@", text):
        before = _EMAIL_BEFORE.search(text[max(0, sign.start() - 65) : sign.start()])
        behind = _EMAIL_BEHIND.match(text[sign.end() : sign.end() + 260])
        if before and behind:
            yield sign.start() - len(before.group()), sign.end() + behind.end(), Kind.EMAIL
    yield from ((found.start(), found.end(), Kind.EMAIL) for found in _SPOKEN_EMAIL.finditer(text))
    yield from ((found.start(), found.end(), Kind.URL) for found in _URL.finditer(text))
    yield from ((found.start(), found.end(), Kind.URL) for found in _HANDLE.finditer(text))
    for found in _DOMAIN.finditer(text):
        start, end = folded.span(found.start(), found.end())
        if folded.original[start:end].rpartition(".")[2].islower():
            yield found.start(), found.end(), Kind.URL


def _by_shape(folded: Folded, words: Expressions) -> Iterator[tuple[int, int, Kind]]:
    text = folded.text
    for found in _IBAN.finditer(text):
        if sum(sign.isdigit() for sign in found.group()) > 7:
            yield found.start(), found.end(), Kind.ACCOUNT
    for found in _PLATE.finditer(text):
        if _in_capitals(folded, found.start(), found.end()):
            yield found.start(), found.end(), Kind.VEHICLE
    yield from ((found.start(), found.end(), Kind.COORDINATES) for found in _DECIMAL_PLACE.finditer(text))
    yield from ((found.start(), found.end(), Kind.COORDINATES) for found in _DEGREES.finditer(text))
    for found in _CODE.finditer(text):
        if found[1] not in words.norms and _in_capitals(folded, found.start(1), found.end(1)):
            yield found.start(), found.end(), Kind.ID_NUMBER
    for token in folded.tokens:
        digits = sum(sign.isdigit() for sign in token.text) if len(token.text) > 4 else 0
        if 2 < digits < len(token.text) and token.text.rstrip("0123456789") not in words.norms:
            yield token.at, token.at + len(token.text), Kind.ID_NUMBER


def _in_capitals(folded: Folded, at: int, to: int) -> bool:
    start, end = folded.span(at, to)
    return folded.original[start:end].isupper()


def _labelled(folded: Folded, words: Expressions) -> Iterator[tuple[int, int, Kind]]:
    """Yield codes that a word before them gives away: "line 4", "shift B", "kamer 12", "case no. 7"."""
    for index, word in enumerate(folded.words[:-1]):
        if word not in words.identity_labels:
            continue
        code = index + 1
        if folded.words[code] in words.number_words and code + 1 < len(folded.tokens):
            code += 1
        near = all(len(gap) <= 3 and not set(gap) & set(",;!?(") for gap in folded.gaps[index + 1 : code + 1])
        if near and _is_code(folded, code) and not _counts_on(folded, code, words):
            last = folded.tokens[code]
            kind = Kind.ACCOUNT if word in words.account_labels else Kind.ID_NUMBER
            yield folded.tokens[index].at, last.at + len(last.text), kind


def _is_code(folded: Folded, index: int) -> bool:
    word = folded.words[index]
    single = len(word) == 1 and folded.typed(index).isupper() and word not in ("a", "i", "u")
    year = len(word) == 4 and word[:2] in ("19", "20")
    return single or (any(sign.isdigit() for sign in word) and len(word) < 13 and not year)


def _counts_on(folded: Folded, index: int, words: Expressions) -> bool:
    """Whether the number goes with what follows it: "a worker 8 hours", "per shift 2 breaks"."""
    if index + 1 >= len(folded.tokens) or folded.gaps[index + 1] not in (" ", "-"):
        return False
    following = folded.words[index + 1]
    return following in words.people or following in words.currencies or following in words.units


def _feasts(folded: Folded) -> Iterator[tuple[int, int, Kind]]:
    """Yield the feast days, of one word or several ("International Women's Day")."""
    for index, word in enumerate(folded.words):
        for feast in feasts().get(word, ()):
            if folded.words[index : index + len(feast)] == feast:
                yield folded.tokens[index].at, folded.end(index + len(feast) - 1), Kind.DATE


def _runs(
    folded: Folded, taken: list[tuple[int, int, Kind]], words: Expressions
) -> list[tuple[int, int, Kind]]:
    """Return the long runs of digits that nothing else explains, told apart as phone, account or id."""
    covered = bytearray(len(folded.text))
    for at, to, _ in taken:
        covered[at:to] = b"\1" * (to - at)
    tries = 0
    found = []
    for run in (*numbers.digit_runs(folded), *numbers.spoken_digits(folded)):
        if all(covered[run.at : run.to]) or _is_round(run) or _is_years(run):
            continue
        tries += 1
        found.append((run.at, run.to, _kind_of_run(folded, run, words, tries)))
    return found


def _is_round(run: numbers.Run) -> bool:
    """Whether a run is a large number written in thousands (`12 000 000`)."""
    return re.fullmatch(r"\d{1,3}(?:([ .])000){1,3}", run.typed) is not None


def _is_years(run: numbers.Run) -> bool:
    return (
        re.fullmatch(r"(?:(?:19|20)\d\d[ /-]{1,3}){1,3}(?:19|20)\d\d|(?:19|20)\d\d[/-]\d\d", run.typed)
        is not None
    )


def _kind_of_run(folded: Folded, run: numbers.Run, words: Expressions, tries: int) -> Kind:
    before = folded.text[max(0, run.at - 24) : run.at].replace(":", " ").replace(".", " ").split()
    if words.account_labels & set(before):
        return Kind.ACCOUNT
    size = len(run.digits)
    grouped = run.typed != run.digits
    if not 6 < size < 16:
        return Kind.ID_NUMBER
    if run.typed.startswith(("+", "(", "0")) or words.phone_labels & set(before) or (grouped and size < 12):
        return Kind.PHONE
    return Kind.PHONE if tries <= _TRIES and _is_phone(run.digits) else Kind.ID_NUMBER


def _is_phone(digits: str) -> bool:
    for region in _REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(digits, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False
