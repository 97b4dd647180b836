"""The blocks internal papers are set in: title, section, text, lists, boxes to tick, room to write.

All lengths are points; `x` is where a block begins, from the left margin. Words come in as they were
typed and are cleaned and escaped here. A block is a list of flowables, a fresh one for each time it is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from fieldkit.papers import words
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, style
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
_CODE_SIZE = 8
_HIGHEST_BESIDE = 70.0  # a heading higher than this stands above its section instead
_ENDLESS = 1e6

Block = list[Flowable]


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
    return apart([[_paragraph(part, placed)] for part in words.paragraphs(text)], _BETWEEN_PARAGRAPHS)


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


def to_write_on(lines: int, /, *, x: float) -> Flowable:
    """Return room for handwriting."""

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        for number in range(lines):
            canvas.line(x, number * WRITING_LINE, WIDTH, number * WRITING_LINE)

    return Drawn(lines * WRITING_LINE, draw)


def beside(heading: str, look: ParagraphStyle, body: Block, /, *, x: float = 0, to: float) -> Block:
    """Hang a heading from `x` to `to`, left of the first lines of a block; no block, no heading."""
    if not body:
        return []
    said = _paragraph(one_line(heading), look)
    high = _height(said, to - x)
    if high > _HIGHEST_BESIDE:
        return [*kept([*set_text(heading, look, x=x), Drawn(_BETWEEN_PARAGRAPHS, _nothing)]), *body]
    hung = hanging(lambda canvas: said.drawOn(canvas, x, -high))
    return [hung, *_as_high_as(high, body)]


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


def _paragraph(text: str, look: ParagraphStyle) -> Flowable:
    return Paragraph(words.escaped(text), look)


def _coded(lines: Sequence[str], codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line that says something with its code, or with none."""
    for line, code in zip_longest(lines, codes[: len(lines)], fillvalue=""):
        if words.paragraphs(line):
            yield line, one_line(code)


def _item(line: str, code: str, look: ParagraphStyle, x: float, mark: str = "") -> Block:
    indent = _MARK_INDENT if mark else _BOX_INDENT
    placed = look.clone(look.name, leftIndent=x + indent, bulletIndent=x)
    parts = [words.escaped(part) for part in words.paragraphs(line)]
    if code:
        parts[-1] += f' <font size="{_CODE_SIZE}" color="{SECOND}">{words.escaped(code)}</font>'
    marks = [mark or None, *[None] * (len(parts) - 1)]
    set_parts = [[Paragraph(part, placed, bulletText=mark)] for part, mark in zip(parts, marks, strict=True)]
    return apart(set_parts, _BETWEEN_PARAGRAPHS)


def _boxed(line: str, code: str, look: ParagraphStyle, x: float) -> Block:
    middle = look.leading / 2

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(TEXT)
        canvas.setLineWidth(0.9)
        canvas.roundRect(x + 0.5, -middle - _BOX / 2 + 0.4, _BOX, _BOX, 1.6)

    return [hanging(draw), *_item(line, code, look, x)]


def _as_high_as(least: float, block: Block) -> Block:
    """Keep so much of a block together that what hangs beside it is not cut off by the end of a page."""
    reached = 0.0
    for number, each in enumerate(block, start=1):
        reached += _height(each, WIDTH)
        if reached >= least:
            return [*kept(block[:number]), *block[number:]]
    return kept([*block, Drawn(least - reached, _nothing)])


def _height(flowable: Flowable, width: float) -> float:
    return float(flowable.wrap(width, _ENDLESS)[1])


def _nothing(_: Canvas) -> None:
    """Leave it empty."""
