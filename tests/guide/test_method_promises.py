"""What the method advice promises for any answers (`01` section 1.7)."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Advice, advise
from fieldkit.model.answers import Answers
from tests.guide.method_samples import of


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    return st.none() | st.integers(min_value=0, max_value=100)


EVERY_ANSWER = st.builds(Answers, **{name: values_of(hint) for name, hint in get_type_hints(Answers).items()})
NOT_ACUTE = EVERY_ANSWER.map(lambda answers: msgspec.structs.replace(answers, imminent_harm="no"))


def with_changes(answers: Answers, **changes: Any) -> Answers:
    return msgspec.structs.replace(answers, **changes)


@given(EVERY_ANSWER)
def test_advice_ranks_five_methods_or_stops_without_a_word(answers: Answers) -> None:
    advice = advise(answers)
    if answers.imminent_harm == "yes":
        expected = Advice(outcome="acute_stop", provisional=advice.provisional, unknown=advice.unknown)
        assert advice == expected
    else:
        assert sorted(ranked.method for ranked in advice.ranking) == ["M1", "M2", "M3", "M4", "M5"]


@given(NOT_ACUTE)
def test_methods_that_are_off_come_last(answers: Answers) -> None:
    off = [ranked.state == "unavailable" for ranked in advise(answers).ranking]
    assert off == sorted(off)


@given(NOT_ACUTE, st.sampled_from(["prohibited", "yellow"]))
def test_prohibition_or_a_yellow_union_never_leaves_the_union_plainly_available(
    answers: Answers, why: str
) -> None:
    if why == "prohibited":
        answers = with_changes(answers, foa_status="prohibited")
    else:
        answers = with_changes(answers, union_at_site="yes", union_legitimacy="yellow")
    assert of(advise(answers), "M1").state != "available"


@given(NOT_ACUTE, st.sampled_from(["free", "restricted", "unknown"]))
def test_a_trusted_site_union_is_first_unless_freedom_of_association_is_prohibited(
    answers: Answers, freedom: str
) -> None:
    answers = with_changes(answers, union_at_site="yes", union_legitimacy="trusted", foa_status=freedom)
    assert advise(answers).ranking[0].method == "M1"


@given(NOT_ACUTE)
def test_refusal_by_the_supplier_turns_off_every_tool_but_a_union_run_one(answers: Answers) -> None:
    refused = with_changes(answers, supplier_cooperation="refuses")
    if answers.tool_operator != "union":
        assert of(advise(refused), "M4").state == "unavailable"


@given(NOT_ACUTE, st.sampled_from(["high", "unknown"]))
def test_likely_reprisal_turns_off_audit_interviews_that_are_not_off_site(
    answers: Answers, risk: str
) -> None:
    answers = with_changes(answers, retaliation_risk=risk)
    if answers.audit_interviews != "offsite":
        assert of(advise(answers), "M5").state == "unavailable"


@given(NOT_ACUTE)
def test_no_mechanism_turns_off_the_mechanism(answers: Answers) -> None:
    assert of(advise(with_changes(answers, gm_status="none")), "M3").state == "unavailable"


@given(NOT_ACUTE)
def test_audit_interviews_never_improve_with_higher_risk(answers: Answers) -> None:
    worth = [
        (audit.state != "unavailable", audit.points)
        for risk in ("low", "medium", "high")
        for audit in [of(advise(with_changes(answers, retaliation_risk=risk)), "M5")]
    ]
    assert worth == sorted(worth, reverse=True)


@given(NOT_ACUTE)
def test_a_partner_is_never_worse_off_with_more_trust_of_workers(answers: Answers) -> None:
    points = [
        of(advise(with_changes(answers, partner_worker_trust=trust)), "M2").points
        for trust in ("none", "building", "established")
    ]
    assert points == sorted(points)


@given(NOT_ACUTE, st.sampled_from(["explore", "deepen", "co_create", "remedy"]))
def test_p2_figures_never_stand_before_a_possible_talk_for_open_purposes(
    answers: Answers, purpose: str
) -> None:
    ranking = advise(with_changes(answers, purpose=purpose)).ranking
    talks = [
        place
        for place, ranked in enumerate(ranking)
        if ranked.method in ("M1", "M2") and ranked.state != "unavailable" and ranked.points >= 40
    ]
    figures = [place for place, ranked in enumerate(ranking) if ranked.method in ("M4", "M5")]
    assert not talks or min(figures) > max(talks)


@given(NOT_ACUTE)
def test_without_precedence_the_order_is_that_of_points_with_ties_from_m1_to_m5(answers: Answers) -> None:
    advice = advise(answers)
    if not {"P1", "P2"} & set(advice.precedence):
        keys = [(ranked.state == "unavailable", -ranked.points, ranked.method) for ranked in advice.ranking]
        assert keys == sorted(keys)


@given(NOT_ACUTE)
def test_p4_a_safe_method_is_one_that_is_available_with_forty_points(answers: Answers) -> None:
    advice = advise(answers)
    possible = any(ranked.state != "unavailable" and ranked.points >= 40 for ranked in advice.ranking)
    assert advice.outcome == ("ok" if possible else "no_safe_method")


@given(EVERY_ANSWER)
def test_p6_advice_is_provisional_exactly_while_a_key_input_is_unknown(answers: Answers) -> None:
    advice = advise(answers)
    missing = [name for name in rule_book().key_inputs if getattr(answers, name) in ("unknown", None)]
    assert list(advice.unknown) == missing
    assert advice.provisional == bool(missing)


@given(NOT_ACUTE)
def test_labels_follow_from_points_and_state(answers: Answers) -> None:
    for ranked in advise(answers).ranking:
        assert (ranked.label == "not_available") == (ranked.state == "unavailable")
        assert ranked.label.endswith("_if") <= (ranked.state == "conditional")
        assert (ranked.state == "conditional") == bool(ranked.conditions)
        if ranked.state != "unavailable":
            assert (ranked.label == "weak") == (ranked.points < 40)
            assert ranked.label.startswith("recommended") == (ranked.points >= 60)


@given(NOT_ACUTE)
def test_combinations_only_name_methods_that_are_available(answers: Answers) -> None:
    advice = advise(answers)
    for combination in advice.combine:
        assert all(of(advice, method).state != "unavailable" for method in combination.methods)


@given(EVERY_ANSWER)
def test_what_is_unknown_may_as_well_be_left_out(answers: Answers) -> None:
    given_answers = {
        name: value for name, value in msgspec.to_builtins(answers).items() if value not in ("unknown", None)
    }
    assert advise(msgspec.convert(given_answers, Answers)) == advise(answers)
