"""What the lists share: a table to search, to filter and to sort, and the ways to a new record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.dialogs.form import FormDialog
from ui.fields.choice import QuietCombo
from ui.pages.page import Page
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.table import Column, RowsModel, Table
from ui.places import Place
from ui.tokens import HEAD, ROW, S12, S24

T = TypeVar("T")

SEARCH_WIDTH = 300
FILTER_WIDTH = 220


@dataclass(frozen=True)
class ListWords:
    """What a list says."""

    title: str
    search: str  # what can be looked for
    filter: str  # by what the list is narrowed down: "Kind"
    everything: str  # not narrowed down: "All kinds"
    new: str
    none: str  # while there is nothing yet,
    none_yet: str  # and how one begins


class ListPage(Page, Generic[T]):
    """All records of one kind: found by any word of theirs, opened with Enter, deleted with Delete."""

    new_keys = ""  # the shortcut that the new button shows

    def __init__(
        self, context: Context, place: Place, columns: Iterable[Column[T]], key: Callable[[T], str],
        texts: ListWords,
    ) -> None:  # fmt: skip
        super().__init__(context, place)
        self._texts = texts
        self._rows: list[T] = []
        self._model = RowsModel(tuple(columns), key=key)
        self._table = Table(self.theme, self._model, texts.title)
        self._table.opened.connect(self.open_row)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer_at)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete), self._table, self._delete_chosen,
            context=Qt.ShortcutContext.WidgetShortcut,
        )  # fmt: skip
        self._lay_out()
        self.refresh()

    def read_rows(self) -> list[T]:
        """Return every record, as the table shows it."""
        raise NotImplementedError

    def filter_of(self, row: T) -> tuple[str, str]:
        """Return by what a row is filtered: its value, and that in words."""
        raise NotImplementedError

    def count_in_words(self, shown: int, every: int) -> str:
        """Say how many of all are shown."""
        raise NotImplementedError

    def open_row(self, row: T) -> None:
        """Go to the page of a record."""
        raise NotImplementedError

    def delete_row(self, row: T) -> bool:
        """Delete a record, or have it said why not; returns if it is gone."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu, row: T) -> None:
        """Offer what can be done with a record."""
        raise NotImplementedError

    def new_dialog(self) -> FormDialog:
        """Return the dialog that asks for a new record."""
        raise NotImplementedError

    def go_to_new(self, code: str) -> None:
        """Go to a record that was just made."""
        raise NotImplementedError

    def other_way_in(self, kind: ButtonKind) -> Button | None:
        """Return a button for the other way records come in, where there is one."""
        return None

    def beside_count(self) -> QWidget | None:
        """Return what stands at the end of the bar, where there is anything."""
        return None

    def holds(self, place: Place) -> bool:
        """The list and the dialog for a new record are one page."""
        return place.page == self.place.page

    def visit(self, place: Place) -> None:
        """Show the list; for a new record, its dialog over it."""
        super().visit(place)
        if place.part == "new":
            QTimer.singleShot(0, self, self._ask_new)

    def begin(self) -> None:
        """Begin by looking for one; where there is none, with a new one."""
        (self._search if self._rows else self._first).setFocus()

    def refresh(self) -> bool:
        """Read all records anew."""
        self._rows = self.read_rows()
        self._offer_filters()
        self._show_rows()
        self._stack.setCurrentIndex(0 if self._rows else 1)
        for widget in self._ways_in:
            widget.setVisible(bool(self._rows))
        return True

    def button(
        self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None], keys: str = ""
    ) -> Button:
        """Return a button of this page."""
        button = Button(self.theme, text, kind=kind, icon=icon, keys=keys)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        other, new = self.other_way_in("plain"), self._new_button()
        self._ways_in = [new] if other is None else [other, new]
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, self._texts.title, role="page_title"), 1)
        for widget in self._ways_in:
            head.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24, S24, S24, S24)
        whole.setSpacing(S12)
        whole.addLayout(head)
        self._stack = QStackedLayout()
        whole.addLayout(self._stack, 1)  # first: a stack that is nowhere yet shows its page as a window
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._empty())

    def _new_button(self) -> Button:
        return self.button(self._texts.new, "primary", "plus", self._ask_new, self.new_keys)

    def _filled(self) -> QWidget:
        self._count = Label(self.theme, role="second", ink="muted")
        bar = QHBoxLayout()
        bar.setSpacing(S12)
        bar.addWidget(self._search_line(), 1)
        bar.addWidget(self._filter_list())
        bar.addWidget(self._count, 1)
        if (last := self.beside_count()) is not None:
            bar.addWidget(last)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        column.addStretch()
        return filled

    def _search_line(self) -> QLineEdit:
        self._search = QLineEdit()
        self._search.setPlaceholderText(self._texts.search)
        self._search.setAccessibleName(self.words.say("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(SEARCH_WIDTH)
        self._search.textChanged.connect(self._table.filter)
        self._search.textChanged.connect(self._say_count)
        self._search.returnPressed.connect(self._table.setFocus)
        return self._search

    def _filter_list(self) -> QuietCombo:
        self._filters = QuietCombo()
        self._filters.setAccessibleName(self._texts.filter)
        self._filters.setFixedWidth(FILTER_WIDTH)
        self._filters.activated.connect(self._show_rows)
        return self._filters

    def _empty(self) -> QWidget:
        self._first = self._new_button()
        texts = self._texts
        return EmptyState(self.theme, texts.none, texts.none_yet, self._first, self.other_way_in("quiet"))

    def _offer_filters(self) -> None:
        """Offer what the rows can be filtered by, keeping what is chosen."""
        chosen = self._filters.currentData()
        self._filters.clear()
        self._filters.addItem(self._texts.everything, "")
        for value, words in sorted(set(map(self.filter_of, self._rows)), key=lambda pair: pair[::-1]):
            self._filters.addItem(words, value)
        self._filters.setCurrentIndex(max(0, self._filters.findData(chosen)))

    def _show_rows(self) -> None:
        wanted = self._filters.currentData()
        self._model.set_rows([row for row in self._rows if wanted in ("", self.filter_of(row)[0])])
        self._say_count()

    def _say_count(self) -> None:
        self._table.setMaximumHeight(HEAD + max(1, self._model.rowCount()) * ROW + 2)
        shown, every = self._model.rowCount(), len(self._rows)
        self._count.setText("" if shown == every else self.count_in_words(shown, every))

    def _ask_new(self) -> None:
        dialog = self.new_dialog()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.go_to_new(dialog.result_code or ""))
        dialog.open()

    def _offer_at(self, at: QPoint) -> None:
        self.offer(self._table.viewport().mapToGlobal(at))

    def offer(self, at: QPoint) -> None:
        """Offer, at a place of the screen, what can be done with the record one is on."""
        row = self._table.selected()
        if row is None:
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, row)
        menu.addAction(
            self.words.say("Delete"), QKeySequence(QKeySequence.StandardKey.Delete), self._delete_chosen
        )
        menu.popup(at)

    def _delete_chosen(self) -> None:
        row = self._table.selected()
        if row is not None and self.delete_row(row):
            self.refresh()
