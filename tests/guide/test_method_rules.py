"""The rule table: complete, in order, and made of questions and answers that exist."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from fieldkit.guide.method_rules import Effect, When, rule_book
from fieldkit.guide.methods import Label, advise
from fieldkit.model.answers import Answers
from fieldkit.model.vocabulary import Method

TABLE: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("method_table.json").read_text(encoding="utf-8")
)
"""The table as people read it: the condition, then what happens to M1 .. M5."""

METHODS: tuple[Method, ...] = get_args(Method)
RULES = rule_book().rules


def in_table_words(effect: Effect | None) -> str:
    if effect is None:
        return ""
    parts = ["OFF"] if effect.off else []
    parts += [f"{effect.points:+}"] if effect.points else []
    parts += [f"IF: {effect.condition}"] if effect.condition else []
    parts += effect.flags
    parts += [f"max {effect.cap}"] if effect.cap is not None else []
    return "; ".join(parts)


def comparisons(when: When) -> Iterator[str]:
    for field, values in when.allowed.items():
        yield f"{field} in {'/'.join(values)}" if len(values) > 1 else f"{field} = {values[0]}"
    for field, values in when.barred.items():
        yield f"{field} ≠ {'/'.join(values)}"
    if when.at_least:
        (limit,) = set(when.at_least.values())
        names = ", ".join(when.at_least)
        yield f"max({names}) ≥ {limit}" if len(when.at_least) > 1 else f"{names} ≥ {limit}"


def every_when() -> list[When]:
    book = rule_book()
    alternatives = [when for rule in book.precedence.values() for when in rule.any_of]
    paths = [path.when for path in book.paths.values() if path.when is not None]
    return [*(rule.when for rule in RULES.values()), *alternatives, *paths, *book.no_reliable_union]


def fulfilling(when: When) -> Answers:
    return msgspec.convert(
        {field: values[0] for field, values in when.allowed.items()} | when.at_least, Answers
    )


def test_the_table_has_its_89_rules_in_order() -> None:
    assert list(RULES) == list(TABLE)
    assert len(RULES) == 89


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_asks_what_the_table_says(rule: str) -> None:
    expected = set() if TABLE[rule][0] == "always" else set(TABLE[rule][0].split(" and "))
    assert set(comparisons(RULES[rule].when)) == expected


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_does_what_the_table_says(rule: str) -> None:
    effects = RULES[rule].effects
    assert [in_table_words(effects.get(method)) for method in METHODS] == TABLE[rule][1:]


@pytest.mark.parametrize("rule", TABLE)
def test_every_rule_can_fire_and_says_which_methods_it_touched(rule: str) -> None:
    advice = advise(fulfilling(RULES[rule].when))
    touched = {ranked.method for ranked in advice.ranking if rule in ranked.rules}
    assert touched == set(RULES[rule].effects)


@pytest.mark.parametrize("rule", [rule for rule, columns in TABLE.items() if columns[0] != "always"])
def test_no_rule_with_a_condition_fires_on_any_answers(rule: str) -> None:
    when = RULES[rule].when
    otherwise: dict[str, Any] = dict.fromkeys(when.at_least, None)
    hints = get_type_hints(Answers)
    for field, values in when.allowed.items():
        otherwise[field] = next(value for value in get_args(hints[field]) if value not in values)
    for field, values in when.barred.items():
        otherwise[field] = values[0]
    advice = advise(msgspec.convert(otherwise, Answers))
    assert not [ranked.method for ranked in advice.ranking if rule in ranked.rules]


def test_conditions_name_only_questions_and_answers_that_exist() -> None:
    hints = get_type_hints(Answers)
    for when in every_when():
        for field, values in [*when.allowed.items(), *when.barred.items()]:
            assert set(values) <= set(get_args(hints[field])), field
        assert set(when.at_least) <= set(hints)


def test_the_largest_number_given_decides_and_a_missing_one_reaches_nothing() -> None:
    when = RULES["R13"].when
    assert when.holds(Answers(pct_temp_agency=0, pct_migrant=30))
    assert when.holds(Answers(pct_temp_agency=30))
    assert not when.holds(Answers(pct_temp_agency=29, pct_migrant=29))
    assert not when.holds(Answers())


def test_a_missing_answer_counts_as_unknown_also_where_a_value_is_ruled_out() -> None:
    assert RULES["R86"].when.holds(Answers(retaliation_risk="high"))
    assert RULES["R58"].when.holds(Answers(gm_type="collective"))


def test_precedence_combinations_and_paths_are_complete() -> None:
    book = rule_book()
    assert list(book.precedence) == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert list(book.combinations) == ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"]
    assert list(book.paths) == ["N1", "N2", "N3", "N4", "N5", "N6"]
    assert all(path.steps and path.warning for path in book.paths.values())


def test_methods_have_their_names_and_start_scores() -> None:
    book = rule_book()
    assert {method: start.base for method, start in book.methods.items()} == {
        "M1": 50, "M2": 50, "M3": 40, "M4": 40, "M5": 30,
    }  # fmt: skip
    assert book.methods["M2"].label == "NGO, local network or third party"


def test_every_label_has_words() -> None:
    assert set(rule_book().labels) == set(get_args(Label))
