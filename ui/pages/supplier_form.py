"""Fields of a form in two columns, or below each other where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.tokens import S12, S32

NARROW = 620  # px


class Columns(QWidget):
    """Two columns of fields. Tab goes down the left one first, as one reads."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(S32)
        for fields in (left, right):
            column = QVBoxLayout()
            column.setSpacing(S12)
            for field in fields:
                column.addWidget(field)
            column.addStretch(1)
            self._columns.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put one column below the other where both have no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._columns.setSpacing(S12 if narrow else S32)
