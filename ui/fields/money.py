"""An amount with its currency."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fieldkit.model.field import Money
from fieldkit.model.paths import Path
from fieldkit.workspace.reading import written
from ui.context import Context
from ui.editor import Editor
from ui.fields.choice import QuietCombo
from ui.fields.field import Field
from ui.tokens import S8

AMOUNT_WIDTH = 128
CURRENCIES = (
    "EUR", "USD", "GBP", "INR", "BDT", "CNY", "GHS", "IDR", "KES", "MAD", "MMK", "PKR", "PLN", "RON", "THB",
    "TRY", "VND", "XOF", "ZAR",
)  # fmt: skip


class MoneyField(Field):
    """An amount; the euro until another currency is chosen."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str = "") -> None:
        super().__init__(context, editor, path, label, hint)
        self.line = QLineEdit()
        self.line.setFixedWidth(AMOUNT_WIDTH)
        self.line.textEdited.connect(self.typing)
        self.line.editingFinished.connect(self.take)
        self.currency = QuietCombo()
        self.currency.addItems(CURRENCIES)
        self.currency.setAccessibleName(context.words.say("Currency"))
        self.currency.activated.connect(self._take_anew)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(self.line)
        row.addWidget(self.currency)
        row.addStretch(1)
        self.build(whole, self.line)

    def show_value(self) -> None:
        """Show the amount; a draft with what stands against it."""
        value = self.value()
        draft = self.editor.draft(self.path)
        if isinstance(value, Money):
            self._show_currency(value.currency)
        text = written(value, self.context.words) if draft is None else draft
        self._shown = text
        if text != self.line.text():
            self.line.setText(text)
        self.say_problem("" if draft is None else self.context.messages.sentence(self._error(draft)))

    def take(self) -> None:
        """Hand over the amount if it changed."""
        self._pause.stop()
        if self.line.text() != self._shown:
            self._take_anew()

    def _take_anew(self) -> None:
        self._shown = self.line.text()
        self.say_problem(self.editor.take(self.path, lambda: self._read(self._shown), self._shown))

    def _read(self, text: str) -> Money | None:
        return self.context.workspace.editing.read_money(text, self.currency.currentText(), self.path)

    def _error(self, text: str) -> Exception:
        from fieldkit.errors import FieldkitError

        try:
            self._read(text)
        except FieldkitError as error:
            return error
        return FieldkitError("not_an_amount")

    def _show_currency(self, currency: str) -> None:
        if self.currency.findText(currency) < 0:
            self.currency.addItem(currency)
        self.currency.setCurrentText(currency)
