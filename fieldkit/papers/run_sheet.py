"""The run sheet of a day: times and boxes to tick left, right what one looks up under stress (RQ-059)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks, run_panels
from fieldkit.papers.blocks import Block
from fieldkit.papers.day_content import Moment, RunSheet
from fieldkit.papers.day_head import day_sheet, opening_by_day
from fieldkit.papers.fonts import SECOND, TEAL, put
from fieldkit.papers.held import Extent, Held, Inset
from fieldkit.papers.run_panels import Setting
from fieldkit.papers.sheet import Columns, Sheet, on_fewest_pages, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_MARGIN = 14 * mm
_GAP = 20.0
_TIME_TO, _LINE, _WORDS = 33.0, 44.0, 57.0  # right end of a time, the line down the page, where words begin

_SETTINGS = (
    Setting(size=10, between=15, panels=9, inside=9),
    Setting(size=10, between=10, panels=9, inside=8),
    Setting(size=9.6, between=8, panels=8, inside=7),
    Setting(size=9.2, between=6, panels=7, inside=6),
    Setting(size=9, between=4.5, panels=6, inside=5.5),
    Setting(size=8.8, between=4, panels=5, inside=5),
)
"""From the roomiest to the closest."""


def draw(content: RunSheet, language: str, /) -> bytes:
    """Return the run sheet as a PDF file: on as few pages as a readable size allows, most often one.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    sheet = day_sheet(language, words.say("Run sheet"), content.head, margin=_MARGIN)
    bodies = [_columns(content, sheet, setting, words) for setting in _SETTINGS]
    return draw_sheet(sheet, on_fewest_pages(sheet, bodies))


def _columns(content: RunSheet, sheet: Sheet, setting: Setting, words: Catalogue) -> Columns:
    left = sheet.width - run_panels.WIDTH - _GAP - _WORDS
    return Columns(
        head=lambda: opening_by_day(content.head, sheet.kind, words, margin=_MARGIN),
        left=lambda: _timeline(content.moments, setting, left),
        right=lambda: run_panels.panels(content, setting, words),
        right_width=run_panels.WIDTH,
        gap=_GAP,
    )


def _timeline(moments: Sequence[Moment], setting: Setting, to: float) -> Block:
    return [
        Held(
            _moment(moment, setting, to),
            Inset(left=_WORDS, bottom=0 if last else setting.between),
            partial(_draw_time, moment=moment, setting=setting, last=last),
        )
        for moment, last in zip(moments, _is_last(moments), strict=True)
    ]


def _is_last(moments: Sequence[Moment]) -> list[bool]:
    return [place == len(moments) - 1 for place in range(len(moments))]


def _moment(moment: Moment, setting: Setting, to: float) -> Block:
    lines = blocks.apart([blocks.set_text(line, setting.look(), x=0) for line in moment.lines], 0)
    boxes = blocks.boxes_side_by_side(moment.boxes, setting.look(), to=to)
    title = blocks.set_text(moment.title, setting.title, x=0)
    for each in title:
        each.keepWithNext = True
    return blocks.apart([title, lines, boxes], 0.35 * setting.size)


def _draw_time(canvas: Canvas, extent: Extent, *, moment: Moment, setting: Setting, last: bool) -> None:
    """Draw the time, and the line with its point: filled where there is something to tick."""
    top, baseline = extent.height, extent.height - 0.935 * setting.title.fontSize
    middle = baseline + 3.6
    below = middle if last else 0
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1.2)
    if below < top:
        canvas.line(_LINE, top, _LINE, below)
    if extent.begins:
        canvas.setFillColor(TEAL if moment.boxes else "#FFFFFF")
        canvas.circle(_LINE, middle, 3.1, fill=1)
        _draw_clock(canvas, moment.time, baseline, setting)


def _draw_clock(canvas: Canvas, time: str, baseline: float, setting: Setting) -> None:
    if time:
        put(canvas, _TIME_TO, baseline, time, setting.title, "right")
        return
    canvas.setStrokeColor(SECOND)
    canvas.setLineWidth(0.6)
    canvas.line(0, baseline - 1, _TIME_TO, baseline - 1)
