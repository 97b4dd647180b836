"""What must be there before a method is chosen and planning may start (gate G0)."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.guide.method_reasons import flags
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import advise
from fieldkit.guide.preparation import (
    Need,
    first_usable,
    needs,
    needs_reason,
    off_rule,
)
from fieldkit.guide.site_questions import effective, sections
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue, MethodUse
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import CheckAnswer
from fieldkit.model.supply import Site, Supplier
from fieldkit.model.vocabulary import Barrier, Method
from fieldkit.text import sentences
from tests.guide.method_samples import SCENARIOS
from tests.guide.test_method_promises import EVERY_ANSWER
from tests.records import records

TODAY = date(2026, 2, 14)
SAMPLE = json.loads(files("resources").joinpath("sample", "natural_stone.json").read_bytes())
SUPPLIER = msgspec.convert(SAMPLE["suppliers"][0], Supplier)
PARTNERS = tuple(msgspec.convert(each, Partner) for each in SAMPLE["partners"])
AGREEMENTS = tuple(msgspec.convert(each, Agreement) for each in SAMPLE["agreements"])
ASSESSMENT = msgspec.convert(SAMPLE["assessment"], Assessment)


def answered(item: str, **changes: Any) -> CheckAnswer:
    at = datetime(2026, 2, 1, tzinfo=UTC)
    return msgspec.convert(
        {"item": item, "status": "yes", "by_role": "lead", "at": at} | changes, CheckAnswer
    )


READY = replace(msgspec.convert(SAMPLE["dialogue"], Dialogue), checks=(answered("SC-01"), answered("SC-02")))
WITH_UNION = replace(READY, method_uses=(MethodUse(method="M1", role="lead"),))


def holds(
    dialogue: Dialogue, supplier: Supplier, assessment: Assessment | None, partners: Sequence[Partner],
    agreements: Sequence[Agreement], today: date,
) -> list[Need]:  # fmt: skip
    """Return what is needed and not there."""
    return [
        need for need in needs(dialogue, supplier, assessment, partners, agreements, today) if not need.done
    ]


def held(
    dialogue: Dialogue = READY, assessment: Assessment | None = ASSESSMENT, *, supplier: Supplier = SUPPLIER,
    partners: tuple[Partner, ...] = PARTNERS, agreements: tuple[Agreement, ...] = AGREEMENTS,
    today: date = TODAY,
) -> list[tuple[str, str, str, str]]:  # fmt: skip
    found = holds(dialogue, supplier, assessment, partners, agreements, today)
    return [(hold.item, hold.section, hold.field, hold.code) for hold in found]


def answering(**changes: Any) -> Assessment:
    return replace(ASSESSMENT, answers=replace(ASSESSMENT.answers, **changes))


def test_nothing_holds_a_dialogue_up_that_has_all_it_needs() -> None:
    assert held() == []


def test_a_new_dialogue_needs_everything_in_the_order_of_the_page() -> None:
    new = Dialogue(code="D-01", title="Stone", supplier_code="SUP-03")
    assert held(new, None) == [
        ("Q1", "Q1", "foa_status", "q1_unknown"),
        ("Q2", "Q2", "women_position_barrier", "q2_unknown"),
        ("Q3", "Q3", "pct_women", "q3_unknown"),
        ("Q4", "Q4", "partner_worker_trust", "q4_unknown"),
        ("SC-03", "barriers", "barriers.reprisal", "barriers_not_rated"),
        ("RQ-005", "rights", "rights", "rights_missing"),
        ("SC-04", "decision", "purpose", "reason_for_dialogue_missing"),
        ("SC-04", "decision", "decision_to_inform", "decision_missing"),
        ("SC-04", "decision", "decision_owner_role", "decision_owner_missing"),
        ("SC-04", "decision", "decision_due", "decision_date_missing"),
        ("RQ-022", "method", "method_uses", "no_method"),
        ("SC-01", "safety", "checks.SC-01", "harm_not_weighed"),
        ("SC-02", "safety", "checks.SC-02", "partner_has_not_judged"),
    ]


@pytest.mark.parametrize("field", rule_book().key_inputs)
def test_a_key_input_that_is_unknown_is_pointed_at_in_its_question_p6(field: str) -> None:
    found = held(assessment=answering(**{field: None if field.startswith("pct_") else "unknown"}))
    section = next(each for each in sections(ASSESSMENT.answers) if field in each.fields)
    assert (section.id, section.id, field, f"{section.id.lower()}_unknown") in found


def test_what_is_unknown_keeps_the_preparation_open_but_stops_no_gate() -> None:
    [hold] = holds(READY, SUPPLIER, answering(literacy="unknown"), PARTNERS, AGREEMENTS, TODAY)
    assert (hold.gate, hold.data) == ("", {"count": 1})


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("purpose", "reason_for_dialogue_missing"),
        ("decision_to_inform", "decision_missing"),
        ("decision_owner_role", "decision_owner_missing"),
    ],
)
def test_reason_decision_and_owner_are_written_down_sc_04(field: str, code: str) -> None:
    assert held(replace(READY, **{field: "  "})) == [("SC-04", "decision", field, code)]


def test_the_decision_has_a_date_sc_04() -> None:
    [hold] = holds(replace(READY, decision_due=None), SUPPLIER, ASSESSMENT, PARTNERS, AGREEMENTS, TODAY)
    assert (hold.item, hold.field, hold.gate) == ("SC-04", "decision_due", "G0")


@pytest.mark.parametrize("barrier", get_args(Barrier))
def test_each_barrier_is_rated_and_one_that_is_there_has_a_measure_sc_03(barrier: Barrier) -> None:
    def rated(rating: BarrierRating) -> list[tuple[str, str, str, str]]:
        return held(assessment=replace(ASSESSMENT, barriers={**ASSESSMENT.barriers, barrier: rating}))

    field = f"barriers.{barrier}"
    assert rated(BarrierRating()) == [("SC-03", "barriers", field, "barriers_not_rated")]
    for level in ("some", "strong"):
        bare = BarrierRating(level=level, measure=" ")
        assert rated(bare) == [("SC-03", "barriers", field, "barriers_without_measure")]
    assert rated(BarrierRating(level="none")) == []


def test_rights_at_risk_are_chosen_rq_005() -> None:
    assert held(assessment=replace(ASSESSMENT, rights=())) == [
        ("RQ-005", "rights", "rights", "rights_missing")
    ]


@pytest.mark.parametrize("item", ["SC-01", "SC-02"])
@pytest.mark.parametrize(
    "answer",
    [
        {"status": "no"},
        {"status": "open"},
        {"status": "waived", "reason": "there is no time for it"},
        {"by_role": " "},
    ],
)
def test_sc_01_and_sc_02_are_answered_yes_by_a_role_and_never_set_aside(
    item: str, answer: dict[str, str]
) -> None:
    others = tuple(check for check in READY.checks if check.item != item)
    found = held(replace(READY, checks=(*others, answered(item, **answer))))
    assert [(each[0], each[1], each[2]) for each in found] == [(item, "safety", f"checks.{item}")]


def test_imminent_harm_stops_the_preparation_xr_6() -> None:
    assert ("XR-6", "purpose", "imminent_harm", "acute_stop") in held(
        assessment=answering(imminent_harm="yes")
    )


def test_without_a_safe_method_nothing_is_planned_xr_6() -> None:
    stuck = replace(ASSESSMENT, answers=SCENARIOS["SC7"])
    assert ("XR-6", "method", "method_uses", "no_safe_method") in held(assessment=stuck)


def test_a_method_is_chosen_and_one_takes_the_lead_rq_022() -> None:
    assert held(replace(READY, method_uses=())) == [("RQ-022", "method", "method_uses", "no_method")]
    beside = replace(READY, method_uses=(MethodUse(method="M2", role="breadth"),))
    assert held(beside) == [("RQ-022", "method", "method_uses", "no_lead")]


def test_a_lead_that_deviates_needs_its_reason_rq_020() -> None:
    place = "method_uses.M1.deviation_reason"
    assert held(WITH_UNION) == [("RQ-020", "method", place, "reason_missing")]
    use = MethodUse(method="M1", role="lead", deviation_reason="The federation knows these workers well.")
    assert held(replace(READY, method_uses=(use,))) == []
    breadth = MethodUse(method="M3", role="permanent_channel")
    assert held(replace(READY, method_uses=(*READY.method_uses, breadth))) == []


def test_a_chosen_method_that_is_not_available_any_more_is_told_by_its_rule() -> None:
    with_audit = replace(READY, method_uses=(*READY.method_uses, MethodUse(method="M5", role="check")))
    assert held(with_audit) == [("R86", "method", "method_uses.M5", "chosen_off")]


def test_a_partner_who_leads_is_named_and_has_an_agreement_that_leaves_it_free_sc_07() -> None:
    nobody = replace(READY, method_uses=(MethodUse(method="M2", role="lead"),))
    unnamed = ("RQ-040", "method", "method_uses.M2.partner_code", "partner_not_named")
    missing = ("SC-07", "safety", "agreements", "agreement_missing")
    assert held(nobody) == [unnamed, missing]
    assert held(agreements=()) == [missing]
    assert held(today=date(2030, 1, 1)) == [missing]  # it has ended
    steered = tuple(replace(each, no_interference="no") for each in AGREEMENTS)
    assert held(agreements=steered) == [("SC-07", "safety", "agreements.no_interference", "steering_open")]
    rushed = tuple(replace(each, pace_set_by_partner=None) for each in AGREEMENTS)
    assert held(agreements=rushed) == [("SC-07", "safety", "agreements.pace_set_by_partner", "steering_open")]


def test_no_agreement_is_asked_where_no_partner_leads_sc_07() -> None:
    assert "SC-07" not in {item for item, *_ in held(WITH_UNION, agreements=())}


def test_one_site_is_chosen_where_one_is_to_be_heard_and_there_are_several_rq_050() -> None:
    two = replace(SUPPLIER, sites=(*SUPPLIER.sites, Site(code="SITE-03c")))
    nowhere = replace(READY, site_code=None)
    assert held(nowhere, answering(scale="single"), supplier=two) == [
        ("RQ-050", "Q3", "site_code", "site_not_chosen")
    ]
    assert held(READY, answering(scale="single"), supplier=two) == []
    assert held(nowhere, answering(scale="several"), supplier=two) == []
    assert held(nowhere, answering(scale="single")) == []


def test_the_first_usable_method_is_the_first_that_is_possible_and_available() -> None:
    assert first_usable(advise(SCENARIOS["SC1"])) == "M2"
    assert first_usable(advise(SCENARIOS["SC4"])) == "M1"
    assert first_usable(advise(SCENARIOS["SC7"])) is None
    assert first_usable(advise(SCENARIOS["SC9"])) is None


@given(EVERY_ANSWER, st.sampled_from(get_args(Method)))
def test_only_a_lead_needs_a_reason_and_the_first_usable_never_does_rq_020(
    answers: Answers, method: Method
) -> None:
    advice = advise(answers)
    assert needs_reason(advice, method, "lead") == (method != first_usable(advice))
    assert not any(needs_reason(advice, method, role) for role in ("breadth", "permanent_channel", "check"))


@given(EVERY_ANSWER, st.sampled_from(get_args(Method)))
def test_a_method_that_is_off_names_the_rule_that_switched_it_off(answers: Answers, method: Method) -> None:
    advice = advise(answers)
    off = any(each.method == method and each.state == "unavailable" for each in advice.ranking)
    rule = off_rule(advice, method)
    assert (rule is not None) == off
    assert rule is None or rule_book().rules[rule].effects[method].off


@given(records(Dialogue), EVERY_ANSWER)
def test_every_need_has_a_sentence_and_an_act(dialogue: Dialogue, answers: Answers) -> None:
    for need in needs(dialogue, SUPPLIER, Assessment(answers=answers), PARTNERS, AGREEMENTS, TODAY):
        assert need.code in sentences("reasons")
        assert f"act.{need.code}" in sentences("choices")


@given(EVERY_ANSWER)
def test_a_gate_g0_hold_stands_exactly_while_harm_or_the_lack_of_a_way_does_xr_6(answers: Answers) -> None:
    found = holds(READY, SUPPLIER, Assessment(answers=answers), PARTNERS, AGREEMENTS, TODAY)
    outcome = advise(effective(answers)).outcome
    assert ("XR-6" in {hold.item for hold in found if hold.gate == "G0"}) == (outcome != "ok")


def test_every_flag_of_the_rules_says_what_to_mind() -> None:
    used = {
        flag
        for rule in rule_book().rules.values()
        for effect in rule.effects.values()
        for flag in effect.flags
    }
    assert flags().keys() == used


def test_looking_what_is_missing_takes_well_under_five_milliseconds() -> None:
    held()  # reads the rules
    best = min(_seconds() for _ in range(20))
    assert best < 0.005


def _seconds() -> float:
    start = time.perf_counter()
    held()
    return time.perf_counter() - start
