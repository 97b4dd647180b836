from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Workspace
from ui.desk import Desk
from ui.idle import Idle, seconds
from ui.window import Window


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watched(make_window: Callable[..., Window], workspace: Workspace, clock: Clock) -> Window:
    """A window that is open, watched by a clock of the test's own."""
    window = make_window()
    window.idle.rest()
    window.idle = Idle(5, clock, window)
    window.idle.left_alone.connect(window.lock)
    window.enter(workspace)
    return window


def test_it_locks_after_so_many_minutes_without_input(watched: Window, clock: Clock) -> None:
    clock.now += 5 * 60 - 1
    watched.idle.look()
    assert watched.desk is not None
    clock.now += 1
    watched.idle.look()
    assert watched.desk is None
    assert watched.gate is not None


def test_a_key_or_the_mouse_keeps_it_open(qtbot: QtBot, watched: Window, clock: Clock) -> None:
    assert watched.desk is not None
    clock.now += 4 * 60
    qtbot.keyClick(watched.desk, Qt.Key.Key_Shift)
    clock.now += 4 * 60
    qtbot.mouseMove(watched.desk)
    clock.now += 4 * 60
    qtbot.mouseClick(watched.desk, Qt.MouseButton.RightButton)
    clock.now += 4 * 60
    watched.idle.look()
    assert watched.desk is not None


def test_who_opens_the_lid_too_late_meets_the_gate_and_the_key_goes_nowhere(
    qtbot: QtBot, watched: Window, clock: Clock
) -> None:
    desk: Desk | None = watched.desk
    assert desk is not None
    clock.now += 60 * 60
    qtbot.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert watched.desk is None
    assert watched.gate is not None


def test_the_minutes_can_be_changed_while_it_watches(watched: Window, clock: Clock) -> None:
    watched.lock_after(1)
    clock.now += 60
    watched.idle.look()
    assert watched.desk is None
    assert watched.preferences.lock_minutes == 1


def test_nothing_is_watched_once_it_is_locked(qtbot: QtBot, watched: Window, clock: Clock) -> None:
    watched.lock()
    clock.now += 60 * 60
    with qtbot.assertNotEmitted(watched.idle.left_alone):
        assert watched.gate is not None
        qtbot.keyClick(watched.gate, Qt.Key.Key_Shift)


def test_its_seconds_go_forward() -> None:
    assert seconds() <= seconds()
