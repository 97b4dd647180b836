"""The words of the consent card in a language of the workers, asked once for the whole dialogue."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.vocabulary import ConsentLine
from ui.context import Context
from ui.dialogs.consent_line import ConsentLineField
from ui.dialogs.fitted import FittedDialog
from ui.fields.field import PAUSE_MS
from ui.gate.errand import Errand
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.tokens import S12, S16

WIDTH = 720
AROUND = 300  # px of what the dialog has above and below the lines, and of the window around it
LEAST, MOST = 220, 520  # px of the lines


def ask(parent: QWidget, context: Context, dialogue_code: str, language: str) -> None:
    """Have the words of the card typed in a language of the workers."""
    dialog = ConsentWordsDialog(parent, context, dialogue_code, language)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class ConsentWordsDialog(FittedDialog):
    """All lines of the card below each other.

    What is typed is kept at every pause and however the dialog is left; all of it is one step to take back.
    """

    def __init__(self, parent: QWidget, context: Context, dialogue_code: str, language: str) -> None:
        words = context.words
        self._spoken = words.language_name(language)
        super().__init__(parent, words.say("Words for the card in {language}", language=self._spoken), WIDTH)
        self._context = context
        self._room = parent.window().height() - AROUND
        self._code = dialogue_code
        self._language = language
        self._step = object()  # undo knows by it that all that is kept belongs together
        self._is_kept = False
        asked = context.workspace.consent_words.lines(dialogue_code, language, words)
        self.fields = tuple(ConsentLineField(context, each) for each in asked)
        self._stored = self._said()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._lay_out()
        self._wire()

    def keep(self) -> bool:
        """Keep what is typed; return whether it is kept, and say why not."""
        self._pause.stop()
        said = self._said()
        if said == self._stored:
            return True
        keep = self._context.workspace.consent_words.keep
        if not self._context.do(lambda: keep(self._code, self._language, said), burst=self._step):
            return False
        self._stored, self._is_kept = said, True
        return True

    def accept(self) -> None:
        """Close; a line that cannot be kept has the cursor instead."""
        wrong = next((field for field in self.fields if not field.can_be_kept), None)
        if wrong is not None:
            wrong.text.setFocus()
        else:
            super().accept()

    def done(self, result: int) -> None:
        """Keep what is typed, and say so; what cannot be kept stays on the screen."""
        if not self.keep():
            return
        super().done(result)
        if self._is_kept:
            say, undo = self._context.words.say, self._context.undo
            said = say("The words for the card in {language} are kept.", language=self._spoken)
            self._context.messages.say(said, say("Undo"), undo.undo)

    def _said(self) -> dict[ConsentLine, str]:
        return {field.line: field.said for field in self.fields}

    def _judge(self) -> None:
        for field in self.fields:
            field.judge()

    def _wire(self) -> None:
        nexts = (*(field.text for field in self.fields[1:]), self.finish)
        for field, after in zip(self.fields, nexts, strict=True):
            field.text.textChanged.connect(self._pause.start)
            field.text.left.connect(self.keep)
            field.text.entered.connect(after.setFocus)
        empty = (field for field in self.fields if not field.said)
        next(empty, self.fields[0]).text.setFocus()
        # The type of the paper takes a moment to load: nobody waits for it to begin.
        is_printable = self._context.workspace.consent_words.is_printable
        Errand(self._context.jobs, lambda _progress: is_printable("")).done.connect(self._judge)

    def _lay_out(self) -> None:
        theme, say = self._context.theme, self._context.words.say
        once = say(
            "Asked once for this dialogue: every card in {language} has these words.", language=self._spoken
        )
        who = say(
            "Have them written by somebody who speaks the language and has no tie to the employer, and read "
            "back aloud by somebody else. Lines left empty are written on the card by hand."
        )
        self.column.addWidget(Label(theme, self.windowTitle(), role="section"))
        self.column.addWidget(Label(theme, once))
        self.column.addWidget(Label(theme, who, ink="muted"))
        self.column.addWidget(self._lines())
        self.finish = Button(theme, say("Done"), kind="primary")
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.accept)
        self.add_buttons(self.finish)

    def _lines(self) -> Scroll:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, S12, 0)
        column.setSpacing(S16)
        for field in self.fields:
            column.addWidget(field)
        scroll = Scroll(self._context.theme, sheet)
        scroll.setFixedHeight(max(LEAST, min(MOST, self._room)))
        return scroll
