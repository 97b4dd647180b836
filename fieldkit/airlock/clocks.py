"""Times of day: `10:00`, "10 am", "om tien uur", "quarter to one", "van tien tot een"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.spoken import word_value
from fieldkit.airlock.word_lists import Expressions, expressions

_CLOCK = re.compile(r"(?<![\d.,:/-])([01]?\d|2[0-4])([:.h])([0-5]\d)(?!\d|[:.,/-]\d)")


class Clock(NamedTuple):
    """A time of day."""

    at: int  # first character in the folded text
    to: int
    hour: int
    minute: int
    half_day: bool  # True: the text does not say whether morning or evening
    certain: bool = True  # False: "from ten to one" may well count something

    def is_time(self, hour: int, minute: int) -> bool:
        """Whether this may be that time."""
        same_hour = self.hour == hour or (self.half_day and self.hour % 12 == hour % 12)
        return same_hour and self.minute == minute


def find(folded: Folded) -> Iterator[Clock]:
    """Yield every time of day; what may well be no time is not certain."""
    words = expressions()
    for found in _CLOCK.finditer(folded.text):
        mark, to = _half(folded.text, found.end())
        if found[2] == ":" or mark is not None or _led(folded.text, found.start(), words):
            yield _clock(found.start(), to, int(found[1]), int(found[3]), mark)
    yield from _whole_hours(folded, words)
    for index, word in enumerate(folded.words):
        if word in words.clock_turns:
            yield from _turned(folded, index, words)
        elif word in words.halves:
            yield from _half_hour(folded, index, words)
        elif word in words.range_leads:
            yield from _range(folded, index, words)


def _turned(folded: Folded, index: int, words: Expressions) -> Iterator[Clock]:
    """Yield "quarter to one", "ten past half drie", "vijf voor half drie" around the "to" or "over"."""
    if not 0 < index < len(folded.words) - 1:
        return
    before = folded.words[index - 1]
    quarter = before in words.quarters
    minutes = 30 if before in words.halves else 15 if quarter else word_value(before)
    half = folded.words[index + 1] in words.halves
    last = index + 1 + half
    hour = _hour(folded, last)
    if minutes is None or not 0 < minutes <= 30 or hour is None or not _ends(folded, last, words):
        return
    if quarter and folded.words[index - 2 : index - 1] == ("een",) and folded.words[last] == "een":
        return  # "een kwart voor een ..." is a share
    total = hour * 60 - 30 * half + words.clock_turns[folded.words[index]] * minutes
    hour, minute = divmod(total % (24 * 60), 60)
    certain = quarter or half or before in words.halves
    yield Clock(folded.tokens[index - 1].at, folded.end(last), hour, minute, True, certain)


def _half_hour(folded: Folded, index: int, words: Expressions) -> Iterator[Clock]:
    """Yield "half elf", half an hour before eleven."""
    hour = _hour(folded, index + 1)
    if hour is None or folded.words[index + 1].isdigit() or not _ends(folded, index + 1, words):
        return
    if folded.words[index - 1 : index] and folded.words[index - 1] in words.clock_turns:
        return  # "vijf voor half drie" was read whole
    yield Clock(
        folded.tokens[index].at,
        folded.end(index + 1),
        (hour - 1) % 24,
        30,
        True,
        folded.words[index + 1] != "een",
    )


def _range(folded: Folded, index: int, words: Expressions) -> Iterator[Clock]:
    """Yield both ends of "from ten to one", "tussen tien en een"."""
    if (
        index + 3 >= len(folded.words)
        or folded.words[index + 2] not in words.range_leads[folded.words[index]]
    ):
        return
    begins, ends = _hour(folded, index + 1), _hour(folded, index + 3)
    if begins is not None and ends is not None and _ends(folded, index + 3, words):
        for hour in (begins, ends):
            yield Clock(folded.tokens[index].at, folded.end(index + 3), hour, 0, True, certain=False)


def _hour(folded: Folded, index: int) -> int | None:
    if index >= len(folded.words) or folded.gaps[index].strip():
        return None
    value = word_value(folded.words[index])
    return value if value is not None and 0 < value <= 24 else None


def _ends(folded: Folded, last: int, words: Expressions) -> bool:
    """Whether no noun follows that the number could count."""
    gap = folded.gaps[last + 1]
    return last + 1 >= len(folded.words) or folded.words[last + 1] in words.no_nouns or bool(gap.strip())


def _whole_hours(folded: Folded, words: Expressions) -> Iterator[Clock]:
    for index, token in enumerate(folded.tokens):
        glued = re.fullmatch(r"(\d{1,2})(am|pm)", token.text)
        hour = int(glued[1]) if glued else word_value(token.text)
        if hour is None or hour > 24 or folded.gaps[index][-1:] in (":", ".", ","):
            continue
        mark, to = _half(folded.text, folded.end(index))
        lead = folded.words[index - 1] if index else ""
        if glued:
            mark, to = glued[2], folded.end(index)
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
    return bool(before) and before[-1] in words.time_leads
