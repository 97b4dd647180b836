"""The ordered steps that make the tables of the workspace file.

The steps are the files in `steps/`, readable SQL. There is one table for each kind of record that stands by
itself, with a column for each of its fields, under the field's name. A field that holds records, a list or
a mapping is JSON text; days are `2026-02-14`, moments ISO 8601 with their offset, yes or no is 1 or 0.

A step that has left this computer is never changed: what comes after it is a new step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from fieldkit.errors import WorkspaceProblem
from fieldkit.store.connection import Connection


@lru_cache(maxsize=1)
def steps() -> tuple[str, ...]:
    """Return the SQL of every step, in their order."""
    folder = files("fieldkit.store").joinpath("steps")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name)
    return tuple(entry.read_text(encoding="utf-8") for entry in found)


def migrate(connection: Connection, wanted: Sequence[str] | None = None, /) -> None:
    """Bring the tables to the newest step, in one transaction: an update cut short never happened.

    The file's version is the number of steps it has had. Raises `WorkspaceProblem("workspace_newer")` when it
    has had more than this program knows.
    """
    known = steps() if wanted is None else wanted
    version = version_of(connection)
    if version > len(known):
        raise WorkspaceProblem(
            "workspace_newer", path=str(connection.path), version=version, known=len(known)
        )
    if version == len(known):
        return
    with connection.transaction():
        for step in known[version:]:
            connection.script(step)
        connection.execute(f"PRAGMA user_version = {len(known)}")


def version_of(connection: Connection, /) -> int:
    """Return how many steps the tables of this file have had."""
    [(version,)] = connection.execute("PRAGMA user_version")
    return int(version)
