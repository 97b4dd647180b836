"""The right side of the gate: the language on top, the view, and the quiet ways on at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.gate.view import View
from ui.parts.card import Card
from ui.parts.rows import RowButton
from ui.parts.segments import Segments
from ui.theme import Theme
from ui.tokens import S24, S32

COLUMN = 520
TOP = 26

LANGUAGES = (("en", "English"), ("nl", "Nederlands"))  # each in its own words


class Side(QWidget):
    """One column, calm in the middle. Tab goes down it; the language comes last."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Catalogue, view: View, rows: Sequence[RowButton]) -> None:
        super().__init__()
        column = QWidget()
        column.setFixedWidth(COLUMN)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, TOP, 0, TOP)
        self._column.setSpacing(0)
        self._column.addSpacing(S24)
        self._column.addWidget(view)
        self._column.addStretch(1)
        self._rows = self._card(theme, rows)
        self._language = Segments(theme, LANGUAGES, words.language, words.say("Language"))
        self._language.chosen.connect(self.language_chosen)
        self._column.insertWidget(0, self._language, 0, Qt.AlignmentFlag.AlignRight)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(S24, 0, S24, 0)
        whole.addStretch(1)  # rather than an alignment, which measures the height of words at another width
        whole.addWidget(column)
        whole.addStretch(1)
        view.busy.connect(self._stand_still)

    def _card(self, theme: Theme, rows: Sequence[RowButton]) -> Card:
        card = Card(theme)
        for row in rows:
            card.add(row)
        if rows:
            self._column.addSpacing(S32)
            self._column.addWidget(card)
        return card

    def _stand_still(self, busy: bool) -> None:
        """Keep the other ways shut while a task is under way: its answer has to find its view."""
        self._rows.setEnabled(not busy)
        self._language.setEnabled(not busy)
