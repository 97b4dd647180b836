"""New workspaces as copies of one made once: encrypted files like any, without all the steps of making one.

For tests of something else. What is made is tested where it is made: in `tests/store` and `tests/workspace`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldkit.store import Clock, Store, now
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace


def new_workspace(path: Path, passphrase: str, setup: Setup, *, sample: bool = False) -> Workspace:
    """Return what `Workspace.create` returns, where the key is quick to derive."""
    return Workspace.open(new_file(path, passphrase, sample=sample), passphrase, setup)


def new_store(path: Path, passphrase: str, *, state_folder: Path | None = None, clock: Clock = now) -> Store:
    """Return what `Store.create` returns, where the key is quick to derive."""
    file = new_file(path, passphrase)
    return Store.open(file, passphrase, cost=WEAKEST, state_folder=state_folder, clock=clock)


def new_file(path: Path, passphrase: str, *, sample: bool = False) -> Path:
    """Put a workspace file there that nobody has open."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(_once(passphrase, sample=sample))
    return path


@cache
def _once(passphrase: str, *, sample: bool) -> bytes:
    with TemporaryDirectory() as name:
        file = Path(name, "once.fieldkit")
        setup = Setup(cost=WEAKEST, state_folder=Path(name), data_folder=Path(name))
        Workspace.create(file, passphrase, setup, sample=sample).lock()
        return file.read_bytes()
