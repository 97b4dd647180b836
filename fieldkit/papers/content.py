"""What the internal papers are made of: plain records, so that nothing that draws loads before a print."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a paper; its words are in the language of the paper already."""


class Heading(Part, frozen=True, kw_only=True):
    """Begins a section; what follows hangs beside it until the next one."""

    text: str


class Paragraph(Part, frozen=True, kw_only=True):
    """Running text; each line of it is a paragraph of its own."""

    text: str


class Lines(Part, frozen=True, kw_only=True):
    """Short lines, one below the other."""

    lines: tuple[str, ...]
    codes: tuple[str, ...] = ()  # small behind each line: "SC-17"; fewer than lines: the rest has none


class Bullets(Lines, frozen=True, kw_only=True):
    """Lines behind a dash."""


class Boxes(Lines, frozen=True, kw_only=True):
    """Lines to tick by hand."""


class Questions(Lines, frozen=True, kw_only=True):
    """Questions, each with room for an answer by hand."""


Block = Heading | Paragraph | Bullets | Boxes | Questions


class MethodCard(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five methods in a comparison (RQ-021)."""

    title: str
    label: str  # how strongly it is advised, in words
    strength: float | None  # 0 to 1, drawn as a bar; None: not available, no bar
    why: tuple[str, ...] = ()  # the most important first
    first: tuple[str, ...] = ()  # "first do this"; never left out
    mind: tuple[str, ...] = ()  # "mind this"; never left out
    more: tuple[str, ...] = ()  # further reasons, as far as the page has room
    chosen: str = ""  # its role in the plan, in words; empty: not chosen
    reason: str = ""  # why it was chosen although another one ranks higher (RQ-020)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The five methods for one site, in their order. No points: they only make the order."""

    dialogue: str  # title of the dialogue
    about: tuple[str, ...] = ()  # its code, its supplier's code, the day of the assessment
    notice: str = ""  # what stands above all: nothing is safe now, or somebody is in danger
    steps: tuple[str, ...] = ()  # what to do instead
    unknown: tuple[str, ...] = ()  # what to find out: the order is provisional until then (P6)
    cards: tuple[MethodCard, ...] = ()
    order: tuple[str, ...] = ()  # what moved a method whatever its reasons (P1, P2, P5)
    combine: tuple[str, ...] = ()  # how methods strengthen each other (C1 to C8)
