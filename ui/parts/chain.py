"""The language chain: boxes from those who speak to those who listen, and what carries words between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.parts import drawing
from ui.theme import Theme
from ui.tokens import ICON_LEAD, RADIUS_CARD, S4, S8, S12, S24, TYPE

BOX, HIGH = 176, 58
BETWEEN = 96  # from one box to the next
DISC = 34
LINE = 2
DASH = 2.5  # in widths of the line
AIR = 5  # px between a box and the line
HEAD = 5  # px of an arrow, each way
WORDS_LEFT = S12 + ICON_LEAD + S12  # px from the edge of a box to its words
SECOND, NOTE = "second_strong", "second"


@dataclass(frozen=True)
class Stop:
    """A language: who speaks or hears it."""

    icon: str
    title: str
    second: str  # "2 groups, 26 people"; may be empty


@dataclass(frozen=True)
class Step:
    """What carries words from one language to the next; a gap where nothing does."""

    gap: bool
    title: str  # code of the interpreter, "Gap"
    note: str  # "no tie to the employer", "nobody yet"


@dataclass(frozen=True)
class Way:
    """One way from workers to listeners: one stop more than steps."""

    stops: tuple[Stop, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class _Placed:
    """A stop at its place, and the step that leads to it."""

    stop: Stop
    box: QRectF
    step: Step | None
    line: QRectF  # where the step is drawn; empty for the first stop


class Chain(QWidget):
    """Ways below each other. A way that has no room goes on in a second row; boxes never shrink.

    `begins` and `ends` stand above the first way: who speaks, who hears.
    """

    def __init__(self, theme: Theme, begins: str, ends: str) -> None:
        super().__init__()
        self._theme = theme
        self._begins = begins
        self._ends = ends
        self._ways: tuple[Way, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Draw these ways."""
        if tuple(ways) == self._ways:
            return
        self._ways = tuple(ways)
        self.setAccessibleName(self.text())
        self.setToolTip(self.text() if self._is_cut() else "")
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the ways in words, one a line, as a screen reader says them."""
        return "\n".join(_said(way) for way in self._ways)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Whether the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        placed = [each for way in self._placed(width) for each in way]
        return math.ceil(max((self._below(each) for each in placed), default=0))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the longest way in one row."""
        longest = max((len(way.stops) for way in self._ways), default=0)
        width = max(0, longest * (BOX + BETWEEN) - BETWEEN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of a step and a box."""
        return QSize(BETWEEN + BOX, self.heightForWidth(max(self.width(), BETWEEN + BOX)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for the height of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ways."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ways = self._placed(self.width())
        for way in ways:
            for each in way:
                self._draw_box(painter, each)
                if each.step is not None:
                    self._draw_step(painter, each.step, each.line)
        if ways:
            self._draw_heads(painter, ways[0])

    def _is_cut(self) -> bool:
        """Whether the name of a language has no room in its box."""
        metrics = QFontMetricsF(self._theme.font("strong"))
        stops = (stop for way in self._ways for stop in way.stops)
        return any(metrics.horizontalAdvance(stop.title) > BOX - WORDS_LEFT - S4 for stop in stops)

    def _placed(self, width: int) -> list[list[_Placed]]:
        """Return every way with its stops at their places."""
        ways: list[list[_Placed]] = []
        top = float(TYPE[SECOND].line + S8)
        for way in self._ways:
            row_top, left, placed = top, 0.0, list[_Placed]()
            for stop, step in zip_longest(way.stops, (None, *way.steps)):
                if placed and left + BETWEEN + BOX > width:
                    left, row_top = 0.0, max(map(self._below, placed)) + S12
                line = QRectF(left, row_top, BETWEEN if step else 0, HIGH)
                left += line.width()
                placed.append(_Placed(stop, QRectF(left, row_top, BOX, HIGH), step, line))
                left += BOX
            ways.append(placed)
            top = max(map(self._below, placed)) + S24
        return ways

    def _below(self, placed: _Placed) -> float:
        """Return where a stop and the words below its step end."""
        words = self._words_below(placed.step, placed.line) if placed.step else QRectF()
        return max(placed.box.bottom(), words.bottom())

    def _words_below(self, step: Step, line: QRectF) -> QRectF:
        """Return the place of the code and the note, which is as wide as a box or begins at the edge."""
        left = max(0.0, line.center().x() - BOX / 2)
        top = line.center().y() + DISC / 2 + S4
        metrics = QFontMetricsF(self._theme.font(NOTE))
        room = QRectF(0, 0, BOX, 1000)
        lines = round(metrics.boundingRect(room, self._flags(line), step.note).height() / metrics.height())
        return QRectF(left, top, BOX, TYPE[SECOND].line + max(1, lines) * TYPE[NOTE].line)

    def _flags(self, line: QRectF) -> int:
        middle = line.center().x() >= BOX / 2
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

    def _draw_heads(self, painter: QPainter, way: list[_Placed]) -> None:
        painter.setFont(self._theme.font("code_title"))
        painter.setPen(self._theme.colour("muted"))
        first, last = way[0].box, way[-1].box
        line = TYPE[SECOND].line
        begins = QRectF(first.left(), 0, BOX + BETWEEN / 2, line)
        painter.drawText(begins, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._begins)
        if last.top() == first.top() and len(way) > 1:
            ends = QRectF(last.left() - BETWEEN / 2, 0, BOX + BETWEEN / 2, line)
            painter.drawText(ends, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._ends)

    def _draw_box(self, painter: QPainter, placed: _Placed) -> None:
        theme, box, stop = self._theme, placed.box, placed.stop
        drawing.box(painter, box, RADIUS_CARD, theme.colour("surface"), theme.colour("ctl"))
        sign = QRectF(box.left() + S12, box.center().y() - ICON_LEAD / 2, ICON_LEAD, ICON_LEAD)
        icons.draw(painter, stop.icon, sign, theme.colour("accent"))
        left = box.left() + WORDS_LEFT
        room = QRectF(left, box.top(), box.right() - S4 - left, TYPE["strong"].line)
        high = TYPE["strong"].line + (TYPE["second"].line if stop.second else 0)
        room.moveTop(box.center().y() - high / 2)
        self._draw_line(painter, room, stop.title, "strong", "text")
        room.moveTop(room.bottom())
        room.setHeight(TYPE["second"].line)
        small = QFontMetricsF(theme.font("second")).horizontalAdvance(stop.second) > room.width()
        self._draw_line(painter, room, stop.second, "code" if small else "second", "muted")

    def _draw_line(self, painter: QPainter, room: QRectF, text: str, role: str, ink: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_step(self, painter: QPainter, step: Step, line: QRectF) -> None:
        disc = QRectF(0, 0, DISC, DISC)
        disc.moveCenter(line.center())
        self._draw_arrow(painter, step, line, disc)
        self._draw_disc(painter, step, disc)
        words = self._words_below(step, line)
        code = QRectF(words.left(), words.top(), words.width(), TYPE[SECOND].line)
        painter.setFont(self._theme.font(SECOND))
        painter.setPen(self._theme.colour("amber" if step.gap else "green"))
        painter.drawText(code, self._flags(line), step.title)
        painter.setFont(self._theme.font(NOTE))
        painter.setPen(self._theme.colour("amber" if step.gap else "muted"))
        painter.drawText(words.adjusted(0, TYPE[SECOND].line, 0, 0), self._flags(line), step.note)

    def _draw_arrow(self, painter: QPainter, step: Step, line: QRectF, disc: QRectF) -> None:
        middle, left, right = line.center().y(), line.left() + AIR, line.right() - AIR
        pen = QPen(self._theme.colour("amber_mark" if step.gap else "green_mark"), LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if step.gap:
            pen.setDashPattern([DASH, DASH])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(disc.left(), middle))
        painter.drawLine(QPointF(disc.right(), middle), QPointF(right, middle))
        if not step.gap:
            tip = QPointF(right, middle)
            painter.drawPolyline([tip + QPointF(-HEAD, -HEAD), tip, tip + QPointF(-HEAD, HEAD)])

    def _draw_disc(self, painter: QPainter, step: Step, disc: QRectF) -> None:
        theme, tone = self._theme, "amber" if step.gap else "green"
        drawing.box(painter, disc, DISC / 2, theme.colour(f"{tone}_soft"), theme.colour(f"{tone}_mark"), 1.5)
        inset = (DISC - 18) / 2
        sign = disc.adjusted(inset, inset, -inset, -inset)
        icons.draw(painter, "link-break" if step.gap else "check", sign, theme.colour(tone))


def _said(way: Way) -> str:
    """Return a way in words: "Hadoti (2 groups), Gap (nobody yet), Hindi, Int-2 (no tie), English"."""
    parts = []
    for stop, step in zip_longest(way.stops, way.steps):
        parts.append(f"{stop.title} ({stop.second})" if stop.second else stop.title)
        if step is not None:
            parts.append(f"{step.title} ({step.note})" if step.note else step.title)
    return ", ".join(parts)
