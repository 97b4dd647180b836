from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.guide import costs
from fieldkit.model.field import Money
from fieldkit.model.session import Compensation, CostLine, ParticipantGroup, Session
from tests.guide.ready import first, ready

SESSION = ready().session

money = st.builds(Money, minor=st.integers(0, 10**9), currency=st.sampled_from(["EUR", "INR", "GHS"]))


def inr(units: int) -> Money:
    return Money(minor=units * 100, currency="INR")


def test_the_stone_yard_session_costs_what_the_seed_document_says() -> None:
    """EX2: INR 450 for 26 people is INR 11 700, the refund of travel INR 1 560."""
    lines = [each for each in costs.lines(SESSION) if each.kind == "compensation"]
    assert [each.amount for each in lines] == [inr(11_700), inr(1_560)]
    assert costs.totals(lines) == (inr(13_260),)


def test_a_line_of_every_kind_is_there_with_its_rate() -> None:
    lines = costs.lines(SESSION)
    assert {each.kind for each in lines} == {
        "compensation", "transport", "meal", "childcare", "interpreter", "other",
    }  # fmt: skip
    assert {each.rate_to_eur for each in lines} == {Decimal("0.0098")}  # one line knows the rate of the rupee


def test_hours_at_their_rate_give_the_amount_until_somebody_sets_one() -> None:
    pay = Compensation(
        basis="lost_wage", hours=Decimal("3.5"), rate=Money(minor=11_250, currency="INR"), headcount=2
    )
    assert costs.per_person(pay) == Money(minor=39_375, currency="INR")
    assert costs.total(pay) == Money(minor=78_750, currency="INR")
    assert costs.per_person(replace(pay, amount_per_person=inr(400))) == inr(400)
    assert costs.total(replace(pay, rate=None)) is None
    odd = replace(pay, hours=Decimal("0.5"), rate=Money(minor=1, currency="INR"))
    assert costs.per_person(odd) == Money(minor=1, currency="INR")  # half a paisa is rounded up


def test_heads_and_totals_follow_the_groups_until_somebody_sets_them_apart() -> None:
    more = replace(SESSION, groups=first(SESSION.groups, headcount_planned=20, headcount_present=20))
    after = costs.followed(SESSION, more)
    assert [each.headcount for each in after.compensations] == [32, 32]
    assert [each.total for each in after.compensations] == [inr(14_400), inr(1_920)]
    assert after.meals[0].persons == SESSION.meals[0].persons + 6
    apart = replace(SESSION, compensations=first(SESSION.compensations, headcount=10))
    assert costs.followed(apart, replace(apart, groups=more.groups)).compensations[0].headcount == 10


def test_an_amount_typed_anew_is_in_the_total_at_once() -> None:
    typed = replace(SESSION, compensations=first(SESSION.compensations, amount_per_person=inr(500)))
    assert costs.followed(SESSION, typed).compensations[0].total == inr(13_000)


def test_those_paid_for_their_time_are_counted_once() -> None:
    assert costs.paid_for_time(SESSION) == 26  # the refund of travel is no pay for time


@settings(max_examples=60)
@given(st.lists(money, max_size=8), st.lists(st.tuples(money, st.integers(0, 500)), max_size=4))
def test_totals_add_each_currency_by_itself(amounts: list[Money], pay: list[tuple[Money, int]]) -> None:
    session = Session(
        code="CC-2026-01",
        method="M2",
        cost_lines=tuple(CostLine(item="Hall", amount=each) for each in amounts),
        compensations=tuple(
            Compensation(basis="lost_wage", amount_per_person=each, headcount=heads) for each, heads in pay
        ),
    )
    expected: defaultdict[str, int] = defaultdict(int)
    for each, times in [*((each, 1) for each in amounts), *pay]:
        expected[each.currency] += each.minor * times
    found = costs.totals(costs.lines(session))
    assert {each.currency: each.minor for each in found} == dict(expected)


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 50), min_size=1, max_size=4), st.lists(st.integers(0, 50), min_size=1, max_size=4)
)
def test_what_stood_at_the_number_of_people_stays_at_it(before: list[int], after: list[int]) -> None:
    def session(heads: list[int]) -> Session:
        groups = (ParticipantGroup(label=f"G{at}", headcount_planned=each) for at, each in enumerate(heads))
        pay = Compensation(basis="lost_wage", amount_per_person=inr(1), headcount=sum(before))
        return Session(code="CC-2026-01", method="M2", groups=tuple(groups), compensations=(pay,))

    [pay] = costs.followed(session(before), session(after)).compensations
    assert (pay.headcount, pay.total) == (sum(after), inr(sum(after)))
