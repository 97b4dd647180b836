"""The sheet every internal paper is printed on: A4, margins 18 mm, marked on each page, page x of y.

The same content gives the same bytes on every machine and day: no clock, no path, no name of a user or
program goes in. All lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import md5
from io import BytesIO
from typing import Any

import msgspec
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from fieldkit.papers import words
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEXT, font, refuse_unprintable
from fieldkit.text import Catalogue, catalogue

WIDE: float = A4[0]
HIGH: float = A4[1]
MARGIN: float = 18 * mm
WIDTH = WIDE - 2 * MARGIN

_MARK_TOP, _MARK_HIGH = 33.0, 26.0  # the frame that says for whom the paper is
_UNDER_MARK = 20.0
_OVER_FOOT = 12.0
_NEUTRAL = "Fieldkit"
_FIXED_DAY = "D:20000101000000Z"

Story = Callable[[], Sequence[Flowable]]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on every page of a paper, in its language."""

    language: str
    kind: str  # "Method comparison": the title a reader of PDF shows; never anybody's words
    mark: str  # in the frame, bold: "Internal. Do not hand over."
    note: str  # in the frame, right
    foot: str  # below, left

    @property
    def words(self) -> Catalogue:
        """Return the catalogue of the language."""
        return catalogue(self.language)


def internal(language: str, kind: str, /) -> Sheet:
    """Return the sheet of a paper that stays inside."""
    say = catalogue(language).say
    return Sheet(
        language=language,
        kind=kind,
        mark=say("Internal. Do not hand over."),
        note=say("Write no names on this sheet."),
        foot=say("For those who prepare the dialogue"),
    )


def refuse_letters(content: object, /) -> None:
    """Raise `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter of `content`."""
    refuse_unprintable(part for text in words.strings(content) for part in words.paragraphs(text))


def draw(sheet: Sheet, story: Story, /) -> bytes:
    """Return the paper as a PDF file. `story` is made twice: first to count the pages, then to print."""
    stream = BytesIO()
    _build(stream, sheet, story(), count_pages(sheet, story))
    return stream.getvalue()


def count_pages(sheet: Sheet, story: Story, /) -> int:
    """Return how many pages a story fills."""
    return _build(BytesIO(), sheet, story(), 0)


def _build(stream: BytesIO, sheet: Sheet, story: Sequence[Flowable], pages: int) -> int:
    def on_each(canvas: Canvas, document: Any) -> None:
        _draw_mark(canvas, sheet)
        _draw_foot(canvas, sheet, document.page, pages)

    document = BaseDocTemplate(
        stream,
        pagesize=A4,
        pageTemplates=[PageTemplate(frames=[_frame()], onPage=on_each)],
        pageCompression=1,
        invariant=1,
        lang=sheet.language,
        initialFontName=font(),  # else every page names a font that is not embedded
        title=sheet.kind,
        author="",
        subject="",
        creator=_NEUTRAL,
        producer=_NEUTRAL,
        keywords="",
    )
    document.build(list(story), canvasmaker=_neutral)
    return int(document.page)


def _neutral(*arguments: Any, **named: Any) -> Canvas:
    canvas = Canvas(*arguments, **named)
    # reportlab begins the file's /ID with its clock, which the environment may set, and the day likewise
    canvas._doc.signature = md5(_NEUTRAL.encode(), usedforsecurity=False)
    canvas.setDateFormatter(lambda *_: _FIXED_DAY)
    return canvas


def _frame() -> Frame:
    foot = MARGIN + _OVER_FOOT
    high = HIGH - _MARK_TOP - _MARK_HIGH - _UNDER_MARK - foot
    none = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(MARGIN, foot, WIDTH, high, **none)


def _draw_mark(canvas: Canvas, sheet: Sheet) -> None:
    bottom = HIGH - _MARK_TOP - _MARK_HIGH
    middle = bottom + _MARK_HIGH / 2
    canvas.setStrokeColor(TEXT)
    canvas.setLineWidth(1.3)
    canvas.roundRect(MARGIN, bottom, WIDTH, _MARK_HIGH, 4)
    _draw_closed_eye(canvas, MARGIN + 19, middle)
    canvas.setFillColor(TEXT)
    canvas.setFont(font("SemiBold"), 10.5)
    canvas.drawString(MARGIN + 33, middle - 3.7, sheet.mark)
    canvas.setFont(font(), 9.5)
    canvas.drawRightString(MARGIN + WIDTH - 12, middle - 3.4, sheet.note)


def _draw_closed_eye(canvas: Canvas, x: float, y: float) -> None:
    """Draw an eye struck through, about 14 wide, with its middle at (x, y)."""
    canvas.setLineWidth(0.9)
    canvas.setLineCap(1)
    for lid in (6.4, -6.4):
        outline = canvas.beginPath()
        outline.moveTo(x - 7, y)
        outline.curveTo(x - 3.5, y + lid, x + 3.5, y + lid, x + 7, y)
        canvas.drawPath(outline)
    canvas.circle(x, y, 2.2)
    canvas.line(x - 4.8, y + 5.2, x + 4.8, y - 5.2)
    canvas.setLineCap(0)


def _draw_foot(canvas: Canvas, sheet: Sheet, page: int, pages: int) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, MARGIN, MARGIN + WIDTH, MARGIN)
    canvas.setFillColor(SECOND)
    canvas.setFont(font(), 9)
    canvas.drawString(MARGIN, MARGIN - 18, sheet.foot)
    said = sheet.words.say("{page} of {pages}", page=page, pages=pages)
    canvas.drawRightString(MARGIN + WIDTH, MARGIN - 18, said)
