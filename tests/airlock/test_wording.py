from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.marks import Kind, Severity
from fieldkit.airlock.wording import Fingerprints, find, hints, shared_runs

KINDS = {
    "W-2": Kind.GUESS,
    "W-3": Kind.BLAME,
    "W-4": Kind.QUOTE,
    "W-5": Kind.SINGLE_PERSON,
    "W-7": Kind.FORBIDDEN_SOURCE,
}


@pytest.mark.parametrize(
    ("rule", "lang", "text", "span"),
    [
        ("W-2", "en", "People are always paid late", "always"),
        ("W-2", "en", "Nobody gets a payslip", "Nobody"),
        ("W-2", "en", "All the workers are tired", "All the workers"),
        ("W-2", "en", "They must have known", "must have"),
        ("W-2", "en", "This is typical of the sector", "typical of"),
        ("W-2", "en", "Cléarly it is late", "Cléarly"),
        ("W-2", "nl", "Mensen worden altijd te laat betaald", "altijd"),
        ("W-2", "nl", "Niemand krijgt een loonstrook", "Niemand"),
        ("W-2", "nl", "Alle werkenden zijn moe", "Alle werkenden"),
        ("W-2", "nl", "Blijkbaar is dat zo", "Blijkbaar"),
        ("W-3", "en", "Pay is illegally withheld", "illegally"),
        ("W-3", "en", "This is exploitation", "exploitation"),
        ("W-3", "en", "A violation of the code", "violation"),
        ("W-3", "en", "Managers lied about it", "lied"),
        ("W-3", "nl", "Dit is uitbuiting", "uitbuiting"),
        ("W-3", "nl", "Een overtreding van de code", "overtreding"),
        ("W-4", "en", 'People said "we are tired" to us', '"we are tired"'),
        ("W-4", "en", "People said ‘we are tired’ to us", "‘we are tired’"),
        ("W-4", "nl", "Zij noemen het „te zwaar” werk", "„te zwaar”"),
        ("W-5", "en", "She was told to leave", "She"),
        ("W-5", "en", "The only woman left", "The only"),
        ("W-5", "en", "A woman who works there", "A woman who"),
        ("W-5", "en", "One worker fell", "One worker"),
        ("W-5", "nl", "Hij mocht niet weg", "Hij"),
        ("W-5", "nl", "Een werknemer die viel", "Een werknemer die"),
        ("W-5", "nl", "De enige vrouw", "De enige"),
        ("W-7", "en", "In interviews people raised dust", "interviews"),
        ("W-7", "en", "After a complaint we looked", "complaint"),
        ("W-7", "en", "The union says pay is late", "union says"),
        ("W-7", "en", "Our auditor found that", "Our auditor"),
        ("W-7", "en", "An audit showed gaps", "audit showed"),
        ("W-7", "en", "Workers told us of dust", "Workers told"),
        ("W-7", "en", "According to workers it is hot", "According to workers"),
        ("W-7", "nl", "In een sessie kwam stof op", "sessie"),
        ("W-7", "nl", "De vakbond zegt dat loon laat komt", "vakbond zegt"),
        ("W-7", "nl", "Werkenden vertelden ons over stof", "Werkenden vertelden"),
        ("W-7", "nl", "Volgens werknemers is het heet", "Volgens werknemers"),
    ],
)
def test_a_rule_finds_its_words(rule: str, lang: str, text: str, span: str) -> None:
    marks = [mark for mark in find(text, lang) if mark.kind is KINDS[rule]]
    assert span in [mark.text for mark in marks]
    assert {mark.severity for mark in marks} == {Severity.BLOCK}


def test_dutch_zij_and_ze_are_ambiguous_and_only_for_review_w_5() -> None:
    marks = find("Zij werken veel, en ze rusten weinig", "nl")
    assert [(mark.text, mark.severity) for mark in marks] == [
        ("Zij", Severity.REVIEW),
        ("ze", Severity.REVIEW),
    ]


