"""What every paper of a session begins with: which one it is, for whom it is, until when it is kept."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.day_content import Head
from fieldkit.papers.fonts import SECOND, TEAL, put, style, wide
from fieldkit.papers.sheet import MARGIN, WIDE, Sheet
from fieldkit.text import Catalogue, catalogue

_TO_WRITE = "____________"
_BEFORE_CODE = 14.0


def day_sheet(language: str, kind: str, head: Head, /, *, margin: float = MARGIN, foot: str = "") -> Sheet:
    """Return the sheet of a paper that goes to the session and is destroyed later (`02`: UNTIL 90 days).

    Where nothing else stands at its foot, it says how long notes are kept.
    """
    say = catalogue(language).say
    day = blocks.one_line(head.destroy_by) or _TO_WRITE
    return Sheet(
        language=language,
        kind=kind,
        mark=say("Internal. Do not hand over."),
        note=say("No names on this sheet. Destroy by {day}", day=day),
        foot=foot or say("Within seven days the notes become insights. Then they are destroyed."),
        margin=margin,
    )


def opening_by_day(head: Head, kind: str, words: Catalogue, /, *, margin: float = MARGIN) -> Block:
    """Return the day as a title, and right of it what kind of paper this is."""
    title = head.day or words.say("Day not set yet")
    return _opening(title, head.about, (kind, head.code), margin)


def opening_by_kind(head: Head, kind: str, /) -> Block:
    """Return the kind of paper as a title, the day and the rest below it."""
    return _opening(kind, (head.day, *head.about), ("", head.code), MARGIN)


def _opening(title: str, about: tuple[str, ...], right: tuple[str, str], margin: float) -> Block:
    """Return title and second line, two short lines right of them, and the rule below both."""
    to = WIDE - 2 * margin
    upper, lower = map(blocks.one_line, right)
    small, bold = style(9.5, 13, ink=SECOND), style(11.5, 17, "SemiBold")
    room = max(wide(upper, small), wide(lower, bold)) + _BEFORE_CODE
    second = " · ".join(filter(None, map(blocks.one_line, about)))

    def draw(canvas: Canvas) -> None:
        put(canvas, to, -20, upper, small, "right")
        put(canvas, to, -37, lower, bold, "right")

    return [
        blocks.hanging(draw),
        *blocks.set_text(title, style(20, 25, "SemiBold"), x=0, right=room),
        *(blocks.set_text(second, style(10.5, 16, ink=SECOND), x=0, right=room) or [blocks.room(16)]),
        blocks.rule(TEAL, 1.5, above=7, below=12),
    ]
