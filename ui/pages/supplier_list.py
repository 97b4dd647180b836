"""The list of suppliers: found by any word of theirs, sorted by any column, opened with Enter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label, values
from ui.context import Context
from ui.dialogs.new_supplier import NewSupplier
from ui.fields.choice import QuietCombo
from ui.pages.page import Page
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.table import Column, RowsModel, Table
from ui.places import Place
from ui.tokens import HEAD, ROW, S12, S24

SEARCH_WIDTH = 300
COUNTRY_WIDTH = 200
DASH = "–"


@dataclass(frozen=True)
class Row:
    """A supplier as the list shows it."""

    supplier: Supplier
    country: str
    tiers: str
    workforce: str
    cooperation: str
    dialogues: int


class SupplierList(Page):
    """All suppliers, and the ways to a new one."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._rows: list[Row] = []
        self._model = RowsModel(_columns(self.words), key=lambda row: row.supplier.code)
        self._table = Table(self.theme, self._model, self.words.say("Suppliers"))
        self._table.opened.connect(lambda row: self._open(row.supplier.code))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer)
        self._table.installEventFilter(self)
        self._lay_out()
        self.refresh()

    def visit(self, place: Place) -> None:
        """Show the list; for a new supplier, its dialog over it."""
        super().visit(place)
        if place.part == "new":
            QTimer.singleShot(0, self, self._ask_new)

    def begin(self) -> None:
        """Begin by looking for one."""
        (self._search if self._rows else self._new).setFocus()

    def refresh(self) -> bool:
        """Read all suppliers anew."""
        editing = self.context.workspace.editing
        used = Counter(dialogue.supplier_code for dialogue in editing.all(Dialogue))
        self._rows = [_row(each, used[each.code], self.words) for each in editing.all(Supplier)]
        self._offer_countries()
        self._show_rows()
        self._stack.setCurrentIndex(0 if self._rows else 1)
        for widget in (self._bring, self._new):
            widget.setVisible(bool(self._rows))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Delete the supplier one is on with Delete."""
        pressed = (
            event.key() if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress else None
        )
        if pressed == Qt.Key.Key_Delete:
            self._delete()
            return True
        return super().eventFilter(watched, event)

    def set_narrow(self, narrow: bool) -> None:
        """In a small window the columns one knows from the page itself make room."""
        self._table.setColumnHidden(5, narrow)

    def _lay_out(self) -> None:
        say = self.words.say
        self._bring = self._button(say("Bring in a table"), "plain", "download-simple", self._go_to_table)
        self._new = self._button(say("New supplier"), "primary", "plus", self._ask_new)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, say("Suppliers"), role="page_title"), 1)
        head.addWidget(self._bring)
        head.addWidget(self._new)
        self._stack = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24, S24, S24, S24)
        whole.setSpacing(S12)
        whole.addLayout(head)
        whole.addLayout(self._stack, 1)  # first: a stack that is nowhere yet shows its page as a window
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._empty())

    def _filled(self) -> QWidget:
        say = self.words.say
        self._search = QLineEdit()
        self._search.setPlaceholderText(say("Search name, code, country"))
        self._search.setAccessibleName(say("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(SEARCH_WIDTH)
        self._search.textChanged.connect(self._table.filter)
        self._search.textChanged.connect(self._say_count)
        self._search.returnPressed.connect(self._table.setFocus)
        self._countries = QuietCombo()
        self._countries.setAccessibleName(say("Country"))
        self._countries.setFixedWidth(COUNTRY_WIDTH)
        self._countries.activated.connect(self._show_rows)
        self._count = Label(self.theme, role="second", ink="muted")
        bar = QHBoxLayout()
        bar.setSpacing(S12)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._countries)
        bar.addWidget(self._count, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        column.addStretch()
        return filled

    def _empty(self) -> QWidget:
        say = self.words.say
        return EmptyState(
            self.theme,
            say("No supplier yet"),
            say("Begin with one supplier, or bring in the list you have already."),
            self._button(say("New supplier"), "primary", "plus", self._ask_new),
            self._button(say("Bring in a table"), "quiet", "download-simple", self._go_to_table),
        )

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _offer_countries(self) -> None:
        """Offer the countries there are, keeping the one that is chosen."""
        chosen = self._countries.currentData()
        self._countries.clear()
        self._countries.addItem(self.words.say("All countries"), "")
        for code, name in sorted(
            {(r.supplier.country, r.country) for r in self._rows}, key=lambda pair: pair[1]
        ):
            self._countries.addItem(name, code)
        self._countries.setCurrentIndex(max(0, self._countries.findData(chosen)))

    def _show_rows(self) -> None:
        country = self._countries.currentData()
        self._model.set_rows([row for row in self._rows if country in ("", row.supplier.country)])
        self._say_count()

    def _say_count(self) -> None:
        self._table.setMaximumHeight(HEAD + max(1, self._model.rowCount()) * ROW + 2)
        shown, every = self._model.rowCount(), len(self._rows)
        words = self.words.say("{shown} of {every} suppliers", shown=shown, every=every)
        self._count.setText("" if shown == every else words)

    def _open(self, code: str) -> None:
        self.context.go(Place("supplier", code))

    def _go_to_table(self) -> None:
        self.context.go(Place("suppliers", part="table"))

    def _ask_new(self) -> None:
        dialog = NewSupplier(self, self.context)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._open(dialog.result_code or ""))
        dialog.open()

    def _offer(self, at: QPoint) -> None:
        row = self._table.selected()
        if row is None:
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.words.say("Open the supplier"), lambda: self._open(row.supplier.code))
        menu.addAction(
            self.words.say("Delete the supplier"), QKeySequence(QKeySequence.StandardKey.Delete), self._delete
        )
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _delete(self) -> None:
        row = self._table.selected()
        if row is not None and self.context.remove(row.supplier, self.words.say("The supplier is deleted.")):
            self.refresh()


def _columns(words: Catalogue) -> tuple[Column[Row], ...]:
    say = words.say
    return (
        Column(say("Name"), lambda row: row.supplier.name or DASH, lambda row: row.supplier.name.casefold()),
        Column(say("Code"), lambda row: row.supplier.code, lambda row: row.supplier.code),
        Column(say("Country"), lambda row: row.country, lambda row: row.country),
        Column(
            say("Sites"),
            lambda row: str(len(row.supplier.sites)),
            lambda row: len(row.supplier.sites),
            numeric=True,
        ),
        Column(say("Tier"), lambda row: row.tiers, lambda row: row.tiers),
        Column(say("Workers"), lambda row: row.workforce, lambda row: _bands(row.supplier)),
        Column(say("Cooperation"), lambda row: row.cooperation, lambda row: row.cooperation),
        Column(say("Dialogues"), lambda row: str(row.dialogues), lambda row: row.dialogues, numeric=True),
    )


def _row(supplier: Supplier, dialogues: int, words: Catalogue) -> Row:
    tiers = sorted({site.tier for site in supplier.sites if site.tier != "unknown"})
    bands = [values("WorkforceBand")[at] for at in sorted(set(_bands(supplier)))]
    return Row(
        supplier=supplier,
        country=words.country(supplier.country),
        tiers=" · ".join(label("Tier", tier, words) for tier in tiers) or DASH,
        workforce=" · ".join(label("WorkforceBand", band, words) for band in bands) or DASH,
        cooperation=label("Cooperation", supplier.cooperation, words),
        dialogues=dialogues,
    )


def _bands(supplier: Supplier) -> list[int]:
    """Return the bands of its sites by their order, the smallest first; what is unknown says nothing."""
    order = values("WorkforceBand")
    return sorted(
        order.index(s.workforce_total_band) for s in supplier.sites if s.workforce_total_band != "unknown"
    )
