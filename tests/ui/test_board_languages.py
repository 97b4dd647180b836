"""The languages of a session: the picture, the interpreter who closes a gap, and one who leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import cursor, field, field_at, in_front, settle
from tests.ui.conftest import found
from tests.ui.on_board import DAY_BEFORE, board, fold, kept, plan, plan_with_gaps, step
from tests.ui.on_prepare import texts
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.parts.buttons import Button
from ui.parts.chain import Chain

DeskOf = Callable[..., Desk]


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(
        cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=DAY_BEFORE
    )


def drawn(desk: Desk) -> str:
    """Return the chain as it is read out."""
    [only] = step(desk).findChildren(Chain)
    return only.accessibleName()


def test_an_interpreter_is_added_at_the_gap_by_keyboard_alone_and_closes_it_once_trusted(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    board(desk := in_front(qtbot, desk_of(sample)))
    assert "Hadoti (2 groups · 26 people), Gap (nobody yet), Hindi" in drawn(desk)

    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)  # the cursor is in the header of the section
    assert cursor().accessibleName() == "Add an interpreter"
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    new = kept(desk).interpreters[-1]
    assert (new.code, new.from_lang, new.to_lang, new.independence) == ("Int-6", "Hadoti", "Hindi", "unknown")
    assert kept(desk).hops[0].interpreter_code == "Int-6"
    assert field_at(cursor()).key == "interpreters[1].independence"
    assert "Gap · Int-6 (may have a tie to the employer)" in drawn(desk)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Right):  # round to yes, on, round to accepted
        qtbot.keyClick(cursor(), key)
        settle()
    assert "Int-6 (no tie to the employer)" in drawn(desk)
    assert "Gap" not in drawn(desk)


def test_the_new_interpreter_is_taken_back_with_the_step_it_was_given(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    board(desk := in_front(qtbot, desk_of(sample)))
    before = kept(desk)
    found(desk, "Add an interpreter").click()  # type: ignore[attr-defined]
    settle()
    desk.context.undo.undo()
    settle()
    assert kept(desk) == before
    assert "Gap (nobody yet)" in drawn(desk)


def test_one_who_leaves_is_named_by_no_step_and_every_step_offers_those_who_are_there(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    page = board(desk := in_front(qtbot, desk_of(sample)), field="hops[0].interpreter_code")
    before = kept(desk)
    gone = before.interpreters[0].code
    found(page, f"Take out {gone}").click()  # type: ignore[attr-defined]
    settle()

    assert [each.code for each in kept(desk).interpreters] == [before.interpreters[1].code]
    assert [hop.interpreter_code for hop in kept(desk).hops] == [None, before.interpreters[1].code]
    offered = field(page, "hops[0].interpreter_code", ChoiceField)
    assert gone not in texts(offered)
    assert offered.segments is not None
    assert offered.segments.value() == ""
    assert "Gap (nobody yet)" in drawn(desk)

    found(desk, "Undo").click()  # type: ignore[attr-defined]
    settle()
    assert kept(desk) == before
    assert "Gap" not in drawn(desk)


def test_a_confirmed_session_that_loses_its_interpreter_is_said_to_be_planned_again(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample, status="confirmed")
    page = board(desk := in_front(qtbot, desk_of(sample)), field="hops[0].interpreter_code")
    found(page, f"Take out {kept(desk).interpreters[0].code}").click()  # type: ignore[attr-defined]
    settle()
    assert kept(desk).status == "planned"
    last = desk.context.messages.last
    assert last is not None
    assert "is planned again: The language chain has a gap" in last.text
    assert last.act is not None


def test_while_no_language_is_known_nothing_can_be_added_and_it_says_why(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    sample.sessions.create("D-01")
    page = board(desk := in_front(qtbot, desk_of(sample)), field="session/CC-2026-05")
    languages = fold(page, "languages")
    languages.open()
    settle()
    add = next(each for each in languages.findChildren(Button) if each.words == "Add an interpreter")
    assert add.is_off
    assert add.why in texts(languages)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert kept(desk, "CC-2026-05").interpreters == ()


def test_where_everybody_shares_a_language_it_says_so(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan(sample)
    page = board(desk := in_front(qtbot, desk_of(sample)), field="groups[0].languages")
    for path in ("groups[0].languages", "groups[1].languages"):
        page.go_to_field(path)
        settle()
        cursor().setText("")  # type: ignore[attr-defined]
        qtbot.keyClicks(cursor(), "English")
        qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    fold(page, "languages").open()
    settle()
    assert "Everybody shares a language: nobody has to interpret." in texts(fold(page, "languages"))
    assert drawn(desk) == ""


def test_in_a_small_window_the_chain_goes_on_in_a_second_row_and_nothing_is_cut(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    plan_with_gaps(sample)
    desk = in_front(qtbot, desk_of(sample))
    desk.window().resize(1024, 640)
    board(desk)
    [chain] = step(desk).findChildren(Chain)
    wide = chain.height()
    found(desk, "Show what holds this up").click()  # type: ignore[attr-defined]
    settle()
    assert chain.height() > wide
    assert chain.height() >= chain.heightForWidth(chain.width())
