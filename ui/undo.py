"""Taking back: each step of work as the workspace gave it, newest first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fieldkit.errors import FieldkitError
from fieldkit.workspace.editing import Change
from ui.messages import Messages

MOST_STEPS = 200


class Undo(QObject):
    """The steps of work that can be taken back, and those taken back that can be done again."""

    moved = Signal()  # records changed by taking back or doing again: what shows them reads anew

    def __init__(
        self, apply: Callable[[Change], Change], messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._apply = apply
        self._messages = messages
        self._done: list[Change] = []
        self._taken_back: list[Change] = []
        self._burst: object = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    def note(self, change: Change, burst: object = None) -> None:
        """Remember a step. Steps of one burst (typing in one field) are taken back together."""
        if not change.pairs:
            return
        if burst is not None and burst == self._burst and self._done:
            self._done[-1] = self._done[-1].then(change)
        else:
            self._done.append(change)
            del self._done[:-MOST_STEPS]
        self._burst = burst
        self._taken_back.clear()

    def undo(self) -> None:
        """Take back the newest step."""
        self._move(self._done, self._taken_back, back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._move(self._taken_back, self._done, back=False)

    def inherit(self, other: Undo) -> None:
        """Take over the steps of another desk: it was only made anew in other words or looks."""
        self._done = other._done
        self._taken_back = other._taken_back

    def clear(self) -> None:
        """Forget all steps: the workspace is being locked."""
        self._done.clear()
        self._taken_back.clear()
        self._burst = None

    def _move(self, source: list[Change], target: list[Change], *, back: bool) -> None:
        if not source:
            return
        change = source[-1]
        try:
            moved = self._apply(change.reversed() if back else change)
        except FieldkitError as error:
            self._messages.failed(error)
            return
        source.pop()
        target.append(moved.reversed() if back else moved)  # with the sessions that fell back by it
        self._burst = None
        self.moved.emit()
