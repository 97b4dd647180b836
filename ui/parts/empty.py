"""What stands where there is nothing yet: a picture, a line, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.seats import SeatCircle
from ui.theme import Theme
from ui.tokens import S4, S12, S16, S24

PICTURE = 96
WIDTH = 420


class EmptyState(QWidget):
    """The circle of seats, one line, one quiet line, the one thing to do, and a quiet way beside it."""

    def __init__(
        self, theme: Theme, line: str, second: str, primary: Button | None = None, quiet: Button | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S4)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(SeatCircle(theme, PICTURE), 0, middle)
        column.addSpacing(S12)
        for words, role, ink in ((line, "section", "text"), (second, "second", "muted")):
            label = Label(theme, words, role=role, ink=ink)
            label.setAlignment(middle)
            label.setMaximumWidth(WIDTH)
            if not words:  # and never shown here: without a parent yet it would be a window of its own
                label.hide()
            row = QVBoxLayout()
            row.addWidget(label)
            column.addLayout(row)
            column.setAlignment(row, middle)
        column.addSpacing(S16)
        for button in (primary, quiet):
            if button is not None:
                column.addWidget(button, 0, middle)
        column.addStretch(1)
