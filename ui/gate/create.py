"""Creating a workspace: a passphrase, and what it will protect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.gate import work
from ui.gate.new_phrase import NewPhrase
from ui.gate.view import Step, Surroundings, View
from ui.gate.work import KeyWords
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.sign import Sign
from ui.tokens import ICON_LEAD, S12, S16


class CreateView(View):
    """The first run. The file is made at once; its recovery sheet comes next."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        super().__init__(
            around,
            step,
            say("Create your workspace"),
            say(
                "It holds your dialogues, partners and insights. Choose a passphrase you can remember: "
                "four or five unrelated words work well."
            ),
        )
        self.phrase = NewPhrase(around.theme, around.words, around.jobs, say("Passphrase"))
        self.phrase.submitted.connect(self._create)
        self._button = Button(
            around.theme, say("Create workspace"), "primary", trailing_icon="arrow-right", keys="Enter"
        )
        self._button.clicked.connect(self._create)
        self._aside = Label(around.theme, say("Takes about two seconds"), role="second", ink="muted")
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addWidget(self._button)
        row.addWidget(self._aside, 1)
        for part in (self.phrase, self._about_sheet(), self.trouble):
            self.column.addWidget(part)
        self.column.addLayout(row)

    def begin(self) -> None:
        """Begin with the passphrase."""
        self.phrase.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Say that the workspace is being made."""
        say = self.words.say
        self.phrase.set_read_only(read_only=busy)
        self._aside.setText(say("Creating your workspace") if busy else say("Takes about two seconds"))

    def arrived(self, answer: KeyWords) -> None:
        """Go on to the recovery sheet."""
        self.around.go(Step("sheet", self.step.file, answer))

    def _create(self) -> None:
        if problem := self.phrase.problem:
            self.trouble.say(problem)
            self.phrase.focus_problem()
            return
        file, passphrase, setup = self.step.file, self.phrase.passphrase, self.around.setup
        self.run(lambda: work.create(file, passphrase, setup))

    def _about_sheet(self) -> QWidget:
        say, theme = self.words.say, self.theme
        box = QWidget()
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.setProperty("ground", "sunken")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(theme, say("Recovery sheet"), role="row_title"))
        texts.addWidget(
            Label(
                theme, say("Comes next: 24 words on paper, the only other way in"), role="second", ink="muted"
            )
        )
        row = QHBoxLayout(box)
        row.setContentsMargins(S16, S12, S16, S12)
        row.setSpacing(S12)
        row.addWidget(Sign(theme, "printer", "accent", ICON_LEAD), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return box
