"""The sheet every internal paper is printed on: A4, marked on each page, page x of y; one column or two.

The same content gives the same bytes on every machine and day: no clock, no path, no name of a user or
program goes in. All lengths are points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from hashlib import md5
from io import BytesIO
from typing import Any

import msgspec
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus.doctemplate import LayoutError

from fieldkit.papers import words
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEXT, font, put, refuse_unprintable, style
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
OnPage = Callable[[Canvas, Any], None]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on every page of a paper, in its language."""

    language: str
    kind: str  # "Method comparison": the title a reader of PDF shows; never anybody's words
    mark: str = ""  # in the frame, bold: "Internal. Do not hand over."; empty: no frame
    note: str = ""  # in the frame, right
    foot: str  # below, left
    margin: float = MARGIN  # left and right
    read_in: str = ""  # the language a reader of PDF reads it aloud in, where it is another one

    @property
    def words(self) -> Catalogue:
        """Return the catalogue of the language."""
        return catalogue(self.language)

    @property
    def width(self) -> float:
        """Return how wide the page is between its margins."""
        return WIDE - 2 * self.margin


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Two columns, each of which goes on from page to page by itself."""

    head: Story  # over both, on the first page
    left: Story
    right: Story
    right_width: float
    gap: float  # between them

    def left_width(self, sheet: Sheet, /) -> float:
        """Return how wide the left column is."""
        return sheet.width - self.right_width - self.gap


Body = Story | Columns


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


def draw(sheet: Sheet, body: Body, /) -> bytes:
    """Return the paper as a PDF file. `body` is made twice: first to count the pages, then to print."""
    stream = BytesIO()
    _build(stream, sheet, body, count_pages(sheet, body))
    return stream.getvalue()


def count_pages(sheet: Sheet, body: Body, /) -> int:
    """Return how many pages a paper fills."""
    return _build(BytesIO(), sheet, body, 0)


def on_fewest_pages(sheet: Sheet, bodies: Sequence[Body], /) -> Body:
    """Return the roomiest of several settings of a paper that needs no more pages than the closest, the last.

    Each setting is closer than the one before it.
    """
    fewest = count_pages(sheet, bodies[-1])
    return bodies[bisect_left(bodies, True, key=lambda body: count_pages(sheet, body) <= fewest)]


def _build(stream: BytesIO, sheet: Sheet, body: Body, pages: int) -> int:
    def on_each(canvas: Canvas, document: Any) -> None:
        if sheet.mark:
            _draw_mark(canvas, sheet)
        _draw_foot(canvas, sheet, document.page, pages)

    if isinstance(body, Columns):
        templates, story = _in_columns(sheet, body, on_each)
    else:
        whole = _frame(sheet, sheet.margin, sheet.width)
        templates, story = [PageTemplate(frames=[whole], onPage=on_each)], list(body())
    document = BaseDocTemplate(
        stream,
        pagesize=A4,
        pageTemplates=templates,
        pageCompression=1,
        invariant=1,
        lang=sheet.read_in or sheet.language,
        initialFontName=font(),  # else every page names a font that is not embedded
        title=sheet.kind,
        author="",
        subject="",
        creator=_NEUTRAL,
        producer=_NEUTRAL,
        keywords="",
    )
    document.build(story, canvasmaker=_neutral)
    return int(document.page)


def _in_columns(sheet: Sheet, columns: Columns, on_each: OnPage) -> tuple[list[PageTemplate], list[Flowable]]:
    """Return the pages of two columns: the left one flows, the right one is drawn as each page begins."""
    head = columns.head()
    below = sum(
        each.wrap(sheet.width, HIGH)[1] + each.getSpaceBefore() + each.getSpaceAfter() for each in head
    )
    right = list(columns.right())
    width = columns.left_width(sheet)

    def begin(canvas: Canvas, document: Any) -> None:
        on_each(canvas, document)
        _fill(_right_frame(sheet, columns, 0), right, canvas)

    def begin_first(canvas: Canvas, document: Any) -> None:
        on_each(canvas, document)
        _fill(_frame(sheet, sheet.margin, sheet.width), list(head), canvas)
        _fill(_right_frame(sheet, columns, below), right, canvas)

    first = _frame(sheet, sheet.margin, width, below)
    later = _frame(sheet, sheet.margin, width)
    templates = [
        PageTemplate(id="first", frames=[first], onPage=begin_first, autoNextPageTemplate="later"),
        PageTemplate(id="later", frames=[later], onPage=begin),
    ]
    return templates, [*columns.left(), _UntilEmpty(right)]


class _UntilEmpty(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """Takes page after page as long as the other column is not through."""

    def __init__(self, rest: list[Flowable], seen: Flowable | None = None, /) -> None:
        super().__init__()
        self._rest = rest
        self._seen = seen  # what came next in it on the page before

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return (0, height + 1) if self._rest else (0, 0)

    def split(self, width: float, height: float) -> list[Flowable]:
        [coming, *_] = self._rest
        if coming is self._seen:
            raise LayoutError("a column holds what is higher than a page")
        return [Spacer(0, height), _UntilEmpty(self._rest, coming)]

    def draw(self) -> None:
        """Draw nothing."""


def _fill(frame: Frame, rest: list[Flowable], canvas: Canvas) -> None:
    """Draw in a frame as much as it has room for, and leave the rest."""
    while rest and frame.add(rest[0], canvas, trySplit=1):
        del rest[0]
    parts = frame.split(rest[0], canvas) if rest else []
    if parts:
        frame.add(parts[0], canvas)
        rest[:1] = parts[1:]


def _neutral(*arguments: Any, **named: Any) -> Canvas:
    canvas = Canvas(*arguments, **named)
    # reportlab begins the file's /ID with its clock, which the environment may set, and the day likewise
    canvas._doc.signature = md5(_NEUTRAL.encode(), usedforsecurity=False)
    canvas.setDateFormatter(lambda *_: _FIXED_DAY)
    return canvas


def _frame(sheet: Sheet, x: float, width: float, below: float = 0) -> Frame:
    """Return where on a page words stand: from x on, `below` under the frame that says for whom it is."""
    top = _MARK_TOP + (_MARK_HIGH + _UNDER_MARK if sheet.mark else 0) + below
    foot = MARGIN + _OVER_FOOT
    none = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(x, foot, width, HIGH - top - foot, **none)


def _right_frame(sheet: Sheet, columns: Columns, below: float) -> Frame:
    x = WIDE - sheet.margin - columns.right_width
    return _frame(sheet, x, columns.right_width, below)


def _draw_mark(canvas: Canvas, sheet: Sheet) -> None:
    bottom = HIGH - _MARK_TOP - _MARK_HIGH
    middle = bottom + _MARK_HIGH / 2
    canvas.setStrokeColor(TEXT)
    canvas.setLineWidth(1.3)
    canvas.roundRect(sheet.margin, bottom, sheet.width, _MARK_HIGH, 4)
    _draw_closed_eye(canvas, sheet.margin + 19, middle)
    put(canvas, sheet.margin + 33, middle - 3.7, sheet.mark, style(10.5, 14, "SemiBold"))
    put(canvas, WIDE - sheet.margin - 12, middle - 3.4, sheet.note, style(9.5, 13), "right")


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
    canvas.line(sheet.margin, MARGIN, WIDE - sheet.margin, MARGIN)
    look = style(9, 12, ink=SECOND)
    put(canvas, sheet.margin, MARGIN - 18, sheet.foot, look)
    said = sheet.words.say("{page} of {pages}", page=page, pages=pages)
    put(canvas, WIDE - sheet.margin, MARGIN - 18, said, look, "right")
