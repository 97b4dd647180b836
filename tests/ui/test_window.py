from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import CTRL, cursor, field_at, go, in_front, kept, settle, typed
from ui.desk import Desk
from ui.notice import Notice
from ui.window import Window, forget_clipboard

MakeWindow = Callable[..., Window]
SAMPLE_WORDS = ("Natural stone", "Aravalli", "SUP-03")


@pytest.fixture
def window(make_window: MakeWindow, sample: Workspace) -> Window:
    """A window on the sample dialogues."""
    window = make_window()
    window.enter(sample)
    return window


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def decision(workspace: Workspace) -> str:
    dialogue = workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    return dialogue.decision_to_inform


def above(window: Window) -> list[QWidget]:
    """Return the windows that stand open beside the one."""
    return [each for each in QApplication.topLevelWidgets() if each is not window and each.isVisible()]


def words_on(window: Window) -> str:
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return " ".join(
        [
            *(each.text() for each in shown if isinstance(each, QLabel)),
            *(each.accessibleName() for each in shown),
        ]
    )


def test_opening_shows_the_desk_and_locking_empties_the_screen(window: Window, sample: Workspace) -> None:
    go(desk_of(window), "dialogue", "D-01")
    assert all(each in words_on(window) for each in SAMPLE_WORDS)
    window.lock()
    assert window.desk is None
    assert window.gate is not None
    assert not any(each in words_on(window) for each in SAMPLE_WORDS)
    settle()
    assert window.findChildren(Desk) == []
    assert not sample._store.is_open


def test_ctrl_l_locks_from_anywhere(qtbot: QtBot, window: Window) -> None:
    desk = in_front(qtbot, desk_of(window))
    go(desk, "dialogue", "D-01", "prepare", "decision_to_inform")
    qtbot.keyClick(cursor(), Qt.Key.Key_L, CTRL)
    assert window.gate is not None


@pytest.mark.parametrize("keys", [Qt.Key.Key_K, Qt.Key.Key_N])
def test_what_stands_open_above_the_desk_goes_when_it_is_locked(
    qtbot: QtBot, window: Window, keys: Qt.Key
) -> None:
    desk = in_front(qtbot, desk_of(window))
    qtbot.keyClick(desk, keys, CTRL)
    settle()
    assert len(above(window)) == 1
    window.lock()
    assert above(window) == []


def test_locking_forgets_undo_and_the_last_message(window: Window) -> None:
    desk = desk_of(window)
    dialogue = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    undo = desk.context.undo
    desk.context.remove(dialogue, "gone")
    window.lock()
    assert not undo.can_undo
    assert window.messages.last is None


def test_the_title_names_nobody_on_any_page(window: Window) -> None:
    desk = desk_of(window)
    for place in (("dialogue", "D-01"), ("supplier", "SUP-03"), ("partner", "PA-01"), ("dialogues", "")):
        go(desk, *place)
        assert window.windowTitle() == "Fieldkit"
    assert QApplication.applicationDisplayName() in (
        "",
        "fieldkit",
        "Fieldkit",
        QApplication.applicationName(),
    )


@pytest.mark.parametrize("change", [lambda window: window.speak("nl"), lambda window: window.look("dark")])
def test_another_language_or_look_keeps_place_cursor_typed_text_and_undo(
    qtbot: QtBot, window: Window, sample: Workspace, change: Callable[[Window], None]
) -> None:
    before = decision(sample)
    go(in_front(qtbot, desk_of(window)), "dialogue", "D-01", "prepare", "decision_to_inform")
    typed(qtbot, "Terms of 2027")
    change(window)
    settle()
    desk = desk_of(window)
    assert desk.page is not None
    assert desk.page.place.code == "D-01"
    assert decision(sample) == "Terms of 2027"
    assert field_at(cursor()).key == "decision_to_inform"
    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    assert decision(sample) == before
    qtbot.keyClick(desk, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert desk.page.place.page == "today"


def test_the_language_changes_without_a_restart_and_is_remembered(window: Window) -> None:
    assert "Suppliers" in words_on(window)
    window.speak("nl")
    settle()
    assert "Leveranciers" in words_on(window)
    assert window.preferences.language == "nl"


def test_a_look_is_kept_and_the_palette_follows(window: Window) -> None:
    light = QApplication.palette().window().color()
    window.look("dark")
    assert QApplication.palette().window().color().lightness() < light.lightness()
    assert window.preferences.appearance == "dark"
    window.look("light")
    assert QApplication.palette().window().color() == light


def test_closing_keeps_what_was_just_typed(
    qtbot: QtBot, window: Window, sample: Workspace, tmp_path: Path, setup: Setup
) -> None:
    go(in_front(qtbot, desk_of(window)), "dialogue", "D-01", "prepare", "decision_to_inform")
    typed(qtbot, "Typed a moment ago")
    window.close()
    assert kept(tmp_path / "sample.fieldkit", setup, decision) == "Typed a moment ago"


def test_closing_remembers_where_the_window_stood(window: Window) -> None:
    assert window.preferences.geometry is None
    window.close()
    assert window.preferences.geometry is not None


@pytest.fixture
def no_backup(setup: Setup) -> None:
    """Where backups should lie there is a file of that name."""
    assert setup.data_folder is not None
    setup.data_folder.write_text("in the way")


@pytest.mark.usefixtures("no_backup")
def test_a_backup_that_failed_is_told_at_the_gate(make_window: MakeWindow, workspace: Workspace) -> None:
    window = make_window()
    window.enter(workspace)
    window.lock()
    assert window.messages.last is not None
    assert window.messages.last.tone == "amber"
    settle()
    assert [each for each in window.findChildren(Notice) if each.isVisible()]


@pytest.mark.usefixtures("no_backup")
def test_closing_stays_once_to_tell_that_the_backup_failed(
    make_window: MakeWindow, workspace: Workspace
) -> None:
    window = make_window()
    window.enter(workspace)
    assert not window.close()
    assert window.isVisible()
    assert window.gate is not None
    assert window.messages.last is not None
    assert window.close()


class Clipboard(QClipboard.__base__):  # type: ignore[name-defined,misc]
    """The clipboard of a desktop, which says whose the words in it are."""

    def __init__(self, *, ours: bool) -> None:
        super().__init__()
        self.ours = ours
        self.words = "copied"

    def ownsClipboard(self) -> bool:  # noqa: N802
        return self.ours

    def clear(self) -> None:
        self.words = ""


def test_the_clipboard_is_emptied_only_when_it_holds_what_was_copied_here(qapp: QApplication) -> None:
    ours, theirs = Clipboard(ours=True), Clipboard(ours=False)
    forget_clipboard(ours)
    forget_clipboard(theirs)
    assert (ours.words, theirs.words) == ("", "copied")


def test_a_bug_in_a_page_keeps_nobody_from_locking(
    make_window: Callable[..., Window], sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    window.enter(sample)
    assert window.desk is not None

    def bug() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(window.desk, "leave", bug)
    window.lock()
    assert window.workspace is None
    assert window.gate is not None
    assert window.messages.last is not None
    assert "ZeroDivisionError" in window.messages.last.text
