"""Changing the passphrase: the new one twice, then the new recovery sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError
from ui.context import Context
from ui.gate.new_phrase import NewPhrase
from ui.gate.sheet import Sheet
from ui.gate.trouble import Trouble
from ui.gate.work import KeyWords
from ui.pages.settings_dialog import SettingsDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import CONTROL, S8, S16


def ask(parent: QWidget, context: Context) -> bool:
    """Have the passphrase changed; return whether it was."""
    dialog = PassphraseDialog(parent, context)
    try:
        dialog.exec()
        return dialog.is_changed
    finally:
        dialog.deleteLater()


class PassphraseDialog(SettingsDialog):
    """First the passphrase, then the sheet that came with it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, context.words.say("Change the passphrase"))
        self._context = context
        self.is_changed = False
        self.phrase = NewPhrase(
            context.theme, context.words, context.jobs, context.words.say("New passphrase")
        )
        self.phrase.submitted.connect(self._begin_change)
        self.trouble = Trouble(context.theme)
        self._form = self._made_form()
        self.column.addWidget(self._form)
        self.phrase.setFocus()

    def show_sheet(self, key_words: KeyWords, not_renewed: tuple[Path, ...] = ()) -> None:
        """Show the recovery sheet in place of the form."""
        context, say = self._context, self._context.words.say
        self._form.hide()
        self.sheet = Sheet(
            context.theme, context.words, context.jobs, context.messages, key_words, say("Close")
        )
        self.sheet.checked.connect(self.accept)
        self.column.addWidget(self.sheet)
        self.sheet.show()  # at once, so that it can take the cursor
        if not_renewed:
            note = say(
                "Some backups could not be made anew ({count}). They still open with the former passphrase.",
                count=len(not_renewed),
            )
            self.column.addWidget(Label(context.theme, note, role="second", ink="amber"))
        self.sheet.begin()
        self.adjustSize()

    def _made_form(self) -> QWidget:
        theme, say = self._context.theme, self._context.words.say
        lead = say(
            "Backups on this computer change along with it. Copies made elsewhere still open with the former "
            "passphrase and sheet: destroy those."
        )
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        column.addWidget(Label(theme, say("Change the passphrase"), role="page_title"))
        column.addWidget(Label(theme, lead, ink="muted"))
        column.addWidget(self.phrase)
        column.addWidget(self.trouble)
        self._button = Button(
            theme, say("Change the passphrase"), kind="primary", keys="Enter", height=CONTROL
        )
        self._button.clicked.connect(self._begin_change)
        cancel = Button(theme, say("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._button)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        return form

    def _begin_change(self) -> None:
        """Say what is being done, then do it: the file changes by the thread that opened it."""
        if problem := self.phrase.problem:
            self.trouble.say(problem)
            self.phrase.focus_problem()
            return
        self.trouble.clear()
        self._turn(busy=True)
        QTimer.singleShot(0, self, self._change)

    def _change(self) -> None:
        self.repaint()
        self._context.jobs.wait()  # nobody else may be at the file while its key changes
        try:
            changed = self._context.workspace.custody.change_passphrase(self.phrase.passphrase)
        except FieldkitError as error:
            self.trouble.say(self._context.messages.sentence(error))
            self._turn(busy=False)
            return
        self._turn(busy=False)
        self.is_changed = True
        self.show_sheet(changed.recovery_words, changed.not_renewed)

    def _turn(self, *, busy: bool) -> None:
        say = self._context.words.say
        self.phrase.set_read_only(read_only=busy)
        self._button.setText(say("Changing the passphrase") if busy else say("Change the passphrase"))
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
