"""A day passes while the window is open, or a file was brought in: what falls back is said at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import go, in_front, settle
from tests.ui.on_board import CODE, board, kept, plan, said
from ui.desk import Desk
from ui.settling import Settling

FRIDAY = date(2026, 2, 13)


@pytest.fixture
def setup(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    folder = tmp_path_factory.mktemp("own")
    return Setup(cost=WEAKEST, state_folder=folder / "state", data_folder=folder / "data", today=FRIDAY)


def turn_to(workspace: Workspace, day: date) -> None:
    """Have the rules see another day, as when the computer's clock has passed midnight."""
    workspace._setup = with_(workspace._setup, today=day)


def look(desk: Desk) -> None:
    [watch] = desk.findChildren(Settling)
    watch.look()
    settle()


def test_what_lost_a_condition_while_the_file_was_closed_is_said_at_the_start(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace
) -> None:
    plan(sample, status="confirmed")
    turn_to(sample, FRIDAY - timedelta(days=40))  # nobody had looked at the risk by then
    desk = in_front(qtbot, desk_of(sample))
    settle()
    assert kept(desk).status == "planned"
    assert said(desk).startswith(f"Session {CODE} is planned again: ")


def test_when_the_day_changes_the_board_shows_it_and_what_is_being_typed_is_saved(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace
) -> None:
    plan(sample, status="confirmed", date=FRIDAY + timedelta(days=30))
    desk = in_front(qtbot, desk_of(sample))
    board(desk)
    assert kept(desk).status == "confirmed"
    go(desk, "dialogue", "D-01", "sessions", f"session/{CODE}/reviewer_role")
    qtbot.keyClicks(desk.focusWidget(), " and coordinator")

    turn_to(sample, FRIDAY + timedelta(days=16))
    look(desk)

    assert kept(desk).reviewer_role.startswith(" and coordinator")
    assert kept(desk).status == "planned"
    assert "The risk was looked at more than 14 days ago" in said(desk)
    assert board(desk).next_act == "Look at the risk again"


def test_on_the_same_day_it_looks_once_and_disturbs_nobody_who_types(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace
) -> None:
    plan(sample)
    desk = in_front(qtbot, desk_of(sample))
    board(desk, field=f"session/{CODE}/reviewer_role")
    qtbot.keyClicks(desk.focusWidget(), "half")
    look(desk)
    assert kept(desk).reviewer_role == "partner organisation"
    turn_to(sample, FRIDAY + timedelta(days=1))
    look(desk)
    assert kept(desk).reviewer_role.startswith("half")


def test_it_goes_on_looking(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> None:
    desk = in_front(qtbot, desk_of(sample))
    [watch] = desk.findChildren(Settling)
    assert any(timer.isActive() and not timer.isSingleShot() for timer in watch.findChildren(QTimer))
