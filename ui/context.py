"""What every page is given: the open workspace, the words, the looks, and the few doors out of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from fieldkit.errors import FieldkitError
from fieldkit.model.field import Record
from fieldkit.text import Catalogue
from fieldkit.workspace import Workspace
from fieldkit.workspace.editing import Change
from ui.jobs import Jobs
from ui.messages import Messages
from ui.places import Place
from ui.preferences import Appearance, Preferences
from ui.theme import Theme
from ui.undo import Undo


class Changes(QObject):
    """Tells that records have changed."""

    saved = Signal()


@dataclass(frozen=True)
class Context:
    """The surroundings of a page. A page keeps no record longer than it shows it."""

    workspace: Workspace
    words: Catalogue
    theme: Theme
    jobs: Jobs
    messages: Messages
    undo: Undo
    changes: Changes
    preferences: Preferences
    go: Callable[[Place], None]
    speak: Callable[[str], None]
    look: Callable[[Appearance], None]
    lock_after: Callable[[int], None]
    lock: Callable[[], None]
    shown_sessions: dict[str, str] = field(default_factory=dict)  # of each dialogue, the one shown last

    def keep(self, *records: Record, burst: object = None, said: str = "") -> bool:
        """Save records as one step that can be taken back, or say why not; return if it was done."""
        return self.do(lambda: self.workspace.editing.keep(*records), burst=burst, said=said)

    def do(self, step: Callable[[], Change], burst: object = None, said: str = "") -> bool:
        """Do one step of work that can be taken back; say what stands against it. Returns if it was done.

        `said` is what to say of it, with the way to take it back. A session that it plans again is told of.
        """
        try:
            change = step()
        except FieldkitError as error:
            self.messages.failed(error)
            return False
        self.undo.note(change, burst)
        self.changes.saved.emit()
        self.say_fallen(change, said)
        return True

    def say_fallen(self, change: Change, said: str = "") -> None:
        """Say which sessions a change planned again, and why; with what is to be said of the step itself."""
        fallen = self.workspace.sessions.fallen(change, self.words)
        if said:
            self.messages.say(" ".join((said, *fallen)), self.words.say("Undo"), self.undo.undo)
        elif fallen:
            self.messages.mind(" ".join(fallen))

    def remove(self, record: Record, done: str, /) -> bool:
        """Delete a record, say so, and offer to take it back. Returns if it is gone."""
        return self.do(lambda: self.workspace.editing.remove(record), said=done)
