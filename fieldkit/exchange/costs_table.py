"""What sessions cost, as an XLSX file for those who keep the books: codes and amounts, nobody's name.

The first sheet holds the lines, the second the sums, so that a spreadsheet never adds a sum to its own lines.
Every cell is a text or a number: what looks like a formula stays a text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from fieldkit.model.field import Money
from fieldkit.text import Catalogue

if TYPE_CHECKING:  # the library loads when a table is written
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT, _COUNT, _AMOUNT, _RATE = "@", "0", "#,##0.00", "0.######"
_WIDE, _NARROW = 24, 14  # letters
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0xFFFE, 0xFFFF), " ")
_ORIGIN = (1980, 1, 1, 0, 0, 0)  # the first moment an archive can name: nothing of when this one was made
_PROPERTIES = "docProps/core.xml"
_NO_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)

Heads = Sequence[tuple[str, str]]
"""What stands above each column, and how its cells are shown."""


class CostRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of what a session costs."""

    dialogue: str  # code
    session: str  # code
    status: str  # of the session, in words: planned costs are no costs yet
    kind: str  # in words: "Transport"
    item: str
    per_person: Money | None
    heads: int | None
    amount: Money
    rate_to_eur: Decimal | None  # euro for one unit of the currency
    euro: Money | None
    payer: str


class SumRow(msgspec.Struct, frozen=True, kw_only=True):
    """What lines come to in one currency: those of a session, or of all of them."""

    session: str  # code; empty: all sessions together
    status: str  # of the session, in words
    amount: Money
    euro: Money | None  # where it is known of every line


def write(rows: Iterable[CostRow], sums: Iterable[SumRow], words: Catalogue, /) -> bytes:
    """Return the table as an XLSX file. The same rows give the same bytes, on any day and machine."""
    from openpyxl import Workbook

    book = Workbook()
    lines = book.active
    lines.title = words.say("Costs")
    _fill(lines, _line_heads(words), map(_line, rows))
    totals = book.create_sheet(words.say("Totals"))
    _fill(totals, _sum_heads(words), (_sum(each, words) for each in sums))
    return _settled(book)


def _line_heads(words: Catalogue) -> Heads:
    say = words.say
    return (
        (say("Dialogue"), _TEXT),
        (say("Session"), _TEXT),
        (say("Status"), _TEXT),
        (say("Kind"), _TEXT),
        (say("Item"), _TEXT),
        (say("Amount per person"), _AMOUNT),
        (say("People"), _COUNT),
        (say("Amount"), _AMOUNT),
        (say("Currency"), _TEXT),
        (say("Rate to EUR"), _RATE),
        (say("Amount in EUR"), _AMOUNT),
        (say("Paid by"), _TEXT),
    )


def _sum_heads(words: Catalogue) -> Heads:
    say = words.say
    return (
        (say("Session"), _TEXT),
        (say("Status"), _TEXT),
        (say("Amount"), _AMOUNT),
        (say("Currency"), _TEXT),
        (say("Amount in EUR"), _AMOUNT),
    )


def _line(row: CostRow) -> Sequence[object]:
    per_person, amount, euro = _units(row.per_person), _units(row.amount), _units(row.euro)
    about = row.dialogue, row.session, row.status, row.kind, row.item
    return *about, per_person, row.heads, amount, row.amount.currency, row.rate_to_eur, euro, row.payer


def _sum(row: SumRow, words: Catalogue) -> Sequence[object]:
    session = row.session or words.say("All sessions")
    return session, row.status, _units(row.amount), row.amount.currency, _units(row.euro)


def _units(money: Money | None) -> Decimal | None:
    return None if money is None else Decimal(money.minor) / 100


def _fill(sheet: Worksheet, heads: Heads, rows: Iterable[Sequence[object]]) -> None:
    """Put rows below a heading that stays in sight."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for column, (head, form) in enumerate(heads, start=1):
        _put(sheet.cell(1, column), head, _TEXT)
        sheet.cell(1, column).font = Font(name="Calibri", size=11, bold=True)
        width = _WIDE if form == _TEXT and column > 2 else _NARROW
        sheet.column_dimensions[get_column_letter(column)].width = max(width, len(head) + 2)
    for number, row in enumerate(rows, start=2):
        for column, (value, (_, form)) in enumerate(zip(row, heads, strict=True), start=1):
            if value not in (None, ""):
                _put(sheet.cell(number, column), value, form)
    sheet.freeze_panes = "A2"


def _put(cell: Any, value: object, form: str) -> None:
    """Set a cell. A text is declared one, whatever it begins with: a table we write holds no formula."""
    if isinstance(value, str):
        cell.value = value.translate(_CONTROLS)
        cell.data_type = "s"
        cell.quotePrefix = True  # and stays one when somebody edits it
    else:
        cell.value = value
    cell.number_format = form


def _settled(book: Workbook) -> bytes:
    """Return the file without what the library tells: its name, the moment, the clock of this machine."""
    raw, settled = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = _NO_PROPERTIES.encode() if name == _PROPERTIES else before.read(name)
            after.writestr(zipfile.ZipInfo(name, _ORIGIN), content, zipfile.ZIP_DEFLATED)
    return settled.getvalue()
