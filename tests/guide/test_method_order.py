"""Method advice: precedence, combinations and paths, one by one."""

from __future__ import annotations

import msgspec
import pytest

from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Combination, advise, combine_chosen
from fieldkit.model.answers import Answers
from tests.guide.method_samples import SCENARIOS, STRONG_TOOL, changed, combined, of, order, standing

# Precedence

TRUSTED_SITE_UNION = Answers(
    union_at_site="yes",
    union_legitimacy="trusted",
    foa_status="restricted",
    supplier_union_attitude="hostile",
    partner_worker_trust="established",
)


def test_p1_puts_a_trusted_site_union_before_a_partner_with_more_points() -> None:
    advice = advise(TRUSTED_SITE_UNION)
    assert standing(advice)[:2] == [("M1", 62, "recommended"), ("M2", 80, "recommended")]
    assert advice.precedence == ("P1",)


def test_p1_puts_a_trusted_regional_union_first_only_if_it_reaches_the_group() -> None:
    answers = Answers(
        union_in_region="yes",
        regional_union_legitimacy="trusted",
        foa_status="free",
        partner_worker_trust="established",
    )
    assert order(advise(answers))[0] == "M2"
    advice = advise(changed(answers, union_reaches_group="yes"))
    assert (order(advice)[0], advice.precedence) == ("M1", ("P1",))


def test_p1_is_not_named_where_it_moved_nothing() -> None:
    advice = advise(changed(TRUSTED_SITE_UNION, partner_worker_trust="none"))
    assert (order(advice)[0], advice.precedence) == ("M1", ())


def test_p1_opens_no_door_that_is_closed() -> None:
    advice = advise(changed(TRUSTED_SITE_UNION, foa_status="prohibited"))
    assert (of(advice, "M1").state, advice.precedence) == ("unavailable", ())
    assert order(advice)[0] == "M2"


def test_p1_holds_whatever_the_scores_even_when_figures_could_lead() -> None:
    weak_union = Answers(
        union_at_site="yes",
        union_legitimacy="trusted",
        foa_status="restricted",
        supplier_union_attitude="hostile",
        pct_informal=90,
        pct_migrant=90,
        pct_women=90,
        women_position_barrier="strong",
        trust_M1="low",
        purpose="explore",
    )
    advice = advise(weak_union)
    assert standing(advice)[0] == ("M1", 19, "weak")
    assert advice.precedence == ("P1",)


def test_p2_keeps_figures_behind_talks_for_open_purposes() -> None:
    answers = changed(STRONG_TOOL, partner_worker_trust="established", union_in_region="no")
    assert standing(advise(answers))[:2] == [("M4", 92, "recommended"), ("M2", 77, "recommended")]
    for purpose in ("explore", "remedy"):
        advice = advise(changed(answers, purpose=purpose))
        assert order(advice).index("M4") > max(order(advice).index("M1"), order(advice).index("M2"))
        assert advice.precedence == ("P2",)


def test_p2_moves_figures_behind_the_last_talk_and_keeps_the_rest_by_points() -> None:
    answers = changed(
        STRONG_TOOL,
        purpose="explore",
        partner_worker_trust="established",
        gm_status="effective",
        foa_status="restricted",
        union_at_site="yes",
        union_legitimacy="trusted",
        pct_informal=30,
        supplier_union_attitude="hostile",
    )
    advice = advise(answers)
    assert [(ranked.method, ranked.points) for ranked in advice.ranking] == [
        ("M1", 54), ("M2", 89), ("M4", 82), ("M3", 65), ("M5", 20),
    ]  # fmt: skip
    assert advice.precedence == ("P1",)
    advice = advise(
        changed(answers, partner_worker_trust="building", ngo_space="narrowed", gm_response_days=45)
    )
    assert [(ranked.method, ranked.points) for ranked in advice.ranking][:4] == [
        ("M1", 54), ("M2", 61), ("M4", 82), ("M3", 57),
    ]  # fmt: skip
    assert advice.precedence == ("P1", "P2")


def test_p2_leaves_figures_first_when_no_talk_is_at_least_possible() -> None:
    advice = advise(changed(STRONG_TOOL, purpose="explore", foa_status="prohibited"))
    assert (order(advice)[0], advice.precedence) == ("M4", ())


def test_p2_leaves_figures_first_for_testing_what_others_say() -> None:
    advice = advise(changed(STRONG_TOOL, partner_worker_trust="established"))
    assert (order(advice)[0], advice.precedence) == ("M4", ())


def test_p3_stops_for_imminent_harm_alone() -> None:
    assert advise(changed(SCENARIOS["SC4"], imminent_harm="yes")).outcome == "acute_stop"
    assert advise(changed(SCENARIOS["SC4"], urgency="acute")).outcome == "ok"
    assert advise(changed(SCENARIOS["SC4"], imminent_harm="unknown")).outcome == "ok"


def test_p4_finds_no_safe_method_below_forty_points() -> None:
    answers = Answers(foa_status="prohibited", gm_status="none")
    assert advise(answers).outcome == "no_safe_method"
    assert advise(changed(answers, company_commitment="long")).outcome == "ok"


def test_p4_does_not_count_points_of_a_method_that_is_not_available() -> None:
    advice = advise(Answers(foa_status="prohibited", gm_status="none", cba_in_force="yes"))
    assert of(advice, "M1").points == 58
    assert advice.outcome == "no_safe_method"


