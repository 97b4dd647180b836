"""What all dialogs share: a title, a column, buttons at its foot, and a height in which nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.buttons import Button
from ui.tokens import S12, S24

WIDTH = 460


class FittedDialog(QDialog):
    """A sheet over the window; Esc leaves it. It grows and shrinks with what it says.

    Qt's own way takes the height of labels that do not wrap.
    """

    _last = 0  # the height it was given last

    def __init__(self, parent: QWidget, title: str, width: int = WIDTH, spacing: int = S12) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(S24, S24, S24, S24)
        self.column.setSpacing(spacing)

    def add_buttons(self, *buttons: Button) -> None:
        """Put buttons at the foot, the one that acts at the right."""
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the height that is needed."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take the new height when something in it comes or goes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        if not self.column.hasHeightForWidth():
            return
        needed = self.column.totalHeightForWidth(self.width())
        if needed not in (self.height(), self._last):  # what it asks for again is not to be had
            self._last = needed
            self.setFixedHeight(needed)
