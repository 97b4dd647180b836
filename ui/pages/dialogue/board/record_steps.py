"""Adding a record to a list within a session, and taking one out: each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fieldkit.model.field import Record
from fieldkit.model.paths import Path, changed, key, value_at
from fieldkit.model.session import Session
from ui.context import Context
from ui.editor import Editor

Change = Callable[[Session], Session]


class RecordSteps:
    """What is done to one list within the session of an editor. References go by place in the list."""

    def __init__(self, context: Context, editor: Editor, path: Path) -> None:
        self._context = context
        self._editor = editor
        self.path = path

    @property
    def records(self) -> tuple[Any, ...]:
        """The records as they stand."""
        found: tuple[Any, ...] = self._editor.value(self.path)
        return found

    def place(self, at: int) -> Path:
        """Return the path of a record."""
        return (*self.path, at)

    def add(self, new: Callable[[], Record]) -> bool:
        """Add a record at the end; returns whether that was done."""
        return self.do(lambda session: changed(session, self.path, (*value_at(session, self.path), new())))

    def take_out(self, at: int, said: str) -> bool:
        """Take a record out, say so and offer to take that back; returns whether it was done."""

        def without(session: Session) -> Session:
            held = value_at(session, self.path)
            return changed(session, self.path, (*held[:at], *held[at + 1 :]))

        return self.do(without, said)

    def do(self, change: Change, said: str = "") -> bool:
        """Change the session as it stands now, with all that follows; returns whether that was done.

        What is said of it has the way to take it back beside it, and names a session that it plans again.
        """
        self._editor.flush()
        if not self._editor.reload():
            return False
        before: Session = self._editor.record
        after = self._context.workspace.sessions.followed(before, change(before))
        return self._context.keep(after, said=said) and self._editor.reload()

    def move_drafts(self, before: Sequence[Record], after: Sequence[Record]) -> bool:
        """Have what could not be kept yet go along with its record; returns whether anything moved.

        Drafts are kept by the place of their field. Those of a record that is gone go with it.
        """
        editing, session = self._context.workspace.editing, self._editor.record
        moved = [
            (self.place(at), name, text, there)
            for at, there in places(before, after)
            if at != there
            for name, text in _under(self.place(at), editing.drafts(session))
        ]
        for there_before, name, _text, _there in moved:
            editing.drop_draft(session, (*there_before, name))
        for _there_before, name, text, there in moved:
            if there is not None:
                editing.keep_draft(session, (*self.place(there), name), text)
        return bool(moved)


def places(before: Sequence[object], after: Sequence[object], /) -> Iterator[tuple[int, int | None]]:
    """Yield where each record of a list stood and where it stands now; None for one that is gone."""
    shorter = min(len(before), len(after))
    same = range(shorter)
    head = next((at for at in same if before[at] != after[at]), shorter)
    tail = next((at for at in same if before[-1 - at] != after[-1 - at]), shorter)
    tail = min(tail, shorter - head)
    for at in range(len(before)):
        if at < head:
            yield at, at
        else:
            yield at, at + len(after) - len(before) if at >= len(before) - tail else None


def _under(place: Path, drafts: dict[str, str]) -> list[tuple[str, str]]:
    """Return the drafts of the fields of one record, by the rest of their path."""
    start = f"{key(place)}."
    return [(name.removeprefix(start), text) for name, text in drafts.items() if name.startswith(start)]
