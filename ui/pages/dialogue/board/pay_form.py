"""One payment in full: what it is for, how much, how it is handed over, what trace it leaves (EX2, SC-18)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.paths import Path
from fieldkit.model.session import Compensation
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, Field, LineField, NumberField, TextField
from ui.pages.dialogue.board.amounts import AmountField
from ui.parts.buttons import IconButton
from ui.parts.field_flow import FieldFlow
from ui.parts.grid import WIDE, wide
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S4, S12

OF_NO_PAY = ("basis", "reason", "agreed_with_partner")  # what is asked where nobody is paid
SAYS_IT = ("agreed_with_partner", "announced_before", "paid_even_if_leaves")  # a "No" that needs no words


def pay_name(pay: Compensation, words: Catalogue, /) -> str:
    """Return what a payment is called."""
    return words.say("No payment") if pay.basis == "none" else label("CompensationBasis", pay.basis, words)


class PayForm:
    """The fields of one payment: `left` what and how much, `right` how it is paid and what it leaves."""

    def __init__(self, context: Context, editor: Editor, at: int) -> None:
        self._context = context
        self._editor = editor
        self._words = context.words
        self._at = at
        self._name = Label(context.theme, role="second_title")
        self.remove = IconButton(context.theme, "trash", "")
        self._what = [Noted(context.theme, field) for field in self._what_fields()]
        self._how = [Noted(context.theme, field) for field in self._how_fields()]
        self._noted = {each.field.key: each for each in (*self._what, *self._how)}
        self.left = self._left()
        self.right = self._right()
        self.show_fitting()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by their paths."""
        return {name: noted.field for name, noted in self._noted.items()}

    def let_go(self) -> None:
        """Have the fields hear no more of the session."""
        for field in self.fields.values():
            field.let_go()

    def show_fitting(self) -> None:
        """Name the payment, and show what is asked of one of its kind: where nobody is paid, why."""
        pay: Compensation = self._editor.value(("compensations", self._at))
        name = pay_name(pay, self._words)
        self._name.setText(name)
        self.remove.set_name(self._words.say("Take out: {what}", what=name))
        for path, noted in self._noted.items():
            part = path.rpartition(".")[2]
            noted.setVisible(part in OF_NO_PAY if pay.basis == "none" else part != "reason")

    def show_holds(self, holds: Mapping[str, str]) -> None:
        """Say beneath each field what holds the session up there."""
        for path, noted in self._noted.items():
            noted.say("" if path.endswith(SAYS_IT) else holds.get(path, ""))

    def show_each(self, amount: str) -> None:
        """Show in the empty field of the amount what hours and rate come to."""
        field = self._noted[f"compensations[{self._at}].amount_per_person"].field
        if isinstance(field, AmountField):
            field.line.setPlaceholderText(amount)

    def _path(self, name: str) -> Path:
        return ("compensations", self._at, name)

    def _what_fields(self) -> list[Field]:
        """Return the fields of what is paid, and how much."""
        say, context, editor = self._words.say, self._context, self._editor
        return [
            self._choice("basis", say("Paid for"), "CompensationBasis"),
            NumberField(context, editor, self._path("hours"), say("Hours"), label_at="above"),
            AmountField(context, editor, self._path("rate"), say("Rate an hour")),
            AmountField(context, editor, self._path("amount_per_person"), say("Amount a person")),
            NumberField(context, editor, self._path("headcount"), say("People"), label_at="above"),
            wide(
                TextField(
                    context, editor, self._path("reason"), say("Why nobody is paid"),
                    say("At least 15 characters"), lines=2,
                )
            ),
        ]  # fmt: skip

    def _how_fields(self) -> list[Field]:
        """Return the fields of how it is paid, and what that leaves behind."""
        say, context, editor = self._words.say, self._context, self._editor
        return [
            self._choice("trace_level", say("Trace it leaves"), "TraceLevel"),
            self._choice("method", say("Handed over as"), "PaymentMethod"),
            LineField(context, editor, self._path("payer_shown_as"), say("Payer shown as")),
            LineField(
                context,
                editor,
                self._path("receipt_form"),
                say("Receipt"),
                say("By headcount, without names"),
            ),
            self._choice("agreed_with_partner", say("Agreed with the partner"), "YesNo"),
            self._choice("announced_before", say("Announced beforehand"), "YesNo"),
            self._choice("paid_even_if_leaves", say("Paid if somebody leaves"), "YesNo"),
        ]

    def _choice(self, name: str, words: str, vocabulary: str) -> ChoiceField:
        beside = vocabulary == "YesNo"
        return ChoiceField(
            self._context, self._editor, self._path(name), words, options(vocabulary, self._words),
            label_at="beside" if beside else "above",
        )  # fmt: skip

    def _left(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.remove)
        inside = QWidget()
        flow = FieldFlow(inside)
        for noted in self._what:
            flow.addWidget(noted)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addWidget(inside)
        return holder

    def _right(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        for noted in self._how:
            column.addWidget(noted)
        return holder


class Noted(QWidget):
    """A field, and beneath it what holds the session up there."""

    def __init__(self, theme: Theme, field: Field) -> None:
        super().__init__()
        self.field = field
        self.setProperty(WIDE, field.property(WIDE))
        self._note = Label(theme, role="code", ink="amber")
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(field)
        column.addWidget(self._note)

    def say(self, note: str) -> None:
        """Say what holds the session up; nothing: say nothing."""
        if note != self._note.text():
            self._note.setText(note)
            self._note.setVisible(bool(note))
