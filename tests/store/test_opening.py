"""The fault matrix of opening and creating: different, plain codes, each with the path and nothing else."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fieldkit.errors import FieldkitError
from fieldkit.model.supply import Company
from fieldkit.store import Store
from fieldkit.store.connection import PAGE_BYTES
from fieldkit.store.keys import WEAKEST, recovery_words
from tests.store.workspaces import PASSPHRASE, ROLE, fill, made, opened, process

NOBODY = 65534


@pytest.fixture
def closed(path: Path) -> Path:
    """A workspace with something in it, closed."""
    with made(path) as store:
        fill(store, 10)
    return path


@contextmanager
def refusing(code: str) -> Iterator[None]:
    with pytest.raises(FieldkitError) as told:
        yield
    assert told.value.code == code
    assert told.value.exit_code == 4
    assert PASSPHRASE not in f"{told.value} {dict(told.value.data)}"


def test_only_its_owner_may_read_a_workspace_and_what_lies_beside_it(path: Path) -> None:
    before = os.umask(0)
    try:
        with made(path) as store:
            store.save(Company(code="C1", name="One"), by_role=ROLE)
            modes = {entry.name: entry.stat().st_mode & 0o777 for entry in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"case.fieldkit": 0o600, "case.fieldkit-wal": 0o600, "case.fieldkit-shm": 0o600}


def test_a_closed_workspace_is_one_file_and_opens_wherever_it_is_copied(closed: Path, tmp_path: Path) -> None:
    assert [entry.name for entry in closed.parent.iterdir()] == ["case.fieldkit"]
    stick = tmp_path / "a stick? with #odd %20 name"
    stick.mkdir()
    copy = stick / "copy.fieldkit"
    copy.write_bytes(closed.read_bytes())
    with opened(copy) as store:
        assert store.companies.count() == 10


def test_the_24_words_open_a_workspace_without_its_passphrase(closed: Path) -> None:
    with opened(closed) as store:
        words = store.recovery_words
    with Store.open_with_words(closed, words) as store:
        assert store.companies.count() == 10
    with refusing("passphrase_or_damage"):
        Store.open_with_words(closed, recovery_words(bytes(32)))
    with refusing("recovery_words_wrong"):
        Store.open_with_words(closed, words[:-1])


def test_a_wrong_passphrase_is_told_as_that_or_damage(closed: Path) -> None:
    with refusing("passphrase_or_damage"):
        opened(closed, "another phrase")
    opened(closed).close()


def test_a_damaged_first_page_is_told_as_that_or_a_wrong_passphrase(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[2000:2100] = bytes(100)
    closed.write_bytes(content)
    with refusing("passphrase_or_damage"):
        opened(closed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: PAGE_BYTES - 1]),
        lambda path: path.write_text("Wat werknemers zeiden, é. " * 1000, encoding="utf-8"),
        lambda path: sqlite3_file(path),
        lambda path: path.unlink() or path.mkdir(),
        lambda path: pipe(path),
    ],
    ids=["empty", "too small", "a text", "a plain SQLite file", "a folder", "a pipe that never ends"],
)
def test_what_is_no_workspace_is_told_as_that_and_left_alone(
    closed: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(closed)
    before = closed.read_bytes() if closed.is_file() else None
    with refusing("not_a_workspace"):
        opened(closed)
    assert [entry.name for entry in closed.parent.iterdir()] == ["case.fieldkit"]
    assert before is None or closed.read_bytes() == before


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def sqlite3_file(path: Path) -> None:
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE told (words TEXT)")
    plain.commit()
    plain.close()


def test_a_missing_file_is_told_as_that_and_not_made(path: Path) -> None:
    with refusing("file_missing"):
        opened(path)
    assert not path.exists()


def test_a_newer_file_is_refused_and_left_alone(closed: Path) -> None:
    with opened(closed) as store:
        store._connection.execute("PRAGMA user_version = 999")
    before = closed.read_bytes()
    with pytest.raises(FieldkitError) as told:
        opened(closed)
    assert told.value.code == "workspace_newer"
    assert told.value.data["version"] == 999
    assert told.value.data["known"] in range(1, 999)
    assert closed.read_bytes() == before


@pytest.fixture
def medium(closed: Path) -> Iterator[Path]:
    """A folder that anybody may read, with a workspace in it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case.fieldkit").write_bytes(closed.read_bytes())
        (folder / "state").mkdir()
        (folder / "state").chmod(0o777)
        yield folder
        folder.chmod(0o755)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Make a folder one that takes no new file, also for root, whom modes do not keep out."""
    folder.chmod(0o555)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.mark.parametrize(
    "mode", [0o444, 0o666], ids=["nor may its file be written", "its file may be written"]
)
def test_a_medium_that_takes_no_new_file_is_told_as_read_only(medium: Path, mode: int) -> None:
    """Even where the file itself may be written there is no safe place for what is being written."""
    path, state = medium / "case.fieldkit", medium / "state"
    path.chmod(mode)
    before = path.read_bytes()
    with without_rights(medium):
        with refusing("medium_read_only"):
            Store.open(path, PASSPHRASE, cost=WEAKEST, state_folder=state)
        with refusing("cannot_write"):
            Store.create(medium / "new.fieldkit", PASSPHRASE, cost=WEAKEST, state_folder=state)
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in medium.iterdir()) == ["case.fieldkit", "state"]


def test_a_file_nobody_may_read_is_told_as_that(medium: Path) -> None:
    path, state = medium / "case.fieldkit", medium / "state"
    path.chmod(0)
    with without_rights(medium), refusing("cannot_read"):
        Store.open(path, PASSPHRASE, cost=WEAKEST, state_folder=state)


def test_an_existing_file_is_never_written_over(closed: Path) -> None:
    before = closed.read_bytes()
    with refusing("file_exists"):
        made(closed)
    assert closed.read_bytes() == before


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    with refusing("cannot_write"):
        made(tmp_path / "nowhere" / "case.fieldkit")


def test_a_workspace_open_in_another_process_is_refused_until_that_one_is_gone(closed: Path) -> None:
    with process("holder", closed) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with refusing("workspace_in_use"):
            opened(closed)
        other.kill()
        other.wait()
        opened(closed).close()


def test_a_workspace_open_in_this_process_is_refused_by_whatever_name(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.fieldkit"
    link.symlink_to(closed)
    with opened(closed), refusing("workspace_in_use"):
        opened(link)
    opened(link).close()


def test_the_lock_does_not_tell_what_a_workspace_is_called(closed: Path, tmp_path: Path) -> None:
    with Store.open(closed, PASSPHRASE, cost=WEAKEST, state_folder=tmp_path / "state"):
        locks = [entry for entry in (tmp_path / "state").rglob("*") if entry.is_file()]
        assert len(locks) == 1
        assert locks[0].read_bytes() == b""
        assert "case" not in locks[0].name


def test_a_refused_opening_lets_others_in(closed: Path) -> None:
    with refusing("passphrase_or_damage"):
        opened(closed, "wrong")
    opened(closed).close()


def test_the_settings_of_a_connection_are_those_promised(store: Store) -> None:
    promised = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
        "trusted_schema": 0, "fullfsync": 1, "checkpoint_fullfsync": 1, "cipher_memory_security": "1",
    }  # fmt: skip
    assert {name: store._connection.execute(f"PRAGMA {name}")[0][0] for name in promised} == promised
    [(version,)] = store._connection.execute("PRAGMA cipher_version")
    assert version.startswith("4.")
