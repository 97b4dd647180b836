"""The two lists of Today: the sessions that come, and what is promised and due."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.workspace.choices import label
from fieldkit.workspace.due import Due
from fieldkit.workspace.overview import ComingUp, Today
from ui.context import Context
from ui.pages.calendar_looks import LOOKS
from ui.pages.today_words import place_of, when
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.pill import Pill
from ui.parts.ring import Ring
from ui.parts.rows import RowButton
from ui.tokens import TYPE

DAY_WIDTH = 44
RING = 48
ROW = 66  # px at least, so that the rows of both lists stand side by side
MORE = 50  # rows of a long list at a time

DUE_ICONS: Mapping[str, str] = {
    "check": "shield-warning",
    "word_back": "megaphone",
    "promise": "handshake",
    "action": "flag",
    "decision": "scales",
    "review": "calendar-check",
}


class ComingCard(Card):
    """The next sessions."""

    def __init__(self, context: Context, today: Today) -> None:
        super().__init__(context.theme)
        self._context = context
        say, more = context.words.say, today.coming_total > len(today.coming_up)
        second = say("{number} in all", number=today.coming_total) if more else say("ready of what it needs")
        self.add_header(say("Coming up"), second)
        for session in today.coming_up:
            self.add(self._row(session))

    def _row(self, session: ComingUp) -> RowButton:
        theme, words = self._context.theme, self._context.words
        row = RowButton(theme, session.dialogue_title, self._second(session), trailing="")
        row.setMinimumHeight(ROW)
        row.lead(self._day(session))
        row.add(self._pill(session))
        if session.status != "confirmed":
            row.add(Ring(theme, session.done, session.total, RING))
        row.clicked.connect(lambda: self._context.go(place_of(session.target)))
        day = words.day(session.day, "d MMMM")
        row.setAccessibleName(f"{session.dialogue_title}, {day}, {self._second(session)}")
        return row

    def _pill(self, session: ComingUp) -> Pill:
        theme, words = self._context.theme, self._context.words
        if session.held_up:
            return Pill(theme, words.say("Held up"), "amber", "warning-fill")
        looks = LOOKS[session.status]
        return Pill(theme, label("SessionStatus", session.status, words), looks.tone, looks.icon)

    def _second(self, session: ComingUp) -> str:
        say = self._context.words.say
        facts = {"session": session.session_code, "groups": session.groups, "people": session.people}
        if session.groups == 1:
            text = say("{session} · 1 group, {people} people", **facts)
        else:
            text = say("{session} · {groups} groups, {people} people", **facts)
        return f"{text} · {session.start}" if session.start else text

    def _day(self, session: ComingUp) -> QWidget:
        theme, words = self._context.theme, self._context.words
        whole = QWidget()
        whole.setFixedWidth(DAY_WIDTH)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form, role, ink in (("d", "next_thing", "text"), ("MMM", "second", "muted")):
            line = Label(theme, words.day(session.day, form), role=role, ink=ink, wrap=False)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        return whole


class DueCard(Card):
    """What is promised and due: the first few, and in place the rest of them."""

    def __init__(self, context: Context, today: Today) -> None:
        super().__init__(context.theme)
        self._context = context
        self._hidden: list[QWidget] = []  # the rows beyond the first few, once they were asked for
        self._waiting: list[Due] = []
        self._first = len(today.due)
        self._all_words = context.words.say("All {number}", number=today.due_total)
        self._all = Button(context.theme, self._all_words, kind="link", height=TYPE["section"].line)
        self._all.clicked.connect(self._toggle)
        self._more: RowButton | None = None  # below all rows while some are still waiting
        self._is_open = False
        more = today.due_total > self._first
        self.add_header(context.words.say("Promised and due"), right=self._all if more else None)
        for due in today.due:
            self.add(self._row(due))

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._all.setText(self._context.words.say("Fewer") if self._is_open else self._all_words)
        if self._is_open and not self._hidden:
            self._waiting = list(self._context.workspace.overview.all_due(self._context.words)[self._first :])
            self._show_more()
        for row in (*self._hidden, *([self._more] if self._more else [])):
            row.setVisible(self._is_open)

    def _show_more(self) -> None:
        shown, self._waiting = self._waiting[:MORE], self._waiting[MORE:]
        rows = [self._row(due) for due in shown]
        self._hidden += rows
        for row in rows:
            self.add(row)
        asked, self._more = self._more, self._more_row() if self._waiting else None
        if asked is not None:
            rows[0].setFocus()
            asked.hide()

    def _more_row(self) -> RowButton:
        row = RowButton(self._context.theme, self._context.words.say("Show more"), trailing="caret-down")
        row.clicked.connect(self._show_more)
        self.add(row)
        return row

    def _row(self, due: Due) -> RowButton:
        theme, words = self._context.theme, self._context.words
        second = " · ".join(filter(None, (due.label, due.dialogue_title or due.partner_code)))
        ink = "red" if due.tone == "red" else "muted"
        row = RowButton(theme, due.subject, second, DUE_ICONS[due.kind], trailing="", icon_ink=ink)
        row.setMinimumHeight(ROW)
        text = when(due.day, due.days_late, words)
        row.add(Pill(theme, text, due.tone, "clock" if due.tone == "neutral" else ""))
        row.setAccessibleName(f"{due.subject}, {second}, {text}")
        row.clicked.connect(lambda: self._context.go(place_of(due.target)))
        return row
