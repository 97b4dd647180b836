"""What tests of printing do over and over, as a user would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.at_the_desk import settle
from ui.dialogs.paper import PaperDialog
from ui.jobs import Jobs
from ui.parts.buttons import Button


def paper_dialog(root: QWidget) -> PaperDialog:
    """Return the one dialog that offers a paper."""
    [dialog] = [each for each in root.window().findChildren(PaperDialog) if each.isVisible()]
    return dialog


def chosen_path(monkeypatch: pytest.MonkeyPatch, answer: Path | None) -> list[str]:
    """Have the save dialog answered, with None by leaving it; returns the names it is opened with."""
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(answer / name if answer and answer.is_dir() else answer or ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return offered


def press(qtbot: QtBot, button: Button, jobs: Jobs) -> None:
    """Click a button of the dialog and wait for what it set going."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    jobs.wait()
    settle()


def printer_into(out: Path) -> QPrinter:
    """Return a printer whose paper can be looked at: it prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer
