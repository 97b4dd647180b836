"""One section of the board alone, kept in step as the board does, for the tests of sections."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.session import ParticipantGroup, Session
from fieldkit.workspace.board import Board
from tests.ui.at_the_desk import cursor, settle
from ui.context import Context
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import ChoiceField, Field
from ui.pages.dialogue.board.section import BoardFold
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.scroll import Scroll

HELD = "CC-2026-01"  # of the sample
WIDTH = 808  # px of the card in a window of 1280


class Section(QWidget):
    """A fold of this kind in a window of its own."""

    def __init__(self, context: Context, kind: type[BoardFold], name: str, code: str) -> None:
        super().__init__()
        self.context = context
        self.code = code
        self.editor = Editor(context, kept(context, code), self, follow=context.workspace.sessions.followed)
        self.fold: Any = kind(context, self.editor, name, name)
        card = Card(context.theme)
        card.add(self.fold)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.addWidget(card)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(context.theme, sheet))
        context.changes.saved.connect(self.judge)
        context.undo.moved.connect(self._reload)
        self.judge()
        self.fold.open()

    @property
    def session(self) -> Session:
        """The session as it is kept."""
        return kept(self.context, self.code)

    @property
    def board(self) -> Board:
        """What the workspace says of it."""
        return self.context.workspace.sessions.board(self.code, self.context.words)

    def judge(self) -> None:
        """Show how the section stands."""
        self.fold.show_board(self.board)

    def go_to(self, path: str) -> Field:
        """Go to the field of a path, as a Fix link does, and return it."""
        assert self.fold.go_to(path)
        settle()
        widget: QWidget | None = cursor()
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        assert widget is not None
        assert widget.key == path
        assert not cursor().visibleRegion().isEmpty()
        return widget

    def undo(self) -> None:
        """Take back the last step, as the desk does."""
        self.editor.flush()
        self.context.undo.undo()
        settle()

    def told(self) -> str:
        """Return everything that is written in the section."""
        return " ".join(each.text() for each in self.findChildren(Label) if each.isVisible())

    def _reload(self) -> None:
        self.editor.reload()
        self.judge()


def kept(context: Context, code: str) -> Session:
    session = context.workspace.editing.find(Session, code)
    assert session is not None
    return session


def plan(desk: Desk, **changes: Any) -> str:
    """Plan a session of a dozen people on a day to come, and return its code."""
    workspace = desk.context.workspace
    [(_, session)] = workspace.sessions.create("D-01").pairs
    assert isinstance(session, Session)
    group = ParticipantGroup(label="G1", headcount_planned=12, languages=("Hadoti",))
    given = {"date": date(2026, 5, 9), "start": "10:00", "end": "13:00", "groups": (group,)} | changes
    workspace.editing.keep(replace(session, **given))
    return session.code


def show(
    qtbot: QtBot, desk: Desk, kind: type[BoardFold], name: str, code: str = HELD, width: int = WIDTH
) -> Section:
    """Show a section in front, open."""
    section = Section(desk.context, kind, name, code)
    section.setParent(desk, Qt.WindowType.Window)  # so that it goes before the file is closed
    section.resize(width, 640)
    with qtbot.waitExposed(section):
        section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    settle()
    return section


def choose(qtbot: QtBot, field: Field, value: str) -> None:
    """Choose an answer with the keyboard."""
    assert isinstance(field, ChoiceField)
    if field.segments is None:
        field.choose(value)
    else:
        press(qtbot, field, value)
    settle()
    assert field.value() == value


def press(qtbot: QtBot, root: QWidget, value: str) -> None:
    """Press an answer among those that stand side by side."""
    [answer] = [each for each in root.findChildren(QRadioButton) if getattr(each, "value", "") == value]
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    settle()
