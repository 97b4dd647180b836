"""The list of dialogues: found by any word of theirs, sorted by any column, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace.overview import DialogueRow
from ui.context import Context
from ui.dialogs import write_out
from ui.dialogs.bring_in import bring_in
from ui.dialogs.new_dialogue import NewDialogue
from ui.fields.choice import QuietCombo
from ui.pages.dialogues_columns import COUNTRY, SUPPLIER_CODE, columns
from ui.pages.page import Page
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.table import RowsModel, Table
from ui.places import Place
from ui.tokens import S12, S24

SEARCH_WIDTH = 300
STATUS_WIDTH = 220


class DialoguesPage(Page):
    """All dialogues, and the ways to a new one."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._rows: list[DialogueRow] = []
        self._model = RowsModel(columns(self.words), key=lambda row: row.code)
        self._table = Table(self.theme, self._model, self.words.say("Dialogues"))
        self._table.opened.connect(lambda row: self._open(row.code))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer_at)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete), self._table, self._delete,
            context=Qt.ShortcutContext.WidgetShortcut,
        )  # fmt: skip
        self._lay_out()
        self.refresh()

    def holds(self, place: Place) -> bool:
        """The list and the dialog for a new dialogue are one page."""
        return place.page == self.place.page

    def visit(self, place: Place) -> None:
        """Show the list; for a new dialogue, its dialog over it."""
        super().visit(place)
        if place.part == "new":
            QTimer.singleShot(0, self, self._ask_new)

    def begin(self) -> None:
        """Begin by looking for one."""
        (self._search if self._rows else self._first).setFocus()

    def refresh(self) -> bool:
        """Read all dialogues anew."""
        self._rows = self.context.workspace.overview.dialogues(self.words)
        self._offer_statuses()
        self._show_rows()
        self._stack.setCurrentIndex(0 if self._rows else 1)
        for widget in (self._bring, self._new):
            widget.setVisible(bool(self._rows))
        return True

    def set_narrow(self, narrow: bool) -> None:
        """In a small window the columns one knows from the pages themselves make room."""
        for column in (SUPPLIER_CODE, COUNTRY):
            self._table.setColumnHidden(column, narrow)

    def _lay_out(self) -> None:
        say = self.words.say
        self._bring = self._button(
            say("Bring in a dialogue file"), "plain", "download-simple", self._bring_in
        )
        self._new = self._button(say("New dialogue"), "primary", "plus", self._ask_new)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, say("Dialogues"), role="page_title"), 1)
        head.addWidget(self._bring)
        head.addWidget(self._new)
        self._stack = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24, S24, S24, S24)
        whole.setSpacing(S12)
        whole.addLayout(head)
        whole.addLayout(self._stack, 1)
        self._stack.addWidget(self._filled())  # once it is on the page: it shows the first at once
        self._stack.addWidget(self._empty())

    def _filled(self) -> QWidget:
        self._count = Label(self.theme, role="second", ink="muted")
        self._more = Button(self.theme, self.words.say("More"), kind="quiet", icon="dots-three")
        self._more.setAccessibleName(self.words.say("More for the chosen dialogue"))
        self._more.clicked.connect(self._offer_below)
        bar = QHBoxLayout()
        bar.setSpacing(S12)
        bar.addWidget(self._search_line(), 1)
        bar.addWidget(self._status_list())
        bar.addWidget(self._count, 1)
        bar.addWidget(self._more)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        return filled

    def _search_line(self) -> QLineEdit:
        say = self.words.say
        self._search = QLineEdit()
        self._search.setPlaceholderText(say("Search title, supplier, country"))
        self._search.setAccessibleName(say("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(SEARCH_WIDTH)
        self._search.textChanged.connect(self._table.filter)
        self._search.textChanged.connect(self._say_count)
        self._search.returnPressed.connect(self._table.setFocus)
        return self._search

    def _status_list(self) -> QuietCombo:
        self._statuses = QuietCombo()
        self._statuses.setAccessibleName(self.words.say("Status"))
        self._statuses.setFixedWidth(STATUS_WIDTH)
        self._statuses.activated.connect(self._show_rows)
        return self._statuses

    def _empty(self) -> QWidget:
        say = self.words.say
        self._first = self._button(say("New dialogue"), "primary", "plus", self._ask_new)
        return EmptyState(
            self.theme,
            say("No dialogue yet"),
            say("It begins with one supplier, and one question: how can the people there be heard safely?"),
            self._first,
            self._button(say("Bring in a dialogue file"), "quiet", "download-simple", self._bring_in),
        )

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        keys = "Ctrl+N" if kind == "primary" else ""
        button = Button(self.theme, text, kind=kind, icon=icon, keys=keys)
        button.clicked.connect(act)
        return button

    def _offer_statuses(self) -> None:
        """Offer the statuses there are, keeping the one that is chosen."""
        chosen = self._statuses.currentData()
        self._statuses.clear()
        self._statuses.addItem(self.words.say("All statuses"), "")
        for words, status in sorted({(row.status_label, row.status) for row in self._rows}):
            self._statuses.addItem(words, status)
        self._statuses.setCurrentIndex(max(0, self._statuses.findData(chosen)))

    def _show_rows(self) -> None:
        status = self._statuses.currentData()
        self._model.set_rows([row for row in self._rows if status in ("", row.status)])
        self._say_count()

    def _say_count(self) -> None:
        shown, every = self._model.rowCount(), len(self._rows)
        words = self.words.say("{shown} of {every} dialogues", shown=shown, every=every)
        self._count.setText("" if shown == every else words)

    def _open(self, code: str) -> None:
        self.context.go(Place("dialogue", code))

    def _bring_in(self) -> None:
        bring_in(self, self.context)

    def _ask_new(self) -> None:
        dialog = NewDialogue(self, self.context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self.context.go(Place("dialogue", dialog.result_code or "", "prepare"))
        )
        dialog.open()

    def _offer_at(self, at: QPoint) -> None:
        self._offer(self._table.viewport().mapToGlobal(at))

    def _offer_below(self) -> None:
        if self._table.selected() is None and self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._offer(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _offer(self, at: QPoint) -> None:
        """Offer what can be done with the dialogue one is on."""
        dialogue = self._chosen()
        if dialogue is None:
            return
        say = self.words.say
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Open the dialogue"), lambda: self._open(dialogue.code))
        menu.addAction(
            say("Write as a dialogue file"), lambda: write_out.ask(self, self.context, dialogue.code)
        )
        menu.addSeparator()
        if dialogue.cancelled_on is None:
            menu.addAction(say("Cancel the dialogue"), self._cancel)
        else:
            menu.addAction(say("Take the cancellation back"), self._take_up_again)
        menu.addAction(say("Delete"), QKeySequence(QKeySequence.StandardKey.Delete), self._delete)
        menu.popup(at)

    def _cancel(self) -> None:
        dialogue = self._chosen()
        if dialogue is None:
            return
        cancelled = replace(dialogue, cancelled_on=self.context.workspace.today)
        if self.context.keep(cancelled):
            self.refresh()
            self.context.messages.say(
                self.words.say("The dialogue is cancelled."), self.words.say("Undo"), self.context.undo.undo
            )

    def _take_up_again(self) -> None:
        dialogue = self._chosen()
        if dialogue is not None and self.context.keep(replace(dialogue, cancelled_on=None)):
            self.refresh()

    def _delete(self) -> None:
        dialogue = self._chosen()
        if dialogue is not None and self.context.remove(dialogue, self.words.say("The dialogue is deleted.")):
            self.refresh()

    def _chosen(self) -> Dialogue | None:
        row = self._table.selected()
        return self.context.workspace.editing.find(Dialogue, row.code) if row is not None else None
