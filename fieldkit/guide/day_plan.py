"""The day of a session as points in time, from the first pick-up to word that all are home (RQ-059).

Times are wall clock at the place. What the session does not say has no time: it is set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from fieldkit.model.session import Meal, Session, Trip
from fieldkit.model.vocabulary import MealTime, SessionForm

PointKind = Literal[
    "way_there", "room", "look", "children", "meal", "welcome", "consent", "round", "break", "closing",
    "payment", "way_home", "report", "opens", "closes",
]  # fmt: skip

FACE_TO_FACE: tuple[SessionForm, ...] = ("group", "individual", "household", "audit_talk")
"""Forms for which people come together in a place."""

WITHOUT_A_TALK: tuple[SessionForm, ...] = ("survey_wave", "complaint_batch")

_MINUTES_BEFORE = {"room": 30, "look": 10, "children": 5}
_SHORT = 90  # minutes: a talk shorter than this takes the small steps quicker
_SHORTEST = 40  # minutes: below this only its start and end have a time
_BREAK = 15  # minutes
_MOST_BREAKS = 8
_ROUND_TO = 5  # minutes


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One point of the day."""

    kind: PointKind
    at: int | None = None  # minutes after midnight; None: to be written by hand
    trip: Trip | None = None
    meal: Meal | None = None
    number: int = 0  # of a round, from 1
    of: int = 0  # rounds

    @property
    def clock(self) -> str:
        """Return the time as people write it, or nothing."""
        return "" if self.at is None else f"{self.at // 60:02}:{self.at % 60:02}"


def day_plan(session: Session, /) -> tuple[Point, ...]:
    """Return the points of the day in their order; one without a time keeps its place among the others."""
    if session.form in WITHOUT_A_TALK:
        return tuple(_without_a_talk(session))
    natural = [*_before(session), *_talk(session), *_after(session)]
    return tuple(_in_order(natural))


def _without_a_talk(session: Session) -> Iterator[Point]:
    """Yield when answers or complaints may come in; nobody meets, so nobody has to get home."""
    yield Point(kind="opens", at=_minutes(session.start))
    yield Point(kind="closes", at=_minutes(session.end))
    yield Point(kind="report")


def _before(session: Session) -> Iterator[Point]:
    start = _minutes(session.start)
    for trip in session.trips:
        if trip.leg in ("to", "both"):
            yield Point(kind="way_there", at=_minutes(trip.leaves_at), trip=trip)
    if session.form in FACE_TO_FACE:
        yield Point(kind="room", at=_earlier(start, "room"))
    yield from _meals(session, "before")
    yield Point(kind="look", at=_earlier(start, "look"))
    if session.childcare.needed:
        yield Point(kind="children", at=_earlier(start, "children"))


def _talk(session: Session) -> Iterator[Point]:
    start, end = _minutes(session.start), _end(session)
    known = None not in (start, end) and (end or 0) - (start or 0) >= _SHORTEST
    short = (end or 0) - (start or 0) < _SHORT
    opening, asking, closing, paying = (5, 5, 10, 5) if short else (15, 10, 25, 10)
    yield Point(kind="welcome", at=start)
    yield Point(kind="consent", at=(start or 0) + opening if known else None)
    first, last = (start or 0) + opening + asking, (end or 0) - closing
    yield from _rounds(session, (first, last) if known else None)
    yield Point(kind="closing", at=last if known else None)
    if any(each.basis != "none" for each in session.compensations):
        yield Point(kind="payment", at=(end or 0) - paying if known else None)


def _rounds(session: Session, span: tuple[int, int] | None) -> Iterator[Point]:
    """Yield the rounds of the talk with the breaks between them, all rounds of one length.

    Breaks for which the talk is too short have no time.
    """
    breaks = min(session.breaks or 0, _MOST_BREAKS)
    each = (span[1] - span[0] - breaks * _BREAK) / (breaks + 1) if span else 0
    meals = list(_meals(session, "during"))
    for number in range(breaks + 1):
        begins = span[0] + number * (each + _BREAK) if span and each >= _ROUND_TO else None
        yield Point(kind="round", at=_rounded(begins), number=number + 1, of=breaks + 1)
        if number < breaks:
            yield Point(kind="break", at=_rounded(None if begins is None else begins + each))
        if number == 0:
            yield from meals


def _after(session: Session) -> Iterator[Point]:
    yield from (msgspec.structs.replace(each, at=_end(session)) for each in _meals(session, "after"))
    homes = [trip for trip in session.trips if trip.leg in ("back", "both")]
    for trip in homes:
        yield Point(kind="way_home", at=_minutes(trip.leaves_at) if trip.leg == "back" else None, trip=trip)
    known = [minutes for trip in homes if (minutes := _minutes(trip.back_before)) is not None]
    yield Point(kind="report", at=max(known, default=None))


def _meals(session: Session, time: MealTime) -> Iterator[Point]:
    return (Point(kind="meal", meal=meal) for meal in session.meals if meal.time == time)


def _end(session: Session) -> int | None:
    """Return when the talk ends: by the clock, or once it has lasted as long as it may."""
    start, end = _minutes(session.start), _minutes(session.end)
    longest = start + session.max_minutes if start is not None and session.max_minutes else None
    known = [minutes for minutes in (end, longest) if minutes is not None and minutes < 24 * 60]
    return min(known, default=None)


def _in_order(natural: list[Point]) -> Iterator[Point]:
    """Yield points by their time; one without a time follows the one it followed."""
    last, keyed = -1, []
    for place, point in enumerate(natural):
        last = last if point.at is None else point.at
        keyed.append((last, place, point))
    return (point for _, _, point in sorted(keyed, key=lambda each: each[:2]))


def _earlier(start: int | None, kind: str) -> int | None:
    return None if start is None else max(0, start - _MINUTES_BEFORE[kind])


def _rounded(minutes: float | None) -> int | None:
    return None if minutes is None else int(minutes // _ROUND_TO) * _ROUND_TO


def _minutes(clock: str | None) -> int | None:
    return None if clock is None else int(clock[:2]) * 60 + int(clock[3:])
