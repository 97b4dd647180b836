"""A setting: what it is at the left, what one can do about it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S16


class SettingRow(QWidget):
    """One row of a card; `control` takes the room it needs."""

    def __init__(self, theme: Theme, title: str, second: str, control: QWidget) -> None:
        super().__init__()
        self._second = Label(theme, second, role="second", ink="muted")
        if not second:
            self._second.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(theme, title, role="row_title"))
        texts.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S16)
        row.addLayout(texts, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, second: str, ink: str = "muted") -> None:
        """Say something else in the second line."""
        self._second.setText(second)
        self._second.set_ink(ink)
        self._second.setVisible(bool(second))
