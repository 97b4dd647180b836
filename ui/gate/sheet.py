"""The recovery sheet: 24 words shown once, printed, and three of them asked back."""

from __future__ import annotations

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.dialogs.paper import Around, Paper, PaperDialog
from ui.gate import work
from ui.gate.phrase_line import TallLine, labelled
from ui.gate.trouble import Trouble
from ui.gate.work import KeyWords
from ui.jobs import Jobs
from ui.messages import Messages
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import CONTROL, S4, S8, S12, S16

ROWS, COLUMNS = 8, 3
NUMBER_WIDTH = 22


class Sheet(QWidget):
    """First the words, to be put on paper; then three of them to type. `checked`: they were right."""

    checked = Signal()

    def __init__(
        self, theme: Theme, words: Catalogue, jobs: Jobs, messages: Messages, key_words: KeyWords, end: str,
    ) -> None:  # fmt: skip
        super().__init__()
        self._shown = Shown(theme, words, jobs, messages, key_words)
        self._asked = Asked(theme, words, key_words, end)
        self._asked.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._shown)
        column.addWidget(self._asked)
        self._shown.on_paper.connect(self.ask)
        self._asked.look_again.connect(self.show_words)
        self._asked.checked.connect(self.checked)

    @property
    def is_asking(self) -> bool:
        """Whether the three words are being asked for."""
        return self._shown.isHidden()

    @property
    def said(self) -> str:
        """What stands against the words that were typed; empty when nothing does."""
        return self._asked.trouble.said

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Which words are asked for, by their number on the sheet."""
        return self._asked.numbers

    def ask(self) -> None:
        """Hide the words and ask for three of them."""
        self._shown.hide()
        self._asked.show()
        self._asked.begin()

    def show_words(self) -> None:
        """Show the words again."""
        self._asked.hide()
        self._shown.show()
        self._shown.begin()

    def begin(self) -> None:
        """Put the cursor where one begins."""
        (self._asked if self.is_asking else self._shown).begin()

    def take_over(self, other: Sheet) -> None:
        """Go on where another sheet was."""
        self._asked.ask_for(other.numbers)
        if other.is_asking:
            self.ask()


class Shown(QWidget):
    """The 24 words, and the page to print."""

    on_paper = Signal()

    def __init__(
        self, theme: Theme, words: Catalogue, jobs: Jobs, messages: Messages, key_words: KeyWords
    ) -> None:
        super().__init__()
        self._words = words
        self._around = Around(theme, words, jobs, messages)
        self._key_words = key_words
        self._told = Label(theme, "", role="second", ink="green")
        self._told.hide()
        self._print = Button(theme, words.say("Print the sheet"), "secondary", "printer", height=CONTROL)
        self._print.clicked.connect(self._offer)
        self._next = Button(theme, words.say("I have it on paper"), "primary", trailing_icon="arrow-right")
        self._next.clicked.connect(self.on_paper)
        self._lay_out(theme)

    def begin(self) -> None:
        """Begin with the page to print."""
        self._print.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        say = self._words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        column.addLayout(_head(theme, say("Your recovery sheet"), say(
            "These 24 words open the workspace without its passphrase. Put them on paper, away from this "
            "computer: they are not shown again."
        )))  # fmt: skip
        column.addWidget(_card(theme, self._key_words))
        column.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addWidget(self._next)
        row.addWidget(self._print)
        row.addStretch(1)
        column.addLayout(row)

    def _offer(self) -> None:
        say, key_words, language = self._words.say, self._key_words, self._words.language
        paper = Paper(
            title=say("Your recovery sheet"),
            file=say("recovery sheet"),
            make=lambda: work.sheet(key_words, language),
            write=work.write_sheet,
            printed=say("The sheet is on its way to the printer. Fetch it before anybody else does."),
            written=say("The page is saved. Print it, then delete the file."),
        )
        dialog = PaperDialog(self, self._around, paper)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self._tell)
        dialog.open()

    def _tell(self, said: str) -> None:
        self._told.setText(said)
        self._told.show()
        self._next.setFocus()


class Asked(QWidget):
    """Three words of the sheet to type: whoever can do so has it at hand."""

    checked = Signal()
    look_again = Signal()

    def __init__(self, theme: Theme, words: Catalogue, key_words: KeyWords, end: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._key_words = key_words
        self.trouble = Trouble(theme)
        self._lines: dict[int, TallLine] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(S12)
        self._end = Button(theme, end, kind="primary", trailing_icon="arrow-right", keys="Enter")
        self._end.clicked.connect(self._check)
        self._lay_out()
        self.ask_for(work.three_to_ask(random.SystemRandom()))

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Which words are asked for."""
        first, second, third = self._lines
        return first, second, third

    def ask_for(self, numbers: tuple[int, int, int]) -> None:
        """Ask for these words."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = {number: self._line(number) for number in numbers}
        for number, line in self._lines.items():
            self._row.addWidget(labelled(self._theme, self._words.say("Word {number}", number=number), line))

    def begin(self) -> None:
        """Begin with the first word that is missing."""
        empty = next((line for line in self._lines.values() if not line.text()), None)
        (empty or next(iter(self._lines.values()))).setFocus()

    def _line(self, number: int) -> TallLine:
        line = TallLine(self._words.say("Word {number}", number=number))
        line.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData)
        line.returnPressed.connect(self._check)
        return line

    def _lay_out(self) -> None:
        say = self._words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        column.addLayout(_head(self._theme, say("Three words of your sheet"), say(
            "Type them from the paper. Then you know that it is complete and at hand."
        )))  # fmt: skip
        column.addLayout(self._row)
        column.addWidget(self.trouble)
        again = Button(self._theme, say("Show the words again"), kind="quiet", height=CONTROL)
        again.clicked.connect(self.look_again)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._end)
        row.addWidget(again)
        row.addStretch(1)
        column.addLayout(row)

    def _check(self) -> None:
        wrong = [
            n for n, line in self._lines.items() if not work.is_on_sheet(n, line.text(), self._key_words)
        ]
        for number, line in self._lines.items():
            line.setProperty("problem", number in wrong)
            line.style().unpolish(line)
            line.style().polish(line)
        if not wrong:
            self.checked.emit()
            return
        numbers = self._words.listed(map(str, wrong))
        self.trouble.say(
            self._words.say(
                "Not as on the sheet: word {numbers}. Look there, and type it again.", numbers=numbers
            )
        )
        self._lines[wrong[0]].setFocus()
        self._lines[wrong[0]].selectAll()


def _head(theme: Theme, title: str, lead: str) -> QVBoxLayout:
    head = QVBoxLayout()
    head.setSpacing(S4)
    head.addWidget(Label(theme, title, role="first_run_title"))
    head.addWidget(Label(theme, lead, ink="muted"))
    return head


def _card(theme: Theme, key_words: KeyWords) -> Card:
    """Return the words in columns, numbered as on paper."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(S4)
    grid.setHorizontalSpacing(S8)
    for at, word in enumerate(key_words):
        column, row = divmod(at, ROWS)
        number = Label(theme, str(at + 1), role="second", ink="faint", wrap=False)
        number.set_figures()
        number.setFixedWidth(NUMBER_WIDTH)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(number, row, column * 2)
        grid.addWidget(Label(theme, word, role="row_title", wrap=False), row, column * 2 + 1)
    for column in range(COLUMNS):
        grid.setColumnStretch(column * 2 + 1, 1)
    card = Card(theme)
    card.add(body)
    return card
