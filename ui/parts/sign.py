"""An icon that stands beside words, and the icons of states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.theme import Theme
from ui.tokens import ICON

State = Literal["done", "in_progress", "held_up", "danger", "not_yet", "open", ""]

STATES: Mapping[str, tuple[str, str]] = {  # icon and ink; never shown without words beside them
    "done": ("check-circle-fill", "green"),
    "in_progress": ("circle-half", "accent"),
    "held_up": ("warning-fill", "amber"),
    "danger": ("shield-warning", "red"),
    "not_yet": ("circle", "faint"),
    "open": ("circle", "faint"),
}


class Sign(QWidget):
    """An icon. The words beside it say what it means, so a screen reader passes it by."""

    def __init__(self, theme: Theme, icon: str = "", ink: str = "muted", size: int = ICON) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icons.named(icon)
        self._ink = ink
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(size, size)

    def show_icon(self, icon: str, ink: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon = icons.named(icon)
        self._ink = ink
        self.update()

    def show_state(self, state: State) -> None:
        """Show the icon of a state; none for the empty one."""
        icon, ink = STATES.get(state, ("", "muted"))
        self.show_icon(icon, ink)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the icon."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon."""
        if self._icon:
            icons.draw(QPainter(self), self._icon, QRectF(self.rect()), self._theme.colour(self._ink))
