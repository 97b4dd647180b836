"""A table that somebody hands in, XLSX or CSV, as plain texts under a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from fieldkit.errors import FileProblem
from fieldkit.exchange import delimited, workbook
from fieldkit.exchange.sheet_guard import MOST_CELLS

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 100
MOST_LETTERS = 2_000
"""Characters of a cell that are kept. No field that a table fills takes more than 300, so a longer cell is
refused where it matters and does no harm where it does not."""

_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel before 2007, and anything locked with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    b"%pdf",
    b"\x89png",
    b"\xff\xd8\xff",
    b"gif8",
    b"\x1f\x8b",
    b"{\\rtf",
    b"<?xml",
    b"<!doc",
    b"<html",
)
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")

Cells = tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One table: its heading and the rows below it that are not empty, all equally wide."""

    name: str
    header: Cells
    rows: tuple[Cells, ...]
    numbers: tuple[int, ...]  # of each row in the file, counted from 1 as a spreadsheet does


def read(content: bytes, file_name: str, /) -> tuple[Sheet, ...]:
    """Return the tables of an XLSX or CSV file; what it is, its content says.

    The heading is the first row with at least two filled cells; titles above it are passed over. Formulas
    give the value they had when the file was saved.

    Raises `FileProblem`: `file_too_big`, `table_too_many_rows`, `table_too_many_columns`,
    `table_too_many_cells`, `table_too_complex`, `table_unpacks_too_big`, `table_unsafe`, `table_broken`,
    `table_encrypted`, `table_old_excel`, `table_foreign`, `table_not_text`, `table_quote_open`,
    `table_empty`.
    """
    if len(content) > MOST_BYTES:
        raise FileProblem("file_too_big", most=MOST_BYTES // 1_000_000)
    if content.startswith(_OLE) and _LOCKED in content:
        raise FileProblem("table_encrypted")
    if content.startswith(_OLE):
        raise FileProblem("table_old_excel")
    if content[:200].lstrip().lower().startswith(_FOREIGN):
        raise FileProblem("table_foreign")
    tables = _tables(content, file_name)
    sheets = tuple(sheet for name, rows in tables if (sheet := _sheet(name, rows)) is not None)
    if not sheets:
        raise FileProblem("table_empty")
    return sheets


def _tables(content: bytes, file_name: str) -> Iterator[tuple[str, Iterable[Iterable[str]]]]:
    if content.startswith(_ARCHIVE):
        yield from workbook.tables(content)
    else:
        yield file_name.rpartition(".")[0] or file_name, delimited.rows(content)


def _sheet(name: str, rows: Iterable[Iterable[str]]) -> Sheet | None:
    """Return what stands in the rows of one table, or None if none of them could be a heading."""
    filled = _filled(rows)
    header = next((cells for _, cells in filled if sum(map(bool, cells)) > 1), None)
    if header is None:
        return None
    below = list(islice(filled, MOST_ROWS + 1))
    if len(below) > MOST_ROWS:
        raise FileProblem("table_too_many_rows", most=MOST_ROWS)
    width = max(map(len, (header, *(cells for _, cells in below))))
    return Sheet(
        name=name,
        header=_wide(header, width),
        rows=tuple(_wide(cells, width) for _, cells in below),
        numbers=tuple(number for number, _ in below),
    )


def _filled(rows: Iterable[Iterable[str]]) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that hold something, with their numbers, tidied and without empty cells at the end."""
    total = 0
    for number, row in enumerate(rows, start=1):
        cells = [_tidy(cell) if cell else "" for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise FileProblem("table_too_many_columns", most=MOST_COLUMNS)
        total += len(cells)
        if total > MOST_CELLS:
            raise FileProblem("table_too_many_cells", most=MOST_CELLS)
        if cells:
            yield number, tuple(cells)


def _tidy(cell: str) -> str:
    """Return a cell on one line, without control characters and doubled spaces."""
    cut = cell[:MOST_LETTERS]
    if cut.isprintable() and "  " not in cut:  # nearly every cell, and six times as fast
        return cut.strip()
    return " ".join(cut.translate(_CONTROLS).split())


def _wide(cells: Cells, width: int) -> Cells:
    return cells + ("",) * (width - len(cells))
