"""One session on its board: eight sections that fold, kept in step with what the workspace says of them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.session import Session
from fieldkit.text import Catalogue
from fieldkit.workspace.board import Board
from ui.context import Context
from ui.editor import Editor
from ui.pages.dialogue.board.absence import AbsenceFold
from ui.pages.dialogue.board.checklist import ChecklistFold
from ui.pages.dialogue.board.compensation import CompensationFold
from ui.pages.dialogue.board.languages import LanguagesFold
from ui.pages.dialogue.board.listeners import ListenersFold
from ui.pages.dialogue.board.section import BoardFold
from ui.pages.dialogue.board.transport import TransportFold
from ui.pages.dialogue.board.when_where import WhenWhereFold
from ui.pages.dialogue.board.who import WhoFold
from ui.parts.card import Card


class BoardView(QWidget):
    """The sections of one session. Only the first that is held up is open at first."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.code = session.code
        self.editor = Editor(context, session, self, follow=context.workspace.sessions.followed)
        self.folds = tuple(
            kind(context, self.editor, name, title) for name, kind, title in _sections(context.words)
        )
        card = Card(context.theme)
        for fold in self.folds:
            card.add(fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    @property
    def opened(self) -> set[str]:
        """The sections that are open."""
        return {fold.section_id for fold in self.folds if fold.is_open}

    def open(self, wanted: Collection[str] | None) -> None:
        """Open these sections; where nothing was ever opened, the first that is held up."""
        for fold in self.folds:
            if fold.is_held_up if wanted is None else fold.section_id in wanted:
                fold.open()
                if wanted is None:
                    return

    def show_board(self, board: Board) -> None:
        """Show how every section stands now."""
        for fold in self.folds:
            fold.show_board(board)

    def go_to(self, key: str) -> bool:
        """Put the cursor in the field of a path within the session; returns whether it is on the board."""
        return any(fold.go_to(key) for fold in self.folds)

    def begin(self) -> None:
        """Begin at the header of the first section that is held up; at the first of all where none is."""
        held = next((fold for fold in self.folds if fold.is_held_up), None)
        if held is not None:
            held.open()
        (held or self.folds[0]).setFocus()

    def begin_planning(self) -> None:
        """Begin with the first thing a new session needs, the cursor in its field."""
        held = next((fold for fold in self.folds if fold.is_held_up), self.folds[0])
        held.begin()


def _sections(words: Catalogue) -> tuple[tuple[str, type[BoardFold], str], ...]:
    """Return the sections in the order of the board, each with its title."""
    return (
        ("when_where", WhenWhereFold, words.say("When and where")),
        ("who", WhoFold, words.say("Who is heard")),
        ("languages", LanguagesFold, words.say("Languages")),
        ("transport", TransportFold, words.say("Transport, meal, care")),
        ("compensation", CompensationFold, words.say("Compensation")),
        ("listeners", ListenersFold, words.say("Listeners")),
        ("absence", AbsenceFold, words.say("Employer absence")),
        ("checklist", ChecklistFold, words.say("Safety checklist")),
    )
