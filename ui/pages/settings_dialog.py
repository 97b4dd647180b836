"""What the dialogs of Settings share: their width, their margins, and the looks of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.fitted import FittedDialog
from ui.tokens import S16, S24

WIDTH = 568


class SettingsDialog(FittedDialog):
    """A sheet over the window; Esc closes it and nothing is done."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(S24, S24, S24, S24)
        self.column.setSpacing(S16)
