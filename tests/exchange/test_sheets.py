"""Tables that somebody hands in: honest ones are read as they look, others are turned away unharmed."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from fieldkit.errors import FileProblem
from fieldkit.exchange import delimited
from fieldkit.exchange.sheets import MOST_LETTERS, Sheet, read
from tests.exchange.workbooks import bombs, saved, workbook, write_bombs

ROOT = Path(__file__).parents[2]
NAMES = [name for name, _, _ in bombs()]


def only(content: bytes, name: str = "list.csv") -> Sheet:
    [sheet] = read(content, name)
    return sheet


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_whatever_separates_its_cells_and_however_its_letters_are_kept(
    separator: str, encoding: str
) -> None:
    text = f'Name{separator}Land\r\nCafé "Zoë"{separator}België\r\n"a{separator}b"{separator}\r\n'
    sheet = only(text.encode(encoding))
    assert sheet.header == ("Name", "Land")
    assert sheet.rows == (('Café "Zoë"', "België"), ("a b" if separator == "\t" else f"a{separator}b", ""))


def test_titles_above_the_heading_and_empty_rows_are_passed_over_and_rows_keep_their_numbers() -> None:
    sheet = only(b"Our suppliers\n\nName,Country\n,,\nAlfa,IN\n\nBeta,NL,more\n")
    assert sheet.header == ("Name", "Country", "")
    assert sheet.rows == (("Alfa", "IN", ""), ("Beta", "NL", "more"))
    assert sheet.numbers == (5, 7)


def test_a_cell_is_one_tidy_line_of_bounded_length() -> None:
    sheet = only(b'a,b\n"  two\n lines\t\x07 ",' + b"x" * 5_000 + b"\n")
    assert sheet.rows == (("two lines", "x" * MOST_LETTERS),)


def test_a_workbook_gives_what_its_cells_show() -> None:
    book = Workbook()
    [sheet] = book.worksheets
    sheet.append(["text", "whole", "half", "share", "day", "moment", "yes", "sum", "wrong"])
    sheet.append(
        ["Alfa", 12.0, 0.5, 0.355, date(2026, 2, 14), datetime(2026, 2, 14, 9), True, "=1+1", "#N/A"]
    )
    sheet["D2"].number_format = "0.0%"
    shown = only(saved(book)).rows[0]
    assert shown == ("Alfa", "12", "0.5", "35.5%", "2026-02-14", "2026-02-14T09:00:00", "yes", "", "")


def test_visible_sheets_are_read_and_hidden_or_empty_ones_are_not() -> None:
    book = Workbook()
    for name in ("Sites", "Secret"):
        sheet = book.create_sheet(name)
        sheet.append(["a", "b"])
        sheet.append([name, "x"])
    book["Secret"].sheet_state = "hidden"
    assert [sheet.name for sheet in read(saved(book), "list.xlsx")] == ["Sites"]


def test_what_a_file_is_its_content_says_not_its_name() -> None:
    assert only(workbook([["a", "b"], ["c", 1]]), "list.csv").rows == (("c", "1"),)
    assert only(b"a,b\nc,1\n", "list.xlsx").rows == (("c", "1"),)


@pytest.mark.parametrize(("content", "code"), [each[1:] for each in bombs()], ids=NAMES)
def test_what_is_no_honest_table_is_turned_away_by_its_own_code(content: bytes, code: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read(content, "list")
    assert problem.value.code == code


def test_every_hostile_file_is_told_within_2_seconds_and_200_megabytes(tmp_path: Path) -> None:
    write_bombs(tmp_path)
    command = [sys.executable, "-m", "tests.exchange.read_bombs", str(tmp_path)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    assert [code for code, _ in told] == [code for _, _, code in bombs()]
    assert {name: seconds for name, (_, seconds) in zip(NAMES, told, strict=True) if seconds > 2} == {}


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_it_fail_in_any_other_way(content: bytes) -> None:
    try:
        sheets = read(content, "list.csv")
    except FileProblem:
        return
    assert all(len(row) == len(sheet.header) for sheet in sheets for row in sheet.rows)


HONEST = workbook([["Supplier", "Country"], ["Alfa", "IN"]])


@settings(max_examples=300)
@given(place=st.integers(0, len(HONEST) - 1), byte=st.integers(0, 255), cut=st.integers(0, 40))
def test_a_damaged_workbook_is_read_or_turned_away_and_never_a_bug(place: int, byte: int, cut: int) -> None:
    damaged = HONEST[:place] + bytes([byte]) + HONEST[place + 1 + cut :]
    try:
        read(damaged, "list.xlsx")
    except FileProblem:
        return


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20).map(
    lambda text: " ".join(text.split())
)


@given(st.lists(st.tuples(CELLS.filter(bool), CELLS.filter(bool)), min_size=1, max_size=5))
def test_what_we_write_as_csv_comes_back_and_holds_no_formula(rows: list[tuple[str, str]]) -> None:
    content = delimited.write([("a", "b"), *rows], separator=";")
    assert only(content).rows == tuple(rows)
    for line in content.decode("utf-8-sig").split("\r\n"):
        assert not line.lstrip('"').startswith(("=", "+", "-", "@"))
