"""The day itself: place, hours, stop signal, ways there and back, pay for time (SC-15, 16, 18, 19, 28)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from fieldkit.guide import costs
from fieldkit.guide.situation import Lack, Situation
from fieldkit.model.session import Compensation, Session, Trip
from fieldkit.model.vocabulary import RiskLevel

LEAST_REASON = 15
"""Characters of a reason that can be weighed (`02` section 2.7)."""

_TRACE_COUNTS: tuple[RiskLevel, ...] = ("medium", "high", "unknown")
_LEAVES_TRACE = ("bank_transfer", "payroll")
DRIVEN = ("bus", "shared_taxi")
"""Means of travel with seats of ours and somebody who drives."""

_AT_HOME = ("household", "phone", "survey_wave", "complaint_batch")


def place_is_safe(situation: Situation, /) -> Iterator[Lack]:
    """SC-15: whatever was ticked, a place the employer can see is none."""
    if situation.session.venue.visible_from_employer == "yes":
        yield Lack(code="venue_in_sight", section="when_where", field="venue.visible_from_employer")


def day_is_set(situation: Situation, /) -> Iterator[Lack]:
    """SC-16 can only be judged of a day and hours; a day that has passed is no day to plan for."""
    session = situation.session
    if session.date is None:
        yield Lack(code="day_missing", section="when_where", field="date")
    elif session.date < situation.today and session.status in ("planned", "postponed"):
        yield Lack(code="day_has_passed", section="when_where", field="date")
    if session.start is None or session.end is None:
        field = "start" if session.start is None else "end"
        yield Lack(code="hours_missing", section="when_where", field=field)


def can_be_stopped(situation: Situation, /) -> Iterator[Lack]:
    """SC-28: there is a signal to stop, and a way to break off."""
    for field, code in (("stop_signal", "stop_signal_missing"), ("abort_plan", "abort_plan_missing")):
        if not getattr(situation.session, field).strip():
            yield Lack(code=code, section="when_where", field=field)


def paid_safely(situation: Situation, /) -> Iterator[Lack]:
    """SC-18: everybody's time is paid, whatever is said, as agreed with the partner, without a trace."""
    session = situation.session
    if not session.compensations:
        yield Lack(code="compensation_missing", section="compensation", field="compensations")
        return
    unpaid = [each for each in session.compensations if each.basis == "none"]
    paid = costs.paid_for_time(session) + sum(each.headcount for each in unpaid)
    if len(unpaid) < len(session.compensations) and paid < session.invited:
        yield _pay(0, "headcount", "pay_for_fewer", paid=paid, people=session.invited)
    for place, each in enumerate(session.compensations):
        yield from _unpaid(place, each) if each.basis == "none" else _paid(place, each, situation.risk)


def _unpaid(place: int, pay: Compensation) -> Iterator[Lack]:
    if len(pay.reason.strip()) < LEAST_REASON:
        yield _pay(place, "reason", "no_pay_without_reason", least=LEAST_REASON)
    if pay.agreed_with_partner != "yes":
        yield _pay(place, "agreed_with_partner", "pay_not_agreed")


def _paid(place: int, pay: Compensation, risk: RiskLevel) -> Iterator[Lack]:
    amount = costs.per_person(pay)
    if amount is None or amount.minor == 0:
        yield _pay(place, "amount_per_person", "amount_missing")
    if pay.agreed_with_partner != "yes":
        yield _pay(place, "agreed_with_partner", "pay_not_agreed")
    if pay.announced_before != "yes":
        yield _pay(place, "announced_before", "pay_not_announced")
    if pay.paid_even_if_leaves != "yes":
        yield _pay(place, "paid_even_if_leaves", "pay_depends_on_talk")
    if pay.trace_level == "unknown":
        yield _pay(place, "trace_level", "trace_unknown")
    if risk in _TRACE_COUNTS:
        if pay.method in _LEAVES_TRACE:
            yield _pay(place, "method", "payment_through_records")
        elif pay.trace_level == "visible":
            yield _pay(place, "trace_level", "payment_shows")


def _pay(place: int, field: str, code: str, **data: object) -> Lack:
    return Lack(code=code, section="compensation", field=f"compensations[{place}].{field}", data=data)


def comes_to_them(session: Session, /) -> bool:
    """Return whether nobody has to travel: people are heard at home, or from where they are."""
    return not session.trips and (session.venue.type == "home" or session.form in _AT_HOME)


def ways_arranged(situation: Situation, /) -> Iterator[Lack]:
    """SC-19: a way there and back for everybody, not from the workplace, with drivers one can trust."""
    session = situation.session
    for leg in ("to", "back"):
        yield from _leg(session, leg)
    for place, trip in enumerate(session.trips):
        if trip.pick_up_point == "workplace":
            yield _way(place, "pick_up_point", "picked_up_at_work")
        if trip.mode in DRIVEN and trip.driver_screened != "yes":
            yield _way(place, "driver_screened", "driver_not_screened")
        if trip.leg != "to":
            yield from _home_in_time(place, trip, session)


def _leg(session: Session, leg: Literal["to", "back"]) -> Iterator[Lack]:
    trips = [each for each in session.trips if each.leg in (leg, "both")]
    if not trips:
        code = "no_way_there" if leg == "to" else "no_way_back"
        yield Lack(code=code, section="transport", field="trips")
    seats = sum(each.seats for each in trips)
    if trips and all(each.mode in DRIVEN for each in trips) and seats < session.invited:
        code = "few_seats_there" if leg == "to" else "few_seats_back"
        place = session.trips.index(trips[0])
        yield _way(place, "seats", code, seats=seats, people=session.invited)


def _home_in_time(place: int, trip: Trip, session: Session) -> Iterator[Lack]:
    if trip.back_before is None:
        yield _way(place, "back_before", "home_by_missing")
    elif session.end is not None and trip.back_before <= session.end:
        yield _way(place, "back_before", "home_before_the_end")


def _way(place: int, field: str, code: str, **data: object) -> Lack:
    return Lack(code=code, section="transport", field=f"trips[{place}].{field}", data=data)
