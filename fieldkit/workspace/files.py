"""Writing a file so that its final name never stands for half of it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from fieldkit.errors import FileProblem


def write_whole(out: Path, content: bytes, /) -> None:
    """Write a file, all of it or nothing. Raises `FileProblem` when the target cannot be written."""
    aside = write_aside(out, content)
    try:
        put_in_place(aside, out)
    finally:
        aside.unlink(missing_ok=True)


def write_aside(out: Path, content: bytes, /) -> Path:
    """Write beside the target under a random name, down to the medium, and return that path."""
    if out.is_dir():
        raise FileProblem("cannot_write", path=str(out))
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
