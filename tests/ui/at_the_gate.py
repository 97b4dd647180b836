"""What tests of the gate do over and over, as a user would."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Setup
from tests.copies import new_workspace
from tests.ui.conftest import PASSPHRASE
from ui.gate.gate import Gate
from ui.gate.view import View
from ui.window import Window

V = TypeVar("V", bound=View)


def gate_of(window: Window) -> Gate:
    """Return the gate that a window shows."""
    assert window.gate is not None
    return window.gate


def view_of(window: Window, kind: type[V]) -> V:
    """Return the view of the gate, which has to be of this kind."""
    view = gate_of(window).view
    assert isinstance(view, kind)
    return view


def settle(qtbot: QtBot, window: Window) -> None:
    """Wait until no task is under way, and what came of the last one is shown."""
    while window.jobs.busy:
        with qtbot.waitSignal(window.jobs.finished):
            pass
    QApplication.processEvents()


def control(root: QWidget, name: str) -> QWidget:
    """Return the one visible control of this name that takes the focus; its label may have the same."""
    named = [
        each for each in root.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()
    ]
    [taken] = [each for each in named if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return taken


def press(qtbot: QtBot, window: Window, name: str) -> None:
    """Click the control of this name and wait for what it set going."""
    QTest.mouseClick(control(window, name), Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def type_into(qtbot: QtBot, line: QWidget, text: str) -> None:
    """Type a text into a line, in place of what stands there."""
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def focused() -> QWidget:
    """Return what has the cursor."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def enter(qtbot: QtBot, window: Window) -> None:
    """Press Enter where the cursor is, and wait for what it set going."""
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle(qtbot, window)


def made(file: Path, setup: Setup, passphrase: str = PASSPHRASE) -> tuple[str, ...]:
    """Make a workspace file and return the words of its recovery sheet."""
    with new_workspace(file, passphrase, setup) as workspace:
        return workspace.custody.recovery_words
