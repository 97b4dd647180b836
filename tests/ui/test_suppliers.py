"""The list of suppliers, and a new one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.model.supply import Site, Supplier
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, found
from ui.desk import Desk
from ui.dialogs.new_supplier import NewSupplier
from ui.pages.supplier import SupplierPage
from ui.pages.supplier_list import SupplierList
from ui.pages.suppliers import SuppliersPage
from ui.places import Place

DeskOf = Callable[..., Desk]


def the_list(desk: Desk) -> SupplierList:
    assert isinstance(desk.page, SuppliersPage)
    return desk.page.findChildren(SupplierList)[0]


def shown(desk: Desk) -> list[list[str]]:
    """What the table shows, row by row."""
    model = the_list(desk)._table.model()
    return [
        [str(model.index(row, at).data()) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def dialog_of(desk: Desk, qtbot: QtBot) -> NewSupplier:
    qtbot.waitUntil(lambda: bool(desk.findChildren(NewSupplier)))
    return desk.findChildren(NewSupplier)[0]


def test_every_supplier_stands_in_the_list_with_what_one_looks_for(
    desk_of: DeskOf, sample: Workspace
) -> None:
    desk = desk_of(sample)
    desk.go(Place("suppliers"))
    assert shown(desk)[0] == [
        "Aravalli Cobbles", "SUP-03", "India", "1", "Tier 3 and deeper", "100 to 249", "Reluctant", "1",
    ]  # fmt: skip
    assert len(shown(desk)) == 2


def test_a_word_or_a_country_finds_a_supplier(desk_of: DeskOf, sample: Workspace) -> None:
    desk = desk_of(sample)
    desk.go(Place("suppliers"))
    page = the_list(desk)
    QTest.keyClicks(page._search, "ARAV")
    assert [row[1] for row in shown(desk)] == ["SUP-03"]
    assert page._count.text() == "1 of 2 suppliers"
    page._search.clear()
    QTest.keyClick(page._filters, Qt.Key.Key_N)
    page._filters.activated.emit(page._filters.currentIndex())
    assert [row[1] for row in shown(desk)] == ["SUP-31"]


def test_enter_opens_a_supplier_and_the_way_back_leads_to_the_list(
    desk_of: DeskOf, sample: Workspace
) -> None:
    desk = desk_of(sample)
    desk.go(Place("suppliers"))
    page = the_list(desk)
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert isinstance(desk.page, SupplierPage)
    assert desk.page.place.code == "SUP-03"
    desk._journey.back()
    assert isinstance(desk.page, SuppliersPage)


def test_a_supplier_on_which_a_dialogue_rests_stays_and_one_without_goes_and_comes_back(
    desk_of: DeskOf, sample: Workspace
) -> None:
    desk = desk_of(sample)
    desk.context.keep(Supplier(code="SUP-40", name="Lindum", country="SE", sites=(Site(code="SITE-40"),)))
    desk.go(Place("suppliers"))
    QApplication.processEvents()
    page = the_list(desk)
    page._table.setFocus()
    page._table.select("SUP-03")
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    assert "Natural stone" in (desk.context.messages.last.text if desk.context.messages.last else "")
    page._table.select("SUP-40")
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    assert [row[1] for row in shown(desk)] == ["SUP-03", "SUP-31"]
    desk.context.undo.undo()
    assert [row[1] for row in shown(desk)] == ["SUP-03", "SUP-31", "SUP-40"]


def test_an_empty_workspace_says_how_to_begin(desk_of: DeskOf, workspace: Workspace) -> None:
    desk = desk_of(workspace)
    desk.go(Place("suppliers"))
    QApplication.processEvents()
    found(desk, "New supplier")
    found(desk, "No supplier yet")


def test_a_new_supplier_needs_a_name_and_a_country_and_is_kept_after_the_lock(
    desk_of: DeskOf, workspace: Workspace, setup: Setup, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    desk.go(Place("suppliers", part="new"))
    dialog = dialog_of(desk, qtbot)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result_code is None
    assert "name" in dialog.name.accessibleDescription()
    assert "country" in dialog.country.accessibleDescription()
    dialog.name.setText("Nový Závod")
    dialog.country.setText("Atlantis")
    QTest.keyClick(dialog.country, Qt.Key.Key_Return)
    assert dialog.result_code is None
    dialog.country.setText("czechia")
    dialog.accept()
    assert isinstance(desk.page, SupplierPage)
    assert desk.page.place.code == "SUP-01"
    assert workspace.path is not None
    path = workspace.path
    desk.context.lock()
    with Workspace.open(path, PASSPHRASE, setup) as again:
        kept = again.editing.find(Supplier, "SUP-01")
        assert kept is not None
        assert (kept.name, kept.country) == ("Nový Závod", "CZ")


@pytest.mark.parametrize(
    "typed",
    ["x" * 301, "שלום עולם", "a" + "\u0301" * 200, "لا إله", "\U0001f9f5 mill"],
    ids=["301 letters", "right to left", "combining", "arabic", "beyond the first plane"],
)
def test_any_name_is_kept_or_refused_in_words(
    desk_of: DeskOf, workspace: Workspace, qtbot: QtBot, typed: str
) -> None:
    desk = desk_of(workspace)
    desk.go(Place("suppliers", part="new"))
    dialog = dialog_of(desk, qtbot)
    dialog.name.setText(typed)
    dialog.country.setText("NL")
    dialog.accept()
    if len(typed) > 300:
        assert dialog.result_code is None
        assert "300" in dialog.name.accessibleDescription()
    else:
        kept = workspace.editing.find(Supplier, dialog.result_code or "")
        assert kept is not None
        assert kept.name == typed


def test_escape_leaves_the_dialog_and_nothing_is_made(
    desk_of: DeskOf, workspace: Workspace, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    desk.go(Place("suppliers", part="new"))
    dialog = dialog_of(desk, qtbot)
    QTest.keyClicks(dialog.name, "Half typed")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.editing.all(Supplier) == []


def test_the_list_of_countries_speaks_the_language_of_the_window(
    desk_of: DeskOf, workspace: Workspace, qtbot: QtBot
) -> None:
    desk = desk_of(workspace, "nl")
    desk.go(Place("suppliers", part="new"))
    dialog = dialog_of(desk, qtbot)
    model = dialog.country.completer().model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Verenigd Koninkrijk" in names
    assert "United Kingdom" not in names
    assert len(names) > 200
