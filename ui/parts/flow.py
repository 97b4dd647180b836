"""A layout that begins a new row where the words no longer fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.parts.items import ItemsLayout
from ui.tokens import S8


class FlowLayout(ItemsLayout):
    """Widgets side by side from the left, on as many rows as they need."""

    def __init__(self, parent: QWidget | None = None, gap: int = S8, row_gap: int = S8) -> None:
        super().__init__(parent, gap, row_gap)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        return self._flow(QRect(0, 0, width, 0), [])

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        places: list[tuple[QLayoutItem, QRect]] = []
        self._flow(rect, places)
        for item, place in places:
            item.setGeometry(place)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of all items on one row."""
        shown = self._shown()
        margins = self.contentsMargins()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest item."""
        margins = self.contentsMargins()
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, rect: QRect, places: list[tuple[QLayoutItem, QRect]]) -> int:
        """Fill `places` with where each item stands; return the height of all."""
        area = rect.marginsRemoved(self.contentsMargins())
        left, top, height = area.left(), area.top(), 0
        row: list[tuple[QLayoutItem, QSize, int]] = []

        def end_row() -> None:
            for item, size, at in row:
                places.append((item, QRect(QPoint(at, top + (height - size.height()) // 2), size)))

        for item in self._shown():
            size = self._size(item, area.width())
            if row and left + size.width() > area.right() + 1:
                end_row()
                row, left, top, height = [], area.left(), top + height + self._row_gap, 0
            row.append((item, size, left))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        end_row()
        return top + height - rect.top() + self.contentsMargins().bottom()

    def _size(self, item: QLayoutItem, room: int) -> QSize:
        size = item.sizeHint()
        if size.width() <= room:
            return size
        height = item.heightForWidth(room) if item.hasHeightForWidth() else size.height()
        return QSize(room, height)
