"""Opens a workspace, says so on stdout, and holds it until its stdin ends."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store.workspaces import opened


def hold(path: Path) -> None:
    with opened(path):
        print("open", flush=True)  # noqa: T201
        sys.stdin.read()


if __name__ == "__main__":
    hold(Path(sys.argv[1]))
