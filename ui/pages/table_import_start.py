"""The first step of bringing in a table: choosing the file, by a button or by dropping it here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.context import Context
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.tokens import S4, S12, S16, S24

WIDEST = 1100


class Start(QWidget):
    """What can be brought in and what is left out, the way to a file, and how far the reading is."""

    wants_file = Signal()
    wants_sample = Signal()
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._theme = context.theme
        say = self._words.say
        choose = Button(self._theme, say("Choose a file"), kind="primary", icon="folder-open")
        choose.clicked.connect(self.wants_file)
        sample = Button(
            self._theme, say("Save an empty table to fill in"), kind="quiet", icon="download-simple"
        )
        sample.clicked.connect(self.wants_sample)
        self._problem = Banner(self._theme, "amber", say("That did not work."), "")
        self._problem.hide()
        card = Card(self._theme)
        card.add(
            EmptyState(
                self._theme, say("Drop a table here, or choose one"),
                say("XLSX or CSV, one row for each supplier, site or group of workers. Nothing is kept yet."),
                choose, sample,
            )
        )  # fmt: skip
        card.add(self._left_out())
        middle = QVBoxLayout()
        middle.setSpacing(S12)
        for widget in (self._problem, card, self._make_work()):
            widget.setMaximumWidth(WIDEST)
            middle.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24, S4, S24, S24)
        whole.addLayout(middle)
        whole.addStretch(1)
        self.setFocusProxy(choose)
        self.show_rest()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the file."""
        self._problem.say(self._words.say("That did not work."), sentence)
        self._problem.setVisible(bool(sentence))

    def show_work(self, title: str) -> None:
        """Show that a file is being read."""
        self._problem.hide()
        self._title.setText(title)
        self._work.show()

    def show_rest(self) -> None:
        """Show that nothing is under way."""
        self._work.hide()

    def _left_out(self) -> QWidget:
        words = self._words.say(
            "Names of people, telephone numbers and positions on a map are left out, whatever stands in it."
        )
        return Label(self._theme, words, role="second", ink="muted")

    def _make_work(self) -> QWidget:
        self._title = Label(self._theme, role="second", ink="muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self._words.say("Progress"))
        cancel = Button(self._theme, self._words.say("Cancel"), kind="secondary")
        cancel.clicked.connect(self.cancelled)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(S16, 0, S16, 0)
        row.setSpacing(S12)
        row.addWidget(self._title)
        row.addWidget(bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        return self._work
