"""Opening a workspace by the 24 words of its recovery sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from fieldkit.errors import FieldkitError
from ui.gate import work
from ui.gate.phrase_line import labelled
from ui.gate.view import Step, Surroundings, View
from ui.gate.work import KeyWords
from ui.parts.buttons import Button
from ui.parts.keys import is_enter
from ui.theme import Theme
from ui.tokens import CONTROL, S8, S24, TYPE

WORDS = 24
LINES = 4
MOST_TYPED = 2_000  # characters: nobody's sheet is longer


class RecoveryView(View):
    """One text for all 24 words; a word that stands on no sheet is told by its number, never repeated."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        lead = say("Type or paste the 24 words of the sheet, in their order, with spaces between them.")
        super().__init__(around, step, say("The words of your recovery sheet"), lead)
        self.text = WordsText(around.theme, say("Recovery words"))
        self.text.textChanged.connect(self.trouble.clear)
        self.text.submitted.connect(self._open)
        self._button = Button(
            around.theme, say("Open the workspace"), "primary", trailing_icon="arrow-right", keys="Enter"
        )
        self._button.clicked.connect(self._open)
        self._back = Button(around.theme, say("Back to the passphrase"), "quiet", height=CONTROL)
        self._back.clicked.connect(lambda: around.go(replace(step, name="unlock")))
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._button)
        row.addWidget(self._back)
        row.addStretch(1)
        self.column.addWidget(labelled(around.theme, say("Recovery words"), self.text))
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)

    def begin(self) -> None:
        """Begin with the words."""
        self.text.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Say that the file is being opened."""
        self.text.setReadOnly(busy)
        self._back.setEnabled(not busy)
        self._button.setText(self.words.say("Opening") if busy else self.words.say("Open the workspace"))

    def arrived(self, answer: KeyWords) -> None:
        """Offer a new passphrase: whoever needs the sheet has lost the old one."""
        self.around.go(Step("renew", self.step.file, answer))

    def sentence(self, error: Exception, /) -> str:
        """Return what there is to say; words that do not fit this file are not taken for a passphrase."""
        if isinstance(error, FieldkitError) and error.code == "passphrase_or_damage":
            return self.words.say(
                "These words do not open this file, or its beginning is damaged: look whether the sheet is "
                "the newest one of this workspace, or restore a backup."
            )
        return super().sentence(error)

    def _open(self) -> None:
        typed = self.text.toPlainText()[:MOST_TYPED].split()
        if problem := self._problem(typed):
            self.trouble.say(problem)
            self.text.setFocus()
            return
        file, phrase, setup = self.step.file, " ".join(typed).lower(), self.around.setup
        self.run(lambda: work.unlock(file, phrase, setup))

    def _problem(self, typed: list[str]) -> str:
        say = self.words.say
        if len(typed) != WORDS:
            return say("There are {count} words here, and the sheet has 24.", count=len(typed))
        unlisted = work.unlisted(typed)
        if not unlisted:
            return ""
        numbers = self.words.listed(map(str, unlisted))
        return say("Not a word of any recovery sheet: number {numbers}. Check the spelling.", numbers=numbers)


class WordsText(QPlainTextEdit):
    """Text of a few lines in which Tab moves on and Enter is done; forgotten when it leaves the screen."""

    submitted = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        line = max(TYPE["body"].line, QFontMetrics(self.font()).lineSpacing())
        self.setFixedHeight(LINES * line + S24)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take Enter for the end: words stand apart by spaces."""
        if is_enter(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Forget what was typed."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.setPlainText("")
