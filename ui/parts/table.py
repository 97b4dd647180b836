"""Tables: rows of records, one thing a column, sorted and filtered in place."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui import icons
from ui.parts import drawing
from ui.parts.focus import FocusFrame
from ui.parts.keys import is_enter
from ui.parts.rows_model import SIGN, Column, RowsModel
from ui.theme import Theme
from ui.tokens import FOCUS_FRAME, HEAD, ICON, RADIUS_CARD, RADIUS_CELL, ROW, S8

__all__ = ["Column", "RowsModel", "Table"]

T = TypeVar("T")

PAD = 14
WIDEST, NARROWEST = 260, 72  # px of a column


class Table(QTableView, Generic[T]):
    """A table of records. Enter or a double click opens a row; a click on a head sorts, as Alt+Down does.

    `chosen` tells the record of the row one went to, `opened` that of the row one opened.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, model: RowsModel[T], name: str = "") -> None:
        super().__init__()
        self._rows = model
        self._kept: object = None
        self._column = 0
        self._most_rows = 0
        self.hovered = -1
        self._frame = FocusFrame(theme, self, RADIUS_CARD)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, self))
        self._set_manners()
        self._set_heads()
        self.activated.connect(lambda index: self.opened.emit(model.row(index)))
        self.entered.connect(self._hover)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def filter(self, text: str) -> None:
        """Show the rows in which every word of `text` occurs."""
        self._rows.filter(text)

    def selected(self) -> T | None:
        """Return the record of the row that is chosen, if one is."""
        index = self.currentIndex()
        return self._rows.row(index) if index.isValid() else None

    def select(self, key: object) -> None:
        """Go to the row with this key, if it is shown."""
        at = self._rows.find(key)
        if at is not None:
            self.setCurrentIndex(self._rows.index(at, self._column))

    def show_all_rows(self, most: int) -> None:
        """Be as high as the rows are, up to `most` of them; for a table on a page that scrolls itself."""
        self._most_rows = most
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open with Enter; sort by the column one is in with Alt and an arrow."""
        index = self.currentIndex()
        orders = {Qt.Key.Key_Down: Qt.SortOrder.AscendingOrder, Qt.Key.Key_Up: Qt.SortOrder.DescendingOrder}
        order = orders.get(Qt.Key(event.key()))
        if is_enter(event) and index.isValid():
            self.opened.emit(self._rows.row(index))
        elif order is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier and index.isValid():
            if self._rows.columns[index.column()].sort is not None:
                self.sortByColumn(index.column(), order)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame; be on a row."""
        super().focusInEvent(event)
        self._frame.note(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._frame.note(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Be quiet again."""
        super().leaveEvent(event)
        self.hovered = -1
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the rows inside the rounded corners."""
        super().resizeEvent(event)
        place = QRectF(self.viewport().rect())
        above = place.adjusted(0, -RADIUS_CARD * 2, 0, 0)  # the head covers the upper corners
        outline = drawing.rounded(above, RADIUS_CARD - 1)
        self.viewport().setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)

    def _set_heads(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD)
        head.setHighlightSections(False)
        head.setResizeContentsPrecision(0)  # the rows in sight: thousands are not measured
        head.setMaximumSectionSize(100_000)
        head.setMinimumSectionSize(NARROWEST)
        if self._rows.columns:
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if any(column.sort for column in self._rows.columns):
            head.setSortIndicatorClearable(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index.row()
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._rows.row(current))

    def _remember(self) -> None:
        row = self.selected()
        self._kept = None if row is None else self._rows.key(row)
        self._column = max(0, self.currentIndex().column())

    def _restore(self) -> None:
        if self._kept is not None:
            blocked = self.blockSignals(True)  # it is the row one was on: nothing was chosen
            self.select(self._kept)
            self.blockSignals(blocked)
        self._fit()

    def _fit(self) -> None:
        if self._most_rows:
            rows = min(max(self._rows.rowCount(), 1), self._most_rows)
            self.setFixedHeight(HEAD + rows * ROW + 2)


class _Cells(QStyledItemDelegate):
    """Draws the cells: the first in ink, the others quiet, a sign before the words where there is one."""

    def __init__(self, theme: Theme, table: Table[Any]) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        place = QRectF(option.rect)
        painter.save()
        painter.fillRect(place, self._theme.colour(self._ground(option, index)))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(
                QRectF(place.left(), place.bottom() - 1, place.width(), 1), self._theme.colour("line")
            )
        room = place.adjusted(PAD, 0, -PAD, 0)
        sign = index.data(SIGN)
        ink = "text" if index.column() == 0 else "muted"
        if sign is not None:
            room, ink = self._draw_sign(painter, room, index, sign), sign[1]
        painter.setFont(self._font(index))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), self._shown(index, room))
        if option.state & QStyle.StateFlag.State_HasFocus:
            cell = place.adjusted(S8 - 4, 4, 4 - S8, -5)
            drawing.box(painter, cell, RADIUS_CELL, None, self._theme.colour("focus"), FOCUS_FRAME)
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a cell, up to the widest a column may be."""
        sign = ICON + S8 if index.data(SIGN) is not None else 0
        return QSize(min(round(self._width(index)) + 2 + sign + 2 * PAD, WIDEST), ROW)

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """Say the whole of what had to be cut."""
        from PySide6.QtWidgets import QToolTip

        sign = ICON + S8 if index.data(SIGN) is not None else 0
        room: QRect = option.rect
        cut = self._width(index) + sign + 2 * PAD > room.width()
        QToolTip.showText(event.globalPos(), index.data() if cut else "", view)
        return True

    def _ground(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        if option.state & QStyle.StateFlag.State_Selected:
            return "accent_soft"
        return "hover" if index.row() == self._table.hovered else "surface"

    def _draw_sign(
        self,
        painter: QPainter,
        room: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        sign: tuple[str, str],
    ) -> QRectF:
        """Draw the sign before the words; return the room that is left for them."""
        left = room.left()
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight:
            left = max(left, room.right() - self._width(index) - ICON - S8)
        middle = QRectF(left, room.center().y() - ICON / 2, ICON, ICON)
        icons.draw(painter, sign[0], middle, self._theme.colour(sign[1]))
        return room.adjusted(left - room.left() + ICON + S8, 0, 0, 0)

    def _shown(self, index: QModelIndex | QPersistentModelIndex, room: QRectF) -> str:
        metrics = QFontMetricsF(self._font(index))
        return metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width() + 0.5)

    def _width(self, index: QModelIndex | QPersistentModelIndex) -> float:
        return QFontMetricsF(self._font(index)).horizontalAdvance(str(index.data()))

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return self._theme.figures("second_strong" if index.column() == 0 else "second")
