"""Days and months as people type them, in English or Dutch: `14 Feb 2026`, `14-2-2026`, `2026-02`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_NUMBERED_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_NAMED_MONTH = re.compile(r"([^\W\d]+)\.?\s+(\d{4})")
_LANGUAGES = ("en", "nl")


def read_day(typed: str, /) -> date | None:
    """Return the day that was typed, or None when it is none: 31 February, a year of two figures."""
    text = typed.strip()
    if found := _ISO.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _NAMED.fullmatch(text):
        return _day(found[3], _month_number(found[2]), found[1])
    return None


def read_month(typed: str, /) -> str | None:
    """Return the month that was typed as `2026-02`, or None when it is none."""
    text = typed.strip()
    if found := _ISO_MONTH.fullmatch(text):
        first = _day(found[1], found[2], 1)
    elif found := _NUMBERED_MONTH.fullmatch(text):
        first = _day(found[2], found[1], 1)
    elif found := _NAMED_MONTH.fullmatch(text):
        first = _day(found[2], _month_number(found[1]), 1)
    else:
        first = None
    return f"{first:%Y-%m}" if first else None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return _month_names().get(name.casefold(), 0)  # no month 0: the day is none


@lru_cache(maxsize=1)
def _month_names() -> dict[str, int]:
    from babel.dates import get_month_names

    return {
        name.rstrip(".").casefold(): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }
