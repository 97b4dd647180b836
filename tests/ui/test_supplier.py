"""The page of a supplier: fields, sites, workforce, labour providers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester

from fieldkit.model.supply import LabourProvider, Site, Supplier, WorkforceGroup
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, found
from ui.desk import Desk
from ui.fields import Field
from ui.pages.supplier import SupplierPage
from ui.pages.supplier_cells import PROBLEM, CellTable
from ui.pages.supplier_groups import GroupsModel
from ui.pages.supplier_pictures import Picture
from ui.pages.supplier_workforce import Workforce
from ui.places import Place

DeskOf = Callable[..., Desk]

SHARE, PEOPLE = 2, 3


def groups() -> tuple[WorkforceGroup, ...]:
    return (
        WorkforceGroup(dimension="sex_gender", class_="women", share_pct=55),
        WorkforceGroup(dimension="sex_gender", class_="men", share_pct=45),
        WorkforceGroup(dimension="contract", class_="agency"),
    )


def mill(**changes: object) -> Supplier:
    sites = (
        Site(code="SITE-01", name="Hall A", workforce_total_band="100-249", workforce_groups=groups()),
        Site(code="SITE-02", name="Hall B"),
    )
    return Supplier(code="SUP-01", name="Novi Mills", country="PT", sites=sites, **changes)  # type: ignore[arg-type]


@pytest.fixture
def desk(desk_of: DeskOf, workspace: Workspace) -> Desk:
    workspace.editing.keep(mill())
    desk = desk_of(workspace)
    desk.go(Place("supplier", "SUP-01"))
    QApplication.processEvents()
    return desk


def page_of(desk: Desk) -> SupplierPage:
    assert isinstance(desk.page, SupplierPage)
    return desk.page


def kept(desk: Desk) -> Supplier:
    supplier = desk.context.workspace.editing.find(Supplier, "SUP-01")
    assert supplier is not None
    return supplier


def field(desk: Desk, key: str) -> Field:
    page_of(desk).go_to_field(key)
    return next(each for each in page_of(desk).findChildren(Field) if each.key == key)


def line_of(desk: Desk, key: str) -> QLineEdit:
    line = field(desk, key).focusProxy()
    assert isinstance(line, QLineEdit)
    return line


def table_of(desk: Desk, site: int = 0) -> CellTable:
    page_of(desk).go_to_field(f"sites[{site}].workforce_groups[0].share_pct")
    return next(each.table for each in page_of(desk).findChildren(Workforce) if each._model.site == site)


def open_cell(table: CellTable, row: int, column: int) -> QLineEdit:
    """Go to a cell and begin it with Enter; return the line one types in."""
    table.go_to(row, column)
    QTest.keyClick(table, Qt.Key.Key_Return)
    line = table.indexWidget(table.currentIndex())
    assert isinstance(line, QLineEdit)
    return line


def leave_cell(line: QLineEdit) -> None:
    """End a cell with Enter: it is handed over once the event loop comes to it."""
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def type_in(table: CellTable, row: int, column: int, text: str) -> None:
    """Type over a cell and leave it with Enter, as one does by keyboard."""
    line = open_cell(table, row, column)
    line.selectAll()
    QTest.keyClicks(line, text)
    leave_cell(line)


def choose_in(table: CellTable, row: int, column: int, value: str) -> None:
    """Choose in a cell: Enter opens it, the list is walked through, Enter ends it."""
    table.go_to(row, column)
    QTest.keyClick(table, Qt.Key.Key_Return)
    combo = table.indexWidget(table.currentIndex())
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))
    QTest.keyClick(combo, Qt.Key.Key_Return)
    QApplication.processEvents()


def pictures(desk: Desk) -> list[str]:
    QApplication.processEvents()
    return [each.total for each in page_of(desk).findChildren(Picture) if each.isVisible()]


def test_what_is_typed_is_kept_after_lock_and_opening(desk: Desk, workspace: Workspace, setup: Setup) -> None:
    line = line_of(desk, "contact_person")
    QTest.keyClicks(line, "I. Somebody")
    QTest.keyClick(line, Qt.Key.Key_Return)
    region = line_of(desk, "sites[1].region_label")
    QTest.keyClicks(region, "Norte")  # and no Enter: locking saves it
    path = workspace.path
    assert path is not None
    desk.context.lock()
    with Workspace.open(path, PASSPHRASE, setup) as again:
        supplier = again.editing.find(Supplier, "SUP-01")
        assert supplier is not None
        assert supplier.contact_person == "I. Somebody"
        assert supplier.sites[1].region_label == "Norte"


def test_the_country_is_typed_by_name_and_a_wrong_one_is_said_beside_it(desk: Desk) -> None:
    line = line_of(desk, "country")
    assert line.text() == "Portugal"
    line.setText("Atlantis")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field(desk, "country").problem.startswith("Expected a country")
    assert kept(desk).country == "PT"
    line.setText("India")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert kept(desk).country == "IN"
    assert not field(desk, "country").problem


@pytest.mark.parametrize(
    ("key", "typed"),
    [("relation_years", "many"), ("sites[0].region_label", "Ward 12"), ("name", "x" * 301)],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_stays_there(
    desk: Desk, key: str, typed: str
) -> None:
    before = kept(desk)
    line = line_of(desk, key)
    line.selectAll()
    QApplication.clipboard().setText(typed)
    line.paste()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field(desk, key).problem
    assert kept(desk) == before
    desk.go(Place("suppliers"))
    desk.go(Place("supplier", "SUP-01"))
    QApplication.processEvents()
    assert line_of(desk, key).text() == typed
    assert field(desk, key).problem


def test_a_site_is_added_with_a_code_that_tells_nothing_and_taken_out_and_brought_back(desk: Desk) -> None:
    QTest.mouseClick(found(desk, "Add a site"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [site.code for site in kept(desk).sites] == ["SITE-01", "SITE-02", "SITE-03"]
    line = line_of(desk, "sites[2].name")
    assert line.isVisible()
    QTest.keyClicks(line, "Hall C")
    page_of(desk).leave()
    page_of(desk)._remove_site("SITE-01")
    assert [site.name for site in kept(desk).sites] == ["Hall B", "Hall C"]
    desk.context.undo.undo()
    assert [site.name for site in kept(desk).sites] == ["Hall A", "Hall B", "Hall C"]
    assert line_of(desk, "sites[2].name").text() == "Hall C"


def test_a_site_that_a_dialogue_is_about_stays_and_the_reason_is_said(
    desk_of: DeskOf, sample: Workspace
) -> None:
    desk = desk_of(sample)
    desk.go(Place("supplier", "SUP-03"))
    page_of(desk)._remove_site("SITE-03b")
    assert desk.context.messages.last is not None
    assert "Natural stone" in desk.context.messages.last.text
    supplier = sample.editing.find(Supplier, "SUP-03")
    assert supplier is not None
    assert supplier.site("SITE-03b") is not None


def test_what_could_not_be_kept_goes_along_when_another_site_is_taken_out_and_comes_back(desk: Desk) -> None:
    line = line_of(desk, "sites[1].known_sites_in_region")
    QTest.keyClicks(line, "about nine")
    page_of(desk).leave()
    page_of(desk)._remove_site("SITE-01")
    QApplication.processEvents()
    assert line_of(desk, "sites[0].known_sites_in_region").text() == "about nine"
    desk.context.undo.undo()
    QApplication.processEvents()
    assert line_of(desk, "sites[1].known_sites_in_region").text() == "about nine"
    assert line_of(desk, "sites[0].known_sites_in_region").text() == ""


def test_a_labour_provider_is_added_filled_in_and_taken_out(desk: Desk) -> None:
    QTest.mouseClick(found(desk, "Add a labour provider"), Qt.MouseButton.LeftButton)
    line = line_of(desk, "labour_providers[0].name")
    QTest.keyClicks(line, "Quick Hands")
    address = line_of(desk, "labour_providers[0].address")
    QTest.keyClicks(address, "Barracks 4")
    page_of(desk).leave()
    assert kept(desk).labour_providers == (LabourProvider(name="Quick Hands", address="Barracks 4"),)
    page_of(desk)._remove_provider(0)
    assert kept(desk).labour_providers == ()
    desk.context.undo.undo()
    assert kept(desk).labour_providers[0].name == "Quick Hands"


def test_the_finder_leads_to_a_site_by_its_code(desk: Desk) -> None:
    desk.go(Place("supplier", "SUP-01", field="sites.SITE-02"))
    page_of(desk).go_to_field("sites.SITE-02")
    assert desk.window().focusWidget() is line_of(desk, "sites[1].name")


def test_the_workforce_is_a_sound_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = table_of(desk).model()
    assert isinstance(model, GroupsModel)
    check: Callable[[Any], None] = qtmodeltester.check
    check(model)


def test_a_cell_is_typed_by_keyboard_and_enter_goes_down(desk: Desk) -> None:
    table = table_of(desk)
    type_in(table, 0, SHARE, "60 %")
    assert kept(desk).sites[0].workforce_groups[0].share_pct == 60
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, SHARE)
    desk.context.undo.undo()
    assert kept(desk).sites[0].workforce_groups[0].share_pct == 55


def test_letters_begin_a_cell(desk: Desk) -> None:
    table = table_of(desk)
    table.go_to(2, PEOPLE)
    QTest.keyClick(table, Qt.Key.Key_4)
    line = table.indexWidget(table.currentIndex())
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_2)
    leave_cell(line)
    assert kept(desk).sites[0].workforce_groups[2].headcount == 42


def test_what_is_no_number_stays_in_its_cell_with_its_sentence(
    desk: Desk, workspace: Workspace, setup: Setup
) -> None:
    table = table_of(desk)
    type_in(table, 0, SHARE, "a third")
    index = table.model().index(0, SHARE)
    assert index.data() == "a third"
    assert index.data(PROBLEM) == index.data(Qt.ItemDataRole.ToolTipRole) == "Expected a whole number."
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Expected a whole number."
    QApplication.processEvents()
    found(desk, "Gender: Women, Share %. Expected a whole number.")
    assert kept(desk).sites[0].workforce_groups[0].share_pct == 55
    type_in(table, 1, SHARE, "40")  # the rest stays usable
    assert kept(desk).sites[0].workforce_groups[1].share_pct == 40
    desk.go(Place("suppliers"))
    desk.go(Place("supplier", "SUP-01"))
    QApplication.processEvents()
    again = table_of(desk)
    assert again.model().index(0, SHARE).data() == "a third"
    type_in(again, 0, SHARE, "58")
    assert again.model().index(0, SHARE).data(PROBLEM) == ""
    assert kept(desk).sites[0].workforce_groups[0].share_pct == 58


def test_a_cell_that_is_still_open_is_kept_when_the_page_is_left(desk: Desk) -> None:
    table = table_of(desk)
    line = open_cell(table, 2, PEOPLE)
    QTest.keyClicks(line, "17")
    desk.go(Place("suppliers"))
    assert kept(desk).sites[0].workforce_groups[2].headcount == 17


def test_a_choice_is_made_in_its_cell_and_another_feature_brings_its_own_class(desk: Desk) -> None:
    table = table_of(desk)
    choose_in(table, 0, 5, "union")
    choose_in(table, 2, 0, "migrant")
    found_groups = kept(desk).sites[0].workforce_groups
    assert found_groups[0].source == "union"
    assert (found_groups[2].dimension, found_groups[2].class_) == ("migrant", "local")
    choose_in(table, 2, 1, "refugee")
    assert kept(desk).sites[0].workforce_groups[2].class_ == "refugee"
    desk.context.undo.undo()
    assert kept(desk).sites[0].workforce_groups[2].class_ == "local"


def test_the_picture_follows_while_typing_and_says_when_shares_are_more_than_everybody(desk: Desk) -> None:
    table = table_of(desk)
    assert pictures(desk) == ["together 100 %"]
    line = open_cell(table, 0, SHARE)
    line.selectAll()
    QTest.keyClicks(line, "75")
    assert pictures(desk) == ["These shares add up to 120 %, more than everybody."]
    assert kept(desk).sites[0].workforce_groups[0].share_pct == 55
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert pictures(desk) == ["together 100 %"]


def test_a_group_and_all_groups_of_a_feature_are_added_and_a_row_is_deleted_with_undo(desk: Desk) -> None:
    table = table_of(desk)
    table.go_to(0, SHARE)
    QTest.mouseClick(found(desk, "Add a group"), Qt.MouseButton.LeftButton)
    classes = [group.class_ for group in kept(desk).sites[0].workforce_groups]
    assert classes == ["women", "men", "other_undisclosed", "agency"]
    assert table.currentIndex().row() == 2
    workforce = page_of(desk).findChildren(Workforce)[0]
    workforce.add_all("migrant")
    assert len(kept(desk).sites[0].workforce_groups) == 9
    table.go_to(0, SHARE)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert next(group.class_ for group in kept(desk).sites[0].workforce_groups) == "men"
    desk.context.undo.undo()
    assert next(group.class_ for group in kept(desk).sites[0].workforce_groups) == "women"
    desk.context.undo.undo()
    assert len(kept(desk).sites[0].workforce_groups) == 4


def test_what_could_not_be_kept_goes_along_when_another_row_is_deleted(desk: Desk) -> None:
    table = table_of(desk)
    type_in(table, 1, SHARE, "half")
    table.go_to(0, SHARE)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert table.model().index(0, SHARE).data() == "half"
    desk.context.undo.undo()
    assert table.model().index(1, SHARE).data() == "half"
    assert table.model().index(0, SHARE).data() == "55"


@pytest.mark.parametrize("typed", ["שלום", "e" + "\u0301" * 50, "y" * 300, "\u202e nope", "z" * 30_000])
def test_any_text_in_a_cell_is_kept_or_told(desk: Desk, typed: str) -> None:
    table = table_of(desk)
    line = open_cell(table, 0, 8)
    QApplication.clipboard().setText(typed)
    line.paste()
    leave_cell(line)
    assert kept(desk).sites[0].workforce_groups[0].effect_on_approach == typed[:20_000]


def test_undo_of_the_only_step_brings_a_new_site_away_again(desk: Desk) -> None:
    page_of(desk)._add_site()
    assert len(kept(desk).sites) == 3
    desk.context.undo.undo()
    assert len(kept(desk).sites) == 2
    assert page_of(desk).isVisible()


def test_deleting_the_supplier_leads_to_the_list_and_its_old_page_is_no_place_any_more(desk: Desk) -> None:
    QTest.mouseClick(found(desk, "Delete the supplier"), Qt.MouseButton.LeftButton)
    assert desk.context.workspace.editing.find(Supplier, "SUP-01") is None
    desk._journey.back()
    QApplication.processEvents()
    assert not isinstance(desk.page, SupplierPage)
    desk.go(Place("suppliers"))
    desk.context.undo.undo()
    assert kept(desk).name == "Novi Mills"


def test_a_click_opens_a_cell_in_which_one_types(desk: Desk) -> None:
    table = table_of(desk)
    index: QModelIndex = table.model().index(2, PEOPLE)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    line = table.findChild(QLineEdit)
    assert line is not None
    assert line.accessibleName().startswith("Contract: Agency, People")
