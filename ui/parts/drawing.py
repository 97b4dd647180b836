"""Strokes that several parts draw with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def box(
    painter: QPainter,
    place: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box whose border lies wholly inside `place`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if border is not None else 0.0
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def rounded(place: QRectF, radius: float) -> QPainterPath:
    """Return the outline of a rounded box."""
    outline = QPainterPath()
    outline.addRoundedRect(place, radius, radius)
    return outline
