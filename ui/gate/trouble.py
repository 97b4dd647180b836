"""What went wrong, said where it went wrong, with the ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.buttons import Button
from ui.parts.flow import FlowLayout
from ui.parts.labels import Label
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import S8

Way = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class Trouble(QWidget):
    """One sentence and its buttons; it takes no room while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label = Label(theme, "", role="second", ink="amber")
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(Sign(theme, "warning-fill", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S8)
        whole.addLayout(row)
        whole.addWidget(self._ways)
        self.hide()

    @property
    def said(self) -> str:
        """What is said now; empty when nothing is."""
        return self._label.text() if not self.isHidden() else ""

    def say(self, text: str, ways: Sequence[Way] = ()) -> None:
        """Say what went wrong."""
        self._clear_ways()
        self._label.setText(text)
        for words, act in ways:
            button = Button(self._theme, words, kind="secondary")
            button.clicked.connect(act)
            self._flow.addWidget(button)
        self._ways.setVisible(bool(ways))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._label, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self._clear_ways()
        self._label.setText("")
        self.hide()

    def _clear_ways(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
