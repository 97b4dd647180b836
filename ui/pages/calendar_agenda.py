"""The agenda: sessions grouped by day, from a day on; those without a day stand above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.calendar import AgendaDay, Entry
from ui.context import Context
from ui.pages.calendar_group import SHOWN, DayGroup
from ui.parts.labels import Label
from ui.parts.rows import RowButton
from ui.parts.scroll import Scroll
from ui.tokens import FOCUS_FRAME, FOCUS_GAP, S8, S12

WIDEST = 900  # px of the list; in a larger window it stands still at the left
AROUND = FOCUS_FRAME + FOCUS_GAP  # px around the cards, so that no edge cuts the focus frame


class AgendaList(QWidget):
    """Days with their sessions. `open_` opens a session, `earlier` shows what lies before."""

    def __init__(self, context: Context, open_: Callable[[Entry], None], earlier: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._open = open_
        self._earlier = earlier
        self._waiting: list[AgendaDay] = []
        self._more: RowButton | None = None
        self._first: QWidget | None = None
        self._first_of_day: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()

    @property
    def first(self) -> QWidget | None:
        """Where one begins: the first session that has a day, else whatever stands above it."""
        return self._first_of_day or self._first

    def show_days(self, days: Sequence[AgendaDay], start: date) -> None:
        """Show those without a day, then what lies on and after `start`."""
        dated = [(each.day, each) for each in days if each.day is not None]
        before = sum(len(each.entries) for day, each in dated if day < start)
        self._waiting = [each for day, each in dated if day >= start]
        self._first = self._first_of_day = self._more = None
        self._renew()
        for each in days:
            if each.day is None:
                self._add(each)
        if before:
            self._way(self._earlier_words(before), "caret-up", self._earlier)
        if self._waiting:
            self._show_more()
        else:
            nothing = self._context.words.say("No session from this day on.")
            self._list.addWidget(Label(self._context.theme, nothing, ink="muted"))

    def _renew(self) -> None:
        """Begin an empty list."""
        while (item := self._whole.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(S8)
        column.addLayout(self._list)
        column.addStretch(1)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(AROUND, AROUND, S12, AROUND)
        row.addWidget(inner, WIDEST)
        row.addStretch(1)
        self._whole.addWidget(Scroll(self._context.theme, sheet))

    def _show_more(self) -> None:
        """Show whole days until there are enough sessions, and offer the rest."""
        asked, room = self._more, SHOWN
        added: list[DayGroup] = []
        while self._waiting and room > 0:
            day = self._waiting.pop(0)
            room -= len(day.entries)
            added.append(self._add(day))
        more = self._context.words.say("Show more")
        self._more = self._way(more, "caret-down", self._show_more) if self._waiting else None
        if asked is not None:
            added[0].show()  # at once: what is not shown yet cannot have the cursor
            added[0].first.setFocus()
            asked.hide()
            asked.deleteLater()

    def _add(self, day: AgendaDay) -> DayGroup:
        group = DayGroup(self._context, day, self._open)
        self._list.addWidget(group)
        self._first = self._first or group.first
        if day.day is not None:
            self._first_of_day = self._first_of_day or group.first
        return group

    def _earlier_words(self, number: int) -> str:
        if number == 1:
            return self._context.words.say("1 earlier session")
        return self._context.words.say("{number} earlier sessions", number=number)

    def _way(self, text: str, icon: str, act: Callable[[], None]) -> RowButton:
        row = RowButton(self._context.theme, text, trailing=icon)
        row.clicked.connect(act)
        self._list.addWidget(row)
        self._first = self._first or row
        return row


def start_before(days: Sequence[AgendaDay], start: date, /) -> date:
    """Return from which day on so many more sessions are shown that lie before `start`."""
    room = SHOWN
    for day, sessions in _backwards(days, start):
        start, room = day, room - sessions
        if room <= 0:
            break
    return start


def _backwards(days: Sequence[AgendaDay], start: date) -> Iterator[tuple[date, int]]:
    for each in reversed(days):
        if each.day is not None and each.day < start:
            yield each.day, len(each.entries)
