"""Before there is a session: planning the first one, and what stands against that; then a series of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.session import Session
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import cursor, field_at, go, in_front, settle
from tests.ui.conftest import found
from tests.ui.on_board import CODE, DAY_BEFORE, board, kept, pick_from, plan, said, step
from tests.ui.on_prepare import button, texts
from tests.ui.person import ByKeyboard
from ui.desk import Desk
from ui.dialogs.series import Series
from ui.pages.dialogue.header import Header

DeskOf = Callable[..., Desk]
NEW = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(
        cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=DAY_BEFORE
    )


def without_sessions(workspace: Workspace, code: str = "D-01") -> None:
    for session in workspace.sessions.of(code):
        workspace.editing.keep(replace(session, status="planned", consents=(), raw_notes=()))
        workspace.sessions.remove(session.code)


def test_the_first_session_is_planned_with_one_press_and_begins_with_its_day(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    without_sessions(sample)
    page = board(desk := in_front(qtbot, desk_of(sample)))
    assert "No session is planned yet" in texts(page)
    assert cursor().accessibleName() == "New session"
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    [session] = sample.sessions.of("D-01")
    assert session.time_zone == "Asia/Kolkata"
    assert field_at(cursor()).key == "date"

    desk.context.undo.undo()
    settle()
    assert sample.sessions.of("D-01") == ()
    assert "No session is planned yet" in texts(page)


def test_where_gate_g0_is_shut_every_reason_stands_there_with_its_way_and_there_is_no_override(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    without_sessions(sample)
    dialogue = sample.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    sample.editing.keep(replace(dialogue, decision_to_inform="", checks=()))
    page = board(desk := in_front(qtbot, desk_of(sample)))
    against = sample.sessions.against_planning("D-01")
    assert len(against) > 1

    shown = texts(page)
    for reason in against:
        assert reason.rule in shown
    new = button(page, "New session")
    assert new.is_off
    assert f"Opens when these {len(against)} are settled. There is no override." in shown
    for press in (
        lambda: qtbot.mouseClick(new, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(new, Qt.Key.Key_Space),
        lambda: new.click(),
    ):
        press()
    settle()
    assert sample.sessions.of("D-01") == ()

    fix = next(
        each
        for each in page.findChildren(type(new))
        if each.accessibleName().startswith("Fix: ") and "decision" in each.accessibleName()
    )
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Return)
    settle()
    assert field_at(cursor()).key == "decision_to_inform"
    assert desk.page is not None


def test_what_is_settled_elsewhere_opens_it(qtbot: QtBot, desk_of: DeskOf, sample: Workspace) -> None:
    without_sessions(sample)
    dialogue = sample.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    sample.editing.keep(replace(dialogue, decision_to_inform=""))
    page = board(desk := in_front(qtbot, desk_of(sample)))
    assert button(page, "New session").is_off
    desk.context.keep(dialogue)
    settle()
    assert not button(page, "New session").is_off
    assert "There is no override" not in texts(page)


def test_with_a_session_there_a_gate_that_shut_keeps_new_ones_from_being_planned(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    dialogue = sample.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    sample.editing.keep(replace(dialogue, decision_to_inform=""))
    page = board(in_front(qtbot, desk_of(sample)))
    new = button(page, "New session")
    assert new.is_off
    assert "decision" in new.why
    assert page.next_act != "Confirm session"


def test_a_dialogue_file_is_brought_in_where_there_is_no_session(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace, workspace: Workspace, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    file = tmp_path / "in.json"
    file.write_bytes(sample.custody.export_dialogue("D-04"))
    sample.lock()
    supplier = "SUP-01"
    from fieldkit.model.supply import Supplier

    workspace.editing.keep(
        Supplier(code=supplier, name="Silver Quay", country="BD"), replace(NEW, supplier_code=supplier)
    )
    page = board(in_front(qtbot, desk_of(workspace)), "D-99")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    found(page, "Bring in a dialogue file").click()  # type: ignore[attr-defined]
    settle()
    assert workspace.editing.find(Dialogue, "D-04") is not None


def test_a_series_is_planned_by_keyboard_and_its_days_are_seen_first(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    board(desk := in_front(qtbot, desk_of(sample)))
    seen: list[str] = []
    person = ByKeyboard(desk.window())

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Series)
        qtbot.keyClicks(dialog.count, "0")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "Expected a whole number from 1 to 26." in texts(dialog)
        dialog.count.selectAll()
        qtbot.keyClicks(dialog.count, "2")
        seen.append(dialog.days.text())
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    person.press = lambda name: pick_from(qtbot, desk, "More about this session", name)  # type: ignore[method-assign]
    person.in_dialog("Plan a series", fill)
    settle()

    assert seen == ["Sat 21 Feb 2026 · Sat 28 Feb 2026"]
    days = [str(each.date) for each in sample.sessions.of("D-01")]
    assert days == ["2026-02-14", "2026-02-21", "2026-02-28"]
    assert said(desk) == "2 more sessions are planned."
    assert step(desk).code not in ("", CODE)
    desk.context.undo.undo()
    settle()
    assert len(sample.sessions.of("D-01")) == 1
    assert step(desk).code == CODE


def test_a_series_needs_a_day_to_count_from(qtbot: QtBot, desk_of: DeskOf, sample: Workspace) -> None:
    plan(sample, date=None)
    board(desk := in_front(qtbot, desk_of(sample)))
    pick_from(qtbot, desk, "More about this session", "Plan a series")
    assert said(desk) == "Set the day of this session first."
    assert field_at(cursor()).key == "date"
    assert kept(desk).date is None


def test_a_session_is_reached_from_today_and_by_going_back(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    sample.sessions.duplicate(CODE, DAY_BEFORE.replace(day=20))
    desk = in_front(qtbot, desk_of(sample))
    go(desk, "today")
    for target in (each.target for each in sample.overview.today(desk.context.words).coming_up):
        assert target.field.startswith("session/")
        go(desk, "dialogue", "D-01", "sessions", target.field)
        assert f"session/{step(desk).code}" == target.field
    assert sample.editing.find(Session, step(desk).code) is not None


def test_a_session_comes_to_be_confirmed_by_the_one_next_thing_and_the_keyboard_alone(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    """Whoever presses *Next*, and answers what has the cursor, gets to the end of it."""
    given = plan(sample)
    plan(
        sample,
        risk_reviewed_on=None,
        selection=replace(given.selection, voluntary_confirmed="no"),
        interpreters=(replace(given.interpreters[0], confidentiality_signed="no"), given.interpreters[1]),
        compensations=tuple(replace(each, announced_before="no") for each in given.compensations),
        listeners=(replace(given.listeners[0], no_supplier_tie="unknown"), *given.listeners[1:]),
        employer_absence=replace(given.employer_absence, confirmed_by_role="", confirmed_on=None),
        checks=tuple(each for each in given.checks if each.item not in ("SC-10", "SC-22", "SC-29")),
    )
    page = board(desk := in_front(qtbot, desk_of(sample)))
    words = {"risk_reviewed_on": "13-2-2026", "confirmed_by_role": "partner", "confirmed_on": "13-2-2026"}

    while page.readiness is not None and (holds := page.readiness.holds):
        press_next(qtbot, desk)
        answer(qtbot, words.get(re.split("[./]", holds[0].field)[-1], ""))
        assert holds[0] not in page.readiness.holds

    assert page.next_act == "Confirm session"
    press_next(qtbot, desk)
    assert kept(desk).status == "confirmed"


def press_next(qtbot: QtBot, desk: Desk) -> None:
    """Press the button in the head of the dialogue."""
    [head] = desk.findChildren(Header)
    forward = found(head, step(desk).next_act)
    forward.setFocus()
    qtbot.keyClick(forward, Qt.Key.Key_Return)
    settle()


def answer(qtbot: QtBot, words: str) -> None:
    """Answer what has the cursor: with words, else with the first of the answers, which is yes."""
    if words:
        qtbot.keyClicks(cursor(), words)
        qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    else:
        asked = cursor().parentWidget()
        assert asked is not None
        first = next(each for each in asked.findChildren(QRadioButton) if each.isVisible())
        qtbot.keyClicks(cursor(), first.text()[0])
        if not first.isChecked():
            qtbot.keyClicks(cursor(), first.text()[0])  # another answer begins with the same letter
    settle()
