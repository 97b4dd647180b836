"""One record on a page: fields read from it, and put back what was typed as soon as it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from fieldkit.errors import FieldkitError, InvalidValue
from fieldkit.model.dialogue import Assessment
from fieldkit.model.field import Record
from fieldkit.model.paths import Path, changed, key, value_at
from fieldkit.workspace.reading import Typed
from ui.context import Context

Follow = Callable[[Any, Any], Any]


class Editor(QObject):
    """The record behind the fields of a page. What cannot be kept yet stays as a draft, and on the screen."""

    edited = Signal(object)  # the path that changed
    followed = Signal(object)  # more changed than the path that was edited: the other fields show it
    reloaded = Signal()  # the record came anew from the workspace: fields show it
    flushing = Signal()  # fields hand over what is still being typed

    def __init__(
        self, context: Context, record: Record, parent: QObject | None = None, follow: Follow | None = None
    ) -> None:
        """`follow` is given the record before and after an edit; returns it with what follows."""
        super().__init__(parent)
        self._context = context
        self._record = record
        self._follow = follow
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
            self._alone(path, self._context.workspace.editing.read(type(self._record), path, typed))
        except FieldkitError as error:
            return self._context.messages.sentence(error)
        return ""

    def typed(self, path: Path, typed: Typed, /) -> str:
        """Take over what was typed; return what stands against it, in one sentence, or nothing."""
        read = self._context.workspace.editing.read
        return self.take(path, lambda: read(type(self._record), path, typed), typed)

    def take(self, path: Path, read: Callable[[], Any], typed: Typed, /) -> str:
        """Take over the value that `read` makes of what was typed; what it refuses stays as a draft."""
        self._waiting.pop(path, None)
        try:
            value = read()
        except FieldkitError as error:
            self._keep_draft(path, typed)
            return self._context.messages.sentence(error)
        if problem := self._against(path, value):
            self._waiting[path] = (read, typed)  # another field may be mended, a full disk have room again
            self._keep_draft(path, typed)
            return problem
        self._drop_draft(path)
        self._try_again(path)
        return ""

    def put(self, path: Path, value: Any, /) -> bool:
        """Change one place of the record and save it; returns if that was done, and says why not."""
        try:
            return self._put(path, value)
        except FieldkitError as error:
            self._context.messages.failed(error)
            return False

    def _against(self, path: Path, value: Any) -> str:
        """Change one place of the record and save it; return what stands against it, or nothing."""
        try:
            saved = self._put(path, value)
        except FieldkitError as error:
            return self._context.messages.sentence(error)
        return "" if saved else self._context.words.say("This is not saved yet.")

    def _put(self, path: Path, value: Any) -> bool:
        """Change one place of the record and save it. Raises `InvalidValue` if it does not fit the rest."""
        if value == self.value(path) and type(value) is type(self.value(path)):
            return True
        alone = self._alone(path, value)
        after = self._follow(self._stored() or self._record, alone) if self._follow is not None else alone
        if not self._context.keep(after, burst=(id(self), path)):
            return False
        self._record = self._stored() or after  # a confirmed session may be planned again by it
        self.edited.emit(path)
        if self._record != alone:
            self.followed.emit(path)
        return True

    def _alone(self, path: Path, value: Any) -> Any:
        """Return the record changed at one place. Raises `InvalidValue` if it does not fit the rest."""
        try:
            return changed(self._stored() or self._record, path, value)
        except ValueError as refused:
            code, _, choices = str(refused).partition(": ")
            raise InvalidValue(code, path=key(path), choices=choices) from None

    def _try_again(self, path: Path) -> None:
        """Try again what could not be saved before: it may fit now that another field is mended."""
        for other, (read, typed) in tuple(self._waiting.items()):
            if other != path and not self.take(other, read, typed):
                self.followed.emit(path)

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
