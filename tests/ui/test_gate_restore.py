from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.model.supply import Company
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.backups import Backup
from tests.ui.at_the_gate import control, enter, gate_of, made, press, type_into, view_of
from tests.ui.conftest import PASSPHRASE, found
from ui.gate.files import free_name
from ui.gate.restore import RestoreView, told
from ui.window import Window

MakeWindow = Callable[..., Window]

ROW = "Restore a backup, You need its passphrase or its recovery sheet"


@pytest.fixture
def words(tmp_path: Path, setup: Setup) -> tuple[str, ...]:
    """A workspace with a company and a backup of it, all closed; the words of its sheet."""
    made(tmp_path / "work.fieldkit", setup)
    with Workspace.open(tmp_path / "work.fieldkit", PASSPHRASE, setup) as workspace:
        workspace.editing.keep(Company(code="CO-01", name="Klinkerhof"))
        return workspace.custody.recovery_words


@pytest.fixture
def saved_as(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user takes the name that the dialog suggests."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _, __, name, *___, **____: (name, ""))


@pytest.mark.usefixtures("words", "saved_as")
def test_the_newest_backup_comes_back_as_a_new_file_and_opens(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    press(qtbot, window, ROW)
    assert view_of(window, RestoreView).list.currentRow() == 0
    type_into(qtbot, view_of(window, RestoreView).phrase, PASSPHRASE)
    enter(qtbot, window)
    assert window.workspace is not None
    assert window.workspace.path == tmp_path / "work-2.fieldkit"
    assert [company.name for company in window.workspace.editing.all(Company)] == ["Klinkerhof"]
    assert (tmp_path / "work.fieldkit").exists()


@pytest.mark.usefixtures("saved_as")
def test_the_words_of_the_sheet_open_a_backup_too(
    qtbot: QtBot, make_window: MakeWindow, words: tuple[str, ...]
) -> None:
    window = make_window()
    press(qtbot, window, ROW)
    type_into(qtbot, view_of(window, RestoreView).phrase, " ".join(words))
    enter(qtbot, window)
    assert window.workspace is not None


@pytest.mark.usefixtures("words", "saved_as")
def test_a_wrong_passphrase_brings_nothing_back(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    press(qtbot, window, ROW)
    type_into(qtbot, view_of(window, RestoreView).phrase, "wrong")
    enter(qtbot, window)
    assert "The passphrase is wrong" in gate_of(window).view.trouble.said
    assert [file.name for file in tmp_path.glob("*.fieldkit")] == ["work.fieldkit"]


@pytest.mark.usefixtures("words")
def test_a_file_that_is_there_is_never_overwritten(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "work.fieldkit").read_bytes()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "work.fieldkit"), "")
    )
    window = make_window()
    press(qtbot, window, ROW)
    type_into(qtbot, view_of(window, RestoreView).phrase, PASSPHRASE)
    enter(qtbot, window)
    assert "it was left as it is" in gate_of(window).view.trouble.said
    assert (tmp_path / "work.fieldkit").read_bytes() == before


@pytest.mark.usefixtures("saved_as")
def test_a_file_from_a_stick_is_chosen_where_no_backup_was_found(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Setup(cost=setup.cost, state_folder=setup.state_folder, data_folder=tmp_path / "elsewhere")
    made(tmp_path / "stick.fieldkit", elsewhere)
    window = make_window()
    press(qtbot, window, ROW)
    assert found(window, "No backup was found on this computer.")
    press(qtbot, window, "Restore")
    assert gate_of(window).view.trouble.said == "Choose a file first."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "stick.fieldkit"), ""))
    press(qtbot, window, "Choose a file")
    press(qtbot, window, "Restore")
    assert gate_of(window).view.trouble.said == "Type the passphrase first."
    type_into(qtbot, view_of(window, RestoreView).phrase, PASSPHRASE)
    enter(qtbot, window)
    assert window.workspace is not None
    assert window.workspace.path == tmp_path / "work.fieldkit"


@pytest.mark.usefixtures("words")
def test_back_leads_to_the_passphrase_and_a_dialog_given_up_changes_nothing(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    window = make_window()
    press(qtbot, window, ROW)
    type_into(qtbot, view_of(window, RestoreView).phrase, PASSPHRASE)
    enter(qtbot, window)
    assert gate_of(window).step.name == "restore"
    press(qtbot, window, "Back")
    assert control(window, "Passphrase")


@pytest.mark.usefixtures("words")
def test_another_language_keeps_the_backup_that_was_chosen(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, setup: Setup
) -> None:
    made(tmp_path / "second.fieldkit", setup)
    window = make_window()
    press(qtbot, window, ROW)
    view_of(window, RestoreView).list.setCurrentRow(1)
    source = view_of(window, RestoreView).source
    window.speak("nl")
    assert view_of(window, RestoreView).source == source


def test_backups_of_several_workspaces_are_told_apart_without_names() -> None:
    made_at = datetime(2026, 4, 1, 12, tzinfo=UTC)
    backups = [Backup(path=Path(f), made_at=made_at, size=1, family=f) for f in ("b", "a", "b")]
    ends = [line.rpartition(" ")[2] for line in told(backups, catalogue("en"))]
    assert ends == ["B", "A", "B"]
    assert "workspace" not in told(backups[:1], catalogue("en"))[0]


def test_a_free_name_stands_for_no_file(tmp_path: Path) -> None:
    file = tmp_path / "a.fieldkit"
    assert free_name(file) == file
    file.touch()
    (tmp_path / "a-2.fieldkit").touch()
    assert free_name(file) == tmp_path / "a-3.fieldkit"
