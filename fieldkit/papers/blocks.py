"""The blocks internal papers are set in: title, section, text, lists, boxes to tick, room to write.

All lengths are points; `x` is where a block begins, from the left margin. Words come in as they were
typed and are cleaned and escaped here. A block is a list of flowables, a fresh one for each time it is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable

from fieldkit.papers import words
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, paragraph, put, style, wide
from fieldkit.papers.sheet import WIDTH

MEASURE_LEFT = 118.5  # the column of hanging headings, 158 px
WRITING_LINE = 25.0  # room for a line of handwriting

_BETWEEN_PARAGRAPHS = 5.8
_BETWEEN_ITEMS = 3.6
_BETWEEN_BOXES = 5.6
_BETWEEN_QUESTIONS = 12.0
_MARK_INDENT = 13.5
_BOX_INDENT = 19.0
_BOX = 9.6
_BESIDE_BOX = 16.0  # from a box to its words where several stand beside each other
_BETWEEN_COLUMNS = 12.0
_HIGHEST_BESIDE = 70.0  # a heading higher than this stands above its section instead
_ENDLESS = 1e6

Block = list[Flowable]
Mark = Literal["none", "tick", "dash"]

_MARKS: dict[Mark, tuple[tuple[float, float], ...]] = {
    "none": (),
    "tick": ((0.27, 0), (0.47, -0.23), (0.86, 0.27)),
    "dash": ((0.28, 0), (0.82, 0)),
}
"""What stands in a box, in parts of its size, from the middle of its left side."""


class Drawn(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """Something drawn by hand; its origin is its lower left corner."""

    def __init__(self, height: float, draw: Callable[[Canvas], None], /) -> None:
        super().__init__()
        self.width, self.height = WIDTH, height
        self._draw = draw

    def draw(self) -> None:
        """Draw it."""
        self._draw(self.canv)


def title(text: str, second: str = "", /) -> Block:
    """Return the title of a paper, the line below it, and the rule under both."""
    lines = set_text(text, style(22, 27, "SemiBold"), x=0)
    lines += set_text(second, style(11.25, 17, ink=SECOND), x=0)
    return [*lines, rule(TEAL, 1.5, above=8, below=16)]


def rule(ink: str = HAIRLINE, weight: float = 0.6, /, *, above: float, below: float) -> Flowable:
    """Return a line over the whole width."""
    return HRFlowable(
        width="100%", thickness=weight, color=ink, spaceBefore=above, spaceAfter=below, lineCap="butt"
    )


def set_text(text: str, look: ParagraphStyle, /, *, x: float, right: float = 0) -> Block:
    """Return a text, one paragraph a line of it, ending `right` before the right margin."""
    placed = look.clone(look.name, leftIndent=x, rightIndent=right)
    return apart([[paragraph(part, placed)] for part in words.paragraphs(text)], _BETWEEN_PARAGRAPHS)


def one_line(text: str, /) -> str:
    """Return a text as one cleaned line, for what is drawn by hand."""
    return " ".join(words.paragraphs(text))


def dashes(
    lines: Sequence[str], look: ParagraphStyle, /, *, x: float, between: float = _BETWEEN_ITEMS,
    codes: Sequence[str] = (),
) -> Block:  # fmt: skip
    """Return short lines, each behind a dash, its code small behind it."""
    return apart([_item(line, code, look, x, "–") for line, code in _coded(lines, codes)], between)


def boxes(lines: Sequence[str], look: ParagraphStyle, /, *, x: float, codes: Sequence[str] = ()) -> Block:
    """Return lines with a box to tick before each, its code small behind it."""
    return apart([_boxed(line, code, look, x) for line, code in _coded(lines, codes)], _BETWEEN_BOXES)


def questions(lines: Sequence[str], look: ParagraphStyle, /, *, x: float, codes: Sequence[str] = ()) -> Block:
    """Return questions with two lines to write an answer on below each."""
    asked = [_item(line, code, look, x, "?") for line, code in _coded(lines, codes)]
    return apart([kept([*each, to_write_on(2, x=x + _MARK_INDENT)]) for each in asked], _BETWEEN_QUESTIONS)


def to_write_on(lines: int, /, *, x: float, to: float = WIDTH, high: float = WRITING_LINE) -> Flowable:
    """Return room for handwriting, each line of it `high`."""

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        for number in range(lines):
            canvas.line(x, number * high, to, number * high)

    return Drawn(lines * high, draw)


def boxes_side_by_side(lines: Sequence[str], look: ParagraphStyle, /, *, x: float = 0, to: float) -> Block:
    """Return lines with a box to tick before each, as many beside each other as there is room for."""
    rows: list[list[str]] = []
    for line in filter(None, map(one_line, lines)):
        if rows and x + _beside_each_other([*rows[-1], line], look) <= to:
            rows[-1].append(line)
        else:
            rows.append([line])
    return apart([_row_of_boxes(row, look, x) for row in rows], _BETWEEN_BOXES)


def row(
    what: str, right: str, look: ParagraphStyle, /, *, x: float = 0, to: float, bold: ParagraphStyle
) -> Block:
    """Return a line of words with a short text at its right end, such as an amount."""
    said = set_text(what, look, x=x, right=wide(right, bold) + 8) or [room(look.leading)]
    return [hanging(lambda canvas: put(canvas, to, -0.94 * look.fontSize, right, bold, "right")), *said]


def draw_box(canvas: Canvas, x: float, middle: float, /, *, mark: Mark = "none") -> None:
    """Draw a box to tick, beginning at x, or one that is ticked or set aside already."""
    canvas.setStrokeColor(TEXT)
    canvas.setLineWidth(0.9)
    canvas.roundRect(x + 0.5, middle - _BOX / 2, _BOX, _BOX, 1.6)
    points = _MARKS[mark]
    if points:
        canvas.setLineWidth(1.5)
        drawn = canvas.beginPath()
        drawn.moveTo(x + points[0][0] * _BOX, middle + points[0][1] * _BOX)
        for right, up in points[1:]:
            drawn.lineTo(x + right * _BOX, middle + up * _BOX)
        canvas.drawPath(drawn)


def beside(heading: str, look: ParagraphStyle, body: Block, /, *, x: float = 0, to: float) -> Block:
    """Hang a heading from `x` to `to`, left of the first lines of a block; no block, no heading."""
    if not body:
        return []
    said = paragraph(one_line(heading), look)
    high = _height(said, to - x)
    if high > _HIGHEST_BESIDE:
        return [*kept([*set_text(heading, look, x=x), room(_BETWEEN_PARAGRAPHS)]), *body]
    hung = hanging(lambda canvas: said.drawOn(canvas, x, -high))
    return [hung, *_as_high_as(high, body)]


def room(height: float, /) -> Flowable:
    """Return room in which nothing stands."""
    return Drawn(height, lambda _: None)


def hanging(draw: Callable[[Canvas], None], /) -> Flowable:
    """Return something that takes no room but hangs beside what comes next; its origin is upper left."""
    drawn = Drawn(0, draw)
    drawn.keepWithNext = True
    return drawn


def kept(block: Block, /) -> Block:
    """Return a block that no page break parts, as long as one page can hold it."""
    for each in block[:-1]:
        each.keepWithNext = True
    return block


def apart(blocks: Iterable[Block], distance: float, /) -> Block:
    """Return blocks below each other, the empty ones left out, with distance between them."""
    filled = [block for block in blocks if block]
    for block in filled[1:]:
        block[0].spaceBefore = distance
    return [each for block in filled for each in block]


def _coded(lines: Sequence[str], codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line that says something with its code, or with none."""
    for line, code in zip_longest(lines, codes[: len(lines)], fillvalue=""):
        if words.paragraphs(line):
            yield line, one_line(code)


