"""Pages: rows of ink stacked from the top, broken where nothing is torn apart, and drawn.

All lengths are points. Rows know how high they are and what they print, never where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import Protocol

import msgspec
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fieldkit.brief import words
from fieldkit.brief.fonts import HAIRLINE, Style

WIDE: float = A4[0]
HIGH: float = A4[1]
MARGIN: float = 18 * mm
MEASURE_LEFT = 118.5  # the column of hanging headings, 158 px
WIDTH = WIDE - 2 * MARGIN
MEASURE = WIDTH - MEASURE_LEFT


class Ink(Protocol):
    """Something that can be drawn; `left` and `top` are the row's upper left corner on the page."""

    def draw(self, canvas: Canvas, left: float, top: float, /) -> None:
        """Draw it."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One line of words."""

    text: str
    style: Style
    x: float = 0  # from the row's left
    y: float = 0  # from the row's top down to the line's top
    right: bool = False  # x is where the line ends instead of where it begins

    def draw(self, canvas: Canvas, left: float, top: float, /) -> None:
        """Draw it on its baseline."""
        canvas.setFont(self.style.font, self.style.size)
        canvas.setFillColor(self.style.ink)
        write = canvas.drawRightString if self.right else canvas.drawString
        write(left + self.x, top - self.y - self.style.drop, self.text)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A straight line from (x, y) to (x2, y2), y down from the row's top."""

    x: float = 0
    y: float = 0
    x2: float
    y2: float
    ink: str = HAIRLINE
    weight: float = 0.6

    def draw(self, canvas: Canvas, left: float, top: float, /) -> None:
        """Draw it."""
        canvas.setStrokeColor(self.ink)
        canvas.setLineWidth(self.weight)
        canvas.line(left + self.x, top - self.y, left + self.x2, top - self.y2)


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A hairline box with slightly rounded corners."""

    x: float
    width: float
    height: float

    def draw(self, canvas: Canvas, left: float, top: float, /) -> None:
        """Draw it."""
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        canvas.roundRect(left + self.x, top - self.height, self.width, self.height, 4)


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """Something drawn further down than it says."""

    ink: Ink
    by: float

    def draw(self, canvas: Canvas, left: float, top: float, /) -> None:
        """Draw it."""
        self.ink.draw(canvas, left, top - self.by)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A strip of the page that is never torn."""

    height: float
    ink: tuple[Ink, ...] = ()
    glued: bool = False  # stands on the same page as the row after it
    gap: bool = False  # only distance (and perhaps a line in it): left out at the head of a page
    again: tuple[Row, ...] = ()  # repeated above this row when a page begins with it


Page = tuple[Row, ...]


def height(rows: Iterable[Row], /) -> float:
    """Return how high these rows are together."""
    return sum(row.height for row in rows)


def gap(size: float, /) -> Row:
    """Return distance; a page may end before it."""
    return Row(height=size, gap=True, glued=True)


def kept(rows: Sequence[Row], /) -> tuple[Row, ...]:
    """Return the rows glued to each other, as long as one page can hold them."""
    return (*(msgspec.structs.replace(row, glued=True) for row in rows[:-1]), *rows[-1:])


def joined(rows: Sequence[Row], /) -> Row:
    """Return the rows, one below the other, as a single one."""
    ink = [Lowered(ink=mark, by=height(rows[:number])) for number, row in enumerate(rows) for mark in row.ink]
    return Row(height=height(rows), ink=tuple(ink))


def paragraph(text: str, style: Style, width: float, /, *, x: float = 0) -> tuple[Row, ...]:
    """Return a row per line; the first two and the last two lines stay together."""
    found = words.lines(text, style, width)
    return tuple(
        Row(
            height=style.leading,
            ink=(Words(text=line, style=style, x=x),),
            glued=number < len(found) - 1 and number in (0, len(found) - 2),
        )
        for number, line in enumerate(found)
    )


def paginate(rows: Sequence[Row], room: float, /) -> tuple[Page, ...]:
    """Fill pages of `room` points from the top.

    What is glued moves to the next page together; only what no page can hold is broken between its rows.
    """
    pages: list[list[Row]] = [[]]
    for run in _runs(rows, room):
        wanted = run if pages[-1] else _head(run)
        if pages[-1] and height([*pages[-1], *wanted]) > room:
            pages.append([])
            wanted = (*_again(run), *_head(run))
        pages[-1].extend(wanted)
    return tuple(tuple(page) for page in pages)


def _runs(rows: Sequence[Row], room: float) -> Iterator[tuple[Row, ...]]:
    run: list[Row] = []
    for number, row in enumerate(rows):
        run.append(row)
        if not row.glued or number == len(rows) - 1:
            fits = height([*_again(tuple(run)), *run]) <= room
            yield from [tuple(run)] if fits else [(single,) for single in run]
            run = []


def _head(run: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(dropwhile(lambda row: row.gap, run))


def _again(run: tuple[Row, ...]) -> tuple[Row, ...]:
    return next((row.again for row in run if not row.gap), ())
