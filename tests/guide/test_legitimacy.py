"""The ten questions about a union, and the class that follows (`01` section 1.5)."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.guide.legitimacy import questions, result, standing
from fieldkit.model.partner import Partner
from fieldkit.model.vocabulary import LegitimacyQuestion, PartnerType, YesNoUnknown

Given = dict[LegitimacyQuestion, YesNoUnknown]

DECISIVE: tuple[LegitimacyQuestion, ...] = ("L1", "L2", "L3", "L4", "L5")
ANSWERS: st.SearchStrategy[Given] = st.dictionaries(
    st.sampled_from(get_args(LegitimacyQuestion)), st.sampled_from(get_args(YesNoUnknown))
)


def answers(*values: YesNoUnknown) -> Given:
    return dict(zip(DECISIVE, values, strict=True))


def test_ten_questions_of_which_five_decide() -> None:
    assert [each.id for each in questions()] == list(get_args(LegitimacyQuestion))
    assert tuple(each.id for each in questions() if each.decides) == DECISIVE


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (answers("yes", "yes", "yes", "yes", "yes"), "trusted"),
        (answers("yes", "yes", "no", "yes", "yes"), "unverified"),
        (answers("yes", "yes", "unknown", "yes", "yes"), "unverified"),
        (answers("no", "yes", "yes", "unknown", "yes"), "unverified"),
        (answers("no", "yes", "yes", "no", "yes"), "yellow"),
        (answers("no", "no", "unknown", "unknown", "unknown"), "yellow"),
        ({}, "unverified"),
    ],
)
def test_one_red_or_unknown_is_unverified_and_two_red_are_yellow(given_: Given, expected: str) -> None:
    assert result(given_) == expected


@given(ANSWERS)
def test_questions_not_asked_count_as_unknown(given_: Given) -> None:
    filled: Given = {each: given_.get(each, "unknown") for each in DECISIVE}
    assert result(filled) == result(given_)


@given(ANSWERS, st.sampled_from(["L6", "L7", "L8", "L9", "L10"]), st.sampled_from(get_args(YesNoUnknown)))
def test_l6_to_l10_never_change_the_class(
    given_: Given, question: LegitimacyQuestion, value: YesNoUnknown
) -> None:
    assert result(given_ | {question: value}) == result(given_)


@given(ANSWERS, st.sampled_from(DECISIVE))
def test_one_more_no_never_makes_a_union_look_better(given_: Given, question: LegitimacyQuestion) -> None:
    order = ("trusted", "unverified", "yellow")
    assert order.index(result(given_ | {question: "no"})) >= order.index(result(given_))


@given(ANSWERS, st.sampled_from(get_args(PartnerType)))
def test_only_unions_and_elected_representations_have_a_standing(given_: Given, kind: PartnerType) -> None:
    partner = Partner(code="PA-01", type=kind, name="Sky", legitimacy_answers=given_)
    represents = kind in ("union_site", "union_region", "global_federation", "committee")
    assert standing(partner) == (result(given_) if represents else "na")
