"""What holds for every test: no screen, no network, nobody's real folders."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

import pytest
from hypothesis import settings

from fieldkit.edge import PASSPHRASE
from tests.commands import Commands
from tests.copies import new_file

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("fieldkit", deadline=None, derandomize=False, max_examples=100, print_blob=True)
settings.load_profile("fieldkit")


class NetworkRefused(AssertionError):
    """A test, or what it tests, reached for a network."""


def _refuse(*_: object, **__: object) -> NoReturn:
    raise NetworkRefused("Fieldkit never opens a socket.")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every way out of this process (custody: no socket is ever opened)."""
    with pytest.MonkeyPatch.context() as patch:
        for way in ("connect", "connect_ex", "bind", "sendto"):
            patch.setattr(socket.socket, way, _refuse)
        for way in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, way, _refuse)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_folders(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home of its own, and no passphrase it did not set."""
    home = Path(mkdtemp(dir=homes))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        folder = home / name.lower()
        folder.mkdir()
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder))
    for name in [name for name in os.environ if name.startswith("FIELDKIT_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def fieldkit(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The commands, on a workspace file that does not exist yet."""
    return Commands(tmp_path, capsys, monkeypatch)


@pytest.fixture
def sample(fieldkit: Commands) -> Commands:
    """The commands, on a workspace that holds the sample dialogues."""
    new_file(fieldkit.workspace, os.environ[PASSPHRASE], sample=True)
    return fieldkit
