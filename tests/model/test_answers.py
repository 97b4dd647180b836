"""Answers: the questions of `01` section 1.3, strict about what they accept."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from fieldkit.model.answers import Answers
from fieldkit.model.field import fields

NUMBERS = {"pct_women", "pct_temp_agency", "pct_migrant", "pct_informal", "gm_response_days"}
CHOICES = [name for name in Answers.__struct_fields__ if name not in NUMBERS]


def test_all_fifty_questions_are_sensitive_content() -> None:
    assert len(Answers.__struct_fields__) == 50
    assert {field.field_class for field in fields(Answers)} == {"S"}


@pytest.mark.parametrize("name", CHOICES)
def test_unknown_is_an_answer_and_what_is_missing_counts_as_unknown(name: str) -> None:
    assert msgspec.convert({name: "unknown"}, Answers) == Answers()
    assert getattr(Answers(), name) == "unknown"


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_a_number_may_be_empty(name: str) -> None:
    assert getattr(msgspec.convert({name: None}, Answers), name) is None
    assert getattr(msgspec.convert({name: 30}, Answers), name) == 30


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("value", [None, "", "perhaps", 1])
def test_any_other_answer_is_refused_with_its_path(name: str, value: Any) -> None:
    with pytest.raises(msgspec.ValidationError, match=rf"\$\.{name}"):
        msgspec.convert({name: value}, Answers)


@pytest.mark.parametrize("name", sorted(NUMBERS))
@pytest.mark.parametrize("value", ["unknown", -1, 30.5, True])
def test_any_other_number_is_refused_with_its_path(name: str, value: Any) -> None:
    with pytest.raises(msgspec.ValidationError, match=rf"\$\.{name}"):
        msgspec.convert({name: value}, Answers)


def test_a_percentage_ends_at_a_hundred() -> None:
    assert msgspec.convert({"pct_women": 100}, Answers).pct_women == 100
    with pytest.raises(msgspec.ValidationError, match=r"\$\.pct_women"):
        msgspec.convert({"pct_women": 101}, Answers)


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="nickname"):
        msgspec.convert({"nickname": "yes"}, Answers)
