"""Finds everything this workspace knows by name, however it is written (`02` section 2.9; `W-6`).

Forms one or two letters off, and names carried over from another script, are no business of this file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeVar

import msgspec

from fieldkit.airlock import clocks, dates, money, numbers
from fieldkit.airlock.folding import Folded, fold, is_masked, outermost, unmasked
from fieldkit.airlock.marks import Detector, Kind, Mark
from fieldkit.airlock.spelling import (
    Form,
    Manner,
    Spellings,
    forms_of_name,
    inflected,
    is_distinctive,
    pairs_of_name,
)
from fieldkit.airlock.word_lists import expressions, peoples

Role = Literal["name", "word", "stem", "code", "date", "count", "amount", "time", "phone"]

Value = TypeVar("Value")

_MANNERS: dict[Role, Manner] = {"word": Manner.WORD, "stem": Manner.STEM, "code": Manner.CODE}
_ORIGINS = (Kind.ETHNICITY, Kind.NATIONALITY)
_LONG_ENOUGH = 5
"""Letters of a known form that may stand hidden inside a longer word."""
_PHONE = re.compile(r"[+(\d][\d ()./+-]{6,}")


class _Wording(NamedTuple):
    words: tuple[str, ...]  # folded
    capitals: tuple[bool, ...]  # which of them were stored with a capital
    gaps: tuple[str, ...] = ()  # what stood before each of them


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """One string the workspace knows, and how it is to be looked for."""

    text: str  # as stored; a date as `2026-02-14`, a count in digits, an amount with its currency
    kind: Kind = Kind.ORGANISATION
    role: Role = "name"  # `word`: as it stands, inflected; `stem`: every word that begins so

    @classmethod
    def of(cls, text: str, /) -> Known:
        """Return what a plain string most likely is: `2026-02-14` a date, `26` a count, else a name.

        A string in lower case is a word or phrase; one that holds digits and no space is a code.
        """
        folded = fold(text.strip())
        for role, kind, fits in _GUESSES:
            if fits(folded):
                return cls(text=text, kind=kind, role=role)
        return cls(text=text)


class Register:
    """Everything known by name, compiled once and looked for in many texts.

    What cannot be read as its role says (an e-mail address among the phones) is looked for as a name.
    """

    def __init__(self, items: Iterable[Known]) -> None:
        self.items = tuple(dict.fromkeys(items))
        self._days: dict[tuple[int | None, int, int], Known] = {}
        self._counts: dict[int, Known] = {}
        self._amounts: dict[tuple[float, str], Known] = {}
        self._times: dict[tuple[int, int], Known] = {}
        self._phones: dict[str, Known] = {}
        spelled = [
            (item, wording) for item in self.items if not self._reads(item) for wording in _wordings(item)
        ]
        named = [(item, wording) for item, wording in spelled if item.role not in _MANNERS]
        pairs = [
            (pair, item) for item, wording in named for pair in pairs_of_name(wording.words, wording.gaps)
        ]
        self._spellings = Spellings(_forms(spelled), pairs)
        self._words = frozenset(word for _, wording in spelled for word in wording.words)
        hidden = {word for word in self._words if len(word) >= _LONG_ENOUGH and is_distinctive(word)}
        hidden |= {
            form for form in map(_squashed, named) if len(form) >= _LONG_ENOUGH and is_distinctive(form)
        }
        self._hidden = frozenset(hidden | set(map(unmasked, hidden)))

    @classmethod
    def compile(cls, items: Iterable[Known | str], /) -> Register:
        """Return the register of these strings; plain ones are understood as `Known.of` says."""
        return cls(item if isinstance(item, Known) else Known.of(item) for item in items)

    def holds(self, word: str, /) -> bool:
        """Whether anything known contains `word`, or hides in it: then nobody may approve it."""
        folded = fold(word)
        squashed = "".join(folded.words)
        written = {squashed, unmasked(squashed)} if is_masked(squashed) else {squashed}
        return (
            any(inflected(word, self._words) for word in folded.words)
            or any(form in spelling for spelling in written for form in self._hidden)
            or bool(self.find(folded))
        )

    def _reads(self, item: Known) -> bool:
        """Whether an item is a number or a day that can be read, and so is now known as one."""
        match item.role:
            case "date":
                return _keep(self._days, dates.parse(fold(item.text.strip())), item)
            case "count":
                return _keep(self._counts, _count(fold(item.text.strip())), item)
            case "amount":
                return _keep(self._amounts, _amount(fold(item.text.strip())), item)
            case "time":
                return _keep(self._times, _time(fold(item.text.strip())), item)
            case "phone":
                return _keep(self._phones, _phone(fold(item.text.strip())), item)
            case _:
                return False

    def find(self, text: str | Folded, /) -> list[Mark]:
        """Return a mark for everything known that stands in `text`, sorted; each blocks."""
        folded = text if isinstance(text, Folded) else fold(text)
        spans = [*self._named(folded), *self._dated(folded), *self._counted(folded)]
        return [folded.mark(start, end, kind, Detector.KNOWN) for start, end, kind in outermost(spans)]

    def _named(self, folded: Folded) -> Iterator[tuple[int, int, Kind]]:
        for first, last, item in self._spellings.find(folded):
            yield folded.tokens[first].start, folded.tokens[last].end, item.kind

    def _dated(self, folded: Folded) -> Iterator[tuple[int, int, Kind]]:
        if self._days:
            memo: dict[dates.Day, Known | None] = {}
            for day in dates.find(folded):
                said = day._replace(at=0, to=0)
                if said not in memo:
                    memo[said] = next(
                        (item for known, item in self._days.items() if day.is_day(*known)), None
                    )
                item = memo[said]
                if item is not None:
                    yield *folded.span(day.at, day.to), item.kind
        if self._times:
            for clock in clocks.find(folded):
                for (hour, minute), item in self._times.items():
                    if clock.is_time(hour, minute):
                        yield *folded.span(clock.at, clock.to), item.kind

    def _counted(self, folded: Folded) -> Iterator[tuple[int, int, Kind]]:
        if self._counts:
            for count in numbers.counts(folded):
                if count.value in self._counts:
                    yield *folded.span(count.at, count.to), self._counts[count.value].kind
        if self._amounts:
            for amount in money.amounts(folded):
                item = self._amounts.get((amount.value, amount.currency))
                if item is not None:
                    yield *folded.span(amount.at, amount.to), item.kind
        if self._phones:
            for run in (*numbers.digit_runs(folded), *numbers.spoken_digits(folded)):
                if run.digits[-7:] in self._phones:
                    yield *folded.span(run.at, run.to), self._phones[run.digits[-7:]].kind


def _forms(spelled: Iterable[tuple[Known, _Wording]]) -> Iterator[tuple[Form, Known]]:
    for item, wording in spelled:
        manner = _MANNERS.get(item.role)
        forms = forms_of_name(*wording[:2]) if manner is None else (Form(wording.words, manner),)
        yield from ((form, item) for form in forms)
        if item.kind in _ORIGINS:
            yield from ((form, item) for form in _people_of(wording.words))


def _people_of(origin: tuple[str, ...]) -> Iterator[Form]:
    """Yield the words for the people who speak a language or have an origin ("Polish": Poles, Polen)."""
    for people in peoples():
        if not people.origins.isdisjoint(origin):
            yield from (Form((noun,), Manner.WORD) for noun in people.nouns)
            yield from (Form((noun,), Manner.CAPITALISED) for noun in people.capitalised)


def _wordings(item: Known) -> Iterator[_Wording]:
    """Yield the words of a string; where it has an "and", with every other one as well."""
    folded = fold(item.text)
    if not folded.words:
        return
    capitals = tuple(map(folded.capitalised, range(len(folded.words))))
    yield _Wording(folded.words, capitals, folded.gaps)
    and_words = expressions().and_words
    for joined in and_words:
        words: list[str] = []
        kept: list[bool] = []
        for word, capital, gap in zip(folded.words, capitals, folded.gaps, strict=False):
            if "&" in gap or "+" in gap:
                words, kept = [*words, joined], [*kept, False]
            words.append(joined if word in and_words else word)
            kept.append(capital)
        if tuple(words) != folded.words:
            yield _Wording(tuple(words), tuple(kept))


def _squashed(named: tuple[Known, _Wording]) -> str:
    return "".join(named[1].words)


def _keep(table: dict[Value, Known], value: Value | None, item: Known) -> bool:
    if value is not None:
        table[value] = item
    return value is not None


def _count(folded: Folded) -> int | None:
    if folded.text.isdigit():
        return int(folded.text)
    return next((count.value for count in numbers.counts(folded) if _is_whole(folded, count)), None)


def _amount(folded: Folded) -> tuple[float, str] | None:
    sums = (amount for amount in money.amounts(folded) if _is_whole(folded, amount))
    return next(((amount.value, amount.currency) for amount in sums), None)


def _time(folded: Folded) -> tuple[int, int] | None:
    times = (clock for clock in clocks.find(folded) if _is_whole(folded, clock))
    return next(((clock.hour, clock.minute) for clock in times), None)


def _phone(folded: Folded) -> str | None:
    digits = "".join(sign for sign in folded.text if sign.isdigit())
    return digits[-7:] if len(digits) > 6 and _PHONE.fullmatch(folded.text) else None


def _is_whole(folded: Folded, found: numbers.Count | money.Amount | clocks.Clock) -> bool:
    return found.at == 0 and found.to == len(folded.text)


def _is_count(folded: Folded) -> int | None:
    return _count(folded) if len(folded.text) < 5 or not folded.text.isdigit() else None


def _is_code(folded: Folded) -> bool:
    return any(sign.isdigit() for sign in folded.text) and not re.search(r"\s", folded.text)


def _is_word(folded: Folded) -> bool:
    return folded.original.islower()


_GUESSES: tuple[tuple[Role, Kind, Callable[[Folded], object]], ...] = (
    ("date", Kind.DATE, dates.parse),
    ("count", Kind.SMALL_NUMBER, _is_count),
    ("amount", Kind.MONEY, _amount),
    ("time", Kind.TIME, _time),
    ("phone", Kind.PHONE, _phone),
    ("code", Kind.ID_NUMBER, _is_code),
    ("word", Kind.ORGANISATION, _is_word),
)
