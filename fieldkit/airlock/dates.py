"""Days in any notation: `14 Feb`, `2026-02-14`, "the second Saturday of February", "zaterdag de 14e"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.word_lists import Expressions, expressions, number_values, parts_of_weekdays

_SEPARATOR = r"(?:\s?[-/._]\s?|\s)"
_YEAR_FIRST = re.compile(rf"(?<!\d)((?:19|20)\d\d){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})(?!\d)")
_YEAR_LAST = re.compile(
    rf"(?<!\d)(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}('?\d{{2}}|(?:19|20)\d\d)(?!\d)"
)
# With a year in four digits any one sign may stand between, the same on both sides.
_ANY_SIGN_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?([^\w\s])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_ANY_SIGN_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([^\w\s])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?!\d)")
_ROMAN = re.compile(
    r"(?<!\w)(\d{1,2})[\s./-]{1,3}(x|xi{1,2}|ix|iv|vi{0,3}|i{1,3})(?:[\s./-]{1,3}('?\d{2}|(?:19|20)\d\d))?(?!\w)"
)
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NO_YEAR = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d|[-/,]\d|\.\d)")
_COMPACT = re.compile(r"(?<!\d)(?:((?:19|20)\d\d)(\d\d)(\d\d)|(\d\d)(\d\d)((?:19|20)\d\d))(?!\d)")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th|e|ste|de)?")
_GLUED = re.compile(r"(\d{1,2})([a-z]{3,9})|([a-z]{3,9})(\d{1,2})")
_REACH = 4
"""How many words a weekday may stand away from its month."""


class Day(NamedTuple):
    """A day as far as a text tells it; what it leaves open is None."""

    at: int  # first character in the folded text
    to: int  # one past the last
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    nth: int | None = None  # the nth such weekday of its month; -1 the last
    certain: bool = True  # False: "5-10" or "10 may" may well be no date

    def is_day(self, year: int | None, month: int, day: int) -> bool:
        """Whether this may speak of that day; what either side leaves open does not part them."""
        if self.year is not None and year is not None and self.year % 100 != year % 100:
            return False
        if self.month not in (None, month) or self.day not in (None, day):
            return False
        if self.weekday is None:
            return self.day is not None
        return year is not None and self._weekday_fits(date(year, month, day))

    def _weekday_fits(self, known: date) -> bool:
        if self.nth is None:
            return self.weekday == known.weekday()
        last = known.day + 7 > calendar.monthrange(known.year, known.month)[1]
        return self.weekday == known.weekday() and (
            self.nth == (known.day + 6) // 7 or (self.nth == -1 and last)
        )


def find(folded: Folded) -> Iterator[Day]:
    """Yield every day a text speaks of; where day and month can be read both ways, both readings."""
    yield from _numeric(folded.text)
    yield from _roman(folded)
    words = expressions()
    for index, token in enumerate(folded.tokens):
        if token.text in words.months:
            yield from _around_month(folded, index, words.months[token.text], words)
        elif token.text in words.weekdays:
            yield from _around_weekday(folded, index, words)
        elif token.text in parts_of_weekdays():
            yield from _part_of_weekday(folded, index, words)
        elif token.text[0].isdigit() or token.text[-1].isdigit():
            yield from _lone_token(folded, index, words)
        elif token.text in words.ordinals:
            yield from _lone_ordinal(folded, index, words)


def _numeric(text: str) -> Iterator[Day]:
    for found in _YEAR_FIRST.finditer(text):
        yield from _readings(found, int(found[1]), int(found[3]), int(found[2]))
    for found in _YEAR_LAST.finditer(text):
        yield from _readings(found, int(found[3].strip("'")), int(found[1]), int(found[2]))
    for found in _COMPACT.finditer(text):
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        yield from _readings(found, int(year), int(day), int(month))
    for found in _ANY_SIGN_YEAR_FIRST.finditer(text):
        yield from _readings(found, int(found[1]), int(found[4]), int(found[3]))
    for found in _ANY_SIGN_YEAR_LAST.finditer(text):
        yield from _readings(found, int(found[4]), int(found[1]), int(found[3]))
    units = expressions().units
    for found in _NO_YEAR.finditer(text):
        following = text[found.end() : found.end() + 12].split()
        if not following or (following[0].strip(".,;:!?") not in units and following[0][0] != "%"):
            for reading in _readings(found, None, int(found[1]), int(found[2])):
                yield reading._replace(certain=False)


def _roman(folded: Folded) -> Iterator[Day]:
    """Yield `8 III 2026`; without a whole year the month must be clear."""
    for found in _ROMAN.finditer(folded.text):
        start, end = folded.span(found.start(2), found.end(2))
        clear = len(found[2]) > 1 and folded.original[start:end].isupper()
        if 1 <= int(found[1]) <= 31 and (clear or len(found[3] or "") == 4):
            year = int(found[3].strip("'")) if found[3] else None
            month = _ROMAN_MONTHS.index(found[2]) + 1
            yield Day(found.start(), found.end(), year, month, int(found[1]), certain=year is not None)


def _readings(found: re.Match[str], year: int | None, first: int, second: int) -> Iterator[Day]:
    for day, month in {(first, second), (second, first)}:
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Day(found.start(), found.end(), year, month, day)


def _around_month(folded: Folded, index: int, month: int, words: Expressions) -> Iterator[Day]:
    token = folded.tokens[index]
    certain = token.text not in words.months_also_words or folded.typed(index)[:1].isupper()
    end = token.at + len(token.text)
    year, year_end = _year_after(folded, index + 1)
    before = _day_before(folded, index, words)
    if before:
        yield Day(
            before[1], year_end or end, year, month, before[0], certain=certain or bool(year) or before[2]
        )
    after = _day_after(folded, index, words)
    if after:
        day, last, ordinal = after
        year, year_end = _year_after(folded, last + 1)
        end_day = folded.tokens[last].at + len(folded.tokens[last].text)
        yield Day(token.at, year_end or end_day, year, month, day, certain=certain or bool(year) or ordinal)
    if not before and not after:
        if year is not None:
            yield Day(token.at, year_end or end, year, month)
        yield from _weekday_near(folded, index, month, words)


def _day_before(folded: Folded, index: int, words: Expressions) -> tuple[int, int, bool] | None:
    """Return day, start, and whether it is an ordinal."""
    for back in range(index - 1, max(index - 4, -1), -1):
        if _breaks(folded.gaps[back + 1]):
            return None
        token = folded.tokens[back]
        if token.text in words.date_fillers:
            continue
        value = _day_value(token.text, words)
        if value is None:
            return None
        ordinal = not token.text.isdigit()
        tens = words.tens.get(folded.words[back - 1]) if back and value < 10 and ordinal else None
        if tens:
            return tens + value, folded.tokens[back - 1].at, ordinal
        return value, token.at, ordinal
    return None


def _day_after(folded: Folded, index: int, words: Expressions) -> tuple[int, int, bool] | None:
    """Return day, the index of its token, and whether it is an ordinal."""
    for ahead in range(index + 1, min(index + 3, len(folded.tokens))):
        if _breaks(folded.gaps[ahead]):
            return None
        token = folded.tokens[ahead]
        if token.text in ("the", "de"):
            continue
        value = _day_value(token.text, words)
        follows = folded.words[ahead + 1] if ahead + 1 < len(folded.tokens) else ""
        if value is None or follows in words.units or follows in words.people:
            return None
        return value, ahead, not token.text.isdigit()
    return None


def _day_value(word: str, words: Expressions) -> int | None:
    found = _DAY.fullmatch(word)
    value = int(found[1]) if found else words.ordinals.get(word) or number_values().get(word)
    return value if value is not None and 1 <= value <= 31 else None


def _year_after(folded: Folded, index: int) -> tuple[int | None, int | None]:
    if index >= len(folded.tokens) or len(folded.gaps[index]) > 3:
        return None, None
    token = folded.tokens[index]
    short = len(token.text) == 2 and "'" in folded.gaps[index]
    if token.text.isdigit() and (short or (len(token.text) == 4 and token.text[:2] in ("19", "20"))):
        return int(token.text), token.at + len(token.text)
    return None, None


def _weekday_near(folded: Folded, index: int, month: int, words: Expressions) -> Iterator[Day]:
    for other in range(max(0, index - _REACH), min(len(folded.tokens), index + _REACH + 1)):
        weekday = words.weekdays.get(folded.words[other])
        if weekday is None or any(
            "." in gap for gap in folded.gaps[min(index, other) + 1 : max(index, other) + 1]
        ):
            continue
        lead = folded.words[other - 1] if other else ""
        nth = words.ordinals.get(lead) or _ordinal_digit(lead)
        start = folded.tokens[other - 1] if nth else folded.tokens[other]
        first, last = sorted((start, folded.tokens[index], folded.tokens[other]), key=lambda token: token.at)[
            ::2
        ]
        certain = folded.words[other] not in words.weekdays_also_words or folded.capitalised(other)
        yield Day(first.at, last.at + len(last.text), month=month, weekday=weekday, nth=nth, certain=certain)


def _ordinal_digit(word: str) -> int | None:
    found = _DAY.fullmatch(word)
    return int(found[1]) if found and found[2] and int(found[1]) < 6 else None


def _around_weekday(folded: Folded, index: int, words: Expressions) -> Iterator[Day]:
    token = folded.tokens[index]
    weekday = words.weekdays[token.text]
    certain = token.text not in words.weekdays_also_words or folded.capitalised(index)
    after = _day_after(folded, index, words)
    if after:
        last = folded.tokens[after[1]]
        yield Day(token.at, last.at + len(last.text), day=after[0], weekday=weekday, certain=certain)
        return
    tail = folded.words[index + 1] if index + 1 < len(folded.tokens) else ""
    end = index + (tail in words.weekday_tails)
    yield from _lone_weekday(folded, index, end, weekday, words, certain=certain)


def _part_of_weekday(folded: Folded, index: int, words: Expressions) -> Iterator[Day]:
    weekday = parts_of_weekdays()[folded.words[index]]
    yield from _lone_weekday(folded, index, index, weekday, words, certain=True)


def _lone_weekday(
    folded: Folded, index: int, last: int, weekday: int, words: Expressions, *, certain: bool
) -> Iterator[Day]:
    """Yield a weekday that stands for one day: "last Sunday", "op zaterdagochtend"; "on a Sunday" may not."""
    before = folded.words[max(0, index - 2) : index]
    in_parts = last > index or folded.words[index] in parts_of_weekdays()
    if _says_a_month(folded, index, words) or (before and before[-1] in words.habits):
        return
    led = bool(before) and before[-1] in words.weekday_leads
    led_by_article = len(before) > 1 and before[-1] in words.articles and before[0] in words.weekday_leads
    if led or led_by_article or in_parts:
        start = folded.tokens[index - led - 2 * (led_by_article and not led)]
        yield Day(start.at, folded.end(last), weekday=weekday, certain=certain and not led_by_article)


def _says_a_month(folded: Folded, index: int, words: Expressions) -> bool:
    near = range(max(0, index - _REACH), min(len(folded.words), index + _REACH + 1))
    return any(
        folded.words[other] in words.months
        and (folded.words[other] not in words.months_also_words or folded.capitalised(other))
        for other in near
    )


def _lone_token(folded: Folded, index: int, words: Expressions) -> Iterator[Day]:
    token = folded.tokens[index]
    glued = _GLUED.fullmatch(token.text)
    if glued:
        name, day = (glued[2], glued[1]) if glued[2] else (glued[3], glued[4])
        if name in words.months and 1 <= int(day) <= 31:
            yield Day(token.at, token.at + len(token.text), month=words.months[name], day=int(day))
    found = _DAY.fullmatch(token.text)
    if found and found[2] and _on_the(folded, index) and int(found[1]) <= 31:
        yield Day(token.at, token.at + len(token.text), day=int(found[1]))


def _lone_ordinal(folded: Folded, index: int, words: Expressions) -> Iterator[Day]:
    token = folded.tokens[index]
    alone = index + 1 == len(folded.tokens) or folded.gaps[index + 1].strip() != ""
    if alone and _on_the(folded, index) and words.ordinals[token.text] > 3:
        yield Day(token.at, token.at + len(token.text), day=words.ordinals[token.text])


def _on_the(folded: Folded, index: int) -> bool:
    return folded.words[max(0, index - 2) : index] in (("on", "the"), ("op", "de"))


def _breaks(gap: str) -> bool:
    """Whether a gap is more than the space, point or hyphen inside one date."""
    return len(gap) > 3 or any(sign in ",;:!?()" for sign in gap)


def parse(folded: Folded) -> tuple[int | None, int, int] | None:
    """Return year, month and day if the whole text is one date, ISO order first; else None."""
    whole = len(folded.text)
    for found in find(folded):
        if found.at == 0 and found.to == whole and found.month and found.day:
            iso = _YEAR_FIRST.fullmatch(folded.text)
            month, day = (int(iso[2]), int(iso[3])) if iso else (found.month, found.day)
            year = found.year + 2000 if found.year and found.year < 100 else found.year
            return (year, month, day) if _exists(year, month, day) else None
    return None


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]
