"""The sheets of an XLSX file as texts: what somebody saw in the cells, never a formula."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from fieldkit.errors import FileProblem
from fieldkit.exchange.sheet_guard import guard

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_SHEETS = 50
_LAST_ROW = 1_048_576  # of any sheet; a damaged one may claim more
# What the library says of a file that is well-formed XML and yet no workbook.
_NO_WORKBOOK = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, ParseError,
    RuntimeError, TypeError, ValueError, zipfile.BadZipFile,
)  # fmt: skip


def tables(content: bytes, /) -> Iterator[tuple[str, Iterator[Iterator[str]]]]:
    """Yield each visible sheet: its name and its rows. Read the rows of one before asking for the next.

    Raises `FileProblem` for what is no workbook, or is not safe to read.
    """
    guard(content)
    with _told_as_broken():
        book = _opened(content)
    for sheet in book.worksheets[:_MOST_SHEETS]:
        if sheet.sheet_state == "visible":
            yield str(sheet.title), _rows(sheet)


def _opened(content: bytes) -> Workbook:
    from openpyxl import load_workbook  # here: loading it takes longer than opening a window may

    return load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _rows(sheet: Any) -> Iterator[Iterator[str]]:
    sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
    found = sheet.iter_rows(max_row=_LAST_ROW)
    while True:
        with _told_as_broken():
            row = next(found, None)
            cells = [_written(cell) for cell in row or ()]
        if row is None:
            return
        yield iter(cells)


@contextmanager
def _told_as_broken() -> Iterator[None]:
    """Say of any file the library cannot make sense of that it is broken, and nothing more."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except _NO_WORKBOOK:
        raise FileProblem("table_broken") from None


def _written(cell: Any) -> str:
    """Return the value of a cell as a text: a day as 2026-02-14, half as 50% where the cell shows percent."""
    value = cell.value
    if value is None or isinstance(value, str):
        return "" if value is None or cell.data_type == "e" else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return f"{_number(value * 100)}%" if "%" in (cell.number_format or "") else _number(value)
    return str(value)


def _number(value: float) -> str:
    """Return a number without the noise of binary fractions: 0.35 * 100 is 35."""
    return f"{value:.10g}" if abs(value) < 1e10 else str(value)
