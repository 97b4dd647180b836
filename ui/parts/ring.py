"""The ring: how much is done of what it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.theme import Theme
from ui.tokens import TYPE


@dataclass(frozen=True)
class _Measure:
    thick: int  # px of the ring
    role: str  # of the number
    both: bool  # "22/25" in the ring, not "22"


_MEASURES: Mapping[int, _Measure] = {
    92: _Measure(8, "first_run_title", both=False),
    58: _Measure(6, "section", both=False),
    48: _Measure(4, "code_strong", both=True),
    46: _Measure(5, "strong", both=False),
}
_TICK = 0.42  # of the size


class Ring(QWidget):
    """A ring that fills as things get done; a full one is green, with a tick.

    `size` is 92, 58, 48 or 46. `below` stands under the number of the largest, such as *of 25*.
    """

    def __init__(self, theme: Theme, done: int, total: int, size: int = 92, below: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._measure = _MEASURES[size]
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(done, total, below)

    def set(self, done: int, total: int, below: str = "") -> None:
        """Show how many are done of how many; less than none is shown as none, more than all as all."""
        self._total = max(0, total)
        self._done = min(max(0, done), self._total)
        self._below = below
        self.setAccessibleName(f"{self._done}/{self._total}")
        self.update()

    @property
    def is_full(self) -> bool:
        """Whether everything is done."""
        return self._total > 0 and self._done == self._total

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the ring."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track, the arc and what stands inside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._measure.thick / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._theme.colour("line"), self._measure.thick))
        painter.drawEllipse(place)
        if self._done:
            self._draw_arc(painter, place)
        if self.is_full:
            side = self._size * _TICK
            tick = QRectF((self._size - side) / 2, (self._size - side) / 2, side, side)
            icons.draw(painter, "check-bold", tick, self._theme.colour("green"))
        else:
            self._draw_words(painter)

    def _draw_arc(self, painter: QPainter, place: QRectF) -> None:
        ink = self._theme.colour("green_mark" if self.is_full else "accent")
        painter.setPen(QPen(ink, self._measure.thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(place, 90 * 16, -round(360 * 16 * self._done / self._total))

    def _draw_words(self, painter: QPainter) -> None:
        middle = QRectF(self.rect())
        number = f"{self._done}/{self._total}" if self._measure.both else str(self._done)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._theme.figures(self._measure.role))
        if not self._below:
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, number)
            return
        upper, lower = TYPE[self._measure.role].line, TYPE["second"].line
        top = (self._size - upper - lower) / 2 + 2
        painter.drawText(QRectF(0, top, self._size, upper), Qt.AlignmentFlag.AlignCenter, number)
        painter.setFont(self._theme.font("second"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(
            QRectF(0, top + upper - 2, self._size, lower), Qt.AlignmentFlag.AlignCenter, self._below
        )
