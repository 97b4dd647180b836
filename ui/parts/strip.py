"""Key caps: the small strip that tells the keys of an action."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts import drawing
from ui.theme import Theme
from ui.tokens import KEY, RADIUS_KEY

PAD = 7


class KeyCap(QWidget):
    """The keys of something one can do, such as `Ctrl+K`."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self.keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the cap."""
        return QSize(cap_width(self._theme, self.keys), KEY)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cap."""
        painter = QPainter(self)
        line, ink = self._theme.colour("line"), self._theme.colour("muted")
        draw_cap(
            painter, self._theme, QRectF(self.rect()), self.keys, line, ink, self._theme.colour("surface")
        )


def cap_width(theme: Theme, keys: str, /) -> int:
    """Return how wide the cap of these keys is."""
    return math.ceil(QFontMetricsF(theme.font("code")).horizontalAdvance(keys)) + 2 * PAD


def draw_cap(
    painter: QPainter,
    theme: Theme,
    place: QRectF,
    keys: str,
    line: QColor,
    ink: QColor,
    fill: QColor | None = None,
) -> None:
    """Draw the cap of keys into `place`."""
    drawing.box(painter, place, RADIUS_KEY, fill, line)
    painter.setFont(theme.font("code"))
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, keys)
