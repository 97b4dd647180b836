"""Prints every figure: `make bench`, or `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import advice, calendar, keys, main_job, opening, readiness, screening, tables, window
from benchmarks.figure import Figure


def main() -> None:
    """Measure and print, one line a figure."""
    print(Figure.HEAD)
    for each in (main_job, window, opening, keys, advice, readiness, screening, tables, calendar):
        for figure in each.measure():
            print(figure)


if __name__ == "__main__":
    main()
