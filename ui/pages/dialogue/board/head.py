"""The row above the board: which session this is, how it stands, and what one can do with it as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldkit.workspace.board import Board
from ui.context import Context
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.parts.pill import Pill, Tone
from ui.tokens import S4, S8, S12, SMALL

LOOKS: Mapping[str, tuple[Tone, str]] = {
    "planned": ("neutral", "calendar-blank"),
    "confirmed": ("teal", "calendar-check"),
    "postponed": ("amber", "clock"),
    "held": ("green", "check-circle"),
    "cancelled": ("outline", "prohibit"),
    "aborted_safety": ("red", "shield-warning"),
}


class BoardHead(QWidget):
    """Number, code and status of a session, papers, a new one, and more in a menu."""

    new = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, say = context.theme, context.words.say
        self._title = Label(theme, role="section", wrap=False)
        self._code = Label(theme, role="code", ink="faint", wrap=False)
        self.pill = Pill(theme, "")
        self.papers = Button(theme, say("Print"), kind="quiet", icon="printer")
        self.papers.setAccessibleDescription(say("Opens a menu"))
        self._new = Button(theme, say("New session"), kind="plain", icon="plus", height=SMALL)
        self._new.clicked.connect(self.new)
        self.more = IconButton(theme, "dots-three", say("More about this session"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        for widget in (self._title, self._code, self.pill):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.papers)
        row.addSpacing(S12 - S8)
        row.addWidget(self._new)
        row.addSpacing(S4 - S8)
        row.addWidget(self.more)

    def show_board(self, board: Board) -> None:
        """Show which session it is, and how it stands."""
        tone, icon = LOOKS[board.status]
        self._title.setText(self._context.words.say("Session {number}", number=board.number))
        self._code.setText(board.code)
        if board.status_label != self.pill.text():
            self.pill.say(board.status_label, tone, icon)

    def set_new_off(self, why: str) -> None:
        """Have no new session planned, and say why; empty: it can be."""
        if why:
            self._new.set_off(why)
        elif self._new.is_off:
            self._new.set_on()
