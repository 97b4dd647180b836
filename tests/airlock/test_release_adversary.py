"""What a reader who plays the employer tried to get out of a brief, and may not get."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.model.field import Wording
from fieldkit.model.followup import Approval, OwnQuestion
from fieldkit.model.insight import Consent, UseConsent
from fieldkit.model.session import ParticipantCode
from tests.airlock.dossiers import (
    TODAY,
    dossier,
    insight,
    with_decision,
    with_groups,
    with_insight,
    with_plan,
    with_sessions,
)
from tests.airlock.releases import named_source, release, rules, with_action, without_consent


def test_a_partner_that_may_be_named_shows_by_name_under_outcome_a() -> None:
    made = release(named_source())
    assert made.reasons == ()
    assert made.brief is not None
    assert "Bond Veld & Kas" in made.brief.understood[0].source.cell


def test_a_named_source_stands_only_in_the_line_made_for_it() -> None:
    share = (Wording(en="Bond Veld & Kas asked about housing.", nl="x"),)
    assert ("W-6", "SUP-31") in rules(with_plan(named_source(), own_share=share))


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


def test_consent_to_a_quote_covers_no_other_insight() -> None:
    of = dossier("horticulture")
    for label in ("G1", "G2"):
        of = without_consent(of, "U9", label, "yes")
    said = "Rosters change late and people miss the last bus."
    other = with_insight(of, "I1", fact_text=said)
    assert ("W-4", "I3") in rules(with_insight(other, "I3", print_text=Wording(en=said, nl="x")))
    own = with_insight(of, "I3", fact_text=said, print_text=Wording(en=said, nl="x"))
    assert ("W-4", "I3") not in rules(own)


def test_two_words_joined_are_no_single_word_to_approve() -> None:
    share = (Wording(en="We look at Zorblat and Quenby.", nl="x"),)
    both = Approval(word="Zorblat,Quenby", by_role="data steward", reason="words of the trade")
    changed = with_plan(dossier(), own_share=share, vocabulary_approvals=(both,))
    assert ("W-6", "SUP-03") in rules(changed)


def test_a_survey_has_no_more_answers_than_people_who_were_there() -> None:
    of = with_groups(dossier("horticulture"), headcount_present=4)
    few = with_insight(of, "I3", survey_share_pct=70, survey_answers=500)
    assert ("G-8", "I3") in rules(few)


def test_not_applicable_needs_a_reason() -> None:
    of = with_decision(dossier(), "I1", agreed_with_workers="not_applicable", agreed_with_workers_why=" ")
    assert ("T2", "I1") in rules(of)
    assert rules(with_decision(of, "I1", agreed_with_workers_why="an anonymous survey")) == set()


def test_statements_stand_in_an_order_that_tells_nothing_of_when_they_were_heard() -> None:
    of = dossier("horticulture")
    again = replace(
        insight(of, "I3"), code="I9", print_text=Wording(en="A late change often means a missed bus.", nl="x")
    )
    for insights in ((*of.insights, again), (again, *of.insights)):
        brief = release(replace(of, insights=insights)).brief
        assert brief is not None
        assert [each.statement[:6] for each in brief.understood] == ["A late", "Workin"]


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
