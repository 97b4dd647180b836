"""A part with a hairline above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme


class Ruled(QWidget):
    """Holds what stands below a hairline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))
