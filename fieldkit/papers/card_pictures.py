"""The pictures of the consent card, for those who do not read: drawn by us, in one ink, plain in grey.

Each fills a square of 40 points, its lower left corner at the origin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin

from reportlab.pdfgen.canvas import Canvas

from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers.fonts import TEAL, TEXT

SIDE = 40.0

_WIDTH = 2.0  # of a line
_WHITE = "#FFFFFF"

Picture = Callable[[Canvas], None]
Point = tuple[float, float]


def draw_picture(canvas: Canvas, line: ConsentLine, x: float, y: float, side: float, /) -> None:
    """Draw the picture of a line of the card, if it has one, with its lower left corner at (x, y)."""
    picture = _PICTURES.get(line)
    if picture is None:
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side / SIDE, side / SIDE)
    _pen(canvas)
    picture(canvas)
    canvas.restoreState()


def draw_answers(canvas: Canvas, x: float, middle: float, size: float, /) -> None:
    """Draw the two answers to a question beside each other, a tick and a cross: neither is chosen."""
    radius = size / 2
    _pen(canvas)
    canvas.setLineWidth(1.3)
    for place in range(2):
        canvas.circle(x + radius + place * (size + 6), middle, radius)
    _stroke(canvas, [(x + 0.28 * size, middle), (x + 0.44 * size, middle - 0.19 * size),
                     (x + 0.74 * size, middle + 0.2 * size)])  # fmt: skip
    at, arm = x + radius + size + 6, 0.2 * size
    _stroke(canvas, [(at - arm, middle - arm), (at + arm, middle + arm)])
    _stroke(canvas, [(at - arm, middle + arm), (at + arm, middle - arm)])


def _pen(canvas: Canvas) -> None:
    canvas.setStrokeColor(TEXT)
    canvas.setFillColor(TEXT)
    canvas.setLineWidth(_WIDTH)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)


def _stroke(canvas: Canvas, points: Sequence[Point]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


def _strike(canvas: Canvas) -> None:
    """Strike out what is not done: a broad line with a white edge, so that it is seen in grey too."""
    for ink, width in ((_WHITE, 7.0), (TEXT, 3.4)):
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(width)
        canvas.line(4, 4, 36, 36)


def _person(canvas: Canvas, x: float, y: float, size: float, *, ink: str = TEXT) -> None:
    """Draw head and shoulders, `size` high, standing on (x, y)."""
    canvas.setFillColor(ink)
    canvas.circle(x, y + 0.72 * size, 0.26 * size, stroke=0, fill=1)
    body = canvas.beginPath()
    body.moveTo(x - 0.46 * size, y)
    body.curveTo(x - 0.46 * size, y + 0.52 * size, x + 0.46 * size, y + 0.52 * size, x + 0.46 * size, y)
    body.close()
    canvas.drawPath(body, stroke=0, fill=1)


def _bubble(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw what somebody says, without its words: lower left corner at (x, y)."""
    canvas.roundRect(x, y, width, height, 3.5)
    _stroke(canvas, [(x + 4, y), (x + 3, y - 5), (x + 10, y)])
    for place in (0.36, 0.68):
        canvas.line(x + 4.5, y + place * height, x + width - 4.5, y + place * height)


def _arrow(canvas: Canvas, from_: Point, to: Point) -> None:
    """Draw a level arrow."""
    canvas.line(*from_, *to)
    back = 4.0 if to[0] < from_[0] else -4.0
    _stroke(canvas, [(to[0] + back, to[1] + 4), to, (to[0] + back, to[1] - 4)])


def _paper(canvas: Canvas, x: float, y: float) -> None:
    canvas.roundRect(x, y, 22, 28, 2.5)
    for row in (7, 13, 19):
        canvas.line(x + 5, y + row, x + 17, y + row)


def _pencil(canvas: Canvas) -> None:
    canvas.setFillColor(_WHITE)
    body = canvas.beginPath()
    for number, point in enumerate(((20, 9), (34, 27), (38.5, 23.5), (24.5, 5.5), (18.5, 4))):
        (body.lineTo if number else body.moveTo)(*point)
    body.close()
    canvas.drawPath(body, fill=1)


def _listening_circle(canvas: Canvas) -> None:
    """People sit round a circle and hear one."""
    for place in range(7):
        turn = 2 * pi * place / 7 + pi / 2
        _person(canvas, 20 + 15.2 * cos(turn), 16 + 14.4 * sin(turn), 9)
    _person(canvas, 20, 14.5, 11, ink=TEAL)


def _no_name(canvas: Canvas) -> None:
    """A badge that tells who somebody is, struck out."""
    canvas.roundRect(3, 6, 34, 27, 3.5)
    _person(canvas, 12.5, 11, 15)
    for y in (24, 18, 12):
        canvas.line(23, y, 32, y)
    _strike(canvas)


