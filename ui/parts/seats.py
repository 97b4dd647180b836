"""The mark, and the picture it is taken from: people in a circle, and the seats behind them still empty."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

SEATS = 9
ROWS = ((15, 100.0, 12.0), (21, 142.0, 2.8))  # empty seats: how many, how far out, turned by how many degrees
WHOLE = 304.0  # the width the measures below are for


class Mark(QWidget):
    """The mark of Fieldkit: nine seats taken, in a circle round one."""

    def __init__(self, theme: Theme, size: int, on_brand: bool = False) -> None:
        super().__init__()
        self._ink = theme.colour("on_brand" if on_brand else "accent")
        self._size = size
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the mark."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the mark."""
        unit = self._size / 28
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._size / 2, self._size / 2)
        _draw_taken(painter, self._ink, 10.8 * unit, 2.7 * unit)
        _draw_ring(painter, self._ink, QPointF(0, 0), 3.2 * unit, 1.7 * unit)


class SeatCircle(QWidget):
    """The circle with the empty seats behind it: large on Unlock, small where there is nothing yet."""

    def __init__(self, theme: Theme, size: int, on_brand: bool = False) -> None:
        super().__init__()
        self._taken = theme.colour("on_brand" if on_brand else "accent_line")
        self._empty = theme.colour("brand_line" if on_brand else "accent_line")
        self._size = size
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the picture."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the seats."""
        unit = self._size / WHOLE
        thin = max(2 * unit, 1.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._size / 2, self._size / 2)
        for count, far, turn in ROWS:
            for seat in _round(count, far * unit, turn):
                _draw_ring(painter, self._empty, seat, 9 * unit, thin)
        _draw_taken(painter, self._taken, 58 * unit, 10 * unit)
        _draw_ring(painter, self._taken, QPointF(0, 0), 13 * unit, max(4 * unit, 1.5))


def _draw_taken(painter: QPainter, ink: QColor, far: float, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for seat in _round(SEATS, far, 0):
        painter.drawEllipse(seat, radius, radius)


def _draw_ring(painter: QPainter, ink: QColor, seat: QPointF, radius: float, thick: float) -> None:
    painter.setPen(QPen(ink, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(seat, radius, radius)


def _round(count: int, far: float, turn: float) -> Iterator[QPointF]:
    """Yield places in a circle, from 12 o'clock turned by so many degrees."""
    for at in range(count):
        angle = math.radians(turn + 360 * at / count)
        yield QPointF(far * math.sin(angle), -far * math.cos(angle))
