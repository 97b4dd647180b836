"""Bringing in a table: read in the background, understood, looked at, taken in as one step."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fieldkit.model.supply import Supplier
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE
from ui.desk import Desk
from ui.pages.suppliers import SuppliersPage
from ui.pages.table_import import TableImport
from ui.places import Place

DeskOf = Callable[..., Desk]

TABLE = """Supplier;Country;Site;Tier;Contact person;% women;% men;Remarks
Novi Mills;Portugal;Hall A;1;Somebody;55;45;
Novi Mills;Portugal;Hall B;2;;60;60;
Lindum;Atlantis;;;;;;
Serra Stone;Brazil;Quarry;tier 3+;;12;88;
"""
TARGET = 2


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "suppliers.csv"
    file.write_text(TABLE, "utf-8")
    return file


def import_of(desk: Desk) -> TableImport:
    desk.go(Place("suppliers", part="table"))
    QApplication.processEvents()
    assert isinstance(desk.page, SuppliersPage)
    return desk.page.findChildren(TableImport)[0]


def read(page: TableImport, file: Path, qtbot: QtBot) -> None:
    """Have a file read, and wait until what it makes is shown."""
    page.read(file)
    qtbot.waitUntil(lambda: page._understood.preview is not None)
    QApplication.processEvents()


def outcomes(page: TableImport) -> list[str]:
    model = page._understood.row_table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_table_is_understood_and_each_row_says_what_it_makes(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    page = import_of(desk_of(workspace))
    read(page, table, qtbot)
    assert outcomes(page) == [
        "New supplier SUP-01 · New site SITE-01 · New group: women · New group: men",
        "Supplier SUP-01 stays the same · New site SITE-02 · New group: women · New group: men",
        "Country: Expected a country: its name in English or Dutch, or its code, such as IN.",
        "New supplier SUP-02 · New site SITE-03 · New group: women · New group: men",
    ]
    assert page._take.words == "Take in 2 suppliers"
    assert "rows left out for a problem: 1" in page._understood._counts.text()
    assert "120 %" in page._understood._remarks.text()
    assert "Contact person" in page._understood._left_out.accessibleName()
    assert workspace.editing.all(Supplier) == []


def test_only_the_rows_with_a_problem_are_shown_when_asked(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    page = import_of(desk_of(workspace))
    read(page, table, qtbot)
    page._understood._which.pick("problems")
    assert len(outcomes(page)) == 1
    page._understood.row_table.selectRow(0)
    assert page._understood._whole.text().startswith("Country: Expected a country")


def test_taking_in_is_one_step_that_can_be_taken_back_and_is_kept_after_the_lock(
    desk_of: DeskOf, workspace: Workspace, setup: Setup, table: Path, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    page = import_of(desk)
    read(page, table, qtbot)
    QTest.mouseClick(page._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.page is not None and desk.page.place.part == "")
    assert [each.name for each in workspace.editing.all(Supplier)] == ["Novi Mills", "Serra Stone"]
    assert [each.contact_person for each in workspace.editing.all(Supplier)] == ["", ""]
    desk.context.undo.undo()
    assert workspace.editing.all(Supplier) == []
    desk.context.undo.redo()
    path = workspace.path
    assert path is not None
    desk.context.lock()
    with Workspace.open(path, PASSPHRASE, setup) as again:
        assert len(again.editing.all(Supplier)[0].sites) == 2


def test_a_column_is_taken_for_something_else_by_keyboard_and_the_rows_follow(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    page = import_of(desk_of(workspace))
    read(page, table, qtbot)
    columns = page._understood.mapping_table
    columns.go_to(2, TARGET)
    QTest.keyClick(columns, Qt.Key.Key_Return)
    combo = columns.indexWidget(columns.currentIndex())
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("unused"))
    QTest.keyClick(combo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("says something else" in each for each in outcomes(page)))
    assert page._understood.mapping.columns[2] == "unused"


def test_the_columns_are_a_sound_model(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    page = import_of(desk_of(workspace))
    read(page, table, qtbot)
    check: Callable[[Any], None] = qtmodeltester.check
    check(page._understood.columns)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 nothing", "This is neither an XLSX nor a CSV file"),
        (b"", "The file holds no table"),
        (b"PK\x03\x04 broken", "The file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "The file is of an old kind"),
    ],
)
def test_what_is_no_table_is_said_on_the_page_and_another_file_can_be_chosen(
    desk_of: DeskOf,
    workspace: Workspace,
    table: Path,
    tmp_path: Path,
    qtbot: QtBot,
    content: bytes,
    said: str,
) -> None:
    page = import_of(desk_of(workspace))
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_bytes(content)
    page.read(wrong)
    qtbot.waitUntil(lambda: said in page._start._problem.accessibleName())
    assert page._start._work.isHidden()
    read(page, table, qtbot)
    assert len(outcomes(page)) == 4


def test_a_file_that_is_gone_is_said_without_its_folder(
    desk_of: DeskOf, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    page = import_of(desk_of(workspace))
    page.read(tmp_path / "secret folder" / "gone.csv")
    qtbot.waitUntil(lambda: "cannot be read" in page._start._problem.accessibleName())
    assert "secret folder" not in page._start._problem.accessibleName()


def test_a_dropped_file_is_read(desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot) -> None:
    page = import_of(desk_of(workspace))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(
        page.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(page.rect().center()), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(page, drop)
    qtbot.waitUntil(lambda: page._understood.preview is not None)
    assert len(outcomes(page)) == 4


def test_cancelled_reading_leaves_the_page_as_it_was(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    page = import_of(desk)
    page.read(table)
    page._start.cancelled.emit()
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)
    assert page._start._work.isHidden()
    assert page._stack.currentIndex() == 0
    read(page, table, qtbot)


def test_leaving_the_page_while_a_table_is_read_does_no_harm(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    import_of(desk).read(table)
    desk.go(Place("suppliers"))
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)
    assert workspace.editing.all(Supplier) == []


def test_a_preview_that_is_out_of_date_is_made_again_and_nothing_is_taken_in(
    desk_of: DeskOf, workspace: Workspace, table: Path, qtbot: QtBot
) -> None:
    desk = desk_of(workspace)
    page = import_of(desk)
    read(page, table, qtbot)
    workspace.editing.keep(Supplier(code="SUP-01", name="Somebody else", country="NL"))
    before = page._understood.preview
    page._take.click()
    qtbot.waitUntil(lambda: page._understood.preview is not before and not desk.context.jobs.busy)
    assert desk.context.messages.last is not None
    assert "make the preview again" in desk.context.messages.last.text
    assert [each.name for each in workspace.editing.all(Supplier)] == ["Somebody else"]
    assert page._take.words == "Take in 2 suppliers"


def test_a_workbook_with_several_sheets_offers_each_of_them(
    desk_of: DeskOf, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Notes", "More"])
    book.active.append(["nothing", "here"])
    second = book.create_sheet("List")
    second.append(["Supplier", "Country"])
    second.append(["Lindum", "Sweden"])
    content = BytesIO()
    book.save(content)
    file = tmp_path / "book.xlsx"
    file.write_bytes(content.getvalue())
    page = import_of(desk_of(workspace))
    read(page, file, qtbot)
    sheets = page._understood._sheet
    assert [sheets.itemText(at) for at in range(sheets.count())] == ["Sheet", "List"]
    assert page._take.is_off
    sheets.setCurrentIndex(1)
    sheets.activated.emit(1)
    qtbot.waitUntil(lambda: page._take.words == "Take in 1 supplier")
    assert not page._take.is_off


def test_an_empty_table_is_saved_to_be_filled_in_and_comes_back_understood(
    desk_of: DeskOf, workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "empty.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page = import_of(desk_of(workspace))
    page._start.wants_sample.emit()
    head = out.read_text("utf-8-sig").splitlines()[0].split(",")
    row = dict.fromkeys(head, "")
    row |= {"Supplier name": "Lindum", "Country": "Sweden"}
    out.write_text(",".join(head) + "\n" + ",".join(row.values()) + "\n", "utf-8")
    read(page, out, qtbot)
    assert "unused" not in page._understood.mapping.columns
    assert page._take.words == "Take in 1 supplier"


def test_the_empty_table_that_cannot_be_written_is_told(
    desk_of: DeskOf, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(workspace)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "such.csv"), ""))
    import_of(desk)._start.wants_sample.emit()
    assert desk.context.messages.last is not None
    assert "cannot be written" in desk.context.messages.last.text