def test_p5_opens_the_union_route_again_for_elected_representatives() -> None:
    advice = advise(
        Answers(union_at_site="yes", union_legitimacy="yellow", committee_at_site="elected", trust_M1="low")
    )
    assert of(advice, "M1").state == "conditional"
    assert of(advice, "M1").points == 47
    assert of(advice, "M1").conditions == (
        "Build trust with the union or representatives or choose another route",
        "elected representatives only",
    )
    assert advice.precedence == ("P5",)


def test_p5_is_not_named_while_the_union_route_is_open() -> None:
    assert advise(Answers(committee_at_site="elected")).precedence == ()


def test_p6_lists_what_to_find_out_in_the_order_of_the_key_inputs() -> None:
    assert advise(Answers()).unknown == rule_book().key_inputs
    advice = advise(changed(SCENARIOS["SC1"], pct_women=None, gm_status="unknown", foa_status="unknown"))
    assert advice.unknown == ("foa_status", "gm_status", "pct_women")
    assert advice.provisional


# Combinations


def test_c1_adds_the_best_talk_to_figures() -> None:
    answers = changed(STRONG_TOOL, partner_worker_trust="established")
    assert combined(advise(answers)) == {"C1": ("M4", "M2")}


def test_c2_does_not_leave_figures_alone() -> None:
    assert combined(advise(changed(STRONG_TOOL, foa_status="prohibited"))) == {"C2": ("M4",)}


ONE_SIDED_UNION = Answers(union_at_site="yes", union_legitimacy="trusted", foa_status="free", pct_migrant=40)


def test_c3_adds_an_organisation_close_to_the_less_heard() -> None:
    answers = changed(ONE_SIDED_UNION, partner_worker_trust="established")
    assert combined(advise(answers)) == {"C3": ("M1", "M2")}


def test_c4_adds_an_anonymous_survey_where_no_partner_is_strong() -> None:
    assert combined(advise(ONE_SIDED_UNION)) == {"C4": ("M1", "M4")}
    refused = changed(ONE_SIDED_UNION, supplier_cooperation="refuses")
    assert combined(advise(refused)) == {}


def test_c3_and_c4_need_a_union_that_may_not_represent_everybody() -> None:
    assert combined(advise(changed(ONE_SIDED_UNION, pct_migrant=10))) == {}


def test_c5_uses_the_survey_for_breadth_on_many_sites() -> None:
    answers = changed(STRONG_TOOL, purpose="explore", partner_worker_trust="established")
    assert combined(advise(answers)) == {"C5": ("M2", "M4")}
    assert combined(advise(changed(answers, scale="several"))) == {}


def test_c6_keeps_a_working_mechanism_beside_the_dialogue() -> None:
    answers = Answers(gm_status="effective", partner_worker_trust="established")
    assert combined(advise(answers)) == {"C6": ("M2", "M3")}
    assert combined(advise(changed(answers, trust_M3="low"))) == {}


def test_c7_adds_a_method_that_asks() -> None:
    answers = Answers(gm_status="effective", purpose="remedy")
    assert combined(advise(answers)) == {"C7": ("M3", "M1")}


def test_c8_plans_a_joint_reading_once_figures_are_chosen() -> None:
    assert combine_chosen(("M2", "M4")) == (Combination(rule="C8", methods=("M4",)),)
    assert combine_chosen(("M5", "M4")) == (Combination(rule="C8", methods=("M4", "M5")),)
    assert combine_chosen(("M1", "M2", "M3")) == ()


# Paths where no legitimate union is


@pytest.mark.parametrize(
    ("answers", "paths"),
    [
        pytest.param(Answers(union_at_site="no", union_in_region="yes"), ("N1", "N4"), id="N1"),
        pytest.param(
            Answers(union_at_site="no", union_in_region="no", global_union_reachable="yes"),
            ("N2", "N4"),
            id="N2",
        ),
        pytest.param(Answers(union_at_site="no", committee_at_site="elected"), ("N3", "N4"), id="N3"),
        pytest.param(
            Answers(union_at_site="yes", union_legitimacy="yellow", committee_at_site="appointed"),
            ("N4",),
            id="N4",
        ),
        pytest.param(
            Answers(
                union_at_site="no",
                foa_status="prohibited",
                union_in_region="yes",
                global_union_reachable="yes",
            ),
            ("N5",),
            id="N5",
        ),
        pytest.param(
            Answers(union_at_site="no", foa_status="prohibited", committee_at_site="elected"),
            ("N3", "N5"),
            id="N5 with N3",
        ),
    ],
)
def test_n1_to_n5_are_given_where_no_legitimate_union_is(answers: Answers, paths: tuple[str, ...]) -> None:
    assert advise(answers).no_union_paths == paths


@pytest.mark.parametrize("legitimacy", ["trusted", "unverified", "unknown"])
def test_n1_to_n5_are_not_given_beside_a_union_that_is_trusted_or_not_yet_checked(legitimacy: str) -> None:
    answers = msgspec.convert({"union_at_site": "yes", "union_legitimacy": legitimacy}, Answers)
    assert advise(answers).no_union_paths == ()


def test_n6_goes_with_no_safe_method_and_is_never_listed() -> None:
    assert "N6" not in advise(SCENARIOS["SC7"]).no_union_paths
    assert rule_book().paths["N6"].warning == "Silence of workers is not consent or satisfaction."
