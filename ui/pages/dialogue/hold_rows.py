"""What holds a dialogue or a session up: a row for each, with the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.preparing import SpokenHold
from ui.context import Context
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.ruled import Ruled
from ui.parts.sign import Sign
from ui.tokens import S8, S12

SIGN = 16


class HoldRow(Ruled):
    """One thing: what is missing, the rule, and *Fix*."""

    fix = Signal(object)  # SpokenHold

    def __init__(self, context: Context, hold: SpokenHold) -> None:
        theme, say = context.theme, context.words.say
        super().__init__(theme)
        self.hold = hold
        self.button = Button(theme, say("Fix"), kind="link")
        self.button.setAccessibleName(say("Fix: {text}", text=hold.text))
        self.button.clicked.connect(lambda: self.fix.emit(self.hold))
        row = QHBoxLayout()
        row.addWidget(Label(theme, hold.item, role="code", ink="faint", wrap=False))
        row.addStretch(1)
        row.addWidget(self.button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, hold.text, role="second"))
        words.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, S12, 0, 0)
        whole.setSpacing(S8)
        whole.addWidget(Sign(theme, "warning-fill", "amber", SIGN), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)


class HoldRows(QWidget):
    """The rows, kept in step: what did not change stays where it is, with the cursor on it."""

    fix = Signal(object)  # SpokenHold

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[HoldRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S8)

    def show_holds(self, holds: Sequence[SpokenHold]) -> None:
        """Show these, in this order; the cursor of a row that goes falls to the one that takes its place."""
        cursor = next((at for at, row in enumerate(self._rows) if row.button.hasFocus()), None)
        known = {row.hold: row for row in self._rows}
        self._rows = [known.pop(hold) if hold in known else self._made(hold) for hold in dict.fromkeys(holds)]
        lost = cursor is not None and any(row.button.hasFocus() for row in known.values())
        for at, row in enumerate(self._rows):
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
        self.setVisible(bool(self._rows))
        if lost and cursor is not None and self._rows:
            self._rows[min(cursor, len(self._rows) - 1)].button.setFocus()
        for gone in known.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _made(self, hold: SpokenHold) -> HoldRow:
        row = HoldRow(self._context, hold)
        row.fix.connect(self.fix)
        return row
