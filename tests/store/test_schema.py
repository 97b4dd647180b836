"""The steps that make the tables: ordered, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.errors import WorkspaceProblem
from fieldkit.model.supply import Company
from fieldkit.store import Store
from fieldkit.store.connection import Connection, open_
from fieldkit.store.schema import migrate, steps, version_of
from tests.store.workspaces import ROLE, opened

GOOD = "CREATE TABLE later (word TEXT NOT NULL) STRICT; INSERT INTO later VALUES ('one')"
BROKEN = "DROP TABLE company; INSERT INTO nowhere VALUES (1)"


def _shape(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name")


def test_a_new_workspace_has_had_every_step(store: Store) -> None:
    assert version_of(store._connection) == len(steps())
    before = _shape(store._connection)
    migrate(store._connection)
    assert _shape(store._connection) == before


def test_a_later_step_is_added_to_what_is_there(store: Store) -> None:
    store.save(Company(code="C1", name="One"), by_role=ROLE)
    migrate(store._connection, (*steps(), GOOD))
    assert version_of(store._connection) == len(steps()) + 1
    assert store._connection.execute("SELECT word FROM later") == [("one",)]
    assert store.companies.count() == 1


def test_a_step_that_fails_undoes_itself_and_those_before_it(store: Store) -> None:
    store.save(Company(code="C1", name="One"), by_role=ROLE)
    before = _shape(store._connection)
    with pytest.raises(RuntimeError, match="SQLITE_ERROR"):
        migrate(store._connection, (*steps(), GOOD, BROKEN))
    assert _shape(store._connection) == before
    assert version_of(store._connection) == len(steps())
    assert store.companies.count() == 1
    store.verify()


def test_a_program_that_knows_fewer_steps_refuses_the_file(store: Store) -> None:
    with pytest.raises(WorkspaceProblem) as told:
        migrate(store._connection, steps()[:-1])
    assert told.value.code == "workspace_newer"
    assert (told.value.data["version"], told.value.data["known"]) == (len(steps()), len(steps()) - 1)


def test_a_file_that_has_had_no_step_yet_gets_them_all(path: Path, store: Store) -> None:
    """What is there when the program is killed between making the file and making the tables."""
    key = store._key
    for [drop] in store._connection.execute(
        "SELECT 'DROP ' || type || ' ' || name FROM sqlite_schema"
        " WHERE type IN ('view', 'table') AND name NOT LIKE 'insight_search_%'"
    ):
        store._connection.execute("PRAGMA foreign_keys = OFF")
        store._connection.execute(str(drop))
    store._connection.execute("PRAGMA user_version = 0")
    store.close()
    with opened(path) as again:
        assert again._key == key
        assert again.save(Company(code="C1", name="One"), by_role=ROLE)


def test_a_vanished_file_does_not_come_back_empty(path: Path, store: Store) -> None:
    key = store._key
    store.close()
    path.unlink()
    with pytest.raises(Exception, match="file_missing"):
        open_(path, key)
    assert not path.exists()
