"""A table one types in: each cell is edited in place, by keyboard as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui import icons
from ui.fields.choice import QuietCombo
from ui.fields.line import MOST_TYPED
from ui.parts import drawing
from ui.parts.focus import FocusFrame
from ui.parts.keys import is_enter
from ui.theme import Theme
from ui.tokens import FOCUS_FRAME, HEAD, ICON_PILL, RADIUS_CARD, RADIUS_CELL, ROW, S4

Index = QModelIndex | QPersistentModelIndex

PROBLEM = int(Qt.ItemDataRole.UserRole) + 1  # what stands against the cell, in one sentence
OPTIONS = int(Qt.ItemDataRole.UserRole) + 2  # values with their words, of a cell in which one chooses

EMPTY = "–"
PAD = 14  # px, as in the head
CARET = 10
WIDEST, NARROWEST = 300, 60  # px of a column
MOST_SHOWN = 16  # choices in a list at a time


class CellTable(QTableView):
    """A table to type in. Letters or Enter begin a cell, Enter ends it and goes down, Tab goes to the next.

    Outside a cell Tab leaves the table. `typing` tells row, column and text while somebody types; `closed`
    that a cell was left, `deleting` that Delete was pressed on a row.
    """

    typing = Signal(int, int, str)
    deleting = Signal(int)
    closed = Signal()

    def __init__(
        self, theme: Theme, model: QAbstractTableModel, name: str, *, title: int, stretched: int
    ) -> None:
        super().__init__()
        self.title = title  # the column that says what the row is about
        self._stretched = stretched  # the column that takes the room that is left
        self.hovered = -1
        self._frame = FocusFrame(theme, self, RADIUS_CARD)
        self._cells = _Cells(theme, self)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._set_manners()
        self._set_heads(theme)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.clicked.connect(self._begin_by_mouse)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.fit)
        self.fit()

    def commit(self) -> None:
        """Hand over the cell somebody is still typing in."""
        self._cells.commit()

    def go_to(self, row: int, column: int) -> None:
        """Go to a cell; the cursor is in the table."""
        self.setCurrentIndex(self.model().index(row, column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Be as high as the rows are: the page scrolls."""
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_too_wide() else 0
        self.setFixedHeight(self.horizontalHeader().height() + self.model().rowCount() * ROW + 2 + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Begin a cell with Enter; tell of Delete."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # what the open cell had no use for
        elif index.isValid() and is_enter(event):
            self.edit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleting.emit(index.row())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Go down one row after Enter, as a spreadsheet does."""
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        ended = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if ended and index.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(index.siblingAtRow(index.row() + 1))
        self.closed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame; be in a cell."""
        super().focusInEvent(event)
        self._frame.note(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

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
        """Share the room anew."""
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Give each column what its words need, and one of them what is left."""
        head = self.horizontalHeader()
        wanted = [max(self.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(head.count())]
        others = sum(wanted) - wanted[self._stretched]
        left = self.viewport().width() - others
        wanted[self._stretched] = max(head.sectionSizeHint(self._stretched), left)
        for at, width in enumerate(wanted):
            head.resizeSection(at, width)
        self.fit()

    def _set_manners(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def _set_heads(self, theme: Theme) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setFont(theme.font("second_title"))
        head.setFixedHeight(HEAD)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(NARROWEST)

    def _is_too_wide(self) -> bool:
        return self.horizontalHeader().length() > self.viewport().width()

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index.row()
        self.viewport().update()

    def _begin_by_mouse(self, index: QModelIndex) -> None:
        if self.state() != QAbstractItemView.State.EditingState:
            self.edit(index)
            self._cells.open_list()


class _Cells(QStyledItemDelegate):
    """Draws the cells, and makes what one types or chooses in."""

    def __init__(self, theme: Theme, table: CellTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._open: QWidget | None = None

    def commit(self) -> None:
        """Hand over what stands in the cell that is open, and close it."""
        if self._open is not None and self._table.state() == QAbstractItemView.State.EditingState:
            self.commitData.emit(self._open)
            self.closeEditor.emit(self._open, QAbstractItemDelegate.EndEditHint.NoHint)

    def open_list(self) -> None:
        """Show the choices of the cell that is open."""
        if isinstance(self._open, QuietCombo):
            self._open.showPopup()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Return a list where one chooses, a line where one types."""
        options = index.data(OPTIONS)
        self._open = _combo(parent, options) if options else QLineEdit(parent)
        self._open.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        if isinstance(self._open, QuietCombo):
            self._open.activated.connect(self.commit)
        elif isinstance(self._open, QLineEdit):
            row, column = index.row(), index.column()
            self._open.setMaxLength(MOST_TYPED)
            self._open.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
            self._open.textEdited.connect(lambda text: self._table.typing.emit(row, column, text))
        return self._open

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Forget the cell that was open."""
        if editor is self._open:
            self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show what the cell holds."""
        held = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QuietCombo):
            editor.setCurrentIndex(editor.findData(held))
        elif isinstance(editor, QLineEdit):
            editor.setText(held)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: N802
        """Hand over what was chosen or typed."""
        if isinstance(editor, QuietCombo):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(1, 2, -1, -3))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the room of the words."""
        words = QFontMetricsF(self._font(index)).horizontalAdvance(str(index.data()))
        sign = ICON_PILL + S4 if index.data(PROBLEM) else 0
        return QSize(min(round(words) + 2 + sign + 2 * PAD, WIDEST), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: what stands against it turns it amber, with a sign."""
        place = QRectF(option.rect)
        painter.save()
        painter.fillRect(place, self._theme.colour("hover" if self._is_under(index) else "surface"))
        if index.row() < index.model().rowCount() - 1:
            line = QRectF(place.left(), place.bottom() - 1, place.width(), 1)
            painter.fillRect(line, self._theme.colour("line"))
        room = place.adjusted(PAD, 0, -PAD, 0)
        problem = index.data(PROBLEM)
        if problem:
            sign = QRectF(room.left(), room.center().y() - ICON_PILL / 2, ICON_PILL, ICON_PILL)
            icons.draw(painter, "warning-fill", sign, self._theme.colour("amber"))
            room.adjust(ICON_PILL + S4, 0, 0, 0)
        self._draw_words(painter, room, index, problem)
        if option.state & QStyle.StateFlag.State_HasFocus:
            cell = place.adjusted(S4, S4, -S4, -S4 - 1)
            drawing.box(painter, cell, RADIUS_CELL, None, self._theme.colour("focus"), FOCUS_FRAME)
        if self._is_under(index) and index.data(OPTIONS):
            caret = QRectF(place.right() - PAD, place.center().y() - CARET / 2, CARET, CARET)
            icons.draw(painter, "caret-down", caret, self._theme.colour("faint"))
        painter.restore()

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say what stands against the cell, or the whole of what had to be cut."""
        room = option.rect.width() - 2 * PAD
        cut = QFontMetricsF(self._font(index)).horizontalAdvance(str(index.data())) > room
        QToolTip.showText(event.globalPos(), index.data(PROBLEM) or (str(index.data()) if cut else ""), view)
        return event.type() == QEvent.Type.ToolTip

    def _is_under(self, index: Index) -> bool:
        return index.row() == self._table.hovered and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _draw_words(self, painter: QPainter, room: QRectF, index: Index, problem: str) -> None:
        text = str(index.data() or "")
        painter.setFont(self._font(index))
        painter.setPen(self._theme.colour(self._ink(index, text, problem)))
        shown = painter.fontMetrics().elidedText(
            text or EMPTY, Qt.TextElideMode.ElideRight, round(room.width() + 1)
        )
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)

    def _ink(self, index: Index, text: str, problem: str) -> str:
        if problem:
            return "amber"
        if not text:
            return "faint"
        return "text" if index.column() == self._table.title else "muted"

    def _font(self, index: Index) -> QFont:
        return self._theme.figures("second_title" if index.column() == self._table.title else "second")


def _combo(parent: QWidget, options: Sequence[tuple[str, str]]) -> QuietCombo:
    combo = QuietCombo(parent)
    combo.setMaxVisibleItems(MOST_SHOWN)
    for value, words in options:
        combo.addItem(words, value)
    return combo
