"""Sessions of a dialogue: one of them on its board, or what it takes to plan the first."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from fieldkit.model.session import Session
from fieldkit.workspace.board import Board
from fieldkit.workspace.preparing import Readiness
from fieldkit.workspace.sessions import Move
from ui.context import Context
from ui.dialogs.bring_in import bring_in
from ui.pages.dialogue.board import menus
from ui.pages.dialogue.board.course import Course, foot, next_act
from ui.pages.dialogue.board.head import BoardHead
from ui.pages.dialogue.board.papers import papers
from ui.pages.dialogue.board.picker import SessionPicker, entries
from ui.pages.dialogue.board.start import NoSession
from ui.pages.dialogue.board.view import BoardView
from ui.pages.dialogue.foot import Foot
from ui.pages.page import Page
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S12, S16, S24

AHEAD = ("planned", "confirmed", "postponed")


class SessionsStep(Page):
    """The board of one session, with a way to the others. `judged` tells that it was looked at anew."""

    judged = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self.readiness: Readiness | None = None
        self.foot = Foot()
        self.next_act = ""
        self._sessions: tuple[Session, ...] = ()
        self._board: Board | None = None
        self._view: BoardView | None = None
        self._course = Course(context, self)
        self._course.made.connect(self._show_new)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)  # several saves in a row are shown once
        self._soon.timeout.connect(self._catch_up)
        context.changes.saved.connect(self._soon.start)
        self._catch_up()

    @property
    def code(self) -> str:
        """The session that is shown; empty while there is none."""
        return self._view.code if self._view is not None else ""

    @property
    def session(self) -> Session:
        """The session that is shown, as it stands."""
        return next(each for each in self._sessions if each.code == self.code)

    def begin(self) -> None:
        """Begin at the first thing that holds the session up, or with planning one."""
        if self._view is not None:
            self._view.begin()
        else:
            self._start.setFocus()

    def go_to_field(self, key: str) -> None:
        """Go where a key points: `session/CC-2026-01/venue.type`, the session, a path in this one."""
        code, path = _target(key)
        if code in self._codes():
            self._show(code)
        if not path or self._view is None or not self._view.go_to(path):
            self.begin()

    def refresh(self) -> bool:
        """Show what the records say now."""
        shown = self._view
        self._catch_up()
        if self._view is not None and self._view is shown:
            self._view.editor.reload()
        return True

    def act(self, name: str) -> None:
        """Do what was pressed at the foot of the column."""
        self._move(cast(Move, name))

    def do_next(self) -> None:
        """Go to the first thing that holds the session up; confirm it where nothing does."""
        holds = self._board.readiness.holds if self._board is not None else ()
        if holds:
            self.context.go(Place("dialogue", self.place.code, holds[0].step, holds[0].field))
        else:
            self._move("confirm")

    def _lay_out(self) -> None:
        self._head = BoardHead(self.context)
        self._head.new.connect(self._create)
        self._head.papers.clicked.connect(self._offer_papers)
        self._head.more.clicked.connect(self._offer_more)
        self._picker = SessionPicker(self.context)
        self._picker.picked.connect(self._pick)
        sheet = QWidget()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(S24, S12, S24, S16)
        self._column.setSpacing(S12)
        self._column.addWidget(self._head)
        self._column.addWidget(self._picker)
        self._column.addStretch(1)
        self._start = NoSession(self.context, self.place.code)
        self._start.asked.connect(self._create)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(Scroll(self.theme, sheet))
        self._stack.addWidget(Scroll(self.theme, self._start))

    def _catch_up(self) -> None:
        """Show which sessions there are now, and how the one on the board stands."""
        self._soon.stop()
        self._sessions = self.context.workspace.sessions.of(self.place.code)
        self._stack.setCurrentIndex(0 if self._sessions else 1)
        if self.code not in self._codes():
            self._put_away()
        if not self._sessions:
            self._start.show_reasons()
            self.readiness, self._board = None, None
            self.judged.emit()
        elif self._view is None:
            self._show(self._usual())
        else:
            self._judge()

    def _usual(self) -> str:
        """Return the session to show where none is asked for: the one shown last, else the next one."""
        last = self.context.shown_sessions.get(self.place.code, "")
        if last in self._codes():
            return last
        ahead = (each.code for each in self._sessions if each.status in AHEAD)
        return next(ahead, self._sessions[-1].code)

    def _show(self, code: str) -> None:
        """Show one of the sessions; the sections that were open stay so."""
        if code == self.code:
            return
        opened = self._view.opened if self._view is not None else None
        self._put_away()
        self.context.shown_sessions[self.place.code] = code
        session = next(each for each in self._sessions if each.code == code)
        self._view = BoardView(self.context, session)
        self._column.insertWidget(self._column.count() - 1, self._view)
        self._judge()
        self._view.open(opened)

    def _put_away(self) -> None:
        if self._view is not None:
            self._view.editor.flush()
            self._column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _judge(self) -> None:
        """Look at the session anew, and show how it stands."""
        assert self._view is not None  # it was put there just before
        sessions, words = self.context.workspace.sessions, self.words
        self._board = board = sessions.board(self.code, words)
        self.readiness = board.readiness
        self.foot = foot(board, self.session, sessions.confirmed_at(self.code), words)
        self.next_act = next_act(board, words)
        self._view.show_board(board)
        self._head.show_board(board)
        self._head.set_new_off(menus.why_no_new(self.context, self.place.code, board))
        self._picker.show_sessions(entries(self._sessions, words), self.code)
        self.judged.emit()

    def _pick(self, code: str) -> None:
        self.leave()
        self._show(code)

    def _create(self) -> None:
        self.leave()
        self._course.create(self.place.code)

    def _show_new(self, before: frozenset[str]) -> None:
        """Show the first session that was not there before, and begin in it."""
        self._catch_up()
        self._show(next((each.code for each in self._sessions if each.code not in before), self.code))
        if self._view is not None:
            self._view.begin_planning()

    def _move(self, move: Move) -> None:
        self.leave()
        if self._board is not None:
            self._course.move(self._board.code, move)

    def _remove(self) -> None:
        self.leave()
        self._course.remove(self.session)

    def _offer_papers(self) -> None:
        self.leave()
        menus.open_menu(self._head.papers, papers(self.context, self, self.session))

    def _offer_more(self) -> None:
        self.leave()
        assert self._board is not None  # the menu belongs to a session
        moves = [move for move in self._board.moves if move in ("postpone", "plan_again", "cancel")]
        doings = menus.doings(
            self.words,
            moves,
            self._move,
            duplicate=lambda: self._course.duplicate(self.session),
            series=lambda: self._course.series(self.session),
            remove=self._remove,
            bring_in=lambda: bring_in(self, self.context),
        )
        menus.open_menu(self._head.more, doings)

    def _codes(self) -> frozenset[str]:
        return frozenset(each.code for each in self._sessions)


def _target(key: str) -> tuple[str, str]:
    """Return the session and the path within it that a key names; either may be empty."""
    if not key.startswith("session/"):
        return "", key
    code, _, path = key.removeprefix("session/").partition("/")
    return code, path
