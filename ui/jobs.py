"""Work that takes a while, away from the thread that draws: with progress, cancel, and one answer.

A task is a plain function of `Progress`; it knows no window. The dispatcher lives on the thread that draws
and owns the signals: a runnable that owned one would take it along when its thread lets go of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class Cancelled(Exception):
    """The user wants a task to stop."""


class Progress:
    """What a task tells of its progress, and hears of its end."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._cancelled = False

    def at(self, share: float, /) -> None:
        """Tell that a share (0 to 1) is done. Raises `Cancelled` when the user no longer wants it."""
        if self._cancelled:
            raise Cancelled
        self._tell(share)

    def cancel(self) -> None:
        """Ask the task to stop at its next step."""
        self._cancelled = True


@dataclass(frozen=True)
class Job:
    """A task under way."""

    number: int
    title: str  # what the user reads: "Backing up"; empty for what is over before one could read
    progress: Progress
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Task(QRunnable):
    def __init__(
        self, job: Job, task: Callable[[Progress], Any], ended: Callable[[int, Any, Any], None]
    ) -> None:
        super().__init__()
        self._job = job
        self._task = task
        self._ended = ended

    def run(self) -> None:
        """Run the task and hand over its answer, or what went wrong."""
        try:
            answer = self._task(self._job.progress)
        except Exception as error:  # noqa: BLE001  # handed to whoever asked, on their own thread
            self._ended(self._job.number, None, error)
        else:
            self._ended(self._job.number, answer, None)


class Jobs(QObject):
    """Runs tasks one after another and calls back on the thread that draws."""

    started = Signal(object)  # Job
    moved = Signal(int, float)  # number of the job, share that is done
    finished = Signal(int)  # number of the job
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._running: dict[int, Job] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # tasks write: one at a time, in the order asked for
        self._ended.connect(self._finish)

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return bool(self._running)

    def run(
        self, task: Callable[[Progress], T], done: Callable[[T], None], failed: Callable[[Exception], None],
        title: str = "",
    ) -> Job:  # fmt: skip
        """Run a task in the background; then `done` with its answer, or `failed` with its error, once."""
        number = next(self._numbers)
        progress = Progress(lambda share: self.moved.emit(number, share))
        job = Job(number, title, progress, done, failed)
        self._running[number] = job
        self.started.emit(job)
        self._pool.start(_Task(job, task, self._ended.emit))
        return job

    def wait(self) -> None:
        """Wait until nothing is under way and every answer is handed over: before the file is closed."""
        while self._running:
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(int, object, object)
    def _finish(self, number: int, answer: Any, error: Exception | None) -> None:
        job = self._running.pop(number)
        self.finished.emit(number)
        if error is None:
            job.done(answer)
        elif not isinstance(error, Cancelled):
            job.failed(error)
