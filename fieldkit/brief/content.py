"""SupplierBrief: the only type that can be printed for a supplier.

It has no field for a person, a day, a place below the permitted region, a count or a code. Only
`fieldkit.airlock` makes one (`05` section 5.1; never printed: `02` section 2.9).
"""

from __future__ import annotations

import msgspec


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """The only words about a source. Made by `airlock/source.py` alone, for outcome A or B."""

    sentence: str  # "A local organisation working on labour rights told us the following."
    cell: str  # the same in a few words, for the box below the statement


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of "What we understand so far" (outcome A or B only)."""

    source: SourceLine
    statement: str  # the sentences newly written for the supplier
    also_asks: bool  # W-8: "we would like to understand whether this also occurs with you"
    period: str  # a half-year in words
    place: str  # a country, or a permitted region
    who: str  # one dimension at most, in words: "agency workers"
    how_wide: str  # a band in words, never a number


class ThemeQuestions(msgspec.Struct, frozen=True, kw_only=True):
    """Open questions of one theme."""

    theme: str
    questions: tuple[str, ...]


class ActionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One row of "Agreed actions"; dates are a month and a year in words."""

    what: str
    who: str
    by_when: str
    what_shows: str
    look_again: str


class SupplierBrief(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a supplier may read, in one language. Empty parts are left out without a trace."""

    language: str  # "en" or "nl"
    sender: str  # the buying company's own name
    issued: str  # month and year of issue in words
    title: str
    benefits: tuple[str, ...]
    understood: tuple[Understood, ...] = ()
    goes_well: tuple[str, ...] = ()
    helpful: tuple[str, ...] = ()
    questions: tuple[ThemeQuestions, ...] = ()
    own_share: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()


def strings(brief: SupplierBrief, /) -> tuple[str, ...]:
    """Return every string of a brief that will be printed, in order of printing."""
    return tuple(_walk(msgspec.structs.replace(brief, language="")))


def _walk(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for item in value for text in _walk(item)]
    if isinstance(value, msgspec.Struct):
        return [text for name in value.__struct_fields__ for text in _walk(getattr(value, name))]
    return []
