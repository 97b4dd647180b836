"""The calendar of a workspace: month, agenda, and the file that leaves for somebody's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar as ReadCalendar

from fieldkit.errors import FileProblem, WrongUse
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Partner
from fieldkit.model.session import Interpreter, ParticipantGroup, Session, Trip, Venue
from fieldkit.model.supply import Site, Supplier
from fieldkit.model.vocabulary import SessionStatus
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace.appointments import Appointments
from fieldkit.workspace.calendar import FIRST_YEAR, LAST_YEAR, Calendar, day_title, month_beside
from fieldkit.workspace.due import Target
from tests.records import full

TODAY = date(2026, 4, 20)  # a Monday
EN, NL = catalogue("en"), catalogue("nl")
ROLE = "coordinator"
SUPPLIER = Supplier(
    code="SUP-03", name="Silver Quay", aliases=("SQ Exports",), country="IN",
    sites=(Site(code="SITE-03b", name="Łódź yard"),),
)  # fmt: skip
PARTNER = Partner(code="PA-01", type="ngo", name="Lantern House")


def dialogue(code: str = "D-01", title: str = "Spring talks") -> Dialogue:
    return Dialogue(code=code, title=title, supplier_code="SUP-03")


def session(code: str = "CC-1", days: int | None = 0, **more: Any) -> Session:
    usual: dict[str, Any] = {"dialogue_code": "D-01", "method": "M2", "time_zone": "Asia/Kolkata"}
    usual |= {"date": None if days is None else TODAY + timedelta(days=days)}
    return Session(code=code, **usual | more)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "state"
    with Store.create(tmp_path / "case.fieldkit", "phrase", cost=WEAKEST, state_folder=folder) as store:
        save(store, SUPPLIER, PARTNER, dialogue(), dialogue("D-02", "Autumn talks"))
        yield store


@pytest.fixture
def calendar(store: Store) -> Calendar:
    return Calendar(store, today=lambda: TODAY)


@pytest.fixture
def appointments(store: Store) -> Appointments:
    return Appointments(store, role=ROLE)


def save(store: Store, *kept: Record) -> None:
    with store.transaction():
        for record in kept:
            store.save(record, by_role=ROLE)


def summaries(content: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in ReadCalendar.from_ical(content).walk("VEVENT")]


def test_a_month_is_shown_in_whole_weeks_with_the_days_of_its_neighbours(
    store: Store, calendar: Calendar
) -> None:
    save(store, session(start="10:00", end="13:00"), session("CC-2"), session("CC-3", days=11))
    view = calendar.month(2026, 4, EN)
    assert (view.title, view.weekdays[0], view.weekdays[-1]) == ("April 2026", "Mon", "Sun")
    assert {len(week) for week in view.weeks} == {7}
    days = {day.day: day for week in view.weeks for day in week}
    assert (min(days), max(days)) == (date(2026, 3, 30), date(2026, 5, 3))
    assert [day.day.month == 4 for day in days.values()] == [day.in_month for day in days.values()]
    assert [day.day for day in days.values() if day.is_today] == [TODAY]
    assert [(each.code, each.hours) for each in days[TODAY].entries] == [
        ("CC-2", ""),
        ("CC-1", "10:00–13:00"),
    ]
    assert [each.code for each in days[date(2026, 5, 1)].entries] == ["CC-3"]


def test_each_day_has_a_name_that_can_be_heard(store: Store, calendar: Calendar) -> None:
    save(store, session(), session("CC-2"), session("CC-3", days=1))
    days = {day.day: day.name for week in calendar.month(2026, 4, EN).weeks for day in week}
    assert days[TODAY] == "20 April 2026, 2 sessions, today"
    assert days[date(2026, 4, 21)] == "21 April 2026, 1 session"
    assert days[date(2026, 4, 22)] == "22 April 2026, no session"
    dutch = {day.day: day.name for week in calendar.month(2026, 4, NL).weeks for day in week}
    assert dutch[TODAY] == "20 april 2026, 2 sessies, vandaag"


def test_weeks_begin_on_the_day_that_is_asked_for(calendar: Calendar) -> None:
    view = calendar.month(2026, 4, EN, first_weekday=6)
    assert view.weekdays[0] == "Sun"
    assert view.weeks[0][0].day == date(2026, 3, 29)


DAYS = st.none() | st.integers(-60, 60)
STATUSES = st.sampled_from(get_args(SessionStatus))
PLANNED = st.lists(st.tuples(DAYS, st.sampled_from(["D-01", "D-02"]), STATUSES), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(PLANNED, st.none() | st.sampled_from(["D-01", "D-02"]))
def test_month_and_agenda_hold_the_same_sessions_each_once_and_in_order(
    store: Store,
    calendar: Calendar,
    planned: list[tuple[int | None, str, SessionStatus]],
    only: str | None,
) -> None:
    with store.transaction():
        for old in store.sessions.all():
            store.delete(old, by_role=ROLE)
        for number, (ahead, code, status) in enumerate(planned):
            save(store, session(f"CC-{number}", ahead, dialogue_code=code, status=status))
    agenda = calendar.agenda(EN, only)
    listed = [each for day in agenda for each in day.entries]
    wanted = {f"CC-{at}" for at, (_, code, _) in enumerate(planned) if only in (None, code)}
    assert sorted(each.code for each in listed) == sorted(wanted)
    assert all(each.day == day.day for day in agenda for each in day.entries)
    days = [day.day for day in agenda]
    assert days == sorted(days, key=lambda day: day or date.min)
    assert len(set(days)) == len(days)
    for month in (3, 4, 5):
        view = calendar.month(2026, month, EN, dialogue_code=only)
        shown = [day for week in view.weeks for day in week]
        assert [each.code for day in shown for each in day.entries] == [
            each.code for each in listed if each.day and shown[0].day <= each.day <= shown[-1].day
        ]


def test_a_session_leads_to_its_board(store: Store, calendar: Calendar) -> None:
    save(
        store, session(groups=(ParticipantGroup(label="G1", headcount_planned=14),), status="aborted_safety")
    )
    [day] = calendar.agenda(EN)
    [entry] = day.entries
    assert entry.target == Target("dialogue", "D-01", "session/CC-1")
    assert (entry.title, entry.groups, entry.people) == ("Spring talks", 1, 14)
    assert entry.status_label == "Stopped for safety"


def test_the_heading_of_a_day_names_the_year_only_where_it_is_another() -> None:
    assert day_title(TODAY, TODAY, EN) == "Monday 20 April"
    assert day_title(date(2027, 1, 2), TODAY, NL) == "Zaterdag 2 januari 2027"
    assert day_title(None, TODAY, EN) == "No day yet"


def test_who_and_what_is_wanted_twice_at_one_time_is_told_of_sessions_ahead(
    store: Store, calendar: Calendar
) -> None:
    interpreter = Interpreter(code="Int-2", from_lang="hi", to_lang="en")
    jeep = Trip(leg="both", mode="bus", pick_up_point="market", vehicle_code="Jeep-1")
    hours: dict[str, Any] = {
        "start": "10:00",
        "end": "13:00",
        "interpreters": (interpreter,),
        "trips": (jeep,),
    }
    save(
        store,
        session("CC-1", **hours),
        session("CC-2", dialogue_code="D-02", **hours),
        session("CC-3", **hours | {"start": "14:00", "end": "15:00"}),
        session("CC-4", -1, **hours),
        session("CC-5", -1, **hours),
    )
    told = {each.code: each.clashes for day in calendar.agenda(EN, "D-01") for each in day.entries}
    assert told["CC-1"] == (
        "Int-2 interprets in CC-2 at the same time.",
        "Jeep-1 drives for CC-2 at the same time.",
    )
    assert (told["CC-3"], told["CC-4"], told["CC-5"]) == ((), (), ())


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), st.integers(-60, 60))
def test_leafing_through_months_goes_as_far_as_asked_and_stays_within_the_years(
    day: date, months: int
) -> None:
    there = month_beside(day, months)
    assert there.day == 1
    assert FIRST_YEAR <= there.year <= LAST_YEAR
    gone = (there.year - day.year) * 12 + there.month - day.month
    at_an_end = (there.year, there.month) in ((FIRST_YEAR, 1), (LAST_YEAR, 12))
    assert gone == months or at_an_end


def test_dialogues_are_offered_by_their_titles(calendar: Calendar) -> None:
    assert calendar.dialogues() == (("D-02", "Autumn talks"), ("D-01", "Spring talks"))


MARK = "Qx7Zmark"
NAMED_KINDS = (Supplier, Partner, Dialogue, Session)


@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_a_calendar_file_holds_nothing_of_what_this_workspace_knows(tmp_path: Path, words: Any) -> None:
    """Every field of every record that is free to be anything says the same word, which is nowhere in it."""
    with Store.create(tmp_path / "full.fieldkit", "phrase", cost=WEAKEST) as store:
        save(store, *(full(kind, MARK) for kind in NAMED_KINDS))
        shown = session("CC-1", dialogue_code=MARK, venue=Venue(code=MARK, type="community_hall"))
        save(store, shown, Dialogue(code="D-09", title=MARK, supplier_code=MARK))
        content = Appointments(store, role=ROLE).file(None, words)
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert summaries(content)[0] == words.say("Meeting")
    assert MARK not in unfolded
    assert "CC-1" not in unfolded
    assert "hall" not in unfolded.lower()


def test_with_details_title_code_and_kind_of_venue_are_told(store: Store, appointments: Appointments) -> None:
    save(store, session(venue=Venue(type="community_hall")), session("CC-2", venue=Venue(type="other")))
    content = appointments.file("D-01", EN, with_details=True)
    assert sorted(summaries(content)) == ["Spring talks (CC-1)", "Spring talks (CC-2)"]
    places = [event.get("LOCATION") for event in ReadCalendar.from_ical(content).walk("VEVENT")]
    assert sorted(map(str, places)) == ["Community hall", "None"]


@pytest.mark.parametrize(
    "title", ["Talks at Silver Quay", "sq exports", "The Lodz yard", "With Lantern House"]
)
def test_a_title_that_names_somebody_stays_out_even_with_details(
    store: Store, appointments: Appointments, title: str
) -> None:
    save(store, dialogue(title=title), session())
    assert summaries(appointments.file("D-01", EN, with_details=True)) == ["CC-1"]


def test_a_file_is_of_one_dialogue_or_of_all(store: Store, appointments: Appointments) -> None:
    save(store, session(), session("CC-2", dialogue_code="D-02"))
    assert len(summaries(appointments.file("D-02", EN))) == 1
    assert len(summaries(appointments.file(None, EN))) == 2
    with pytest.raises(WrongUse):
        appointments.file("D-99", EN)


def test_the_history_tells_that_a_calendar_file_left(
    store: Store, appointments: Appointments, tmp_path: Path
) -> None:
    save(store, session())
    out = tmp_path / "calendar.ics"
    with appointments.beside() as beside:
        assert beside.write_file(out, "D-01", EN) == len(out.read_bytes())
        beside.write_file(out, None, EN)
    told = [(each.kind, each.code, each.by_role) for each in store.history.exports()]
    assert told == [("calendar", code, ROLE) for code in ("D-01", "D-01", "D-02")]


def test_a_file_that_cannot_be_written_leaves_no_trace(
    store: Store, appointments: Appointments, tmp_path: Path
) -> None:
    with pytest.raises(FileProblem):
        appointments.write_file(tmp_path / "nowhere" / "calendar.ics", "D-01", EN)
    with pytest.raises(FileProblem):
        appointments.write_file(store.path, "D-01", EN)
    assert store.history.exports() == []
