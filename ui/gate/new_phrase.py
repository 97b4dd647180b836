"""A new passphrase: typed twice, with a judgement of how hard it is to guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.gate import work
from ui.gate.errand import Errand
from ui.gate.phrase_line import PhraseLine, RepeatLine, labelled
from ui.jobs import Jobs
from ui.parts.bars import StrengthBar
from ui.parts.labels import Label
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import S4, S8, S12

if TYPE_CHECKING:
    from fieldkit.workspace.passphrase import Strength

WEAK = 1  # up to this score the shield is amber


class NewPhrase(QWidget):
    """Two lines that have to say the same. `submitted` tells that Enter was pressed in the second."""

    submitted = Signal()

    def __init__(self, theme: Theme, words: Catalogue, jobs: Jobs, name: str) -> None:
        super().__init__()
        self._words = words
        self.first = PhraseLine(theme, words, name)
        self.again = RepeatLine(theme, words, words.say("The same once more"))
        self.meter = Meter(theme, words, jobs)
        self._lay_out(theme, name)
        self.first.textChanged.connect(self._compare)
        self.first.textChanged.connect(self.meter.judge)
        self.first.returnPressed.connect(self._enter)
        self.again.textChanged.connect(self._compare)
        self.again.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.first)

    @property
    def passphrase(self) -> str:
        """What was typed; empty while the two lines differ."""
        return self.first.text() if self.first.text() == self.again.text() else ""

    @property
    def problem(self) -> str:
        """What stands against it, in one sentence; empty when nothing does."""
        if not self.first.text():
            return self._words.say("Type a passphrase first.")
        if not self.again.text():
            return self._words.say("Type the same passphrase once more.")
        if not self.passphrase:
            return self._words.say("The two are not the same: type the second once more.")
        return ""

    def focus_problem(self) -> None:
        """Put the cursor where the problem is."""
        (self.again if self.first.text() else self.first).setFocus()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be typed while the passphrase is in use."""
        self.first.setReadOnly(read_only)
        self.again.setReadOnly(read_only)

    def _compare(self) -> None:
        self.again.show_same(same=bool(self.passphrase))

    def _enter(self) -> None:
        if self.again.text():
            self.submitted.emit()
        else:
            self.again.setFocus()

    def _lay_out(self, theme: Theme, name: str) -> None:
        first = QVBoxLayout()
        first.setSpacing(S8)
        first.addWidget(labelled(theme, name, self.first))
        first.addWidget(self.meter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S12)
        whole.addLayout(first)
        whole.addWidget(labelled(theme, self._words.say("The same once more"), self.again))


class Meter(QWidget):
    """How hard a passphrase is to guess: a bar and a sentence. It advises; it refuses nothing."""

    judged = Signal(int)  # the score, from 0 to 4

    def __init__(self, theme: Theme, words: Catalogue, jobs: Jobs) -> None:
        super().__init__()
        self._words = words
        self._jobs = jobs
        self._typed = ""
        self._judging = ""  # what the judgement under way is about
        self._errand: Errand | None = None
        self._bar = StrengthBar(theme)
        self._sign = Sign(theme)
        self._said = Label(theme, "", role="second", ink="muted")
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._sign)
        row.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._bar)
        column.addLayout(row)
        self._show_nothing()

    @property
    def said(self) -> str:
        """The judgement in words."""
        return self._said.text()

    def judge(self, passphrase: str) -> None:
        """Judge what is typed; while one judgement is being made, only the newest text waits."""
        self._typed = passphrase
        if not passphrase:
            self._show_nothing()
        elif self._errand is None:
            self._send()

    def _send(self) -> None:
        typed = self._judging = self._typed
        self._errand = Errand(self._jobs, lambda _progress: work.strength(typed))
        self._errand.done.connect(self._arrive)

    def _arrive(self, found: Strength) -> None:
        self._errand = None
        if self._typed == self._judging:
            self._show(found)
        elif self._typed:
            self._send()

    def _show(self, found: Strength) -> None:
        weak = found.score <= WEAK
        self._bar.set_score(found.score)
        self._sign.show_icon("shield-warning" if weak else "shield-check", "amber" if weak else "accent")
        self._said.setText(found.said(self._words))
        self.judged.emit(found.score)

    def _show_nothing(self) -> None:
        self._bar.set_score(None)
        self._sign.show_icon("shield", "faint")
        self._said.setText(self._words.say("Shows how hard it is to guess"))
