"""Calendar files: the hours are right, and nothing tells what they are about."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component
from msgspec.structs import replace

from fieldkit.exchange.calendar_file import Appointment, appointment, write
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import SessionStatus
from tests.records import records

ROOT = Path(__file__).parents[2]
DAY = date(2026, 2, 14)
OF_AN_ENTRY = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def session(**more: Any) -> Session:
    usual: dict[str, Any] = {"code": "CC-1", "method": "M2", "date": DAY, "start": "10:00", "end": "13:00"}
    return Session(**usual | {"time_zone": "Asia/Kolkata"} | more)


def written(*sessions: Session, summary: str = "Meeting") -> bytes:
    return write(filter(None, (appointment(each, summary) for each in sessions)))


def told(*sessions: Session) -> bytes:
    """Return the file as it is with details: its zones are told."""
    entries = filter(None, (appointment(each, "Meeting") for each in sessions))
    return write(entries, zones_told=True)


def events(content: bytes) -> list[Component]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def only(*sessions: Session) -> Component:
    [event] = events(written(*sessions))
    return event


@settings(max_examples=60)
@given(records(Session), st.dates(), st.sampled_from(["planned", "confirmed", "held"]))
def test_nothing_of_a_session_shows_but_its_day_its_hours_their_zone_and_that_it_is_on(
    drawn: Session, day: date, status: SessionStatus
) -> None:
    """No person, organisation, place, title or code can be in it: without all of that it is the same."""
    any_session = replace(drawn, date=day, status=status)
    bare = Session(
        code="X",
        method="M1",
        id=any_session.id,
        date=any_session.date,
        start=any_session.start,
        end=any_session.end,
        time_zone=any_session.time_zone,
        status=any_session.status,
    )
    assert written(any_session) == written(bare)
    event = only(any_session)
    assert set(event) <= OF_AN_ENTRY
    assert (event["SUMMARY"], event["CLASS"]) == ("Meeting", "PRIVATE")


@settings(max_examples=60)
@given(
    st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    st.times().map(lambda at: f"{at:%H:%M}"),
    st.sampled_from(["Asia/Kolkata", "Europe/Amsterdam", "Africa/Accra", "America/Sao_Paulo", "UTC"]),
)
def test_an_entry_is_at_the_very_moment_the_session_is(day: date, start: str, zone: str) -> None:
    event = only(session(date=day, start=start, end=None, time_zone=zone))
    wanted = datetime.combine(day, time.fromisoformat(start), ZoneInfo(zone))
    assert event.decoded("DTSTART").astimezone(UTC) == wanted.astimezone(UTC)


def test_the_hours_stand_in_the_zone_of_the_place_where_it_may_be_told() -> None:
    content = told(session()).decode()
    assert "DTSTART;TZID=Asia/Kolkata:20260214T100000" in content
    assert "DTEND;TZID=Asia/Kolkata:20260214T130000" in content
    assert content.index("BEGIN:VTIMEZONE") < content.index("BEGIN:VEVENT")
    assert "TZOFFSETTO:+0530" in content


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "Europe", "Kolkata\r\nX:1"])
def test_where_the_zone_is_not_known_the_hours_float(zone: str) -> None:
    event = only(session(time_zone=zone))
    assert event.decoded("DTSTART") == datetime(2026, 2, 14, 10)
    assert b"TZID" not in written(session(time_zone=zone))


def test_without_hours_the_whole_day_is_taken() -> None:
    event = only(session(start=None, end=None))
    assert event.decoded("DTSTART") == DAY
    assert "DTEND" not in event
    assert only(session(start=None)).decoded("DTSTART") == DAY


def test_without_details_the_hours_tell_no_zone() -> None:
    content = written(session()).decode()
    assert "DTSTART:20260214T043000Z" in content
    assert "Kolkata" not in content
    assert "VTIMEZONE" not in content


def test_where_the_end_is_not_known_the_beginning_stands_alone() -> None:
    event = only(session(end=None))
    assert event.decoded("DTSTART").hour == 4
    assert "DTEND" not in event


@pytest.mark.parametrize("status", ["postponed", "aborted_safety", "cancelled"])
def test_a_session_nobody_should_come_to_is_left_out(status: str) -> None:
    assert events(written(session(status=status), session(date=None))) == []


def test_an_entry_takes_up_time_is_private_and_names_itself_by_nothing_one_could_trace() -> None:
    one, other = session(), session()
    event = only(one)
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "OPAQUE")
    assert event["UID"] == only(replace(one, date=date(2026, 3, 1), code="CC-9"))["UID"]
    assert event["UID"] != only(other)["UID"]
    assert one.id not in written(one).decode()


def test_the_file_tells_neither_when_nor_by_what_it_was_made() -> None:
    content = written(session())
    assert only(session()).decoded("DTSTAMP") == datetime(2026, 2, 14, tzinfo=UTC)
    assert b"fieldkit" not in content.lower()
    assert b"icalendar" not in content.lower()


MADE_THERE = """
import sys
from datetime import date
from fieldkit.exchange.calendar_file import Appointment, write
zones = ("Asia/Kolkata", "Europe/Amsterdam", "Africa/Accra", "Europe/Istanbul")
entries = [
    Appointment(uid=str(at), day=date(2026, 1, 1 + at), start="10:00", end=None, time_zone=zone, summary="M")
    for at, zone in enumerate(zones)
]
sys.stdout.buffer.write(write(entries))
"""


def test_another_process_and_time_zone_give_the_same_bytes() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", MADE_THERE],
            cwd=ROOT, check=True, capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(made) == 1
    assert made.pop().count(b"BEGIN:VEVENT") == 4


LETTERS = st.characters(codec="utf-8")


@settings(max_examples=60)
@given(st.text(LETTERS, min_size=1, max_size=200), st.text(LETTERS, max_size=200))
def test_no_words_break_out_of_the_line_they_stand_in(summary: str, place: str) -> None:
    entry = Appointment(uid="1", day=DAY, start="10:00", end=None, time_zone="", summary=summary, place=place)
    [event] = events(write([entry]))
    assert set(event) <= OF_AN_ENTRY | {"LOCATION"}
    assert str(event["SUMMARY"]).split() == [each for each in _plain(summary).split() if each]
    assert str(event.get("LOCATION", "")).split() == _plain(place).split()


def _plain(text: str) -> str:
    return "".join(" " if ord(each) < 32 or 127 <= ord(each) < 160 else each for each in text)
