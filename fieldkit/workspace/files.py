"""Writing a file so that its final name never stands for half of it, nor for a workspace that was there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from fieldkit.errors import FileProblem

_COMPANIONS = ("-wal", "-shm", "-journal")
_WORKSPACE = (".fieldkit", ".fieldkit-wal", ".fieldkit-shm")


def write_whole(out: Path, content: bytes, /, *, beside: Path) -> None:
    """Write a file, all of it or nothing. Raises what `write_aside` raises."""
    aside = write_aside(out, content, beside=beside)
    try:
        put_in_place(aside, out)
    finally:
        aside.unlink(missing_ok=True)


def write_aside(out: Path, content: bytes, /, *, beside: Path) -> Path:
    """Write next to the target under a random name, down to the medium, and return that path.

    Raises `FileProblem` when the target cannot be written, or is the workspace that is open (`beside`) or
    any other.
    """
    _refuse_target(out, beside)
    aside = out.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with aside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise FileProblem("cannot_write", path=str(out)) from None
    return aside


def put_in_place(aside: Path, out: Path, /) -> None:
    """Give what was written aside its final name. Raises `FileProblem` when that fails."""
    try:
        aside.replace(out)
    except OSError:
        raise FileProblem("cannot_write", path=str(out)) from None


def place_new(aside: Path, out: Path, /) -> None:
    """Give a new file its name, which nothing else may have. Raises `FileProblem`."""
    try:
        for file in (out, *(out.with_name(out.name + suffix) for suffix in _COMPANIONS)):
            if file.exists():  # a log left behind would be read into the new file
                raise FileProblem("file_exists", path=str(file))
        aside.rename(out)
    except OSError:
        raise FileProblem("cannot_write", path=str(out)) from None


def _refuse_target(out: Path, beside: Path) -> None:
    if not out.name or (out.exists() and not out.is_file()):  # ".", a folder, a device
        raise FileProblem("cannot_write", path=str(out))
    if out.name.endswith(_WORKSPACE) or (out.exists() and out.samefile(beside)):
        raise FileProblem("target_is_a_workspace", path=str(out))
