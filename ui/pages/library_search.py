"""The line one types in to find something: a glass before the words, a cross behind them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.parts.buttons import IconButton
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import ICON, S4, S8, SMALL


class SearchLine(QLineEdit):
    """Tells every change; the cross empties it."""

    def __init__(self, theme: Theme, name: str, clear: str, longest: int) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setTextMargins(ICON + S4, 0, SMALL - S4, 0)
        self._glass = Sign(theme, "magnifying-glass", "faint", ICON)
        self._cross = IconButton(theme, "x", clear, size=SMALL)
        for inside in (self._glass, self._cross):
            inside.setParent(self)
        self._cross.hide()
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(lambda typed: self._cross.setVisible(bool(typed)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the glass and the cross at their ends."""
        super().resizeEvent(event)
        self._glass.move(S8 + 2, (self.height() - ICON) // 2)
        self._cross.move(self.width() - SMALL - S4, (self.height() - SMALL) // 2)
