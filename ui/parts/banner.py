"""Banners: one thing at a time that everybody on the page should know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.parts import drawing
from ui.parts.buttons import Button
from ui.parts.labels import LeadLabel
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import ICON_LEAD, RADIUS_CARD, S8, S12, S16

BannerTone = Literal["neutral", "teal", "amber", "red", "green"]

_LOOKS: Mapping[str, tuple[str, str, str, str]] = {  # ground, border, ink of the start, icon
    "neutral": ("sunken", "line", "text", "info"),
    "teal": ("accent_soft", "accent_line", "accent", "info"),
    "amber": ("amber_soft", "amber_line", "amber", "warning-fill"),
    "red": ("red_soft", "red_line", "red", "shield-warning"),
    "green": ("green_soft", "green_line", "green", "check-circle-fill"),
}


class Banner(QWidget):
    """An icon, a bold start, one sentence, and one small button at the right."""

    def __init__(
        self, theme: Theme, tone: BannerTone, start: str, sentence: str, button: Button | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        _, _, ink, icon = _LOOKS[tone]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words = LeadLabel(theme, start, sentence, ink="text", start_ink=ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(S16, S8, S8, S8)
        row.setSpacing(S12)
        row.addWidget(Sign(theme, icon, ink, ICON_LEAD), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        if button is not None:
            row.addWidget(button)
        self.setAccessibleName(self._words.text())

    def say(self, start: str, sentence: str) -> None:
        """Say something else."""
        self._words.say(start, sentence)
        self.setAccessibleName(self._words.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the soft ground."""
        ground, border, _, _ = _LOOKS[self._tone]
        fill, line = self._theme.colour(ground), self._theme.colour(border)
        drawing.box(QPainter(self), QRectF(self.rect()), RADIUS_CARD, fill, line)
