from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Setup, Workspace
from tests.copies import new_workspace
from tests.guide.method_samples import SCENARIOS
from tests.ui.at_the_desk import CTRL, cursor, field, field_at, in_front, settle, typed
from tests.ui.on_prepare import (
    answer,
    answers,
    button,
    choosing,
    dialogue,
    keep,
    order,
    prepare,
    texts,
    view_of,
)
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.pages.dialogue.calm import AcuteStop, NoSafeMethod, Start
from ui.pages.dialogue.choosing import Choosing
from ui.pages.dialogue.method_card import MethodView
from ui.parts.buttons import Button
from ui.parts.segments import Segments


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return in_front(qtbot, desk_of(sample))


def test_the_first_method_is_chosen_with_a_role_and_a_partner_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=(), partner_codes=())
    step = prepare(desk)
    first = order(step)[0]
    button(view_of(step, first), "Choose this method").setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    form = choosing(step)
    assert form.isAncestorOf(cursor())
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    qtbot.keyClick(cursor(), Qt.Key.Key_Down)
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    assert cursor() is button(form, "Choose it")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    [use] = dialogue(desk).method_uses
    assert (use.method, use.role, use.partner_code) == (first, "lead", "PA-01")
    assert "Takes the lead" in texts(view_of(step, first)) or button(view_of(step, first), "Change")
    assert cursor() is button(view_of(step, first), "Change")
    assert not [each for each in step.findChildren(Choosing) if each.isVisible()]


