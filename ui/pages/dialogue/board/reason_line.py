"""The reason for which an item is set aside, typed beneath it, and what stands against it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.context import Context
from ui.fields.field import PAUSE_MS
from ui.fields.line import MOST_TYPED
from ui.parts.labels import Label
from ui.tokens import S4


class ReasonLine(QWidget):
    """A line for a reason. `paused` tells that somebody stopped typing, `given` that they moved on."""

    paused = Signal()
    given = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_TYPED)
        self.line.setPlaceholderText(context.words.say("Why, in 15 characters or more"))
        self.line.setAccessibleName(name)
        self._problem = Label(context.theme, role="code", ink="amber")
        self._problem.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.line.textEdited.connect(self._pause.start)
        self.line.editingFinished.connect(self._give)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self.line)
        column.addWidget(self._problem)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def problem(self) -> str:
        """What stands against the reason, in words."""
        return self._problem.text()

    def show_text(self, text: str) -> None:
        """Show a reason that was given before, unless somebody is typing one."""
        if text != self.line.text() and not self._pause.isActive() and not self.line.hasFocus():
            self.line.setText(text)

    def say_problem(self, problem: str) -> None:
        """Say what stands against the reason; nothing: say nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
        self.line.setProperty("problem", bool(problem))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def _give(self) -> None:
        self._pause.stop()
        self.given.emit()
