"""The safety checklist of a session, to tick by hand: what is answered is ticked, the rest has room."""

from __future__ import annotations

from functools import partial

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block
from fieldkit.papers.day_content import ListedGate, ListedItem, SafetyList
from fieldkit.papers.day_head import day_sheet, opening_by_kind
from fieldkit.papers.fonts import SECOND, TEAL, Weight, paragraph, style
from fieldkit.papers.held import Extent, Held, Inset
from fieldkit.papers.sheet import WIDTH, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_INDENT = 19.0
_BESIDE = 118.0  # room for who answered, right of the items
_GAP = 14.0
_TO_WRITE = 15.0
_BETWEEN_ITEMS = 7.0
_BETWEEN_GATES = 15.0


class _Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How large the letters are; Devanagari needs more room above and below."""

    size: float
    leading: float  # times the size

    def look(self, weight: Weight = "Regular", ink: str = "#1F1D19", *, smaller: float = 0) -> ParagraphStyle:
        """Return the style of the words."""
        return style(self.size - smaller, self.leading * (self.size - smaller), weight, ink)


_SETTINGS = {"hi": _Setting(size=11, leading=1.5)}
_LATIN = _Setting(size=10, leading=1.36)


def draw(content: SafetyList, language: str, /) -> bytes:
    """Return the checklist as a PDF file, on as many pages as it needs.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    setting = _SETTINGS.get(language, _LATIN)
    sheet = day_sheet(language, words.say("Safety checklist"), content.head)
    return draw_sheet(sheet, lambda: _story(content, setting, words))


def _story(content: SafetyList, setting: _Setting, words: Catalogue) -> Block:
    hint = words.say("Write role and day beside what you tick, never a name.")
    above = ("", *(gate.phase for gate in content.gates))
    parts = (
        blocks.set_text(hint, setting.look(ink=SECOND), x=0),
        *(
            _gate(gate, setting, words, phase="" if gate.phase == before else gate.phase)
            for gate, before in zip(content.gates, above, strict=False)
        ),
    )
    return [
        *opening_by_kind(content.head, words.say("Safety checklist")),
        *blocks.apart(parts, _BETWEEN_GATES),
    ]


def _gate(gate: ListedGate, setting: _Setting, words: Catalogue, *, phase: str) -> Block:
    """Return the items of one gate below their phase, where it is a new one, and the gate."""
    title = blocks.set_text(phase, setting.look("SemiBold", TEAL, smaller=-2), x=0)
    second = blocks.set_text(gate.gate, setting.look("Medium", ink=SECOND), x=0)
    heading = [*title, *second]
    for each in heading:
        each.keepWithNext = True
    items: list[Block] = [[_item(item, setting, words)] for item in gate.items]
    return blocks.apart([heading, *items], _BETWEEN_ITEMS)


def _item(item: ListedItem, setting: _Setting, words: Catalogue) -> Held:
    """Return an item, its box left of it, and right of it who settled it, or who is to and room for it."""
    said = [paragraph(blocks.one_line(item.text), setting.look(), code=blocks.one_line(item.code))]
    beside = _beside(item, setting, words)
    inset = Inset(left=_INDENT, right=_BESIDE + _GAP)
    room = sum(each.wrap(_BESIDE, 1e6)[1] for each in beside)
    missing = room - said[0].wrap(WIDTH - inset.left - inset.right, 1e6)[1]
    as_high = msgspec.structs.replace(inset, bottom=max(0, missing))
    return Held(said, as_high, partial(_draw_beside, item=item, beside=beside, setting=setting))


def _beside(item: ListedItem, setting: _Setting, words: Catalogue) -> Block:
    look = setting.look(ink=SECOND, smaller=1)
    if item.state == "open":
        room = blocks.to_write_on(1, x=0, to=_BESIDE, high=_TO_WRITE)
        return [*blocks.set_text(item.who, look, x=0), room]
    by = blocks.one_line(item.by)
    if item.state == "set_aside":
        said = words.say("Set aside: {role}", role=by) if by else words.say("Set aside")
    else:
        said = by or words.say("Follows from what is entered")
    return [paragraph(said, look)]


def _draw_beside(
    canvas: Canvas, extent: Extent, *, item: ListedItem, beside: Block, setting: _Setting
) -> None:
    if not extent.begins:
        return
    marks: dict[str, blocks.Mark] = {"done": "tick", "set_aside": "dash", "open": "none"}
    blocks.draw_box(canvas, 0, extent.height - setting.look().leading / 2, mark=marks[item.state])
    y = extent.height
    for each in beside:
        y -= each.wrap(_BESIDE, 1e6)[1]
        each.drawOn(canvas, WIDTH - _BESIDE, y)
