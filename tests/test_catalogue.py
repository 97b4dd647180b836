"""Every sentence is in the catalogue and has its Dutch; what the program reads is what was written down."""

from __future__ import annotations

import importlib.util
import json
import re
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from fieldkit.airlock.marks import Kind
from fieldkit.airlock.proof import DOCUMENT_CODES
from fieldkit.exchange import expected
from fieldkit.model.field import RefersTo
from fieldkit.text import LANGUAGES, catalogue, explain, sentences

ROOT = Path(__file__).parents[1]


def _build_script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "resources" / "build" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = _build_script("catalogue")
PLACES = re.compile(r"\{\w+\}")


def test_every_sentence_is_in_the_catalogue_and_has_its_dutch() -> None:
    stored = BUILD.stored()
    for sentence in BUILD.gathered():
        message = stored.get(sentence)
        assert message is not None, sentence
        assert message.string, sentence
        assert not message.fuzzy, sentence


def test_the_catalogue_holds_nothing_that_is_said_nowhere() -> None:
    stored = {message.id for message in BUILD.stored() if message.id}
    assert stored == set(BUILD.gathered())


def test_a_translation_keeps_the_places_to_fill() -> None:
    for message in BUILD.stored():
        if message.id:
            assert sorted(PLACES.findall(message.id)) == sorted(PLACES.findall(message.string)), message.id


def test_what_the_program_reads_is_what_was_written_down() -> None:
    assert BUILD.MO.read_bytes() == BUILD.compiled(BUILD.stored())


def test_dutch_avoids_the_words_that_harm() -> None:
    for message in BUILD.stored():
        for word in ("slachtoffer", "verklikker", "getuige", "leveranciersbrief"):
            assert word not in str(message.string).lower(), message.id


def test_a_sentence_with_no_translation_yet_is_spoken_in_english() -> None:
    assert catalogue("hi").say("The workspace file is sound.") == "The workspace file is sound."
    assert catalogue("nl").say("The workspace file is sound.") == "De werkruimte is in orde."


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_countries_and_lists_are_written_as_the_language_writes_them(language: str) -> None:
    words = catalogue(language)
    assert "2026" in words.month("2026-04")
    assert words.country("NL")
    assert words.listed(["a", "b", "c"])
    if language == "nl":
        assert (words.month("2026-04"), words.country("NL"), words.listed(["a", "b"])) == (
            "april 2026",
            "Nederland",
            "a en b",
        )


KINDS = "FileProblem|InvalidValue|WorkspaceProblem|WrongUse"
CODE = re.compile(rf'(?:{KINDS})\)?[(,]\s*"(\w+)"|unreadable: str = "(\w+)"')
VALUE_ERROR = re.compile(r'ValueError\(f?"([a-z_0-9]+)[:"]')
# What `expected` and `references` find.
FOUND = re.compile(r'(?:return|yield [^\n]*,|_repeated\([^\n]*,) "([a-z_]+)"(?:, \{|\n|\))')
REASON = re.compile(r'Reason\(\s*[^,]+,\s*[^,]+,\s*f?"([\w{}]+)"')


def _codes(pattern: re.Pattern[str], folder: str = "fieldkit") -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py"))
    return {found[found.lastindex or 0] for text in texts for found in pattern.finditer(text)}


def test_every_error_has_a_sentence_and_every_sentence_an_error() -> None:
    raised = (
        _codes(CODE)
        | _codes(VALUE_ERROR)
        | _codes(FOUND, "fieldkit/exchange")
        | {code for _, code in expected._LIMITS}
    )
    astray = {f"no_such_{target}" for target in get_args(RefersTo)}
    assert len(raised) > 30
    assert raised | astray == set(sentences("errors"))


def test_every_reason_has_a_sentence_and_every_sentence_a_reason() -> None:
    written = _codes(REASON)
    plain = {code for code in written if "{" not in code} | {"hint_not_concrete", "hint_long_sentence"}
    marks = {f"mark_{kind}" for kind in Kind}
    assert plain | marks | DOCUMENT_CODES == set(sentences("reasons"))


def test_a_sentence_is_filled_with_its_data() -> None:
    said = explain("errors", "file_too_big", {"most": 8}, catalogue("nl"))
    assert "8 MB" in said
    assert "{" not in said


def test_messages_are_one_plain_sentence_each() -> None:
    for name in ("errors", "reasons"):
        content = json.loads(files("resources").joinpath("messages", f"{name}.json").read_bytes())
        for sentence in content.values():
            assert sentence.endswith("."), sentence
            assert len(sentence) < 200, sentence
