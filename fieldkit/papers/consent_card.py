"""The consent card: what workers are told and asked, in their language, with pictures (SC-31, SC-32; `07`).

It is read aloud and shown at arm's length, one page, and taken back: nothing on it tells of which talk it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.card_pictures import draw_answers, draw_picture
from fieldkit.papers.day_content import CardLine, ConsentCard
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEXT, Weight, printable, style
from fieldkit.papers.held import Extent, Held, Inset
from fieldkit.papers.sheet import WIDE, Sheet, on_fewest_pages, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import catalogue

ASKED: tuple[ConsentLine, ...] = ("take_part", "notes", "own_use", "theme_shared", "kind_of_source")
"""The uses that are asked one by one."""

_IN_TWOS: tuple[tuple[ConsentLine, ConsentLine], ...] = (("no_name", "no_recording"), ("stop", "no_effect"))
_MARGIN = 14 * mm
_WIDTH = WIDE - 2 * _MARGIN
_A_LINE = 62  # letters of ours that come to more than one line in most hands
_MOST_BESIDE = 200.0  # points, of two lines beside each other
_UNKNOWN = "und"  # as BCP 47 says it


class _Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How large everything is: as large as one page allows."""

    size: float
    leading: float  # times the size

    def look(self, weight: Weight = "Regular", ink: str = TEXT) -> ParagraphStyle:
        """Return the style of what is said."""
        return style(self.size, self.leading * self.size, weight, ink)

    @property
    def picture(self) -> float:
        """Return the side of a picture."""
        return 2.1 * self.size

    @property
    def between(self) -> float:
        """Return the distance from line to line."""
        return 0.52 * self.size

    @property
    def written(self) -> float:
        """Return the height of a line to write on."""
        return 1.25 * self.size


_SETTINGS = tuple(
    _Setting(size=size, leading=leading)
    for size in (21, 20, 19, 18, 17, 16, 15, 14, 13, 12)
    for leading in (1.28, 1.2)
)
_DEVANAGARI = tuple(
    _Setting(size=size, leading=leading)
    for size in (21, 20, 19, 18, 17, 16, 15, 14)
    for leading in (1.5, 1.4)
)


def draw(content: ConsentCard, language: str, /) -> bytes:
    """Return the card as a PDF file: one page, in the largest letters that fit on it.

    What was not typed in the language of the card, or needs letters the type lacks, has a line to write on;
    above it stands the same in `language`. Raises `FileProblem("letters_not_printable", letters=...)` where
    even that cannot be set.
    """
    lines = {each.line: _as_it_prints(each) for each in content.lines}
    refuse_letters(tuple(each.meant for each in lines.values()))
    say = catalogue(language).say
    sheet = Sheet(
        language=language,
        read_in=content.language or _UNKNOWN,
        kind=say("Consent card"),
        foot=say("Read aloud, show, and take back: nobody should have to carry it."),
        margin=_MARGIN,
    )
    settings = _DEVANAGARI if content.language == "hi" else _SETTINGS
    stories = [partial(_story, lines, setting) for setting in settings]
    return draw_sheet(sheet, on_fewest_pages(sheet, stories))


def _as_it_prints(line: CardLine) -> CardLine:
    return line if printable(line.said) else msgspec.structs.replace(line, said="")


def _story(lines: dict[ConsentLine, CardLine], setting: _Setting) -> Block:
    rows: list[Block] = [
        _said(lines["title"], style(1.3 * setting.size, 1.4 * setting.size, "SemiBold"), setting, _WIDTH),
        _pictured(lines["who"], setting, _WIDTH),
        *(_two(lines[one], lines[other], setting) for one, other in _IN_TWOS),
        [_asked(lines, setting)],
        *(_pictured(lines[each], setting, _WIDTH) for each in ("risk", "no_promise", "withdraw")),
    ]
    return blocks.apart(rows, setting.between)


def _said(line: CardLine, look: ParagraphStyle, setting: _Setting, width: float) -> Block:
    """Return a line of the card as it is said, or room to write it below what it means."""
    if line.said.strip():
        return blocks.set_text(line.said, look, x=0)
    meant = blocks.set_text(line.meant, style(9, 11, ink=SECOND), x=0)
    rows = 1 if len(line.meant) < _A_LINE else 2
    return blocks.apart([meant, [blocks.to_write_on(rows, x=0, to=width, high=setting.written)]], 0)


def _pictured(line: CardLine, setting: _Setting, width: float, look: ParagraphStyle | None = None) -> Block:
    """Return a line behind its picture."""
    left = setting.picture + 0.6 * setting.size
    body = _said(line, look or setting.look(), setting, width - left)
    high = sum(each.wrap(width - left, 1e6)[1] + each.getSpaceBefore() for each in body)
    spare = max(0.0, setting.picture - high) / 2
    inset = Inset(left=left, top=spare, bottom=spare)
    return [Held(body, inset, partial(_draw_picture, line=line.line, setting=setting))]


def _draw_picture(canvas: Canvas, extent: Extent, *, line: ConsentLine, setting: _Setting) -> None:
    if extent.begins:
        draw_picture(canvas, line, 0, extent.height - setting.picture, setting.picture)


def _two(one: CardLine, other: CardLine, setting: _Setting) -> Block:
    """Return two lines beside each other; below each other where they are long."""
    half = (_WIDTH - setting.size) / 2
    left, right = (_pictured(each, setting, half) for each in (one, other))
    high = max(block[0].wrap(half, 1e6)[1] for block in (left, right))
    if high > _MOST_BESIDE:
        rows = (_pictured(each, setting, _WIDTH) for each in (one, other))
        return blocks.apart(rows, setting.between)

    def draw(canvas: Canvas) -> None:
        for x, block in ((0.0, left), (_WIDTH - half, right)):
            own = block[0].wrap(half, 1e6)[1]
            block[0].drawOn(canvas, x, high - own)

    return [blocks.Drawn(high, draw)]


def _asked(lines: dict[ConsentLine, CardLine], setting: _Setting) -> Held:
    """Return the questions in a frame, each with its two answers."""
    inset = Inset(left=0.7 * setting.size, top=0.5 * setting.size, right=0.7 * setting.size,
                  bottom=0.6 * setting.size)  # fmt: skip
    inner = _WIDTH - inset.left - inset.right
    small = msgspec.structs.replace(setting, size=0.92 * setting.size)
    rows: Sequence[Block] = (
        _said(lines["asked_apart"], setting.look("SemiBold"), setting, inner),
        *([_question(lines[each], small, inner)] for each in ASKED),
        _said(lines["nothing_else"], small.look(), small, inner),
    )
    return Held(blocks.apart(rows, 0.3 * setting.size), inset, _draw_frame)


def _question(line: CardLine, setting: _Setting, width: float) -> Held:
    size = 1.15 * setting.size
    answers = 2 * size + 6
    [pictured] = _pictured(line, setting, width - answers - 8)

    def draw(canvas: Canvas, extent: Extent) -> None:
        if extent.begins:
            draw_answers(canvas, extent.width - answers, extent.height / 2, size)

    return Held([pictured], Inset(right=answers + 8), draw)


def _draw_frame(canvas: Canvas, extent: Extent) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(1)
    canvas.roundRect(0, 0, extent.width, extent.height, 7)
