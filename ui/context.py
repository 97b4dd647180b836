"""What every page is given: the open workspace, the words, the looks, and the few doors out of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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

    def keep(self, *records: Record, burst: object = None) -> bool:
        """Save records as one step that can be taken back, or say why not; return if it was done."""
        return self.do(lambda: self.workspace.editing.keep(*records), burst=burst)

    def do(self, step: Callable[[], Change], burst: object = None) -> bool:
        """Do one step of work that can be taken back; say what stands against it. Returns if it was done."""
        try:
            change = step()
        except FieldkitError as error:
            self.messages.failed(error)
            return False
        self.undo.note(change, burst)
        self.changes.saved.emit()
        return True

    def remove(self, record: Record, done: str, /) -> bool:
        """Delete a record, say so, and offer to take it back. Returns if it is gone."""
        gone = self.do(lambda: self.workspace.editing.remove(record))
        if gone:
            self.messages.say(done, self.words.say("Undo"), self.undo.undo)
        return gone
