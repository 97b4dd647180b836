"""Whole files: verified copies, a copy brought back, a copy under another key, and a file destroyed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem
from fieldkit.store.connection import (
    COMPANIONS,
    Connection,
    claim,
    create,
    discard,
    keep_name,
    open_,
    salt_of,
)
from fieldkit.store.keys import STRONG, Cost, derive, key_from_words
from fieldkit.store.lock import hold
from fieldkit.store.schema import migrate

Tell = Callable[[float], None]
"""Hears which share (0 to 1) is done; stops the work by raising, and nothing of it is left."""

_NOT_YET_HOME = ("-wal", "-journal")
_BLOCK_BYTES = 1024 * 1024
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def copy(source: Connection, key: bytes, out: Path, tell: Tell, /) -> None:
    """Write a copy under the same key and salt: the same passphrase and the same sheet open it.

    It is read back whole before it gets its name. Raises `FileProblem` (`file_exists`, `cannot_write`,
    `disk_full`) about the copy and `WorkspaceProblem("workspace_damaged")` about the source.
    """
    try:
        with _new(out) as aside:
            with closing(create(aside, key, source.salt)) as target:
                source.copy_into(target, tell)
            verify(aside, key)
    except WorkspaceProblem as problem:
        raise problem.about(source.path) from None


def restore(
    source: Path, out: Path, passphrase: str, *, cost: Cost = STRONG, state_folder: Path | None = None
) -> None:
    """Write a copy of a file that is closed, read back whole and brought to the newest version.

    The source is only read, so it may lie on a medium that takes nothing new. Raises about the source what
    `Store.open` raises, and about the copy `FileProblem` (`file_exists`, `cannot_write`, `disk_full`); then
    nothing is left.
    """
    _restore(source, out, lambda salt: derive(passphrase, salt, cost), state_folder)


def restore_with_words(
    source: Path, out: Path, words: Iterable[str], *, state_folder: Path | None = None
) -> None:
    """Write a copy as `restore` does, by the 24 words of the recovery sheet."""
    key = key_from_words(words)
    _restore(source, out, lambda _salt: key, state_folder)


def renew(path: Path, former: bytes, key: bytes, /) -> bool:
    """Have a copy open with another key; return whether it does.

    If it does not, or if the program is killed half-way, it is as it was.
    """
    try:
        with _aside(path) as aside:
            _copy_bytes(path, aside)
            with closing(open_(aside, former)) as connection:
                connection.rekey(key)
            verify(aside, key)
            _name(aside, path)
    except FieldkitError:  # damaged, of an older passphrase, or no room for it
        return False
    return True


def verify(path: Path, key: bytes, /) -> None:
    """Read a whole file; raise `WorkspaceProblem("workspace_damaged")` if any of it is not as written."""
    with closing(open_(path, key, unreadable="workspace_damaged")) as fresh:
        fresh.check_sound()


def destroy(path: Path, /) -> bool:
    """Write chance over a file, salt and key page first, and remove it; return whether it is gone.

    Flash memory and journaling disks may keep what was written over.
    """
    real = path.resolve()
    for file in (*(real.with_name(real.name + suffix) for suffix in COMPANIONS), real, path):
        with suppress(OSError):
            _write_over(file)
        with suppress(OSError):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        keep_name(real.parent)
    return not (real.exists() or path.is_symlink())


def _restore(source: Path, out: Path, key_for: Callable[[bytes], bytes], state_folder: Path | None) -> None:
    _refuse_target(out)  # before a second is spent on the key
    lock = hold(source, state_folder)
    try:
        key = key_for(salt_of(source))
        with _new(out) as aside:
            _copy_bytes(source, aside)
            with closing(open_(aside, key)) as connection:
                migrate(connection)
            verify(aside, key)
    except WorkspaceProblem as problem:
        raise problem.about(source) from None
    finally:
        lock.release()


def _write_over(file: Path) -> None:
    with file.open("r+b", buffering=0) as stream:
        for start in range(0, file.stat().st_size, _BLOCK_BYTES):
            stream.write(os.urandom(min(_BLOCK_BYTES, file.stat().st_size - start)))
            if start == 0:  # what the key is made of is gone first, whatever happens next
                os.fsync(stream.fileno())
        os.fsync(stream.fileno())


@contextmanager
def _new(out: Path) -> Iterator[Path]:
    """Give what is written aside its name once it is whole; nothing of that name may be there."""
    _refuse_target(out)  # before anything is written
    with _aside(out) as aside:
        yield aside
        _refuse_target(out)
        _name(aside, out)


def _refuse_target(out: Path) -> None:
    if out.name.endswith(COMPANIONS):  # SQLite would take it for part of another file
        raise FileProblem("cannot_write", path=str(out))
    # A log that was left behind would be read into the new file: it may be the only copy of the last minutes.
    for file in (out, *(out.with_name(out.name + suffix) for suffix in COMPANIONS)):
        try:
            taken = file.exists()
        except OSError:
            raise FileProblem("cannot_write", path=str(out)) from None
        if taken:
            raise FileProblem("file_exists", path=str(file))


@contextmanager
def _aside(out: Path) -> Iterator[Path]:
    """Have a file written beside its final place; what goes wrong there is told of the final name."""
    aside = out.with_name(f".{os.urandom(8).hex()}.part")
    try:
        yield aside
    except FileProblem as problem:
        raise problem.about(out) if str(problem.data["path"]).startswith(str(aside)) else problem from None
    finally:
        with suppress(OSError):
            discard(aside)


def _name(aside: Path, out: Path) -> None:
    try:
        aside.replace(out)
        keep_name(out.parent)
    except OSError:
        raise FileProblem("cannot_write", path=str(out)) from None


def _copy_bytes(source: Path, aside: Path) -> None:
    """Copy a file, and what was not yet brought home into it when its program was killed."""
    claim(aside)
    _copy_file(source, aside)
    for suffix in _NOT_YET_HOME:
        log = source.with_name(source.name + suffix)
        if log.is_file():
            _copy_file(log, aside.with_name(aside.name + suffix))


def _copy_file(source: Path, aside: Path) -> None:
    try:
        reading = source.open("rb")
    except OSError:
        raise FileProblem("cannot_read", path=str(source)) from None
    with reading:
        try:
            with aside.open("wb") as writing:
                copyfileobj(reading, writing, _BLOCK_BYTES)
                writing.flush()
                os.fsync(writing.fileno())
        except OSError as error:
            code = "disk_full" if error.errno in _NO_ROOM else "file_unreachable"
            raise FileProblem(code, path=str(aside)) from None
