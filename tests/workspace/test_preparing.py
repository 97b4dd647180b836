"""Preparing in a real workspace: questions and advice in words, readiness, the choice of a method."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.errors import Refused, WrongUse
from fieldkit.guide.methods import Advice, Label, advise
from fieldkit.guide.site_questions import effective, sections
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Method
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue, sentences
from fieldkit.workspace.asked import asked
from fieldkit.workspace.choices import label, options, values, vocabularies
from fieldkit.workspace.editing import Editing
from fieldkit.workspace.preparing import Preparing, SpokenAdvice
from fieldkit.workspace.spoken_advice import path_steps, spoken
from tests.copies import new_file
from tests.guide.method_samples import SCENARIOS
from tests.guide.test_method_promises import EVERY_ANSWER

TODAY = date(2026, 2, 14)
NOON = datetime(2026, 2, 14, 12, tzinfo=UTC)
EN = catalogue("en")


class Desk:
    """A workspace with the samples, and the clock of the person at it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.moment = NOON
        self.editing = Editing(store, role="sustainability lead")
        self.preparing = Preparing(
            store, role="sustainability lead", today=lambda: TODAY, clock=lambda: self.moment
        )

    @property
    def dialogue(self) -> Dialogue:
        found = self.store.dialogues.get("D-01")
        assert found is not None
        return found

    @property
    def assessment(self) -> Assessment:
        return self.editing.assessment("D-01")

    def answer(self, **changes: Any) -> None:
        answers = replace(self.assessment.answers, **changes)
        self.editing.keep(replace(self.assessment, answers=answers))

    def rules(self, step: Callable[[], object]) -> list[str]:
        with pytest.raises(Refused) as refused:
            step()
        return [reason.rule for reason in refused.value.reasons]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    file, folder = tmp_path / "work.fieldkit", tmp_path / "state"
    new_file(file, "a quiet river", sample=True)
    with Store.open(file, "a quiet river", cost=WEAKEST, state_folder=folder) as store:
        yield Desk(store)


# Words for every choice


@pytest.mark.parametrize("name", [*vocabularies(), *DIMENSION_CLASSES])
def test_every_value_one_can_choose_or_see_has_words(name: str) -> None:
    for value, words in options(name, EN):
        assert words.strip(), f"{name}.{value}"
        assert not words[0].islower()


def test_every_choice_has_words_for_a_value_that_exists() -> None:
    known = {name: set(values(name)) for name in (*vocabularies(), *DIMENSION_CLASSES)}
    known |= {f"answers.{name}": set(values(f"answers.{name}")) for name in Answers.__struct_fields__}
    known["Label"] = set(get_args(Label))
    known |= {name.replace("answers.", "summary."): each for name, each in list(known.items())}
    known["summary"] = set(Answers.__struct_fields__)
    for key in sentences("choices"):
        name, value = key.rsplit(".", 1)
        if name not in ("act", "ChecklistRole", "DialogueStatus"):
            assert value in known[name], key


def test_a_field_may_have_plainer_words_than_its_vocabulary() -> None:
    assert options("answers.literacy", EN) == (
        ("high", "Most"), ("mixed", "Some people"), ("low", "Few"), ("unknown", "Unknown"),
    )  # fmt: skip
    assert label("Tier", "3plus", EN) == "Tier 3 and deeper"
    assert label("contract", "agency", EN) == "Agency"


# Questions


def test_sections_sum_up_what_was_answered_in_short_words() -> None:
    stone = {section.id: section for section in asked(SCENARIOS["SC1"], EN)}
    assert stone["Q1"].summary == "No union at the site · No committee · Organising restricted"
    assert stone["Q3"].summary == "35 % women · 40 % migrants · 0 % temporary or agency"
    assert stone["M3"].summary == "Nothing answered yet"
    assert [section.state for section in stone.values()] == ["done"] * 5 + ["open"]
    assert all(section.summary == "Nothing answered yet" for section in asked(Answers(), EN))


@given(EVERY_ANSWER, st.sampled_from(["en", "nl"]))
def test_a_question_shows_the_answer_it_has_and_words_for_every_option(
    answers: Answers, language: str
) -> None:
    for section in asked(answers, catalogue(language)):
        assert section.title
        assert section.summary
        for question in section.questions:
            assert question.value == getattr(answers, question.field)
            assert question.label
            if question.kind == "choice":
                assert question.value in dict(question.options)
                assert all(words for _, words in question.options)


def test_a_section_of_the_four_is_done_when_its_key_inputs_are_known_p6() -> None:
    answers = replace(SCENARIOS["SC1"], tier="unknown", literacy="unknown")
    states = {section.id: section.state for section in asked(answers, EN)}
    assert states["Q3"] == "open"
    states = {section.id: section.state for section in asked(replace(answers, literacy="low"), EN)}
    assert states["Q3"] == "done"


