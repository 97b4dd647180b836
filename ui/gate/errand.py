"""A task under way for a widget that may be gone before it ends: made anew in other words, or left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs, Progress


class Errand(QObject):
    """One task, and its one answer. Whoever is gone when it comes no longer hears it; others may listen."""

    ended = Signal()  # however: done, failed or cancelled; before the answer
    done = Signal(object)
    failed = Signal(object)  # Exception

    def __init__(self, jobs: Jobs, task: Callable[[Progress], Any], title: str = "") -> None:
        super().__init__(jobs)
        self._number = jobs.run(task, self.done.emit, self.failed.emit, title).number
        jobs.finished.connect(self._end)

    def _end(self, number: int) -> None:
        if number == self._number:
            self.deleteLater()
            self.ended.emit()
