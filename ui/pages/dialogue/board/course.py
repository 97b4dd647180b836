"""What becomes of a session: confirmed, postponed, held, stopped; copied, planned as a series, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.model.session import Session
from fieldkit.text import Catalogue
from fieldkit.workspace.board import Board
from fieldkit.workspace.sessions import Move
from ui.context import Context
from ui.dialogs.series import Series
from ui.dialogs.stop import ask_to_stop
from ui.pages.dialogue.foot import Foot, FootButton
from ui.parts.buttons import ButtonKind
from ui.places import Place

OVER = ("held", "cancelled", "aborted_safety")
AT_THE_FOOT: Mapping[Move, tuple[ButtonKind, str]] = {  # kind and icon of its button
    "confirm": ("secondary", "calendar-check"),
    "hold": ("secondary", "check"),
    "plan_again": ("secondary", "calendar-blank"),
    "postpone": ("plain", "clock"),
    "abort": ("danger", "hand-palm"),
}


def move_words(move: Move, words: Catalogue, /) -> str:
    """Return what a button or a menu calls a move."""
    say = words.say
    match move:
        case "confirm":
            return say("Confirm session")
        case "postpone":
            return say("Postpone")
        case "plan_again":
            return say("Plan again")
        case "cancel":
            return say("Cancel the session")
        case "hold":
            return say("Mark as held")
        case "abort":
            return say("Stop for safety")


def next_act(board: Board, words: Catalogue, /) -> str:
    """Return the one next thing about a session; empty where nothing waits."""
    if board.status in OVER:
        return ""
    if board.readiness.holds:
        return board.readiness.holds[0].act or words.say("Show what holds this up")
    return move_words("confirm", words) if "confirm" in board.moves else ""


def foot(board: Board, session: Session, confirmed_at: datetime | None, words: Catalogue, /) -> Foot:
    """Return what can be done with a session now; what cannot be done yet says what opens it."""
    shown = [move for move in AT_THE_FOOT if move in board.moves]
    if board.status == "planned":
        shown = ["confirm"]  # to postpone or to cancel it is in the menu
    why = _opens_when(len(board.readiness.holds), words) if not board.may_be_confirmed else ""
    buttons = (
        FootButton(move, move_words(move, words), *AT_THE_FOOT[move], why if move == "confirm" else "")
        for move in shown
    )
    lines = [_line(board, confirmed_at, why, words)]
    if board.status == "confirmed" and "hold" not in shown and session.date is not None:
        lines.append(
            words.say("It can be marked as held from {day} on.", day=words.day(session.date, "d MMMM"))
        )
    return Foot(tuple(buttons), " ".join(filter(None, lines)))


def _line(board: Board, confirmed_at: datetime | None, why: str, words: Catalogue) -> str:
    say = words.say
    match board.status:
        case "planned":
            return why or say("It is planned again by itself when something opens.")
        case "confirmed" if confirmed_at is not None:
            day = words.day(confirmed_at.astimezone().date())
            return say("Confirmed on {day}. It is planned again by itself when something opens.", day=day)
        case "postponed":
            return say("Its day is open: plan it again once there is one.")
        case "cancelled":
            return say("This session is cancelled for good.")
        case "aborted_safety":
            return say("This session was stopped for safety. That is final.")
    return ""


def _opens_when(number: int, words: Catalogue) -> str:
    one, more = (
        words.say("Opens when the thing above is settled."),
        words.say("Opens when the {number} things above are settled.", number=number),
    )
    return one if number == 1 else more


class Course(QObject):
    """Does with one session what is asked for, each as one step. `made` tells that there are new ones."""

    made = Signal(object)  # the codes there were before

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def move(self, code: str, move: Move) -> None:
        """Confirm, postpone, plan again, cancel, hold; to stop it for safety asks first."""
        context, say = self._context, self._context.words.say
        if move == "abort" and not ask_to_stop(self._page, context):
            return
        done: Mapping[Move, str] = {
            "confirm": say("The session is confirmed."),
            "postpone": say("The session is postponed."),
            "plan_again": say("The session is planned again."),
            "cancel": say("The session is cancelled."),
            "hold": say("The session is marked as held."),
            "abort": say("The session is stopped for safety."),
        }
        context.do(lambda: context.workspace.sessions.move(code, move), said=done[move])

    def create(self, dialogue_code: str) -> None:
        """Plan a new session."""
        before = self._codes(dialogue_code)
        if self._context.do(lambda: self._context.workspace.sessions.create(dialogue_code)):
            self.made.emit(before)

    def duplicate(self, session: Session) -> None:
        """Plan another session like this one, on a day that is still open."""
        context, before = self._context, self._codes(session.dialogue_code)
        said = context.words.say("Another session like this one is planned. Set its day.")
        if context.do(lambda: context.workspace.sessions.duplicate(session.code), said=said):
            self.made.emit(before)

    def series(self, session: Session) -> None:
        """Plan more sessions like this one, so many days or weeks after its day."""
        if session.date is None:
            self._context.messages.mind(self._context.words.say("Set the day of this session first."))
            self._context.go(
                Place("dialogue", session.dialogue_code, "sessions", f"session/{session.code}/date")
            )
            return
        before = self._codes(session.dialogue_code)
        if Series.ask(self._page, self._context, session, session.date):
            self.made.emit(before)

    def remove(self, session: Session) -> bool:
        """Delete a session; returns if it is gone."""
        context = self._context
        said = context.words.say("The session is deleted.")
        return context.do(lambda: context.workspace.sessions.remove(session.code), said=said)

    def _codes(self, dialogue_code: str) -> frozenset[str]:
        return frozenset(each.code for each in self._context.workspace.sessions.of(dialogue_code))
