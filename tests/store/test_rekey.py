"""Another passphrase: the file opens with the old or the new one, never neither; its copies follow."""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem
from fieldkit.model.supply import Company
from fieldkit.store import Store
from fieldkit.store.connection import PAGE_BYTES
from fieldkit.store.keys import SALT_BYTES, WEAKEST, Cost
from tests.store.workspaces import PASSPHRASE, ROLE, fill, made, opened, process

NEW = "zeven reigers boven het veen"


def _count(path: Path, passphrase: str) -> int:
    with opened(path, passphrase) as store:
        store.verify()
        return store.companies.count()


def _opens(path: Path, passphrase: str) -> bool:
    try:
        opened(path, passphrase).close()
    except WorkspaceProblem as problem:
        if problem.code != "passphrase_or_damage":
            raise
        return False
    return True


def test_only_the_new_passphrase_and_the_new_words_open_the_file(path: Path) -> None:
    with made(path) as store:
        fill(store, 20)
        salt, former = path.read_bytes()[:SALT_BYTES], store.recovery_words
        assert store.change_passphrase(NEW, cost=WEAKEST) == []
        words = store.recovery_words
        assert store.companies.count() == 20
        assert store.save(Company(code="C99", name="After"), by_role=ROLE)
    assert path.read_bytes()[:SALT_BYTES] == salt
    assert words != former
    assert not _opens(path, PASSPHRASE)
    assert _count(path, NEW) == 21
    with pytest.raises(WorkspaceProblem, match="passphrase_or_damage"):
        Store.open_with_words(path, former)
    with Store.open_with_words(path, words) as store:
        assert store.companies.count() == 21
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_copies_follow_and_one_that_cannot_is_named_and_left(path: Path, tmp_path: Path) -> None:
    copy, older, damaged = (tmp_path / f"{name}.fieldkit" for name in ("copy", "older", "damaged"))
    with made(path) as store:
        fill(store, 3)
        store.copy_to(older)
        store.change_passphrase("iets heel anders", cost=WEAKEST)
        store.copy_to(copy)
        damaged.write_bytes(copy.read_bytes()[:-PAGE_BYTES])
        before = damaged.read_bytes()
        missing = tmp_path / "missing.fieldkit"
        left = store.change_passphrase(NEW, [copy, older, damaged, missing], cost=WEAKEST)
    assert left == [older, damaged, missing]
    assert _count(copy, NEW) == 3
    assert _count(older, PASSPHRASE) == 3
    assert damaged.read_bytes() == before
    assert not [entry for entry in tmp_path.iterdir() if ".part" in entry.name]


def test_nothing_changes_while_somebody_else_is_connected(path: Path, store: Store) -> None:
    store._connection.execute("PRAGMA busy_timeout = 0")
    with store.beside() as other:
        other.companies.count()
        with pytest.raises(WorkspaceProblem, match="workspace_in_use"):
            store.change_passphrase(NEW, cost=WEAKEST)
        assert other.save(Company(code="C1", name="One"), by_role=ROLE)
    store.close()
    assert _count(path, PASSPHRASE) == 1


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_for_it_all_is_as_it_was(path: Path) -> None:
    with made(path) as store:
        fill(store, 40)
        words = store.recovery_words
        with _no_file_beyond(30 * PAGE_BYTES), pytest.raises(FileProblem):
            store.change_passphrase(NEW, cost=WEAKEST)
        assert store.recovery_words == words
        assert store.companies.count() == 40
        assert store.save(Company(code="C99", name="After"), by_role=ROLE)
    assert not _opens(path, NEW)
    assert _count(path, PASSPHRASE) == 41


def test_killed_at_any_moment_it_opens_with_the_old_or_the_new_one(path: Path) -> None:
    with made(path) as store:
        fill(store, 400)
    chance = random.Random(20260214)
    current, other = PASSPHRASE, NEW
    for _ in range(8):
        with process("rekeyer", path, current, other) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "open\n"
            with suppress(subprocess.TimeoutExpired):
                running.wait(chance.uniform(0.0, 0.25))
            running.kill()
            running.wait()
            said = running.stdout.read().splitlines()
        acknowledged = said[-1] if said else current
        begun = other if acknowledged == current else current
        opening = [phrase for phrase in (acknowledged, begun) if _opens(path, phrase)]
        assert len(opening) == 1
        assert _count(path, opening[0]) == 400
        current, other = opening[0], acknowledged if opening[0] == begun else begun


def test_without_memory_for_the_key_nothing_changes(path: Path) -> None:
    with made(path) as store, pytest.raises(FieldkitError, match="memory_short"):
        store.change_passphrase(NEW, cost=Cost(memory_bytes=4_000 * 1024**3, passes=1))
    assert _opens(path, PASSPHRASE)
