"""What people are paid: the payments as a table, and the one that is chosen in full (EX2, SC-18)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.paths import key
from fieldkit.model.session import Compensation, Session
from fieldkit.workspace.board import Board
from fieldkit.workspace.readiness import SpokenHold
from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.pages.dialogue.board.pay_form import PayForm, pay_name
from ui.pages.dialogue.board.pay_table import PayTable
from ui.pages.dialogue.board.record_steps import RecordSteps
from ui.pages.dialogue.board.section import path_within
from ui.parts.buttons import Button
from ui.theme import Theme
from ui.tokens import S8, S24

PATH = ("compensations",)
LEFT_SHARE, RIGHT_SHARE = 5, 4
NARROW = 560  # px; below this the right column stands under the left one


class Payments(QWidget):
    """The table on the left with the amounts of the chosen payment; how that one is paid on the right."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__()
        self._context = context
        self._editor = editor
        self._words = context.words
        self._steps = RecordSteps(context, editor, PATH)
        self._records: tuple[Any, ...] = ()
        self._holds: Sequence[SpokenHold] = ()
        self._board: Board | None = None
        self._at = 0
        self.form: PayForm | None = None
        self.table = PayTable(context)
        self.table.picked.connect(self.pick)
        self.add_button = Button(context.theme, self._words.say("Add a payment"), kind="quiet", icon="plus")
        self.add_button.clicked.connect(self.add)
        self._lay_out(context.theme)
        editor.reloaded.connect(self._show)
        editor.edited.connect(lambda _path: self._show_chosen())
        self._show()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the payment that is shown in full, by their paths."""
        return self.form.fields if self.form is not None else {}

    def go_to(self, key_: str) -> bool:
        """Choose the payment a path leads to, with the cursor in that field; returns whether it is here."""
        if key_ == key(PATH):
            self.add_button.setFocus()
            return True
        for at in range(len(self._records)):
            here = key(self._steps.place(at))
            if key_ == here or key_.startswith(f"{here}."):
                self.pick(at)
                fields = self.fields
                fields.get(key_, next(iter(fields.values()))).setFocus()
                return True
        return False

    def pick(self, at: int) -> None:
        """Show a payment in full."""
        if at != self._at or self.form is None:
            self._editor.flush()
            self._at = at
            self._make_form()
        self._show_chosen()

    def add(self) -> None:
        """Add a payment, with the cursor in its first field."""
        if self._steps.add(self._new):
            self.go_to(key(self._steps.place(len(self._records) - 1)))

    def take_out(self) -> None:
        """Take the chosen payment out; Undo is offered."""
        said = self._words.say("Taken out: {what}.", what=self._name(self._at))
        if not self._steps.take_out(self._at, said):
            return
        (self.table.rows[self._at] if self._records else self.add_button).setFocus()

    def show_board(self, board: Board) -> None:
        """Show what the payments come to."""
        self._board = board
        self._show_figures()

    def show_holds(self, holds: Sequence[SpokenHold]) -> None:
        """Say at the fields what holds the session up."""
        self._holds = holds
        if self.form is not None:
            self.form.show_holds({path_within(each): each.text for each in holds})

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the right column under the left one where both have no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._right.set_apart(not narrow)

    def _lay_out(self, theme: Theme) -> None:
        beside = QHBoxLayout()
        beside.addWidget(self.add_button)
        beside.addStretch(1)
        self._left = QVBoxLayout()
        self._left.setSpacing(S8)
        self._left.addWidget(self.table)
        self._left.addLayout(beside)
        self._left.addStretch(1)
        self._right = Apart(theme)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(S24)
        self._columns.addLayout(self._left, LEFT_SHARE)
        self._columns.addWidget(self._right, RIGHT_SHARE, Qt.AlignmentFlag.AlignTop)

    def _show(self) -> None:
        """Show the payments as they are; where their number changed, the chosen one anew."""
        before, self._records = self._records, self._steps.records
        if len(before) != len(self._records):
            cursor = self._put_away()
            if self._steps.move_drafts(before, self._records):
                self._editor.reload()
            self._at = max(0, min(self._at, len(self._records) - 1))
            if self._records:
                self._make_form()
            if cursor is not None:
                self.go_to(cursor)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._records = self._steps.records
        self.table.show_rows([self._name(at) for at in range(len(self._records))], self._at)
        self.table.setVisible(bool(self._records))
        if self.form is not None:
            self.form.show_fitting()

    def _make_form(self) -> None:
        self._put_away()
        self.form = PayForm(self._context, self._editor, self._at)
        self.form.remove.clicked.connect(self.take_out)
        self._left.insertWidget(self._left.count() - 1, self.form.left)
        self._right.hold(self.form.right)
        self.form.left.show()
        self.show_holds(self._holds)
        self._show_figures()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # it takes its place before the cursor

    def _put_away(self) -> str | None:
        """Let the form go; return the path of the field that had the cursor, or None."""
        form, self.form = self.form, None
        if form is None:
            return None
        focused = QApplication.focusWidget()
        holding = (name for name, field in form.fields.items() if focused and field.isAncestorOf(focused))
        if (cursor := next(holding, None)) is not None and focused is not None:
            focused.clearFocus()  # so that it does not go somewhere else by itself
        form.let_go()
        self._right.hold(None)
        self._left.removeWidget(form.left)
        form.left.hide()
        form.left.deleteLater()
        return cursor

    def _show_figures(self) -> None:
        if self._board is None:
            return
        self.table.show_money(self._board.money, self._board.money_totals)
        if self.form is not None and self._at < len(self._board.money):
            self.form.show_each(self._board.money[self._at].per_person)

    def _name(self, at: int) -> str:
        return pay_name(self._editor.value((*PATH, at)), self._words)

    def _new(self) -> Compensation:
        """Return a payment for everybody, handed over like the last one; nothing is agreed or told yet."""
        session: Session = self._editor.record
        bases = {each.basis for each in session.compensations}
        last = session.compensations[-1] if bases else Compensation(basis="lost_wage")
        return Compensation(
            basis="lost_wage"
            if not bases
            else "travel_refund"
            if "travel_refund" not in bases
            else "in_kind",
            headcount=session.expected,
            method=last.method,
            trace_level=last.trace_level,
            payer_shown_as=last.payer_shown_as,
            receipt_form=last.receipt_form,
        )


class Apart(QWidget):
    """The right column, behind a hairline while it stands beside the left one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._apart = True
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S24, 0, 0, 0)
        self.hide()

    def hold(self, widget: QWidget | None) -> None:
        """Show something here, or nothing."""
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        self._held = widget
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()
        self.setVisible(widget is not None)

    def set_apart(self, apart: bool) -> None:
        """Stand beside the left column, or under it."""
        self._apart = apart
        self._column.setContentsMargins(S24 if apart else 0, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline."""
        if self._apart:
            QPainter(self).fillRect(QRectF(0, 0, 1, self.height()), self._theme.colour("line"))
