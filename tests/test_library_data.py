"""The library holds what the guidance says: every passage, every item, every gate."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import get_args

import msgspec
import pytest

from fieldkit.guide.method_rules import rule_book
from fieldkit.model import vocabulary
from fieldkit.model.session import CheckAnswer
from resources import library
from resources.library import Card, CardLine, SafetyItem

CARDS = (
    *library.method_cards(),
    *library.helper_cards(),
    library.protection(),
    library.no_safe_method(),
)
ITEMS = {item.id: item for item in library.safety_checklist().items}
PASSAGES = {
    "M1": "WHY ALT ADV1 ADV2 ADV3 CAU1 CAU2",
    "M2": "WHY ADV1 ADV2 ADV3 ADV4 CAU1 CAU2",
    "M3": "WHY TYPES ADV1 ADV2 ADV3 CAU1 CAU2 CAU3",
    "M4": "WHY DIFF ADV1 ADV2 ADV3 ADV4 ADV5 CAU1 CAU2 CAU3 CAU4 CAU5",
    "M5": "WHY ADV1 ADV2 CAU1 CAU2 CAU3 CAU4",
}
EXAMPLE = {"EX", "EX1", "EX2", "EX3", "EX4", "EX5", "EX6", "EX7"}
# The summary of file 03 by gate, which the table of items has to agree with.
BLOCKING = {
    "G0": "SC-01 SC-02 SC-04",
    "G1": "SC-02 SC-03 SC-06 SC-07 SC-08 SC-09 SC-10 SC-11 SC-13 SC-14 SC-15 SC-16 SC-17 SC-18 SC-19 SC-20 "
    "SC-21 SC-22 SC-24 SC-25 SC-28 SC-29 SC-M3 SC-M4",
    "G2": "SC-30 SC-31 SC-32 SC-33 SC-34 SC-36 SC-37 SC-38",
    "G3": "SC-40 SC-41 SC-42 SC-43",
    "G4": "SC-39b SC-44",
}
AT_RISK = {"G1": "SC-05 SC-23 SC-27", "G3": "SC-39a"}
ADVISORY = {"G1": "SC-12 SC-26", "G2": "SC-35"}
EXTRA_RULES = {
    "G0": "XR-6",
    "G1": "XR-1 XR-4 XR-7 XR-8",
    "G2": "XR-2 XR-3 XR-5",
    "G3": "XR-1 XR-2 XR-9",
    "G4": "",
}


def _lines(card: Card) -> list[CardLine]:
    return [line for part in card.parts for line in part.lines]


def _codes(card: Card) -> set[str]:
    return {code for line in _lines(card) for code in line.codes}


@pytest.mark.parametrize("method", get_args(vocabulary.Method))
def test_each_method_has_a_card_that_says_why_and_why_not(method: str) -> None:
    card = next(card for card in library.method_cards() if card.id == method)
    assert [part.id for part in card.parts] == ["why", "advantages", "cautions", "first_steps", "when_not"]


@pytest.mark.parametrize("method", PASSAGES)
def test_every_passage_about_a_method_stands_on_its_card(method: str) -> None:
    card = next(card for card in library.method_cards() if card.id == method)
    assert {f"{method}-{name}" for name in PASSAGES[method].split()} <= _codes(card)
    assert method != "M2" or _codes(card) >= EXAMPLE


@pytest.mark.parametrize("method", PASSAGES)
def test_advantages_and_cautions_rest_on_passages_of_their_kind(method: str) -> None:
    card = next(card for card in library.method_cards() if card.id == method)
    parts = {part.id: part for part in card.parts}
    assert all(f"{method}-ADV" in line.codes[0] for line in parts["advantages"].lines)
    assert {code for line in parts["cautions"].lines for code in line.codes} >= {
        f"{method}-{name}" for name in PASSAGES[method].split() if name.startswith("CAU")
    }


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_line_is_short_and_says_what_it_rests_on(card: Card) -> None:
    for line in _lines(card):
        assert line.codes, line.text
        assert len(line.text) <= 160, line.text
        assert line.text[-1] in ".?!", line.text


def test_the_six_helper_cards_are_there_with_five_to_eight_lines_each() -> None:
    cards = {card.id: card for card in library.helper_cards()}
    for name in (
        "whom_to_talk_with",
        "country_and_culture",
        "whom_to_work_with",
        "asking_good_questions",
        "holding_the_conversation",
        "sharing_information",
    ):
        assert 5 <= len(_lines(cards[name])) <= 8, name


def test_the_self_assessment_asks_and_does_not_tell_rq_101() -> None:
    card = next(card for card in library.helper_cards() if card.id == "ready_for_the_first_dialogue")
    assert {part.kind for part in card.parts} == {"questions"}
    assert all(line.text.endswith("?") for line in _lines(card))


def test_the_protection_step_knows_whom_to_call_for_every_need() -> None:
    told = [line.need for line in _lines(library.protection()) if line.need]
    assert told == list(get_args(vocabulary.Need))


def test_the_protection_step_says_what_not_to_do_and_what_the_person_wants() -> None:
    assert [part.id for part in library.protection().parts] == [
        "now", "wishes", "whom_to_call", "do_not", "first_day", "note",
    ]  # fmt: skip


def test_no_safe_method_leaves_no_way_round_and_says_when_to_look_again() -> None:
    assert [part.id for part in library.no_safe_method().parts] == ["meaning", "instead", "buying", "again"]
    assert {"P4", "XR-6", "N6"} <= _codes(library.no_safe_method())


def test_parts_of_a_card_have_names_of_their_own() -> None:
    assert len({card.id for card in CARDS}) == len(CARDS)
    for card in CARDS:
        assert len({part.id for part in card.parts}) == len(card.parts)


def test_no_card_cites_an_item_or_rule_that_does_not_exist() -> None:
    book = rule_book()
    known = {*ITEMS, *(rule.id for rule in library.safety_checklist().rules)}
    known |= {*book.rules, *book.precedence, *book.paths}
    cited = {code for card in CARDS for code in _codes(card)}
    assert {code for code in cited if re.fullmatch(r"(SC|XR)-.*|[RPN]\d+", code)} <= known


def test_the_checklist_holds_45_items_and_one_each_for_mechanism_and_tool() -> None:
    numbered = [f"SC-{number:02}" for number in range(1, 45) if number != 39] + ["SC-39a", "SC-39b"]
    assert len(numbered) == 45
    assert sorted(ITEMS) == sorted([*numbered, "SC-M3", "SC-M4"])


@pytest.mark.parametrize("gate", BLOCKING)
def test_each_gate_holds_the_items_of_file_03(gate: str) -> None:
    for severity, expected in (
        ("blocking", BLOCKING),
        ("advisory_blocks_at_risk", AT_RISK),
        ("advisory", ADVISORY),
    ):
        held = [item.id for item in ITEMS.values() if gate in item.gates and item.severity == severity]
        assert sorted(held) == sorted(expected.get(gate, "").split()), severity


@pytest.mark.parametrize("gate", EXTRA_RULES)
def test_extra_rules_block_the_gates_of_file_03(gate: str) -> None:
    rules = library.safety_checklist().rules
    assert [rule.id for rule in rules if gate in rule.gates] == EXTRA_RULES[gate].split()


def test_what_follows_from_fields_is_never_ticked() -> None:
    derived = {item.id for item in ITEMS.values() if item.derived}
    assert derived == {
        "SC-03", "SC-07", "SC-11", "SC-17", "SC-18", "SC-19", "SC-20", "SC-21", "SC-24", "SC-40", "SC-41",
    }  # fmt: skip


def test_items_that_apply_to_some_talks_only_say_to_which() -> None:
    by_method = {item.id: item.applies_if.methods for item in ITEMS.values() if item.applies_if.methods}
    talk = ("M1", "M2", "M5")
    assert by_method == {
        **dict.fromkeys(("SC-11", "SC-15", "SC-17", "SC-19", "SC-26"), talk),
        "SC-M3": ("M3",),
        "SC-M4": ("M4",),
    }
    assert {item.id for item in ITEMS.values() if item.applies_if.languages} == {"SC-20", "SC-21"}


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_an_item_can_be_answered_and_names_who_answers_and_its_source(item: SafetyItem) -> None:
    assert msgspec.convert({"item": item.id}, CheckAnswer).item == item.id
    assert item.gates
    assert item.roles
    assert item.source
    assert item.text.endswith(".")


@pytest.mark.parametrize("name", ["natural_stone", "horticulture"])
def test_the_samples_answer_items_of_the_list_and_tick_none_that_is_derived(name: str) -> None:
    content = files("resources").joinpath("sample", f"{name}.json").read_text(encoding="utf-8")
    answered = set(re.findall(r'"item": "(SC-\w+)"', content))
    assert answered
    assert answered <= {item.id for item in ITEMS.values() if not item.derived}


def test_a_slip_in_the_data_is_refused() -> None:
    content = json.dumps({"id": "x", "title": "X", "text": "X.", "part": []})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(content, type=Card)
