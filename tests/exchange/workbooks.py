"""XLSX files for tests: honest ones made by openpyxl, and ones in which a part is something else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(rows: Sequence[Sequence[Any]], title: str = "List") -> bytes:
    """An XLSX file with one sheet."""
    book = Workbook()
    [sheet] = book.worksheets
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_parts(parts: Mapping[str, bytes]) -> bytes:
    """An XLSX file in which some parts are others than openpyxl wrote."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["a", "b"], [1, 2]]))) as honest,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in (*honest.namelist(), *(name for name in parts if name not in honest.namelist())):
            made.writestr(name, parts[name] if name in parts else honest.read(name))
    return stream.getvalue()


def sheet_of(inner: bytes, before: bytes = b"") -> bytes:
    return b'%s<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (before, _MAIN.encode(), inner)


@cache
def bombs() -> tuple[tuple[str, bytes, str], ...]:
    """Return hostile and damaged files: a name, the bytes, and the code by which each is turned away."""
    return tuple(_bombs())


def _bombs() -> Iterator[tuple[str, bytes, str]]:
    honest = workbook([["Supplier", "Country"], ["Alfa", "IN"]])
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    lol = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">' + laughs + b"]>"
    outside = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    cell = b"<c><v>1</v></c>"
    yield (
        "a billion laughs",
        with_parts({SHEET: sheet_of(b"<row><c><v>&l9;</v></c></row>", lol)}),
        "table_unsafe",
    )
    yield "an outer entity", with_parts({SHEET: sheet_of(b"<row/>", outside)}), "table_unsafe"
    in_utf16 = (
        sheet_of(b"<row/>", b'<?xml version="1.0" encoding="UTF-16"?>' + outside).decode().encode("utf-16")
    )
    yield "an entity in UTF-16", with_parts({SHEET: in_utf16}), "table_unsafe"
    yield "one swollen part", with_parts({"xl/media/a.bin": bytes(45_000_000)}), "table_unpacks_too_big"
    floods = {f"xl/media/{n}.bin": bytes(30_000_000) for n in range(2)}
    yield "several swollen parts", with_parts(floods), "table_unpacks_too_big"
    wide = b"<row>" + cell * 450_000 + b"</row>"
    yield "a row without end", _barely_packed({SHEET: sheet_of(wide)}), "table_too_many_cells"
    strings = b'<sst xmlns="%s">' % _MAIN.encode() + b"<si><t>a</t></si>" * 450_000 + b"</sst>"
    yield "strings without end", _barely_packed({"xl/sharedStrings.xml": strings}), "table_too_many_cells"
    deep = sheet_of(b"<a>" * 100_000 + b"</a>" * 100_000)
    yield "depth without end", _barely_packed({SHEET: deep}), "table_too_complex"
    yield "elements without end", _barely_packed({SHEET: sheet_of(b"<a/>" * 3_000_000)}), "table_too_complex"
    yield "cut", honest[: len(honest) // 2], "table_broken"
    yield "no sheet where it should be", with_parts({SHEET: b""}), "table_broken"
    yield "a sheet that is no XML", with_parts({SHEET: b"not at all"}), "table_broken"
    yield (
        "a number that is none",
        with_parts({SHEET: sheet_of(b"<row><c><v>x</v></c></row>")}),
        "table_broken",
    )
    yield (
        "a string that is not there",
        with_parts({SHEET: sheet_of(b'<row><c t="s"><v>99</v></c></row>')}),
        "table_broken",
    )
    yield (
        "a row number of 5,000 digits",
        with_parts({SHEET: sheet_of(b'<row r="%s"/>' % (b"9" * 5000))}),
        "table_broken",
    )
    yield "another kind of archive", _archive({"word/document.xml": b"<d/>"}), "table_foreign"
    yield "an empty archive", _archive({}), "table_foreign"
    yield (
        "an OLE file with a lock",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "table_encrypted",
    )
    yield "an old Excel file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "table_old_excel"
    yield "a PDF", b"%PDF-1.7\n", "table_foreign"
    yield "a picture", b"\x89PNG\r\n\x1a\n", "table_foreign"
    yield "a web page", b"\n<!DOCTYPE html><table>", "table_foreign"
    yield "too many bytes", b"a,b\n" * 5_000_001, "file_too_big"
    yield "too many rows", b"a,b\n" * 50_002, "table_too_many_rows"
    yield "too many columns", b"a," * 100 + b"b\n", "table_too_many_columns"
    yield "cells without end", b"," * 5_000_001, "table_too_many_cells"
    yield "a quote without end", b'a,b\n"' + b"x,\n" * 200_000, "table_quote_open"
    yield "bytes", b"a,b\n\0\1\2", "table_not_text"
    yield "half of UTF-16", b"\xff\xfea\x00,", "table_not_text"
    yield "nothing", b"", "table_empty"
    yield "one column", b"a\nb\nc\n", "table_empty"


def write_bombs(folder: Path) -> None:
    for number, (_, content, _) in enumerate(bombs()):
        (folder / f"{number:02}").write_bytes(content)


def _barely_packed(parts: Mapping[str, bytes]) -> bytes:
    """An XLSX file that no look at its sizes gives away."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_parts(parts))) as swollen, zipfile.ZipFile(stream, "w") as made:
        for name in swollen.namelist():
            made.writestr(name, swollen.read(name))
    return stream.getvalue()


def _archive(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()
