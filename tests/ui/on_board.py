"""What tests of the session board do over and over, as a user would."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.session import Session
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import go, settle
from tests.ui.conftest import found
from ui.desk import Desk
from ui.pages.dialogue.board.page import SessionsStep
from ui.pages.dialogue.board.section import BoardFold
from ui.pages.dialogue.readiness import ReadinessColumn
from ui.parts.buttons import Button

DAY_BEFORE = date(2026, 2, 13)  # of the session below
CODE = "CC-2026-01"


def plan(workspace: Workspace, **changes: Any) -> Session:
    """Have the quarry session planned once more, with nothing against it but what changes here."""
    found_ = workspace.editing.find(Session, CODE)
    assert found_ is not None
    nobody_yet = tuple(replace(group, headcount_present=None) for group in found_.groups)
    planned = replace(found_, **{"status": "planned", "groups": nobody_yet} | changes)
    workspace.editing.keep(planned)
    return planned


def plan_with_gaps(workspace: Workspace) -> Session:
    """Have it planned with nobody for the first step, a listener not accepted, and no word of the partner."""
    given = plan(workspace)
    return plan(
        workspace,
        interpreters=given.interpreters[1:],
        hops=(replace(given.hops[0], interpreter_code=None), *given.hops[1:]),
        listeners=(replace(given.listeners[0], accepted_by_workers="unknown"), *given.listeners[1:]),
        employer_absence=replace(given.employer_absence, confirmed_by_role=""),
    )


def board(desk: Desk, code: str = "D-01", field: str = "") -> SessionsStep:
    """Open the step anew, as it is found in the file."""
    go(desk, "library")
    go(desk, "dialogue", code, "sessions", field)
    return step(desk)


def step(desk: Desk) -> SessionsStep:
    [only] = desk.findChildren(SessionsStep)
    return only


def kept(desk: Desk, code: str = CODE) -> Session:
    """Return a session as the file has it."""
    session = desk.context.workspace.editing.find(Session, code)
    assert session is not None
    return session


def fold(page: QWidget, section: str) -> BoardFold:
    [only] = [each for each in page.findChildren(BoardFold) if each.section_id == section]
    return only


def column(desk: Desk) -> ReadinessColumn:
    [only] = desk.findChildren(ReadinessColumn)
    return only


def foot_button(desk: Desk, words: str) -> Button:
    [only] = [each for each in column(desk).findChildren(Button) if each.words == words and each.isVisible()]
    return only


def said(desk: Desk) -> str:
    last = desk.context.messages.last
    return last.text if last is not None else ""


def pick_from(qtbot: QtBot, desk: Desk, button: str, words: str) -> None:
    """Open a menu with its button, and pick an entry with the keyboard."""
    pressed = found(step(desk), button)
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        action = menu.activeAction()
        if isinstance(action, QAction) and action.text() == words:
            break
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    else:
        raise AssertionError([each.text() for each in menu.actions()])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    desk.window().activateWindow()  # as any desktop does once a menu is gone
    settle()
