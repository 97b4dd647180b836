"""A real encrypted workspace for every test, at the least cost of a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldkit.store import Store
from tests.copies import new_store
from tests.store.workspaces import PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workspace of a test lies: alone in its folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "case.fieldkit"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with new_store(path, PASSPHRASE) as store:
        yield store