@pytest.mark.parametrize("outcome", ["A", "B"])
def test_a_source_that_may_be_named_may_be_spoken_of_w_7(outcome: str) -> None:
    assert find("People mentioned that masks are shared", "en", outcome=outcome) == []
    assert find("People mentioned that masks are shared", "en", outcome="C")


def test_a_suggestion_stands_where_there_is_one_in_the_language_of_the_text_w_2() -> None:
    assert find("always late", "en")[0].suggestion == "several times in the past year"
    assert find("altijd laat", "nl")[0].suggestion == "meerdere keren in het afgelopen jaar"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "What does a newcomer receive in a language he or she reads?"),
        ("en", "The problem lies in late orders, which is not always clear"),
        ("en", "How do you make sure nobody suffers from speaking up?"),
        ("en", "Is there a complaints procedure, and are training sessions held?"),
        ("en", "the workers' rest and the drivers' pay"),
        ("en", "What do workers say about water, and how can a worker say no?"),
        ("nl", "'s ochtends en 's avonds, met foto's en auto's"),
        ("nl", "Welke taal leest hij of zij het liefst?"),
        ("nl", "Het loon is niet altijd op tijd, en de regels zijn niet duidelijk"),
        ("nl", "Kunnen mensen een klacht indienen?"),
    ],
)
def test_plain_talk_stays_unmarked(lang: str, text: str) -> None:
    assert find(text, lang) == []


NOTE = "The water tank behind the yard leaks and nobody mends it."


def test_four_words_in_a_row_from_a_note_are_marked_whole_w_4() -> None:
    (mark,) = shared_runs("We hear: THE WATER-TANK behind the yard, leaks!", [NOTE])
    assert (mark.text, mark.kind) == ("THE WATER-TANK behind the yard, leaks", Kind.SHARED_RUN)


def test_articles_and_endings_do_not_hide_a_shared_run_w_4() -> None:
    assert shared_runs("water tanks behind yard leaking", [NOTE])


def test_three_words_are_no_run_w_4() -> None:
    assert shared_runs("Behind the yard there is a shed", [NOTE]) == []


def test_runs_are_found_in_every_language_w_4() -> None:
    note = "यार्ड के पीछे पानी की टंकी टपकती है"
    assert shared_runs(f"सुना: {note}", [note])[0].text == note


def test_keyed_hashes_find_the_same_runs_w_4() -> None:
    def digest(run: str) -> str:
        return f"key:{hash(run)}"

    text = "behind the yard leaks"
    assert Fingerprints.of([NOTE], digest=digest).shared_runs(text) == Fingerprints.of([NOTE]).shared_runs(
        text
    )


@given(st.text(), st.text())
def test_looking_for_runs_never_fails(text: str, note: str) -> None:
    for mark in shared_runs(text, [note, text]):
        assert text[mark.start : mark.end] == mark.text


def test_a_statement_without_time_or_effect_gets_a_hint_w_1() -> None:
    assert [hint.rule for hint in hints("Masks are shared.", "en")] == ["W-1"]
    assert hints("Masks are often shared, which makes people ill.", "en") == []
    assert hints("How are masks shared?", "en") == []


def test_a_sentence_of_more_than_25_words_gets_a_hint_w_10() -> None:
    long = "Often " + "word " * 25 + "means more."
    text = f"Short. {long}"
    (hint,) = hints(text, "en")
    assert (hint.rule, text[hint.start : hint.end]) == ("W-10", long)
    assert hints("Often " + "word " * 22 + "means more.", "en") == []


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["en", "nl"]))
def test_offsets_are_exact_on_any_text(text: str, lang: str) -> None:
    for mark in find(text, lang):
        assert text[mark.start : mark.end] == mark.text != ""
    for hint in hints(text, lang):
        assert 0 <= hint.start < hint.end <= len(text)
