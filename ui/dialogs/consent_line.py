"""One line of the consent card: what it is about, what it says in the user's language, and room to type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.errors import InvalidValue
from fieldkit.workspace.consent_words import AskedLine
from ui.context import Context
from ui.fields.text import PlainText
from ui.parts.keys import is_enter
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP

ROWS = 2  # of text


class CardText(PlainText):
    """A line that may wrap: Enter goes on to the next one."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on at Enter."""
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ConsentLineField(QWidget):
    """A line to type. What stands against it is said below it while it is typed."""

    def __init__(self, context: Context, asked: AskedLine) -> None:
        super().__init__()
        self._context = context
        self._kept = asked.said
        self._meant = asked.meant
        self.line = asked.line
        self.text = CardText(ROWS)
        self.text.setPlainText(asked.said)
        self.text.setAccessibleName(asked.label)
        self.text.setAccessibleDescription(asked.meant)
        self.text.textChanged.connect(self.judge)
        self._lay_out(asked)

    @property
    def said(self) -> str:
        """What is typed; where it cannot be kept, what could be kept last."""
        if not self._too_long():
            self._kept = self._read()
        return self._kept

    @property
    def problem(self) -> str:
        """What stands against what is typed, in words; empty when nothing does."""
        return self._below.text()

    @property
    def can_be_kept(self) -> bool:
        """Whether what is typed can be kept. Letters the paper lacks can be: others may print them."""
        return not self._too_long()

    def judge(self) -> None:
        """Say what stands against what is typed."""
        problem = self._too_long() or self._not_printable()
        if problem == self.problem:
            return
        self._below.setText(problem)
        self._below.setVisible(bool(problem))
        self.text.setAccessibleDescription(" ".join(filter(None, (self._meant, problem))))
        self.text.setProperty("problem", bool(problem))
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)

    def _read(self) -> str:
        return self._context.workspace.consent_words.read(self.line, self.text.toPlainText())

    def _too_long(self) -> str:
        try:
            self._read()
        except InvalidValue as error:
            return self._context.messages.sentence(error)
        return ""

    def _not_printable(self) -> str:
        if self._context.workspace.consent_words.is_printable(self.text.toPlainText()):
            return ""
        return self._context.words.say("The paper has no letters for this: the card gets lines to write on.")

    def _lay_out(self, asked: AskedLine) -> None:
        theme = self._context.theme
        above = Label(theme, asked.label, role="second_strong")
        above.setBuddy(self.text)
        meant = Label(theme, asked.meant, role="second", ink="muted")
        self._below = Label(theme, role="code", ink="amber")
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LABEL_GAP)
        for widget in (above, meant, self.text, self._below):
            column.addWidget(widget)
