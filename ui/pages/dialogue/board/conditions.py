"""The conditions under which the method of a session may be used, each with a box to tick (XR-8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.parts.check import CheckLine
from ui.parts.labels import Label
from ui.tokens import S4

Condition = tuple[str, bool]
"""The English sentence, by which a condition is known, and whether it is met."""


class Conditions(QWidget):
    """The conditions. `ticked` tells which one, and whether it is met now."""

    ticked = Signal(str, bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.lines: dict[str, CheckLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4)
        heading = context.words.say("First settle for this method")
        self._column.addWidget(Label(context.theme, heading, role="strong"))
        self.hide()

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show these conditions; nothing where the method has none."""
        if list(self.lines) != [sentence for sentence, _ in conditions]:
            self._make(conditions)
        for sentence, met in conditions:
            box = self.lines[sentence].box
            with QSignalBlocker(box):
                box.setChecked(met)
        self.setVisible(bool(conditions))

    def go_to(self, key: str) -> bool:
        """Put the cursor in the first box that is not ticked; return whether a path leads here."""
        if not key.startswith("conditions"):
            return False
        boxes = [line.box for line in self.lines.values()]
        still_open = (box for box in boxes if not box.isChecked())
        if (box := next(still_open, next(iter(boxes), None))) is not None:
            box.setFocus()
        return True

    def _make(self, conditions: Sequence[Condition]) -> None:
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for sentence, met in conditions:
            line = CheckLine(self._context.theme, self._context.words.say(sentence), done=met)
            line.ticked.connect(lambda on, sentence=sentence: self.ticked.emit(sentence, on))
            self._column.addWidget(line)
            self.lines[sentence] = line
