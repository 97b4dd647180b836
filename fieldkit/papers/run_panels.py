"""The right column of the run sheet: what one looks up under stress, the way to stop the talk first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.chain import chain
from fieldkit.papers.day_content import Heads, RunSheet
from fieldkit.papers.fonts import HAIRLINE, RED, SECOND, TEAL, TEXT, Weight, put, style, wide
from fieldkit.papers.held import Extent, Held, Inset
from fieldkit.papers.money import money
from fieldkit.text import Catalogue

WIDTH = 192.0
"""Of the column, in points."""

_BESIDE_WORDS = 11.0  # from the frame of a panel to its words, left and right
_INNER = WIDTH - 2 * _BESIDE_WORDS
_COUNT_LINE = 34.0  # room to write how many were there


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How closely the page is set."""

    size: float  # of the letters, in points
    between: float  # moments, in points
    panels: float  # apart, in points
    inside: float  # from the frame of a panel to its words, above and below, in points

    def look(self, weight: Weight = "Regular", ink: str = TEXT) -> ParagraphStyle:
        """Return the style of the words."""
        return style(self.size, 1.34 * self.size, weight, ink)

    @property
    def title(self) -> ParagraphStyle:
        """Return the style of a title."""
        return style(1.06 * self.size, 1.36 * self.size, "SemiBold")


def panels(content: RunSheet, setting: Setting, words: Catalogue, /) -> Block:
    """Return the panels in the order in which one looks for them."""
    say = words.say
    found = (
        _panel(say("To stop the talk"), _stop(content, setting, words), setting, ink=RED),
        _panel(say("People planned, then present"), _people(content.people, setting), setting),
        _panel(say("Language chain"), chain(content.stops, content.links, _INNER, words), setting),
        _panel(say("Money, counted by two"), _money(content, setting), setting),
        _panel(say("Help nearby"), _help(content, setting, words), setting),
        _panel(say("Never"), _never(setting, words), setting),
    )
    return blocks.apart([[panel] for panel in found], setting.panels)


def _panel(heading: str, body: Block, setting: Setting, *, ink: str = TEAL) -> Held:
    look = style(1.06 * setting.size, 1.36 * setting.size, "SemiBold", ink)
    title = blocks.set_text(heading, look, x=0)
    for each in title:
        each.keepWithNext = True
    frame = RED if ink == RED else HAIRLINE
    inset = Inset(left=_BESIDE_WORDS, top=setting.inside, right=_BESIDE_WORDS, bottom=setting.inside + 1)
    return Held(blocks.apart([title, body], 0.35 * setting.size), inset, partial(_draw_panel, ink=frame))


def _draw_panel(canvas: Canvas, extent: Extent, *, ink: str) -> None:
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(1.6 if ink == RED else 0.8)
    canvas.roundRect(0, 0, extent.width, extent.height, 5)


def _stop(content: RunSheet, setting: Setting, words: Catalogue) -> Block:
    signal = words.say("Signal: “{words}”", words=blocks.one_line(content.signal)) if content.signal else ""
    said = [
        blocks.set_text(signal, setting.look("SemiBold"), x=0) or [_line_for(words.say("Signal:"), setting)]
    ]
    plan = blocks.set_text(content.plan, setting.look(), x=0)
    return blocks.apart([*said, plan or [blocks.to_write_on(2, x=0, to=_INNER)]], 0.2 * setting.size)


def _line_for(label: str, setting: Setting) -> blocks.Drawn:
    look = setting.look("SemiBold")
    start = wide(label, look) + 6

    def draw(canvas: Canvas) -> None:
        put(canvas, 0, 4, label, look)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        canvas.line(start, 2, _INNER, 2)

    return blocks.Drawn(look.leading + 6, draw)


def _people(people: Sequence[Heads], setting: Setting) -> Block:
    return blocks.apart([_heads(each, setting) for each in people], 0.35 * setting.size)


def _heads(heads: Heads, setting: Setting) -> Block:
    look, bold = setting.look(ink=SECOND), setting.look("SemiBold")
    label = blocks.set_text(heads.label, look, x=0, right=_COUNT_LINE + 34)

    def draw(canvas: Canvas) -> None:
        put(canvas, _INNER - _COUNT_LINE - 8, -look.fontSize, str(heads.planned), bold, "right")
        if heads.present is not None:
            put(canvas, _INNER, -look.fontSize, str(heads.present), bold, "right")
            return
        canvas.setStrokeColor(SECOND)
        canvas.setLineWidth(0.6)
        canvas.line(_INNER - _COUNT_LINE, -look.fontSize - 2, _INNER, -look.fontSize - 2)

    return [blocks.hanging(draw), *label]


def _money(content: RunSheet, setting: Setting) -> Block:
    counted = blocks.boxes_side_by_side(content.counted_by, setting.look(), to=_INNER)
    return blocks.apart(
        [money(content.amounts, content.totals, setting.look(ink=SECOND), _INNER), counted], 6
    )


def _help(content: RunSheet, setting: Setting, words: Catalogue) -> Block:
    kinds = " · ".join(filter(None, map(blocks.one_line, content.help)))
    return blocks.apart(
        [
            blocks.set_text(kinds, setting.look(), x=0),
            blocks.set_text(words.say("Numbers are on the partner’s card."), setting.look(ink=SECOND), x=0),
        ],
        0.2 * setting.size,
    )


def _never(setting: Setting, words: Catalogue) -> Block:
    said = words.say("Names, photos, recordings, business cards, promises, exact pay of one person.")
    return blocks.set_text(said, setting.look(), x=0)
