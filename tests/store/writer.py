"""Opens a workspace and writes without end: a line on stdout after each change that was acknowledged."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from fieldkit.model.partner import Promise
from tests.store.workspaces import ROLE, opened


def write(path: Path) -> None:
    with opened(path) as store:
        print("open", flush=True)  # noqa: T201
        for number in count(store.promises.count()):
            store.save(Promise(code=f"P{number}", to="workers", text="word " * 1000), by_role=ROLE)
            print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    write(Path(sys.argv[1]))
