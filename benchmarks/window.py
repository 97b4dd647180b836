"""How long it takes from starting the program until somebody can type, and from Today's data to its page."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.figure import Figure

RUNS = 7
NO_FILE = "/nowhere/new.fieldkit"  # the first run: nothing is there yet


def measure() -> Iterator[Figure]:
    """Yield the time to the gate beside that of a bare window; the two are taken in turns."""
    ours, bare = [], []
    for _ in range(RUNS):
        ours.append(_seconds("benchmarks.do_open_window", NO_FILE))
        bare.append(_seconds("benchmarks.do_bare_window"))
    against = "a bare PySide6 window with one field"
    measured, beside = statistics.median(ours) * 1000, statistics.median(bare) * 1000
    yield Figure("from process start to the unlock window", measured, "ms", beside, against, "<= 2.5 times")


def _seconds(module: str, *arguments: str) -> float:
    start = time.perf_counter()
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()  # the child says when it can be typed in; its end is not waited for
        seconds = time.perf_counter() - start
    assert said == b"ready\n"
    return seconds
