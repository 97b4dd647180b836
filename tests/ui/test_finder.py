from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import CTRL, composed, cursor, in_front, settle
from ui.desk import Desk
from ui.finder import Finder
from ui.parts.labels import Label
from ui.places import Place


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return in_front(qtbot, desk_of(sample))


@pytest.fixture
def finder(qtbot: QtBot, desk: Desk) -> Finder:
    qtbot.keyClick(cursor(), Qt.Key.Key_K, CTRL)
    settle()
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, Finder)
    return finder


def line(finder: Finder) -> QLineEdit:
    [only] = finder.findChildren(QLineEdit)
    return only


def shown(finder: Finder) -> list[str]:
    [entries] = finder.findChildren(QListWidget)
    return [entries.item(row).text() for row in range(entries.count())]


def at(desk: Desk) -> tuple[str, str, str]:
    assert desk.page is not None
    return desk.page.place.page, desk.page.place.code, desk.page.place.part


def test_nothing_typed_offers_the_commands(finder: Finder) -> None:
    assert "New dialogue" in shown(finder)
    assert "Lock" in shown(finder)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("natural", ("dialogue", "D-01", "prepare")),
        ("D-04", ("dialogue", "D-04", "prepare")),
        ("SUP-03", ("supplier", "SUP-03", "")),
        ("pa-01", ("partner", "PA-01", "")),
        ("libr", ("library", "", "")),
        ("settings", ("settings", "", "")),
    ],
)
def test_a_few_letters_and_enter_go_there(
    qtbot: QtBot, desk: Desk, finder: Finder, typed: str, place: tuple[str, str, str]
) -> None:
    qtbot.keyClicks(line(finder), typed)
    qtbot.keyClick(line(finder), Qt.Key.Key_Return)
    settle()
    page, code, part = at(desk)
    assert (page, code, part or place[2]) == place
    assert QApplication.activePopupWidget() is None


def test_a_session_is_found_and_opens_the_step_it_belongs_to(
    qtbot: QtBot, desk: Desk, finder: Finder
) -> None:
    qtbot.keyClicks(line(finder), "CC-2026-01")
    qtbot.keyClick(line(finder), Qt.Key.Key_Return)
    settle()
    assert at(desk) == ("dialogue", "D-01", "sessions")


def test_arrows_choose_and_go_round(qtbot: QtBot, desk: Desk, finder: Finder) -> None:
    qtbot.keyClicks(line(finder), "new")
    assert len(shown(finder)) >= 3
    [entries] = finder.findChildren(QListWidget)
    qtbot.keyClick(line(finder), Qt.Key.Key_Down)
    assert entries.currentRow() == 1
    for _ in range(2):
        qtbot.keyClick(line(finder), Qt.Key.Key_Up)
    assert entries.currentRow() == entries.count() - 1


def test_a_click_goes_there(qtbot: QtBot, desk: Desk, finder: Finder) -> None:
    qtbot.keyClicks(line(finder), "library")
    [entries] = finder.findChildren(QListWidget)
    middle = entries.visualItemRect(entries.item(0)).center()
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    settle()
    assert at(desk)[0] == "library"


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, desk: Desk, finder: Finder) -> None:
    qtbot.keyClick(line(finder), Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert at(desk)[0] == "today"


@pytest.mark.parametrize(
    "typed", ["zzzz", "<b>", "%s", "\\", "'; drop", "ş ğ ı", "पत्थर", "а б", "\u202eabc", "é" * 300]
)
def test_whatever_is_typed_finds_something_or_says_that_nothing_has_this_name(
    qtbot: QtBot, finder: Finder, typed: str
) -> None:
    line(finder).setFocus()
    composed(typed)
    assert line(finder).text() == typed
    nothing = [each for each in finder.findChildren(Label) if each.isVisible()]
    assert bool(nothing) == (not shown(finder))
    if nothing:
        qtbot.keyClick(line(finder), Qt.Key.Key_Return)
        assert finder.isVisible()


@pytest.mark.parametrize("letter", ["ş", "Ж", "प"])
def test_letters_that_have_no_key_of_their_own_name_can_be_typed(finder: Finder, letter: str) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(line(finder), press)
    assert line(finder).text() == letter


def test_the_command_to_lock_locks(qtbot: QtBot, desk: Desk, finder: Finder) -> None:
    window = desk.window()
    qtbot.keyClicks(line(finder), "Lock")
    qtbot.keyClick(line(finder), Qt.Key.Key_Return)
    settle()
    assert window.gate is not None  # type: ignore[attr-defined]


def test_it_speaks_dutch(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> None:
    desk = in_front(qtbot, desk_of(sample, "nl"))
    desk.search()
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, Finder)
    assert "Bibliotheek" in shown(finder)


def test_a_command_that_asks_for_something_new_goes_where_it_is_asked(
    qtbot: QtBot, desk: Desk, finder: Finder
) -> None:
    qtbot.keyClicks(line(finder), "from a table")
    qtbot.keyClick(line(finder), Qt.Key.Key_Return)
    settle()
    assert desk.page is not None
    assert (desk.page.place.page, desk.page.place.part) == (Place("suppliers", part="table").page, "table")
