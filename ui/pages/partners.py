"""The list of partners: found by any word of theirs, sorted by any column, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label
from fieldkit.workspace.partners import PartnerRow
from ui.context import Context
from ui.dialogs.new_partner import NewPartner
from ui.fields.choice import QuietCombo
from ui.pages.page import Page
from ui.pages.partners_columns import SPARED, columns
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.table import RowsModel, Table
from ui.places import Place
from ui.tokens import HEAD, ROW, S12, S24

SEARCH_WIDTH = 300
KIND_WIDTH = 220
NAME_WIDTH = 150  # px in which most names can be read


class PartnersPage(Page):
    """All partners, and the way to a new one."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._rows: list[PartnerRow] = []
        self._model = RowsModel(columns(self.words), key=lambda row: row.partner.code)
        self._table = Table(self.theme, self._model, self.words.say("Partners"))
        self._table.opened.connect(lambda row: self._open(row.partner.code))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete), self._table, self._delete,
            context=Qt.ShortcutContext.WidgetShortcut,
        )  # fmt: skip
        self._lay_out()
        self.refresh()

    def holds(self, place: Place) -> bool:
        """The list and the dialog for a new partner are one page."""
        return place.page == self.place.page

    def visit(self, place: Place) -> None:
        """Show the list; for a new partner, its dialog over it."""
        super().visit(place)
        if place.part == "new":
            QTimer.singleShot(0, self, self._ask_new)

    def begin(self) -> None:
        """Begin by looking for one."""
        (self._search if self._rows else self._first).setFocus()

    def refresh(self) -> bool:
        """Read all partners anew."""
        editing = self.context.workspace.editing
        self._rows = partners.rows(
            editing.all(Partner), editing.all(Agreement), editing.all(Promise), self.context.workspace.today
        )
        self._offer_kinds()
        self._show_rows()
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._new.setVisible(bool(self._rows))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a small window the columns one knows from the page itself make room."""
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        say = self.words.say
        self._new = self._button(say("New partner"), "primary", "plus", self._ask_new)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, say("Partners"), role="page_title"), 1)
        head.addWidget(self._new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24, S24, S24, S24)
        whole.setSpacing(S12)
        whole.addLayout(head)
        self._stack = QStackedLayout()
        whole.addLayout(self._stack, 1)  # first: a stack that is nowhere yet shows its page as a window
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._empty())

    def _filled(self) -> QWidget:
        self._count = Label(self.theme, role="second", ink="muted")
        bar = QHBoxLayout()
        bar.setSpacing(S12)
        bar.addWidget(self._search_line(), 1)
        bar.addWidget(self._kind_list())
        bar.addWidget(self._count, 1)
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
        self._search.setPlaceholderText(self.words.say("Search name, code, language"))
        self._search.setAccessibleName(self.words.say("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(SEARCH_WIDTH)
        self._search.textChanged.connect(self._table.filter)
        self._search.textChanged.connect(self._say_count)
        self._search.returnPressed.connect(self._table.setFocus)
        return self._search

    def _kind_list(self) -> QuietCombo:
        self._kinds = QuietCombo()
        self._kinds.setAccessibleName(self.words.say("Kind"))
        self._kinds.setFixedWidth(KIND_WIDTH)
        self._kinds.activated.connect(self._show_rows)
        return self._kinds

    def _empty(self) -> QWidget:
        say = self.words.say
        self._first = self._button(say("New partner"), "primary", "plus", self._ask_new)
        return EmptyState(
            self.theme,
            say("No partner yet"),
            say("A union, an NGO or a local network that workers trust: through them people can be heard."),
            self._first,
        )

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _offer_kinds(self) -> None:
        """Offer the kinds there are, keeping the one that is chosen."""
        chosen = self._kinds.currentData()
        self._kinds.clear()
        self._kinds.addItem(self.words.say("All kinds"), "")
        kinds = {row.partner.type for row in self._rows}
        for words, kind in sorted((label("PartnerType", each, self.words), each) for each in kinds):
            self._kinds.addItem(words, kind)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(chosen)))

    def _show_rows(self) -> None:
        kind = self._kinds.currentData()
        self._model.set_rows([row for row in self._rows if kind in ("", row.partner.type)])
        self._say_count()
        self._make_room()

    def _make_room(self) -> None:
        """Leave out what one can do without until names can be read."""
        head = self._table.horizontalHeader()
        wide = [
            max(self._table.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(head.count())
        ]
        needed = NAME_WIDTH + sum(wide[1:])
        for column in SPARED:
            spared = needed > self.width() - 2 * S24
            self._table.setColumnHidden(column, spared)
            needed -= wide[column] if spared else 0

    def _say_count(self) -> None:
        self._table.setMaximumHeight(HEAD + max(1, self._model.rowCount()) * ROW + 2)
        shown, every = self._model.rowCount(), len(self._rows)
        words = self.words.say("{shown} of {every} partners", shown=shown, every=every)
        self._count.setText("" if shown == every else words)

    def _open(self, code: str) -> None:
        self.context.go(Place("partner", code))

    def _ask_new(self) -> None:
        dialog = NewPartner(self, self.context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._open(dialog.result_code or ""))
        dialog.open()

    def _offer(self, at: QPoint) -> None:
        row = self._table.selected()
        if row is None:
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.words.say("Open the partner"), lambda: self._open(row.partner.code))
        menu.addAction(self.words.say("Delete"), QKeySequence(QKeySequence.StandardKey.Delete), self._delete)
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _delete(self) -> None:
        row = self._table.selected()
        if row is not None and self.context.remove(row.partner, self.words.say("The partner is deleted.")):
            self.refresh()
