"""Locks a window that was left open."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent

LOOK_EVERY_MS = 5_000
_FROM_A_DEVICE = (QInputEvent, QInputMethodEvent)  # told sooner than the type, for every event of the program
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


def seconds() -> float:
    """Return a count of seconds that goes on while the computer sleeps, where it can tell."""
    asleep_too = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if asleep_too is None else time.clock_gettime(asleep_too)


class Idle(QObject):
    """Watches for input; tells when there has been none for so many minutes."""

    left_alone = Signal()

    def __init__(
        self, minutes: int, clock: Callable[[], float] = seconds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Begin: there is something to lock."""
        self._last = self._clock()
        self._timer.start()
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def rest(self) -> None:
        """Stop watching: it is locked."""
        self._timer.stop()
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note that somebody is there. Who comes back too late, as to a closed lid, only wakes the lock."""
        if isinstance(event, _FROM_A_DEVICE) and event.type() in _INPUT:
            if self._is_overdue():
                self.look()
                return True
            self._last = self._clock()
        return False

    def look(self) -> None:
        """Tell when nobody has been there for long enough."""
        if self._is_overdue():
            self._last = self._clock()
            self.left_alone.emit()

    def _is_overdue(self) -> bool:
        return self._clock() - self._last >= self.minutes * 60
