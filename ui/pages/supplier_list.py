"""The list of suppliers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label, values
from ui.context import Context
from ui.dialogs.new_supplier import NewSupplier
from ui.pages.list_page import ListPage, ListWords
from ui.parts.buttons import Button, ButtonKind
from ui.parts.table import Column
from ui.places import Place

DASH = "–"
WORKERS = 5  # the column one knows from the page itself


@dataclass(frozen=True)
class Row:
    """A supplier as the list shows it."""

    supplier: Supplier
    country: str
    tiers: str
    workforce: str
    cooperation: str
    dialogues: int


class SupplierList(ListPage[Row]):
    """All suppliers, and the ways to a new one."""

    def __init__(self, context: Context, place: Place) -> None:
        say = context.words.say
        texts = ListWords(
            title=say("Suppliers"),
            search=say("Search name, code, country"),
            filter=say("Country"),
            everything=say("All countries"),
            new=say("New supplier"),
            none=say("No supplier yet"),
            none_yet=say("Begin with one supplier, or bring in the list you have already."),
        )
        super().__init__(context, place, _columns(context.words), lambda row: row.supplier.code, texts)

    def read_rows(self) -> list[Row]:
        """Return every supplier with how many dialogues are about it."""
        editing = self.context.workspace.editing
        used = Counter(dialogue.supplier_code for dialogue in editing.all(Dialogue))
        return [_row(each, used[each.code], self.words) for each in editing.all(Supplier)]

    def filter_of(self, row: Row) -> tuple[str, str]:
        """Suppliers are filtered by their country."""
        return row.supplier.country, row.country

    def count_in_words(self, shown: int, every: int) -> str:
        """Say how many of all are shown."""
        return self.words.say("{shown} of {every} suppliers", shown=shown, every=every)

    def open_row(self, row: Row) -> None:
        """Go to the page of a supplier."""
        self.go_to_new(row.supplier.code)

    def go_to_new(self, code: str) -> None:
        """Go to the page of a supplier by its code."""
        self.context.go(Place("supplier", code))

    def new_dialog(self) -> NewSupplier:
        """Return the dialog that asks for a new supplier."""
        return NewSupplier(self, self.context)

    def other_way_in(self, kind: ButtonKind) -> Button:
        """Return the button for a table."""
        return self.button(self.words.say("Bring in a table"), kind, "download-simple", self._go_to_table)

    def fill_menu(self, menu: QMenu, row: Row) -> None:
        """Offer what can be done with a supplier."""
        menu.addAction(self.words.say("Open the supplier"), lambda: self.open_row(row))

    def delete_row(self, row: Row) -> bool:
        """Delete a supplier."""
        return self.context.remove(row.supplier, self.words.say("The supplier is deleted."))

    def set_narrow(self, narrow: bool) -> None:
        """In a small window one column makes room."""
        self._table.setColumnHidden(WORKERS, narrow)

    def _go_to_table(self) -> None:
        self.context.go(Place("suppliers", part="table"))


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
