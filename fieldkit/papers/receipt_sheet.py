"""The receipt by headcount: a token for each head, what it received, two who counted (EX2, SC-18)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fieldkit.papers import blocks
from fieldkit.papers.blocks import MEASURE_LEFT, Block
from fieldkit.papers.day_content import ReceiptSheet
from fieldkit.papers.day_head import day_sheet, opening_by_kind
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, put, style
from fieldkit.papers.money import money
from fieldkit.papers.sheet import WIDTH, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

MOST_TOKENS = 500
"""A sheet has no more: whoever expects more people prints it once for each group of them."""

_BLANK_TOKENS = 24  # where nobody was planned yet
_ROW, _HEAD = 19.5, 17.0
_HALF_GAP = 26.0
_HALF = (WIDTH - _HALF_GAP) / 2
_NUMBER = 30.0
_SIZE, _LEADING = 10.0, 13.6


def draw(content: ReceiptSheet, language: str, /) -> bytes:
    """Return the sheet as a PDF file.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    sheet = day_sheet(language, words.say("Receipt by headcount"), content.head)
    return draw_sheet(sheet, lambda: _story(content, words))


def _story(content: ReceiptSheet, words: Catalogue) -> Block:
    say = words.say
    hint = say(
        "Everybody gets a token with a number. Tick what each received; nobody signs, nobody is named."
    )
    columns = (say("Came"), say("Paid"), say("Meal"), say("Travel"))
    count = min(content.tokens, MOST_TOKENS) or _BLANK_TOKENS
    numbers = range(1, count + 1)
    return [
        *opening_by_kind(content.head, say("Receipt by headcount")),
        *blocks.set_text(hint, style(_SIZE, _LEADING, ink=SECOND), x=0),
        blocks.room(10),
        _Tokens(numbers, columns, numbered=content.tokens > 0),
        *blocks.kept(_together(content, columns, words)),
    ]


def _together(content: ReceiptSheet, columns: Sequence[str], words: Catalogue) -> Block:
    """Return what it all comes to, and who stands for it."""
    say = words.say
    look = style(_SIZE, _LEADING)
    counted = blocks.boxes_side_by_side(content.counted_by, look, x=MEASURE_LEFT, to=WIDTH)
    paid = money(content.amounts, content.totals, style(_SIZE, _LEADING, ink=SECOND), WIDTH, x=MEASURE_LEFT)
    parts = (
        _section(say("Together"), [_to_fill_in(columns)]),
        _section(say("Money"), paid),
        _section(say("Counted by two"), counted),
        _section(say("For the partner"), [_to_fill_in((say("Role"), say("Day")))]),
    )
    return blocks.apart([[blocks.room(16)], *parts], 11)


def _section(heading: str, body: Block) -> Block:
    return blocks.beside(heading, style(_SIZE, _LEADING, "SemiBold", TEAL), body, to=MEASURE_LEFT - 14)


def _to_fill_in(labels: Sequence[str]) -> Flowable:
    """Return labels beside each other, each with a line to write on below it."""
    step = (WIDTH - MEASURE_LEFT) / len(labels)

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        for place, each in enumerate(labels):
            x = MEASURE_LEFT + place * step
            put(canvas, x, 24, each, style(9, 12, ink=SECOND))
            canvas.line(x, 2, x + step - 14, 2)

    return blocks.Drawn(33, draw)


class _Tokens(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """Tokens in two columns with boxes to tick; the next page goes on with heads of its own."""

    def __init__(self, numbers: range, columns: Sequence[str], /, *, numbered: bool) -> None:
        super().__init__()
        self._numbers = numbers
        self._columns = columns
        self._numbered = numbered

    @property
    def _rows(self) -> int:
        return -(-len(self._numbers) // 2)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, _HEAD + self._rows * _ROW
        return self.width, self.height

    def split(self, width: float, height: float) -> Block:
        fitting = int((height - _HEAD) // _ROW)
        if fitting < 1:
            return []
        parts = (self._numbers[: 2 * fitting], self._numbers[2 * fitting :])
        return [_Tokens(each, self._columns, numbered=self._numbered) for each in parts if each]

    def draw(self) -> None:
        """Draw the heads and rows of both columns."""
        for column in range(2):
            x = column * (_HALF + _HALF_GAP)
            self._draw_heads(x)
            half = self._numbers[column * self._rows : (column + 1) * self._rows]
            for row, number in enumerate(half):
                self._draw_row(x, self.height - _HEAD - (row + 1) * _ROW, number)

    def _draw_heads(self, x: float) -> None:
        for place, each in enumerate(self._columns):
            put(
                self.canv,
                self._box_at(x, place),
                self.height - 10,
                each,
                style(8.5, 11, ink=SECOND),
                "middle",
            )

    def _draw_row(self, x: float, bottom: float, number: int) -> None:
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.5)
        self.canv.line(x, bottom, x + _HALF, bottom)
        if self._numbered:
            look = style(_SIZE, _LEADING, "SemiBold", TEXT)
            put(self.canv, x + _NUMBER - 10, bottom + 6, str(number), look, "right")
        for place in range(len(self._columns)):
            blocks.draw_box(self.canv, self._box_at(x, place) - 5.3, bottom + _ROW / 2)

    def _box_at(self, x: float, place: int) -> float:
        step = (_HALF - _NUMBER) / len(self._columns)
        return x + _NUMBER + (place + 0.5) * step
