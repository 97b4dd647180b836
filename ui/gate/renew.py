"""A new passphrase for a workspace that its recovery sheet has opened."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.gate import work
from ui.gate.new_phrase import NewPhrase
from ui.gate.view import Step, Surroundings, View
from ui.gate.work import KeyWords
from ui.parts.buttons import Button
from ui.tokens import CONTROL, S8


class RenewView(View):
    """Two lines for a new passphrase; the old one may also be kept."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        lead = say(
            "The sheet opens the workspace. With a new passphrase comes a new sheet; destroy this one then."
        )
        super().__init__(around, step, say("Choose a new passphrase"), lead)
        self.phrase = NewPhrase(around.theme, around.words, around.jobs, say("New passphrase"))
        self.phrase.submitted.connect(self._change)
        self._button = Button(
            around.theme, say("Change the passphrase"), "primary", trailing_icon="arrow-right", keys="Enter"
        )
        self._button.clicked.connect(self._change)
        self._keep = Button(around.theme, say("Keep the old passphrase"), "quiet", height=CONTROL)
        self._keep.clicked.connect(lambda: self.attempt(lambda: around.enter(step.file, step.key_words)))
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._button)
        row.addWidget(self._keep)
        row.addStretch(1)
        self.column.addWidget(self.phrase)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)

    def begin(self) -> None:
        """Begin with the passphrase."""
        self.phrase.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Let nothing else be done while the file is made anew."""
        say = self.words.say
        self.phrase.set_read_only(read_only=busy)
        self._keep.setEnabled(not busy)
        self._button.setText(say("Changing the passphrase") if busy else say("Change the passphrase"))

    def arrived(self, answer: KeyWords) -> None:
        """Go on to the new recovery sheet."""
        self.around.go(Step("sheet", self.step.file, answer))

    def _change(self) -> None:
        if problem := self.phrase.problem:
            self.trouble.say(problem)
            self.phrase.focus_problem()
            return
        file, key_words, setup = self.step.file, self.step.key_words, self.around.setup
        passphrase = self.phrase.passphrase
        self.run(lambda: work.change_passphrase(file, key_words, passphrase, setup))
