"""How long a large list of suppliers takes to be read and understood."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from openpyxl import Workbook, load_workbook

from benchmarks.figure import Figure, median_milliseconds
from fieldkit.exchange.headings import guess
from fieldkit.exchange.sheets import read
from fieldkit.exchange.supply_table import preview
from fieldkit.workspace.days import read_month

ROWS = 20_000
HEADER = (
    "Supplier code",
    "Supplier",
    "Country",
    "Site",
    "Region",
    "Tier",
    "Workers",
    "% women",
    "Agency workers %",
    "Phone",
)


def _rows() -> Iterator[tuple[str, ...]]:
    yield HEADER
    for number in range(ROWS):
        supplier = f"SUP-{number // 4}", f"Company {number // 4}", "India"
        yield (*supplier, f"Mill {number % 4}", "Northern plain", "3+", "250", "40%", "12", "-")


def _as_csv() -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(_rows())
    return stream.getvalue().encode()


def _as_workbook() -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for row in _rows():
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def measure() -> Iterator[Figure]:
    """Yield the time to read a list as CSV and as XLSX beside the bare libraries, and to understand it."""
    plain, packed = _as_csv(), _as_workbook()
    ours = median_milliseconds(lambda: read(plain, "list.csv"), runs=3)
    bare = median_milliseconds(lambda: list(csv.reader(io.StringIO(plain.decode()))), runs=3)
    yield Figure(f"read {ROWS:,} rows of CSV", ours, "ms", bare, "bare csv", "ratio <= 8")
    slow = median_milliseconds(lambda: _bare(packed), runs=1)
    whole = median_milliseconds(lambda: read(packed, "list.xlsx"), runs=1)
    yield Figure(f"read {ROWS:,} rows of XLSX", whole, "ms", slow, "bare openpyxl", "ratio <= 1.5")
    [sheet] = read(plain, "list.csv")
    understood = median_milliseconds(lambda: preview(sheet, guess(sheet.header), (), read_month), runs=3)
    yield Figure("understand them", understood, "ms", ours, "reading them from CSV", "<= 3,000 ms")


def _bare(content: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return list(book.worksheets[0].iter_rows(values_only=True))
