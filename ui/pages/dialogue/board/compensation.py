"""Pay for people's time and refunds, and what else the day costs (EX2, SC-18, RQ-052)."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from fieldkit.model.field import Money
from fieldkit.model.session import CostLine
from fieldkit.workspace.board import Board
from ui.context import Context
from ui.editor import Editor
from ui.fields import LineField, NumberField
from ui.pages.dialogue.board.amounts import NeededAmountField
from ui.pages.dialogue.board.pay_table import Totals
from ui.pages.dialogue.board.payments import Payments
from ui.pages.dialogue.board.records import RecordList
from ui.pages.dialogue.board.section import BoardFold

ITEM_WIDTH = 180  # px


class CompensationFold(BoardFold):
    """What is paid to people, and the other costs of the day with what all come to."""

    HOLDS: ClassVar[frozenset[str]] = frozenset({"compensations", "cost_lines"})

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, section_id, title)
        self.payments: Payments | None = None
        self._all: Totals | None = None
        self._board: Board | None = None

    def make_below(self) -> list[QWidget]:
        """Return the payments, the other costs, and the sum of all."""
        say = self.words.say
        self.payments = Payments(self.context, self.editor)
        self._all = Totals(self.context.theme)
        costs = RecordList(
            self.context, self.editor, ("cost_lines",), say("Add a cost"), self._new_cost, self._cost_name,
            self._cost, lambda at: say("Take out: {what}", what=self._cost_name(at)), say("Other costs"),
            in_rows=True,
        )  # fmt: skip
        return [self.payments, costs, self._all]

    def show_board(self, board: Board) -> None:
        """Show how the section stands, and what everything comes to."""
        super().show_board(board)
        self._board = board
        self._show_money()

    def _made(self) -> QWidget:
        body = super()._made()
        self._show_money()
        return body

    def _show_money(self) -> None:
        if self.payments is None or self._all is None or self._board is None or self._section is None:
            return
        self.payments.show_board(self._board)
        self.payments.show_holds(self._section.holds)
        words = self.words
        self._all.show_totals([(words.say("All costs"), each) for each in self._board.cost_totals])

    def _new_cost(self) -> CostLine:
        currency = self.context.workspace.sessions.currency(self.editor.record)
        return CostLine(item="", amount=Money(minor=0, currency=currency))

    def _cost_name(self, at: int) -> str:
        return self.editor.value(("cost_lines", at, "item")) or self.words.say("Cost")

    def _cost(self, at: int) -> list[QWidget]:
        say, context, editor = self.words.say, self.context, self.editor
        item = LineField(context, editor, ("cost_lines", at, "item"), say("What for"))
        item.line.setMinimumWidth(ITEM_WIDTH)
        return [
            item,
            NeededAmountField(context, editor, ("cost_lines", at, "amount"), say("Amount")),
            NumberField(
                context, editor, ("cost_lines", at, "rate_to_eur"), say("Rate to euro"), label_at="above"
            ),
            LineField(context, editor, ("cost_lines", at, "payer"), say("Who pays")),
        ]
