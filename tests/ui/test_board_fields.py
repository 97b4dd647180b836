"""The fields of the board: wrong input, what belongs together, what follows, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fieldkit.model.supply import GroupClass
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import CTRL, cursor, field, field_at, in_front, settle, typed
from tests.ui.conftest import found
from tests.ui.on_board import CODE, DAY_BEFORE, board, column, fold, kept, plan, said
from tests.ui.on_prepare import texts
from ui.desk import Desk
from ui.fields import LineField
from ui.fields.entries import EntriesField, entries
from ui.fields.flag import FlagField
from ui.pages.dialogue.board.classes import ClassesField
from ui.pages.dialogue.board.page import SessionsStep
from ui.pages.dialogue.board.who import SpecialistField


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(
        cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=DAY_BEFORE
    )


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    """The board of a session with nothing against it."""
    plan(sample)
    desk = in_front(qtbot, desk_of(sample))
    board(desk)
    return desk


def page(desk: Desk) -> SessionsStep:
    [only] = desk.findChildren(SessionsStep)
    return only


def at(desk: Desk, path: str) -> None:
    page(desk).go_to_field(path)
    settle()
    assert field_at(cursor()).key == path


def entered(qtbot: QtBot, desk: Desk, path: str, text: str) -> str:
    """Type into a field and press Enter; return what stands against it."""
    at(desk, path)
    typed(qtbot, text)
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    return field_at(cursor()).problem


def test_an_end_before_the_start_is_said_stays_and_is_kept_once_the_start_is_mended(
    qtbot: QtBot, desk: Desk
) -> None:
    problem = entered(qtbot, desk, "end", "9")
    assert problem == "The session ends before it starts: mend its start or its end."
    assert kept(desk).end == "13:00"

    assert entered(qtbot, desk, "start", "7:30") == ""
    assert (kept(desk).start, kept(desk).end) == ("07:30", "09:00")
    end = field(page(desk), "end", LineField)
    assert (end.line.text(), end.problem) == ("09:00", "")


def test_hours_are_moved_one_after_the_other_in_either_order(qtbot: QtBot, desk: Desk) -> None:
    assert entered(qtbot, desk, "start", "14") != ""
    assert entered(qtbot, desk, "end", "17") == ""
    assert (kept(desk).start, kept(desk).end) == ("14:00", "17:00")


def test_what_does_not_fit_is_said_anew_when_the_board_is_opened_again(qtbot: QtBot, desk: Desk) -> None:
    entered(qtbot, desk, "end", "9")
    again = board(desk, field="end")
    settle()
    end = field(again, "end", LineField)
    assert end.line.text() == "9"
    assert end.problem == "The session ends before it starts: mend its start or its end."


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("date", "the day after"),
        ("start", "25:00"),
        ("max_minutes", "three hours"),
        ("venue.exits", "-1"),
        ("groups[0].headcount_planned", "many"),
        ("groups[0].languages", "x" * 81),
        ("facilitators[0].trained_on", "31-31-2026"),
    ],
)
def test_what_is_no_value_is_said_beside_the_field_and_nothing_is_lost(
    qtbot: QtBot, desk: Desk, path: str, text: str
) -> None:
    before = kept(desk)
    assert entered(qtbot, desk, path, text) != ""
    assert kept(desk) == before
    line = cursor()
    assert line.text() == text  # type: ignore[attr-defined]


def test_more_people_bring_more_pay_and_the_totals_follow_as_one_types(qtbot: QtBot, desk: Desk) -> None:
    fold(page(desk), "compensation").open()
    assert entered(qtbot, desk, "groups[0].headcount_planned", "20") == ""
    session = kept(desk)
    assert [each.headcount for each in session.compensations] == [32, 32]
    assert "INR 16,320" in texts(column(desk))
    assert "INR 14,400" in texts(page(desk))  # the row of the lost wages, which shows beside

    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    settle()
    assert [each.headcount for each in kept(desk).compensations] == [26, 26]


def test_languages_are_typed_with_commas_between(qtbot: QtBot, desk: Desk) -> None:
    at(desk, "groups[1].languages")
    typed(qtbot, "Hadoti, Marwari ,, hindi;")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert kept(desk).groups[1].languages == ("Hadoti", "Marwari", "hindi")
    assert cursor().text() == "Hadoti, Marwari ,, hindi;"  # type: ignore[attr-defined]
    board(desk, field="groups[1].languages")
    assert field(page(desk), "groups[1].languages", EntriesField).line.text() == "Hadoti, Marwari, hindi"


def test_an_entry_is_what_stands_between_two_commas_once() -> None:
    assert entries(" a ,b;a\n\n c,") == ("a", "b", "c")
    assert entries("") == ()


def test_a_class_is_chosen_by_keyboard_and_the_next_list_comes_without_its_dimension(
    qtbot: QtBot, desk: Desk
) -> None:
    page(desk).go_to_field("groups")
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)  # add a group
    settle()
    assert kept(desk).groups[2].label == "G3"
    asked = field_at(cursor())
    assert isinstance(asked, ClassesField)
    first, second, _ = asked.lists
    assert second.isHidden()
    qtbot.keyClicks(first, "Gender: W")
    settle()
    assert kept(desk).groups[2].class_set == (GroupClass(dimension="sex_gender", class_="women"),)
    assert second.isVisible()
    assert not any(second.itemText(at).startswith("Gender") for at in range(second.count()))


def test_a_class_taken_out_brings_the_later_ones_forward(desk: Desk) -> None:
    at(desk, "groups[0].class_set")
    asked = field(page(desk), "groups[0].class_set", ClassesField)
    women, home, work = kept(desk).groups[0].class_set
    asked.choose(0, None)
    assert kept(desk).groups[0].class_set == (home, work)
    assert [each.isVisible() for each in asked.lists] == [True, True, True]
    assert asked.lists[2].currentText() == "None"
    desk.context.undo.undo()
    assert kept(desk).groups[0].class_set == (women, home, work)
    assert asked.lists[0].currentData() == women


def test_the_specialist_is_asked_for_with_people_under_18_alone(desk: Desk) -> None:
    at(desk, "groups[0].class_set")
    asked = field(page(desk), "groups[0].class_set", ClassesField)
    specialist = field(page(desk), "groups[0].specialist_role", SpecialistField)
    assert not specialist.isVisible()
    asked.choose(2, GroupClass(dimension="age_band", class_="15-17"))
    settle()
    assert specialist.isVisible()
    assert "say which specialist leads the talk" in texts(column(desk))
    asked.choose(2, GroupClass(dimension="age_band", class_="25-39"))
    assert not specialist.isVisible()


def test_a_new_listener_is_like_the_one_before_has_a_code_of_its_own_and_nobodys_yes(desk: Desk) -> None:
    page(desk).go_to_field("listeners")
    settle()
    found(page(desk), "Add a listener").click()  # type: ignore[attr-defined]
    settle()
    *others, last, new = kept(desk).listeners
    assert others
    assert new.code == "L-14"
    assert (new.org_type, new.languages) == (last.org_type, last.languages)
    assert (new.accepted_by_workers, new.no_supplier_tie, new.confidentiality_signed) == (
        "unknown", "unknown", "no",
    )  # fmt: skip
    assert field_at(cursor()).key == "listeners[6].org_type"


def test_a_listener_who_is_not_admitted_holds_nothing_up(qtbot: QtBot, desk: Desk) -> None:
    at(desk, "listeners[0].accepted_by_workers")
    qtbot.keyClick(cursor(), Qt.Key.Key_Right)
    settle()
    assert "L-1" in texts(column(desk))
    at(desk, "listeners[0].rejected")
    assert isinstance(field_at(cursor()), FlagField)
    qtbot.keyClick(cursor(), Qt.Key.Key_Right)
    settle()
    assert kept(desk).listeners[0].rejected is True
    assert "Nothing holds this up" in texts(column(desk))


def test_the_zone_of_the_country_comes_first_and_the_wheel_changes_nothing(desk: Desk) -> None:
    at(desk, "time_zone")
    asked = cursor()
    assert isinstance(asked, QComboBox)
    assert asked.itemText(0) == "Asia/Kolkata"
    assert asked.currentText() == "Asia/Kolkata"


def test_typing_is_taken_back_and_done_again(qtbot: QtBot, desk: Desk) -> None:
    before = kept(desk).stop_signal
    entered(qtbot, desk, "stop_signal", "Is it raining?")
    assert kept(desk).stop_signal == "Is it raining?"
    desk.context.undo.undo()
    assert kept(desk).stop_signal == before
    assert field(page(desk), "stop_signal", LineField).line.text() == before
    desk.context.undo.redo()
    assert kept(desk).stop_signal == "Is it raining?"


def test_two_editors_of_one_session_do_not_undo_each_other(qtbot: QtBot, desk: Desk) -> None:
    """The checklist is answered past the editor of the fields, as is every move of the session."""
    desk.context.do(lambda: desk.context.workspace.sessions.answer_item(CODE, "SC-12", "no"))
    entered(qtbot, desk, "stop_signal", "Is it raining?")
    [answer] = [each for each in kept(desk).checks if each.item == "SC-12"]
    assert answer.status == "no"
    assert said(desk) == ""


def test_it_speaks_dutch(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> None:
    plan(sample)
    desk = in_front(qtbot, desk_of(sample, "nl"))
    shown = board(desk)
    for section in ("when_where", "who", "languages", "listeners"):
        fold(shown, section).open()
    words = texts(shown)
    for english in ("When and where", "Begins at", "How many come", "Listeners hear", "Add a listener"):
        assert english not in words
