"""One day of the agenda: its heading, and its sessions as rows; of very many the first ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.calendar import AgendaDay, Entry, day_title
from ui.context import Context
from ui.pages.calendar_looks import LOOKS, people
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.pill import Pill
from ui.parts.rows import RowButton
from ui.parts.sign import Sign
from ui.tokens import ICON_PILL, S4, S8, TYPE

HOURS = 104  # px of the column with the hours
SHOWN = 20  # sessions of a long list at a time
MOST_CLASHES = 3  # sentences below a session


class DayGroup(QWidget):
    """A day with its sessions, or those that have no day yet. `open_` opens one."""

    def __init__(self, context: Context, day: AgendaDay, open_: Callable[[Entry], None]) -> None:
        super().__init__()
        self._context = context
        self._open = open_
        self._waiting = list(day.entries)
        self._more: RowButton | None = None
        self._card = Card(context.theme)
        title = day_title(day.day, context.workspace.today, context.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S8)
        column.setSpacing(S8)
        column.addLayout(self._heading(title, is_today=day.is_today))
        column.addWidget(self._card)
        self._card.setAccessibleName(title)
        self.first = self._show_some()

    def _heading(self, title: str, *, is_today: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(Label(self._context.theme, title, role="strong", wrap=False))
        if is_today:
            row.addWidget(Pill(self._context.theme, self._context.words.say("Today"), "teal", "sun-dim"))
        row.addStretch(1)
        return row

    def _show_some(self) -> RowButton:
        """Add the next sessions, and a way to the rest; return the first of them."""
        shown, self._waiting = self._waiting[:SHOWN], self._waiting[SHOWN:]
        rows = [self._row(entry) for entry in shown]
        for row in rows:
            self._card.add(row)
        asked, self._more = self._more, self._row_for_more() if self._waiting else None
        if asked is not None:
            rows[0].show()  # at once: what is not shown yet cannot have the cursor
            rows[0].setFocus()
            asked.hide()
        return rows[0]

    def _row_for_more(self) -> RowButton:
        row = RowButton(self._context.theme, self._context.words.say("Show more"), trailing="caret-down")
        row.clicked.connect(self._show_some)
        self._card.add(row)
        return row

    def _row(self, entry: Entry) -> RowButton:
        theme, second = self._context.theme, people(entry, self._context.words)
        row = RowButton(theme, entry.title, second, trailing="")
        if entry.day is not None:
            row.lead(self._hours(entry.hours))
        looks = LOOKS[entry.status]
        row.add(Pill(theme, entry.status_label, looks.tone, looks.icon))
        if entry.clashes:
            row.below(self._clashes(entry.clashes))
        said = (entry.title, entry.hours, second, entry.status_label, *entry.clashes)
        row.setAccessibleName(", ".join(filter(None, said)))
        row.clicked.connect(lambda: self._open(entry))
        return row

    def _hours(self, hours: str) -> QWidget:
        text, ink = (hours, "text") if hours else (self._context.words.say("No hours yet"), "muted")
        label = Label(self._context.theme, text, role="second_title", ink=ink, wrap=False)
        label.set_figures()
        label.setFixedWidth(HOURS)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return label

    def _clashes(self, sentences: Sequence[str]) -> QWidget:
        """Say what another session wants at the same time: the first few, and how many more there are."""
        hidden = len(sentences) - MOST_CLASHES
        more = [self._context.words.say("and {number} more", number=hidden)] if hidden > 0 else []
        text = "\n".join([*sentences[:MOST_CLASHES], *more])
        lines = QWidget()
        row = QHBoxLayout(lines)
        row.setContentsMargins(0, S4, 0, 0)
        row.setSpacing(S8)
        sign = Sign(self._context.theme, "warning-fill", "amber", ICON_PILL)
        sign.setFixedHeight(TYPE["second"].line)  # beside the first line
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._context.theme, text, role="second", ink="amber"), 1)
        return lines
