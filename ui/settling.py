"""A day passes, a file comes in: what may not stay confirmed is planned again, and that is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from fieldkit.errors import FieldkitError
from ui.context import Context

LOOK_EVERY_MS = 60_000


class Settling(QObject):
    """Looks once the desk stands, and whenever the day has changed; also after a night with a closed lid."""

    def __init__(
        self, context: Context, leave: Callable[[], None], refresh: Callable[[], None], parent: QObject
    ) -> None:
        """`leave` saves what is being typed, `refresh` shows the records anew."""
        super().__init__(parent)
        self._context = context
        self._leave = leave
        self._refresh = refresh
        self._day: date | None = None
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self.look)
        soon.start()
        every = QTimer(self, interval=LOOK_EVERY_MS)
        every.timeout.connect(self.look)
        every.start()

    def look(self) -> None:
        """Plan again what may not stay confirmed on this day, if it has not been looked at yet."""
        today = self._context.workspace.today
        if today == self._day:
            return
        passed, self._day = self._day is not None, today
        self._leave()
        try:
            change = self._context.workspace.editing.settle()
        except FieldkitError as error:
            self._context.messages.failed(error)
            return
        if passed or change.pairs:
            self._refresh()
        self._context.say_fallen(change)
