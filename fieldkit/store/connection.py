"""The one place that speaks to the driver: open, key, settings, and driver errors turned, once, into ours."""

from __future__ import annotations

import os
import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from shutil import disk_usage
from stat import S_ISREG
from typing import Any

import sqlcipher3.dbapi2 as driver

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem
from fieldkit.store.keys import SALT_BYTES

# sqlite-utils takes a driver called pysqlite3 where it finds one, and Python's own otherwise. Under that name
# it is handed SQLCipher's, so that the errors and transactions it knows are those of the connection it gets.
# With Python's own some of its calls misbehave, and one leaves a transaction open without a word.
sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = driver

from sqlite_utils import Database  # noqa: E402

Row = tuple[Any, ...]

PAGE_BYTES = 4096
BUSY_SECONDS = 5.0  # how long one thread waits for another's write
COMPANIONS = ("-wal", "-shm", "-journal")  # what may lie beside the file while it is open
_PAGES_AT_ONCE = 1024  # of a copy, between two looks at whether it is still wanted
_PLAIN_HEADER = b"SQLite format 3\0"

# Before the key is given; the driver's own log could otherwise go to the screen.
_BEFORE_KEY = ("cipher_log_level = NONE", "cipher_memory_security = ON")
_SETTINGS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


class Connection:
    """One open connection to one workspace file, of one thread.

    Whatever fails in the driver leaves it as a `FieldkitError` that holds the path and nothing else.
    """

    def __init__(self, path: Path, raw: driver.Connection) -> None:
        self.path = path
        self._db = Database(raw, strict=True, execute_plugins=False)

    def execute(self, sql: str, values: Sequence[object] = (), /) -> list[Row]:
        """Run one statement and return its rows."""
        with driver_errors(self.path):
            return self._db.execute(sql, values).fetchall()

    def script(self, sql: str, /) -> None:
        """Run several statements within the transaction that is open."""
        for statement in _statements(sql):
            self.execute(statement)

    def insert(self, table: str, row: Mapping[str, object], /) -> None:
        """Add a row."""
        columns = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" for _ in row)
        self.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', list(row.values()))

    def update(self, table: str, id: str, changes: Mapping[str, object], /) -> None:
        """Change these columns of the row with this id."""
        columns = ", ".join(f'"{name}" = ?' for name in changes)
        self.execute(f'UPDATE "{table}" SET {columns} WHERE id = ?', [*changes.values(), id])

    def delete(self, table: str, id: str, /) -> None:
        """Remove the row with this id."""
        self.execute(f'DELETE FROM "{table}" WHERE id = ?', [id])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what happens inside, or nothing. May stand inside another one."""
        with driver_errors(self.path):
            if self._db.conn.in_transaction:
                with self._db.atomic():
                    yield
            else:
                # At once as a writer: a transaction that reads first can fail later because another wrote.
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._db.commit()
                except BaseException:
                    self._db.rollback()
                    raise

    def checkpoint(self) -> None:
        """Bring everything home into the one file. Raises `workspace_in_use` if another thread writes."""
        [(busy, _, _)] = self.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise WorkspaceProblem("workspace_in_use", path=str(self.path))

    @property
    def salt(self) -> bytes:
        """The salt of the file, as the driver has it.

        An open file is never read beside the driver: closing it again would drop SQLite's own locks.
        """
        [(salt,)] = self.execute("PRAGMA cipher_salt")
        return bytes.fromhex(salt)

    def copy_into(self, other: Connection, tell: Callable[[float], None], /) -> None:
        """Copy every page into another file; what changes meanwhile is copied again.

        `tell` hears which share (0 to 1) is done, and stops the copy by raising. Not inside a transaction,
        where the driver would wait for ever.
        """
        if self._db.conn.in_transaction:
            raise RuntimeError("a copy inside a transaction waits for ever")
        with driver_errors(other.path):
            self._db.conn.backup(
                other._db.conn,
                pages=_PAGES_AT_ONCE,
                progress=lambda _status, left, total: tell(1 - left / total if total else 1.0),
            )

    def rekey(self, key: bytes, /) -> None:
        """Encrypt every page under another key, all or nothing; the salt stays.

        Raises `workspace_in_use` while anybody else is connected, whose key would no longer be right, and
        `disk_full`: it takes as much room again as the file. Not inside a transaction.
        """
        self.execute("PRAGMA journal_mode = DELETE")  # only for one who is alone with the file
        self.execute("PRAGMA journal_mode = WAL")
        with driver_errors(self.path):
            # Not through sqlite-utils, whose tracers see statements.
            answer = self._db.conn.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()
        if answer != [("ok",)]:
            raise RuntimeError("the driver did not take the new key")

    def check_sound(self) -> None:
        """Read every page and raise `WorkspaceProblem("workspace_damaged")` if anything is not as written.

        Neither check is enough alone: the first misses a cut between two pages, the second free pages.
        """
        damage = self.execute("PRAGMA cipher_integrity_check")
        damage += self.execute("PRAGMA foreign_key_check")
        if damage or self.execute("PRAGMA integrity_check") != [("ok",)]:
            raise WorkspaceProblem("workspace_damaged", path=str(self.path))

    def close(self) -> None:
        """Close; an unfinished transaction never happened."""
        with driver_errors(self.path):
            self._db.close()


def salt_of(path: Path, /) -> bytes:
    """Return the salt that stands in the first 16 bytes of a workspace file.

    Raises `FileProblem` (`file_missing`, `cannot_read`) and `WorkspaceProblem("not_a_workspace")` for a file
    that is too small, a plain SQLite file or a text.
    """
    try:
        if not S_ISREG(path.stat().st_mode):  # a folder, or a device that would never end
            raise WorkspaceProblem("not_a_workspace", path=str(path))
        with path.open("rb") as stream:
            head = stream.read(PAGE_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise FileProblem("file_missing", path=str(path)) from None
    except OSError:
        raise FileProblem("cannot_read", path=str(path)) from None
    if len(head) < PAGE_BYTES or head.startswith(_PLAIN_HEADER) or _is_text(head):
        raise WorkspaceProblem("not_a_workspace", path=str(path))
    return head[:SALT_BYTES]


def create(path: Path, key: bytes, salt: bytes, /) -> Connection:
    """Return a connection to a new, empty, encrypted file that only its owner may read.

    Raises `FileProblem` (`file_exists`, `cannot_write`, `disk_full`) and
    `WorkspaceProblem("encryption_missing")`; then no file is left.
    """
    claim(path)
    try:
        _connect(path, key + salt, unreadable="workspace_damaged").close()
        with path.open("rb") as stream:
            if stream.read(SALT_BYTES) != salt:
                raise WorkspaceProblem("encryption_missing", path=str(path))
        keep_name(path.parent)
        return open_(path, key)
    except BaseException:
        discard(path)
        raise


def open_(path: Path, key: bytes, /, *, unreadable: str = "passphrase_or_damage") -> Connection:
    """Return a connection to an existing file.

    `unreadable` is the code for a first page the key does not open: a wrong key and a damaged page cannot
    be told apart. Raises `WorkspaceProblem` (that code, `workspace_damaged`, `workspace_in_use`) and
    `FileProblem` (`file_missing`, `medium_read_only`).
    """
    if not path.exists():
        raise FileProblem("file_missing", path=str(path))
    if not os.access(path, os.W_OK):
        raise FileProblem("medium_read_only", path=str(path))
    try:
        return _connect(path, key, unreadable=unreadable)
    except FileProblem as problem:
        if problem.code == "cannot_write":  # what the driver says of a folder that takes no new file
            raise FileProblem("medium_read_only", path=str(path)) from None
        raise


def discard(path: Path, /) -> None:
    """Remove a file that was not finished, and what lies beside it."""
    for suffix in ("", *COMPANIONS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def claim(path: Path, /) -> None:
    """Make an empty file, so that nobody else's is overwritten and nobody else may read it.

    Raises `FileProblem` (`file_exists`, `cannot_write`).
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise FileProblem("file_exists", path=str(path)) from None
    except OSError:
        raise FileProblem("cannot_write", path=str(path)) from None


