"""Which session of the dialogue is shown: a quiet row of them, or a list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QWidget

from fieldkit.model.session import Session
from fieldkit.text import Catalogue
from ui.context import Context
from ui.fields.choice import QuietCombo
from ui.parts.segments import Segments
from ui.tokens import S8

MOST_BESIDE = 5
LIST_WIDTH = 28  # letters


@dataclass(frozen=True)
class Entry:
    """One session as it can be picked."""

    code: str
    words: str  # "1 · Sat 14 Feb"


class SessionPicker(QWidget):
    """Arrows go from one session to the next. `picked` tells the code of the one that was chosen."""

    picked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._entries: tuple[Entry, ...] = ()
        self._segments: Segments | None = None
        self._list = QuietCombo()
        self._list.setAccessibleName(context.words.say("Session"))
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(LIST_WIDTH)
        self._list.activated.connect(lambda at: self.picked.emit(self._entries[at].code))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S8)
        self._row.addWidget(self._list)
        self._row.addStretch(1)
        self.hide()

    def show_sessions(self, entries: Sequence[Entry], chosen: str) -> None:
        """Offer these sessions, of which one is shown; a single one leaves no choice."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._make()
        if self._segments is not None:
            self._segments.set_value(chosen)
        self._list.setCurrentIndex([each.code for each in self._entries].index(chosen))

    def _make(self) -> None:
        focused = QApplication.focusWidget()
        had_cursor = focused is not None and self.isAncestorOf(focused)
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.hide()
            self._segments.deleteLater()
            self._segments = None
        self._list.clear()
        for each in self._entries:
            self._list.addItem(each.words, each.code)
        beside = len(self._entries) <= MOST_BESIDE
        if beside and self._entries:
            options = [(each.code, each.words) for each in self._entries]
            self._segments = Segments(self._context.theme, options, "", self._context.words.say("Session"))
            self._segments.chosen.connect(self.picked)
            self._row.insertWidget(0, self._segments)
            if had_cursor:
                self._segments.setFocus()
        self._list.setVisible(not beside)
        self.setVisible(len(self._entries) > 1)


def entries(sessions: Sequence[Session], words: Catalogue, /) -> tuple[Entry, ...]:
    """Return sessions as they can be picked: by their number among the others, and their day."""
    return tuple(
        Entry(each.code, f"{number} · {_day(each, words)}") for number, each in enumerate(sessions, 1)
    )


def _day(session: Session, words: Catalogue) -> str:
    return words.day(session.date, "EEE d MMM") if session.date else words.say("no day")