def _item(line: str, code: str, look: ParagraphStyle, x: float, mark: str = "") -> Block:
    indent = _MARK_INDENT if mark else _BOX_INDENT
    placed = look.clone(look.name, leftIndent=x + indent, bulletIndent=x)
    first, *rest = words.paragraphs(line)
    bullets = [mark or None, *[None] * len(rest)]
    codes = [*[""] * len(rest), code]
    set_parts = [
        [paragraph(part, placed, code=small, bullet=bullet)]
        for part, small, bullet in zip((first, *rest), codes, bullets, strict=True)
    ]
    return apart(set_parts, _BETWEEN_PARAGRAPHS)


def _boxed(line: str, code: str, look: ParagraphStyle, x: float) -> Block:
    middle = 0.4 - look.leading / 2
    return [hanging(lambda canvas: draw_box(canvas, x, middle)), *_item(line, code, look, x)]


def _beside_each_other(lines: Sequence[str], look: ParagraphStyle) -> float:
    return sum(_BESIDE_BOX + wide(line, look) + _BETWEEN_COLUMNS for line in lines) - _BETWEEN_COLUMNS


def _row_of_boxes(lines: Sequence[str], look: ParagraphStyle, x: float) -> Block:
    if len(lines) == 1:
        return _boxed(lines[0], "", look, x)
    steps = [_BESIDE_BOX + wide(line, look) + _BETWEEN_COLUMNS for line in lines]

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            begin = x + sum(steps[:number])
            draw_box(canvas, begin, 0.4 + look.leading / 2)
            put(canvas, begin + _BESIDE_BOX, look.leading - look.fontSize, line, look)

    return [Drawn(look.leading, draw)]


def _as_high_as(least: float, block: Block) -> Block:
    """Keep so much of a block together that what hangs beside it is not cut off by the end of a page."""
    reached = 0.0
    for number, each in enumerate(block, start=1):
        reached += _height(each, WIDTH)
        if reached >= least:
            return [*kept(block[:number]), *block[number:]]
    return kept([*block, room(least - reached)])


def _height(flowable: Flowable, width: float) -> float:
    return float(flowable.wrap(width, _ENDLESS)[1])
