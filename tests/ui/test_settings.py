from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.errors import FieldkitError
from fieldkit.model.supply import Company
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_gate import control, enter, gate_of, press, settle, type_into
from tests.ui.conftest import PASSPHRASE, found
from ui.pages.settings_erase import EraseDialog
from ui.pages.settings_file import SampleCard
from ui.pages.settings_passphrase import PassphraseDialog
from ui.places import Place
from ui.window import Window

D = TypeVar("D", bound=QWidget)
SettingsOf = Callable[..., Window]


@pytest.fixture
def settings_of(make_window: Callable[..., Window], qtbot: QtBot) -> SettingsOf:
    """Show the settings of a workspace."""

    def show(workspace: Workspace, language: str = "en") -> Window:
        window = make_window(language=language)
        window.enter(workspace)
        assert window.desk is not None
        window.desk.go(Place("settings"))
        settle(qtbot, window)
        return window

    return show


def in_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Act in the dialog that the next press opens."""

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            QApplication.processEvents()  # the dialog becomes the active window
            act(dialog)
        finally:
            dialog.close()  # so that a test that fails ends too

    QTimer.singleShot(0, go)


def choose(qtbot: QtBot, window: Window, name: str, words: str) -> None:
    """Choose from a list as the keyboard does."""
    combo = control(window, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_another_language_counts_at_once_and_stays(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    press(qtbot, window, "Nederlands")
    assert window.words.language == "nl"
    assert window.preferences.language == "nl"
    assert window.desk is not None
    assert window.desk.context.workspace is workspace
    assert window.desk.page is not None
    assert window.desk.page.place == Place("settings")


def test_dark_counts_at_once_and_the_computer_may_decide_again(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    for name, ground in (("Dark", "dark"), ("Light", "light")):
        press(qtbot, window, name)
        assert window.theme.name == ground
    press(qtbot, window, "As the computer")
    assert window.preferences.appearance == "system"


def test_the_lock_is_set_from_one_to_fifteen_minutes(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    combo = control(window, "Lock by itself after")
    assert isinstance(combo, QComboBox)
    assert [combo.itemData(at) for at in range(combo.count())] == list(range(1, 16))
    assert combo.currentData() == 5
    choose(qtbot, window, "Lock by itself after", "2 min")
    assert window.idle.minutes == window.preferences.lock_minutes == 2


def test_a_role_is_chosen_and_never_typed(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    choose(qtbot, window, "Your role", "Facilitator")
    assert window.preferences.role == "facilitator"
    combo = control(window, "Your role")
    assert isinstance(combo, QComboBox)
    assert not combo.isEditable()


def test_the_company_comes_to_be_when_its_name_is_typed_and_is_kept(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, tmp_path: Path, setup: Setup
) -> None:
    window = settings_of(workspace)
    assert workspace.editing.all(Company) == []
    type_into(qtbot, control(window, "Name"), "Klinkerhof & Zonen")
    type_into(qtbot, control(window, "Sector"), "natural stone")
    window.lock()
    with Workspace.open(tmp_path / "work.fieldkit", PASSPHRASE, setup) as again:
        [company] = again.editing.all(Company)
        assert (company.name, company.sector) == ("Klinkerhof & Zonen", "natural stone")


@pytest.mark.parametrize("name", ["שלום", "e\u0301" * 50, "🌾 farm", "<b>bold</b>"])
def test_any_letters_make_a_name(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, name: str
) -> None:
    window = settings_of(workspace)
    line = control(window, "Name")
    assert isinstance(line, QLineEdit)
    QApplication.clipboard().setText(name)
    line.setFocus()
    line.paste()
    control(window, "Sector").setFocus()
    assert [company.name for company in workspace.editing.all(Company)] == [name]


def test_a_pasted_megabyte_is_told_beside_the_field_and_the_rest_stays_usable(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    line = control(window, "Name")
    assert isinstance(line, QLineEdit)
    QApplication.clipboard().setText("x" * 1_000_000)
    line.setFocus()
    line.paste()
    type_into(qtbot, control(window, "Sector"), "garments")
    control(window, "Name").setFocus()
    assert line.property("problem")
    assert "at most" in line.accessibleDescription()
    assert [company.sector for company in workspace.editing.all(Company)] == ["garments"]


def test_undo_takes_a_company_back(qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace) -> None:
    window = settings_of(workspace)
    type_into(qtbot, control(window, "Name"), "Klinkerhof")
    control(window, "Sector").setFocus()
    assert window.desk is not None
    window.desk.context.undo.undo()
    settle(qtbot, window)
    assert workspace.editing.all(Company) == []
    line = control(window, "Name")
    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    type_into(qtbot, line, "Another")
    control(window, "Sector").setFocus()
    assert [company.name for company in workspace.editing.all(Company)] == ["Another"]


def test_a_backup_is_made_in_the_background_and_shown(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    assert found(window, "None yet: one is made when you lock")
    press(qtbot, window, "Make a backup now")
    assert len(workspace.backups.all()) == 1
    assert window.messages.last is not None
    assert window.messages.last.text == "The backup is made, and was read back whole."
    assert control(window, "Make a backup now").isEnabled()


def test_a_page_left_meanwhile_still_has_its_backup_made(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    QTest.mouseClick(control(window, "Make a backup now"), Qt.MouseButton.LeftButton)
    assert window.desk is not None
    window.desk.go(Place("today"))
    settle(qtbot, window)
    assert len(workspace.backups.all()) == 1


def test_a_backup_that_cannot_be_made_is_told(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, tmp_path: Path
) -> None:
    window = settings_of(workspace)
    (tmp_path / "data").write_text("in the way")
    press(qtbot, window, "Make a backup now")
    assert window.messages.last is not None
    assert window.messages.last.text == window.messages.sentence(FieldkitError("cannot_write", path=""))
    assert control(window, "Make a backup now").isEnabled()


def test_the_file_is_checked_and_said_to_be_sound(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    press(qtbot, window, "Check the file")
    assert found(window, "The workspace file is sound.")


def test_a_damaged_file_is_told_with_its_way_out(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    window = settings_of(workspace)
    assert workspace.path is not None
    workspace.custody.verify()  # what is in the log comes home first
    content = bytearray(workspace.path.read_bytes())
    content[-3000] ^= 255
    with workspace.path.open("r+b") as stream:
        stream.write(content)
    press(qtbot, window, "Check the file")
    assert found(window, window.messages.sentence(FieldkitError("workspace_damaged", path="")))


def test_a_new_passphrase_comes_with_a_new_sheet_and_opens_the_file(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, tmp_path: Path, setup: Setup
) -> None:
    former = workspace.custody.recovery_words
    window = settings_of(workspace)

    def change(dialog: PassphraseDialog) -> None:
        type_into(qtbot, dialog.phrase.first, "a new phrase")
        type_into(qtbot, dialog.phrase.again, "another")
        enter(qtbot, window)
        assert dialog.trouble.said.startswith("The two are not the same")
        type_into(qtbot, dialog.phrase.again, "a new phrase")
        enter(qtbot, window)
        words = workspace.custody.recovery_words
        QTest.mouseClick(control(dialog, "I have it on paper"), Qt.MouseButton.LeftButton)
        for number in dialog.sheet.numbers:
            type_into(qtbot, control(dialog, f"Word {number}"), words[number - 1])
        enter(qtbot, window)

    in_dialog(PassphraseDialog, change)
    press(qtbot, window, "Change the passphrase")
    assert workspace.custody.recovery_words != former
    window.lock()
    Workspace.open(tmp_path / "work.fieldkit", "a new phrase", setup).lock()


def test_a_dialog_given_up_changes_nothing(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace
) -> None:
    former = workspace.custody.recovery_words
    window = settings_of(workspace)
    in_dialog(PassphraseDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    press(qtbot, window, "Change the passphrase")
    assert workspace.custody.recovery_words == former


def test_erasing_needs_the_word_and_leads_to_the_gate(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.backups.make()
    window = settings_of(workspace)

    def erase(dialog: EraseDialog) -> None:
        assert dialog.erase.is_off
        QTest.keyClicks(dialog.line, "erase")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        assert dialog.isVisible()
        type_into(qtbot, dialog.line, "ERASE")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)

    in_dialog(EraseDialog, erase)
    press(qtbot, window, "Erase the workspace")
    assert gate_of(window).step.name == "create"
    assert not (tmp_path / "work.fieldkit").exists()
    assert workspace.backups.files() == []
    assert window.messages.last is not None
    assert "copies made elsewhere are still there" in window.messages.last.text
    assert found(window, window.messages.last.text)


def test_a_workspace_is_kept_when_one_thinks_better_of_it(
    qtbot: QtBot, settings_of: SettingsOf, workspace: Workspace, tmp_path: Path
) -> None:
    window = settings_of(workspace)

    def keep(dialog: EraseDialog) -> None:
        QTest.keyClicks(dialog.line, "ERASE")
        QTest.mouseClick(control(dialog, "Keep it"), Qt.MouseButton.LeftButton)

    in_dialog(EraseDialog, keep)
    press(qtbot, window, "Erase the workspace")
    assert (tmp_path / "work.fieldkit").exists()
    assert window.workspace is workspace


def test_the_sample_has_no_passphrase_and_nothing_to_erase(
    qtbot: QtBot, settings_of: SettingsOf, sample: Workspace
) -> None:
    window = settings_of(sample)
    assert "This is the sample" in {each.accessibleName() for each in window.findChildren(SampleCard)}
    names = {each.accessibleName() for each in window.findChildren(QWidget) if each.isVisible()}
    assert names.isdisjoint({"Make a backup now", "Change the passphrase", "Erase the workspace"})
    press(qtbot, window, "Create your workspace")
    assert window.workspace is None
