"""The head of a dialogue: what it is about, the one next thing to do, and the path of its steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.pages.dialogue.summary import Summary
from ui.parts.buttons import Button
from ui.parts.labels import Elided, Label
from ui.parts.path import StepPath
from ui.tokens import S4, S12, S24

HEIGHT, NARROW_HEIGHT = 124, 108
RISK_ICON = 16


class Header(QWidget):
    """Title, second line, next thing, steps."""

    step_chosen = Signal(str)
    next_chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "header")
        theme = context.theme
        self._title = Elided(theme, "", role="page_title")
        self._second = Label(theme, "", role="second", ink="muted", wrap=False)
        self._risk_sign = Label(theme, "", role="second", wrap=False)
        self._risk = Label(theme, "", role="second", ink="red", wrap=False)
        self._next_word = Label(theme, context.words.say("Next"), role="second", ink="muted", wrap=False)
        self._next = Button(theme, "", kind="primary", trailing_icon="arrow-right")
        self._next.clicked.connect(self.next_chosen)
        self._path: StepPath | None = None
        self._lay_out()

    def show_summary(self, summary: Summary, step: str) -> None:
        """Show a dialogue as it stands, with one of its steps open."""
        self._title.setText(summary.title)
        self._second.setText(summary.second)
        self._risk.setText(summary.risk)
        self._risk_sign.setVisible(bool(summary.risk))
        self._risk.setVisible(bool(summary.risk))
        if summary.risk:
            ratio = self.devicePixelRatioF()
            self._risk_sign.setPixmap(self._context.theme.pixmap("shield-warning", "red", RISK_ICON, ratio))
        self._next.setText(summary.next)
        self._next.setAccessibleName(summary.next)
        self._next.setVisible(bool(summary.next))
        self._next_word.setVisible(bool(summary.next))
        if self._path is None:
            self._path = StepPath(self._context.theme, summary.steps, step, summary.states)
            self._path.chosen.connect(self.step_chosen)
            self._whole.addWidget(self._path)
        self._path.show_steps(summary.steps, step)

    def set_narrow(self, narrow: bool) -> None:
        """Take less height in a small window."""
        self.setFixedHeight(NARROW_HEIGHT if narrow else HEIGHT)

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(S4)
        second.addWidget(self._second)
        second.addSpacing(S4)
        second.addWidget(self._risk_sign)
        second.addWidget(self._risk)
        second.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(S4)
        names.addWidget(self._title)
        names.addLayout(second)
        top = QHBoxLayout()
        top.setSpacing(S12)
        top.addLayout(names, 1)
        top.addWidget(self._next_word)
        top.addWidget(self._next)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(S24, S12, S24, 0)
        self._whole.setSpacing(S4)
        self._whole.addLayout(top, 1)
