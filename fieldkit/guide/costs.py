"""What a session costs: lines, totals per currency, and amounts that follow from others (EX2, RQ-052).

Money is in minor units; amounts of two currencies are never added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec
from msgspec.structs import replace

from fieldkit.model.field import Money
from fieldkit.model.session import Compensation, Session

CostKind = Literal["compensation", "transport", "meal", "childcare", "interpreter", "other"]

_FOR_TIME = ("lost_wage", "time_at_fair_rate", "fixed_stipend", "in_kind")


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """One line of what a session costs."""

    kind: CostKind
    item: str  # basis of a compensation, leg of a trip, code of an interpreter; else in somebody's own words
    amount: Money
    per_person: Money | None = None
    heads: int | None = None
    rate_to_eur: Decimal | None = None  # euro for one unit of the currency, where the session knows one
    payer: str = ""


def lines(session: Session, /) -> tuple[Cost, ...]:
    """Return every line of what a session costs, in the order of the board."""
    rates = {each.amount.currency: each.rate_to_eur for each in session.cost_lines if each.rate_to_eur}
    return tuple(
        replace(each, rate_to_eur=each.rate_to_eur or rates.get(each.amount.currency))
        for each in _lines(session)
    )


def totals(costs: Iterable[Cost], /) -> tuple[Money, ...]:
    """Return the sum of the lines in each currency, in the order in which the currencies come."""
    sums: dict[str, int] = {}
    for each in costs:
        sums[each.amount.currency] = sums.get(each.amount.currency, 0) + each.amount.minor
    return tuple(Money(minor=minor, currency=currency) for currency, minor in sums.items())


def total(compensation: Compensation, /) -> Money | None:
    """Return what a compensation comes to for everybody; None while the amount a head is not known."""
    each = per_person(compensation)
    return None if each is None else Money(minor=each.minor * compensation.headcount, currency=each.currency)


def per_person(compensation: Compensation, /) -> Money | None:
    """Return the amount a head: as it was set, else hours at their rate, rounded to whole minor units."""
    if compensation.amount_per_person is not None:
        return compensation.amount_per_person
    if compensation.hours is None or compensation.rate is None:
        return None
    minor = (compensation.hours * compensation.rate.minor).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Money(minor=int(minor), currency=compensation.rate.currency)


def paid_for_time(session: Session, /) -> int:
    """Return for how many people their time is paid, in money or in kind."""
    return sum(each.headcount for each in session.compensations if each.basis in _FOR_TIME)


def followed(before: Session, after: Session, /) -> Session:
    """Return a session after an edit, with the figures that follow from what changed.

    Heads that stood at the number of people go with it; totals are amounts times heads; hours and rate give
    the amount a head until somebody sets another.
    """
    pay = tuple(_followed(each, before, after) for each in after.compensations)
    meals = tuple(replace(each, persons=_with_people(each.persons, before, after)) for each in after.meals)
    return replace(after, compensations=pay, meals=meals)


def currency(session: Session, /) -> str | None:
    """Return the currency the first amount of a session is in; None while it has no amount."""
    amounts = (each for each in _amounts(session) if each is not None)
    return next((each.currency for each in amounts), None)


def _amounts(session: Session) -> Iterator[Money | None]:
    for pay in session.compensations:
        yield from (pay.amount_per_person, pay.rate)
    yield from (trip.cost for trip in session.trips)
    yield from (meal.cost for meal in session.meals)
    yield session.childcare.cost
    yield from (each.pay for each in session.interpreters)
    yield from (each.amount for each in session.cost_lines)


def _followed(compensation: Compensation, before: Session, after: Session) -> Compensation:
    heads = compensation.headcount
    if before.expected != after.expected and heads == before.expected:
        heads = after.expected
    moved = replace(compensation, headcount=heads)
    return replace(moved, total=total(moved))


def _with_people(persons: int, before: Session, after: Session) -> int:
    return max(0, persons + after.expected - before.expected) if persons >= before.expected > 0 else persons


def _lines(session: Session) -> Iterator[Cost]:
    for pay in session.compensations:
        if (amount := total(pay)) is not None:
            heads = pay.headcount
            yield Cost(
                kind="compensation", item=pay.basis, amount=amount, per_person=per_person(pay), heads=heads
            )
    for trip in session.trips:
        yield from _line("transport", trip.leg, trip.cost)
    for meal in session.meals:
        yield from _line("meal", meal.type, meal.cost, heads=meal.persons)
    yield from _line("childcare", "", session.childcare.cost, heads=session.childcare.needed)
    for interpreter in session.interpreters:
        yield from _line("interpreter", interpreter.code, interpreter.pay)
    for line in session.cost_lines:
        yield Cost(
            kind="other", item=line.item, amount=line.amount, rate_to_eur=line.rate_to_eur, payer=line.payer
        )


def _line(kind: CostKind, item: str, amount: Money | None, heads: int | None = None) -> Iterator[Cost]:
    if amount is not None:
        yield Cost(kind=kind, item=item, amount=amount, heads=heads)
