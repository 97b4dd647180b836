"""The status line: saved, encrypted, the last backup, and what is under way."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.context import Context
from ui.jobs import Job
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import S4, S12, S24

HEIGHT = 28
ICON = 14
BAR_WIDTH = 140


class StatusLine(QWidget):
    """Tells that nothing has to be done: everything is saved, encrypted and backed up."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "status")
        self.setFixedHeight(HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S24, 0, S12, 0)
        self._row.setSpacing(S4)
        words = context.words
        self._saved = self._say("check", "green", words.say("All saved"))
        self._say("lock-key", "muted", words.say("Encrypted"))
        self._backup = self._say("clock-counter-clockwise", "muted", "")
        if context.workspace.custody.sample_day is not None:
            self._say("calendar-blank", "muted", self._sample_words())
        self._row.addStretch(1)
        self._lay_out_work()
        context.changes.saved.connect(self._note_saved)
        context.jobs.started.connect(self._start)
        context.jobs.moved.connect(self._move)
        context.jobs.finished.connect(self._finish)
        self.show_backup()

    def show_backup(self) -> None:
        """Say when the last backup was made."""
        words = self._context.words
        newest = self._context.workspace.backups.newest()
        today = self._context.workspace.today
        if self._context.workspace.custody.sample_day is not None:
            text = words.say("Sample: no backup is made")
        elif newest is None:
            text = words.say("No backup yet: one is made when you lock")
        elif (day := newest.astimezone().date()) == today:
            text = words.say("Backup today")
        else:
            text = words.say("Backup {day}", day=words.day(day, "d MMMM"))
        self._backup.setText(text)

    def _say(self, icon: str, ink: str, text: str) -> Label:
        sign = Label(self._context.theme, "", role="code", wrap=False)
        sign.setPixmap(self._context.theme.pixmap(icon, ink, ICON, self.devicePixelRatioF()))
        label = Label(self._context.theme, text, role="code", ink="muted", wrap=False)
        self._row.addWidget(sign)
        self._row.addWidget(label)
        self._row.addSpacing(S12)
        return label

    def _sample_words(self) -> str:
        day = self._context.words.day(self._context.workspace.today)
        return self._context.words.say("Sample, on {day}; it is gone when you close it", day=day)

    def _note_saved(self) -> None:
        self._saved.setText(self._context.words.say("Saved {time}", time=f"{datetime.now():%H:%M}"))

    def _lay_out_work(self) -> None:
        self._title = Label(self._context.theme, "", role="code", ink="muted", wrap=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._cancel = Button(self._context.theme, self._context.words.say("Cancel"), kind="quiet")
        self._cancel.setFixedHeight(HEIGHT - S4)
        self._cancel.clicked.connect(self._stop)
        for widget in (self._title, self._bar, self._cancel):
            widget.hide()
            self._row.addWidget(widget)

    def _start(self, job: Job) -> None:
        if not job.title:
            return
        self._job = job
        self._title.setText(job.title)
        self._bar.setValue(0)
        for widget in (self._title, self._bar, self._cancel):
            widget.show()

    def _move(self, number: int, share: float) -> None:
        if self._job is not None and self._job.number == number:
            self._bar.setValue(round(share * 100))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.progress.cancel()

    def _finish(self, number: int) -> None:
        if self._job is not None and self._job.number == number:
            self._job = None
            for widget in (self._title, self._bar, self._cancel):
                widget.hide()
            self.show_backup()
