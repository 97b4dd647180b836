"""Every sentence is in the catalogue and has its Dutch; what the program reads is what was written down."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from collections.abc import Iterator
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
from resources.library import safety_checklist

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
DEVANAGARI = re.compile("[\u0900-\u097f]")


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


def test_every_sentence_of_the_card_and_the_checklist_has_its_hindi_and_nothing_else_has() -> None:
    stored = {message.id: message for message in BUILD.stored("hi") if message.id}
    assert set(stored) == set(BUILD.in_hindi())
    for sentence, message in stored.items():
        assert DEVANAGARI.search(str(message.string)), sentence
        assert not message.fuzzy, sentence
        assert sorted(PLACES.findall(sentence)) == sorted(PLACES.findall(message.string)), sentence
    assert {"You may stop at any time.", "Safety checklist", "Facilitator", "Before the day"} <= set(stored)
    for item in safety_checklist().items:
        assert item.text in stored


def test_the_hindi_the_program_reads_is_what_was_written_down() -> None:
    assert BUILD.po("hi").with_suffix(".mo").read_bytes() == BUILD.compiled(BUILD.stored("hi"))


def test_hindi_says_the_spoken_lines_and_speaks_english_elsewhere() -> None:
    words = catalogue("hi")
    assert words.say("We do not write down your name.") == "हम आपका नाम नहीं लिखते।"
    assert words.say("Run sheet") == "Run sheet"


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


KINDS = ("FileProblem", "InvalidValue", "WorkspaceProblem", "WrongUse", "FieldkitError")
VALUE_ERROR = re.compile(r"([a-z_0-9]+)(?::|$)")  # what a record says of itself: a code, and choices


def _trees(*folders: str) -> Iterator[ast.AST]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _first_words(node: ast.AST) -> str:
    """Return a text, or what stands first in one that is filled in."""
    if isinstance(node, ast.JoinedStr):
        node = node.values[0]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _raised(place: int, *names: str) -> set[str]:
    """Return the codes that stand at a place of the calls of these names."""
    calls = (node for node in _trees("fieldkit") if isinstance(node, ast.Call))
    named = (each for each in calls if isinstance(each.func, ast.Name) and each.func.id in names)
    return {code for each in named if len(each.args) > place and (code := _first_words(each.args[place]))}


def _written() -> set[str]:
    """Return every text that stands in the code, among them all codes."""
    return {words for node in _trees("fieldkit", "ui") if (words := _first_words(node))}


def test_every_error_has_a_sentence_and_every_sentence_an_error() -> None:
    own = {
        found[1] for text in _raised(0, "ValueError") if (found := VALUE_ERROR.match(text)) and "_" in text
    }
    raised = _raised(0, *KINDS) | own
    made = {code for _, code in expected._LIMITS} | {f"no_such_{target}" for target in get_args(RefersTo)}
    assert len(raised) > 30
    assert raised | made <= set(sentences("errors"))
    assert set(sentences("errors")) <= _written() | own | made


def test_every_reason_has_a_sentence_and_every_sentence_a_reason() -> None:
    given = {code for code in _raised(2, "Reason") if not code.endswith("_")}
    made = {f"mark_{kind}" for kind in Kind} | DOCUMENT_CODES | {"hint_not_concrete", "hint_long_sentence"}
    sections = {f"q{number}_unknown" for number in range(1, 5)}
    assert len(given) > 20
    assert given | made | sections <= set(sentences("reasons"))
    assert set(sentences("reasons")) <= _written() | made | sections


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
