"""A session on a day of the month: its hour, the title of its dialogue, its state by icon and tone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent

from fieldkit.workspace.calendar import Entry
from ui import icons
from ui.pages.calendar_looks import LOOKS
from ui.parts import drawing
from ui.parts.pressable import Pressable
from ui.theme import Theme
from ui.tokens import ICON_PILL, RADIUS_CELL, S4

CHIP = 22  # px high
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)  # by days, in the whole grid


class DayPressable(Pressable):
    """What can be pressed on a day: it leaves the arrows to the grid."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter and Space press it, and the grid have the rest."""
        if event.key() in (*MOVES, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SessionChip(DayPressable):
    """One session; pressed, it opens."""

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__(theme)
        self.entry = entry
        self._looks = LOOKS[entry.status]
        said = ", ".join(filter(None, (entry.hours, entry.title, entry.status_label)))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFixedHeight(CHIP)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the icon: the words take what there is."""
        return QSize(ICON_PILL + 2 * S4, CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw icon, hour and title; struck through where the session is cancelled."""
        painter = QPainter(self)
        self._draw_ground(painter)
        icon = QRectF(S4, (CHIP - ICON_PILL) / 2, ICON_PILL, ICON_PILL)
        icons.draw(painter, self._looks.icon, icon, self._theme.colour(self._looks.sign))
        painter.setPen(self._theme.colour(self._looks.words))
        left = icon.right() + S4
        if self.entry.start:
            left += self._draw_words(painter, self.entry.start, left, "code_title") + S4
        self._draw_words(painter, self.entry.title, left, "code")

    def _draw_ground(self, painter: QPainter) -> None:
        looks = self._looks
        lively = self.underMouse() or self.isDown()
        fill = looks.fill or ("hover" if lively else "")
        border = "ctl" if lively else looks.border
        drawing.box(
            painter, QRectF(self.rect()), RADIUS_CELL,
            self._theme.colour(fill) if fill else None,
            self._theme.colour(border) if border else None,
        )  # fmt: skip

    def _draw_words(self, painter: QPainter, words: str, left: float, role: str) -> float:
        """Draw some words as far as there is room, and return their width."""
        font = self._theme.figures(role)
        font.setStrikeOut(self.entry.status == "cancelled")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        place = QRectF(left, 0, max(0.0, self.width() - left - S4), CHIP)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class MoreChip(DayPressable):
    """How many more sessions a day has than there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(CHIP)

    def say(self, text: str, name: str) -> None:
        """Say how many; `name` also says of which day."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the words."""
        words = QFontMetricsF(self._theme.font("code_title")).horizontalAdvance(self.text())
        return QSize(round(words) + 2 * S4 + 1, CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the words, on a soft ground under the pointer."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            drawing.box(painter, QRectF(self.rect()), RADIUS_CELL, self._theme.colour("hover"), None)
        painter.setFont(self._theme.font("code_title"))
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
