from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.guide.bookings import clashes
from tests.guide.ready import first, ready

SESSION = replace(ready().session, trips=first(ready().session.trips, vehicle_code="Jeep-1"))


def other(**changes: Any) -> Any:
    return replace(SESSION, code="CC-2026-09", **changes)


def test_who_and_what_two_sessions_want_at_one_time_is_named_once_each() -> None:
    found = clashes(SESSION, [SESSION, other(start="12:30", end="15:00")])
    assert [(each.kind, each.code, each.place) for each in found] == [
        ("interpreter", "Int-1", 0),
        ("interpreter", "Int-2", 1),
        ("facilitator", "Fac-1", 0),
        ("facilitator", "Fac-2", 1),
        ("vehicle", "Jeep-1", 0),
    ]
    assert {each.other for each in found} == {"CC-2026-09"}


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "13:00", "end": "15:00"},  # begins when the other ends
        {"date": date(2026, 2, 15)},
        {"date": None},
        {"status": "cancelled"},
        {"status": "held"},
        {"status": "postponed"},
    ],
)
def test_sessions_apart_in_time_or_not_ahead_want_nothing(changes: dict[str, Any]) -> None:
    assert clashes(SESSION, [other(**changes)]) == ()
    assert clashes(other(**changes), [SESSION]) == ()


def test_a_session_without_hours_may_take_its_whole_day() -> None:
    assert clashes(SESSION, [other(start=None, end=None)])
    assert clashes(SESSION, [other(start="12:59", end=None)])


def test_a_clash_is_seen_from_both_sides() -> None:
    late = other(start="12:00", end="15:00", interpreters=SESSION.interpreters[:1], facilitators=(), trips=())
    assert [each.code for each in clashes(SESSION, [late])] == ["Int-1"]
    assert [(each.code, each.other) for each in clashes(late, [SESSION])] == [("Int-1", SESSION.code)]
