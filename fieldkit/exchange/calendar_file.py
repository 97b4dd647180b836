"""Appointments for somebody's calendar (iCalendar, RFC 5545), which may be read by whoever has that calendar.

An `Appointment` is the only thing that can be written. What it is about stands in it only where it was asked
for: by itself it has hours and a neutral word, and no field for a person, a place, a title or a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from fieldkit.model.session import Session

if TYPE_CHECKING:  # the library loads when a file is written
    from icalendar import Event, Timezone

PRODUCER = "-//calendar//1//EN"
"""What the format asks for in place of the program's name: a name like ours would tell what the talks are."""

_LAST = date.max.year - 1  # of which the next one can still be told
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a calendar."""

    uid: str  # the same for the same session, and it leads back to nothing
    day: date
    start: str | None  # wall clock; none: the whole day
    end: str | None
    time_zone: str  # IANA name; any other: wherever the calendar is
    summary: str
    place: str = ""  # a kind of place


def appointment(session: Session, summary: str, /, place: str = "") -> Appointment | None:
    """Return the entry of a session that takes or took place on a day, else None.

    One that was cancelled, stopped or postponed has no day any more on which somebody should be there.
    """
    if session.date is None or session.status not in ("planned", "confirmed", "held"):
        return None
    return Appointment(
        uid=str(uuid5(UUID(session.id), "calendar")),
        day=session.date,
        start=session.start,
        end=session.end if session.start else None,
        time_zone=session.time_zone,
        summary=summary,
        place=place,
    )


def write(appointments: Iterable[Appointment], /, *, zones_told: bool = False) -> bytes:
    """Return the entries as a calendar file. The same entries give the same bytes, on any day and machine.

    A time zone tells a country: unless `zones_told`, hours stand in UTC; a calendar shows its own.
    """
    from icalendar import Calendar

    entries = sorted(appointments, key=lambda each: (each.day, each.start or "", each.uid))
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCER)
    for each in entries:
        calendar.add_component(_event(each, zones_told=zones_told))
    zones = sorted(calendar.get_missing_tzids())
    calendar.subcomponents[:0] = [_described(zone, entries) for zone in zones]  # before what names them
    return bytes(calendar.to_ical())


def _described(zone: str, entries: Sequence[Appointment]) -> Timezone:
    """Return the rules of a time zone for the years of these entries."""
    from icalendar import Timezone

    first, last = entries[0].day.year, min(entries[-1].day.year, _LAST)
    made = Timezone.from_tzid(zone, first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
    made.pop("COMMENT", None)  # in the library's own words
    return made


def _event(entry: Appointment, *, zones_told: bool) -> Event:
    """Return an entry that hides its words from others who share the calendar, and takes up its time."""
    from icalendar import Event

    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", datetime.combine(entry.day, time(), UTC))  # nothing of when the file was made
    event.add(
        "DTSTART", entry.day if entry.start is None else _moment(entry, entry.start, zones_told=zones_told)
    )
    if entry.end is not None:
        event.add("DTEND", _moment(entry, entry.end, zones_told=zones_told))
    event.add("SUMMARY", _plain(entry.summary))
    if entry.place:
        event.add("LOCATION", _plain(entry.place))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "OPAQUE")
    return event


def _moment(entry: Appointment, clock: str, *, zones_told: bool) -> datetime:
    """Return an hour at its place; where the zone is not known, an hour of wherever the calendar is."""
    moment = datetime.combine(entry.day, time.fromisoformat(clock), _zone(entry))
    return moment if zones_told or moment.tzinfo is None else moment.astimezone(UTC)


def _zone(entry: Appointment) -> ZoneInfo | None:
    return ZoneInfo(entry.time_zone) if entry.time_zone in _zones() else None


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _plain(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join(text.translate(_CONTROLS).split())
