"""A figure, and how it is taken: in a process of its own, or as the median of many runs."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Figure:
    """What was measured, its yardstick in the same run, and the goal."""

    HEAD: ClassVar[str] = f"{'figure':<52}{'measured':>12}{'yardstick':>12}{'ratio':>8}   goal; yardstick"

    name: str
    value: float
    unit: str
    yardstick: float
    against: str  # what the yardstick is
    goal: str = ""

    def __str__(self) -> str:
        ratio = self.value / self.yardstick if self.yardstick else 0.0
        measured, beside = f"{self.value:.4g} {self.unit}", f"{self.yardstick:.4g} {self.unit}"
        return f"{self.name:<52}{measured:>12}{beside:>12}{ratio:>8.2f}   {self.goal or '-'}; {self.against}"


@dataclass(frozen=True)
class Run:
    """One process from its start to its end."""

    seconds: float
    megabytes: float  # most memory it held at once
    said: str


def in_a_process(module: str) -> Run:
    """Run a module of its own process, three times, and return the median by time."""
    runs = sorted((_once(module) for _ in range(3)), key=lambda run: run.seconds)
    return runs[1]


def _once(module: str) -> Run:
    code = (
        "import json, resource, runpy, sys\n"
        f"runpy.run_module({module!r}, run_name='__main__')\n"
        "most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(json.dumps(most / (1024 if sys.platform != 'darwin' else 1024**2)))\n"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    *said, most = done.stdout.splitlines()
    return Run(seconds, json.loads(most), "\n".join(said))


def median_milliseconds(work: Callable[[], object], runs: int = 50, *, warm: bool = True) -> float:
    """Return the median time of some work, after one run to warm up."""
    if warm:
        work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000
