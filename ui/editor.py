"""One record on a page: fields read from it, and put back what was typed as soon as it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from fieldkit.errors import FieldkitError
from fieldkit.model.dialogue import Assessment
from fieldkit.model.field import Record
from fieldkit.model.paths import Path, changed, key, value_at
from fieldkit.workspace.reading import Typed
from ui.context import Context


class Editor(QObject):
    """The record behind the fields of a page. What cannot be kept yet stays as a draft, and on the screen."""

    edited = Signal(object)  # the path that changed
    reloaded = Signal()  # the record came anew from the workspace: fields show it
    flushing = Signal()  # fields hand over what is still being typed

    def __init__(self, context: Context, record: Record, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record = record
        self._drafts = context.workspace.editing.drafts(record)
        self._waiting: dict[Path, tuple[Callable[[], Any], Typed]] = {}  # typed, readable, and not saved

    @property
    def record(self) -> Any:
        """The record as it stands now."""
        return self._record

    def value(self, path: Path, /) -> Any:
        """Return what a field holds."""
        return value_at(self._record, path)

    def draft(self, path: Path, /) -> str | None:
        """Return what was typed in a field and could not be kept, or None."""
        return self._drafts.get(key(path))

    def problem(self, path: Path, typed: Typed, /) -> str:
        """Return what stands against a text in a field, in one sentence; empty when nothing does."""
        try:
            self._context.workspace.editing.read(type(self._record), path, typed)
        except FieldkitError as error:
            return self._context.messages.sentence(error)
        return ""

    def typed(self, path: Path, typed: Typed, /) -> str:
        """Take over what was typed; return what stands against it, in one sentence, or nothing."""
        read = self._context.workspace.editing.read
        return self.take(path, lambda: read(type(self._record), path, typed), typed)

    def take(self, path: Path, read: Callable[[], Any], typed: Typed, /) -> str:
        """Take over the value that `read` makes of what was typed; what it refuses stays as a draft."""
        try:
            value = read()
        except FieldkitError as error:
            self._keep_draft(path, typed)
            return self._context.messages.sentence(error)
        if self.put(path, value):
            self._waiting.pop(path, None)
            self._drop_draft(path)
            return ""
        self._waiting[path] = (read, typed)  # a full disk may have room again
        self._keep_draft(path, typed)
        return self._context.words.say("This is not saved yet.")

    def put(self, path: Path, value: Any, /) -> bool:
        """Change one place of the record and save it; returns if that was done."""
        if value == self.value(path) and type(value) is type(self.value(path)):
            return True
        try:
            after = changed(self._stored() or self._record, path, value)
        except FieldkitError as error:
            self._context.messages.failed(error)
            return False
        if not self._context.keep(after, burst=(id(self), path)):
            return False
        self._record = after
        self.edited.emit(path)
        return True

    def reload(self) -> bool:
        """Read the record anew; returns whether it is still there."""
        found = self._stored()
        if found is None:
            return False
        self._record = found
        self._drafts = self._context.workspace.editing.drafts(found)
        self.reloaded.emit()
        return True

    def flush(self) -> None:
        """Have every field hand over what is still being typed, and try again what could not be saved."""
        self.flushing.emit()
        for path, (read, typed) in tuple(self._waiting.items()):
            self.take(path, read, typed)

    def _stored(self) -> Record | None:
        if isinstance(self._record, Assessment):  # of every dialogue there is one, begun or not
            return self._context.workspace.editing.assessment(self._record.dialogue_code)
        code = getattr(self._record, "code", "")
        return self._context.workspace.editing.find(type(self._record), code)

    def _keep_draft(self, path: Path, typed: Typed) -> None:
        text = typed if isinstance(typed, str) else "\n".join(typed or ())
        if self._drafts.get(key(path)) == text:
            return
        self._drafts[key(path)] = text
        try:
            self._context.workspace.editing.keep_draft(self._record, path, text)
        except FieldkitError as error:
            self._context.messages.failed(error)

    def _drop_draft(self, path: Path) -> None:
        if self._drafts.pop(key(path), None) is not None:
            self._context.workspace.editing.drop_draft(self._record, path)
