"""Copies of the file: verified, all or nothing, opened by what opens the file; and a file destroyed."""

from __future__ import annotations

import resource
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem
from fieldkit.model.supply import Company
from fieldkit.store import Store, backup
from fieldkit.store.connection import PAGE_BYTES
from fieldkit.store.keys import SALT_BYTES, WEAKEST
from tests.store.workspaces import PASSPHRASE, ROLE, fill, made, opened, process


class Stopped(Exception):
    """The user no longer wants it."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "copy.fieldkit"


def _restore(source: Path, out: Path, passphrase: str = PASSPHRASE) -> None:
    backup.restore(source, out, passphrase, cost=WEAKEST)


def test_a_copy_is_one_file_that_opens_with_the_same_passphrase_and_words(store: Store, out: Path) -> None:
    fill(store, 10)
    shares: list[float] = []
    store.copy_to(out, shares.append)
    assert shares[-1] == 1.0
    assert [entry.name for entry in out.parent.iterdir()] == [out.name]
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_bytes()[:SALT_BYTES] == store._connection.salt
    with opened(out) as copy:
        copy.verify()
        assert copy.companies.count() == 10
        assert copy.family == store.family
    with Store.open_with_words(out, store.recovery_words) as copy:
        assert copy.companies.count() == 10


def test_a_copy_holds_one_moment_while_another_thread_writes(store: Store, out: Path) -> None:
    fill(store, 50)

    def write() -> None:
        with store.beside() as own:
            for number in range(30):
                with own.transaction():
                    own.save(Company(code=f"A{number}", name="One"), by_role=ROLE)
                    own.save(Company(code=f"B{number}", name="Two"), by_role=ROLE)

    with ThreadPoolExecutor() as pool:
        job = pool.submit(write)
        store.copy_to(out)
        job.result()
    with opened(out) as copy:
        assert copy.companies.count() % 2 == 0
        copy.verify()


def test_a_copy_that_is_no_longer_wanted_leaves_nothing(store: Store, out: Path) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        store.copy_to(out, stop)
    assert list(out.parent.iterdir()) == []
    store.copy_to(out)


def test_a_copy_inside_a_transaction_is_a_bug_and_not_waited_for(store: Store, out: Path) -> None:
    with pytest.raises(RuntimeError, match="transaction"), store.transaction():
        store.copy_to(out)
    assert list(out.parent.iterdir()) == []


def test_a_copy_takes_nobodys_place(store: Store, out: Path) -> None:
    out.write_bytes(b"something dear")
    for target, code in (
        (out, "file_exists"),
        (out.parent, "file_exists"),
        (store.path, "file_exists"),
        (out.parent / "no folder" / "copy.fieldkit", "cannot_write"),
        (out.parent / "other.fieldkit-wal", "cannot_write"),
    ):
        with pytest.raises(FileProblem) as told:
            store.copy_to(target)
        assert (told.value.code, told.value.data["path"]) == (code, str(target))
    assert [entry.name for entry in out.parent.iterdir()] == [out.name]
    assert out.read_bytes() == b"something dear"


def test_a_copy_there_is_no_room_for_leaves_nothing(store: Store, out: Path) -> None:
    fill(store, 20)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20 * PAGE_BYTES, before[1]))
    try:
        with pytest.raises(FileProblem) as told:
            store.copy_to(out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told.value.data["path"] == str(out)
    assert list(out.parent.iterdir()) == []


def test_damage_is_not_copied_and_told_of_the_source(path: Path, out: Path) -> None:
    with made(path) as store:
        fill(store, 30)
    content = bytearray(path.read_bytes())
    content[20 * PAGE_BYTES + 100] ^= 1
    path.write_bytes(content)
    with opened(path) as store, pytest.raises(WorkspaceProblem) as told:
        store.copy_to(out)
    assert (told.value.code, told.value.data["path"]) == ("workspace_damaged", str(path))
    assert list(out.parent.iterdir()) == []


def test_what_was_written_last_is_known_without_reading(path: Path, store: Store) -> None:
    first = store.changed_at()
    assert store.changed_at() == first
    store.save(Company(code="C1", name="One"), by_role=ROLE)
    second = store.changed_at()
    assert second > first
    with store.beside() as reader, reader._connection.transaction():
        store._connection.execute("PRAGMA busy_timeout = 0")
        assert store.changed_at() == second  # also while nothing can come home
    store.close()
    with opened(path) as again:
        again.companies.count()
        assert again.changed_at() == second


def test_a_restored_copy_opens_and_the_source_is_only_read(path: Path, out: Path) -> None:
    with made(path) as store:
        fill(store, 5)
        words = store.recovery_words
    path.chmod(0o400)
    before = path.read_bytes()
    _restore(path, out)
    second = out.with_name("second.fieldkit")
    backup.restore_with_words(path, second, words)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert sorted(entry.name for entry in out.parent.iterdir()) == [out.name, second.name]
    for copy in (out, second):
        with opened(copy) as restored:
            assert restored.companies.count() == 5


def test_what_was_not_brought_home_yet_is_restored_too(path: Path, out: Path) -> None:
    made(path).close()
    with process("writer", path) as writer:
        assert writer.stdout is not None
        for line in ("open", "0", "1"):
            assert writer.stdout.readline() == f"{line}\n"
        writer.kill()
        writer.wait()
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    _restore(path, out)
    with opened(out) as restored:
        assert restored.promises.get("P1") is not None


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-PAGE_BYTES])


def _make_newer(path: Path) -> None:
    with opened(path) as store:
        store._connection.execute("PRAGMA user_version = 999")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.unlink(), "file_missing"),
        (lambda path: path.write_bytes(b""), "not_a_workspace"),
        (_cut, "workspace_damaged"),
        (_make_newer, "workspace_newer"),
    ],
    ids=["missing", "empty", "cut", "newer"],
)
def test_what_does_not_open_is_not_restored(
    path: Path, out: Path, spoil: Callable[[Path], object], code: str
) -> None:
    with made(path) as store:
        fill(store, 5)
    spoil(path)
    with pytest.raises(FieldkitError) as told:
        _restore(path, out)
    assert (told.value.code, told.value.data["path"]) == (code, str(path))
    assert list(out.parent.iterdir()) == []


def test_a_wrong_passphrase_or_an_open_workspace_restores_nothing(path: Path, out: Path) -> None:
    with made(path), pytest.raises(WorkspaceProblem, match="workspace_in_use"):
        _restore(path, out)
    with pytest.raises(WorkspaceProblem) as told:
        _restore(path, out, "another phrase")
    assert (told.value.code, told.value.data["path"]) == ("passphrase_or_damage", str(path))
    with pytest.raises(FileProblem, match="file_exists"):
        _restore(path, path)
    assert list(out.parent.iterdir()) == []
    opened(path).close()


def test_an_erased_file_is_written_over_and_gone_with_its_copies(path: Path, out: Path) -> None:
    witness = path.parent / "witness"
    with made(path) as store:
        fill(store, 5)
        store.copy_to(out)
        before = out.read_bytes()
        witness.hardlink_to(out)
        assert store.erase([out]) == []
        assert not store.is_open
    assert not path.exists()
    assert not out.exists()
    after = witness.read_bytes()
    assert len(after) == len(before)
    pages = range(0, len(before), PAGE_BYTES)
    assert all(before[at : at + 64] != after[at : at + 64] for at in pages)
    assert [entry.name for entry in path.parent.iterdir()] == ["witness"]


def test_what_cannot_be_removed_is_named(path: Path, out: Path) -> None:
    out.mkdir()
    with made(path) as store:
        assert store.erase([out]) == [out]
    assert not path.exists()


def test_a_file_reached_by_a_link_is_erased_itself(path: Path, tmp_path: Path) -> None:
    made(path).close()
    link = tmp_path / "link.fieldkit"
    link.symlink_to(path)
    with opened(link) as store:
        assert store.erase() == []
    assert not path.exists()
    assert not link.is_symlink()


def test_nothing_is_restored_beside_a_log_that_was_left_behind(tmp_path: Path) -> None:
    state = tmp_path / "state"
    with Store.create(tmp_path / "w.fieldkit", "quiet", cost=WEAKEST, state_folder=state) as store:
        store.copy_to(tmp_path / "copy.fieldkit", lambda _share: None)
    left = tmp_path / "new.fieldkit-wal"
    left.write_bytes(b"the last minutes")
    with pytest.raises(FileProblem, match="file_exists"):
        backup.restore(
            tmp_path / "copy.fieldkit", tmp_path / "new.fieldkit", "quiet", cost=WEAKEST, state_folder=state
        )
    assert left.read_bytes() == b"the last minutes"
