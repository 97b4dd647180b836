"""Changes a passphrase without end: a line on stdout after each change that was acknowledged."""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from fieldkit.store.keys import WEAKEST
from tests.store.workspaces import opened


def rekey(path: Path, current: str, other: str) -> None:
    with opened(path, current) as store:
        print("open", flush=True)  # noqa: T201
        for passphrase in cycle((other, current)):
            store.change_passphrase(passphrase, cost=WEAKEST)
            print(passphrase, flush=True)  # noqa: T201


if __name__ == "__main__":
    rekey(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
