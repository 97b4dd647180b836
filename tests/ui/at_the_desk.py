"""What tests of the desk do over and over, as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE
from ui.desk import Desk
from ui.fields import Field
from ui.places import Place

F = TypeVar("F", bound=Field)
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    """Let what was set going for the next moment happen, and what was let go of go."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_front(qtbot: QtBot, desk: Desk) -> Desk:
    """Have the window of a desk in front, so that keys reach it."""
    desk.window().activateWindow()
    qtbot.waitUntil(desk.window().isActiveWindow)
    settle()
    return desk


def go(desk: Desk, page: str, code: str = "", part: str = "", field: str = "") -> QWidget:
    """Go to a place and return its page."""
    desk.go(Place(page, code, part, field))
    settle()
    assert desk.page is not None
    return desk.page


def cursor() -> QWidget:
    """Return the widget that has the cursor."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def field_at(widget: QWidget | None) -> Field:
    """Return the field a widget belongs to."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    assert widget is not None
    return widget


def field(root: QWidget, key: str, kind: type[F]) -> F:
    """Return the field of this key."""
    [only] = [each for each in root.findChildren(kind) if each.key == key]
    return only


def typed(qtbot: QtBot, text: str) -> None:
    """Type a text where the cursor is, in place of what stands there."""
    line = cursor()
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    line.selectAll()
    qtbot.keyClicks(line, text)


def composed(text: str) -> None:
    """Type letters where the cursor is as an input method does: those of every script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(cursor(), event)


def pasted(qtbot: QtBot, text: str) -> None:
    """Paste a text where the cursor is, in place of what stands there."""
    line = cursor()
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    QApplication.clipboard().setText(text)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, CTRL)


def kept(file: Path, setup: Setup, read: Callable[[Workspace], object]) -> object:
    """Return what a file that was closed holds."""
    with Workspace.open(file, PASSPHRASE, setup) as workspace:
        return read(workspace)
