"""What a calendar asks of the sessions: as the whole records say it, without reading them whole."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.model.session import Facilitator, Interpreter, ParticipantGroup, Session, Trip
from fieldkit.model.vocabulary import SessionStatus
from fieldkit.store import Store
from tests.records import records
from tests.store.workspaces import ROLE, dialogue

TODAY = date(2026, 4, 20)
STATUSES = st.sampled_from(get_args(SessionStatus))
DAYS = st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))
CLOCKS = st.none() | st.sampled_from(["09:00", "10:30", "13:00"])
GROUPS = st.lists(st.integers(0, 30), max_size=3)


def session(code: str, **more: Any) -> Session:
    return Session(**{"code": code, "dialogue_code": "D-01", "method": "M2"} | more)


def save(store: Store, *sessions: Session) -> None:
    """Have these sessions and no others in the file."""
    with store.transaction():
        for each in store.sessions.all():
            store.delete(each, by_role=ROLE)
        for code in ("D-01", "D-02"):
            store.save(dialogue(code, title=f"Talks {code}"), by_role=ROLE)
        for each in sessions:
            store.save(each, by_role=ROLE)


@st.composite
def sessions(draw: st.DrawFn) -> list[Session]:
    return [
        session(
            f"CC-{number}",
            dialogue_code=draw(st.sampled_from(["D-01", "D-02"])),
            date=draw(DAYS),
            start=draw(CLOCKS),
            status=draw(STATUSES),
            groups=tuple(
                ParticipantGroup(label=f"G{at}", headcount_planned=heads)
                for at, heads in enumerate(draw(GROUPS))
            ),
        )
        for number in range(draw(st.integers(0, 6)))
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(sessions(), st.integers(-40, 40), st.integers(-40, 40))
def test_sessions_come_by_day_and_hour_with_the_facts_of_their_records(
    store: Store, kept: list[Session], one: int, other: int
) -> None:
    save(store, *kept)
    first, last = (TODAY + timedelta(days=days) for days in sorted((one, other)))
    everything = store.agenda.scheduled()
    in_order = sorted(kept, key=lambda each: (each.date or date.min, each.start or "", each.code))
    assert [
        (each.code, each.dialogue_title, each.day, each.start, each.status, each.groups, each.people)
        for each in everything
    ] == [
        (
            each.code,
            f"Talks {each.dialogue_code}",
            each.date,
            each.start,
            each.status,
            len(each.groups),
            sum(group.headcount_planned for group in each.groups),
        )
        for each in in_order
    ]
    between = [each for each in everything if each.day and first <= each.day <= last]
    assert store.agenda.between(first, last) == between
    of_one = [each for each in everything if each.dialogue_code == "D-02"]
    assert store.agenda.within("D-02").scheduled() == of_one


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(records(Interpreter), records(Facilitator), records(Trip), STATUSES, DAYS)
def test_what_a_session_books_is_what_its_record_books(
    store: Store,
    interpreter: Interpreter,
    facilitator: Facilitator,
    trip: Trip,
    status: SessionStatus,
    day: date | None,
) -> None:
    whole = session("CC-1", date=day, start="09:00", end="12:00", status=status, stop_signal="A cough.")
    whole = replace(whole, interpreters=(interpreter,), facilitators=(facilitator,), trips=(trip,))
    save(store, whole)
    booked = store.agenda.bookings(TODAY)
    if status not in ("planned", "confirmed") or day is None or day < TODAY:
        assert booked == []
    else:
        assert [replace(each, id=whole.id) for each in booked] == [
            replace(whole, dialogue_code="", stop_signal="")
        ]


def test_the_days_of_a_month_are_found_by_an_index(store: Store) -> None:
    asked: list[str] = []
    save(store, session("CC-1", date=TODAY))
    execute = store._connection.execute
    store._connection.execute = lambda sql, *more: asked.append(sql) or execute(sql, *more)  # type: ignore[method-assign, func-returns-value]
    store.agenda.between(TODAY, TODAY)
    [sql] = [each for each in asked if "BETWEEN" in each]
    plans = execute(f"EXPLAIN QUERY PLAN {sql}", (TODAY.isoformat(), TODAY.isoformat()))
    assert [plan for *_, plan in plans if "USING INDEX session_by_status" in plan]
