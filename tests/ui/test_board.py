"""The session board: what it shows, how one gets about on it, and what becomes of a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from fieldkit.model.session import Session
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import cursor, field_at, go, in_front, settle
from tests.ui.conftest import found
from tests.ui.on_board import (
    CODE,
    DAY_BEFORE,
    board,
    column,
    fold,
    foot_button,
    kept,
    pick_from,
    plan,
    plan_with_gaps,
    said,
    step,
)
from tests.ui.on_paper import chosen_path, paper_dialog, press
from tests.ui.on_prepare import texts
from tests.ui.person import ByMouse
from ui.desk import Desk
from ui.dialogs.stop import StopDialog
from ui.pages.dialogue.board.section import BoardFold
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.parts.segments import Segments

DeskOf = Callable[..., Desk]


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(
        cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=DAY_BEFORE
    )


def header_of(section: BoardFold) -> str:
    header = section.focusProxy()
    assert header is not None
    return header.accessibleName()


def test_it_says_what_the_workspace_says_of_every_section(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    page = board(desk := in_front(qtbot, desk_of(sample)))
    told = sample.sessions.board(CODE, desk.context.words)

    for section in told.sections:
        header = header_of(fold(page, section.id))
        assert ("Held up" in header) == bool(section.holds)
        assert (section.holds[0].text.rstrip(".") if section.holds else section.summary) in header
    shown = texts(column(desk))
    assert f"{told.readiness.done} of {told.readiness.total} done" in shown
    assert all(hold.text in shown for hold in told.readiness.holds)
    assert all(value in shown for _, value in told.readiness.totals)
    assert found(desk, "Close the language gap").isVisible()


def test_at_first_only_the_first_section_that_is_held_up_is_open_and_the_cursor_is_there(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    page = board(in_front(qtbot, desk_of(sample)))

    opened = [each.section_id for each in page.findChildren(BoardFold) if each.is_open]
    assert opened == ["languages"]
    assert fold(page, "languages").isAncestorOf(cursor())
    assert cursor().accessibleName().startswith("Languages")


@pytest.mark.parametrize("fresh", [True, False], ids=["a new session", "a session with gaps"])
def test_every_fix_leads_into_the_very_field(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace, fresh: bool
) -> None:
    if fresh:
        sample.sessions.create("D-01")
        code = "CC-2026-05"
    else:
        plan_with_gaps(sample)
        code = CODE
    desk = in_front(qtbot, desk_of(sample))
    page = board(desk, field=f"session/{code}")
    holds = sample.sessions.board(code, desk.context.words).readiness.holds
    assert holds

    for hold in holds:
        if hold.step != "sessions":
            continue
        go(desk, "dialogue", "D-01", "sessions", hold.field)
        path = hold.field.removeprefix(f"session/{code}/")
        holder = next(each for each in page.findChildren(Fold) if each.isAncestorOf(cursor()))
        assert holder.is_open, hold
        if path in ("groups", "listeners", "trips", "compensations", "hops"):  # nothing there yet
            assert cursor().accessibleName().startswith("Add"), hold
        elif not path.startswith(("checks.", "conditions.")):
            assert field_at(cursor()).key == path, hold


def test_a_session_is_confirmed_once_nothing_blocks_and_falls_back_by_itself(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    page = board(desk := in_front(qtbot, desk_of(sample)))
    confirm = foot_button(desk, "Confirm session")
    assert not confirm.is_off

    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    settle()
    assert kept(desk).status == "confirmed"
    assert said(desk) == "The session is confirmed."
    assert "Confirmed on" in texts(column(desk))

    page.go_to_field("venue.visible_from_employer")
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Left)  # from no to yes
    settle()
    assert kept(desk).status == "planned"
    assert (
        said(desk) == f"Session {CODE} is planned again: The employer can see the place: choose another one."
    )
    assert foot_button(desk, "Confirm session").is_off

    qtbot.keyClick(cursor(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert kept(desk).status == "confirmed"


def test_what_blocks_keeps_the_button_shut_by_mouse_and_keyboard_and_says_what_opens_it(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    board(desk := in_front(qtbot, desk_of(sample)))
    confirm = foot_button(desk, "Confirm session")

    assert confirm.why == "Opens when the 3 things above are settled."
    assert confirm.why in texts(column(desk))
    confirm.setFocus()
    assert cursor() is confirm
    qtbot.keyClick(confirm, Qt.Key.Key_Return)
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    settle()
    assert kept(desk).status == "planned"


def test_an_edit_elsewhere_that_fells_a_session_is_told_with_the_reason(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample, status="confirmed")
    desk = in_front(qtbot, desk_of(sample))
    go(desk, "dialogue", "D-01", "prepare", "decision_to_inform")
    cursor().selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(cursor(), Qt.Key.Key_Delete)
    desk.leave()

    assert kept(desk).status == "planned"
    assert said(desk).startswith(f"Session {CODE} is planned again: ")


def test_a_new_session_begins_on_its_board_and_the_picker_leads_from_one_to_the_other(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    page = board(desk := in_front(qtbot, desk_of(sample)))
    new = found(page, "New session")
    new.setFocus()
    qtbot.keyClick(new, Qt.Key.Key_Return)
    settle()

    made = step(desk).code
    assert made != CODE
    assert kept(desk, made).status == "planned"
    picker = next(each for each in page.findChildren(Segments) if each.accessibleName() == "Session")
    picker.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Left)
    settle()
    assert step(desk).code == CODE
    assert picker.isAncestorOf(cursor())
    go(desk, "today")
    go(desk, "dialogue", "D-01", "sessions")
    assert step(desk).code == CODE  # the one shown last


def test_with_many_sessions_the_picker_is_a_list(qtbot: QtBot, desk_of: DeskOf, sample: Workspace) -> None:
    given = plan(sample)
    assert given.date is not None
    sample.sessions.series(CODE, sample.sessions.days_after(given.date, 8, 7))
    page = board(in_front(qtbot, desk_of(sample)))

    [asked] = [each for each in page.findChildren(QComboBox) if each.accessibleName() == "Session"]
    asked.setFocus()
    qtbot.keyClick(asked, Qt.Key.Key_Down)
    settle()
    assert asked.count() == 9
    assert page.code != CODE


def test_the_menu_duplicates_postpones_cancels_and_deletes_and_each_is_taken_back(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    board(desk := in_front(qtbot, desk_of(sample)))
    for words, status in (("Postpone", "postponed"), ("Cancel the session", "cancelled")):
        pick_from(qtbot, desk, "More about this session", words)
        assert kept(desk).status == status
        desk.context.undo.undo()
        settle()
        assert kept(desk).status == "planned"
    pick_from(qtbot, desk, "More about this session", "Duplicate")
    copy = step(desk).code
    assert copy != CODE
    assert kept(desk, copy).date is None
    pick_from(qtbot, desk, "More about this session", "Delete the session")
    assert sample.editing.find(Session, copy) is None
    assert step(desk).code == CODE
    found(desk, "Undo").click()  # type: ignore[attr-defined]
    settle()
    assert kept(desk, copy).code == copy


def test_a_session_in_which_people_were_heard_is_not_deleted(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    board(desk := in_front(qtbot, desk_of(sample)))
    pick_from(qtbot, desk, "More about this session", "Delete the session")
    assert kept(desk).status == "held"
    assert said(desk) == "People may have been heard in this session: it stays known."


def test_to_stop_a_session_asks_first_and_its_button_is_not_the_usual_one(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample, status="confirmed")
    board(desk := in_front(qtbot, desk_of(sample)))
    person = ByMouse(desk.window())

    def leave() -> None:
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)

    person.in_dialog("Stop for safety", leave)
    assert kept(desk).status == "confirmed"

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StopDialog)
        dialog.stop.click()

    person.in_dialog("Stop for safety", stop)
    assert kept(desk).status == "aborted_safety"
    assert "That is final" in texts(column(desk))


def test_a_session_that_is_deleted_or_was_never_there_gives_way_to_another(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    desk = in_front(qtbot, desk_of(sample))
    assert board(desk, field="session/CC-1999-99/date").code == CODE
    sample.sessions.create("D-01")
    page = board(desk, field="session/CC-2026-05")
    assert page.code == "CC-2026-05"
    desk.context.do(lambda: sample.sessions.remove("CC-2026-05"))
    settle()
    assert step(desk).code == CODE


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_paper_is_written_where_one_says_under_a_name_that_tells_nothing(
    qtbot: QtBot,
    desk_of: DeskOf,
    sample: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    desk = in_front(qtbot, desk_of(sample, language))
    page = board(desk)
    offered = chosen_path(monkeypatch, tmp_path)
    say = desk.context.words.say
    pick_from(qtbot, desk, say("Print"), say("Run sheet"))
    press(qtbot, paper_dialog(desk).save_button, desk.context.jobs)

    assert offered == [f"{say('Run sheet')} {CODE}.pdf"]
    assert (tmp_path / offered[0]).read_bytes().startswith(b"%PDF")
    assert said(desk) == say("The paper is written. It is internal: keep it so.")
    assert page.code == CODE


def test_leaving_the_dialog_of_a_paper_makes_nothing(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    board(desk := in_front(qtbot, desk_of(sample)))
    pick_from(qtbot, desk, "Print", "Secrecy sheet")
    qtbot.keyClick(paper_dialog(desk), Qt.Key.Key_Escape)
    assert said(desk) == ""
    assert not desk.context.jobs.busy


def test_a_confirmed_session_can_be_marked_as_held_on_its_day_and_not_before(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    given = plan(sample, status="confirmed")
    board(desk := in_front(qtbot, desk_of(sample)))
    words = [each.words for each in column(desk).findChildren(Button) if each.isVisible()]
    assert words == ["Postpone", "Stop for safety"]
    assert "It can be marked as held from 14 February on." in texts(column(desk))

    sample.editing.keep(replace(given, date=DAY_BEFORE))
    board(desk)
    foot_button(desk, "Mark as held").click()
    settle()
    assert kept(desk).status == "held"


def test_a_late_check_on_people_leads_to_the_checklist_of_its_session(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    page = board(in_front(qtbot, desk_of(sample)), field=f"session/{CODE}/checks.SC-39a")
    assert page.code == CODE
    assert fold(page, "checklist").is_open
    assert fold(page, "checklist").isAncestorOf(cursor())


def test_what_to_mind_stands_in_its_section_once_that_is_open_and_nowhere_else(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    given = plan(sample)
    plan(sample, listeners=tuple(replace(each, influence="advises") for each in given.listeners))
    page = board(desk := in_front(qtbot, desk_of(sample)))
    before = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert before == [desk.window()]
    assert "None of the listeners can decide anything." not in texts(page)
    fold(page, "listeners").open()
    settle()
    assert "None of the listeners can decide anything." in texts(fold(page, "listeners"))


def test_in_another_language_the_same_session_is_shown_with_the_cursor_in_the_same_field(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    sample.sessions.duplicate(CODE, DAY_BEFORE.replace(day=20))
    desk = in_front(qtbot, desk_of(sample))
    assert board(desk, field="session/CC-2026-05/stop_signal").code == "CC-2026-05"
    window = desk.window()
    desk.context.speak("nl")
    settle()
    [again] = window.findChildren(Desk)
    assert step(again).code == "CC-2026-05"
    assert field_at(cursor()).key == "stop_signal"
