"""Bringing in suppliers, sites and workforce from a table that a company has already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from fieldkit.errors import FieldkitError, FileProblem
from fieldkit.workspace.editing import Change
from fieldkit.workspace.tables import Mapping, Sheet, SpokenPreview, Tables
from ui.context import Context
from ui.jobs import Cancelled, Job, Progress
from ui.pages.page import Page
from ui.pages.table_import_start import Start
from ui.pages.table_import_table import Understood
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S4, S12, S16, S24

T = TypeVar("T")

MOST_READ = 64_000_000  # bytes; what is longer is refused however much of it is read


class TableImport(Page):
    """First a file, then what its columns are, then what it makes; nothing is kept before one takes it in."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._job: Job | None = None
        self._start = Start(context)
        self._understood = Understood(context)
        self._lay_out()
        self._wire()
        self.setAcceptDrops(True)

    def begin(self) -> None:
        """Begin with choosing a file."""
        (self._understood.mapping_table if self._stack.currentIndex() else self._start).setFocus()

    def refresh(self) -> bool:
        """Suppliers changed: what the table would make may be something else now."""
        if self._stack.currentIndex() == 1:
            self._preview()
        return True

    def leave(self) -> None:
        """Stop reading: nothing is kept of a table that is not taken in."""
        self._cancel()

    def read(self, file: Path) -> None:
        """Read a file in the background, then show what was understood."""
        tables = self.context.workspace.tables

        def task(progress: Progress) -> tuple[Sheet, ...]:
            progress.at(0)
            sheets = tables.read(_content(file), file.name)
            progress.at(1)
            return sheets

        self._run(
            task, lambda sheets: self._show_sheets(file.name, sheets), self.words.say("Reading the table")
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take one file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the file that was dropped."""
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.read(file)

    def _lay_out(self) -> None:
        say = self.words.say
        back = Button(self.theme, say("Suppliers"), kind="link", icon="arrow-left")
        back.clicked.connect(lambda: self.context.go(Place("suppliers")))
        self._other = Button(self.theme, say("Choose another file"), icon="folder-open")
        self._take = Button(self.theme, "", kind="primary", icon="check")
        titles = QVBoxLayout()
        titles.setSpacing(S4)
        titles.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        titles.addWidget(Label(self.theme, say("Bring in a table"), role="page_title"))
        head = QHBoxLayout()
        head.setContentsMargins(S24, S16, S24, S12)
        head.setSpacing(S12)
        head.addLayout(titles, 1)
        for button in (self._other, self._take):
            head.addWidget(button)
            button.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._start)
        self._stack.addWidget(Scroll(self.theme, _padded(self._understood)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(self._stack, 1)

    def _wire(self) -> None:
        self._start.wants_file.connect(self._choose)
        self._start.wants_sample.connect(self._save_sample)
        self._start.cancelled.connect(self._cancel)
        self._understood.mapped.connect(self._preview)
        self._other.clicked.connect(self._choose)
        self._take.clicked.connect(self._take_in)

    def _choose(self) -> None:
        kinds = self.words.say("Tables (*.xlsx *.csv *.tsv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.words.say("Choose a table"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def _save_sample(self) -> None:
        say = self.words.say
        name = f"{say('Suppliers')}.csv"
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Save an empty table"), name, say("CSV files (*.csv)")
        )
        if not chosen:
            return
        try:
            self.context.workspace.tables.write_sample(Path(chosen), self.words)
        except FieldkitError as error:
            self.context.messages.failed(error)
        else:
            self.context.messages.say(say("The empty table is saved. Fill it in, then bring it in here."))

    def _show_sheets(self, name: str, sheets: tuple[Sheet, ...]) -> None:
        self._understood.show_sheets(name, sheets)
        self._other.show()
        self._take.show()
        self._stack.setCurrentIndex(1)

    def _preview(self) -> None:
        """Work out in the background what the table would make."""
        sheet, mapping = self._understood.sheet, self._understood.mapping
        tables, words = self.context.workspace.tables, self.words

        def task(progress: Progress) -> SpokenPreview:
            progress.at(0)
            with tables.beside() as beside:
                preview = beside.preview(sheet, mapping, words)
            progress.at(1)
            return preview

        self._take.set_off(words.say("The table is still being looked through"))
        self._run(
            task, lambda preview: self._show_preview(mapping, preview), words.say("Looking through the table")
        )

    def _show_preview(self, mapping: Mapping, preview: SpokenPreview) -> None:
        if mapping is not self._understood.mapping:
            return  # the columns were changed meanwhile; the preview of those is under way
        say, count = self.words.say, preview.new + preview.changed
        self._understood.show_preview(preview)
        self._take.setText(
            say("Take in 1 supplier") if count == 1 else say("Take in {count} suppliers", count=count)
        )
        self._take.set_on() if count else self._take.set_off(say("This table changes nothing yet"))

    def _take_in(self) -> None:
        preview, say = self._understood.preview, self.words.say
        tables: Tables = self.context.workspace.tables
        if preview is None:
            return

        def task(progress: Progress) -> Change:
            with tables.beside() as beside:
                return Change(pairs=beside.take_in(preview, tell=progress.at))

        self._take.set_off(say("The table is being taken in"))
        self.context.jobs.run(
            _stoppable(task), self._taken_in, self._failed_to_take_in, say("Taking in the table")
        )

    def _taken_in(self, change: Change | None) -> None:
        """It goes on when one leaves the page; once the workspace is locked there is nobody to tell."""
        say = self.words.say
        if change is None and isValid(self):
            self._take.set_on()  # it was stopped, and nothing was kept
        if change is None or not isValid(self.context.changes):
            return
        self.context.do(lambda: change)
        if isValid(self):
            self.context.go(Place("suppliers"))
        self.context.messages.say(say("The table is taken in."), say("Undo"), self.context.undo.undo)

    def _failed_to_take_in(self, error: Exception) -> None:
        self.context.messages.failed(error)
        if isValid(self):
            self._preview()

    def _run(self, task: Callable[[Progress], T], done: Callable[[T], None], title: str) -> None:
        """Run a task in the background; its answer is for this page as long as nothing else was asked."""
        self._cancel()

        def ended(answer: T | None) -> None:
            if self._job is job:
                self._at_rest()
                self._stopped() if answer is None else done(answer)

        def failed(error: Exception) -> None:
            if self._job is job:
                self._at_rest()
                self._failed(error)

        self._start.show_work(title)
        self._understood.show_problem("")
        job = self._job = self.context.jobs.run(_stoppable(task), ended, failed, title)

    def _failed(self, error: Exception) -> None:
        sentence = self.context.messages.sentence(error)
        self._start.show_problem(sentence)
        self._understood.show_problem(sentence)
        self._take.set_off(sentence)

    def _stopped(self) -> None:
        self._take.set_off(self.words.say("Looking through the table was stopped: choose the file again"))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.progress.cancel()
            self._at_rest()

    def _at_rest(self) -> None:
        self._job = None
        self._start.show_rest()


def _stoppable(task: Callable[[Progress], T]) -> Callable[[Progress], T | None]:
    """Return a task that answers None when it was stopped, so that the page hears of it."""

    def run(progress: Progress) -> T | None:
        try:
            return task(progress)
        except Cancelled:
            return None

    return run


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_READ)
    except OSError:
        raise FileProblem("cannot_read", path=file.name) from None


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file of this computer that is being dropped, or None."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 and Path(files[0]).is_file() else None


def _padded(widget: QWidget) -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(S24, S4, S24, S24)
    column.addWidget(widget)
    column.addStretch(1)
    return sheet
