"""The library: found by a few letters, opened by keyboard or mouse, read, printed, and gone back from."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldkit.text import catalogue
from fieldkit.workspace import Workspace, library
from tests.ui.conftest import found
from tests.ui.every_page import clipped, nameless
from tests.ui.on_paper import chosen_path, paper_dialog, press
from ui.desk import Desk
from ui.pages.library import MOST_HITS, LibraryPage, _field_of, _file_name, _line_at
from ui.pages.library_article import Article
from ui.pages.library_index import LibraryIndex
from ui.pages.library_lines import Line
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.places import Place
from ui.window import Window

DeskOf = Callable[..., Desk]
ENGLISH = catalogue("en")


def library_of(qtbot: QtBot, desk: Desk, part: str = "", field: str = "") -> LibraryPage:
    """Go to the library and wait until the cursor stands in its search."""
    with qtbot.waitActive(desk.window()):
        desk.window().activateWindow()
    desk.go(Place("library", part=part, field=field))
    page = desk.page
    assert isinstance(page, LibraryPage)
    qtbot.waitUntil(lambda: search_of(page).hasFocus())
    return page


def search_of(page: LibraryPage) -> QLineEdit:
    (search,) = page.findChildren(QLineEdit)
    return search


def index_of(page: LibraryPage) -> LibraryIndex:
    (index,) = page.findChildren(LibraryIndex)
    return index


def article_of(page: LibraryPage) -> Article:
    (article,) = page.findChildren(Article)
    return article


def words_on(page: LibraryPage) -> set[str]:
    """Return everything that stands on the page one reads."""
    return {label.text() for label in article_of(page).findChildren(Label) if label.isVisible()}


def title_of(page: LibraryPage) -> str:
    return article_of(page).reading.accessibleName()


def found_line(page: LibraryPage) -> Line:
    """Return the one line that is set apart."""
    (line,) = [line for line in page.findChildren(Line) if line.is_found and line.isVisible()]
    return line


def is_in_sight(line: Line) -> bool:
    return line.visibleRegion().boundingRect().height() == line.height()


def test_the_library_opens_with_its_shelves_and_the_first_page(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    rows = index_of(page).rows
    assert [row.title for row in rows if row.is_shelf] == [each.title for each in library.shelves(ENGLISH)]
    first, *_ = library.pages(ENGLISH)
    assert [row.title for row in rows if not row.is_shelf] == [
        each.title for each in library.pages(ENGLISH) if each.shelf == first.shelf
    ]
    assert title_of(page) == first.title
    assert {line for part in first.parts for line in part.lines} <= words_on(page)
    assert {code for part in first.parts for code in part.codes} <= words_on(page)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_of_the_library_can_be_read_whole(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace, language: str
) -> None:
    desk = desk_of(workspace, language)
    page = library_of(qtbot, desk)
    for each in library.pages(catalogue(language)):
        desk.go(Place("library", part=each.id))
        assert desk.page is page
        QApplication.processEvents()
        wanted = {each.title, each.second, *(part.heading for part in each.parts)}
        assert wanted | {line for part in each.parts for line in part.lines} <= words_on(page) | {""}
        qtbot.waitUntil(lambda: clipped(page) == [])  # the scroll bar has come or gone
    assert nameless(page) == []


def test_typing_finds_lines_and_arrows_with_enter_open_one(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    hits = library.search("union trust", ENGLISH)
    qtbot.keyClicks(search_of(page), "union trust")
    assert [(row.page_id, row.line) for row in index_of(page).rows] == [(h.page_id, h.line) for h in hits]
    assert found(page, f"{len(hits)} lines found")
    for _ in range(3):
        qtbot.keyClick(search_of(page), Qt.Key.Key_Down)
    qtbot.keyClick(search_of(page), Qt.Key.Key_Return)
    assert page.place.part == hits[3].page_id
    assert found_line(page).text == hits[3].line
    qtbot.waitUntil(lambda: is_in_sight(found_line(page)))
    assert search_of(page).hasFocus()


def test_a_click_on_a_line_that_was_found_opens_it(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    qtbot.keyClicks(search_of(page), "interpreter")
    index = index_of(page)
    last = index.model().index(index.model().rowCount() - 1, 0)
    index.scrollTo(last)
    click(qtbot, index, last)
    hit = library.search("interpreter", ENGLISH)[-1]
    assert page.place.part == hit.page_id
    qtbot.waitUntil(lambda: is_in_sight(found_line(page)))
    assert found_line(page).text == hit.line


def test_a_code_leads_to_the_line_that_rests_on_it(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    qtbot.keyClicks(search_of(page), "SC-09")
    qtbot.keyClick(search_of(page), Qt.Key.Key_Return)
    assert any("SC-09" in text for text in words_on(page))
    assert found_line(page)


def test_shelves_open_and_fold_by_keyboard_and_by_mouse(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    index = index_of(page)
    helpers = index.model().index(1, 0)
    click(qtbot, index, helpers)
    assert index.isExpanded(helpers)
    click(qtbot, index, helpers)
    assert not index.isExpanded(helpers)
    qtbot.keyClick(index, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search_of(page).hasFocus()
    qtbot.keyClick(search_of(page), Qt.Key.Key_Tab)
    assert index.hasFocus()
    index.setCurrentIndex(helpers)
    qtbot.keyClick(index, Qt.Key.Key_Return)
    qtbot.keyClick(index, Qt.Key.Key_Down)
    qtbot.keyClick(index, Qt.Key.Key_Space)
    assert title_of(page) == "Whom to talk with"
    assert index.hasFocus()


def test_back_leads_to_the_page_one_read_before_and_to_the_line_found_there(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    page = library_of(qtbot, desk, "M2", "3.3")
    line = found_line(page).text
    index_of(page).opened.emit("G1", "")
    assert title_of(page) == "Before a session is confirmed"
    assert not [each for each in page.findChildren(Line) if each.is_found and each.isVisible()]
    qtbot.keyClick(search_of(page), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.place == Place("library", part="M2", field="3.3")
    assert found_line(page).text == line
    qtbot.waitUntil(lambda: is_in_sight(found_line(page)))


def test_nothing_found_says_so_and_escape_brings_the_shelves_back(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace), "T05")
    qtbot.keyClicks(search_of(page), "qqq")
    assert found(page, "Nothing here has these words")
    assert not index_of(page).isVisible()
    qtbot.keyClick(search_of(page), Qt.Key.Key_Escape)
    assert index_of(page).isVisible()
    current = index_of(page).at
    assert current is not None
    assert current.page_id == "T05"
    qtbot.keyClicks(search_of(page), "qqq")
    clear = next(each for each in page.findChildren(Button) if each.words == "Clear the search")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert search_of(page).text() == ""
    assert index_of(page).isVisible()


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 1_000_000,
        "vak\u0301bo\u0308nd",
        "\u202eعمال \u05d0\u05d1",
        "\x00\ud83d\ude00 {places}",
        "' OR 1=1 --",
    ],
)
def test_whatever_is_pasted_the_search_stays_usable(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace, typed: str
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    QApplication.clipboard().setText(typed)
    search_of(page).paste()
    assert len(search_of(page).text()) <= library.LONGEST_QUERY
    search_of(page).selectAll()
    qtbot.keyClicks(search_of(page), "protect")
    assert index_of(page).rows


def test_many_lines_are_shown_in_part_and_counted_in_full(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    page = library_of(qtbot, desk_of(workspace))
    qtbot.keyClicks(search_of(page), "t")
    every = len(library.search("t", ENGLISH))
    assert every > MOST_HITS
    assert found(page, f"The first {MOST_HITS} of {every} lines")
    assert len(index_of(page).rows) == MOST_HITS


def test_a_page_is_printed_with_everything_on_it(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(workspace)
    page = library_of(qtbot, desk, "ready_for_the_first_dialogue")
    offered = chosen_path(monkeypatch, tmp_path)
    qtbot.keyClick(search_of(page), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, paper_dialog(desk).save_button, desk.context.jobs)
    assert desk.context.messages.last is not None
    assert desk.context.messages.last.text == "The page is written."
    assert offered == ["Are you ready for the first dialogue.pdf"]
    content = (tmp_path / offered[0]).read_bytes()
    text = " ".join(
        " ".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(content)).pages).split()
    )
    shown = library.page("ready_for_the_first_dialogue", ENGLISH)
    assert all(line in text for part in shown.parts for line in part.lines)


def test_a_print_that_is_not_wanted_is_not_made(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(workspace)
    page = library_of(qtbot, desk)
    button = next(each for each in page.findChildren(Button) if each.words == "Print this page")
    chosen_path(monkeypatch, None)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = paper_dialog(desk)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.context.jobs.busy
    assert desk.context.messages.last is None


def test_the_page_and_the_line_stay_when_the_language_changes(
    qtbot: QtBot, desk_of: DeskOf, workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    library_of(qtbot, desk, "M2", "3.3")
    window = desk.window()
    assert isinstance(window, Window)
    window.speak("nl")
    assert window.desk is not None
    again = window.desk.page
    assert isinstance(again, LibraryPage)
    qtbot.waitUntil(again.isVisible)
    dutch = library.page("M2", catalogue("nl"))
    assert title_of(again) == dutch.title
    assert found_line(again).text == dutch.parts[3].lines[3]


def test_arrows_scroll_the_page_one_reads(qtbot: QtBot, desk_of: DeskOf, workspace: Workspace) -> None:
    page = library_of(qtbot, desk_of(workspace), "G1")
    reading = article_of(page).reading
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reading.hasFocus()
    qtbot.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.verticalScrollBar().value() > 0


@given(st.sampled_from(library.pages(ENGLISH)))
def test_every_line_has_a_place_that_leads_back_to_it(each: library.LibraryPage) -> None:
    for part in each.parts:
        for line in part.lines:
            assert _line_at(each, _field_of(each, line)) == line
    assert _line_at(each, _field_of(each, each.title)) == ""


@given(st.sampled_from([each for lang in ("en", "nl") for each in library.pages(catalogue(lang))]))
def test_a_title_makes_a_name_any_computer_takes(each: library.LibraryPage) -> None:
    name = _file_name(each.title)
    assert name.strip() == name != ""
    assert not set(name) & set('\\/:*?"<>|')


def click(qtbot: QtBot, index: LibraryIndex, at: object) -> None:
    """Click a row in its middle."""
    middle = index.visualRect(at).center()  # type: ignore[arg-type]
    qtbot.mouseClick(index.viewport(), Qt.MouseButton.LeftButton, pos=middle)
