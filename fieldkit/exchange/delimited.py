"""CSV as spreadsheets write it: comma, semicolon or tab; UTF-8, UTF-16 or the old Windows letters."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fieldkit.errors import FileProblem

_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = ",;\t"
_TRIED_LETTERS = 50_000  # of the beginning, to find the separator
_TRIED_ROWS = 50
_MOST_SEPARATORS = 5_000_000  # 50,000 rows of 100 columns
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SHIELDED = re.compile(r"'+[=+\-@\t\r]")


def rows(content: bytes, /) -> Iterator[Iterator[str]]:
    """Yield the rows of a CSV file, without the `'` that keeps a cell from being taken for a formula.

    Raises `FileProblem`: `table_not_text`, `table_too_many_cells`, `table_quote_open`.
    """
    encoding, text = _decoded(content)
    separator = _separator(text)
    if text.count(separator) > _MOST_SEPARATORS:
        raise FileProblem("table_too_many_cells", most=_MOST_SEPARATORS)
    # Not from the text: a stream of it would take four bytes a letter.
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(content), encoding, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield map(_unshielded, row)
    except csv.Error:  # a cell of more than 131,072 characters
        raise FileProblem("table_quote_open", line=reader.line_num) from None


def write(rows: Iterable[Sequence[str]], /, *, separator: str) -> bytes:
    """Return rows as CSV that a spreadsheet opens with the right letters and takes for texts alone.

    What a spreadsheet would take for a formula gets a `'` in front (custody: a table we write holds none).
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    writer.writerows([_shielded(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _shielded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unshielded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _SHIELDED.match(cell) else cell


def _decoded(content: bytes) -> tuple[str, str]:
    """Return how the letters are kept, and the text."""
    encodings = ("utf-16",) if content.startswith(_MARKS_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return encoding, text
    raise FileProblem("table_not_text")


def _separator(text: str) -> str:
    """Return the separator by which most of the first rows fall into the same number of cells."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text[:_TRIED_LETTERS], separator))


def _evenness(beginning: str, separator: str) -> tuple[int, int]:
    """Return how many rows have the most frequent number of cells above one, and that number."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(beginning, newline=""), delimiter=separator):
            widths[len(row)] += len(row) > 1
            if widths.total() == _TRIED_ROWS:
                break
    except csv.Error:
        return 0, 0
    return max(((rows, width) for width, rows in widths.items() if rows), default=(0, 0))
