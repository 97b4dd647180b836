"""The sixteen themes with their questions, and the benefits a brief can name, as records."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec


class SubThemeText(msgspec.Struct, frozen=True, kw_only=True):
    """One sub-theme: its id (`T05.1`) and what it is about, in English."""

    id: str
    label: str


class Instruments(msgspec.Struct, frozen=True, kw_only=True):
    """Which conventions, forced labour indicators, base code clauses and chapters a theme rests on."""

    ilo: tuple[str, ...] = ()
    fl: tuple[int, ...] = ()
    eti: tuple[str, ...] = ()
    oecd: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One open question to a supplier (`T05-Q1`), in English."""

    id: str
    text: str


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """A theme of the taxonomy (`04` section 4.1): full label, short title for paper, four questions."""

    id: str
    label: str
    title: str
    subthemes: tuple[SubThemeText, ...]
    instruments: Instruments
    questions: tuple[Question, ...]


class Benefit(msgspec.Struct, frozen=True, kw_only=True):
    """What a conversation brings both sides (`05` section 5.6), in English."""

    id: str
    text: str


@lru_cache(maxsize=1)
def themes() -> dict[str, Theme]:
    """Return the themes by id, in the order of the taxonomy."""
    content = files("resources").joinpath("questions", "themes.json").read_bytes()
    return {theme.id: theme for theme in msgspec.json.decode(content, type=list[Theme])}


@lru_cache(maxsize=1)
def benefits() -> dict[str, str]:
    """Return the sentences of the benefits by id."""
    content = files("resources").joinpath("questions", "benefits.json").read_bytes()
    return {benefit.id: benefit.text for benefit in msgspec.json.decode(content, type=list[Benefit])}
