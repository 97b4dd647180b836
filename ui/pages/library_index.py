"""The index of the library: shelves that fold with their pages, or the lines that were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from fieldkit.text import Catalogue
from fieldkit.workspace import library
from ui.pages.library_rows import LIT, ROW, Row, Rows
from ui.parts.focus import BY_MOUSE
from ui.parts.keys import is_enter
from ui.theme import Theme


class LibraryIndex(QTreeView):
    """Arrows move, Enter or a click opens: a shelf folds, a page or a line that was found is shown."""

    opened = Signal(str, str)  # id of the page, and the line in it or nothing

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._shown = ""
        self._by_keys = False
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(Rows(theme, self))
        self.setAccessibleName(words.say("Pages of the library"))
        self._behave()
        self.clicked.connect(self._press)

    @property
    def rows(self) -> list[Row]:
        """What can be seen, shelf by shelf or hit by hit."""
        return [item.data(ROW) for item in self._items() if self._is_in_sight(item)]

    @property
    def at(self) -> Row | None:
        """The row the keyboard stands on."""
        row: Row | None = self.currentIndex().data(ROW)
        return row

    def show_shelves(self) -> None:
        """Show the shelves, with that of the page which is shown open."""
        self._model.removeRows(0, self._model.rowCount())
        pages = library.pages(self._words)
        for shelf in library.shelves(self._words):
            here = [page for page in pages if page.shelf == shelf.id]
            above = _item(Row(title=shelf.title, pages=len(here)))
            for page in here:
                above.appendRow(_item(Row(title=page.title, page_id=page.id)))
            self._model.appendRow(above)
        self.show_page(self._shown)

    def show_hits(self, hits: Sequence[library.Hit]) -> None:
        """Show lines that were found; the first is chosen, so that Enter opens it."""
        self._model.removeRows(0, self._model.rowCount())
        for hit in hits:
            self._model.appendRow(
                _item(Row(title=hit.title, page_id=hit.page_id, line=hit.line, spans=hit.spans))
            )
        self.step(1)

    def show_page(self, page_id: str) -> None:
        """Light the page that is shown, its shelf open and the keyboard on it."""
        self._shown = page_id
        for item in self._items():
            row: Row = item.data(ROW)
            lit = row.page_id == page_id and not row.line
            item.setData(lit, LIT)
            if lit:
                self.expand(item.index().parent())
                self.setCurrentIndex(item.index())
                self.scrollTo(item.index())

    def step(self, by: int) -> None:
        """Stand on the next row (1) or the one before (-1), round and round."""
        seen = [item for item in self._items() if self._is_in_sight(item)]
        if not seen:
            return
        now = next((at for at, item in enumerate(seen) if item.index() == self.currentIndex()), None)
        at = (0 if by > 0 else -1) if now is None else (now + by) % len(seen)
        self.setCurrentIndex(seen[at].index())
        self.scrollTo(seen[at].index())

    def open_current(self) -> None:
        """Open the row the keyboard stands on."""
        self._press(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open with Enter or Space; all other keys move."""
        self._by_keys = True
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where the keyboard stands when it was the keyboard that came here."""
        self._by_keys = event.reason() not in BY_MOUSE
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click needs no frame."""
        self._by_keys = False
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the rows wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def drawRow(  # noqa: N802
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row without a frame where the mouse is at work."""
        if not self._by_keys:
            options.state &= ~QStyle.StateFlag.State_HasFocus
        super().drawRow(painter, options, index)

    def drawBranches(  # noqa: N802
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw nothing: the row has its own arrow."""

    def _behave(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _press(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW)
        if row is None:
            return
        if row.is_shelf:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.opened.emit(row.page_id, row.line)

    def _items(self) -> Iterator[QStandardItem]:
        for at in range(self._model.rowCount()):
            item = self._model.item(at)
            yield item
            yield from (item.child(below) for below in range(item.rowCount()))

    def _is_in_sight(self, item: QStandardItem) -> bool:
        above = item.index().parent()
        return not above.isValid() or self.isExpanded(above)


def _item(row: Row) -> QStandardItem:
    """Return an item that says its words to a screen reader, and to letters typed to jump to it."""
    item = QStandardItem(row.title)
    item.setData(row, ROW)
    item.setAccessibleText(f"{row.title}: {row.line}" if row.line else row.title)
    return item
