"""Writing sessions for somebody's calendar: by itself hours alone, with details once that is warned of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.dialogs.writing import write
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.check import CheckLine
from ui.parts.labels import Label
from ui.tokens import S4

NAME = "calendar.ics"  # neutral: it stands in the list of downloads of whoever gets it


def ask(parent: QWidget, context: Context, dialogue_code: str | None) -> None:
    """Say what the file holds, and write the sessions of a dialogue, or of all, where that is wanted."""
    dialog = CalendarFile(parent, context, dialogue_code)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class CalendarFile(FittedDialog):
    """Asks whether details go with the hours, then where to; Esc leaves."""

    def __init__(self, parent: QWidget, context: Context, dialogue_code: str | None) -> None:
        say, theme = context.words.say, context.theme
        super().__init__(parent, say("Calendar file"))
        self._context = context
        self._code = dialogue_code
        self.details = CheckLine(theme, say("With title, code and kind of venue"), done=False)
        self.details.ticked.connect(self._warn)
        self._warning = Banner(
            theme,
            "amber",
            say("Mind this."),
            say("Whoever has the calendar can read them: on a telephone, at work, at a provider."),
        )
        self._warning.hide()
        self.column.addWidget(Label(theme, say("Calendar file"), role="section"))
        for text, ink in self._about():
            self.column.addWidget(Label(theme, text, ink=ink))
        self.column.addWidget(self.details)
        self.column.addWidget(self._warning)
        self.column.addSpacing(S4)
        leave = Button(theme, say("Cancel"))
        leave.clicked.connect(self.reject)
        act = Button(theme, say("Write the file"), kind="primary")
        act.setDefault(True)
        act.clicked.connect(self.accept)
        self.add_buttons(leave, act)

    def accept(self) -> None:
        """Ask where to, and write."""
        say, appointments = self._context.words.say, self._context.workspace.appointments
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Calendar file"), NAME, say("Calendar files (*.ics)")
        )
        if not chosen:
            return
        with_details = self.details.box.isChecked()
        super().accept()

        def write_file() -> None:
            with appointments.beside() as beside:
                beside.write_file(Path(chosen), self._code, self._context.words, with_details=with_details)

        write(self._context, write_file, say("The calendar file is written."))

    def _about(self) -> tuple[tuple[str, str], ...]:
        say = self._context.words.say
        held = say(
            "By itself it holds days and hours under the word Meeting, nothing of what they are about."
        )
        left_out = say("Sessions without a day, postponed, stopped or cancelled are left out.")
        return (held, "text"), (left_out, "muted")

    def _warn(self, ticked: bool) -> None:
        self._warning.setVisible(ticked)
