"""The items of the side bar: an icon and a word, or in a small window the icon alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui import icons
from ui.parts import drawing
from ui.parts.pressable import Pressable
from ui.parts.strip import cap_width, draw_cap
from ui.theme import Theme
from ui.tokens import ICON, KEY, RADIUS_CONTROL, S8, S12

ITEM, FIND = 38, 34  # px high
WORDS = 40  # px from the left edge


class SideItem(Pressable):
    """A place one can go to. It is lit while it is checked."""

    def __init__(self, theme: Theme, icon: str, name: str, keys: str = "") -> None:
        super().__init__(theme)
        self._icon = icons.named(icon)
        self._name = name
        self._keys = keys
        self._narrow = False
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {keys}" if keys else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ITEM)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, its name in the tooltip; or both."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the icon and the word."""
        words = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self._name)
        return QSize(ITEM if self._narrow else WORDS + round(words) + S12, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the icon."""
        return QSize(ITEM, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the item."""
        painter = QPainter(self)
        self._draw_ground(painter)
        lit = self.isChecked()
        ink = self._theme.colour("accent" if lit else "text" if self.underMouse() else "muted")
        bold = f"{self._icon}-bold"
        icon = bold if lit and icons.known(bold) else self._icon
        left = (self.width() - ICON) / 2 if self._narrow else S12 - 1
        icons.draw(painter, icon, QRectF(left, (self.height() - ICON) / 2, ICON, ICON), ink)
        if not self._narrow:
            painter.setFont(self._theme.font("strong" if lit else "body"))
            painter.setPen(ink)
            self._draw_words(painter)

    def _draw_ground(self, painter: QPainter) -> None:
        ground = "accent_soft" if self.isChecked() else "line" if self.underMouse() else ""
        if ground:
            drawing.box(painter, QRectF(self.rect()), RADIUS_CONTROL, self._theme.colour(ground), None)

    def _draw_words(self, painter: QPainter) -> None:
        room = QRectF(self.rect()).adjusted(WORDS, 0, -S8, 0)
        words = QFontMetricsF(painter.font()).elidedText(
            self._name, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class FindItem(SideItem):
    """The way to the search: it looks like the field it opens, and tells its keys."""

    def __init__(self, theme: Theme, name: str, keys: str) -> None:
        super().__init__(theme, "magnifying-glass", name, keys)
        self.setFixedHeight(FIND)

    def _draw_ground(self, painter: QPainter) -> None:
        fill = self._theme.colour("hover" if self.underMouse() else "surface")
        drawing.box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill, self._theme.colour("ctl"))

    def _draw_words(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("second"))
        painter.setPen(self._theme.colour("faint"))
        room = QRectF(self.rect()).adjusted(S12 + ICON + 6, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._name)
        width = cap_width(self._theme, self._keys)
        place = QRectF(self.width() - width - S8, (self.height() - KEY) / 2, width, KEY)
        draw_cap(
            painter, self._theme, place, self._keys, self._theme.colour("line"), self._theme.colour("muted")
        )
