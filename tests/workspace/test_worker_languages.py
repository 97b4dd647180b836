"""How languages are said, and which of them a card can speak."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.model.dialogue import ConsentWording
from fieldkit.text import catalogue
from fieldkit.workspace.worker_languages import ours, tag, typed


@pytest.mark.parametrize(
    ("label", "language", "name"),
    [
        ("pl", "en", "Polish"), ("pl", "nl", "Pools"), ("RO", "en", "Romanian"), ("Hadoti", "nl", "Hadoti"),
        ("the tongue of the hills", "en", "the tongue of the hills"),
    ],
)  # fmt: skip
def test_a_tag_is_said_as_a_language_and_a_label_as_it_was_typed(
    label: str, language: str, name: str
) -> None:
    assert catalogue(language).language_name(label) == name


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("hi", "hi"), ("Hindi", "hi"), ("हिन्दी", "hi"), ("hi-IN", "hi"), ("Dutch", "nl"),
        ("nederlands", "nl"), ("EN", "en"), ("Engels", "en"), ("Hadoti", None), ("pl", None), ("", None),
    ],
)  # fmt: skip
def test_a_language_of_ours_is_known_by_its_tag_and_by_its_name(label: str, found: str | None) -> None:
    assert ours(label) == found


def test_a_reader_of_pdf_gets_a_tag_where_there_is_one() -> None:
    assert (tag("pl"), tag("Hindi"), tag("Pools"), tag("Hadoti")) == ("pl", "hi", "pl", "")


def test_typed_lines_are_found_however_the_language_is_written() -> None:
    wording = ConsentWording(language="Hadoti", lines={"stop": "Thamjo."})
    assert typed("hadoti ", (wording,)) == wording
    assert typed("Hindi", (wording,)) is None


@settings(max_examples=100)
@given(st.text(max_size=20))
def test_no_label_is_an_error(label: str) -> None:
    assert isinstance(tag(label), str)
    assert isinstance(catalogue("nl").language_name(label), str)
