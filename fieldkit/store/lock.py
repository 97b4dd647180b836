"""A second process is kept out of a workspace that is open.

The lock is a file of its own in the user's state folder. A lock on the workspace file itself would take
SQLite's own locks away with it when it is closed.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from fieldkit.errors import FileProblem, WorkspaceProblem


def hold(path: Path, state_folder: Path | None = None, /) -> FileLock:
    """Return the lock on a workspace, held until its `release()` or until this process ends.

    `state_folder` is where locks lie; the user's own state folder unless said otherwise. The lock's name is
    a hash, so that it tells nobody what a workspace is called. Raises
    `WorkspaceProblem("workspace_in_use")` when somebody else holds it, also within this process, and
    `FileProblem("cannot_write")` when there is no place for it.
    """
    folder = (state_folder or user_state_path("fieldkit", appauthor=False)) / "locks"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(folder / f"{_name(path)}.lock", timeout=0, mode=0o600, thread_local=False)
        lock.acquire()
    except Timeout:
        raise WorkspaceProblem("workspace_in_use", path=str(path)) from None
    except OSError:
        raise FileProblem("cannot_write", path=str(folder)) from None
    return lock


def _name(path: Path) -> str:
    """The same name for the same file, by whichever link or spelling it is reached."""
    real = os.path.normcase(os.path.realpath(path))
    return sha256(os.fsencode(real)).hexdigest()[:32]
