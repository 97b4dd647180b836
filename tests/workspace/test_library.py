"""The library can be read and searched in every language, without a workspace."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.folding import fold
from fieldkit.text import LANGUAGES, Catalogue, catalogue
from fieldkit.workspace import library
from fieldkit.workspace.library import Hit, LibraryPage
from resources.themes import themes

EN, NL = catalogue("en"), catalogue("nl")
LINES = sorted({line for page in library.pages(EN) for part in page.parts for line in part.lines})


def _lines(page: LibraryPage) -> list[str]:
    return [line for part in page.parts for line in part.lines]


def _codes(page: LibraryPage) -> list[str]:
    return [code for part in page.parts for code in part.codes]


def _headings(page: LibraryPage) -> list[str]:
    return [part.heading for part in page.parts]


def _lifted(hit: Hit) -> list[str]:
    return [hit.line[start:end] for start, end in hit.spans]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shelf_has_a_title_and_pages(language: str) -> None:
    words = catalogue(language)
    assert [shelf.id for shelf in library.shelves(words)] == list(get_args(library.Shelf))
    assert len({shelf.title for shelf in library.shelves(words)}) == len(get_args(library.Shelf))
    assert {page.shelf for page in library.pages(words)} == set(get_args(library.Shelf))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_stand_shelf_by_shelf_each_with_an_id_of_its_own(language: str) -> None:
    pages = library.pages(catalogue(language))
    order = [get_args(library.Shelf).index(page.shelf) for page in pages]
    assert order == sorted(order)
    assert len({page.id for page in pages}) == len(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_an_empty_part_and_every_line_has_its_codes(language: str) -> None:
    for page in library.pages(catalogue(language)):
        assert page.title
        assert page.second
        assert page.parts
        for part in page.parts:
            assert part.heading
            assert part.lines
            assert len(part.codes) == len(part.lines)


def test_pages_are_made_once_per_language() -> None:
    assert library.pages(EN) is library.pages(EN)


def test_the_same_pages_stand_there_in_dutch_in_other_words() -> None:
    for english, dutch in zip(library.pages(EN), library.pages(NL), strict=True):
        assert english.id == dutch.id
        assert english.second != dutch.second
        for ours, theirs in zip(_lines(english), _lines(dutch), strict=True):
            assert ours != theirs


def test_a_page_is_found_by_its_id() -> None:
    assert library.page("M2", EN).title == "NGO, local network or other third party"
    with pytest.raises(KeyError):
        library.page("M9", EN)


@pytest.mark.parametrize("theme", themes())
def test_a_theme_asks_four_open_questions_with_room_for_answers(theme: str) -> None:
    page = library.page(theme, EN)
    asked = next(part for part in page.parts if part.kind == "questions")
    assert page.shelf == "questions"
    assert asked.codes == tuple(f"{theme}-Q{number}" for number in range(1, 5))


@pytest.mark.parametrize("gate", ["G0", "G1", "G2", "G3", "G4"])
def test_a_gate_has_boxes_to_tick(gate: str) -> None:
    page = library.page(gate, EN)
    assert page.shelf == "checklists"
    assert page.parts[0].kind == "boxes"


def test_before_a_session_what_blocks_stands_apart_from_what_may_and_from_advice() -> None:
    parts = {part.heading: part for part in library.page("G1", EN).parts}
    assert parts["These too, when the risk of reprisal is high or unknown"].codes == (
        "SC-05",
        "SC-23",
        "SC-27",
    )
    assert parts["Advice"].codes == ("SC-12", "SC-26")
    assert parts[
        "With a grievance mechanism or a digital tool, in place of SC-11, SC-15, SC-17, SC-19, SC-26"
    ].codes == ("SC-M3", "SC-M4")
    assert parts["What else holds this up"].codes == ("XR-1", "XR-4", "XR-7", "XR-8")
    assert parts["Mind this"].codes == ("SC-14", "SC-20, SC-21")


def test_the_paths_without_a_union_leave_n6_to_the_page_for_no_safe_method() -> None:
    codes = [part.codes[0] for part in library.page("no_trusted_union", EN).parts]
    assert codes == ["N1", "N2", "N3", "N4", "N5"]


def test_the_ten_questions_about_a_union_are_there() -> None:
    codes = [code for part in library.page("union_questions", EN).parts[:2] for code in part.codes]
    assert codes == [f"L{number}" for number in range(1, 11)]


def test_the_page_whose_title_says_it_comes_first() -> None:
    assert library.search("culture", EN)[0].page_id == "country_and_culture"
    assert library.search("digital tool", EN)[0].page_id == "M4"


def test_search_speaks_the_language_shown() -> None:
    assert library.search("klachtenmechanisme", NL)[0].page_id == "M3"
    assert not library.search("klachtenmechanisme", EN)
    assert not library.search("grievance", NL)


def test_case_and_accents_do_not_matter() -> None:
    assert library.search("ENQUETE", NL) == library.search("enquête", NL)
    assert library.search("enquete", NL)
    assert library.search("SiLeNcE", EN) == library.search("silence", EN)


def test_an_item_is_found_by_its_code() -> None:
    first = library.search("sc-17", EN)[0]
    assert first.page_id == "G1"
    assert first.line.startswith("Employers, supervisors, labour contractors")


def test_what_was_found_can_be_lifted_out() -> None:
    hit = next(hit for hit in library.search("count five", EN) if hit.page_id == "holding_the_conversation")
    assert _lifted(hit) == ["count", "five"]


def test_a_word_above_the_line_helps_but_does_not_do_alone() -> None:
    hits = library.search("grievance anonymous", EN)
    assert "Filing, investigating and handling can all be anonymous." in [hit.line for hit in hits]
    assert len(library.search("grievance", EN)) < len(_lines(library.page("M3", EN)))


@pytest.mark.parametrize("query", ["", "   ", "-", "?!", "qwertzuiop", "union qwertzuiop"])
def test_nothing_answers_an_empty_query_or_a_word_that_is_nowhere(query: str) -> None:
    assert library.search(query, EN) == ()


@given(st.sampled_from(LINES))
def test_every_line_is_found_by_its_own_words(line: str) -> None:
    query = line[: library.LONGEST_QUERY].rsplit(" ", 1)[0]
    assert line in [hit.line for hit in library.search(query, EN)]


@given(st.text() | st.lists(st.sampled_from(LINES)).map(" ".join), st.sampled_from(LANGUAGES))
def test_every_word_of_any_query_is_in_each_hit_and_spans_lie_in_its_line(query: str, language: str) -> None:
    words = catalogue(language)
    wanted = fold(query[: library.LONGEST_QUERY]).words
    for hit in library.search(query, words):
        page = library.page(hit.page_id, words)
        readable = (page.id, page.title, page.second, *_lines(page), *_codes(page), *_headings(page))
        assert hit.title == page.title
        assert hit.line in readable
        assert all(word in fold(" ".join(readable)).text for word in wanted)
        reached = 0
        for start, end in hit.spans:
            assert reached <= start < end <= len(hit.line)
            assert fold(hit.line[start:end]).text.startswith(wanted)
            reached = end


def test_a_pasted_book_is_searched_by_its_beginning() -> None:
    book = "union " * 200_000
    assert library.search(book, EN) == library.search(book[: library.LONGEST_QUERY], EN)


@pytest.mark.parametrize("query", ["a", "union", "trust partner safe", "SC-17", "qwertzuiop"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_search_answers_within_20_ms(query: str, language: str) -> None:
    words = catalogue(language)
    assert min(_seconds(query, words) for _ in range(5)) < 0.02


def _seconds(query: str, words: Catalogue) -> float:
    started = time.perf_counter()
    library.search(query, words)
    return time.perf_counter() - started