# Advice


def advice(scenario: str, words: Any = EN) -> SpokenAdvice:
    return spoken(SCENARIOS[scenario], TODAY, words)


def test_sc1_is_said_as_why_first_and_mind() -> None:
    stone = advice("SC1")
    partner, union, mechanism, tool, audit = stone.cards
    assert (partner.title, partner.place) == ("NGO, local network or third party", 1)
    assert (partner.label, partner.label_words, partner.bar) == ("recommended", "Recommended", 1.0)
    assert (partner.certainty, partner.open) == ("Certain: nothing unknown", False)
    assert partner.why[0].startswith("An organisation that workers have trusted for years")
    assert partner.first == ()
    assert partner.mind[0].startswith("Organisations work under pressure")
    assert union.first == ("Global federation confirms a local contact",)
    assert union.mind[0].startswith("The supplier is negative about unions")
    assert mechanism.mind[0].startswith("The mechanism is not trusted or not known")
    assert [why.partition(";")[0] for why in tool.why] == [
        "Neither devices nor reading ability match the tool"
    ]
    assert (audit.bar, audit.state, audit.first, audit.mind) == (0.0, "unavailable", (), ())
    assert [path.rule for path in stone.paths] == ["N2", "N4"]
    assert (stone.unknown_sentences, stone.instead, stone.look_again) == ((), None, None)


def test_no_safe_method_says_what_to_do_instead_and_when_to_look_again_n6() -> None:
    stuck = advice("SC7")
    assert stuck.outcome == "no_safe_method"
    assert stuck.instead is not None
    assert stuck.instead.steps[0].text == "Do not plan a session"
    assert stuck.look_again == date(2026, 8, 14)
    assert [path.rule for path in stuck.paths] == ["N5"]
    assert stuck.unknown == (("women_position_barrier", "Position of women"),)
    assert stuck.unknown_sentences == ("Provisional; find out first: Position of women",)


def test_the_acute_stop_ranks_nothing_p3() -> None:
    acute = advice("SC9")
    assert (acute.outcome, acute.cards, acute.combine, acute.paths) == ("acute_stop", (), (), ())


@given(EVERY_ANSWER)
def test_cards_stand_in_the_order_of_the_advice_and_say_each_thing_once(answers: Answers) -> None:
    ranking = advise(effective(answers)).ranking
    cards = spoken(answers, TODAY, EN).cards
    assert [(card.method, card.state, card.label) for card in cards] == [
        (ranked.method, ranked.state, ranked.label) for ranked in ranking
    ]
    for card, ranked in zip(cards, ranking, strict=True):
        said = (*card.why, *card.mind, *card.more)
        assert len(set(said)) == len(said)
        assert card.first == ranked.conditions
        assert 0.0 <= card.bar <= 1.0
        assert (card.state == "unavailable") <= bool(card.why)


@given(EVERY_ANSWER)
def test_danger_is_minded_before_anything_else(answers: Answers) -> None:
    known = replace(answers, imminent_harm="no", retaliation_risk="unknown")
    for card in spoken(known, TODAY, EN).cards:
        if card.state != "unavailable":
            assert card.mind[0] == "The risk of reprisal is not known: treat it as high."


def test_advice_in_words_takes_well_under_ten_milliseconds() -> None:
    advice("SC1")  # reads the rules
    assert min(_seconds(lambda: advice("SC1")) for _ in range(20)) < 0.01


