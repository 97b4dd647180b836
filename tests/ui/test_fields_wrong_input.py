from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import composed, cursor, kept, pasted, settle, typed
from tests.ui.conftest import found
from tests.ui.form import Form, dialogue, form_above, into, reopened, share_of_women
from ui.desk import Desk
from ui.fields import LineField
from ui.fields.text import MOST_PASTED
from ui.parts.calendar import Calendar

MEGABYTE = "a very long tale " * 62_000
STRANGE = {
    "right to left": "\u202eשלום عليكم",
    "combining": "e\u0301\u0323 क्षि " + "o\u0308" * 20,
    "beyond the first plane": "👩🏽‍🌾 𐍈",
    "zero width": "a\u200b\u200d\ufeffb",
    "markup": "<b>not bold</b> &amp; %s {name} \\",
}


@pytest.fixture
def form(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Form:
    return form_above(qtbot, desk_of(sample))


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
