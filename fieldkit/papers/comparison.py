"""The five methods for one site on one page, to discuss and to keep (RQ-020, RQ-021, RQ-022)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.content import Comparison, MethodCard
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, Weight, font, put, style, wide
from fieldkit.papers.sheet import WIDTH, count_pages, internal, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_HANG = 24.0  # where the words of a card begin, right of its number
_LEFT = 98.0  # where its reasons begin, right of "First do this"
_BAR, _BAR_HIGH = 60.0, 5.0
_LABEL_SIZE = 9.9
_BESIDE_TITLE = 200.0  # room for how strongly a method is advised, and its bar


class _Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How closely a page is set, and how many of the reasons stand on it."""

    size: float  # of the letters, in points
    more: int = 0  # further reasons of each card
    why: int | None = None  # main reasons of each card; None: all
    lines: Literal["dashes", "run_on"] = "dashes"  # each on a line of its own, or one after the other

    @property
    def between(self) -> float:
        """From a card to the hairline, in points."""
        return 2.6 * self.size - 15.5

    def look(self, weight: Weight = "Regular", ink: str = TEXT) -> ParagraphStyle:
        """Return the style of the words."""
        return style(self.size, 1.32 * self.size, weight, ink)


_SETTINGS = (
    *(_Setting(size=10, more=more) for more in (3, 2, 1, 0)),
    *(_Setting(size=size) for size in (9.6, 9.2, 8.8, 8.4)),
    *(_Setting(size=8.4, why=why) for why in (2, 1)),
    *(_Setting(size=size, why=1, lines="run_on") for size in (8.8, 8.4, 8.0, 7.6, 7.2)),
)
"""From the roomiest to the closest."""


def draw(content: Comparison, language: str, /) -> bytes:
    """Return the comparison as a PDF file: one page, however many reasons there are.

    Further reasons give way first, then the size of the letters, then the main reasons but the first. What to
    do first and what to mind always stand, so that only a plan with pages of words in it makes a second one.
    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    sheet = internal(language, words.say("Five methods compared"))
    stories = [partial(_story, content, setting, words) for setting in _SETTINGS]
    fitting = (story for story in stories if count_pages(sheet, story) == 1)
    return draw_sheet(sheet, next(fitting, stories[-1]))


def _story(content: Comparison, setting: _Setting, words: Catalogue) -> Block:
    about = " · ".join(part for part in (content.dialogue, *content.about) if part)
    cards = (_card(number, card, setting, words) for number, card in enumerate(content.cards, start=1))
    parts = (_before(content, setting, words), *cards, _after(content, setting, words))
    return [*blocks.title(words.say("Five methods compared"), about), *_ruled(parts, setting.between)]


def _ruled(parts: Sequence[Block], distance: float) -> Block:
    ruled: Block = []
    for part in filter(None, parts):
        ruled += [blocks.rule(above=distance, below=distance), *part] if ruled else part
    return ruled


def _before(content: Comparison, setting: _Setting, words: Catalogue) -> Block:
    """Return what one must know before reading on."""
    unknown = (" · ".join(content.unknown),) if content.unknown else ()
    return blocks.apart(
        [
            blocks.set_text(content.notice, style(13, 18, "SemiBold"), x=0),
            _row(words.say("Do this instead"), content.steps, setting, x=0),
            _row(words.say("Provisional: find out first"), unknown, setting, x=0),
        ],
        setting.between / 2,
    )


def _card(number: int, card: MethodCard, setting: _Setting, words: Catalogue) -> Block:
    reasons = (*card.why[: setting.why], *card.more[: setting.more])
    rows = (
        _chosen(card, setting, words),
        _row(words.say("Why"), reasons, setting),
        _row(words.say("First do this"), card.first, setting),
        _row(words.say("Mind this"), card.mind, setting),
    )
    return blocks.apart([_head(number, card), *rows], setting.between / 3)


def _chosen(card: MethodCard, setting: _Setting, words: Catalogue) -> Block:
    lines = (card.chosen, card.reason) if card.chosen else ()
    body = blocks.apart([blocks.set_text(line, setting.look(), x=_LEFT) for line in lines], 1)
    return blocks.beside(words.say("Chosen"), setting.look("SemiBold", TEAL), body, x=_HANG, to=_LEFT - 8)


def _after(content: Comparison, setting: _Setting, words: Catalogue) -> Block:
    left_out = any(
        len(card.more) > setting.more or len(card.why) > len(card.why[: setting.why])
        for card in content.cards
    )
    rest = words.say("Further reasons stand on the Prepare page of this dialogue.") if left_out else ""
    return blocks.apart(
        [
            _row(words.say("Why this order"), content.order, setting),
            _row(words.say("Together"), content.combine, setting),
            blocks.set_text(rest, setting.look(ink=SECOND), x=_LEFT),
        ],
        setting.between / 3,
    )


def _row(heading: str, lines: Sequence[str], setting: _Setting, *, x: float = _HANG) -> Block:
    """Return lines beside what they are."""
    look = setting.look()
    if len(lines) > 1 and setting.lines == "dashes":
        body = blocks.dashes(lines, look, x=_LEFT, between=1)
    else:
        body = blocks.set_text(" · ".join(map(blocks.one_line, lines)), look, x=_LEFT)
    return blocks.beside(heading, setting.look("SemiBold", SECOND), body, x=x, to=_LEFT - 8)


def _head(number: int, card: MethodCard) -> Block:
    """Return the number of a method (its disc is filled when it is chosen), its name, its label."""
    label, look = blocks.one_line(card.label), style(_LABEL_SIZE, 15, "Medium")
    beside = wide(label, look) < _BESIDE_TITLE - _BAR - 12
    title = blocks.set_text(
        card.title, style(11.25, 15, "SemiBold"), x=_HANG, right=_BESIDE_TITLE if beside else 0
    )
    advised = [_advised(label, look, card.strength)] if beside else []
    below = [] if beside else blocks.set_text(label, look, x=_HANG)
    return blocks.kept([_disc(number, filled=bool(card.chosen)), *advised, *title, *below])


def _disc(number: int, *, filled: bool) -> Flowable:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(TEAL)
        canvas.setFillColor(TEAL)
        canvas.setLineWidth(1)
        canvas.circle(8, -7.6, 7.6, fill=filled)
        canvas.setFillColor("#FFFFFF" if filled else TEAL)
        canvas.setFont(font("SemiBold"), 9.5)
        canvas.drawCentredString(8, -10.9, str(number))

    return blocks.hanging(draw)


def _advised(label: str, look: ParagraphStyle, strength: float | None) -> Flowable:
    def draw(canvas: Canvas) -> None:
        if strength is None:
            put(canvas, WIDTH, -11, label, look, "right")
            return
        put(canvas, WIDTH - _BAR - 10, -11, label, look, "right")
        for share, ink in ((1.0, HAIRLINE), (min(1.0, max(0.0, strength)), TEAL)):
            if share:
                canvas.setFillColor(ink)
                canvas.roundRect(
                    WIDTH - _BAR, -10.2, max(_BAR_HIGH, share * _BAR), _BAR_HIGH, 2.4, stroke=0, fill=1
                )

    return blocks.hanging(draw)
