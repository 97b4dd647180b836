"""Tables of costs: amounts come through, formulas do not, and the file tells nothing of where it was made."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from fieldkit.exchange import sheets
from fieldkit.exchange.costs_table import CostRow, SumRow, write
from fieldkit.model.field import Money
from fieldkit.text import catalogue

ENGLISH = catalogue("en")
FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "#N/A", '=HYPERLINK("x")')


def row(**more: Any) -> CostRow:
    usual: dict[str, Any] = {
        "dialogue": "D-01", "session": "CC-1", "status": "Planned", "kind": "Transport", "item": "There",
        "per_person": None, "heads": None, "amount": Money(minor=180_000, currency="INR"),
        "rate_to_eur": None, "euro": None, "payer": "",
    }  # fmt: skip
    return CostRow(**usual | more)


def opened(content: bytes) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(content)).worksheets)


def test_each_line_has_its_amounts_as_numbers_in_whole_units() -> None:
    euro = Money(minor=1_764, currency="EUR")
    each = Money(minor=45_050, currency="INR")
    content = write([row(per_person=each, heads=4, rate_to_eur=Decimal("0.0098"), euro=euro)], [], ENGLISH)
    lines, _ = opened(content)
    assert [cell.value for cell in lines[2]] == [
        "D-01", "CC-1", "Planned", "Transport", "There", 450.5, 4, 1800, "INR", 0.0098, 17.64, None,
    ]  # fmt: skip
    assert lines["H2"].number_format == "#,##0.00"


def test_sums_stand_on_a_sheet_of_their_own() -> None:
    amount = Money(minor=1_326_000, currency="INR")
    sums = [
        SumRow(session="CC-1", status="Held", amount=amount, euro=None),
        SumRow(session="", status="", amount=amount, euro=Money(minor=12_995, currency="EUR")),
    ]
    lines, totals = opened(write([row()], sums, ENGLISH))
    assert (lines.title, lines.max_row, totals.title) == ("Costs", 2, "Totals")
    assert [[cell.value for cell in each] for each in totals.iter_rows(min_row=2)] == [
        ["CC-1", "Held", 13260, "INR", None],
        ["All sessions", None, 13260, "INR", 129.95],
    ]


def test_the_table_speaks_dutch() -> None:
    lines, totals = opened(write([row()], [], catalogue("nl")))
    assert (lines.title, totals.title, lines["A1"].value) == ("Kosten", "Totalen", "Dialoog")


SHOWN = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TEXTS = st.sampled_from(FORMULAS) | st.text(SHOWN, max_size=30) | st.text(SHOWN).map("={}".format)


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_whatever_the_words_are_no_cell_is_a_formula(item: str, payer: str) -> None:
    content = write([row(item=item, payer=payer)], [], ENGLISH)
    for sheet in opened(content):
        for cells in sheet.iter_rows():
            assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    [lines, *_] = sheets.read(content, "costs.xlsx")  # our own reader takes it for an honest table
    assert (lines.rows[0][4], lines.rows[0][-1]) == (item.strip(), payer.strip())


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_letter_or_control_character_breaks_the_file(item: str) -> None:
    lines, _ = opened(write([row(item=item)], [], ENGLISH))
    assert lines["B2"].value == "CC-1"


def test_the_file_tells_nothing_of_who_made_it_when_or_where(monkeypatch: pytest.MonkeyPatch) -> None:
    before = write([row()], [], ENGLISH)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert write([row()], [], ENGLISH) == before
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "openpyxl" not in core
    assert "created" not in core
    assert "modified" not in core
