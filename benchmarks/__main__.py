"""Prints every figure: `make bench`, or `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import advice, keys, main_job, screening
from benchmarks.figure import Figure


def main() -> None:
    """Measure and print, one line a figure."""
    print(Figure.HEAD)
    for measure in (main_job.measure, keys.measure, advice.measure, screening.measure):
        for figure in measure():
            print(figure)


if __name__ == "__main__":
    main()
