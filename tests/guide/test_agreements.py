"""What to mind about an agreement with a partner (M2-CAU1, RQ-042, RQ-044)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.errors import Reason
from fieldkit.guide.agreements import (
    after_months,
    ends,
    in_force,
    leaves_partner_free,
    pace_remarks,
    remarks,
)
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement

TODAY = date(2026, 2, 14)
SOUND = Agreement(
    code="AG-01",
    partner_code="PA-01",
    start=date(2025, 10, 1),
    months=36,
    no_interference="yes",
    pace_set_by_partner="yes",
    review_date=date(2026, 10, 1),
    exit_terms="Six months' notice.",
)


def codes(agreement: Agreement) -> list[tuple[str, str]]:
    return [(reason.subject, reason.code) for reason in remarks(agreement, TODAY)]


def test_a_sound_agreement_gets_no_remark() -> None:
    assert remarks(SOUND, TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"months": 23}, "months", "agreement_short"),
        ({"months": None}, "months", "agreement_without_length"),
        ({"no_interference": "no"}, "no_interference", "interference_open"),
        ({"no_interference": None}, "no_interference", "interference_open"),
        ({"pace_set_by_partner": "no"}, "pace_set_by_partner", "pace_open"),
        ({"review_date": date(2026, 2, 13)}, "review_date", "review_passed"),
        ({"start": date(2023, 2, 1)}, "months", "agreement_ended"),
        ({"exit_terms": " "}, "exit_terms", "exit_terms_missing"),
    ],
)
def test_each_weak_point_is_named_at_its_field(changes: dict[str, object], field: str, code: str) -> None:
    assert codes(replace(SOUND, **changes)) == [(field, code)]


def test_the_shortest_cooperation_of_24_months_is_long_enough() -> None:
    assert codes(replace(SOUND, months=24)) == []
    [short] = remarks(replace(SOUND, months=6), TODAY)
    assert short == Reason("M2-CAU1", "months", "agreement_short", least=24)


def test_the_day_of_review_and_the_last_day_have_not_passed() -> None:
    assert codes(replace(SOUND, review_date=TODAY)) == []
    assert codes(replace(SOUND, start=date(2024, 2, 14), months=24)) == []


def test_a_pace_that_is_not_the_partners_is_rq_044() -> None:
    [reason] = remarks(replace(SOUND, pace_set_by_partner=None), TODAY)
    assert reason.rule == "RQ-044"


def test_a_decision_that_waits_for_insights_is_told_where_the_pace_is_not_the_partners_rq_044() -> None:
    dialogue = Dialogue(
        code="D-01",
        title="Stone",
        supplier_code="SUP-03",
        partner_codes=("PA-01",),
        decision_due=date(2026, 6, 30),
    )
    rushed = replace(SOUND, pace_set_by_partner="no")
    assert pace_remarks(dialogue, (rushed,)) == (Reason("RQ-044", "decision_due", "date_before_pace"),)
    assert pace_remarks(dialogue, (SOUND,)) == ()
    assert pace_remarks(replace(dialogue, decision_due=None), (rushed,)) == ()
    assert pace_remarks(dialogue, (replace(rushed, partner_code="PA-02"),)) == ()


def test_the_partner_is_free_only_without_steering_and_at_its_own_pace_sc_07() -> None:
    assert leaves_partner_free(SOUND)
    assert not leaves_partner_free(replace(SOUND, no_interference=None))
    assert not leaves_partner_free(replace(SOUND, pace_set_by_partner="no"))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 10, 1), 36, date(2028, 10, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2026, 2, 14), 0, date(2026, 2, 14)),
    ],
)
def test_an_agreement_ends_its_months_after_the_start(start: date, months: int, end: date) -> None:
    assert ends(replace(SOUND, start=start, months=months)) == end


def test_an_agreement_without_start_or_length_has_no_end_and_stays_in_force() -> None:
    for endless in (replace(SOUND, start=None), replace(SOUND, months=None)):
        assert ends(endless) is None
        assert in_force(endless, date.max)


@given(st.dates(), st.integers(0, 1_000_000))
def test_months_on_never_fail_and_never_go_back(day: date, months: int) -> None:
    later = after_months(day, months)
    assert later is None or (
        later >= day and (later.year - day.year) * 12 + later.month - day.month == months
    )
