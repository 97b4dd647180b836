"""The words of the consent card in a language of the workers: typed once, kept as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.vocabulary import ConsentLine
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import composed, cursor, in_front, kept, pasted, settle
from tests.ui.conftest import TODAY, found
from tests.ui.on_board import board, pick_from, said
from tests.ui.on_board import kept as kept_session
from ui.desk import Desk
from ui.dialogs.consent_line import ConsentLineField
from ui.dialogs.consent_words import ConsentWordsDialog
from ui.window import Window

DeskOf = Callable[..., Desk]
ENTRY = "Words for the card in Hadoti"
NO_LETTERS = "The paper has no letters for this: the card gets lines to write on."
KEPT = "The words for the card in Hadoti are kept."


@pytest.fixture
def desk(qtbot: QtBot, desk_of: DeskOf, sample: Workspace) -> Desk:
    """The board of a session in which people speak Hadoti."""
    desk = in_front(qtbot, desk_of(sample))
    board(desk)
    return desk


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> ConsentWordsDialog:
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: Desk) -> ConsentWordsDialog:
    """Open the words of the card from the menu of papers."""
    pick_from(qtbot, desk, "Print", ENTRY)
    [dialog] = [each for each in desk.findChildren(ConsentWordsDialog) if each.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    desk.context.jobs.wait()
    return dialog


def lines(workspace: Workspace, code: str = "D-01") -> dict[str, dict[ConsentLine, str]]:
    """What the file holds of the words of the card, by language."""
    dialogue = workspace.editing.find(Dialogue, code)
    assert dialogue is not None
    return {each.language: each.lines for each in dialogue.consent_wordings}


def field(dialog: ConsentWordsDialog, line: ConsentLine) -> ConsentLineField:
    return next(each for each in dialog.fields if each.line == line)


def on(dialog: ConsentWordsDialog, line: ConsentLine) -> ConsentLineField:
    """Put the cursor into a line."""
    there = field(dialog, line)
    there.text.setFocus()
    return there


def offered(qtbot: QtBot, page: QWidget) -> list[str]:
    """Return the entries of the menu of papers."""
    opener = found(page, "Print")
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [each.text() for each in menu.actions()]
    menu.close()
    settle()
    return entries


def test_it_is_reached_below_the_card_of_each_language_that_is_not_ours(
    qtbot: QtBot, desk: Desk, sample: Workspace
) -> None:
    def cards(*languages: str) -> list[str]:
        groups = kept_session(desk).groups
        sample.editing.keep(
            replace(kept_session(desk), groups=(replace(groups[0], languages=languages), *groups[1:]))
        )
        return [each for each in offered(qtbot, board(desk)) if "card" in each]

    assert cards("Hadoti") == ["Consent card", ENTRY]
    assert cards("Hadoti", "Hindi", "pl") == [
        "Consent card (Hadoti)", ENTRY, "Consent card (Hindi)", "Consent card (Polish)",
        "Words for the card in Polish",
    ]  # fmt: skip
    assert cards("Hindi") == ["Consent card (Hindi)", "Consent card (Hadoti)", ENTRY]  # the other group


def test_it_asks_for_all_lines_each_with_what_it_says_in_ones_own_language(
    dialog: ConsentWordsDialog,
) -> None:
    assert tuple(each.line for each in dialog.fields) == get_args(ConsentLine)
    assert cursor() is dialog.fields[0].text
    stop = field(dialog, "stop").text
    assert (stop.accessibleName(), stop.accessibleDescription()) == (
        "Right to stop", "You may stop at any time.",
    )  # fmt: skip


def test_typed_from_line_to_line_it_is_kept_as_one_step_that_is_taken_back_at_once(
    qtbot: QtBot, desk: Desk, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    composed("थे सोचो")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert cursor() is dialog.fields[1].text
    qtbot.keyClicks(cursor(), "Mhe sunva aaya.")
    assert lines(sample) == {"Hadoti": {"title": "थे सोचो"}}  # kept when one went on
    dialog.finish.click()
    assert lines(sample) == {"Hadoti": {"title": "थे सोचो", "who": "Mhe sunva aaya."}}
    assert said(desk) == KEPT
    last = desk.context.messages.last
    assert last is not None
    assert last.act is not None
    last.act()
    assert lines(sample) == {}
    assert not desk.context.undo.can_undo


def test_a_pause_in_typing_keeps_it(qtbot: QtBot, dialog: ConsentWordsDialog, sample: Workspace) -> None:
    qtbot.keyClicks(on(dialog, "stop").text, "Thamjo.")
    qtbot.waitUntil(lambda: lines(sample) == {"Hadoti": {"stop": "Thamjo."}})
    assert dialog.isVisible()


def test_esc_loses_nothing_and_what_was_typed_stands_there_again(
    qtbot: QtBot, desk: Desk, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    qtbot.keyClicks(on(dialog, "title").text, "Thamjo.")
    qtbot.keyClick(cursor(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert lines(sample) == {"Hadoti": {"title": "Thamjo."}}
    settle()
    again = opened(qtbot, desk)
    assert field(again, "title").text.toPlainText() == "Thamjo."
    assert cursor() is again.fields[1].text  # the first without words


def test_looking_alone_changes_and_says_nothing(
    qtbot: QtBot, desk: Desk, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (lines(sample), said(desk)) == ({}, "")
    assert not desk.context.undo.can_undo


def test_without_any_line_the_words_of_the_language_go(
    qtbot: QtBot, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    first = on(dialog, "title").text
    qtbot.keyClicks(first, "Thamjo.")
    dialog.keep()
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    dialog.finish.click()
    assert lines(sample) == {}


def test_letters_the_paper_lacks_are_told_while_they_are_typed_and_kept_all_the_same(
    qtbot: QtBot, desk: Desk, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    stop = on(dialog, "stop")
    composed("หยุดได้")
    assert stop.problem == NO_LETTERS
    assert NO_LETTERS in stop.text.accessibleDescription()
    dialog.finish.click()
    settle()
    again = opened(qtbot, desk)
    assert field(again, "stop").problem == NO_LETTERS
    on(again, "stop").text.selectAll()
    composed("थम जाओ")
    assert field(again, "stop").problem == ""


def test_a_line_that_is_far_too_long_keeps_the_dialog_open_and_the_others_safe(
    qtbot: QtBot, dialog: ConsentWordsDialog, sample: Workspace
) -> None:
    qtbot.keyClicks(on(dialog, "title").text, "Thamjo.")
    long = on(dialog, "risk")
    pasted(qtbot, "a" * 20_001)
    assert "20000" in long.problem
    dialog.finish.click()
    assert dialog.isVisible()
    assert cursor() is long.text
    assert lines(sample) == {"Hadoti": {"title": "Thamjo."}}


def test_locking_the_window_keeps_what_is_typed_in_it(
    qtbot: QtBot, desk: Desk, dialog: ConsentWordsDialog, tmp_path: Path
) -> None:
    qtbot.keyClicks(on(dialog, "title").text, "Thamjo.")
    window = desk.window()
    assert isinstance(window, Window)
    window.lock()
    setup = Setup(cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=TODAY)
    assert kept(tmp_path / "sample.fieldkit", setup, lines) == {"Hadoti": {"title": "Thamjo."}}


def test_it_has_room_in_the_window_it_stands_over(desk: Desk) -> None:
    for height in (640, 800, 1080):
        desk.window().resize(1024, height)
        dialog = ConsentWordsDialog(desk, desk.context, "D-01", "Hadoti")
        dialog.show()
        settle()
        assert dialog.height() < height
        dialog.reject()
