"""How work grows: eight times as much tells linear from quadratic, whatever else the machine does."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
LINEAR = 24
"""Linear work takes 8 times as long, quadratic 64 times; between them, far from both on a busy machine."""


def growth(work: Callable[[int], object], size: int, /) -> float:
    """Return how much longer work takes on eight times `size`, in time of this process, the best of three."""
    work(size // TIMES)  # warm up
    return min(_seconds(work, TIMES * size) for _ in range(3)) / min(_seconds(work, size) for _ in range(3))


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
