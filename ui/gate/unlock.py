"""Unlocking a workspace with its passphrase, and the way out of each thing that may stand in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from fieldkit.errors import FieldkitError
from ui.gate import work
from ui.gate.phrase_line import PhraseLine, labelled
from ui.gate.trouble import Way
from ui.gate.view import Step, Surroundings, View
from ui.gate.work import KeyWords
from ui.parts.buttons import Button
from ui.tokens import CONTROL, S8

# custody: different, plain messages, each with the way out; trying again is just typing
WAYS_OUT: Mapping[str, Sequence[str]] = {
    "passphrase_or_damage": ("recovery", "restore"),
    "recovery_words_wrong": ("recovery", "restore"),
    "workspace_damaged": ("restore", "choose"),
    "workspace_newer": ("choose",),
    "not_a_workspace": ("choose", "restore"),
    "file_missing": ("choose", "restore"),
    "file_unreachable": ("choose", "restore"),
    "medium_read_only": ("restore", "choose"),
    "cannot_read": ("choose", "restore"),
    "cannot_write": ("choose", "restore"),
}


class UnlockView(View):
    """One line to type, one button."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        lead = say("Type the passphrase of {file}.", file=step.file.name)
        super().__init__(around, step, say("Welcome back"), lead)
        self.phrase = PhraseLine(around.theme, around.words, say("Passphrase"))
        self.phrase.returnPressed.connect(self._open)
        self._button = Button(
            around.theme, say("Open the workspace"), "primary", trailing_icon="arrow-right", keys="Enter"
        )
        self._button.clicked.connect(self._open)
        self._by_words = Button(around.theme, say("Use the recovery words"), "quiet", height=CONTROL)
        self._by_words.clicked.connect(lambda: self._go("recovery"))
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._button)
        row.addWidget(self._by_words)
        row.addStretch(1)
        self.column.addWidget(labelled(around.theme, say("Passphrase"), self.phrase))
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)

    def begin(self) -> None:
        """Begin with the passphrase; what was wrong is typed over."""
        self.phrase.setFocus()
        self.phrase.selectAll()

    def show_busy(self, busy: bool) -> None:
        """Say that the file is being opened."""
        self.phrase.setReadOnly(busy)
        self._by_words.setEnabled(not busy)
        self._button.setText(self.words.say("Opening") if busy else self.words.say("Open the workspace"))

    def arrived(self, answer: KeyWords) -> None:
        """Go in."""
        self.around.enter(self.step.file, answer)

    def ways(self, error: Exception, /) -> Sequence[Way]:
        """Return the ways out of what keeps the file closed."""
        say = self.words.say
        known: Mapping[str, Way] = {
            "recovery": (say("Use the recovery words"), lambda: self._go("recovery")),
            "restore": (say("Restore the newest backup"), lambda: self._go("restore")),
            "choose": (say("Choose another file"), self.around.choose_file),
        }
        code = error.code if isinstance(error, FieldkitError) else ""
        ways = WAYS_OUT.get(code, ())
        self._by_words.setVisible("recovery" not in ways)  # it stands with the other ways out then
        return [known[name] for name in ways]

    def _open(self) -> None:
        if not self.phrase.text():
            self.trouble.say(self.words.say("Type the passphrase first."))
            self.phrase.setFocus()
            return
        file, passphrase, setup = self.step.file, self.phrase.text(), self.around.setup
        self.run(lambda: work.unlock(file, passphrase, setup))

    def _go(self, name: str) -> None:
        self.around.go(replace(self.step, name="recovery" if name == "recovery" else "restore"))
