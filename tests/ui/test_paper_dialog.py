"""A paper goes out through the system's print dialog or as a file, with the keyboard alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.errors import FileProblem
from fieldkit.text import Catalogue, catalogue
from fieldkit.workspace import Workspace, library, printing
from fieldkit.workspace.printing import Picture
from tests.ui.at_the_desk import in_front, settle
from tests.ui.on_paper import chosen_path, press, printer_into
from ui.desk import Desk
from ui.dialogs.paper import Around, Paper, PaperDialog
from ui.dialogs.printer import ChoosePrinter, choose_printer

PRINTED, WRITTEN = "It is on its way.", "It is written."
Offer = Callable[..., PaperDialog]


def nobody(_parent: QWidget, _words: Catalogue) -> QPrinter | None:
    """Leave the dialog of the system."""
    return None


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace) -> Desk:
    return in_front(qtbot, desk_of(workspace))


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    pdf = printing.library_page(library.page("M1", catalogue("en")), "en")
    assert len(list(printing.pages_as_pictures(pdf, 10))) == 2
    return pdf


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def offer(qtbot: QtBot, desk: Desk, told: list[str]) -> Offer:
    """Offer a paper over the desk: by itself nobody chooses a printer."""

    def show(make: Callable[[], bytes], choose: ChoosePrinter = nobody) -> PaperDialog:
        context = desk.context
        paper = Paper("Run sheet", "run sheet", make, context.workspace.printing.write, PRINTED, WRITTEN)
        around = Around(context.theme, context.words, context.jobs, context.messages)
        dialog = PaperDialog(desk, around, paper, choose)
        dialog.told.connect(told.append)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.print_button.hasFocus)
        return dialog

    return show


def apart(printed: bytes, meant: bytes) -> list[float]:
    """Return how far the pages of two papers are apart: of each dot and colour, in steps from 0 to 255."""
    pairs = zip(printing.pages_as_pictures(printed, 20), printing.pages_as_pictures(meant, 20), strict=True)
    return [_apart(one, other) for one, other in pairs]


def _apart(one: Picture, other: Picture) -> float:
    assert min(one.rgb) < 100, "the page is blank"
    assert abs(one.width - other.width) <= 1
    assert one.height == other.height
    width, steps = 3 * min(one.width, other.width), 0
    for row in range(one.height):
        at, there = row * one.row_bytes, row * other.row_bytes
        beside = zip(one.rgb[at : at + width], other.rgb[there : there + width], strict=True)
        steps += sum(abs(a - b) for a, b in beside)
    return steps / (width * one.height)


def test_enter_prints_every_page_as_it_is_and_says_so(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "printed.pdf"
    dialog = offer(lambda: two_pages, lambda _parent, _words: printer_into(out))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.context.jobs.wait()
    assert told == [PRINTED]
    assert not dialog.isVisible()
    assert max(apart(out.read_bytes(), two_pages)) < 7  # another page is 12 apart
    about = PdfReader(out).metadata
    assert about is not None
    assert {about.title, about.author, about.subject} <= {None, ""}  # it tells no more than the paper


def test_a_page_is_as_large_as_other_paper_allows_and_never_cut(
    desk: Desk, offer: Offer, two_pages: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "printed.pdf"
    printer = printer_into(out)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    dialog = offer(lambda: two_pages, lambda _parent, _words: printer)
    press(qtbot, dialog.print_button, desk.context.jobs)
    [page, _] = printing.pages_as_pictures(out.read_bytes(), 40)
    [meant, _] = printing.pages_as_pictures(two_pages, round(40 * 148 / 210))
    assert abs(page.width - meant.width) <= 2
    assert abs(sum(page.rgb) / len(page.rgb) - sum(meant.rgb) / len(meant.rgb)) < 3


def test_leaving_the_dialog_of_the_system_prints_nothing_and_leads_back(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, qtbot: QtBot
) -> None:
    dialog = offer(lambda: two_pages)
    press(qtbot, dialog.print_button, desk.context.jobs)
    assert dialog.isVisible()
    assert told == []


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet"])
def test_saved_as_pdf_it_is_a_file_where_one_says(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch, name: str,
) -> None:  # fmt: skip
    offered = chosen_path(monkeypatch, tmp_path / name)
    dialog = offer(lambda: two_pages)
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.save_button.hasFocus()
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    desk.context.jobs.wait()
    assert offered == ["run sheet.pdf"]
    assert (tmp_path / "sheet.pdf").read_bytes() == two_pages
    assert told == [WRITTEN]
    assert not dialog.isVisible()


def test_what_stands_against_it_is_said_in_the_dialog_and_another_way_is_open(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    jobs, sentence = desk.context.jobs, desk.context.messages.sentence
    dialog = offer(lambda: two_pages)
    chosen_path(monkeypatch, tmp_path / "no such folder" / "sheet.pdf")
    press(qtbot, dialog.save_button, jobs)
    assert dialog.problem == sentence(FileProblem("cannot_write", path=""))
    assert (dialog.isVisible(), told) == (True, [])
    chosen_path(monkeypatch, tmp_path / "sheet.pdf")
    press(qtbot, dialog.save_button, jobs)
    assert told == [WRITTEN]


def test_a_printer_that_takes_nothing_is_told(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, tmp_path: Path, qtbot: QtBot,
    qtlog: Any,
) -> None:  # fmt: skip
    printer = printer_into(tmp_path / "no such folder" / "printed.pdf")
    dialog = offer(lambda: two_pages, lambda _parent, _words: printer)
    with qtlog.disabled():
        press(qtbot, dialog.print_button, desk.context.jobs)
    assert dialog.problem == desk.context.messages.sentence(FileProblem("cannot_print"))
    assert (dialog.isVisible(), told) == (True, [])


def test_a_paper_that_cannot_be_drawn_is_told(desk: Desk, offer: Offer, qtbot: QtBot, tmp_path: Path) -> None:
    def make() -> bytes:
        raise FileProblem("letters_not_printable", letters="石")

    dialog = offer(make, lambda _parent, _words: printer_into(tmp_path / "printed.pdf"))
    press(qtbot, dialog.print_button, desk.context.jobs)
    assert "石" in dialog.problem
    assert not (tmp_path / "printed.pdf").exists()


def test_esc_leaves_and_stops_what_is_under_way_first(
    desk: Desk, offer: Offer, told: list[str], two_pages: bytes, qtbot: QtBot, tmp_path: Path
) -> None:
    under_way, go_on = threading.Event(), threading.Event()

    def make() -> bytes:
        under_way.set()
        go_on.wait()
        return two_pages

    dialog = offer(make, lambda _parent, _words: printer_into(tmp_path / "printed.pdf"))
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Return)
    under_way.wait()
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Return)  # once more in haste: it is under way already
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    go_on.set()
    desk.context.jobs.wait()
    assert (dialog.isVisible(), told) == (False, [])


def test_it_says_that_the_print_system_may_keep_a_copy(offer: Offer, two_pages: bytes) -> None:
    dialog = offer(lambda: two_pages)
    assert any("may keep a copy" in each.accessibleName() for each in dialog.findChildren(QWidget))


def test_the_system_is_asked_for_whole_papers_on_a4_under_a_title_that_tells_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[bool, str]] = []
    answers = [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected]

    def answer(dialog: QPrintDialog) -> int:
        by_range = dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        asked.append((by_range, dialog.printer().docName()))
        return answers[len(asked) - 1]

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    printer = choose_printer(desk, desk.context.words)
    assert printer is not None
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert choose_printer(desk, desk.context.words) is None
    settle()
    assert asked == [(False, "Document")] * 2
    assert desk.findChildren(QPrintDialog) == []
