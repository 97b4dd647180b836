from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.folding import fold
from fieldkit.airlock.marks import Detector, Kind, Severity
from fieldkit.airlock.vocabulary import find, guess_language
from fieldkit.airlock.word_lists import people_of_origins, vocabulary


def unknown(text: str, lang: str, *approved: str) -> list[str]:
    return [mark.text for mark in find(text, lang, approved=frozenset(approved))]


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Masks are shared in Dhanpura", "en", ["Dhanpura"]),
        ("masks are shared in dhanpura", "en", ["dhanpura"]),
        ("Maskers worden gedeeld in Kasgaard", "nl", ["Kasgaard"]),
        ("de poolse groep", "nl", ["poolse"]),
        ("pregnant Syrian women", "en", ["pregnant", "Syrian"]),
        ("sunita, ramesh, fatma and wiktor", "en", ["sunita", "ramesh", "fatma", "wiktor"]),
        ("धनपुरा में", "en", ["धनपुरा", "में"]),
        ("group G1 in February", "en", ["G1", "February"]),
        ("op zaterdag of zaterdagochtend in februari", "nl", ["zaterdag", "zaterdagochtend", "februari"]),
        ("de poles en polen, de romanians", "nl", ["poles", "polen", "romanians"]),
        ("the poles and the romanians", "en", ["poles", "romanians"]),
    ],
)  # fmt: skip
def test_words_outside_the_plain_vocabulary_are_for_review(text: str, lang: str, words: list[str]) -> None:
    marks = find(text, lang)
    assert [mark.text for mark in marks] == words
    for mark in marks:
        assert (mark.kind, mark.detector, mark.severity) == (
            Kind.UNKNOWN_WORD,
            Detector.VOCABULARY,
            Severity.REVIEW,
        )


def test_an_approved_word_passes_however_it_is_written() -> None:
    assert unknown("Köprü and KOPRU", "en", "Köprü") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It doesn't matter, we can't and won't, they've agreed, it's fine", "en"),
        ("work-related day-to-day costs", "en"),
        ("foto's en risico's, 's avonds", "nl"),
        ("in 2026 there were 30 days", "en"),
        (
            "beschermingsmiddelen, uitzendkrachten, loonstroken, inhoudingen, huisvesting, werktijden",
            "nl",
        ),
        ("verlofaanvraag veiligheidsoverleg handschoenkosten", "nl"),
        ("Handschoenkosten zijn hoog", "nl"),
        ("rework at the saw, two saws, we co-finance an interpreter and a facilitator under ISO", "en"),
        (
            "dan is er EHBO, de inkoper, inkopers, toeleverancier, toeleveranciers, wijzigde, wijzigden",
            "nl",
        ),
        ("tilwerk in de pakruimte, meebetalen aan een tolk, gederfd loon, een werkbroek", "nl"),
    ],
)
def test_plain_words_contractions_and_compounds_pass(text: str, lang: str) -> None:
    assert unknown(text, lang) == []


def test_a_compound_with_a_capital_in_mid_sentence_is_a_name() -> None:
    assert unknown("wij leveren aan Groenmarkt", "nl") == ["Groenmarkt"]


@pytest.mark.parametrize(
    "place",
    [
        "zandvoort", "steenbergen", "nieuwegein", "westland", "waterland", "buitenpost", "maasdijk",
        "naaldwijk", "grootebroek", "middenmeer", "noordwijk", "steenwijk", "hardenberg", "kijkduin",
        "zevenkamp",
    ],
)  # fmt: skip
def test_a_place_put_together_from_plain_words_is_for_review(place: str) -> None:
    assert unknown(f"in {place}", "nl") == [place]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_word_for_the_people_of_an_origin_is_plain(lang: str) -> None:
    assert not people_of_origins() & vocabulary(lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("How do people take leave when they are ill?", "en"),
        ("Hoe nemen mensen verlof als zij ziek zijn?", "nl"),
        ("", "en"),
        ("Zonder de juiste maskers is het werk gevaarlijk", "nl"),
    ],
)
def test_the_language_is_guessed_from_its_small_words(text: str, lang: str) -> None:
    assert guess_language(text) == lang


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_lists_are_folded_sorted_and_small(lang: str) -> None:
    content = files("resources").joinpath("words", f"{lang}.txt").read_text(encoding="utf-8")
    words = content.split()
    assert words == sorted(set(words))
    assert all(fold(word).text == word for word in words)
    assert len(content.encode()) < 500_000
    assert len(vocabulary(lang)) > 15_000


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_identifying_word_is_plain(lang: str) -> None:
    content = files("resources").joinpath("words", f"identifying.{lang}.txt").read_text(encoding="utf-8")
    identifying = {line for line in content.split("\n") if line and not line.startswith("#")}
    assert not identifying & vocabulary(lang)


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["en", "nl"]))
def test_offsets_are_exact_on_any_text(text: str, lang: str) -> None:
    for mark in find(text, lang):
        assert text[mark.start : mark.end] == mark.text != ""
