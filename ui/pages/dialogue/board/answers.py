"""The answers to one item of the checklist: a letter answers and goes on, so that a list is soon done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton

from ui.parts.segments import Segments
from ui.theme import Theme

SET_ASIDE = ("not_applicable", "waived")  # answers that ask for a reason


def room_for(theme: Theme, options: Sequence[tuple[str, str]], /) -> int:
    """Return the px that all these answers need, whichever is given, so that they can stand in one column."""
    answers = Segments(theme, options, "", "")
    widths = []
    for value, _ in options:
        answers.set_value(value)
        widths.append(answers.sizeHint().width())
    return max(widths)


class Answers(Segments):
    """Yes, no, and what sets an item aside.

    `went_on` tells that a letter answered and the next item is due, `pressed` that an answer was pressed
    rather than passed with the arrows.
    """

    went_on = Signal()
    pressed = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__(theme, options, "", name)
        for answer in self.findChildren(QRadioButton):
            answer.clicked.connect(lambda: self.pressed.emit(self.value()))

    def jump(self, segment: Any, letter: str) -> bool:
        """Give the answer that begins with a letter; one that needs no reason goes on to the next item."""
        found = super().jump(segment, letter)
        if found and self.value() not in SET_ASIDE:
            self.went_on.emit()
        return found
