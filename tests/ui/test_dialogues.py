"""The list of dialogues, a new one, and dialogue files in and out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.session import Session
from fieldkit.model.supply import Company, Supplier
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, TODAY, found
from ui.desk import Desk
from ui.dialogs.bring_in import Conflict
from ui.dialogs.new_dialogue import NewDialogue
from ui.dialogs.write_out import WriteOut
from ui.fields.choice import QuietCombo
from ui.pages.dialogues import DialoguesPage
from ui.parts.table import Table
from ui.places import Place
from ui.window import Window

DeskOf = Callable[..., Desk]
SUPPLIER = Supplier(code="SUP-01", name="Silver Quay", country="BD")


def dialogue(code: str, title: str, **more: Any) -> Dialogue:
    return Dialogue(code=code, title=title, supplier_code="SUP-01", **more)


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A workspace with three dialogues."""
    workspace.editing.keep(
        SUPPLIER,
        dialogue("D-01", "Spring talks"),
        dialogue("D-02", "Émile's yard", cancelled_on=TODAY),
        dialogue("D-03", "At the quay"),
    )
    return workspace


@pytest.fixture
def list_of(desk_of: Callable[..., Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DeskOf:
    """Show a workspace at its dialogues, once all of it stands on the screen."""
    monkeypatch.setattr(
        QMenu, "popup", lambda menu, _at: menu.setProperty("offered", True)
    )  # nobody to click

    def show(workspace: Workspace, part: str = "") -> Desk:
        desk = desk_of(workspace)
        with qtbot.waitActive(desk.window()):
            desk.window().activateWindow()
        desk.go(Place("dialogues", part=part))
        QApplication.processEvents()
        return desk

    return show


def page_of(desk: Desk) -> DialoguesPage:
    assert isinstance(desk.page, DialoguesPage)
    return desk.page


def table_of(desk: Desk) -> Table[Any]:
    [table] = page_of(desk).findChildren(Table)
    return table


def titles(desk: Desk) -> list[str]:
    model = table_of(desk).model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def menu_of(desk: Desk) -> dict[str, QAction]:
    found(page_of(desk), "More for the chosen dialogue").click()  # type: ignore[attr-defined]
    menu = [each for each in page_of(desk).findChildren(QMenu) if each.property("offered")][-1]
    return {each.text(): each for each in menu.actions() if each.text()}


def dialog_of(desk: Desk, kind: type[Any], qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desk.findChildren(kind)))
    return next(each for each in desk.findChildren(kind) if each.isVisible())


def said(desk: Desk) -> str:
    message = desk.context.messages.last
    return message.text if message else ""


def place_of(desk: Desk) -> Place:
    assert desk.page is not None
    return desk.page.place


# The list


def test_the_list_is_found_by_any_word_whatever_its_accents(begun: Workspace, list_of: DeskOf) -> None:
    desk = list_of(begun)

    QTest.keyClicks(found(page_of(desk), "Search"), "emile bangla")

    assert titles(desk) == ["Émile's yard"]
    assert "1 of 3 dialogues" in [each.text() for each in page_of(desk).findChildren(QLabel)]


@pytest.mark.parametrize("typed", ["\u202eegap", "a\u0301\u0323" * 40, "x" * 300, "zq " * 500_000])
def test_odd_texts_in_the_search_find_nothing_and_break_nothing(
    begun: Workspace, list_of: DeskOf, typed: str
) -> None:
    desk = list_of(begun)
    search = found(page_of(desk), "Search")
    assert isinstance(search, QLineEdit)

    search.setText(typed)
    assert titles(desk) == []
    search.clear()

    assert len(titles(desk)) == 3


def test_the_list_is_filtered_by_status(begun: Workspace, list_of: DeskOf) -> None:
    desk = list_of(begun)
    statuses = found(page_of(desk), "Status")
    assert isinstance(statuses, QuietCombo)
    assert [statuses.itemText(at) for at in range(statuses.count())] == ["All statuses", "Cancelled", "Draft"]

    statuses.setCurrentIndex(1)
    statuses.activated.emit(1)

    assert titles(desk) == ["Émile's yard"]


def test_every_column_sorts(sample: Workspace, list_of: DeskOf) -> None:
    sample.editing.keep(SUPPLIER, dialogue("D-90", "Aaa", cancelled_on=TODAY))
    sample.editing.keep(Session(code="CC-9", dialogue_code="D-90", method="M2", date=TODAY))
    desk = list_of(sample)
    table = table_of(desk)

    for column in range(table.model().columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            table.sortByColumn(column, order)
            assert len(titles(desk)) == 3
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert titles(desk)[0] == "Aaa"


def test_the_model_behind_the_list_is_sound(
    sample: Workspace, list_of: DeskOf, qtmodeltester: ModelTester
) -> None:
    check: Callable[[Any], None] = qtmodeltester.check
    check(table_of(list_of(sample)).model())


def test_enter_opens_a_dialogue_and_so_does_a_double_click(begun: Workspace, list_of: DeskOf) -> None:
    desk = list_of(begun)
    table = table_of(desk)
    table.select("D-03")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert place_of(desk) == Place("dialogue", "D-03")

    desk.go(Place("dialogues"))
    QApplication.processEvents()
    table = table_of(desk)
    middle = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert place_of(desk) == Place("dialogue", "D-01")


def test_a_dialogue_is_deleted_with_delete_and_put_back_with_undo(begun: Workspace, list_of: DeskOf) -> None:
    desk = list_of(begun)
    table = table_of(desk)
    table.setFocus()
    table.select("D-03")

    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert titles(desk) == ["Spring talks", "Émile's yard"]
    assert said(desk) == "The dialogue is deleted."
    desk.context.undo.undo()

    assert len(titles(desk)) == 3
    assert begun.editing.find(Dialogue, "D-03") == dialogue(
        "D-03", "At the quay", id=begun.editing.all(Dialogue)[2].id
    )


def test_a_dialogue_of_which_a_brief_left_stays_and_it_is_said_why(
    sample: Workspace, list_of: DeskOf, tmp_path: Path
) -> None:
    sample.briefing.export("D-01", tmp_path / "note.pdf", "en")
    desk = list_of(sample)
    table_of(desk).select("D-01")

    menu_of(desk)["Delete"].trigger()

    assert "must stay known" in said(desk)
    assert "Natural stone" in titles(desk)


def test_a_dialogue_is_cancelled_and_taken_up_again(begun: Workspace, list_of: DeskOf) -> None:
    desk = list_of(begun)
    table_of(desk).select("D-01")

    menu_of(desk)["Cancel the dialogue"].trigger()
    cancelled = begun.editing.find(Dialogue, "D-01")
    assert cancelled is not None
    assert cancelled.cancelled_on == TODAY
    menu_of(desk)["Take the cancellation back"].trigger()

    again = begun.editing.find(Dialogue, "D-01")
    assert again is not None
    assert again.cancelled_on is None


# A new dialogue


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the list of countries
def test_a_new_dialogue_with_a_new_supplier_by_keyboard_alone_is_there_after_locking(
    workspace: Workspace, list_of: DeskOf, qtbot: QtBot, setup: Setup, tmp_path: Path
) -> None:
    workspace.editing.keep(Company(code="CO-01", name="Klinkerhof Import"))
    desk = list_of(workspace, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)

    QTest.keyClicks(dialog.title, "Garment finishing")
    QTest.keyClicks(dialog.name, "Silver Quay")
    QTest.keyClicks(dialog.country, "bangladesh")
    QTest.keyClick(dialog.country, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: place_of(desk) == Place("dialogue", "D-01", "prepare"))
    window = desk.window()
    assert isinstance(window, Window)
    window.lock()
    with Workspace.open(tmp_path / "work.fieldkit", PASSPHRASE, setup) as again:
        kept = again.editing.find(Dialogue, "D-01")
        assert kept is not None
        assert (kept.title, kept.supplier_code, kept.company_code) == ("Garment finishing", "SUP-01", "CO-01")
        supplier = again.editing.find(Supplier, "SUP-01")
        assert supplier is not None
        assert (supplier.name, supplier.country) == ("Silver Quay", "BD")


def test_a_new_dialogue_and_its_supplier_are_taken_back_as_one_step(
    workspace: Workspace, list_of: DeskOf, qtbot: QtBot
) -> None:
    desk = list_of(workspace, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)
    for line, typed in ((dialog.title, "Garment"), (dialog.name, "Quay"), (dialog.country, "BD")):
        line.setText(typed)
    QTest.mouseClick(found(dialog, "Create the dialogue"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: place_of(desk).page == "dialogue")

    desk.context.undo.undo()

    assert workspace.editing.all(Dialogue) == []
    assert workspace.editing.all(Supplier) == []


def test_a_supplier_that_is_known_is_chosen_from_the_list(
    begun: Workspace, list_of: DeskOf, qtbot: QtBot
) -> None:
    desk = list_of(begun, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)
    assert not dialog.name.isVisible()

    dialog.title.setText("Autumn talks")
    dialog.accept()

    assert dialog.result_code == "D-04"
    assert len(begun.editing.all(Supplier)) == 1


@pytest.mark.parametrize(
    ("title", "name", "country", "named"),
    [
        ("", "Quay", "BD", "title"),
        ("   ", "Quay", "BD", "title"),
        ("Garment", "", "BD", "name"),
        ("Garment", "Quay", "Atlantis", "country"),
        ("x" * 20_000, "Quay", "BD", "title"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_nothing_is_made(
    workspace: Workspace, list_of: DeskOf, qtbot: QtBot, title: str, name: str, country: str, named: str
) -> None:
    desk = list_of(workspace, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)
    for line, typed in ((dialog.title, title), (dialog.name, name), (dialog.country, country)):
        line.setText(typed)

    dialog.accept()

    lines = {"title": dialog.title, "name": dialog.name, "country": dialog.country}
    assert [each for each, line in lines.items() if line.property("problem")] == [named]
    assert lines[named].accessibleDescription()
    assert dialog.isVisible()
    assert workspace.editing.all(Dialogue) == []
    assert workspace.editing.all(Supplier) == []


@pytest.mark.parametrize("title", ["\u202eegap", "a\u0301\u0323" * 40, "x" * 300, "चाय"])
def test_odd_titles_are_kept_as_they_are(begun: Workspace, list_of: DeskOf, qtbot: QtBot, title: str) -> None:
    desk = list_of(begun, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)

    dialog.title.setText(title)
    dialog.accept()

    kept = begun.editing.find(Dialogue, "D-04")
    assert kept is not None
    assert kept.title == title


def test_esc_leaves_without_a_new_dialogue(begun: Workspace, list_of: DeskOf, qtbot: QtBot) -> None:
    desk = list_of(begun, "new")
    dialog = dialog_of(desk, NewDialogue, qtbot)
    dialog.title.setText("Not wanted")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert len(begun.editing.all(Dialogue)) == 3


# Dialogue files


def chooses(monkeypatch: pytest.MonkeyPatch, method: str, file: Path) -> None:
    """Have the user choose a file."""
    monkeypatch.setattr(QFileDialog, method, lambda *_args: (str(file), ""))


def test_a_dialogue_file_comes_in_and_its_dialogue_opens(
    sample: Workspace, workspace: Workspace, list_of: DeskOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(sample.custody.export_dialogue("D-01"))
    desk = list_of(workspace)
    chooses(monkeypatch, "getOpenFileName", file)

    found(page_of(desk), "Bring in a dialogue file").click()  # type: ignore[attr-defined]

    assert place_of(desk) == Place("dialogue", "D-01")
    assert "changed" in said(desk)


def test_other_content_under_a_known_code_is_replaced_only_when_asked(
    sample: Workspace, list_of: DeskOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    tree = json.loads(sample.custody.export_dialogue("D-01"))
    tree["dialogue"]["title"] = "Another title"
    file = tmp_path / "in.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    desk = list_of(sample)
    chooses(monkeypatch, "getOpenFileName", file)

    for button, title in (("Cancel", "Natural stone"), ("Replace", "Another title")):
        found(page_of(desk), "Bring in a dialogue file").click()  # type: ignore[attr-defined]
        dialog = dialog_of(desk, Conflict, qtbot)
        QTest.mouseClick(found(dialog, button), Qt.MouseButton.LeftButton)
        kept = sample.editing.find(Dialogue, "D-01")
        assert kept is not None
        assert kept.title == title

    assert place_of(desk) == Place("dialogue", "D-01")


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"x" * 5_000_000, None])
def test_what_is_no_dialogue_file_is_said_in_words(
    begun: Workspace, list_of: DeskOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "in.json"
    if content is not None:
        file.write_bytes(content)
    desk = list_of(begun)
    chooses(monkeypatch, "getOpenFileName", file)

    found(page_of(desk), "Bring in a dialogue file").click()  # type: ignore[attr-defined]

    assert said(desk)
    assert "Fieldkit itself" not in said(desk)
    assert len(titles(desk)) == 3


def test_a_dialogue_is_written_as_a_file_once_it_is_said_to_be_plain_text(
    sample: Workspace, list_of: DeskOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desk = list_of(sample)
    file = tmp_path / "out.json"
    chooses(monkeypatch, "getSaveFileName", file)
    table_of(desk).select("D-01")

    menu_of(desk)["Write as a dialogue file"].trigger()
    dialog = dialog_of(desk, WriteOut, qtbot)
    assert "A dialogue file is plain text" in [each.text() for each in dialog.findChildren(QLabel)]
    assert not file.exists()
    QTest.keyClick(found(dialog, "Write the file"), Qt.Key.Key_Return)

    assert file.read_bytes() == sample.custody.export_dialogue("D-01")
