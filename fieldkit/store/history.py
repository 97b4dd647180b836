"""Who changed, deleted or exported what, and when: names of fields, never what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from fieldkit.store.connection import Connection, Row


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the history."""

    at: datetime  # UTC
    by_role: str  # a role, never a name
    kind: str  # name of a table; of an export the kind of file
    code: str  # D-01/I3 where a code holds within its dialogue
    fields: tuple[str, ...] = ()  # of a change: the names of the fields that changed


class History:
    """The three logs of a workspace. Writing stands in the transaction of what it tells about."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._clock = clock

    def changes(self) -> list[Entry]:
        """Return what was added or changed, oldest first."""
        return self._read("change_log", "at, by_role, kind, code, fields")

    def deletions(self) -> list[Entry]:
        """Return what was deleted, oldest first."""
        return self._read("deletion_log", "at, by_role, kind, code, '[]'")

    def exports(self) -> list[Entry]:
        """Return what left the file, oldest first."""
        return self._read("export_log", "at, by_role, kind, code, '[]'")

    def changed_last(self, kind: str, code: str, field: str, /) -> datetime | None:
        """Return when a field of an object changed last, its coming into the file included; None: never."""
        rows = self._connection.execute(
            "SELECT at FROM change_log, json_each(fields) WHERE kind = ? AND code = ? AND value = ?"
            " ORDER BY number DESC LIMIT 1",
            (kind, code, field),
        )
        return datetime.fromisoformat(rows[0][0]) if rows else None

    def note_change(self, kind: str, code: str, fields: Sequence[str], by_role: str, /) -> None:
        """Write down that these fields of an object changed."""
        self._write("change_log", kind, code, by_role, fields=msgspec.json.encode(fields).decode())

    def note_deletion(self, kind: str, code: str, by_role: str, /) -> None:
        """Write down that an object was deleted."""
        self._write("deletion_log", kind, code, by_role)

    def note_export(self, kind: str, code: str, by_role: str, /) -> None:
        """Write down that something left the file."""
        self._write("export_log", kind, code, by_role)

    def _write(self, table: str, kind: str, code: str, by_role: str, **more: str) -> None:
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        self._connection.insert(table, {"at": at, "by_role": by_role, "kind": kind, "code": code, **more})

    def _read(self, table: str, columns: str) -> list[Entry]:
        return [
            _entry(row) for row in self._connection.execute(f"SELECT {columns} FROM {table} ORDER BY number")
        ]


def _entry(row: Row) -> Entry:
    at, by_role, kind, code, fields = row
    return Entry(
        at=datetime.fromisoformat(at),
        by_role=by_role,
        kind=kind,
        code=code,
        fields=msgspec.json.decode(fields, type=tuple[str, ...]),
    )
