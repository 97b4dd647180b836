from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.session import Session
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import cursor, settle, typed
from ui.context import Context
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import ClockField

CODE = "CC-2026-01"


class Form(QWidget):
    """The hours of the first session of the sample."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.editor = Editor(context, kept(context), self)
        self.start = ClockField(context, self.editor, ("start",), "Begins")
        self.back = ClockField(context, self.editor, ("trips", 1, "back_before"), "Home by")
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self)
        for widget in (self.start, self.back, self.elsewhere):
            column.addWidget(widget)


def kept(context: Context) -> Session:
    session = context.workspace.editing.find(Session, CODE)
    assert session is not None
    return session


def home_by(form: Form) -> str | None:
    return kept(form.context).trips[1].back_before


@pytest.fixture(params=["en", "nl"])
def form(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace, request: pytest.FixtureRequest
) -> Form:
    desk = desk_of(sample, request.param)
    made = Form(desk.context)
    made.setParent(desk, Qt.WindowType.Window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_time_typed_in_short_is_kept_and_shown_in_full(qtbot: QtBot, form: Form) -> None:
    form.back.setFocus()
    for short, full in (("1630", "16:30"), ("17", "17:00"), ("9.05", "09:05")):
        typed(qtbot, short)
        qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
        settle()
        assert (home_by(form), form.back.line.text(), form.back.problem) == (full, full, "")
        form.back.setFocus()


def test_a_time_is_kept_while_one_still_types_and_what_was_typed_stays(qtbot: QtBot, form: Form) -> None:
    form.back.setFocus()
    with qtbot.waitSignal(form.editor.edited):
        typed(qtbot, "17")
    assert (home_by(form), form.back.line.text()) == ("17:00", "17")


def test_what_is_no_time_is_said_beside_it_and_stays_to_be_mended(qtbot: QtBot, form: Form) -> None:
    before = home_by(form)
    form.back.setFocus()
    typed(qtbot, "tea time")
    form.elsewhere.setFocus()
    assert (home_by(form), form.back.line.text()) == (before, "tea time")
    assert "9:30" in form.back.problem
    form.editor.reload()
    assert form.back.line.text() == "tea time"
    form.back.setFocus()
    typed(qtbot, "16")
    form.elsewhere.setFocus()
    assert (home_by(form), form.back.line.text(), form.back.problem) == ("16:00", "16:00", "")


def test_a_time_can_be_taken_away(qtbot: QtBot, form: Form) -> None:
    form.back.setFocus()
    typed(qtbot, " ")
    form.elsewhere.setFocus()
    assert (home_by(form), form.back.line.text(), form.back.problem) == (None, "", "")


def test_an_end_before_the_start_is_said_beside_it(qtbot: QtBot, form: Form) -> None:
    form.start.setFocus()
    typed(qtbot, "23")
    form.elsewhere.setFocus()
    assert kept(form.context).start == "10:00"
    assert form.start.problem
