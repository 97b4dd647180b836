"""A layout for fields: two columns where there is room, one where there is not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.parts.items import ItemsLayout
from ui.tokens import S12, S32

W = TypeVar("W", bound=QWidget)

NARROW = 560  # px; below this one column
WIDE = "wide"  # a widget with this property takes a whole row


class GridLayout(ItemsLayout):
    """Widgets in rows of two, read from left to right. What is hidden leaves no hole."""

    def __init__(self, parent: QWidget | None = None, gap: int = S32, row_gap: int = S12) -> None:
        super().__init__(parent, gap, row_gap)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes the width there is, and no more height than it needs."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        rows = self._rows(width)
        return sum(self._height(row, width) for row in rows) + self._row_gap * max(0, len(rows) - 1)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            height = self._height(row, rect.width())
            for column, item in enumerate(row):
                width = self._width(item, rect.width())
                left = rect.left() + column * (width + self.spacing())
                item.setGeometry(QRect(left, top, width, self._high(item, width)))
            top += height + self._row_gap

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size in two columns."""
        widest = max((item.sizeHint().width() for item in self._shown()), default=0)
        width = max(NARROW, 2 * widest + self.spacing())
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the width of the widest item alone."""
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(widest, NARROW)))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, room: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in self._shown():
            begins = not rows or len(rows[-1]) == 2 or self._is_wide(item) or self._is_wide(rows[-1][0])
            if begins or room < NARROW:
                rows.append([])
            rows[-1].append(item)
        return rows

    def _width(self, item: QLayoutItem, room: int) -> int:
        whole = room < NARROW or self._is_wide(item)
        return room if whole else (room - self.spacing()) // 2

    def _height(self, row: Iterable[QLayoutItem], room: int) -> int:
        return max(self._high(item, self._width(item, room)) for item in row)

    def _high(self, item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _is_wide(self, item: QLayoutItem) -> bool:
        widget = item.widget()
        return widget is not None and bool(widget.property(WIDE))


class Grid(QWidget):
    """Widgets in rows of two, or below each other where there is little room."""

    def __init__(self, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        grid = GridLayout(self)
        for widget in widgets:
            grid.addWidget(widget)


def wide(widget: W, /) -> W:
    """Return a widget that takes a whole row of a grid."""
    widget.setProperty(WIDE, True)
    return widget
