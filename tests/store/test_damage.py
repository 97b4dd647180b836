"""Bit rot, cuts and full disks: noticed, and nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from fieldkit.errors import FileProblem, WorkspaceProblem
from fieldkit.model.supply import Company
from fieldkit.store import Store
from fieldkit.store.connection import PAGE_BYTES
from tests.store.workspaces import ROLE, fill, made, opened, process

TOLD = {"passphrase_or_damage", "workspace_damaged", "not_a_workspace"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a workspace with pages of every kind, free ones too."""
    path = tmp_path_factory.mktemp("whole") / "case.fieldkit"
    with made(path) as store:
        fill(store, 25)
        with store.transaction():
            for company in store.companies.all():
                store.delete(company, by_role=ROLE)
        [(free,)] = store._connection.execute("PRAGMA freelist_count")
        assert free > 0
    return path.read_bytes()


def _told_of(path: Path, content: bytes) -> str | None:
    """What is said on opening or checking a file of this content; None: nothing was noticed."""
    path.write_bytes(content)
    try:
        with opened(path) as store:
            store.verify()
    except WorkspaceProblem as problem:
        return problem.code
    return None


def test_the_whole_file_is_sound(path: Path, whole: bytes) -> None:
    assert _told_of(path, whole) is None


def test_every_flipped_bit_is_noticed(path: Path, whole: bytes) -> None:
    chance = random.Random(20260214)
    for _ in range(200):
        content = bytearray(whole)
        place = chance.randrange(len(content))
        content[place] ^= 1 << chance.randrange(8)
        told = _told_of(path, bytes(content))
        assert told in TOLD, place
        assert (told == "passphrase_or_damage") == (place < PAGE_BYTES), place


def test_every_cut_is_noticed(path: Path, whole: bytes) -> None:
    chance = random.Random(20260214)
    pages = len(whole) // PAGE_BYTES
    between_pages = [PAGE_BYTES * chance.randrange(pages) for _ in range(9)]
    anywhere = [chance.randrange(len(whole)) for _ in range(9)]
    for length in (*between_pages, *anywhere, len(whole) - PAGE_BYTES, len(whole) - 1):
        assert _told_of(path, whole[:length]) in TOLD, length


def test_what_belongs_to_no_dialogue_is_noticed(store: Store) -> None:
    fill(store, 1)
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute("DELETE FROM dialogue")
    with pytest.raises(WorkspaceProblem, match="workspace_damaged"):
        store.verify()


def test_a_mix_up_in_pages_whose_seals_are_all_right_is_noticed(store: Store) -> None:
    store._connection.execute("PRAGMA writable_schema = ON")
    store._connection.execute(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'tool')"
        " WHERE name = 'setting'"
    )
    with pytest.raises(WorkspaceProblem, match="workspace_damaged"):
        store.verify()


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[Store], None]]]:
    """A folder, and how its disk is filled to the last byte: a small one where this process may mount it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        yield folder, _no_more_pages
        return
    yield folder, lambda _store: _fill_up(folder / "other files")
    subprocess.run(["umount", str(folder)], check=True)


def _no_more_pages(store: Store) -> None:
    store._connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the number of pages there are


def _fill_up(path: Path) -> None:
    with path.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(PAGE_BYTES)):
            pass


def _save_for_ever(store: Store) -> None:
    while store.save(Company(code=f"C{store.companies.count()}", name="x" * 250), by_role=ROLE):
        pass


def test_a_full_disk_is_said_and_what_was_acknowledged_stays(
    full_disk: tuple[Path, Callable[[Store], None]],
) -> None:
    folder, fill_up = full_disk
    path = folder / "case.fieldkit"
    with made(path) as store:
        store.save(Company(code="C0", name="kept"), by_role=ROLE)
        fill_up(store)
        with pytest.raises(FileProblem) as told:
            _save_for_ever(store)
        assert told.value.code == "disk_full"
        assert dict(told.value.data) == {"path": str(path)}
        kept = store.companies.all()
        assert len(store.history.changes()) == len(kept)
        (folder / "other files").unlink(missing_ok=True)
    with opened(path) as store:
        assert store.companies.all() == kept
        store.verify()


def test_a_workspace_that_cannot_be_finished_is_not_left_half_made(path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * PAGE_BYTES, before[1]))  # no file may grow beyond that
    try:
        with pytest.raises(FileProblem):
            made(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(path.parent.iterdir()) == []
    made(path).close()


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(path: Path) -> None:
    made(path).close()
    chance = random.Random(20260214)
    acknowledged = -1
    for _ in range(10):
        with process("writer", path) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            for _ in range(chance.randrange(1, 40)):
                acknowledged = int(writer.stdout.readline())
            writer.kill()
            writer.wait()
            for line in writer.stdout.read().splitlines():
                acknowledged = int(line)
        with opened(path) as store:
            assert store.promises.get(f"P{acknowledged}") is not None
            assert store.promises.count() in (acknowledged + 1, acknowledged + 2)
            store.verify()
