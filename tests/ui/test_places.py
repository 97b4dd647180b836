from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.places import TODAY, Journey, Place

ONE, TWO, THREE = Place("dialogue", "D-01"), Place("supplier", "SUP-01"), Place("library")
STEPS = st.lists(st.sampled_from([ONE, TWO, THREE, "back", "forward"]), max_size=30)


@pytest.fixture
def journey(qtbot: QtBot) -> Journey:
    return Journey()


def test_it_begins_today(journey: Journey) -> None:
    assert journey.place == TODAY
    assert not journey.can_go_back
    assert not journey.can_go_forward


def test_back_and_forward_retrace_the_way(journey: Journey) -> None:
    for place in (ONE, TWO, THREE):
        journey.go(place)
    journey.back()
    journey.back()
    assert journey.place == ONE
    journey.forward()
    assert journey.place == TWO


def test_going_somewhere_else_forgets_what_lay_ahead(journey: Journey) -> None:
    for place in (ONE, TWO):
        journey.go(place)
    journey.back()
    journey.go(THREE)
    assert not journey.can_go_forward
    journey.back()
    assert journey.place == ONE


def test_being_there_already_moves_the_cursor_and_adds_no_place(qtbot: QtBot, journey: Journey) -> None:
    journey.go(ONE)
    with qtbot.waitSignal(journey.went):
        journey.go(ONE)
    journey.back()
    assert journey.place == TODAY
    assert not journey.can_go_back


def test_a_thing_that_is_gone_is_left_out_of_the_way(journey: Journey) -> None:
    for place in (THREE, ONE, TWO, ONE):
        journey.go(place)
    journey.forget("D-01")
    assert journey.place == TWO
    journey.back()
    assert journey.place == THREE
    journey.back()
    assert journey.place == TODAY


def test_forgetting_the_only_place_begins_anew(journey: Journey) -> None:
    journey.go(ONE)
    journey.forget("D-01")
    assert journey.place == TODAY


@given(steps=STEPS)
def test_whatever_one_does_one_is_at_a_place_one_went_to(steps: list[Place | str]) -> None:
    journey = Journey()
    went: list[Place] = [TODAY]
    for step in steps:
        if isinstance(step, Place):
            journey.go(step)
            went.append(step)
            assert journey.place == step
        elif step == "back":
            journey.back()
        else:
            journey.forward()
        assert journey.place in went
