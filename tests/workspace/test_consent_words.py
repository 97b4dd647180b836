"""The words of the consent card in a language of the workers, typed once for the dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.errors import InvalidValue, WrongUse
from fieldkit.model.dialogue import ConsentWording, Dialogue
from fieldkit.model.session import ParticipantGroup, Session
from fieldkit.model.vocabulary import ConsentLine
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace.consent_words import LINES, ConsentWords
from fieldkit.workspace.day_papers import DayPapers
from fieldkit.workspace.editing import Editing
from tests.brief.reading import by_pypdf, folded
from tests.copies import new_file
from tests.store.workspaces import ROLE

DAY = date(2026, 4, 20)
EN, NL = catalogue("en"), catalogue("nl")
PLACE: tuple[str, str] = ("D-04", "ro")
ROMANIAN: dict[ConsentLine, str] = {"title": "Dvs. hotărâți", "stop": "Vă puteți opri oricând."}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("words")
    file = new_file(folder / "work.fieldkit", "a quiet river", sample=True)
    with Store.open(file, "a quiet river", cost=WEAKEST, state_folder=folder) as opened:
        yield opened


@pytest.fixture
def editing(store: Store) -> Editing:
    return Editing(store, role=ROLE, today=lambda: DAY)


@pytest.fixture
def words(store: Store, editing: Editing) -> Iterator[ConsentWords]:
    before = dialogue(store)
    yield ConsentWords(store, editing)
    store.save(before, by_role=ROLE)


def dialogue(store: Store) -> Dialogue:
    found = store.dialogues.get("D-04")
    assert found is not None
    return found


def spoken(store: Store, *languages: str) -> Session:
    found = store.sessions.get("CC-2026-04")
    assert found is not None
    return replace(found, groups=(ParticipantGroup(label="G1", languages=languages),))


def typed(words: ConsentWords) -> dict[ConsentLine, str]:
    return {each.line: each.said for each in words.lines(*PLACE, EN) if each.said}


def test_words_are_asked_for_in_the_languages_of_workers_that_are_not_ours_each_once(
    store: Store, words: ConsentWords
) -> None:
    session = spoken(store, "Hadoti", "Hindi", "nl", "hadoti ", "English", "ro")
    assert words.languages(session) == ("Hadoti", "ro")


def test_all_sixteen_lines_are_asked_with_label_and_meaning_in_the_language_of_whoever_types(
    words: ConsentWords,
) -> None:
    asked = words.lines(*PLACE, NL)
    assert tuple(each.line for each in asked) == get_args(ConsentLine)
    by_line = {each.line: each for each in asked}
    assert by_line["stop"].meant == "U mag op elk moment stoppen."
    assert by_line["stop"].label == NL.say("Right to stop")
    assert {each.said for each in asked} == {""}


def test_what_is_kept_is_one_change_that_can_be_taken_back_and_stands_on_the_card(
    store: Store, editing: Editing, words: ConsentWords
) -> None:
    change = words.keep(*PLACE, ROMANIAN)
    assert [type(after) for _, after in change.pairs] == [Dialogue]
    assert typed(words) == ROMANIAN
    card = folded(
        " ".join(by_pypdf(DayPapers(store, today=lambda: DAY).consent_card("CC-2026-04", "ro", EN)))
    )
    assert "Vă puteți opri oricând." in card
    assert "We do not write down your name." in card  # small, above room to write
    editing.apply(change.reversed())
    assert typed(words) == {}


def test_empty_lines_are_left_out_and_without_any_line_the_language_goes(
    store: Store, words: ConsentWords
) -> None:
    words.keep("D-04", "Hadoti", {"stop": "Thamjo."})
    words.keep(*PLACE, {**ROMANIAN, "risk": " \n "})
    [_, wording] = dialogue(store).consent_wordings
    assert wording == ConsentWording(language="ro", lines=ROMANIAN)
    words.keep("D-04", "HADOTI", {"stop": "  "})
    assert dialogue(store).consent_wordings == (wording,)


def test_keeping_the_same_again_changes_nothing_also_beside_other_languages(words: ConsentWords) -> None:
    words.keep(*PLACE, ROMANIAN)
    words.keep("D-04", "Hadoti", {"stop": "Thamjo."})
    assert words.keep(*PLACE, ROMANIAN).pairs == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(LINES), st.text(max_size=40)))
def test_every_line_comes_back_as_it_was_typed_but_for_its_spaces(
    words: ConsentWords, said: dict[ConsentLine, str]
) -> None:
    words.keep(*PLACE, said)
    assert typed(words) == {line: " ".join(text.split()) for line, text in said.items() if text.split()}


def test_a_line_that_is_far_too_long_is_refused_and_nothing_changes(words: ConsentWords) -> None:
    words.keep(*PLACE, ROMANIAN)
    with pytest.raises(InvalidValue) as refused:
        words.keep(*PLACE, {"stop": "a" * 20_001})
    assert refused.value.code == "text_too_long"
    assert typed(words) == ROMANIAN


def test_an_unknown_dialogue_is_wrong_use(words: ConsentWords) -> None:
    with pytest.raises(WrongUse):
        words.lines("D-99", "ro", EN)
    with pytest.raises(WrongUse):
        words.keep("D-99", "ro", ROMANIAN)


@pytest.mark.parametrize(
    ("text", "can"),
    [("Vă puteți opri.", True), ("थे थम सको छो", True), ("", True), ("หยุดได้", False), ("توقف", False)],
)
def test_letters_the_paper_lacks_are_told_before_it_is_printed(text: str, can: bool) -> None:
    assert ConsentWords.is_printable(text) is can
