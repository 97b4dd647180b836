"""Rows of money and what they come to, for those who count it by two."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.day_content import Amount
from fieldkit.papers.fonts import HAIRLINE, style


def money(
    amounts: Sequence[Amount], totals: Sequence[Amount], look: ParagraphStyle, to: float, /, *, x: float = 0
) -> Block:
    """Return rows of money, and below a line what they come to; room to write where nothing is planned."""
    bold = style(look.fontSize, look.leading, "SemiBold")
    rows = [blocks.row(each.what, each.sum, look, x=x, to=to, bold=bold) for each in amounts]
    sums = [blocks.row(each.what, each.sum, bold, x=x, to=to, bold=bold) for each in totals]
    above = blocks.apart(rows, 0.3 * look.fontSize) or [blocks.to_write_on(2, x=x, to=to)]
    under = blocks.apart(sums, 0.3 * look.fontSize)
    return [*above, _line(x, to), *under] if under else above


def _line(x: float, to: float) -> blocks.Drawn:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        canvas.line(x, 4.5, to, 4.5)

    return blocks.Drawn(9, draw)
