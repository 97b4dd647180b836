"""Who and what is asked for twice at one time: interpreters, facilitators, vehicles (RQ-051, RQ-056, RQ-057).

Codes are kept by each coordinator, so one code may mean two people: a clash is shown, and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from fieldkit.model.session import Session

Booked = Literal["interpreter", "facilitator", "vehicle"]

RULES: dict[Booked, str] = {"interpreter": "RQ-056", "facilitator": "RQ-051", "vehicle": "RQ-057"}


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that two sessions want at one time."""

    kind: Booked
    code: str
    place: int  # among the interpreters, facilitators or trips of the session
    other: str  # code of the other session


def clashes(session: Session, others: Iterable[Session], /) -> tuple[Clash, ...]:
    """Return what a session shares with others at its own time; only sessions that lie ahead want anything.

    A session without hours may take the whole of its day.
    """
    if not _wants(session):
        return ()
    meeting = (each for each in others if each.code != session.code and _wants(each) and _meet(session, each))
    return tuple(clash for other in meeting for clash in _shared(session, other))


def _shared(session: Session, other: Session) -> Iterator[Clash]:
    theirs = set(_booked(other))
    seen = set()
    for place, (kind, code) in _each_booked(session):
        if (kind, code) in theirs and (kind, code) not in seen:
            seen.add((kind, code))
            yield Clash(kind=kind, code=code, place=place, other=other.code)


def _each_booked(session: Session) -> Iterator[tuple[int, tuple[Booked, str]]]:
    """Yield whom and what a session books, each with its place in its own list."""
    for place, interpreter in enumerate(session.interpreters):
        yield place, ("interpreter", interpreter.code)
    for place, facilitator in enumerate(session.facilitators):
        yield place, ("facilitator", facilitator.code)
    for place, trip in enumerate(session.trips):
        if trip.vehicle_code is not None:
            yield place, ("vehicle", trip.vehicle_code)


def _booked(session: Session) -> Iterator[tuple[Booked, str]]:
    return (each for _, each in _each_booked(session))


def _wants(session: Session) -> bool:
    return session.date is not None and session.status in ("planned", "confirmed")


def _meet(one: Session, other: Session) -> bool:
    if one.date != other.date:
        return False
    begin, end = (
        max(one.start or "00:00", other.start or "00:00"),
        min(one.end or "24:00", other.end or "24:00"),
    )
    return begin < end
