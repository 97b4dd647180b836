from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Record
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.choices import options
from tests.ui.at_the_desk import composed, cursor, kept, pasted, settle, typed
from tests.ui.conftest import found
from ui.context import Context
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, LineField, ListField, ManyField, NumberField, TextField
from ui.fields.country import CountryField
from ui.fields.text import MOST_PASTED
from ui.parts.calendar import Calendar
from ui.undo import Undo

MEGABYTE = "a very long tale " * 62_000
STRANGE = {
    "right to left": "\u202eשלום عليكم",
    "combining": "e\u0301\u0323 क्षि " + "o\u0308" * 20,
    "beyond the first plane": "👩🏽‍🌾 𐍈",
    "zero width": "a\u200b\u200d\ufeffb",
    "markup": "<b>not bold</b> &amp; %s {name} \\",
}


class Form(QWidget):
    """Every kind of field, on the records of the first dialogue of the sample."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        editing = context.workspace.editing
        self.context = context
        dialogue, supplier = editing.find(Dialogue, "D-01"), editing.find(Supplier, "SUP-03")
        assert dialogue is not None
        assert supplier is not None
        self.dialogue = Editor(context, dialogue, self)
        self.assessment = Editor(context, editing.assessment("D-01"), self)
        supplier_editor = Editor(context, supplier, self)
        every = options("Theme", context.words)
        self.line = LineField(context, self.dialogue, ("decision_owner_role",), "Who decides", "A role")
        self.text = TextField(context, self.dialogue, ("decision_to_inform",), "The decision")
        self.entries = ListField(context, self.dialogue, ("co_hosts",), "Co-hosts")
        self.day = DayField(context, self.dialogue, ("decision_due",), "Decided by")
        self.number = NumberField(context, self.assessment, ("answers", "pct_women"), "Women", unit="%")
        sites = [("", "None"), *((site.code, site.name or site.code) for site in supplier.sites)]
        self.choice = ChoiceField(context, self.dialogue, ("site_code",), "Site", sites)
        self.chosen = ChoiceField(
            context,
            self.assessment,
            ("answers", "literacy"),
            "Can read",
            options("answers.literacy", context.words),
        )
        self.long = ChoiceField(context, self.dialogue, ("company_code",), "Sender", [("", "None"), *every])
        self.many = ManyField(context, self.dialogue, ("theme_ids",), "Themes", every)
        self.country = CountryField(context, supplier_editor, ("country",), "Country")
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self)
        for widget in (
            self.line, self.text, self.entries, self.day, self.number, self.choice, self.chosen, self.long,
            self.many, self.country, self.elsewhere,
        ):  # fmt: skip
            column.addWidget(widget)

    def leave(self) -> None:
        """Have the cursor go elsewhere."""
        self.elsewhere.setFocus()
        settle()


@pytest.fixture
def form(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Form:
    """The form above its desk, in front."""
    desk = desk_of(sample)
    form = Form(desk.context)
    form.setParent(desk, Qt.WindowType.Window)  # so that it goes before the file is closed
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def dialogue(form: Form) -> Any:
    return form.context.workspace.editing.find(Dialogue, "D-01")


def share_of_women(form: Form) -> int | None:
    return form.context.workspace.editing.assessment("D-01").answers.pct_women


def into(field: Field) -> None:
    field.setFocus()
    settle()


# When typing becomes saving.


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


# Wrong input is told beside the field, the rest stays usable, and what was typed is there again.


def reopened(form: Form) -> Form:
    again = Form(form.context)
    again.setParent(form, Qt.WindowType.Widget)
    return again


@pytest.mark.parametrize("text", ["101", "-1", "1e3", "many", "3.5", "9" * 30, "१२", "5 6"])
def test_an_impossible_number_is_told_and_kept_as_a_draft(qtbot: QtBot, form: Form, text: str) -> None:
    before = share_of_women(form)
    into(form.number)
    form.number.line.selectAll()
    composed(text)
    form.leave()
    assert form.number.problem
    assert form.number.line.accessibleDescription() == form.number.problem
    assert share_of_women(form) == before
    again = reopened(form)
    assert again.number.line.text() == text
    assert again.number.problem == form.number.problem


@pytest.mark.parametrize(("text", "number"), [("35", 35), (" 35 % ", 35), ("0", 0), ("100", 100), ("", None)])
def test_a_number_is_read_as_people_write_it(qtbot: QtBot, form: Form, text: str, number: int | None) -> None:
    into(form.number)
    typed(qtbot, "7")
    form.leave()
    into(form.number)
    form.number.line.selectAll()
    composed(text) if text else qtbot.keyClick(cursor(), Qt.Key.Key_Delete)
    form.leave()
    assert share_of_women(form) == number
    assert form.number.problem == ""


@pytest.mark.parametrize("text", ["30 February 2026", "31-31-2026", "soon", "2026", "0-0-0", "12/13/14/15"])
def test_a_day_that_is_none_is_told_and_kept_as_a_draft(qtbot: QtBot, form: Form, text: str) -> None:
    before = dialogue(form).decision_due
    into(form.day)
    typed(qtbot, text)
    form.leave()
    assert form.day.problem
    assert dialogue(form).decision_due == before
    assert reopened(form).day.line.text() == text


@pytest.mark.parametrize("text", ["2026-06-30", "30-6-2026", "30 June 2026", "30 juni 2026"])
def test_a_day_is_read_in_any_usual_way_and_shown_in_full(qtbot: QtBot, form: Form, text: str) -> None:
    into(form.day)
    typed(qtbot, "1-1-2027")
    form.leave()
    into(form.day)
    typed(qtbot, text)
    form.leave()
    assert dialogue(form).decision_due.isoformat() == "2026-06-30"
    assert form.day.line.text() == "30 June 2026"


def test_an_emptied_day_is_no_day(qtbot: QtBot, form: Form) -> None:
    into(form.day)
    form.day.line.selectAll()
    qtbot.keyClick(cursor(), Qt.Key.Key_Backspace)
    form.leave()
    assert dialogue(form).decision_due is None
    assert form.day.problem == ""


def test_a_day_is_picked_from_the_calendar_by_keyboard(qtbot: QtBot, form: Form) -> None:
    found(form.day, "Pick a day").click()  # type: ignore[attr-defined]
    settle()
    [calendar] = form.day.findChildren(Calendar)
    before = calendar.selectedDate()
    with qtbot.waitSignal(form.dialogue.edited):
        qtbot.keyClick(cursor(), Qt.Key.Key_Right)
        qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert dialogue(form).decision_due == before.addDays(1).toPython()
    assert not [each for each in form.day.findChildren(Calendar) if each.isVisible()]


def test_three_hundred_letters_fit_and_one_more_is_told(qtbot: QtBot, form: Form) -> None:
    into(form.line)
    pasted(qtbot, "x" * 300)
    form.leave()
    assert dialogue(form).decision_owner_role == "x" * 300
    into(form.line)
    pasted(qtbot, "y" * 301)
    form.leave()
    assert form.line.problem
    assert dialogue(form).decision_owner_role == "x" * 300
    again = reopened(form)
    assert again.line.line.text() == "y" * 301
    assert again.line.problem == form.line.problem


def test_a_draft_goes_once_what_was_typed_can_be_kept(qtbot: QtBot, form: Form) -> None:
    into(form.number)
    typed(qtbot, "101")
    form.leave()
    into(form.number)
    typed(qtbot, "10")
    form.leave()
    assert form.number.problem == ""
    assert reopened(form).number.line.text() == "10"


def test_a_draft_survives_locking(
    qtbot: QtBot, form: Form, tmp_path: Path, setup: Setup, desk_of: Callable[..., Desk]
) -> None:
    into(form.number)
    typed(qtbot, "a hundred and one")
    form.leave()
    form.context.lock()
    settle()
    drafts = kept(
        tmp_path / "sample.fieldkit", setup, lambda held: held.editing.drafts(held.editing.assessment("D-01"))
    )
    assert drafts == {"answers.pct_women": "a hundred and one"}


@pytest.mark.parametrize("name", ["line", "number", "day"])
def test_a_pasted_megabyte_in_a_line_is_told_and_the_rest_stays_usable(
    qtbot: QtBot, form: Form, name: str
) -> None:
    field = getattr(form, name)
    into(field)
    pasted(qtbot, MEGABYTE)
    form.leave()
    assert field.problem
    into(form.text)
    typed(qtbot, "Terms")
    form.leave()
    assert dialogue(form).decision_to_inform == "Terms"


@pytest.mark.parametrize("name", ["text", "entries"])
def test_a_pasted_megabyte_in_a_text_is_refused_and_told(qtbot: QtBot, form: Form, name: str) -> None:
    field = getattr(form, name)
    into(field)
    before = field.text.toPlainText()
    pasted(qtbot, MEGABYTE)
    assert str(len(MEGABYTE)) in field.problem
    assert field.text.toPlainText() == before
    form.leave()
    into(field)
    typed(qtbot, "Terms")
    form.leave()
    assert field.problem == ""
    assert field.text.toPlainText() == "Terms"


def test_a_text_too_long_to_keep_is_told_and_kept_as_a_draft(qtbot: QtBot, form: Form) -> None:
    into(form.text)
    pasted(qtbot, "z" * (MOST_PASTED - 1))
    form.leave()
    assert form.text.problem
    assert len(reopened(form).text.text.toPlainText()) == MOST_PASTED - 1


@pytest.mark.parametrize("kind", STRANGE)
def test_letters_of_every_script_are_kept_as_they_were_typed(qtbot: QtBot, form: Form, kind: str) -> None:
    for field in (form.line, form.text):
        into(field)
        pasted(qtbot, STRANGE[kind])
        form.leave()
        assert field.problem == ""
    assert dialogue(form).decision_owner_role == STRANGE[kind]
    assert dialogue(form).decision_to_inform == STRANGE[kind]
    assert reopened(form).line.line.text() == STRANGE[kind]


def test_markup_is_never_taken_for_markup(qtbot: QtBot, form: Form) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///x.png'>")
    data.setText("plain")
    into(form.text)
    form.text.text.selectAll()
    form.text.text.insertFromMimeData(data)
    form.leave()
    assert dialogue(form).decision_to_inform == "plain"


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff", "null\0inside", "bell\a and \x1b[31m"])
def test_half_letters_and_control_signs_do_no_harm(qtbot: QtBot, form: Form, text: str) -> None:
    form.line.line.setText(text)
    form.line.take()
    form.text.text.setPlainText(text)
    form.text.take()
    for value in (dialogue(form).decision_owner_role, dialogue(form).decision_to_inform):
        value.encode()
    again = reopened(form)
    assert again.line.problem == form.line.problem
    typed_after = LineField(form.context, form.dialogue, ("title",), "Title")
    typed_after.line.setText("Natural stone and more")
    typed_after.take()
    assert dialogue(form).title == "Natural stone and more"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=320))
def test_any_text_is_kept_as_typed_or_stays_on_the_screen_with_a_sentence(form: Form, text: str) -> None:
    form.text.text.setPlainText(text)
    shown = form.text.text.toPlainText()
    form.text.take()
    assert form.text.problem == ""
    assert unicodedata.normalize("NFC", dialogue(form).decision_to_inform) == unicodedata.normalize(
        "NFC", shown
    )


# Choices.


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


# Taking back, and two editors of one record.


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