def _no_recording(canvas: Canvas) -> None:
    """A telephone and a camera, struck out."""
    canvas.roundRect(3, 7, 13, 26, 2.5)
    canvas.line(8, 11, 11, 11)
    canvas.roundRect(19, 11, 19, 15, 2.5)
    _stroke(canvas, [(24, 26), (25.5, 29.5), (31.5, 29.5), (33, 26)])
    canvas.circle(28.5, 18.5, 4.2)
    _strike(canvas)


def _hand(canvas: Canvas) -> None:
    """An open hand: stop."""
    canvas.setFillColor(TEXT)
    for x, top in ((10.2, 31), (15.6, 36), (21, 37), (26.4, 33.5)):
        canvas.roundRect(x, 14, 4.4, top - 14, 2.2, stroke=0, fill=1)
    palm = canvas.beginPath()
    palm.moveTo(10.2, 20)
    palm.lineTo(30.8, 20)
    palm.lineTo(30.8, 17)
    palm.lineTo(34.2, 21.5)
    palm.curveTo(36, 24, 39, 22, 37.4, 19.2)
    palm.lineTo(31.5, 9)
    palm.curveTo(29, 3.5, 24, 2.5, 20.5, 2.5)
    palm.curveTo(13, 2.5, 10.2, 8, 10.2, 14)
    palm.close()
    canvas.drawPath(palm, stroke=0, fill=1)


def _coin_and_meal(canvas: Canvas) -> None:
    """A coin and a bowl that stay as they are."""
    canvas.circle(11, 28, 8.4)
    canvas.circle(11, 28, 4.6)
    bowl = canvas.beginPath()
    bowl.moveTo(14, 17)
    bowl.lineTo(38, 17)
    bowl.curveTo(38, 8, 32, 4, 26, 4)
    bowl.curveTo(20, 4, 14, 8, 14, 17)
    canvas.drawPath(bowl)
    for x in (22, 27, 32):
        steam = canvas.beginPath()
        steam.moveTo(x, 21)
        steam.curveTo(x - 2.4, 23.5, x + 2.4, 25.5, x, 28)
        canvas.drawPath(steam)


def _taking_part(canvas: Canvas) -> None:
    _person(canvas, 11, 3, 22)
    _bubble(canvas, 20, 20, 18, 15)


def _notes(canvas: Canvas) -> None:
    _paper(canvas, 5, 6)
    _pencil(canvas)


def _own_work(canvas: Canvas) -> None:
    """A folder that stays on our own desk."""
    _stroke(
        canvas, [(5, 9), (5, 31), (15, 31), (19, 27), (35, 27), (35, 9), (5, 9)],
    )  # fmt: skip
    canvas.line(5, 22.5, 35, 22.5)


def _to_the_employer(canvas: Canvas) -> None:
    """What was said goes to a building, and nobody goes with it."""
    _bubble(canvas, 1.5, 20, 14, 13)
    _arrow(canvas, (8, 8), (20, 8))
    _stroke(
        canvas, [(24, 4), (24, 26), (29.5, 31), (29.5, 26), (35, 31), (35, 26), (39, 29), (39, 4), (24, 4)]
    )
    for x in (27.5, 33):
        canvas.rect(x, 15, 2.6, 4.6)
    canvas.rect(29.8, 4, 4, 6.5)


def _kind_of_source(canvas: Canvas) -> None:
    """Several people without faces, as one."""
    for x in (10, 30):
        _person(canvas, x, 10, 16)
    _person(canvas, 20, 6, 20, ink=TEAL)
    canvas.roundRect(1.5, 2, 37, 34, 5)


def _risk(canvas: Canvas) -> None:
    """An eye that may see us."""
    for lid in (15, -15):
        outline = canvas.beginPath()
        outline.moveTo(3, 20)
        outline.curveTo(12, 20 + lid, 28, 20 + lid, 37, 20)
        canvas.drawPath(outline)
    canvas.circle(20, 20, 5.6, fill=1)


def _word_back(canvas: Canvas) -> None:
    """Word comes back to people; what comes of it is open."""
    for x in (8, 19):
        _person(canvas, x, 3, 16)
    _bubble(canvas, 12, 25, 15, 11.5)
    _arrow(canvas, (38, 12), (28, 12))


def _taken_back(canvas: Canvas) -> None:
    """An arrow that turns back."""
    turn = canvas.beginPath()
    turn.moveTo(6, 27)
    turn.lineTo(25, 27)
    turn.curveTo(38, 27, 38, 8, 25, 8)
    turn.lineTo(12, 8)
    canvas.drawPath(turn)
    _stroke(canvas, [(13, 34), (6, 27), (13, 20)])


_PICTURES: Mapping[ConsentLine, Picture] = {
    "who": _listening_circle,
    "no_name": _no_name,
    "no_recording": _no_recording,
    "stop": _hand,
    "no_effect": _coin_and_meal,
    "take_part": _taking_part,
    "notes": _notes,
    "own_use": _own_work,
    "theme_shared": _to_the_employer,
    "kind_of_source": _kind_of_source,
    "risk": _risk,
    "no_promise": _word_back,
    "withdraw": _taken_back,
}
