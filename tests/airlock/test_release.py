"""A brief leaves whole and safe, or every reason why not is named at once (G3)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.brief.content import strings
from fieldkit.model.field import Wording
from tests.airlock.dossiers import (
    dossier,
    with_decision,
    with_groups,
    with_insight,
    with_plan,
    with_sessions,
)
from tests.airlock.releases import incident, release, rules, without_consent


@pytest.mark.parametrize("name", ["natural_stone", "horticulture"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_samples_leave(name: str, language: str) -> None:
    made = release(dossier(name), language)
    assert made.reasons == ()
    assert made.brief is not None


def test_sc1_prints_questions_only_in_the_order_of_the_taxonomy() -> None:
    brief = release(dossier()).brief
    assert brief is not None
    assert (brief.understood, brief.helpful) == ((), ())
    assert len(brief.questions) == 5
    assert len({len(theme.questions) for theme in brief.questions}) == 1
    assert len(brief.benefits) == 3


def test_sc4_prints_what_may_show_with_the_kind_of_source() -> None:
    brief = release(dossier("horticulture"), "nl").brief
    assert brief is not None
    [statement] = brief.understood
    assert statement.source.cell == "een organisatie van werkenden"
    assert (statement.period, statement.place, statement.who) == (
        "eerste helft van 2026",
        "Nederland",
        "uitzendkrachten",
    )
    assert brief.goes_well
    assert brief.helpful


def test_a_known_name_in_a_supplier_text_is_refused() -> None:
    of = with_insight(dossier(), "I1", print_text=Wording(en="People near Dhanpura share masks.", nl="x"))
    assert ("W-6", "I1") in rules(of)


def test_a_known_name_in_any_text_for_the_supplier_is_refused() -> None:
    named = Wording(en="The partner Sahara Mitra asks for this.", nl="Sahara Mitra vraagt hierom.")
    of = dossier()
    assert of.plan is not None
    for changed in (
        with_plan(of, title=named),
        with_plan(of, own_share=(named,)),
        with_plan(of, goes_well=(named,)),
        replace(of, actions=(replace(of.actions[0], text=named, in_brief=True),)),
        replace(of, actions=(replace(of.actions[0], evidence_of_result=named, in_brief=True),)),
    ):
        for language in ("en", "nl"):
            assert {rule for rule, _ in rules(changed, language)} >= {"W-6"}


def test_an_insight_without_a_source_decision_is_refused() -> None:
    assert ("SC-40", "I1") in rules(with_insight(dossier(), "I1", source_decision=None))


@pytest.mark.parametrize("answer", ["no", "withdrawn"])
@pytest.mark.parametrize("use", ["U5", "U6"])
def test_a_missing_consent_of_any_group_behind_is_refused(use: str, answer: str) -> None:
    assert (use, "I1") in rules(without_consent(dossier(), use, "G2", answer))


@pytest.mark.parametrize("use", ["U5", "U6", "U7", "U10"])
def test_outcome_b_needs_consent_to_the_example_and_the_kind_of_source(use: str) -> None:
    assert (use, "I3") in rules(without_consent(dossier("horticulture"), use, "G1"))


def test_consent_that_was_never_asked_counts_as_no() -> None:
    assert ("U5", "I1") in rules(with_sessions(dossier(), consents=()))


@pytest.mark.parametrize(("closeness", "use"), [("close_paraphrase", "U8"), ("quote", "U9")])
def test_words_close_to_peoples_own_need_their_consent(closeness: str, use: str) -> None:
    of = with_insight(dossier("horticulture"), "I3", closeness=closeness)
    assert (use, "I3") in rules(of)


def test_a_group_that_is_too_small_is_refused() -> None:
    few = with_insight(with_groups(dossier(), headcount_present=3), "I1", people_behind=3)
    assert {("G-1", "I1"), ("G-2", "I1")} <= rules(few)


def test_t5_a_small_group_may_leave_once_the_wording_is_wider() -> None:
    few = with_insight(dossier(), "I1", people_behind=3)
    assert release(with_decision(few, "I1", can_widen="yes", widened="yes", outcome="C")).reasons == ()


@pytest.mark.parametrize(
    ("changes", "spoiled"),
    [
        ({}, False),
        ({"partner_said_yes": "no"}, True),
        ({"partner_said_yes": None}, True),
        ({"action": "continued"}, True),
        ({"action": "none"}, True),
        ({"action": "stopped", "partner_said_yes": None}, False),
        ({"breach": "no", "action": "none"}, False),
    ],
)
def test_xr3_what_was_said_before_the_employers_side_stays_inside(
    changes: dict[str, Any], spoiled: bool
) -> None:
    of = dossier()
    absence = replace(of.sessions[0].employer_absence, **changes)
    assert (("XR-3", "I1") in rules(with_sessions(of, employer_absence=absence))) is spoiled


def test_xr5_nothing_leaves_from_a_talk_with_a_child_and_no_specialist() -> None:
    of = with_groups(dossier(), under18_present=1)
    assert ("XR-5", "I1") in rules(of)
    assert release(with_groups(of, specialist_role="child protection specialist")).reasons == ()


@pytest.mark.parametrize("severity", [3, 4])
@pytest.mark.parametrize("status", ["open", "acting", "monitoring"])
def test_xr1_a_serious_incident_lets_nothing_leave(severity: int, status: str) -> None:
    of = replace(dossier(), incidents=(incident(severity, status=status),))
    assert rules(of) == {("XR-1", "INC-9")}


def test_xr1_a_closed_or_a_light_incident_holds_nothing_up() -> None:
    for each in (incident(4, status="closed"), incident(2)):
        assert release(replace(dossier(), incidents=(each,))).reasons == ()
    assert rules(replace(dossier(), incidents=(incident(2, brief_frozen="yes"),))) == {("XR-1", "INC-9")}


def test_every_reason_is_named_at_once() -> None:
    of = without_consent(dossier(), "U6", "G1")
    of = with_insight(of, "I1", print_text=Wording(en="Dhanpura is dusty.", nl="x"))
    of = with_insight(of, "I2", source_decision=None)
    of = with_insight(of, "I5", people_behind=2)
    of = replace(of, incidents=(incident(4),))
    found = rules(of)
    assert {("U6", "I1"), ("W-6", "I1"), ("SC-40", "I2"), ("G-2", "I5"), ("XR-1", "INC-9")} <= found


def test_a_decision_more_open_than_the_records_allow_is_refused() -> None:
    assert ("T6", "I1") in rules(with_decision(dossier(), "I1", outcome="B"))
    assert ("T3", "I1") in rules(with_decision(dossier(), "I1", harm_if_raised="likely"))


def test_a_decision_stricter_than_the_records_ask_for_is_kept() -> None:
    strict = with_decision(dossier("horticulture"), "I3", outcome="D")
    brief = release(strict).brief
    assert brief is not None
    assert brief.understood == ()


def test_t4_what_may_do_harm_is_raised_only_in_a_wider_form() -> None:
    of = with_decision(dossier(), "I1", harm_if_raised="possible", can_widen="yes", widened="no")
    assert ("T4", "I1") in rules(of)


def test_workers_or_a_partner_who_said_no_are_heard() -> None:
    for side in ("agreed_with_workers", "agreed_with_partner"):
        assert ("T2", "I1") in rules(with_decision(dossier(), "I1", **{side: "no"}))


def test_without_an_agreement_the_partner_has_agreed_to_nothing() -> None:
    assert ("T2", "I1") in rules(replace(dossier(), agreements=()))


def test_who_could_not_be_asked_leads_to_c_at_most() -> None:
    of = with_decision(dossier("horticulture"), "I3", agreed_with_workers="could_not_be_asked")
    assert ("T10", "I3") in rules(of)


def test_an_insight_that_is_not_approved_or_goes_elsewhere_leaves_no_trace() -> None:
    whole = release(dossier("horticulture")).brief
    for changes in (
        {"status": "draft"},
        {"status": "withdrawn"},
        {"use_route": "own_dd"},
        {"use_route": "none"},
    ):
        brief = release(with_insight(dossier("horticulture"), "I3", **changes)).brief
        assert brief is not None
        assert brief.understood == ()
        assert whole is not None
        assert whole.understood[0].statement not in strings(brief)
