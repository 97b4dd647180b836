"""What a user writes for the supplier is checked word by word before a brief leaves (SC-41)."""

from __future__ import annotations

from msgspec.structs import replace

from fieldkit.model.field import Wording
from fieldkit.model.followup import Approval
from tests.airlock.dossiers import (
    dossier,
    insight,
    with_insight,
    with_plan,
)
from tests.airlock.releases import hints, release, rules


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


def test_a_dialogue_without_a_plan_or_a_sender_is_refused() -> None:
    assert ("5.1", "D-01") in rules(replace(dossier(), company=None))
    assert ("5.1", "D-01") in rules(replace(dossier(), plan=None))


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
