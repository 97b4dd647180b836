from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Money, Record
from fieldkit.model.partner import Agreement
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import cursor, pasted, settle, typed
from tests.ui.form import Form, dialogue, form_above, into, reopened
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import Field, NumberField
from ui.undo import Undo


@pytest.fixture
def form(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Form:
    return form_above(qtbot, desk_of(sample))


@pytest.mark.parametrize("name", ["line", "text"])
def test_what_is_typed_is_saved_after_a_pause(qtbot: QtBot, form: Form, name: str) -> None:
    field = getattr(form, name)
    into(field)
    with qtbot.waitSignal(form.dialogue.edited) as edited:
        typed(qtbot, "Head of stone")
    assert edited.args == [field.path]
    assert "Head of stone" in (dialogue(form).decision_owner_role, dialogue(form).decision_to_inform)


def test_what_is_typed_is_saved_when_one_moves_on(qtbot: QtBot, form: Form) -> None:
    into(form.line)
    typed(qtbot, "Head of stone")
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    assert dialogue(form).decision_owner_role == "Head of stone"
    assert cursor() is form.text.text
    typed(qtbot, "Terms")
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    assert dialogue(form).decision_to_inform == "Terms"


def test_what_is_typed_is_saved_on_enter_in_a_line(qtbot: QtBot, form: Form) -> None:
    into(form.line)
    typed(qtbot, "Head of stone")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert dialogue(form).decision_owner_role == "Head of stone"


def test_what_is_typed_is_saved_when_the_page_is_left(qtbot: QtBot, form: Form) -> None:
    into(form.text)
    typed(qtbot, "Terms")
    form.dialogue.flush()
    assert dialogue(form).decision_to_inform == "Terms"


def test_saving_is_no_step_where_nothing_changed(qtbot: QtBot, form: Form) -> None:
    for field in form.findChildren(Field):
        into(field)
    form.leave()
    assert not form.context.undo.can_undo
    assert [field.problem for field in form.findChildren(Field)] == [""] * len(form.findChildren(Field))


def test_a_form_that_is_gone_saves_nothing_more(qtbot: QtBot, form: Form) -> None:
    passing = Form(form.context)
    passing.line.line.setText("Never handed over")
    passing.line.typing()
    passing.deleteLater()
    settle()
    with qtbot.waitSignal(form.dialogue.edited):  # the pause of what is still there comes later
        form.line.line.setText("Head of stone")
        form.line.typing()
    form.context.changes.saved.emit()
    assert dialogue(form).decision_owner_role == "Head of stone"


def test_an_empty_choice_of_an_optional_field_is_none(qtbot: QtBot, form: Form) -> None:
    [site, *_] = [value for value in form.choice._values if value]
    form.choice.choose(site)
    assert dialogue(form).site_code == site
    form.choice.choose("")
    assert dialogue(form).site_code is None
    assert reopened(form).choice._value() == ""


def test_a_choice_is_given_with_the_arrows_and_space(qtbot: QtBot, form: Form) -> None:
    form.chosen.choose("high")
    into(form.chosen)
    qtbot.keyClick(cursor(), Qt.Key.Key_Right)
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    after = form.context.workspace.editing.assessment("D-01").answers.literacy
    assert after != "high"
    assert form.chosen.segments is not None
    assert form.chosen.segments.value() == after


def test_a_long_choice_is_a_list_that_the_wheel_does_not_change(qtbot: QtBot, form: Form) -> None:
    assert form.long.list is not None
    assert form.long.list.currentIndex() >= -1
    before = form.long.list.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), form.pos(), form.pos(), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(form.long.list, wheel)
    assert form.long.list.currentIndex() == before


def test_ticks_are_saved_at_once_and_all_can_be_taken_away(qtbot: QtBot, form: Form) -> None:
    boxes = form.many.findChildren(QCheckBox)
    for box in boxes:
        if box.isChecked():
            box.click()
    assert dialogue(form).theme_ids == ()
    boxes[2].setFocus()
    qtbot.keyClick(boxes[2], Qt.Key.Key_Space)
    assert len(dialogue(form).theme_ids) == 1
    assert boxes[2].accessibleName().startswith("Themes: ")


def test_a_country_is_typed_by_its_name_or_its_code(form: Form) -> None:
    def country() -> str:
        supplier = form.context.workspace.editing.find(Supplier, "SUP-03")
        assert supplier is not None
        return supplier.country

    for text in ("Ghana", "PL", "bangladesh"):
        form.country.line.setText(text)
        form.country.take()
        assert form.country.problem == ""
    assert country() == "BD"
    assert form.country.line.text() == "Bangladesh"
    form.country.line.setText("Atlantis")
    form.country.take()
    assert form.country.problem
    assert country() == "BD"
    assert reopened(form).country.line.text() == "Atlantis"


