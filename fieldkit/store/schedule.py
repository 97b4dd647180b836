"""Sessions as a calendar shows them, and what they book: rows into records, the long ones left unread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

import msgspec

from fieldkit.model.session import Facilitator, Interpreter, Session, Trip
from fieldkit.model.vocabulary import SessionStatus
from fieldkit.store.connection import Row

SCHEDULED = 'SELECT code, dialogue_code, date, start, "end", status, groups FROM session'
BOOKED = 'SELECT code, method, date, start, "end", status, interpreters, facilitators, trips FROM session'

ANY_STATUS = f"status IN ({', '.join(repr(status) for status in get_args(SessionStatus))})"
"""True of every session; it leads the database to the index that ends in the day."""


class Scheduled(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A session as a calendar shows it."""

    code: str
    dialogue_code: str
    dialogue_title: str
    day: date | None
    start: str | None  # wall clock at the place
    end: str | None
    status: SessionStatus
    groups: int
    people: int  # planned, in all groups together


class _Heads(msgspec.Struct, frozen=True):
    headcount_planned: int = 0


_HEADS = msgspec.json.Decoder(tuple[_Heads, ...]).decode
_INTERPRETERS = msgspec.json.Decoder(tuple[Interpreter, ...]).decode
_FACILITATORS = msgspec.json.Decoder(tuple[Facilitator, ...]).decode
_TRIPS = msgspec.json.Decoder(tuple[Trip, ...]).decode


def scheduled(rows: Iterable[Row], titles: Mapping[str, str], /) -> list[Scheduled]:
    """Return rows of `SCHEDULED` as records, by day and hour; `titles` are those of the dialogues.

    They are put in order here: the database would sort whole rows, and wipe each piece of memory for it.
    """
    found = [
        Scheduled(
            code=code,
            dialogue_code=dialogue,
            dialogue_title=titles[dialogue],
            day=_day(day),
            start=start,
            end=end,
            status=status,
            groups=len(heads := _HEADS(groups)),
            people=sum([each.headcount_planned for each in heads]),
        )
        for code, dialogue, day, start, end, status, groups in rows
    ]
    return sorted(found, key=lambda each: (each.day or date.min, each.start or "", each.code))


def booked(rows: Iterable[Row], /) -> list[Session]:
    """Return rows of `BOOKED` as sessions that hold only when they are, and whom and what they book."""
    return [
        Session(
            code=code,
            method=method,
            date=_day(day),
            start=start,
            end=end,
            status=status,
            interpreters=_INTERPRETERS(interpreters),
            facilitators=_FACILITATORS(facilitators),
            trips=_TRIPS(trips),
        )
        for code, method, day, start, end, status, interpreters, facilitators, trips in rows
    ]


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
