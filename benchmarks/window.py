"""How long it takes from starting the program until somebody can type."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure

RUNS = 9
NO_FILE = "/nowhere/new.fieldkit"  # the first run: nothing is there yet


def measure() -> Iterator[Figure]:
    """Yield the time to the gate beside that of a bare window; the two are taken in turns."""
    ours, bare = [], []
    with TemporaryDirectory() as compiled:
        surroundings = _installed(compiled)
        for _ in range(RUNS + 1):
            ours.append(_seconds(surroundings, "benchmarks.do_open_window", NO_FILE))
            bare.append(_seconds(surroundings, "benchmarks.do_bare_window"))
    against = "a bare PySide6 window with one field"
    measured, beside = (statistics.median(each[1:]) * 1000 for each in (ours, bare))  # the first compiles
    yield Figure("from process start to the unlock window", measured, "ms", beside, against, "<= 2.5 times")


def _installed(compiled: str) -> Mapping[str, str]:
    """Return surroundings in which all code is compiled, as it is where a program was installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept, "PYTHONPYCACHEPREFIX": compiled}


def _seconds(surroundings: Mapping[str, str], module: str, *arguments: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", module, *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=surroundings, **pipes) as child:  # type: ignore[call-overload]
        said = child.stdout.readline()  # the child says when it can be typed in; its end is not waited for
        seconds = time.perf_counter() - start
    assert said == b"ready\n"
    return float(seconds)
