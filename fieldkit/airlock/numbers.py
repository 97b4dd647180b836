"""Numbers and what they count: people, money, clock times, and runs of digits that number something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.words import Expressions, expressions, number_values

_AMOUNT = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?:,-)?(?!\d|[.,]\d)"
)
_ARTICLES = ("one", "een")  # "een werknemer" is no count; "one worker" is a single person (W-5)
_SIGNS = "₹₨€$£₺₵৳¥₫₦"
_CLOCK = re.compile(r"(?<![\d.,:/-])([01]?\d|2[0-4])([:.h])([0-5]\d)(?!\d|[:.,/-]\d)")
_RUN = re.compile(r"(?<![\d])[+(]{0,2}\d(?:[ \-./()\n]{0,3}\d){5,39}(?!\d)|(?<!\d)\d{6,}")


class Count(NamedTuple):
    """An exact number beside the people it counts."""

    at: int  # first character in the folded text
    to: int
    value: int


class Amount(NamedTuple):
    """A sum of money with its currency."""

    at: int
    to: int
    value: float  # major units
    currency: str  # ISO 4217


class Clock(NamedTuple):
    """A time of day."""

    at: int
    to: int
    hour: int
    minute: int
    half_day: bool  # True: the text does not say whether morning or evening

    def is_time(self, hour: int, minute: int) -> bool:
        """Whether this may be that time."""
        same_hour = self.hour == hour or (self.half_day and self.hour % 12 == hour % 12)
        return same_hour and self.minute == minute


class Run(NamedTuple):
    """Six digits or more, however grouped."""

    at: int
    to: int
    digits: str
    typed: str  # folded, with its separators


def counts(folded: Folded) -> Iterator[Count]:
    """Yield every number, in digits or words, that stands beside a word for people."""
    words = expressions()
    values = number_values()
    skip = -1
    for index, token in enumerate(folded.tokens):
        value = _value(token.text, values)
        if value is None or index <= skip:
            continue
        last = index
        if (
            token.text in words.tens
            and index + 1 < len(folded.tokens)
            and folded.gaps[index + 1] in ("-", " ")
        ):
            unit = words.numbers.get(folded.words[index + 1], 10)
            if unit < 10:
                value, last = value + unit, index + 1
        skip = last
        span = _with_people(folded, index, last, words)
        if span is not None:
            yield Count(*span, value)


def _value(word: str, values: dict[str, int]) -> int | None:
    if word.isdigit() and word.isascii() and len(word) < 6:
        return int(word)
    return values.get(word) if word not in _ARTICLES else None


def _with_people(folded: Folded, first: int, last: int, words: Expressions) -> tuple[int, int] | None:
    """Return the folded span of the number together with its people, if it counts any."""
    start = folded.tokens[first].at
    if folded.words[first] in words.groups_of_people and folded.gaps[last + 1].strip() == "":
        return (
            (start, _end(folded, last))
            if first and folded.words[first - 1] in ("n", "zijn", "hun", "ons")
            else None
        )
    for ahead in range(last + 1, min(last + 4, len(folded.tokens))):
        if not _close(folded.gaps[ahead]):
            break
        word = folded.words[ahead]
        if word in words.people or (ahead == last + 2 and word in words.people_pronouns):
            return start, _end(folded, ahead)
        if ahead == last + 1 and word in words.people_verbs:
            return start, _end(folded, ahead)
        if word not in words.before_people:
            break
    return _after_people(folded, first, last, words)


def _after_people(folded: Folded, first: int, last: int, words: Expressions) -> tuple[int, int] | None:
    if not first:
        return None
    gap, before = folded.gaps[first], folded.words[first - 1]
    if before in words.people and gap.strip() in ("(", ":", "=", "-", "[", "x"):
        return folded.tokens[first - 1].at, _end(folded, last)
    if first > 1 and before in ("of", "van") and folded.words[first - 2] in words.people_leads:
        return folded.tokens[first - 2].at, _end(folded, last)
    return None


def _close(gap: str) -> bool:
    return len(gap) <= 3 and not any(sign in ".;!?" for sign in gap)


def _end(folded: Folded, index: int) -> int:
    return folded.tokens[index].at + len(folded.words[index])


def amounts(folded: Folded) -> Iterator[Amount]:
    """Yield every sum of money that stands with its currency, before or behind."""
    words = expressions()
    text = folded.text
    for found in _AMOUNT.finditer(text):
        currency = _currency_before(text, found.start(), words) or _currency_after(text, found.end(), words)
        if currency is not None:
            at, to, code = currency
            yield Amount(min(at, found.start()), max(to, found.end()), _major(found.group()), code)


def _currency_before(text: str, at: int, words: Expressions) -> tuple[int, int, str] | None:
    found = re.search(
        rf"(?:(?<![^\W\d_])[^\W\d_]{{2,7}}|[a-z]{{0,2}}[{_SIGNS}])\.?\s{{0,2}}-?\Z",
        text[max(0, at - 12) : at],
    )
    if not found:
        return None
    word = found.group().strip(" .-\n\u00a0")
    code = words.currencies.get(word)
    if code is None or (word in words.currencies_also_words and word not in ("rs", "tl", "try")):
        return None
    return max(0, at - 12) + found.start(), at, code


def _currency_after(text: str, to: int, words: Expressions) -> tuple[int, int, str] | None:
    found = re.match(rf"[\s-]{{0,2}}([^\W\d_]+(?![^\W_])|[{_SIGNS}])", text[to : to + 14])
    code = words.currencies.get(found[1]) if found else None
    if found is None or code is None or (found[1] == "try"):
        return None
    return to, to + found.end(), code


def _major(written: str) -> float:
    plain = written.replace(",-", "").replace(" ", "").replace("'", "")
    whole, point, rest = plain.replace(",", ".").rpartition(".")
    if not point:
        return float(rest)
    thousands = whole.replace(".", "")
    return float(thousands + rest) if len(rest) == 3 else float(f"{thousands}.{rest}")


def clock_times(folded: Folded) -> Iterator[Clock]:
    """Yield every time of day: `10:00`, `10.00 uur`, `10 am`, "om 10 uur", "ten o'clock"."""
    words = expressions()
    for found in _CLOCK.finditer(folded.text):
        mark, to = _half(folded.text, found.end())
        if found[2] == ":" or mark is not None or _led(folded.text, found.start(), words):
            yield _clock(found.start(), to, int(found[1]), int(found[3]), mark)
    yield from _whole_hours(folded, words)


def _whole_hours(folded: Folded, words: Expressions) -> Iterator[Clock]:
    values = number_values()
    for index, token in enumerate(folded.tokens):
        glued = re.fullmatch(r"(\d{1,2})(am|pm)", token.text)
        hour = int(glued[1]) if glued else _value(token.text, values) or words.numbers.get(token.text)
        if hour is None or hour > 24 or folded.gaps[index][-1:] in (":", ".", ","):
            continue
        mark, to = _half(folded.text, _end(folded, index))
        lead = folded.words[index - 1] if index else ""
        if glued:
            mark, to = glued[2], _end(folded, index)
        elif mark in (None, "hrs", "hours") or (mark == "uur" and lead not in ("om", "vanaf", "tot", "rond")):
            continue
        yield _clock(token.at, to, hour, 0, mark)


def _half(text: str, to: int) -> tuple[str | None, int]:
    found = re.match(
        r"\s{0,2}(a\.?m\b\.?|p\.?m\b\.?|uur\b|hrs\b|hours\b|o'?\s?clock\b|u\b|h\b|baje\b|बजे)",
        text[to : to + 12],
    )
    return (found[1].replace(".", ""), to + found.end()) if found else (None, to)


def _clock(at: int, to: int, hour: int, minute: int, mark: str | None) -> Clock:
    if mark == "pm" and hour < 12:
        return Clock(at, to, hour + 12, minute, False)
    return Clock(at, to, hour, minute, mark != "am" and hour <= 12)


def _led(text: str, at: int, words: Expressions) -> bool:
    before = text[max(0, at - 10) : at].split()
    return bool(before) and before[-1] in words.time_leads - {
        "by",
        "to",
        "tot",
        "voor",
        "na",
        "from",
        "after",
        "before",
    }


def digit_runs(folded: Folded) -> Iterator[Run]:
    """Yield every run of six digits or more, grouped by spaces, dots, hyphens, brackets or lines."""
    for found in _RUN.finditer(folded.text):
        typed = found.group()
        yield Run(found.start(), found.end(), "".join(sign for sign in typed if sign.isdigit()), typed)


def spoken_digits(folded: Folded) -> Iterator[Run]:
    """Yield every run of seven digits or more that is spelled out, one word a digit."""
    words = expressions()
    single = {
        **{word: value for word, value in words.numbers.items() if value < 10},
        **dict.fromkeys(words.zero, 0),
    }
    digits: list[int] = []
    first = 0
    for index, word in enumerate((*folded.words, "")):
        value = single.get(word, int(word) if len(word) == 1 and word.isdigit() else None)
        if value is not None:
            first = first if digits else index
            digits.append(value)
            continue
        if len(digits) > 6:
            at, to = folded.tokens[first].at, _end(folded, index - 1)
            yield Run(at, to, "".join(map(str, digits)), folded.text[at:to])
        digits = []
