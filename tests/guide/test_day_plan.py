"""The day of a session as points in time: what comes first, what has no time, what is left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from fieldkit.guide.day_plan import day_plan
from fieldkit.model.session import Childcare, Compensation, Meal, Session, Trip
from tests.records import records

TRIPS = (
    Trip(leg="to", mode="bus", pick_up_point="bus_stop", leaves_at="08:30"),
    Trip(leg="back", mode="bus", pick_up_point="bus_stop", leaves_at="14:00", back_before="16:00"),
)


def session(**more: Any) -> Session:
    return Session(**{"code": "CC-1", "method": "M2", "start": "10:00", "end": "13:00"} | more)


def plan(**more: Any) -> list[tuple[str, str]]:
    return [(point.clock, point.kind) for point in day_plan(session(**more))]


def test_a_whole_day_has_its_points_where_people_expect_them() -> None:
    day = plan(
        breaks=1,
        trips=TRIPS,
        childcare=Childcare(needed=6),
        meals=(Meal(type="lunch"),),
        compensations=(Compensation(basis="lost_wage"),),
    )
    assert day == [
        ("08:30", "way_there"), ("09:30", "room"), ("09:50", "look"), ("09:55", "children"),
        ("10:00", "welcome"), ("10:15", "consent"), ("10:25", "round"), ("11:20", "break"),
        ("11:35", "round"), ("12:35", "closing"), ("12:50", "payment"), ("13:00", "meal"),
        ("14:00", "way_home"), ("16:00", "report"),
    ]  # fmt: skip


def test_a_session_that_says_nothing_has_its_points_without_a_time() -> None:
    day = [(point.clock, point.kind) for point in day_plan(Session(code="CC-1", method="M2"))]
    assert day == [
        ("", "room"), ("", "look"), ("", "welcome"), ("", "consent"), ("", "round"), ("", "closing"),
        ("", "report"),
    ]  # fmt: skip


def test_a_trip_without_a_time_comes_before_the_room_and_goes_after_the_talk() -> None:
    day = plan(trips=tuple(replace(trip, leaves_at=None) for trip in TRIPS))
    assert day[0] == ("", "way_there")
    assert day[-2:] == [("", "way_home"), ("16:00", "report")]


def test_one_trip_for_both_ways_stands_twice_and_its_time_is_that_of_going() -> None:
    day = plan(trips=(replace(TRIPS[0], leg="both", back_before="15:00"),))
    assert ("08:30", "way_there") in day
    assert day[-2:] == [("", "way_home"), ("15:00", "report")]


def test_a_late_trip_stands_where_its_hour_is() -> None:
    kinds = [kind for _, kind in plan(trips=(replace(TRIPS[0], leaves_at="09:40"),))]
    assert kinds[:3] == ["room", "way_there", "look"]


def test_the_talk_ends_when_it_has_lasted_as_long_as_it_may() -> None:
    assert ("11:35", "closing") in plan(max_minutes=120)
    assert ("12:35", "closing") in plan(max_minutes=240)
    assert ("11:35", "closing") in plan(end=None, max_minutes=120)


@pytest.mark.parametrize(("time", "after"), [("before", "room"), ("during", "round"), ("after", "closing")])
def test_a_meal_stands_where_it_is_eaten(time: Any, after: str) -> None:
    kinds = [kind for _, kind in plan(breaks=0, meals=(Meal(type="soup", time=time),))]
    assert kinds[kinds.index("meal") - 1] == after


def test_a_short_talk_takes_its_small_steps_quicker_and_a_very_short_one_has_no_times_for_them() -> None:
    assert plan(end="11:00")[2:6] == [
        ("10:00", "welcome"), ("10:05", "consent"), ("10:10", "round"), ("10:50", "closing"),
    ]  # fmt: skip
    assert plan(end="10:30")[2:6] == [
        ("10:00", "welcome"), ("", "consent"), ("", "round"), ("", "closing"),
    ]  # fmt: skip


def test_breaks_for_which_the_talk_is_too_short_have_no_time() -> None:
    day = plan(end="11:00", breaks=6)
    assert [clock for clock, kind in day if kind == "break"] == [""] * 6


def test_nobody_is_paid_where_nothing_is_paid() -> None:
    assert "payment" not in [kind for _, kind in plan(compensations=(Compensation(basis="none"),))]


def test_nobody_meets_in_a_survey_so_there_is_no_room_and_no_way() -> None:
    assert plan(form="survey_wave", trips=TRIPS) == [("10:00", "opens"), ("13:00", "closes"), ("", "report")]
    assert "room" not in [kind for _, kind in plan(form="phone")]


@settings(max_examples=60)
@given(records(Session))
def test_times_never_run_backwards_and_no_way_or_meal_is_lost(any_session: Session) -> None:
    points = day_plan(any_session)
    known = [point.at for point in points if point.at is not None]
    assert known == sorted(known)
    assert all(0 <= at < 24 * 60 for at in known)
    if any_session.form not in ("survey_wave", "complaint_batch"):
        ways = sum(2 if trip.leg == "both" else 1 for trip in any_session.trips)
        assert sum(point.trip is not None for point in points) == ways
        assert sum(point.meal is not None for point in points) == len(any_session.meals)
