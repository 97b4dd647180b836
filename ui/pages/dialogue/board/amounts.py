"""Amounts of a session: they begin in the currency of its other amounts, or of its country."""

from __future__ import annotations

from fieldkit.model.field import Money
from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields import MoneyField


class AmountField(MoneyField):
    """An amount, in the currency of the others until somebody chooses another."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str = "") -> None:
        self._chosen = False
        super().__init__(context, editor, path, label, hint)
        self.currency.activated.connect(self._choose)

    def show_value(self) -> None:
        """Show the amount; a draft with what stands against it."""
        super().show_value()
        if self.value() is None and not self._chosen:
            self._show_currency(self.context.workspace.sessions.currency(self.editor.record))

    def _choose(self) -> None:
        self._chosen = True


class NeededAmountField(AmountField):
    """An amount that is always there: an empty line is nothing to pay."""

    def _read(self, text: str) -> Money | None:
        return super()._read(text) or Money(minor=0, currency=self.currency.currentText())
