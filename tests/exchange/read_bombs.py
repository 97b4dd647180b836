"""Read every file of a folder as a table in little memory; write for each its code and its seconds."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from fieldkit.errors import FileProblem
from fieldkit.exchange.sheets import read

MOST_MEMORY = 200_000_000  # bytes, all that a process takes counted (custody)


def main(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    told = []
    for path in sorted(folder.iterdir()):
        began = time.process_time()
        try:
            read(path.read_bytes(), path.name)
            code = ""
        except FileProblem as error:
            code = error.code
        told.append((code, time.process_time() - began))
    sys.stdout.write(json.dumps(told))


main(Path(sys.argv[1]))
