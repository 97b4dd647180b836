"""Asks before a workspace is destroyed: by a word to type, and by saying what cannot be destroyed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.gate.phrase_line import TallLine, labelled
from ui.pages.settings_dialog import SettingsDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import CONTROL, S8


def ask(parent: QWidget, words: Catalogue, theme: Theme) -> bool:
    """Return whether the workspace shall be destroyed."""
    dialog = EraseDialog(parent, words, theme)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


class EraseDialog(SettingsDialog):
    """The one button works once the word is typed."""

    def __init__(self, parent: QWidget, words: Catalogue, theme: Theme) -> None:
        say = words.say
        super().__init__(parent, say("Erase the workspace"))
        self._word = say("ERASE")
        self.column.addWidget(Label(theme, say("Erase the workspace"), role="page_title"))
        what = say(
            "Key, file and backups on this computer are written over and removed. Nobody can bring them "
            "back, not even with the recovery sheet."
        )
        what_stays = say(
            "A flash disk or a stick may keep traces for a while. Backups and copies you made elsewhere, and "
            "everything printed, stay: destroy those yourself."
        )
        self.column.addWidget(Label(theme, what))
        self.column.addWidget(Label(theme, what_stays, ink="muted"))
        label = say("Type {word} to go on", word=self._word)
        self.line = TallLine(label)
        self.line.textChanged.connect(self._compare)
        self.column.addWidget(labelled(theme, label, self.line))
        self.erase = Button(theme, say("Erase for good"), kind="danger", icon="trash", height=CONTROL)
        self.erase.clicked.connect(self.accept)
        keep = Button(theme, say("Keep it"))
        keep.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.erase)
        row.addWidget(keep)
        row.addStretch(1)
        self.column.addLayout(row)
        self.line.returnPressed.connect(self.erase.click)
        self._why = say("Type the word first.")
        self._compare("")
        self.line.setFocus()

    def _compare(self, typed: str) -> None:
        if typed.strip() == self._word:
            self.erase.set_on()
        else:
            self.erase.set_off(self._why)
