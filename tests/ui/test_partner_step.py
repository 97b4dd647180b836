"""The Partners step of a dialogue: who takes part, what is agreed and promised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from fieldkit.model.dialogue import Dialogue, MethodUse
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, found
from ui.desk import Desk
from ui.dialogs.add_partner import AddPartner
from ui.pages.dialogue.frame import DialoguePage
from ui.pages.dialogue.partners import HELPER_CARD, PartnersStep
from ui.pages.partner import PartnerPage
from ui.parts.segments import Segments
from ui.places import Place

DeskOf = Callable[..., Desk]

LEAD = (MethodUse(method="M2", role="lead", partner_code="PA-01"),)
DIALOGUE = Dialogue(
    code="D-01", title="Yarn", supplier_code="SUP-01", partner_codes=("PA-01",), method_uses=LEAD
)
AGREED = Agreement(
    code="AG-01", partner_code="PA-01", start=date(2026, 1, 1), months=36, no_interference="yes",
    exit_terms="Six months' notice.",
)  # fmt: skip


@pytest.fixture
def desk(desk_of: DeskOf, workspace: Workspace) -> Desk:
    workspace.editing.keep(
        Supplier(code="SUP-01", name="Novi Mills", country="PT"),
        Partner(code="PA-01", type="ngo", name="Near the mill", languages=("pt", "Mirandês")),
        Partner(code="PA-02", type="union_site", name="Stitchers", legitimacy_result="unverified"),
        DIALOGUE,
    )
    return desk_of(workspace)


def go(desk: Desk, field: str = "") -> PartnersStep:
    desk.go(Place("dialogue", "D-01", "partners", field))
    QApplication.processEvents()
    assert isinstance(desk.page, DialoguePage)
    step = desk.page._step
    assert isinstance(step, PartnersStep)
    return step


def texts(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


def dialogue(desk: Desk) -> Dialogue:
    found_ = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert found_ is not None
    return found_


def press(root: QWidget, name: str) -> None:
    control = found(root, name)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Return)
    QApplication.processEvents()


def add_partner(step: PartnersStep) -> AddPartner:
    press(step, "Add a partner")
    [dialog] = step.findChildren(AddPartner)
    return dialog


def without_partners(desk: Desk) -> None:
    desk.context.workspace.editing.keep(replace(dialogue(desk), partner_codes=(), method_uses=()))


def test_a_card_tells_kind_languages_trust_and_that_nothing_is_agreed(desk: Desk) -> None:
    said = texts(go(desk))
    assert "Near the mill" in said
    assert "NGO · PA-01 · pt and Mirandês" in said
    assert "Trust of workers: Unknown" in said
    assert "No agreement is in force: agree before workers are asked anything." in said
    assert "Takes the lead" in said


def test_the_agreement_tells_until_when_and_what_is_open(desk: Desk) -> None:
    desk.context.workspace.editing.keep(AGREED)
    said = texts(go(desk))
    assert "Until 1 January 2029 · still open: the pace" in said
    assert not any("No agreement is in force" in each for each in said)


def test_fix_leads_to_making_the_missing_agreement_and_then_into_its_open_field_sc_07(desk: Desk) -> None:
    step = go(desk, "agreements")
    assert QApplication.focusWidget() is found(step, "Make an agreement")
    press(step, "Make an agreement")
    [made] = desk.context.workspace.editing.all(Agreement)
    assert made.partner_code == "PA-01"
    assert isinstance(QApplication.focusWidget(), QLineEdit)  # when it begins
    go(desk, "agreements.pace_set_by_partner")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    asked = focused.parentWidget()
    assert isinstance(asked, Segments)
    assert asked.accessibleName() == "They set the pace"
    QTest.keyClick(focused, Qt.Key.Key_Y)
    [answered] = desk.context.workspace.editing.all(Agreement)
    assert answered.pace_set_by_partner == "yes"


def test_a_field_of_an_agreement_is_found_by_its_name(desk: Desk) -> None:
    desk.context.workspace.editing.keep(AGREED)
    go(desk, "agreement/AG-01/exit_terms")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.accessibleName() == "How it ends"


def test_renewing_an_agreement_that_ended_takes_the_warning_away_at_once(desk: Desk) -> None:
    desk.context.workspace.editing.keep(replace(AGREED, start=date(2023, 1, 1), months=24))
    step = go(desk)
    assert any("No agreement is in force" in each for each in texts(step))
    step._cards["PA-01"].folds["AG-01"].go_to("months")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "60")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not any("No agreement is in force" in each for each in texts(step))
    assert line.isVisible()


def test_open_promises_of_this_dialogue_stand_with_their_partner(desk: Desk) -> None:
    day = date(2026, 4, 18)
    for code, text, about, kept in (
        ("PR-01", "Word back", "D-01", "open"),
        ("PR-02", "Kept one", "D-01", "yes"),
        ("PR-03", "Afar", None, "open"),
    ):
        desk.context.workspace.editing.keep(
            Promise(
                code=code, partner_code="PA-01", dialogue_code=about, to="workers", text=text, due=day,
                kept=kept,  # type: ignore[arg-type]
            )
        )  # fmt: skip
    said = texts(go(desk))
    assert "Word back" in said
    assert "To workers · 2 days late" in said
    assert "Kept one" not in said
    assert "Afar" not in said


def test_a_promise_without_a_partner_is_found_where_today_points(desk: Desk) -> None:
    desk.context.workspace.editing.keep(
        Promise(code="PR-09", dialogue_code="D-01", to="supplier", text="Come back with an offer")
    )
    go(desk, "promise/PR-09")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == "Come back with an offer"


def test_a_promise_is_added_to_this_dialogue_and_its_partner(desk: Desk) -> None:
    step = go(desk)
    press(step, "Add a promise")
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "Tell what came of it")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    [promise] = desk.context.workspace.editing.all(Promise)
    assert (promise.dialogue_code, promise.partner_code) == ("D-01", "PA-01")
    assert promise.text == "Tell what came of it"


def test_a_known_partner_joins_by_keyboard_and_is_there_after_a_lock(desk: Desk, setup: Setup) -> None:
    path = desk.context.workspace.path
    dialog = add_partner(go(desk))
    assert dialog.partner.currentText() == "Stitchers · PA-02"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialogue(desk).partner_codes == ("PA-01", "PA-02")
    assert "Legitimacy: Not checked" in texts(go(desk))
    desk.window().lock()  # type: ignore[attr-defined]
    assert path is not None
    with Workspace.open(path, PASSPHRASE, setup) as again:
        kept = again.editing.find(Dialogue, "D-01")
    assert kept is not None
    assert kept.partner_codes == ("PA-01", "PA-02")


def test_a_new_partner_joins_in_one_step_that_undo_takes_back(desk: Desk) -> None:
    step = go(desk)
    dialog = add_partner(step)
    dialog.partner.setCurrentIndex(dialog.partner.count() - 1)
    dialog.accept()
    assert "Give this partner a name, so that it can be found." in texts(dialog)
    dialog.form.name.setText("Casa das Costureiras")
    dialog.form.type.setCurrentIndex(dialog.form.type.findData("worker_centre"))
    dialog.accept()
    QApplication.processEvents()
    assert "Casa das Costureiras" in texts(step)
    assert dialogue(desk).partner_codes == ("PA-01", "PA-03")
    desk.context.undo.undo()
    assert dialogue(desk).partner_codes == ("PA-01",)
    assert desk.context.workspace.editing.find(Partner, "PA-03") is None
    assert "Casa das Costureiras" not in texts(step)


def test_a_partner_taken_out_leaves_its_methods_too_and_comes_back_with_undo(desk: Desk) -> None:
    step = go(desk)
    press(step, "Take Near the mill out of this dialogue")
    assert dialogue(desk).partner_codes == ()
    assert dialogue(desk).method_uses[0].partner_code is None
    message = desk.context.messages.last
    assert message is not None
    assert "A method went through it" in message.text
    assert message.act is not None
    message.act()
    QApplication.processEvents()
    assert dialogue(desk) == DIALOGUE
    assert "Near the mill" in texts(step)


def test_the_page_of_a_partner_is_one_press_away(desk: Desk) -> None:
    press(go(desk), "Open the page of Near the mill")
    assert isinstance(desk.page, PartnerPage)


def test_where_nobody_takes_part_it_is_said_whom_to_look_for(desk: Desk) -> None:
    without_partners(desk)
    step = go(desk)
    assert "Nobody takes part yet" in texts(step)
    assert QApplication.focusWidget() is found(step, "Add a partner")
    press(step, "Read: whom to work with")
    assert desk._journey.place == Place("library", part=HELPER_CARD)


def test_there_is_one_primary_button_on_the_step(desk: Desk) -> None:
    without_partners(desk)
    go(desk)
    shown = [
        each for each in desk.findChildren(QWidget) if each.property("kind") == "primary" and each.isVisible()
    ]
    assert len(shown) == 1


def test_a_fix_link_scrolls_to_the_field_it_opens(desk: Desk) -> None:
    desk.context.workspace.editing.keep(AGREED)
    desk.window().resize(1024, 640)
    QApplication.processEvents()
    step = go(desk, "agreements.pace_set_by_partner")
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    below = focused.mapTo(step, focused.rect().bottomLeft()).y()
    assert 0 < below <= step.height()