def test_a_deviation_asks_for_a_reason_and_is_refused_without(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view = view_of(step, "M1")
    view.choose()
    form = choosing(step)
    why = form.findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    assert why.isVisible()
    qtbot.mouseClick(button(form, "Choose it"), Qt.MouseButton.LeftButton)
    assert dialogue(desk).method_uses == ()
    assert "write down why" in texts(form)
    why.setFocus()
    typed(qtbot, "The union asked us to")
    qtbot.mouseClick(button(form, "Choose it"), Qt.MouseButton.LeftButton)
    [use] = dialogue(desk).method_uses
    assert use.deviation_reason == "The union asked us to"


def test_a_supporting_role_needs_no_reason(desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view_of(step, "M1").choose()
    form = choosing(step)
    why = form.findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    form.findChildren(Segments)[0].pick("breadth")
    assert not why.isVisible()
    button(form, "Choose it").click()
    assert [(use.method, use.role) for use in dialogue(desk).method_uses] == [("M1", "breadth")]


def test_a_method_that_is_not_available_offers_no_choice(desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    off = view_of(step, "M5")
    assert "Not available" in " ".join(each.accessibleName() for each in off.findChildren(QWidget))
    assert [each.words for each in off.findChildren(Button) if "Choose" in each.words] == []


def test_a_choice_that_is_open_keeps_what_was_typed_while_the_methods_change_places(
    qtbot: QtBot, desk: Desk
) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view_of(step, "M1").choose()
    why = choosing(step).findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("The union asked us to")
    before = order(step)
    answer(qtbot, step, "union_in_region", "yes")
    assert order(step) != before
    form = choosing(step)
    assert view_of(step, "M1").isAncestorOf(form)
    still = form.findChild(QPlainTextEdit)
    assert isinstance(still, QPlainTextEdit)
    assert still.toPlainText() == "The union asked us to"


def test_choosing_can_be_taken_back_with_ctrl_z(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    first = order(step)[0]
    view_of(step, first).choose()
    button(choosing(step), "Choose it").click()
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    settle()
    assert dialogue(desk).method_uses == ()
    assert button(view_of(step, first), "Choose this method")


def test_leaving_the_choice_as_it_is_changes_nothing(desk: Desk) -> None:
    step = prepare(desk)
    before = dialogue(desk).method_uses
    view_of(step, order(step)[0]).choose()
    button(choosing(step), "Leave it as it is").click()
    settle()
    assert dialogue(desk).method_uses == before
    assert not [each for each in step.findChildren(Choosing) if each.isVisible()]


def test_more_reasons_are_shown_on_request_and_the_cursor_stays(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk)
    view = view_of(step, order(step)[0])
    [more] = [each for each in view.findChildren(Button) if each.words.endswith("more reasons")]
    before = len(texts(view))
    more.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert len(texts(view)) > before
    assert cursor() is button(view, "Fewer reasons")


def test_without_a_safe_method_the_page_says_so_and_nothing_can_be_chosen_sc7(desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC7"], method_uses=())
    step = prepare(desk)
    [screen] = step.findChildren(NoSafeMethod)
    assert "No session can be planned" in texts(screen)
    assert "20 October 2026" in texts(screen)
    available = [
        view for view in step.findChildren(MethodView) if view.isVisible() and "Choose" in texts(view)
    ]
    assert available == []
    view_of(step, "M2").choose()
    button(choosing(step), "Choose it").click()
    assert dialogue(desk).method_uses == ()
    assert "no safe method" in texts(choosing(step)).lower()


def test_a_safe_method_again_takes_the_warning_away(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC7"])
    step = prepare(desk)
    answer(qtbot, step, "partner_worker_trust", "established")
    assert desk.context.workspace.preparing.advice(answers(desk), desk.context.words).outcome == "ok"
    assert [each for each in step.findChildren(NoSafeMethod) if each.isVisible()] == []


def test_danger_stops_everything_at_once_and_starts_the_clock_p3(
    qtbot: QtBot, make_window: Callable[..., Any], tmp_path: Path, setup: Setup
) -> None:
    moment = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
    at_half_past = replace_clock(setup, moment)
    workspace = new_workspace(tmp_path / "clock.fieldkit", "a", at_half_past, sample=True)
    window = make_window()
    window.enter(workspace)
    desk = in_front(qtbot, window.desk)
    step = prepare(desk)
    step.go_to_field("imminent_harm")
    asked = field(step, "answers.imminent_harm", ChoiceField)
    asked.choose("yes")
    settle()
    [screen] = step.findChildren(AcuteStop)
    assert screen.isVisible()
    assert isinstance(cursor(), Start)
    assert f"20 April at {moment.astimezone():%H:%M}" in texts(screen)
    assert "24 hours" in texts(screen)
    assert workspace.preparing.danger_since("D-01") == moment
    assert not [each for each in step.findChildren(MethodView) if each.isVisible()]
    qtbot.mouseClick(button(screen, "Nobody is in danger now"), Qt.MouseButton.LeftButton)
    settle()
    assert not screen.isVisible()
    assert answers(desk).imminent_harm == "no"
    assert workspace.preparing.danger_since("D-01") is None
    assert field_at(cursor()) is asked
    assert asked.segments is not None
    assert asked.segments.value() == "no"


def replace_clock(setup: Setup, moment: datetime) -> Setup:
    return Setup(
        cost=setup.cost, state_folder=setup.state_folder, data_folder=setup.data_folder, today=setup.today,
        clock=lambda: moment,
    )  # fmt: skip


def test_nothing_answered_is_lost_at_the_acute_stop_and_enter_does_not_leave_it(
    qtbot: QtBot, desk: Desk
) -> None:
    step = prepare(desk)
    before = answers(desk)
    step.go_to_field("imminent_harm")
    field(step, "answers.imminent_harm", ChoiceField).choose("yes")
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    assert answers(desk) == replace(before, imminent_harm="yes")
    [screen] = step.findChildren(AcuteStop)
    assert screen.isVisible()


def test_path_steps_are_ticked_off_and_still_are_when_one_comes_back(desk: Desk) -> None:
    step = prepare(desk)
    boxes = [box for box in step.findChildren(QCheckBox) if "federation" in box.accessibleName()]
    assert boxes
    before = boxes[0].isChecked()
    boxes[0].click()
    step = prepare(desk)
    again = next(box for box in step.findChildren(QCheckBox) if "federation" in box.accessibleName())
    assert again.isChecked() != before
