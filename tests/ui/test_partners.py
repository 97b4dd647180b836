"""The list of partners, and the dialog for a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester

from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, found
from ui.desk import Desk
from ui.dialogs.new_partner import NewPartner
from ui.pages.partner import PartnerPage
from ui.pages.partners import PartnersPage
from ui.places import Place

DeskOf = Callable[..., Desk]


@pytest.fixture
def desk(desk_of: DeskOf, sample: Workspace) -> Desk:
    desk = desk_of(sample)
    desk.go(Place("partners"))
    QApplication.processEvents()
    return desk


def page_of(desk: Desk) -> PartnersPage:
    assert isinstance(desk.page, PartnersPage)
    return desk.page


def names(desk: Desk) -> list[str]:
    model = page_of(desk)._model
    return [model.row(model.index(at, 0)).partner.name for at in range(model.rowCount())]


def shown(desk: Desk, head: str, code: str) -> str:
    """Return what the table says in a column about a partner."""
    model = page_of(desk)._model
    column = [each.title for each in model.columns].index(head)
    at = model.find(code)
    assert at is not None
    return str(model.index(at, column).data())


def new_partner(desk: Desk) -> NewPartner:
    desk.go(Place("partners", part="new"))
    QApplication.processEvents()
    [dialog] = page_of(desk).findChildren(NewPartner)
    return dialog


def texts(dialog: NewPartner) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_the_list_shows_trust_legitimacy_agreement_and_promises(desk: Desk) -> None:
    assert shown(desk, "Kind", "PA-01") == "NGO"
    assert shown(desk, "Languages", "PA-01") == "Hadoti, Hindi, English"
    assert shown(desk, "Workers' trust", "PA-01") == "Established"
    assert shown(desk, "Our trust", "PA-01") == "High"
    assert (shown(desk, "Legitimacy", "PA-01"), shown(desk, "Legitimacy", "PA-11")) == ("–", "Trusted")
    assert shown(desk, "Agreed until", "PA-01") == "1 Oct 2028"
    assert shown(desk, "Promises", "PA-01") == "1"


def test_an_agreement_that_ended_and_a_promise_that_is_late_are_said(desk: Desk) -> None:
    editing = desk.context.workspace.editing
    editing.keep(
        Partner(code="PA-50", type="ngo", name="Before"),
        Agreement(code="AG-50", partner_code="PA-50", start=date(2022, 1, 1), months=24),
        Promise(code="PR-50", partner_code="PA-50", to="workers", text="", due=date(2026, 4, 1)),
        Partner(code="PA-51", type="ngo", name="Without"),
        Partner(code="PA-52", type="ngo", name="Open end"),
        Agreement(code="AG-52", partner_code="PA-52"),
    )
    page_of(desk).refresh()
    assert shown(desk, "Agreed until", "PA-50") == "Ended 1 Jan 2024"
    assert shown(desk, "Promises", "PA-50") == "1 · 1 late"
    assert shown(desk, "Agreed until", "PA-51") == "None"
    assert shown(desk, "Agreed until", "PA-52") == "No end agreed"


def test_typing_finds_partners_by_language_and_the_kind_filters(desk: Desk) -> None:
    QTest.keyClicks(page_of(desk)._search, "hadoti")
    assert names(desk) == ["Sahara Mitra Sangathan", "Pathar Mahila Manch"]
    page_of(desk)._search.clear()
    kinds = found(page_of(desk), "Kind")
    assert isinstance(kinds, QComboBox)
    kinds.setCurrentText("Worker centre")
    kinds.activated.emit(kinds.currentIndex())
    assert names(desk) == ["Centrum Mosty-Poduri"]
    assert "1 of 4 partners" in [label.text() for label in page_of(desk).findChildren(QLabel)]


def test_every_column_sorts_and_the_model_holds_to_its_contract(
    desk: Desk, qtmodeltester: ModelTester
) -> None:
    model = page_of(desk)._model
    check: Callable[[Any], None] = qtmodeltester.check
    check(model)
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        assert len(names(desk)) == 4
    model.sort(0)
    assert names(desk)[0] == "Bond Veld & Kas"


def test_in_a_small_window_names_stay_readable(desk: Desk) -> None:
    desk.window().resize(1024, 640)
    QApplication.processEvents()
    table = page_of(desk)._table
    assert table.columnWidth(0) >= 150
    assert table.isColumnHidden(1)
    desk.window().resize(1800, 900)
    QApplication.processEvents()
    assert not any(table.isColumnHidden(at) for at in range(table.model().columnCount()))


def test_enter_opens_the_partner(desk: Desk) -> None:
    table = page_of(desk)._table
    table.setFocus()
    table.select("PA-12")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(desk.page, PartnerPage)
    assert desk.page.place.code == "PA-12"


def test_a_partner_of_a_dialogue_is_not_deleted_and_it_is_said_why(desk: Desk) -> None:
    table = page_of(desk)._table
    table.setFocus()
    table.select("PA-01")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(names(desk)) == 4
    message = desk.context.messages.last
    assert message is not None
    assert "Natural stone" in message.text


def test_a_partner_is_deleted_with_what_belongs_to_it_and_comes_back_with_undo(desk: Desk) -> None:
    editing = desk.context.workspace.editing
    editing.keep(
        Partner(code="PA-50", type="ngo", name="Nowhere"), Agreement(code="AG-50", partner_code="PA-50")
    )
    page_of(desk).refresh()
    table = page_of(desk)._table
    table.setFocus()
    table.select("PA-50")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert "Nowhere" not in names(desk)
    assert editing.find(Agreement, "AG-50") is None
    desk.context.undo.undo()
    assert "Nowhere" in names(desk)
    assert editing.find(Agreement, "AG-50") is not None


def test_an_empty_workspace_offers_a_first_partner(desk_of: DeskOf, workspace: Workspace) -> None:
    desk = desk_of(workspace)
    desk.go(Place("partners"))
    QApplication.processEvents()
    assert QApplication.focusWidget() is found(desk, "New partner")


def test_a_new_partner_is_made_by_keyboard_alone_and_is_there_after_a_lock(
    desk_of: DeskOf, workspace: Workspace, setup: Setup
) -> None:
    desk = desk_of(workspace)
    path = workspace.path
    dialog = new_partner(desk)
    QTest.keyClicks(dialog.form.name, "Federation of seamstresses")
    QTest.keyClick(dialog.form.type, Qt.Key.Key_Down)
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert isinstance(desk.page, PartnerPage)
    desk.window().lock()  # type: ignore[attr-defined]
    assert path is not None
    with Workspace.open(path, PASSPHRASE, setup) as again:
        [partner] = again.editing.all(Partner)
    assert (partner.code, partner.name, partner.type) == ("PA-01", "Federation of seamstresses", "union_site")
    assert partner.legitimacy_result == "unverified"  # a union nobody asked yet (L1-L5)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Give this partner a name, so that it can be found."),
        ("   ", "Give this partner a name, so that it can be found."),
        ("n" * 301, "Expected a text of at most 300 characters: shorten it."),
    ],
)
def test_what_is_wrong_with_a_new_partner_is_said_beside_it(desk: Desk, typed: str, said: str) -> None:
    dialog = new_partner(desk)
    dialog.form.name.setText(typed)
    dialog.accept()
    assert dialog.isVisible()
    assert said in texts(dialog)
    assert "Choose what kind of organisation this is." in texts(dialog)
    assert dialog.form.name.hasFocus()
    dialog.reject()
    assert len(desk.context.workspace.editing.all(Partner)) == 4


def test_names_in_any_script_are_kept_as_they_are(desk: Desk) -> None:
    for name in ("منظمة العمال", "o\u0301rga\u0301no", "सहारा मंच", "x" * 300):
        dialog = new_partner(desk)
        line = dialog.form.name
        assert isinstance(line, QLineEdit)
        line.setText(name)
        dialog.form.type.setCurrentIndex(4)
        dialog.accept()
        QApplication.processEvents()
        assert name in {each.name for each in desk.context.workspace.editing.all(Partner)}
