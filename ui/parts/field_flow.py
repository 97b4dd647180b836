"""A layout for the fields of one record: side by side as wide as each needs, their labels on one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.parts.flow import FlowLayout
from ui.parts.grid import WIDE
from ui.tokens import S12, S16


class FieldFlow(FlowLayout):
    """Each widget keeps the width it first asked for, so that nothing moves while one types.

    What is `wide` takes a whole row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=S16, row_gap=S12)
        self._asked: list[int] = []  # px; 0 while it was never shown
        self._heights: dict[int, int] = {}  # by width; a layout is asked a hundred times

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add an item at the end."""
        super().addItem(item)
        self._asked.append(0)

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out, or return None past the end."""
        if 0 <= index < len(self._asked):
            del self._asked[index]
        return super().takeAt(index)

    def invalidate(self) -> None:
        """Measure anew: something in it has changed."""
        self._heights = {}
        super().invalidate()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def _flow(self, rect: QRect, places: list[tuple[QLayoutItem, QRect]]) -> int:
        """Fill `places` with where each item stands; return the height of all."""
        left, top, height = rect.left(), rect.top(), 0
        for at, item in enumerate(self._items):
            if item.isEmpty():
                continue
            width = self._width(at, item, rect.width())
            if left > rect.left() and left + width > rect.right() + 1:
                left, top, height = rect.left(), top + height + self._row_gap, 0
            size = QSize(width, _height(item, width))
            places.append(
                (item, QRect(rect.topLeft(), size).translated(left - rect.left(), top - rect.top()))
            )
            left += width + self.spacing()
            height = max(height, size.height())
        return top + height - rect.top()

    def _width(self, at: int, item: QLayoutItem, room: int) -> int:
        self._asked[at] = self._asked[at] or item.sizeHint().width()
        widget = item.widget()
        return room if widget is not None and widget.property(WIDE) else min(self._asked[at], room)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
