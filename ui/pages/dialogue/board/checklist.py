"""The safety checklist of a session: the conditions of its method, then the items (`03`, XR-1, XR-8)."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from fieldkit.errors import FieldkitError, Refused
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import CheckStatus
from fieldkit.workspace.board import Board
from fieldkit.workspace.editing import Change
from fieldkit.workspace.readiness import SpokenHold
from ui.context import Context
from ui.editor import Editor
from ui.pages.dialogue.board.answers import SET_ASIDE
from ui.pages.dialogue.board.checklist_rows import ChecklistRows
from ui.pages.dialogue.board.conditions import Conditions
from ui.pages.dialogue.board.section import BoardFold, set_shown
from ui.parts.labels import Label
from ui.places import Place


class ChecklistFold(BoardFold):
    """What has to be settled before the session may be confirmed."""

    HOLDS: ClassVar[frozenset[str]] = frozenset({"checks", "conditions", "incidents"})

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, section_id, title)
        self._board: Board | None = None
        self.alarm = Label(context.theme, role="second_strong", ink="red")
        self.alarm.hide()
        self.conditions: Conditions | None = None
        self.items: ChecklistRows | None = None

    def make_above(self) -> list[QWidget]:
        """Return what holds everything up, and the conditions of the method."""
        self.conditions = Conditions(self.context)
        self.conditions.ticked.connect(self._meet)
        return [self.alarm, self.conditions]

    def make_below(self) -> list[QWidget]:
        """Return the items."""
        self.items = ChecklistRows(self.context, self._give)
        self.items.fix.connect(self._fix)
        self.items.unkept.connect(self._remember)
        self.editor.flushing.connect(self.items.hand_over)
        return [self.items]

    def show_board(self, board: Board) -> None:
        """Show how the section stands, and each of its items."""
        super().show_board(board)
        self._board = board
        self._show_items()

    def _made(self) -> QWidget:
        body = super()._made()
        self._show_items()
        self._take_up()
        return body

    def _show_items(self) -> None:
        if self._board is None or self.items is None or self.conditions is None:
            return
        holds = self._board.readiness.holds
        self.conditions.show_conditions(self._board.conditions)
        self.items.show_items(self._board.checklist, holds)
        incidents = [each.text for each in holds if each.field.endswith("/incidents")]
        self.alarm.setText("\n".join(incidents))
        set_shown(self.alarm, bool(incidents))

    def _give(self, item: str, answer: str, reason: str) -> str:
        """Keep the answer to an item; return what stands against it, or nothing."""
        sessions, words = self.context.workspace.sessions, self.words
        code, status = self.editor.record.code, cast(CheckStatus, answer)
        try:
            change = sessions.answer_item(code, item, status, reason)
        except Refused as refused:
            return self.context.messages.sentence(refused)
        except FieldkitError as error:
            self.context.messages.failed(error)
            return words.say("This is not saved yet.")
        self._done(change)
        self._forget(item)
        return ""

    def _meet(self, condition: str, met: bool) -> None:
        session: Session = self.editor.record
        meet = self.context.workspace.sessions.meet_condition
        if not self.context.do(lambda: meet(session.dialogue_code, session.method, condition, met=met)):
            self._show_items()  # the box is as it was

    def _done(self, change: Change) -> None:
        self.context.do(lambda: change)
        self.editor.reload()

    def _fix(self, hold: SpokenHold) -> None:
        self.context.go(Place("dialogue", self.editor.record.dialogue_code, hold.step, hold.field))

    def _remember(self, item: str, answer: str, reason: str) -> None:
        """Keep what was typed as a reason, so that it is still there when somebody comes back."""
        self._forget(item)
        try:
            self.context.workspace.editing.keep_draft(self.editor.record, ("checks", item, answer), reason)
        except FieldkitError as error:
            self.context.messages.failed(error)

    def _forget(self, item: str) -> None:
        for answer in SET_ASIDE:
            self.context.workspace.editing.drop_draft(self.editor.record, ("checks", item, answer))

    def _take_up(self) -> None:
        """Show again the reasons that were typed before and could not be kept."""
        for name, reason in self.context.workspace.editing.drafts(self.editor.record).items():
            kind, _, rest = name.partition(".")
            item, _, answer = rest.partition(".")
            if kind == "checks" and self.items is not None:
                self.items.take_up(item, answer, reason)
