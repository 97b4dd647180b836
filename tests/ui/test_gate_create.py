from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from fieldkit.errors import FieldkitError
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_gate import control, enter, focused, gate_of, press, settle, type_into, view_of
from tests.ui.conftest import PASSPHRASE, found
from tests.ui.on_paper import chosen_path, paper_dialog
from ui.gate.create import CreateView
from ui.gate.sheet_view import SheetView
from ui.window import Window

MakeWindow = Callable[..., Window]


def fill_in(qtbot: QtBot, window: Window, phrase: str = PASSPHRASE, again: str | None = None) -> None:
    view = view_of(window, CreateView)
    type_into(qtbot, view.phrase.first, phrase)
    type_into(qtbot, view.phrase.again, phrase if again is None else again)
    settle(qtbot, window)


def type_the_three_words(qtbot: QtBot, window: Window, words: tuple[str, ...]) -> None:
    for number in view_of(window, SheetView).sheet.numbers:
        type_into(qtbot, control(window, f"Word {number}"), words[number - 1])


def test_the_gate_stands_without_loading_the_work_behind_it() -> None:
    code = (
        "import sys, ui.window; sys.exit(any(name.startswith('fieldkit.workspace') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_first_run_needs_no_mouse_and_ends_at_the_desk(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "new folder" / "work.fieldkit")
    QTest.keyClicks(focused(), PASSPHRASE)
    enter(qtbot, window)
    QTest.keyClicks(focused(), PASSPHRASE)
    enter(qtbot, window)
    words = gate_of(window).step.key_words
    shown = [label.text() for label in view_of(window, SheetView).findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if text in words] == list(words)
    QTest.keyClick(control(window, "I have it on paper"), Qt.Key.Key_Return)
    type_the_three_words(qtbot, window, words)
    enter(qtbot, window)
    assert window.workspace is not None
    assert window.workspace.custody.recovery_words == words


def test_what_was_created_opens_again_after_a_lock(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    fill_in(qtbot, window)
    press(qtbot, window, "Create workspace")
    words = gate_of(window).step.key_words
    press(qtbot, window, "I have it on paper")
    type_the_three_words(qtbot, window, words)
    press(qtbot, window, "Open Fieldkit")
    window.lock()
    settle(qtbot, window)
    QTest.keyClicks(focused(), PASSPHRASE)
    press(qtbot, window, "Open the workspace")
    assert window.workspace is not None


@pytest.mark.parametrize(
    ("phrase", "again", "said"),
    [
        ("", "", "Type a passphrase first."),
        (PASSPHRASE, "", "Type the same passphrase once more."),
        (PASSPHRASE, "another", "The two are not the same: type the second once more."),
    ],
)
def test_a_passphrase_that_is_missing_or_differs_makes_no_file(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, phrase: str, again: str, said: str
) -> None:
    window = make_window()
    fill_in(qtbot, window, phrase, again)
    press(qtbot, window, "Create workspace")
    assert gate_of(window).view.trouble.said == said
    assert not (tmp_path / "work.fieldkit").exists()


def test_a_weak_passphrase_is_called_weak_and_taken(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    fill_in(qtbot, window, "abc")
    assert "weak" in view_of(window, CreateView).phrase.meter.said
    press(qtbot, window, "Create workspace")
    assert gate_of(window).step.name == "sheet"


def test_the_judgement_is_of_what_was_typed_last(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    meter = view_of(window, CreateView).phrase.meter
    fill_in(qtbot, window, "slate kettle orchard monsoon thimble")
    assert meter.said == "Strong: nobody would guess this."
    view_of(window, CreateView).phrase.first.setText("")
    assert meter.said == "Shows how hard it is to guess"


@pytest.mark.parametrize(
    "phrase", ["é" * 300, "שלום עולם طاب يومك", "e\u0301\u0301\u0301 ZWJ\u200d", "word " * 250_000, "🌾 🧵"]
)
def test_any_passphrase_one_can_paste_opens_what_it_made(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup, phrase: str
) -> None:
    window = make_window()
    view = view_of(window, CreateView)
    QApplication.clipboard().setText(phrase)
    for line in (view.phrase.first, view.phrase.again):
        line.paste()
    settle(qtbot, window)
    pasted = view.phrase.passphrase
    press(qtbot, window, "Create workspace")
    assert gate_of(window).step.name == "sheet"
    Workspace.open(tmp_path / "work.fieldkit", pasted, setup).lock()


def test_only_the_three_right_words_open_the_way(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    fill_in(qtbot, window)
    press(qtbot, window, "Create workspace")
    words = gate_of(window).step.key_words
    press(qtbot, window, "I have it on paper")
    _, second, _ = view_of(window, SheetView).sheet.numbers
    type_the_three_words(qtbot, window, words)
    type_into(qtbot, control(window, f"Word {second}"), "no word of it")
    enter(qtbot, window)
    assert window.workspace is None
    said = f"Not as on the sheet: word {second}. Look there, and type it again."
    assert view_of(window, SheetView).sheet.said == said
    assert QApplication.focusWidget() is control(window, f"Word {second}")
    press(qtbot, window, "Show the words again")
    press(qtbot, window, "I have it on paper")
    type_into(qtbot, control(window, f"Word {second}"), f" {words[second - 1].upper()} ")
    enter(qtbot, window)
    assert window.workspace is not None


def test_the_sheet_is_saved_as_a_page_that_names_no_file(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(tmp_path / "quarry talks.fieldkit")
    fill_in(qtbot, window)
    press(qtbot, window, "Create workspace")
    chosen_path(monkeypatch, tmp_path / "sheet")
    press(qtbot, window, "Print the sheet")
    press(qtbot, window, "Save as PDF")
    [page] = PdfReader(tmp_path / "sheet.pdf").pages
    text = page.extract_text()
    assert all(word in text for word in gate_of(window).step.key_words)
    assert "quarry" not in text
    assert found(window, "The page is saved. Print it, then delete the file.")
    assert window.focusWidget() is control(window, "I have it on paper")


def test_a_sheet_that_cannot_be_written_is_told_and_asked_again(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    fill_in(qtbot, window)
    press(qtbot, window, "Create workspace")
    chosen_path(monkeypatch, tmp_path / "gone" / "sheet.pdf")
    press(qtbot, window, "Print the sheet")
    press(qtbot, window, "Save as PDF")
    problem = FieldkitError("cannot_write", path="")
    assert found(window, window.messages.sentence(problem))
    assert str(tmp_path) not in window.messages.sentence(problem)
    QTest.keyClick(paper_dialog(window), Qt.Key.Key_Escape)
    assert control(window, "Print the sheet")


def test_a_window_closed_at_the_sheet_leaves_a_file_that_opens(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup
) -> None:
    window = make_window()
    fill_in(qtbot, window)
    press(qtbot, window, "Create workspace")
    window.close()
    Workspace.open(tmp_path / "work.fieldkit", PASSPHRASE, setup).lock()


def test_another_language_keeps_what_was_typed(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    fill_in(qtbot, window)
    QTest.mouseClick(control(window, "Nederlands"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    view = view_of(window, CreateView)
    assert window.words.language == "nl"
    assert view.phrase.passphrase == PASSPHRASE


def test_looks_that_change_while_a_file_is_made_lose_nothing(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup
) -> None:
    window = make_window()
    fill_in(qtbot, window)
    view_of(window, CreateView).phrase.submitted.emit()
    assert window.jobs.busy
    window.look("dark" if window.theme.name == "light" else "light")
    settle(qtbot, window)
    words = gate_of(window).step.key_words
    press(qtbot, window, "I have it on paper")
    numbers = view_of(window, SheetView).sheet.numbers
    window.look("dark" if window.theme.name == "light" else "light")
    settle(qtbot, window)
    assert view_of(window, SheetView).sheet.numbers == numbers
    type_the_three_words(qtbot, window, words)
    enter(qtbot, window)
    assert window.workspace is not None


def test_the_other_ways_stand_still_while_a_file_is_made(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    fill_in(qtbot, window)
    view_of(window, CreateView).phrase.submitted.emit()
    assert not found(window, "Language").isEnabled()
    settle(qtbot, window)


def test_a_passphrase_is_hidden_until_asked_for_and_gone_with_its_view(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    fill_in(qtbot, window)
    line = view_of(window, CreateView).phrase.first
    assert line.echoMode() == QLineEdit.EchoMode.Password
    press(qtbot, window, "Show")
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    press(qtbot, window, "Hide")
    view_of(window, CreateView).hide()
    assert line.text() == ""
    assert not line.isUndoAvailable()


def test_tab_goes_down_the_page_and_the_language_comes_last(qtbot: QtBot, make_window: MakeWindow) -> None:
    make_window()
    names = []
    for _ in range(8):
        names.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert [name.partition(",")[0] for name in names] == [
        "Passphrase",
        "Show",
        "The same once more",
        "Create workspace",
        "Look around in the sample dialogue",
        "Open a workspace",
        "Restore a backup",
        "English",
    ]


def test_the_sample_opens_without_a_passphrase_and_is_gone_after_a_lock(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    with qtbot.waitSignal(gate_of(window).opened):
        press(
            qtbot, window, "Look around in the sample dialogue, No passphrase; everything in it is invented"
        )
    assert window.workspace is not None
    assert window.workspace.path is None
    window.lock()
    assert gate_of(window).step.name == "create"
    assert not (tmp_path / "work.fieldkit").exists()


def test_a_window_started_for_the_sample_goes_straight_to_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(sample=True)
    if window.gate is not None:
        with qtbot.waitSignal(window.gate.opened):
            pass
    assert window.workspace is not None
