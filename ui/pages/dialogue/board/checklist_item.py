"""One item of the safety checklist: what it asks, who answers for it, how it stands, what it lacks (`03`)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.readiness import SpokenHold
from fieldkit.workspace.session_words import ChecklistItem
from ui.context import Context
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.sign import Sign
from ui.tokens import ICON, S4, S8, S12, S24


class ItemRow(QWidget):
    """An item that follows from what is filled in and is never ticked; an asked one has answers besides.

    `fix` tells what somebody wants to mend.
    """

    fix = Signal(object)  # SpokenHold

    def __init__(self, context: Context, item: ChecklistItem) -> None:
        super().__init__()
        self.context = context
        self.words = context.words
        self.item = item
        self._shown: object = None
        self._sign = Sign(context.theme, "circle", "faint", ICON)
        self._about = Label(context.theme, role="code", ink="faint")
        self._lacks = QVBoxLayout()
        self._lacks.setSpacing(0)
        self.setAccessibleName(item.text)
        self._lay_out(item)

    def show_item(self, item: ChecklistItem, holds: Sequence[SpokenHold]) -> None:
        """Show how the item stands now; `holds` are the ways to what mends what it lacks."""
        shown = (item, *holds)
        if shown == self._shown:
            return
        self.item, self._shown = item, shown
        self._sign.show_icon(*self._looks())
        self._about.setText(" · ".join(filter(None, self._told())))
        self._show_lacks(holds)
        self.show_answer()

    def show_answer(self) -> None:
        """Show what was answered; nobody answers an item that follows from fields."""

    def go_to(self) -> None:
        """Put the cursor on the way to what mends the item."""
        if (fix := self.findChild(Button)) is not None:
            fix.setFocus()

    def _lay_out(self, item: ChecklistItem) -> None:
        said = QVBoxLayout()
        said.setSpacing(S4)
        said.addWidget(Label(self.context.theme, item.text, role="second"))
        said.addWidget(self._about)
        if item.warning:
            said.addWidget(Label(self.context.theme, item.warning, role="code", ink="muted"))
        said.addLayout(self._lacks)
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.beside.setSpacing(S12)
        self.beside.addLayout(said, 1)
        self.below = QVBoxLayout()
        self.below.setSpacing(S8)
        self.below.addLayout(self.beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, S4, 0, S4)
        row.setSpacing(S8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.below, 1)

    def _looks(self) -> tuple[str, str]:
        """Return icon and ink: what is known to be wrong is amber, what nobody has answered yet is quiet."""
        match self.item.state:
            case "done":
                return "check-circle-fill", "green"
            case "open":
                wrong = bool(self.item.lacks) or self.item.answer != "open"
                return ("warning-fill", "amber") if wrong and self.item.blocking else ("circle", "faint")
        return "minus-circle", "faint"

    def _told(self) -> tuple[str, ...]:
        say = self.words.say
        return (
            self.item.id,
            self.item.who,
            "" if self.item.blocking else say("advice"),
            say("follows from what is filled in") if self.item.derived else "",
        )

    def _show_lacks(self, holds: Sequence[SpokenHold]) -> None:
        while (line := self._lacks.takeAt(0)) is not None:
            if (widget := line.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        ways = {hold.text: hold for hold in holds}
        for text in self.item.lacks:
            self._lacks.addWidget(self._lack(text, ways.get(text)))

    def _lack(self, text: str, hold: SpokenHold | None) -> QWidget:
        """Return a line for one thing that is lacking, with the way there where it is known."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(Label(self.context.theme, text, role="code", ink="amber"), 1)
        line.setMinimumHeight(S24)
        if hold is not None:
            fix = Button(self.context.theme, self.words.say("Fix"), kind="link", height=S24)
            fix.setAccessibleName(self.words.say("Fix: {text}", text=text))
            fix.clicked.connect(lambda: self.fix.emit(hold))
            row.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        return line
