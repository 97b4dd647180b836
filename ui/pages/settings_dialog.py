"""What the dialogs of Settings share: they are wider than others, and roomier."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.fitted import FittedDialog
from ui.tokens import S16

WIDTH = 568


class SettingsDialog(FittedDialog):
    """A sheet over the window; Esc closes it and nothing is done."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, WIDTH, S16)
