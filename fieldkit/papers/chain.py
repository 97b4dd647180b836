"""The language chain as a drawing: languages below each other, and who carries words on from each (EX6)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from fieldkit.papers import blocks
from fieldkit.papers.blocks import Block, Drawn
from fieldkit.papers.day_content import ChainLink, ChainStop
from fieldkit.papers.fonts import SECOND, TEAL, TEXT, put, style, wide
from fieldkit.text import Catalogue

_LINE_HIGH, _BETWEEN = 21.0, 7.0  # a box of one line, and from box to box
_SECOND_LINE = 10.0  # more, where the note stands below its language
_INSIDE = 8.0
_TO_LANE, _LANE = 13.0, 10.0  # from a box to the first line beside it, and from line to line
_TO_NAME = 4.0
_MOST_STOPS, _MOST_LANES = 7, 3
_APART = 3.6  # an arrow that comes in above one that goes out


class _Arrow(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the chain with its place in the drawing."""

    from_: int  # place of the language, from above
    to: int
    who: str
    nobody: bool
    lane: int  # 0 is next to the boxes

    @property
    def name_at(self) -> float:
        """Return beside which language, or between which two, its name stands."""
        return self.from_ if self.lane else (self.from_ + self.to) / 2


class _Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything stands."""

    stops: tuple[ChainStop, ...]
    arrows: tuple[_Arrow, ...]
    box: float  # width of a box
    high: float  # height of a box
    names: float  # where the names of those who carry begin

    def middle(self, place: float) -> float:
        """Return the height of the middle of a box, from below."""
        return (len(self.stops) - 1 - place) * (self.high + _BETWEEN) + self.high / 2

    @property
    def height(self) -> float:
        """Return how high the drawing is."""
        return (len(self.stops) - 1) * (self.high + _BETWEEN) + self.high


def chain(stops: Sequence[ChainStop], links: Sequence[ChainLink], to: float, words: Catalogue, /) -> Block:
    """Return the chain as a drawing `to` wide; as lines of words where it has no room for one."""
    if not stops:
        return [blocks.to_write_on(2, x=0, to=to)]
    nobody = words.say("nobody yet")
    arrows = _arrows(stops, links, nobody)
    drawing = _placed(stops, arrows, to) if len(arrows) == len(links) else None
    if drawing is None:
        return _in_words(stops, links, nobody)
    return [Drawn(drawing.height, lambda canvas: _draw(canvas, drawing))]


def _arrows(stops: Sequence[ChainStop], links: Sequence[ChainLink], nobody: str) -> tuple[_Arrow, ...]:
    """Return the steps, each as near to the boxes as no other stands in its way."""
    places = {stop.language: place for place, stop in enumerate(stops)}
    taken: list[_Arrow] = []
    known = [link for link in links if link.from_ in places and link.to in places]
    for link in sorted(known, key=lambda each: abs(places[each.from_] - places[each.to])):
        from_, to = places[link.from_], places[link.to]
        crossed = {each.lane for each in taken if _overlap(each, from_, to)}
        lane = next(number for number in range(len(links)) if number not in crossed)
        who = blocks.one_line(link.who)
        taken.append(_Arrow(from_=from_, to=to, who=who or nobody, nobody=not who, lane=lane))
    return tuple(taken)


def _overlap(arrow: _Arrow, from_: int, to: int) -> bool:
    low, high = sorted((arrow.from_, arrow.to))
    return low < max(from_, to) and min(from_, to) < high


def _placed(stops: Sequence[ChainStop], arrows: tuple[_Arrow, ...], to: float) -> _Drawing | None:
    """Return where everything stands; None where it would not be read at a glance."""
    lanes = max((arrow.lane + 1 for arrow in arrows), default=0)
    names = max((wide(arrow.who, _name_look()) for arrow in arrows), default=0)
    beside = _TO_LANE + _LANE * (lanes - 1) + _TO_NAME + names if lanes else 0
    box = to - beside
    crowded = len({arrow.name_at for arrow in arrows}) < len(arrows)
    high = _box_high(stops, box)
    if high is None or crowded or len(stops) > _MOST_STOPS or lanes > _MOST_LANES:
        return None
    return _Drawing(stops=tuple(stops), arrows=arrows, box=box, high=high, names=to - names)


def _box_high(stops: Sequence[ChainStop], box: float) -> float | None:
    """Return how high the boxes are: with notes beside the languages or below them; None: too narrow."""
    sizes = [(wide(_said(stop), _language_look()), wide(_note(stop), _note_look())) for stop in stops]
    if max(language + (note + _INSIDE if note else 0) for language, note in sizes) + 2 * _INSIDE <= box:
        return _LINE_HIGH
    below = max(max(each) for each in sizes) + 2 * _INSIDE <= box
    return _LINE_HIGH + _SECOND_LINE if below else None


def _said(stop: ChainStop) -> str:
    return blocks.one_line(stop.language)


def _note(stop: ChainStop) -> str:
    return blocks.one_line(stop.note)


def _draw(canvas: Canvas, drawing: _Drawing) -> None:
    for place, stop in enumerate(drawing.stops):
        _draw_stop(canvas, stop, drawing.middle(place), drawing)
    for arrow in drawing.arrows:
        _draw_arrow(canvas, arrow, drawing)


def _draw_stop(canvas: Canvas, stop: ChainStop, middle: float, drawing: _Drawing) -> None:
    canvas.setStrokeColor(TEXT)
    canvas.setLineWidth(0.8)
    canvas.roundRect(0, middle - drawing.high / 2, drawing.box, drawing.high, 4)
    if drawing.high == _LINE_HIGH:
        put(canvas, _INSIDE, middle - 3.4, _said(stop), _language_look())
        put(canvas, drawing.box - _INSIDE, middle - 3.2, _note(stop), _note_look(), "right")
        return
    put(canvas, _INSIDE, middle + (2.2 if _note(stop) else -3.4), _said(stop), _language_look())
    put(canvas, _INSIDE, middle - 9.2, _note(stop), _note_look())


def _draw_arrow(canvas: Canvas, arrow: _Arrow, drawing: _Drawing) -> None:
    out, in_ = drawing.middle(arrow.from_) - _APART, drawing.middle(arrow.to) + _APART
    lane = drawing.box + _TO_LANE + _LANE * arrow.lane
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1.2)
    canvas.setDash([2.4, 2.4] if arrow.nobody else [])
    line = canvas.beginPath()
    line.moveTo(drawing.box, out)
    for x, y in ((lane, out), (lane, in_), (drawing.box + 2, in_)):
        line.lineTo(x, y)
    canvas.drawPath(line)
    canvas.setDash([])
    head = canvas.beginPath()
    head.moveTo(drawing.box + 6, in_ + 3.2)
    head.lineTo(drawing.box + 1.6, in_)
    head.lineTo(drawing.box + 6, in_ - 3.2)
    canvas.drawPath(head)
    put(canvas, drawing.names, drawing.middle(arrow.name_at) - 3.4, arrow.who, _name_look())


def _in_words(stops: Sequence[ChainStop], links: Sequence[ChainLink], nobody: str) -> Block:
    said = [f"{stop.language} · {stop.note}" if stop.note else stop.language for stop in stops]
    steps = [f"{link.from_} → {link.to}: {link.who or nobody}" for link in links]
    return blocks.dashes([*said, *steps], style(10, 13.5), x=0)


def _language_look() -> ParagraphStyle:
    return style(10, 13, "SemiBold")


def _note_look() -> ParagraphStyle:
    return style(9.5, 13, ink=SECOND)


def _name_look() -> ParagraphStyle:
    return style(10, 13, "SemiBold")
