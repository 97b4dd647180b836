"""How work grows: eight times as much tells linear from quadratic, whatever else the machine does."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
LINEAR = 24
"""Linear work takes 8 times as long, quadratic 64 times; between them, far from both on a busy machine."""


def growth(work: Callable[[int], object], size: int, /) -> float:
    """Return how much longer work takes on eight times `size`, in time of this process, the best of three.

    What was linear once is not tried again: the best of three would be no worse.
    """
    work(size // TIMES)  # warm up
    least = min(_seconds(work, size) for _ in range(3))
    best = _seconds(work, TIMES * size) / least
    for _ in range(2):
        if best >= LINEAR:
            best = min(best, _seconds(work, TIMES * size) / least)
    return best


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
