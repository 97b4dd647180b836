"""A brief leaves whole and safe, or every reason why not is named at once (G3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.airlock.dossier import Dossier
from fieldkit.airlock.release import Release, prepare
from fieldkit.brief.content import strings
from fieldkit.model.field import Wording
from fieldkit.model.followup import Approval, Incident, OwnQuestion
from fieldkit.model.insight import Consent, UseConsent
from fieldkit.model.session import ParticipantCode
from tests.airlock.dossiers import (
    TODAY,
    dossier,
    insight,
    known,
    with_decision,
    with_groups,
    with_insight,
    with_plan,
    with_sessions,
)


def release(of: Dossier, language: str = "en") -> Release:
    return prepare(of, known(of), language, TODAY)


def rules(of: Dossier, language: str = "en") -> set[tuple[str, str]]:
    return {(reason.rule, reason.subject) for reason in release(of, language).reasons}


def without_consent(of: Dossier, use: Any, label: str, answer: Any = "no") -> Dossier:
    [session] = of.sessions
    consents = tuple(
        replace(consent, uses={**consent.uses, use: UseConsent(answer=answer)})
        if consent.subject == label
        else consent
        for consent in session.consents
    )
    return with_sessions(of, consents=consents)


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


def incident(severity: int, **changes: Any) -> Incident:
    made = Incident(code="INC-9", detected_on=TODAY, type="threat", severity=severity)
    return replace(made, **changes)


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


def test_a_wording_that_is_missing_in_the_language_is_refused() -> None:
    text = insight(dossier("horticulture"), "I3").print_text
    of = with_insight(dossier("horticulture"), "I3", print_text=replace(text, nl=None))
    assert ("5.1", "I3") in rules(of, "nl")
    assert release(of, "en").reasons == ()


def test_an_unknown_word_leaves_only_when_a_person_approved_it() -> None:
    of = dossier()
    assert of.plan is not None
    share = (Wording(en="We look at our zorblat together.", nl="x"), *of.plan.own_share[1:])
    changed = with_plan(of, own_share=share)
    assert rules(changed) == {("W-6", "SUP-03")}
    approved = Approval(word="zorblat", by_role="data steward", reason="a word of the trade")
    assert release(with_plan(changed, vocabulary_approvals=(approved,))).reasons == ()


def test_what_is_known_by_name_can_never_be_approved() -> None:
    of = dossier()
    share = (Wording(en="We look at Dhanpura together.", nl="x"),)
    approved = Approval(word="Dhanpura", by_role="data steward", reason="everybody knows it")
    changed = with_plan(of, own_share=share, vocabulary_approvals=(approved,), accepted_marks=(approved,))
    assert ("W-6", "SUP-03") in rules(changed)


def test_a_run_of_four_words_from_a_note_is_refused() -> None:
    of = with_insight(dossier(), "I1", fact_text="The water tank stays empty for days.")
    assert of.plan is not None
    share = (Wording(en="We heard the water tank stays empty.", nl="x"),)
    assert ("W-4", "SUP-03") in rules(with_plan(of, own_share=share))


def test_w5_w3_and_w2_are_refused_in_a_users_text() -> None:
    of = dossier()
    for text, rule in (
        ("They are always paid late.", "W-2"),
        ("This is illegal.", "W-3"),
        ("She has no mask.", "W-5"),
        ("Our auditor found this.", "W-7"),
    ):
        assert (rule, "SUP-03") in rules(with_plan(of, own_share=(Wording(en=text, nl="x"),)))


def named_source() -> Dossier:
    of = dossier("horticulture")
    for use in ("U7", "U10", "U11"):
        for label in ("G1", "G2"):
            of = without_consent(of, use, label, "yes")
    of = replace(of, agreements=tuple(replace(each, source_naming_consent="named") for each in of.agreements))
    return with_decision(with_decision(of, "I3", outcome="A"), "I4", outcome="A")


def test_a_partner_that_may_be_named_shows_by_name_under_outcome_a() -> None:
    made = release(named_source())
    assert made.reasons == ()
    assert made.brief is not None
    assert "Bond Veld & Kas" in made.brief.understood[0].source.cell


def test_a_named_source_stands_only_in_the_line_made_for_it() -> None:
    share = (Wording(en="Bond Veld & Kas asked about housing.", nl="x"),)
    assert ("W-6", "SUP-31") in rules(with_plan(named_source(), own_share=share))


def test_a_dialogue_without_a_plan_or_a_sender_is_refused() -> None:
    assert ("5.1", "D-01") in rules(replace(dossier(), company=None))
    assert ("5.1", "D-01") in rules(replace(dossier(), plan=None))


def hints(of: Dossier) -> set[tuple[str, str]]:
    made = release(of)
    assert made.reasons == ()
    return {(hint.rule, hint.code) for hint in made.hints}


def test_w1_w9_and_w10_advise_and_hold_nothing_up() -> None:
    of = dossier("horticulture")
    long = "Hours often change so that people " + "and people " * 12 + "cannot plan."
    assert ("W-10", "hint_long_sentence") in hints(
        with_insight(of, "I3", print_text=Wording(en=long, nl="x"))
    )
    vague = Wording(en="Hours change.", nl="x")
    assert ("W-1", "hint_not_concrete") in hints(with_insight(of, "I3", print_text=vague))
    bare = with_insight(with_plan(of, own_share=(), goes_well=()), "I4", use_route="none")
    assert {"hint_no_own_share", "hint_nothing_goes_well"} <= {code for _, code in hints(bare)}


@pytest.mark.parametrize("status", ["planned", "cancelled", "aborted_safety"])
def test_what_was_never_said_in_a_session_held_does_not_leave(status: str) -> None:
    assert ("G2", "I1") in rules(with_sessions(dossier(), status=status))


def test_consent_withdrawn_as_a_whole_counts_as_none() -> None:
    of = dossier()
    consents = tuple(replace(each, withdrawn_on=TODAY) for each in of.sessions[0].consents)
    assert {("U5", "I1"), ("U6", "I1")} <= rules(with_sessions(of, consents=consents))
    other = tuple(replace(each, withdrawn_on=TODAY, scope=("U13",)) for each in of.sessions[0].consents)
    assert rules(with_sessions(of, consents=other)) == set()


def test_somebody_followed_up_by_a_code_may_withdraw_alone() -> None:
    of = dossier()
    own = ParticipantCode(code="K7Q2MX", group_label="G1")
    said_no = Consent(subject="K7Q2MX", uses={"U5": UseConsent(answer="withdrawn")})
    consents = (*of.sessions[0].consents, said_no)
    assert ("U5", "I1") in rules(with_sessions(of, participant_codes=(own,), consents=consents))


def test_who_would_not_take_part_has_agreed_to_nothing() -> None:
    for use in ("U1", "U2"):
        assert ("U5", "I1") in rules(without_consent(dossier(), use, "G1"))


def with_action(of: Dossier, **changes: Any) -> Dossier:
    return replace(of, actions=(replace(of.actions[0], in_brief=True, **changes), *of.actions[1:]))


@pytest.mark.parametrize("code", ["I1", "I3", "I99"])
def test_an_action_tells_no_more_than_the_insights_it_comes_from(code: str) -> None:
    assert ("5.2", "A-01") in rules(with_action(dossier(), insight_codes=(code,)))


def test_an_action_may_follow_from_what_is_printed_anyway() -> None:
    assert rules(with_action(dossier("horticulture"), insight_codes=("I3",))) == set()


def test_an_owner_on_the_workers_side_tells_through_whom_they_were_heard() -> None:
    for owner in ("union", "partner"):
        assert ("5.2", "A-01") in rules(with_action(dossier(), owner=owner))


def test_a_dropped_action_leaves_no_trace() -> None:
    brief = release(with_action(dossier(), status="dropped")).brief
    assert brief is not None
    assert len(brief.actions) == len(dossier().actions) - 2


def test_a_village_or_partner_that_bears_the_suppliers_name_stays_known() -> None:
    of = dossier()
    share = (Wording(en="We look at Dhanpura together.", nl="x"),)
    for aliases in (("Dhanpura",), ("Dhanpura", "Pathar Mahila Manch")):
        named = with_plan(replace(of, supplier=replace(of.supplier, aliases=aliases)), own_share=share)
        assert ("W-6", "SUP-03") in rules(named)


def test_a_sender_that_bears_a_partners_name_is_found_out() -> None:
    of = dossier()
    assert of.company is not None
    sender = replace(of.company, name="Pathar Mahila Manch")
    assert ("RQ-115", "D-01") in rules(replace(of, company=sender))


def test_a_mark_can_be_kept_only_where_nothing_known_stands() -> None:
    of = dossier()
    person = replace(of.partners[0], contact_person="Rosa Bakker")
    of = replace(of, partners=(person, *of.partners[1:]))
    kept = Approval(word="Bakker", by_role="data steward", reason="a common word")
    share = (Wording(en="We thank Bakker for this.", nl="x"),)
    assert rules(with_plan(of, own_share=share, accepted_marks=(kept,), vocabulary_approvals=(kept,)))


def test_a_whole_sentence_is_no_word_to_approve() -> None:
    sentence = "Ask at Zorblat."
    approved = Approval(word=sentence, by_role="data steward", reason="fine")
    changed = with_plan(
        dossier(), own_share=(Wording(en=sentence, nl="x"),), vocabulary_approvals=(approved,)
    )
    assert ("W-6", "SUP-03") in rules(changed)


def test_region_and_country_never_stand_in_a_users_text() -> None:
    for place in ("Rajasthan", "India"):
        approved = Approval(word=place, by_role="data steward", reason="everybody knows")
        share = (Wording(en=f"We look at {place} together.", nl="x"),)
        assert ("W-6", "SUP-03") in rules(
            with_plan(dossier(), own_share=share, vocabulary_approvals=(approved,))
        )


def test_the_label_of_a_region_holds_nothing_else_that_is_known() -> None:
    of = dossier("horticulture")
    [site] = of.supplier.sites
    label = replace(site, region_label="Mosty at the Kwelderpad", known_sites_in_region=9)
    assert ("RQ-115", "D-04") in rules(replace(of, supplier=replace(of.supplier, sites=(label,))))


def test_what_was_written_for_a_supplier_and_then_withheld_stands_nowhere_else() -> None:
    secret = Wording(en="Advances are hard to pay back and the rest is not known.", nl="x")
    of = with_plan(with_insight(dossier(), "I3", print_text=secret), own_share=(secret,))
    assert ("W-4", "SUP-03") in rules(of)


def test_a_partner_who_led_a_talk_is_asked_too() -> None:
    of = dossier("horticulture")
    silent = tuple(
        replace(each, source_naming_consent="never") if each.partner_code == "PA-12" else each
        for each in of.agreements
    )
    assert ("T10", "I3") in rules(replace(of, agreements=silent))


def test_a_period_that_lies_ahead_is_a_slip() -> None:
    assert ("5.3", "I3") in rules(with_insight(dossier("horticulture"), "I3", period="2031-H2"))


def test_a_blank_wording_is_no_wording() -> None:
    of = dossier()
    assert of.plan is not None
    blank = tuple(OwnQuestion(theme=theme.id, text=Wording(en=" ", nl=" ")) for theme in of.plan.themes)
    assert ("5.1", "SUP-03") in rules(with_plan(of, own_questions=blank))


@settings(max_examples=40)
@given(st.data())
def test_no_name_a_workspace_knows_survives_into_a_brief(data: st.DataObject) -> None:
    """Whatever text is put in whatever place, a brief that leaves holds no partner, place, code or day."""
    of = dossier()
    assert of.plan is not None
    secret = data.draw(
        st.sampled_from(
            [
                "Dhanpura",
                "Sahara Mitra Sangathan",
                "Pathar Mahila Manch",
                "Hadoti",
                "CC-2026-01",
                "14 February",
            ]
        )
    )
    words = data.draw(st.lists(st.sampled_from(["people", "ask", "for", "water", "and", "rest"]), max_size=6))
    at = data.draw(st.integers(0, len(words)))
    text = Wording(en=" ".join([*words[:at], secret, *words[at:]]), nl="x")
    place = data.draw(st.sampled_from(["own_share", "goes_well", "title", "print_text"]))
    changed = (
        with_insight(of, "I1", print_text=text)
        if place == "print_text"
        else with_plan(of, **{place: text if place == "title" else (text,)})
    )
    made = release(changed)
    assert made.brief is None
    assert made.reasons
