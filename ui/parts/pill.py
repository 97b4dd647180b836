"""Pills: a state in one to three words. They say, they never act."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import icons
from ui.parts import drawing
from ui.theme import Theme
from ui.tokens import ICON_PILL, PILL

Tone = Literal["neutral", "outline", "teal", "amber", "red", "green"]


@dataclass(frozen=True)
class _Looks:
    ink: str
    fill: str
    border: str
    icon: str  # unless another is asked for: colour never stands alone


_LOOKS: Mapping[str, _Looks] = {
    "neutral": _Looks("muted", "sunken", "line", ""),
    "outline": _Looks("muted", "surface", "line", ""),
    "teal": _Looks("accent", "accent_soft", "accent_line", "circle-half"),
    "amber": _Looks("amber", "amber_soft", "amber_line", "warning"),
    "red": _Looks("red", "red_soft", "red_line", "shield-warning"),
    "green": _Looks("green", "green_soft", "green_line", "check-circle"),
}
PAD = 10
GAP = 6


class Pill(QLabel):
    """Planned, recommended, held up, danger, done: neutral, outline, teal, amber, red, green."""

    def __init__(self, theme: Theme, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("second_title"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone, icon)

    def say(self, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        """Say another state."""
        self._tone = tone
        self._icon = icons.named(icon or _LOOKS[tone].icon)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the words."""
        words = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text()))
        return QSize(words + 2 * PAD + self._lead(), PILL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: a pill never clips."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the pill."""
        looks = _LOOKS[self._tone]
        place = QRectF(self.rect())
        painter = QPainter(self)
        fill, border = self._theme.colour(looks.fill), self._theme.colour(looks.border)
        drawing.box(painter, place, place.height() / 2, fill, border)
        ink = self._theme.colour(looks.ink)
        if self._icon:
            icon = QRectF(PAD - 1, (place.height() - ICON_PILL) / 2, ICON_PILL, ICON_PILL)
            icons.draw(painter, self._icon, icon, ink)
        painter.setFont(self.font())
        painter.setPen(ink)
        words = place.adjusted(PAD + self._lead(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _lead(self) -> int:
        return ICON_PILL + GAP - 1 if self._icon else 0
