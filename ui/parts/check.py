"""A box to tick with words that wrap; Qt's own check box keeps them on one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S4


class CheckLine(QWidget):
    """A box and its words; both are the target."""

    ticked = Signal(bool)

    def __init__(self, theme: Theme, text: str, *, done: bool) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setChecked(done)
        self.box.toggled.connect(self.ticked)
        self.setFocusProxy(self.box)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, text, role="second"), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tick as a press on the box would."""
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()
        super().mouseReleaseEvent(event)