def test_a_list_keeps_blank_lines_on_the_screen_while_one_types_and_none_in_the_record(
    qtbot: QtBot, form: Form
) -> None:
    into(form.entries)
    typed(qtbot, "One")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    form.entries.take()
    form.dialogue.reload()
    assert form.entries.text.toPlainText() == "One\n\n"
    qtbot.keyClicks(cursor(), "Two")
    form.leave()
    assert dialogue(form).co_hosts == ("One", "Two")


def test_a_burst_of_typing_is_taken_back_at_once(qtbot: QtBot, form: Form) -> None:
    before = dialogue(form).decision_owner_role
    into(form.line)
    for text in ("H", "He", "Head"):
        typed(qtbot, text)
        form.line.take()
    undo: Undo = form.context.undo
    undo.undo()
    assert dialogue(form).decision_owner_role == before
    assert not undo.can_undo


def test_what_was_taken_back_is_shown(qtbot: QtBot, form: Form) -> None:
    before = form.line.line.text()
    into(form.line)
    typed(qtbot, "Head of stone")
    form.leave()
    form.context.undo.undo()
    form.dialogue.reload()
    assert form.line.line.text() == before


def test_two_editors_of_one_record_never_undo_each_others_fields(qtbot: QtBot, form: Form) -> None:
    other = reopened(form)
    form.line.line.setText("Head of stone")
    form.line.take()
    other.text.text.setPlainText("Terms")
    other.text.take()
    assert dialogue(form).decision_owner_role == "Head of stone"
    assert dialogue(form).decision_to_inform == "Terms"


def test_an_assessment_nobody_began_is_begun_with_the_first_answer_and_gone_when_that_is_taken_back(
    qtbot: QtBot, form: Form
) -> None:
    context = form.context
    new: Record = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")
    context.keep(new)
    editor = Editor(context, context.workspace.editing.assessment("D-99"), form)
    field = NumberField(context, editor, ("answers", "pct_women"), "Women")
    field.line.setText("40")
    field.take()
    assert context.workspace.editing.find(Assessment, "D-99") is not None
    context.undo.undo()
    assert context.workspace.editing.find(Assessment, "D-99") is None
    assert editor.reload()
    assert field.line.text() == ""
    context.undo.redo()
    editor.reload()
    assert field.line.text() == "40"


def test_what_cannot_be_saved_is_told_and_stays_on_the_screen(qtbot: QtBot, form: Form) -> None:
    store = form.context.workspace._store
    store._connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the number of pages there are
    into(form.text)
    with qtbot.waitSignal(form.context.messages.said) as said:
        pasted(qtbot, "words " * 3_000)
    assert "disk is full" in said.args[0].text
    assert form.text.problem
    assert form.text.text.toPlainText() == "words " * 3_000
    store._connection.execute("PRAGMA max_page_count = 100000")
    qtbot.keyClicks(cursor(), "and more")
    form.leave()
    assert form.text.problem == ""
    assert dialogue(form).decision_to_inform.endswith("and more")


def test_every_field_has_a_name_and_says_its_hint(form: Form) -> None:
    for field in form.findChildren(Field):
        control = field.focusProxy()
        assert control is not None
        assert control.accessibleName()
    assert form.line.line.accessibleDescription() == "A role"


def budget(form: Form) -> Money | None:
    kept: Money | None = form.context.workspace.editing.all(Agreement)[0].budget
    return kept


@pytest.mark.parametrize(
    ("text", "minor"), [("1250", 125_000), ("1.250,50", 125_050), ("1 250.5", 125_050), ("", None)]
)
def test_an_amount_is_read_as_people_write_it(form: Form, text: str, minor: int | None) -> None:
    form.money.line.setText("1")
    form.money.take()
    form.money.line.setText(text)
    form.money.take()
    kept = budget(form)
    assert form.money.problem == ""
    assert (kept.minor if kept else None) == minor


@pytest.mark.parametrize("text", ["much", "-5", "1.5.5", "9" * 40])
def test_what_is_no_amount_is_told_and_kept_as_a_draft(form: Form, text: str) -> None:
    before = budget(form)
    form.money.line.setText(text)
    form.money.take()
    assert form.money.problem
    assert budget(form) == before
    assert reopened(form).money.line.text() == text


def test_another_currency_is_kept_with_the_amount(form: Form) -> None:
    form.money.line.setText("700")
    form.money.take()
    form.money.currency.setCurrentText("INR")
    form.money.currency.activated.emit(form.money.currency.currentIndex())
    assert budget(form) == Money(minor=70_000, currency="INR")
    assert reopened(form).money.currency.currentText() == "INR"


def test_a_pasted_megabyte_is_no_amount(form: Form) -> None:
    before = budget(form)
    form.money.line.setText("9" * 1_000_000)
    form.money.take()
    assert form.money.problem
    assert budget(form) == before
