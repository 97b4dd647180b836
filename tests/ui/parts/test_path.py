from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.parts.path import StepPath
from ui.theme import Theme

STEPS = [
    ("prepare", "Voorbereiden", "done"),
    ("partners", "Partners", "done"),
    ("sessions", "Bijeenkomsten", "held_up"),
    ("insights", "Inzichten", "in_progress"),
    ("brief", "Leverancierskaart", "not_yet"),
    ("follow_up", "Opvolging", "not_yet"),
]


def _steps(path: StepPath) -> list[QAbstractButton]:
    return path.findChildren(QAbstractButton)


def test_a_step_is_chosen_by_mouse_and_by_keyboard(qtbot: QtBot, light: Theme, show: Any, focus: Any) -> None:
    path = show(StepPath(light, STEPS, "sessions"))
    with qtbot.waitSignal(path.chosen, check_params_cb=lambda name: name == "partners"):
        QTest.mouseClick(_steps(path)[1], Qt.MouseButton.LeftButton)
    focus(_steps(path)[4])
    with qtbot.waitSignal(path.chosen, check_params_cb=lambda name: name == "brief"):
        QTest.keyClick(_steps(path)[4], Qt.Key.Key_Return)


@pytest.mark.parametrize("width", [1000, 560, 420])
def test_the_path_never_wraps_and_never_covers_itself(light: Theme, show: Any, width: int) -> None:
    path = StepPath(light, STEPS, "sessions")
    path.resize(width, 46)
    show(path)
    steps = _steps(path)
    assert {step.y() for step in steps} == {0}
    assert all(before.geometry().right() < after.x() for before, after in pairwise(steps))
    assert steps[-1].geometry().right() <= path.width()
    assert steps[2].width() >= steps[2].sizeHint().width()  # where one stands is always whole


def test_a_screen_reader_hears_how_far_each_step_is(light: Theme) -> None:
    path = StepPath(light, STEPS, "sessions", {"held_up": "held up", "done": "done"})
    assert _steps(path)[2].accessibleName() == "Bijeenkomsten, held up"
    path.show_steps([("sessions", "Bijeenkomsten", "done")], "sessions")
    assert _steps(path)[2].accessibleName() == "Bijeenkomsten, done"
