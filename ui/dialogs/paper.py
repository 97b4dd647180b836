"""A paper on its way out: through the system's print dialog, or as a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.text import Catalogue
from fieldkit.workspace.printing import pages_as_pictures
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.dialogs.printer import DPI, ChoosePrinter, choose_printer, paint
from ui.jobs import Job, Jobs, Progress
from ui.messages import Messages
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S8


@dataclass(frozen=True)
class Paper:
    """What can be printed. `make` and `write` run on another thread, and raise what stands against them."""

    title: str
    file: str  # the name offered for its file; it tells of nobody
    make: Callable[[], bytes]
    write: Callable[[Path, bytes], None]
    printed: str  # what to say once it is on its way to the printer
    written: str  # and once it is a file


@dataclass(frozen=True)
class Around:
    """What the dialog needs of what it stands over: the desk, or the gate."""

    theme: Theme
    words: Catalogue
    jobs: Jobs
    messages: Messages


def offer(parent: QWidget, context: Context, paper: Paper) -> None:
    """Ask whether a paper is to be printed or written, and say what came of it."""
    around = Around(context.theme, context.words, context.jobs, context.messages)
    dialog = PaperDialog(parent, around, paper)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.told.connect(context.messages.say)
    dialog.open()


class PaperDialog(FittedDialog):
    """Enter prints, Esc leaves. It stays until the paper is out: no two may be drawn at once."""

    told = Signal(str)  # what came of it

    def __init__(
        self, parent: QWidget, around: Around, paper: Paper, choose: ChoosePrinter = choose_printer
    ) -> None:
        super().__init__(parent, paper.title)
        self._around = around
        self._paper = paper
        self._choose = choose
        self._job: Job | None = None
        self._is_leaving = False
        self._lay_out()
        around.jobs.finished.connect(self._end)

    @property
    def problem(self) -> str:
        """What stood against it last, in words; empty when nothing did."""
        return self._below.text() if self._below.ink == "amber" else ""

    def print_it(self) -> None:
        """Have a printer chosen, and print."""
        printer = self._choose(self, self._around.words)
        if printer is None:
            return
        make = self._paper.make

        def task(progress: Progress) -> str:
            paint(printer, pages_as_pictures(make(), DPI), progress)
            return self._paper.printed

        self._run(task)

    def save_it(self) -> None:
        """Ask where to, and write the file."""
        say, paper = self._around.words.say, self._paper
        chosen, _ = QFileDialog.getSaveFileName(
            self, paper.title, f"{paper.file}.pdf", say("PDF files (*.pdf)")
        )
        if not chosen:
            return
        out = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")

        def task(_progress: Progress) -> str:
            paper.write(out, paper.make())
            return paper.written

        self._run(task)

    def reject(self) -> None:
        """Leave; where the paper is on its way, once that has stopped."""
        if self._job is None:
            super().reject()
        else:
            self._is_leaving = True
            self._job.progress.cancel()

    def _run(self, task: Callable[[Progress], str]) -> None:
        why = self._around.words.say("The pages are being made.")
        self._say(why, "muted")
        for button in (self.print_button, self.save_button):
            button.set_off(why)
        self._job = self._around.jobs.run(task, self._finish, self._fail)

    def _end(self, number: int) -> None:
        """What was under way has ended: done, failed, or stopped because somebody leaves."""
        if self._job is None or self._job.number != number:
            return
        self._job = None
        self._say("", "muted")
        for button in (self.print_button, self.save_button):
            button.set_on()
        if self._is_leaving:
            super().reject()

    def _finish(self, said: str) -> None:
        self.told.emit(said)
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._say(self._around.messages.sentence(error), "amber")

    def _say(self, text: str, ink: str) -> None:
        self._below.setText(text)
        self._below.set_ink(ink)
        self._below.setVisible(bool(text))

    def _lay_out(self) -> None:
        theme, say = self._around.theme, self._around.words.say
        spooler = say(
            "Printing hands the text to the print system of this computer, which may keep a copy for a while."
        )
        self._below = Label(theme, role="second", ink="muted")
        self._below.hide()
        leave = Button(theme, say("Cancel"))
        leave.clicked.connect(self.reject)
        self.save_button = Button(theme, say("Save as PDF"), icon="file-pdf")
        self.save_button.clicked.connect(self.save_it)
        self.print_button = Button(theme, say("Print"), kind="primary", icon="printer")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.print_it)
        self.column.addWidget(Label(theme, self._paper.title, role="section"))
        self.column.addWidget(Label(theme, spooler, ink="muted"))
        self.column.addWidget(self._below)
        self.column.addSpacing(S8)
        self.add_buttons(leave, self.save_button, self.print_button)
        self.print_button.setFocus()
