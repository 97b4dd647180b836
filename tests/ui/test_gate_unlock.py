from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_gate import control, enter, focused, gate_of, made, press, settle, type_into, view_of
from tests.ui.conftest import PASSPHRASE, found
from ui.gate.create import CreateView
from ui.gate.recovery import RecoveryView
from ui.gate.sheet_view import SheetView
from ui.gate.unlock import WAYS_OUT, UnlockView
from ui.window import Window

MakeWindow = Callable[..., Window]


@pytest.fixture
def file(tmp_path: Path, setup: Setup) -> Path:
    """A workspace file that is closed."""
    made(tmp_path / "work.fieldkit", setup)
    return tmp_path / "work.fieldkit"


def try_to_open(qtbot: QtBot, window: Window, phrase: str = PASSPHRASE) -> str:
    type_into(qtbot, view_of(window, UnlockView).phrase, phrase)
    enter(qtbot, window)
    return "" if window.gate is None else window.gate.view.trouble.said


@pytest.mark.usefixtures("file")
def test_a_passphrase_and_enter_open_the_workspace(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    QTest.keyClicks(focused(), PASSPHRASE)
    enter(qtbot, window)
    assert window.workspace is not None


@pytest.mark.usefixtures("file")
def test_a_wrong_passphrase_is_typed_over_and_has_two_ways_out(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    said = try_to_open(qtbot, window, "wrong")
    assert "wrong, or the beginning of the file is damaged" in said
    assert view_of(window, UnlockView).phrase.selectedText()
    assert control(window, "Use the recovery words")
    assert control(window, "Restore the newest backup")
    QTest.keyClicks(focused(), PASSPHRASE)
    enter(qtbot, window)
    assert window.workspace is not None


@pytest.mark.usefixtures("file")
def test_no_passphrase_is_asked_for_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    press(qtbot, window, "Open the workspace")
    assert gate_of(window).view.trouble.said == "Type the passphrase first."


def test_damage_further_in_leads_to_the_newest_backup(
    qtbot: QtBot, make_window: MakeWindow, file: Path
) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 2 :] = bytes(len(content) - 4096 * 2)
    file.write_bytes(content)
    window = make_window()
    said = try_to_open(qtbot, window)
    assert "damaged" in said
    press(qtbot, window, "Restore the newest backup")
    assert gate_of(window).step.name == "restore"


def test_a_file_that_is_no_workspace_leads_to_another(
    qtbot: QtBot, make_window: MakeWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = file.with_name("letter.fieldkit")
    letter.write_text("Dear colleague, " * 400)
    window = make_window(letter)
    assert "not a Fieldkit workspace" in try_to_open(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(qtbot, window, "Choose another file")
    assert try_to_open(qtbot, window) == ""


def test_a_stick_that_was_pulled_out_is_told(qtbot: QtBot, make_window: MakeWindow, file: Path) -> None:
    window = make_window()
    file.unlink()
    assert "no such file" in try_to_open(qtbot, window)
    assert control(window, "Choose another file")


def test_a_workspace_open_elsewhere_is_told_and_opens_once_it_is_closed(
    qtbot: QtBot, make_window: MakeWindow, file: Path, setup: Setup
) -> None:
    window = make_window()
    with Workspace.open(file, PASSPHRASE, setup):
        assert "already open" in try_to_open(qtbot, window)
    assert try_to_open(qtbot, window) == ""


def test_what_is_said_names_no_folder(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    folder = tmp_path / "asha and meera"
    folder.mkdir()
    (folder / "a.fieldkit").write_bytes(b"\1" * 5000)
    window = make_window(folder / "a.fieldkit")
    assert "asha" not in try_to_open(qtbot, window)
    assert found(window, "Type the passphrase of a.fieldkit.")


def test_every_way_out_is_a_way_there_is() -> None:
    assert {way for ways in WAYS_OUT.values() for way in ways} == {"recovery", "restore", "choose"}


@pytest.mark.usefixtures("file")
def test_looks_that_change_while_a_file_opens_lose_nothing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    view = view_of(window, UnlockView)
    type_into(qtbot, view.phrase, PASSPHRASE)
    view.phrase.returnPressed.emit()
    window.speak("nl")
    settle(qtbot, window)
    assert window.workspace is not None


def test_a_second_workspace_is_created_beside_the_first(
    qtbot: QtBot, make_window: MakeWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _, __, name, *___, **____: (name, ""))
    press(qtbot, window, "Create a new workspace, A file of its own, with a passphrase of its own")
    view = view_of(window, CreateView)
    assert view.step.file == file.with_name("work-2.fieldkit")
    for line in (view.phrase.first, view.phrase.again):
        type_into(qtbot, line, "another phrase")
    press(qtbot, window, "Create workspace")
    assert gate_of(window).step.name == "sheet"
    assert file.with_name("work-2.fieldkit").exists()


def test_the_recovery_words_open_the_file_and_a_new_passphrase_brings_a_new_sheet(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup
) -> None:
    file = tmp_path / "work.fieldkit"
    words = made(file, setup)
    window = make_window()
    press(qtbot, window, "Use the recovery words")
    QApplication.clipboard().setText("  " + "\n".join(words).upper())
    view_of(window, RecoveryView).text.paste()
    press(qtbot, window, "Open the workspace")
    for name in ("New passphrase", "The same once more"):
        type_into(qtbot, control(window, name), "a new phrase")
    enter(qtbot, window)
    new_words = gate_of(window).step.key_words
    assert new_words != words
    press(qtbot, window, "I have it on paper")
    for number in view_of(window, SheetView).sheet.numbers:
        type_into(qtbot, control(window, f"Word {number}"), new_words[number - 1])
    enter(qtbot, window)
    assert window.workspace is not None
    window.lock()
    settle(qtbot, window)
    assert try_to_open(qtbot, window) != ""
    assert try_to_open(qtbot, window, "a new phrase") == ""


def test_the_old_passphrase_may_be_kept(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup
) -> None:
    words = made(tmp_path / "work.fieldkit", setup)
    window = make_window()
    press(qtbot, window, "Use the recovery words")
    view_of(window, RecoveryView).text.setPlainText(" ".join(words))
    QTest.keyClick(view_of(window, RecoveryView).text, Qt.Key.Key_Return)
    settle(qtbot, window)
    press(qtbot, window, "Keep the old passphrase")
    assert window.workspace is not None
    assert window.workspace.custody.recovery_words == words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda words: words[:23], "There are 23 words here, and the sheet has 24."),
        (lambda words: [*words[:4], "quarryman", *words[5:]], "number 5. Check the spelling."),
        (lambda _words: ["abandon"] * 24, "These are not the 24 words of a recovery sheet"),
        (lambda _words: ["abandon"] * 23 + ["art"], "These words do not open this file"),
    ],
)
def test_words_that_open_nothing_are_told_apart_and_never_repeated(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup,
    change: Callable[[list[str]], list[str]], said: str,
) -> None:  # fmt: skip
    words = made(tmp_path / "work.fieldkit", setup)
    window = make_window()
    press(qtbot, window, "Use the recovery words")
    view_of(window, RecoveryView).text.setPlainText(" ".join(change(list(words))))
    press(qtbot, window, "Open the workspace")
    assert window.workspace is None
    assert said in gate_of(window).view.trouble.said
    assert "quarryman" not in gate_of(window).view.trouble.said


@pytest.mark.usefixtures("file")
def test_a_pasted_megabyte_is_no_recovery_sheet(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    press(qtbot, window, "Use the recovery words")
    view_of(window, RecoveryView).text.setPlainText("word " * 200_000)
    press(qtbot, window, "Open the workspace")
    assert "words here, and the sheet has 24." in gate_of(window).view.trouble.said