def _seconds(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


# Readiness


def test_readiness_names_what_is_missing_with_the_way_to_mend_it(desk: Desk) -> None:
    desk.editing.keep(replace(desk.dialogue, checks=()))
    readiness = desk.preparing.readiness("D-01", EN)
    assert [(hold.item, hold.step, hold.field) for hold in readiness.holds] == [
        ("SC-01", "prepare", "checks.SC-01"),
        ("SC-02", "prepare", "checks.SC-02"),
    ]
    assert readiness.holds[0].act == "Weigh harm and benefit"
    assert readiness.done == readiness.total - 2
    assert dict(readiness.totals) == {
        "Methods compared": "5", "Still unknown": "none", "Assess again by": "12 Jul 2026",
    }  # fmt: skip


def test_readiness_moves_with_each_answer(desk: Desk) -> None:
    desk.answer(literacy="unknown", device_access="unknown")
    [first, *_] = desk.preparing.readiness("D-01", EN).holds
    assert first.text == "Who works there? Still unknown: 2."
    assert first.section == "Q3"
    assert first.field == "literacy"
    assert dict(desk.preparing.readiness("D-01", EN).totals)["Still unknown"] == "2"


def test_an_agreement_is_mended_at_the_partner(desk: Desk) -> None:
    [agreement] = [each for each in desk.store.agreements.all() if each.code == "AG-01"]
    desk.editing.keep(replace(agreement, no_interference=None))
    [hold] = [each for each in desk.preparing.readiness("D-01", EN).holds if each.item == "SC-07"]
    assert hold.step == "partners"


def test_an_unknown_dialogue_is_wrong_use(desk: Desk) -> None:
    with pytest.raises(WrongUse):
        desk.preparing.readiness("D-99", EN)


def test_a_section_is_done_held_up_or_not_begun(desk: Desk) -> None:
    assert desk.preparing.section_state("D-01", "decision") == "done"
    desk.editing.keep(replace(desk.dialogue, decision_due=None))
    assert desk.preparing.section_state("D-01", "decision") == "held_up"
    desk.editing.keep(replace(desk.dialogue, purpose="", decision_to_inform="", decision_owner_role=""))
    assert desk.preparing.section_state("D-01", "decision") == "open"


def test_items_of_gate_g0_are_answered_by_a_role_at_a_moment_sc_01_sc_02(desk: Desk) -> None:
    desk.editing.keep(replace(desk.dialogue, checks=()))
    items = desk.preparing.gate_items("D-01", EN)
    assert [(item.id, item.status) for item in items] == [("SC-01", "open"), ("SC-02", "open")]
    assert items[0].who == "Sustainability lead · Partner"
    change = desk.preparing.answer_item("D-01", "SC-01", "yes")
    [check] = [each for each in desk.dialogue.checks if each.item == "SC-01"]
    assert (check.status, check.by_role, check.at) == ("yes", "sustainability lead", NOON)
    assert [item.status for item in desk.preparing.gate_items("D-01", EN)] == ["yes", "open"]
    desk.editing.apply(change.reversed())
    assert [item.status for item in desk.preparing.gate_items("D-01", EN)] == ["open", "open"]


def test_rights_are_the_themes_in_words(desk: Desk) -> None:
    assert desk.preparing.rights(EN)[4] == ("T05", "Pay")


# Choosing


def test_choosing_keeps_method_partner_and_the_advice_as_it_stood(desk: Desk) -> None:
    desk.preparing.choose("D-01", "M3", "permanent_channel")
    assert [(use.method, use.role) for use in desk.dialogue.method_uses] == [
        ("M2", "lead"),
        ("M3", "permanent_channel"),
    ]
    assert (desk.assessment.assessed_on, desk.assessment.assessor_role) == (TODAY, "sustainability lead")
    assert msgspec.convert(desk.assessment.result, Advice) == advise(effective(desk.assessment.answers))


def test_choosing_can_be_taken_back_whole(desk: Desk) -> None:
    before = (desk.dialogue, desk.assessment)
    change = desk.preparing.choose("D-01", "M3", "permanent_channel", "PA-02")
    desk.editing.apply(change.reversed())
    assert (desk.dialogue, desk.assessment) == before


def test_choosing_again_changes_the_role_and_keeps_the_place(desk: Desk) -> None:
    desk.preparing.choose("D-01", "M3", "breadth")
    desk.preparing.choose("D-01", "M2", "lead", "PA-02")
    assert [(use.method, use.partner_code) for use in desk.dialogue.method_uses] == [
        ("M2", "PA-02"),
        ("M3", None),
    ]
    desk.preparing.unchoose("D-01", "M3")
    assert [use.method for use in desk.dialogue.method_uses] == ["M2"]


def test_a_partner_chosen_with_a_method_belongs_to_the_dialogue(desk: Desk) -> None:
    desk.preparing.choose("D-01", "M3", "check", "PA-11")
    assert desk.dialogue.partner_codes == ("PA-01", "PA-02", "PA-11")
    with pytest.raises(WrongUse):
        desk.preparing.choose("D-01", "M3", "check", "PA-99")


@pytest.mark.parametrize(("method", "rule"), [("M4", "R30"), ("M5", "R86")])
def test_a_method_that_is_off_is_refused_by_its_rule(desk: Desk, method: Method, rule: str) -> None:
    before = desk.dialogue
    assert desk.rules(lambda: desk.preparing.choose("D-01", method, "check")) == [rule]
    assert desk.dialogue == before


def test_a_lead_that_deviates_is_refused_without_its_reason_rq_020(desk: Desk) -> None:
    assert desk.preparing.needs_reason("D-01", "M1", "lead")
    assert not desk.preparing.needs_reason("D-01", "M1", "breadth")
    assert not desk.preparing.needs_reason("D-01", "M2", "lead")
    assert desk.rules(lambda: desk.preparing.choose("D-01", "M1", "lead", None, "  ")) == ["RQ-020"]
    desk.preparing.choose("D-01", "M1", "lead", None, "The federation knows these workers well.")
    assert desk.dialogue.method_uses[-1].deviation_reason == "The federation knows these workers well."


@pytest.mark.parametrize("scenario", ["SC7", "SC9"])
@pytest.mark.parametrize("method", get_args(Method))
def test_nothing_is_chosen_in_danger_or_without_a_safe_method_xr_6(
    desk: Desk, scenario: str, method: Method
) -> None:
    desk.editing.keep(replace(desk.assessment, answers=SCENARIOS[scenario]))
    assert desk.rules(lambda: desk.preparing.choose("D-01", method, "lead", None, "Because.")) == ["XR-6"]


def test_cards_of_a_dialogue_say_what_was_chosen(desk: Desk) -> None:
    cards = {card.method: card for card in desk.preparing.advice(desk.assessment.answers, EN, "D-01").cards}
    assert (cards["M2"].chosen, cards["M2"].role, cards["M2"].partner_code) == (
        "Takes the lead", "lead", "PA-01",
    )  # fmt: skip
    assert (cards["M1"].chosen, cards["M1"].role) == ("", None)


def test_figures_that_are_chosen_are_read_together_and_reported_back_c8(desk: Desk) -> None:
    assert desk.preparing.beside("D-01", EN) == ()
    desk.preparing.unchoose("D-01", "M2")
    desk.answer(device_access="high", tool_operator="union", tool_channels_fit="yes")
    desk.preparing.choose("D-01", "M4", "breadth")
    [sentence] = desk.preparing.beside("D-01", EN)
    assert sentence.startswith("Plan a joint reading of results")


# Danger, and paths


def test_danger_is_remembered_from_the_first_yes_and_forgotten_at_the_first_no_p3(desk: Desk) -> None:
    acute, safe = Answers(imminent_harm="yes"), Answers(imminent_harm="no")
    assert desk.preparing.danger_since("D-01") is None
    desk.preparing.note_danger("D-01", acute)
    desk.moment = NOON + timedelta(hours=3)
    desk.preparing.note_danger("D-01", acute)
    assert desk.preparing.danger_since("D-01") == NOON
    assert desk.preparing.danger_since("D-04") is None
    desk.preparing.note_danger("D-01", safe)
    assert desk.preparing.danger_since("D-01") is None
    desk.preparing.note_danger("D-01", acute)
    assert desk.preparing.danger_since("D-01") == NOON + timedelta(hours=3)


def test_steps_of_a_path_are_ticked_off_per_dialogue(desk: Desk) -> None:
    def done(code: str) -> list[str]:
        found = desk.preparing.advice(desk.assessment.answers, EN, code).paths
        return [step.key for path in found for step in path.steps if step.done]

    desk.preparing.tick_path_step("D-01", "N2.1", done=True)
    desk.preparing.tick_path_step("D-01", "N4.1", done=True)
    assert done("D-01") == ["N2.1", "N4.1"]
    assert done("D-04") == []
    desk.preparing.tick_path_step("D-01", "N2.1", done=False)
    assert done("D-01") == ["N4.1"]
    with pytest.raises(WrongUse):
        desk.preparing.tick_path_step("D-01", "N9.1", done=True)


def test_every_step_of_every_path_has_a_key() -> None:
    assert {"N1.1", "N1.3", "N6.4"} <= path_steps()
    assert "N1.4" not in path_steps()


def test_questions_come_through_the_workspace_as_the_guide_asks_them(desk: Desk) -> None:
    answers = desk.assessment.answers
    spoken_sections = desk.preparing.questions(answers, EN)
    assert [(each.id, tuple(q.field for q in each.questions)) for each in spoken_sections] == [
        (section.id, section.fields) for section in sections(answers)
    ]


def test_the_graver_of_answer_and_barrier_decides_what_is_available_02_2_10_r70(desk: Desk) -> None:
    desk.answer(
        retaliation_risk="low", tool_operator="independent", tool_anonymous="no", tool_channels_fit="yes"
    )
    assessment = desk.editing.assessment("D-01")
    strong = {**assessment.barriers, "reprisal": BarrierRating(level="strong", measure="away from the yard")}
    desk.editing.keep(replace(assessment, barriers=strong))
    advice = desk.preparing.advice(desk.editing.assessment("D-01").answers, EN, "D-01")
    [tool] = [card for card in advice.cards if card.method == "M4"]
    assert tool.state == "unavailable"
    with pytest.raises(Refused):
        desk.preparing.choose("D-01", "M4", "breadth")
