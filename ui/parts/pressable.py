"""What can be pressed: Enter and Space press it, the focus frames it, the pointer lights it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from ui.parts.focus import FocusFrame
from ui.parts.keys import is_enter
from ui.theme import Theme
from ui.tokens import RADIUS_CONTROL


class Pressable(QAbstractButton):
    """A button that draws itself; its focus frame stands `inset` px within its height."""

    def __init__(self, theme: Theme, inset: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._frame = FocusFrame(theme, self, RADIUS_CONTROL, inset)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame."""
        super().focusInEvent(event)
        self._frame.note(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._frame.note(event)
