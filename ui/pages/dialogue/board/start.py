"""Where no session is planned yet: the one thing to do, or what stands against it (gate G0, XR-6)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.errors import Reason, Refused
from fieldkit.workspace.preparing import SpokenHold
from ui.context import Context
from ui.dialogs.bring_in import bring_in
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.seats import SeatCircle
from ui.parts.sign import Sign
from ui.places import Place
from ui.tokens import ICON, S4, S8, S12, S16, S24

PICTURE = 96
WIDEST = 520


class NoSession(QWidget):
    """Says whether a first session can be planned, and why not. `asked` asks for one."""

    asked = Signal()

    def __init__(self, context: Context, dialogue_code: str) -> None:
        super().__init__()
        self._context = context
        self._code = dialogue_code
        self._shown: tuple[Reason, ...] | None = None
        theme, say = context.theme, context.words.say
        self._second = Label(theme, role="second", ink="muted")
        self._reasons = Card(theme)
        self._below = Label(theme, role="code", ink="muted")
        self.new = Button(theme, say("New session"), kind="primary", icon="plus")
        self.new.clicked.connect(self.asked)
        self._bring = Button(theme, say("Bring in a dialogue file"), kind="quiet", icon="download-simple")
        self._bring.clicked.connect(lambda: bring_in(self, context))
        self.setFocusProxy(self.new)
        self._lay_out()

    def show_reasons(self) -> None:
        """Show what stands against planning a session now, each with the way to mend it."""
        against = self._context.workspace.sessions.against_planning(self._code)
        if against == self._shown:
            return
        self._shown = against
        say, number = self._context.words.say, len(against)
        self._second.setText(
            say("These have to be settled before a session can be planned.")
            if against
            else say("A session says who is heard, where, in which languages, and how safely.")
        )
        self._reasons.clear()
        for reason in against:
            self._reasons.add(self._row(reason))
        self._reasons.setVisible(bool(against))
        one, more = (
            say("Opens when this is settled. There is no override."),
            say("Opens when these {number} are settled. There is no override.", number=number),
        )
        why = (one if number == 1 else more) if against else ""
        self._below.setText(why)
        self._below.setVisible(bool(why))
        self.new.set_off(why) if why else self.new.set_on()

    def _row(self, reason: Reason) -> QWidget:
        theme, say = self._context.theme, self._context.words.say
        text = self._context.messages.sentence(Refused((reason,)))
        fix = Button(theme, say("Fix"), kind="link")
        fix.setAccessibleName(say("Fix: {text}", text=text))
        fix.clicked.connect(lambda: self._context.go(self._place(text)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, text, role="second"))
        words.addWidget(Label(theme, reason.rule, role="code", ink="faint", wrap=False))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(Sign(theme, "warning-fill", "amber", ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(fix)
        return holder

    def _place(self, text: str) -> Place:
        """Return where a reason is mended: preparing says it in the same words, and knows the field."""
        holds = self._context.workspace.preparing.readiness(self._code, self._context.words).holds
        meant = next((hold for hold in holds if hold.text == text), None)
        return _field(self._code, meant) if meant is not None else Place("dialogue", self._code, "prepare")

    def _lay_out(self) -> None:
        theme, say, middle = self._context.theme, self._context.words.say, Qt.AlignmentFlag.AlignHCenter
        title = Label(theme, say("No session is planned yet"), role="section")
        for label in (title, self._second, self._below):
            label.setAlignment(middle)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S4)
        column.addStretch(1)
        column.addWidget(SeatCircle(theme, PICTURE), 0, middle)
        column.addSpacing(S12)
        column.addWidget(title)
        column.addWidget(self._second)
        column.addSpacing(S12)
        column.addWidget(self._reasons)
        column.addSpacing(S16)
        column.addWidget(self.new, 0, middle)
        column.addWidget(self._below)
        column.addSpacing(S8)
        column.addWidget(self._bring, 0, middle)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addWidget(inner, WIDEST)
        whole.addStretch(1)


def _field(code: str, hold: SpokenHold) -> Place:
    return Place("dialogue", code, hold.step, hold.field)
