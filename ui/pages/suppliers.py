"""Suppliers: all of them in one table, or the way in for a table that a company has already."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.context import Context
from ui.pages.page import Page
from ui.places import Place


class SuppliersPage(Page):
    """The list (also with the dialog for a new supplier open), or the import of a table (part `table`)."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._inside = _page(context, place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside)

    def holds(self, place: Place) -> bool:
        """The list and the dialog for a new supplier are one page; the import is another."""
        return place.page == self.place.page and (place.part == "table") == (self.place.part == "table")

    def visit(self, place: Place) -> None:
        """Show a place."""
        self.place = place
        self._inside.visit(place)

    def refresh(self) -> bool:
        """Show what the records say now."""
        return self._inside.refresh()

    def leave(self) -> None:
        """Save what is still being typed."""
        self._inside.leave()

    def set_narrow(self, narrow: bool) -> None:
        """Use a small window well."""
        self._inside.set_narrow(narrow)


def _page(context: Context, place: Place) -> Page:
    if place.part == "table":
        from ui.pages.table_import import TableImport

        return TableImport(context, place)
    from ui.pages.supplier_list import SupplierList

    return SupplierList(context, place)
