"""Everything the window says to its user passes here, so that it can be read back, and said in one place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldkit.errors import FieldkitError, Refused
from fieldkit.text import Catalogue, explain


@dataclass(frozen=True)
class Message:
    """One thing said."""

    text: str
    tone: str = "neutral"  # neutral, amber (nothing was done), green
    action: str = ""  # words of the one button beside it
    act: Callable[[], None] | None = None


class Messages(QObject):
    """The one door for what is said."""

    said = Signal(object)  # Message

    def __init__(self, words: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.last: Message | None = None

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say that something was done, with a way to take it back where there is one."""
        self._say(Message(text, action=action, act=act))

    def mind(self, text: str) -> None:
        """Say what has to be seen, and stays until it is closed."""
        self._say(Message(text, tone="amber"))

    def failed(self, error: Exception, /) -> None:
        """Say what went wrong: a thing the user can mend in its own words, a bug by its kind and place."""
        self._say(Message(self.sentence(error), tone="amber"))

    def forget(self) -> None:
        """Forget what was said last, and the way to take it back: the workspace is being locked."""
        self.last = None

    def sentence(self, error: Exception, /) -> str:
        """Return what there is to say of an error. A bug is told without anybody's words."""
        if isinstance(error, Refused):
            return " ".join(explain("reasons", r.code, r.data, self.words) for r in error.reasons)
        if isinstance(error, FieldkitError):
            return explain("errors", error.code, error.data, self.words)
        return self.words.say(
            "Fieldkit itself went wrong ({kind} at {place}). Nothing half done was kept; please tell the makers.",  # noqa: E501
            kind=type(error).__name__,
            place=_place(error),
        )

    def _say(self, message: Message) -> None:
        self.last = message
        self.said.emit(message)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"


def catch_bugs(messages: Messages, /) -> None:
    """Have every bug that reaches the event loop said, and the window stay."""

    def tell(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        if isinstance(error, Exception):
            messages.failed(error)

    sys.excepthook = tell
