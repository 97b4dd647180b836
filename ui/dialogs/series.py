"""Several sessions like one: how many, how far apart; the days are seen before they are planned."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fieldkit.errors import InvalidValue
from fieldkit.model.session import Session
from fieldkit.workspace.sessions import MOST_IN_A_SERIES
from ui.context import Context
from ui.dialogs.form import Controls, FormDialog
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.tokens import S8

NUMBER_WIDTH = 88
LONGEST_WAIT = 366  # days from one session to the next
DAYS_IN = {"days": 1, "weeks": 7}
FIRST_COUNT, FIRST_EVERY = 3, 1


class Series(FormDialog):
    """Asks for a number and a distance."""

    def __init__(self, parent: QWidget, context: Context, session: Session, day: date) -> None:
        say = context.words.say
        self._controls = Controls(context)
        self._session = session
        self._day = day
        super().__init__(parent, context, say("Plan a series"), self._controls)
        self.count = self._number(str(FIRST_COUNT))
        self.every = self._number(str(FIRST_EVERY))
        self.unit = Segments(
            context.theme, (("days", say("days")), ("weeks", say("weeks"))), "weeks", say("Days or weeks")
        )
        self._controls.add(say("How many more"), self.count, say("Up to {most}", most=MOST_IN_A_SERIES))
        self._controls.add(say("How far apart"), self.every)
        self.column.addWidget(self._beside(self.unit))
        self.days = Label(context.theme, role="second", ink="muted")
        self.column.addWidget(self.days)
        self.finish(say("Plan them"))
        for line in (self.count, self.every):
            line.textChanged.connect(self._show_days)
        self.unit.chosen.connect(self._show_days)
        self._show_days()
        self.count.setFocus()
        self.count.selectAll()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, session: Session, day: date, /) -> bool:
        """Return whether sessions were planned."""
        dialog = cls(parent, context, session, day)
        try:
            return bool(dialog.exec())
        finally:
            dialog.deleteLater()

    def accept(self) -> None:
        """Plan the sessions; what stands against a number is said beside it."""
        every = self._controls.read(self.every, lambda: self._within(self.every, LONGEST_WAIT))
        count = self._controls.read(self.count, lambda: self._within(self.count, MOST_IN_A_SERIES))
        if every is None or count is None:
            return
        sessions, say = self._context.workspace.sessions, self._context.words.say
        one, more = (
            say("1 more session is planned."),
            say("{number} more sessions are planned.", number=count),
        )
        said = one if count == "1" else more
        if self._context.do(lambda: sessions.series(self._session.code, self._planned()), said=said):
            self.result_code = self._session.code
            super(FormDialog, self).accept()

    def _number(self, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(3)
        line.setFixedWidth(NUMBER_WIDTH)
        return line

    def _beside(self, control: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(control)
        row.addStretch(1)
        return holder

    def _within(self, line: QLineEdit, most: int) -> str:
        """Return a number that was typed. Raises `InvalidValue` unless it lies between 1 and `most`."""
        typed = line.text().strip()
        if not typed.isdecimal() or not 1 <= int(typed) <= most:
            raise InvalidValue("number_between", least=1, most=most, path="")
        return typed

    def _planned(self) -> tuple[date, ...]:
        apart = int(self._within(self.every, LONGEST_WAIT)) * DAYS_IN[self.unit.value()]
        count = int(self._within(self.count, MOST_IN_A_SERIES))
        return self._context.workspace.sessions.days_after(self._day, count, apart)

    def _show_days(self) -> None:
        words = self._context.words
        try:
            days = [words.day(day, "EEE d MMM y") for day in self._planned()]
        except InvalidValue:
            days = []
        self.days.setText(" · ".join(days))