def keep_name(folder: Path, /) -> None:
    """Let a new name, or one that is gone, survive a power cut too, where a folder can be written through."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # not every file system can
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def driver_errors(path: Path, /, *, unreadable: str = "workspace_damaged") -> Iterator[None]:
    """Turn every error of the driver into one of ours. None of them repeats a statement or a value."""
    try:
        yield
    except driver.Error as error:
        name = getattr(error, "sqlite_errorname", None) or _NAMES.get(str(error), type(error).__name__)
        raise _ours(name, path, unreadable) from None


_NAMES = {  # of errors for which the driver has only SQLite's words: those of a copy
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database is locked": "SQLITE_BUSY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
_ROOM_TO_OPEN = 64 * 1024  # bytes: what the index of the write-ahead log takes at least


def _ours(name: str, path: Path, unreadable: str) -> Exception:
    problems: dict[str, tuple[type[FieldkitError], str]] = {
        "SQLITE_FULL": (FileProblem, "disk_full"),
        "SQLITE_IOERR_SHMSIZE": (FileProblem, "disk_full"),  # no room for the index of the write-ahead log
        "SQLITE_IOERR": (FileProblem, "file_unreachable"),
        "SQLITE_READONLY": (FileProblem, "cannot_write"),
        "SQLITE_CANTOPEN": (FileProblem, "cannot_write"),
        "SQLITE_PERM": (FileProblem, "cannot_write"),
        "SQLITE_BUSY": (WorkspaceProblem, "workspace_in_use"),
        "SQLITE_LOCKED": (WorkspaceProblem, "workspace_in_use"),
        "SQLITE_CORRUPT": (WorkspaceProblem, "workspace_damaged"),
        "SQLITE_NOTADB": (WorkspaceProblem, unreadable),
    }
    general = "_".join(name.split("_")[:2])
    found = problems.get(name) or problems.get(general)
    if found is None:
        return RuntimeError(f"the store was used wrongly: {name}")
    kind, code = found
    if code == "file_unreachable" and disk_usage(path.parent).free < _ROOM_TO_OPEN:
        code = "disk_full"  # a wholly full disk answers like one that was pulled out
    return kind(code, path=str(path))


def _connect(path: Path, secret: bytes, *, unreadable: str) -> Connection:
    # "rw": a file that vanished meanwhile must not come back empty.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    with driver_errors(path, unreadable=unreadable):
        raw = driver.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            for setting in _BEFORE_KEY:
                raw.execute(f"PRAGMA {setting}")
            if raw.execute("PRAGMA cipher_version").fetchone() is None:
                raise WorkspaceProblem("encryption_missing", path=str(path))
            # Here and not through sqlite-utils, whose tracers see statements.
            raw.execute(f"PRAGMA key = \"x'{secret.hex()}'\"")
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            for setting in _SETTINGS:
                raw.execute(f"PRAGMA {setting}")
            return Connection(path, raw)
        except BaseException:
            raw.close()
            raise


@lru_cache(maxsize=32)
def _statements(script: str) -> tuple[str, ...]:
    """Return the statements of a script, each whole.

    The driver's own way would end the transaction that is open, and that of sqlite-utils looks at all of a
    statement again after each of its letters, which takes longer than running it.
    """
    whole, begun = [], ""
    for piece in re.split(r"(?<=;)", script):
        begun += piece
        if driver.complete_statement(begun):  # not within a trigger, a text or a comment
            whole.append(begun)
            begun = ""
    return (*whole, begun) if begun.strip() else tuple(whole)


def _is_text(head: bytes) -> bool:
    try:
        # The page may end within a character; a wiped page of zeros is no text.
        return "\0" not in getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
