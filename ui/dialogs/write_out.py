"""Writing a dialogue as a file, once it is said that the file is plain text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.errors import FieldkitError
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import S4


def ask(parent: QWidget, context: Context, dialogue_code: str) -> None:
    """Say what a dialogue file is, and write one where that is wanted."""
    dialog = WriteOut(parent, context, dialogue_code)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class WriteOut(FittedDialog):
    """Warns, then asks where to; Esc leaves."""

    def __init__(self, parent: QWidget, context: Context, dialogue_code: str) -> None:
        say, theme = context.words.say, context.theme
        super().__init__(parent, say("Write as a dialogue file"))
        self._context = context
        self._code = dialogue_code
        column = self.column
        column.addWidget(Label(theme, say("A dialogue file is plain text"), role="section"))
        column.addWidget(
            Label(
                theme,
                say("Whoever has the file can read all of it: sessions, groups, insights."),
            )
        )
        column.addWidget(
            Label(
                theme,
                say(
                    "Raw notes are left out. Keep it on an encrypted disk, and delete it once it has served."
                ),
                ink="muted",
            )
        )
        column.addSpacing(S4)
        leave = Button(theme, say("Cancel"))
        leave.clicked.connect(self.reject)
        write = Button(theme, say("Write the file"), kind="primary")
        write.clicked.connect(self.accept)
        self.add_buttons(leave, write)

    def accept(self) -> None:
        """Ask where to, and write."""
        say = self._context.words.say
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Write as a dialogue file"), f"{self._code}.json", say("Dialogue files (*.json)")
        )
        if not chosen:
            return
        super().accept()
        try:
            self._context.workspace.custody.write_dialogue(Path(chosen), self._code)
        except FieldkitError as error:
            self._context.messages.failed(error)
        else:
            self._context.messages.say(say("The dialogue file is written."))
