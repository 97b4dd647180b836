"""Reads everything out of the bytes of a PDF, and says whether any byte is left over (RQ-115).

The extractors follow the table of objects and overlook what it does not name. Here the bytes are read
from the first to the last: each belongs to an object, to the table, or to the frame of the file.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from fieldkit.airlock.pdf_syntax import END, SPACE, Name, Reference, Value, readings, value_at, values, within
from fieldkit.errors import FileProblem

MOST = 4_000_000
"""Bytes, packed or unpacked; a brief has less than 200,000."""

_SPACES = re.compile(SPACE + rb"*")
_HEADER = re.compile(
    rb"%PDF-1\.\d\r?\n(?:%\x93\x8c\x8b\x9e ReportLab Generated PDF document \(opensource\)\n)?"
)
_COMMENT = b"% ReportLab generated PDF document -- digest (opensource)\n"
_OBJECT = re.compile(rb"(\d{1,9})" + SPACE + rb"+(\d{1,5})" + SPACE + rb"+obj" + END)
_OBJECT_ENDS = re.compile(SPACE + rb"*endobj" + END)
_STREAM = re.compile(SPACE + rb"*stream\r?\n")
_STREAM_ENDS = re.compile(rb"\r?\n?endstream" + END)
_TABLE = re.compile(rb"xref\s+0\s+(\d{1,9})\s+((?:\d{10} \d{5} [fn](?: \r| \n|\r\n))*)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([fn])")
_TRAILER = re.compile(rb"trailer" + END)
_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF" + SPACE + rb"*\Z")
_PART = re.compile(rb"(?<=[\0\t\n\f\r j])(?:\d{1,9}" + SPACE + rb"+\d{1,5}" + SPACE + rb"+obj|xref|trailer)")
_LETTER_TABLE = b"/CIDInit /ProcSet findresource begin"
# Among other bytes only plain writing is taken for a string or name: the rest is chance.
_LOOKS_LIKE_A_VALUE = re.compile(
    rb"\((?:[ -'*-\[\]-~]|\\[ -~])+\)|<[0-9A-Fa-f\s]{8,}>|/[A-Za-z]{5}[^\0\t\n\f\r ()<>\[\]{}/%]*"
)
_MOST_UNEXPLAINED = 50  # places; each may cost one more look at the whole


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One object as it stands in the bytes."""

    number: int
    at: int  # offset of its first byte
    value: Value
    stream: bytes | None = None  # unpacked as far as that could be done
    whole: bool = True  # whether the stream was unpacked to its last byte


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that stands in the bytes."""

    parts: tuple[Part, ...]
    trailers: tuple[dict[str, Value], ...]
    explained: bool  # whether every byte belongs to what the table of objects names, or to the frame
    names: frozenset[str]  # every name, those of keys and of drawings included
    strings: tuple[bytes, ...]  # every string of the objects and trailers but the mark of the file
    codes: tuple[bytes, ...]  # the strings of drawings, which number letters; the mark of the file
    info: dict[str, str]  # what the file says about itself


def read(pdf: bytes, /) -> Contents:
    """Return all objects, named by the table or not.

    Raises `FileProblem("not_a_pdf")` when it is larger than `MOST`, as it stands or once unpacked.
    """
    if len(pdf) > MOST:
        raise FileProblem("not_a_pdf")
    scan = _Scan(pdf)
    scan.run()
    trailers = tuple(scan.trailers)
    owned = (*({**trailer, "/ID": None} for trailer in trailers), *(part.value for part in scan.parts))
    plain = _telling(inner for value in owned for inner in within(value))
    drawn = _telling(inner for part in scan.parts for inner in _in_drawing(part.stream or b""))
    marks = _telling(inner for trailer in trailers for inner in within(trailer.get("/ID")))
    return Contents(
        parts=tuple(scan.parts),
        trailers=trailers,
        explained=scan.explained and scan.fits(),
        names=plain.names | drawn.names | marks.names,
        strings=plain.strings,
        codes=drawn.strings + marks.strings,
        info=_info(trailers, {part.number: part.value for part in scan.parts}),
    )


class _Telling(NamedTuple):
    names: frozenset[str]
    strings: tuple[bytes, ...]


def _telling(found: Iterator[Value]) -> _Telling:
    """Return what may hold words, and let go of the numbers."""
    names: set[str] = set()
    strings: list[bytes] = []
    for value in found:
        if isinstance(value, Name):
            names.add(value)
        elif isinstance(value, bytes) and value:
            strings.append(value)
    return _Telling(frozenset(names), tuple(strings))


def _info(trailers: Iterable[dict[str, Value]], values_by_number: dict[int, Value]) -> dict[str, str]:
    found = (value for value in values_by_number.values() if isinstance(value, dict) and "/Root" in value)
    told: dict[str, str] = {}
    for owner in (*trailers, *found):
        info = owner.get("/Info")
        info = values_by_number.get(info.number) if isinstance(info, Reference) else info
        for key, value in info.items() if isinstance(info, dict) else ():
            told[key] = next(readings(value)) if isinstance(value, bytes) else str(value)
    return told


class _Scan:
    """One walk over the bytes, from the first to the last."""

    def __init__(self, pdf: bytes) -> None:
        tail = max(pdf.rfind(b"trailer"), 0)
        self._pdf = pdf[:tail] + pdf[tail:].replace(_COMMENT, b" " * len(_COMMENT), 1)
        self._room = MOST
        self._unexplained = 0
        self._tables: list[tuple[int, bytes, int]] = []
        self._ends: list[int] = []
        self.parts: list[Part] = []
        self.trailers: list[dict[str, Value]] = []

    @property
    def explained(self) -> bool:
        return not self._unexplained

    def run(self) -> None:
        header = _HEADER.match(self._pdf)
        self._unexplained += header is None
        at = header.end() if header else 0
        while (at := _after_spaces(self._pdf, at)) < len(self._pdf):
            try:
                at = self._step(at)
            except ValueError:
                self._unexplained += 1
                onward = _PART.search(self._pdf, at + 1)
                if onward is None or self._unexplained > _MOST_UNEXPLAINED:
                    return
                at = onward.start()

    def fits(self) -> bool:
        """Whether the one table names exactly the objects that stand there, where they stand."""
        if len(self._tables) != 1 or len(self.trailers) != 1 or self._ends != [self._tables[0][0]]:
            return False
        _, entries, size = self._tables[0]
        named = [found.groups() for found in _ENTRY.finditer(entries)]
        placed = sorted((part.number, part.at) for part in self.parts)
        expected = [(number, int(entry[0])) for number, entry in enumerate(named) if number]
        return (
            len(named) == size
            and placed == expected
            and named[:1] == [(b"0000000000", b"65535", b"f")]
            and all(entry[1:] == (b"00000", b"n") for entry in named[1:])
            and all(part.at < self._tables[0][0] for part in self.parts)
        )

    def _step(self, at: int) -> int:
        """Take in the part that begins here and return where it ends; `ValueError` if there is none."""
        if found := _OBJECT.match(self._pdf, at):
            return self._object(found)
        if found := _TABLE.match(self._pdf, at):
            self._tables.append((at, found[2], int(found[1])))
            return found.end()
        if found := _TRAILER.match(self._pdf, at):
            value, end = value_at(self._pdf, found.end())
            if not isinstance(value, dict):
                raise ValueError("no trailer")
            self.trailers.append(value)
            return end
        if found := _END.match(self._pdf, at):
            self._ends.append(int(found[1]))
            return found.end()
        raise ValueError("nothing that belongs to a document")

    def _object(self, found: re.Match[bytes]) -> int:
        value, end = value_at(self._pdf, found.end())
        stream, whole = None, True
        begins = _STREAM.match(self._pdf, end)
        if begins:
            raw, end = self._raw_stream(value, begins.end())
            stream, whole = _unpacked(value, raw, self._room)
            self._room -= len(stream)
        self.parts.append(
            Part(number=int(found[1]), at=found.start(), value=value, stream=stream, whole=whole)
        )
        if stream is not None and isinstance(value, dict) and value.get("/Type") == "/ObjStm":
            self.parts += _packed_objects(found, value, stream)
        closed = _OBJECT_ENDS.match(self._pdf, end)
        self._unexplained += closed is None or int(found[2]) != 0
        return closed.end() if closed else end

    def _raw_stream(self, value: Value, at: int) -> tuple[bytes, int]:
        length = value.get("/Length") if isinstance(value, dict) else None
        if isinstance(length, int) and (ends := _STREAM_ENDS.match(self._pdf, at + length)):
            return self._pdf[at : at + length], ends.end()
        self._unexplained += 1
        end = self._pdf.find(b"endstream", at)
        if end < 0:
            raise ValueError("a stream without an end")
        return self._pdf[at:end], end + len(b"endstream")


def _after_spaces(data: bytes, at: int) -> int:
    found = _SPACES.match(data, at)
    return found.end() if found else at


def _packed_objects(found: re.Match[bytes], value: dict[str, Value], stream: bytes) -> Iterator[Part]:
    first = value.get("/First")
    try:
        for packed in values(stream, first if isinstance(first, int) and first > 0 else 0):
            yield Part(number=-1, at=found.start(), value=packed)
    except ValueError:
        return


def _unpacked(value: Value, raw: bytes, room: int) -> tuple[bytes, bool]:
    """Return a stream unpacked, and whether every byte of it was understood."""
    filters = value.get("/Filter", []) if isinstance(value, dict) else []
    data, whole = raw, True
    for name in filters if isinstance(filters, list) else [filters]:
        try:
            data, clean = _unpack(str(name), data, room)
        except (ValueError, zlib.error):
            return data, False
        whole = whole and clean
    if len(data) > room:
        raise FileProblem("not_a_pdf")
    return data, whole


def _unpack(name: str, data: bytes, room: int) -> tuple[bytes, bool]:
    if name in ("/FlateDecode", "/Fl"):
        unpacking = zlib.decompressobj()
        unpacked = unpacking.decompress(data, room + 1)
        if len(unpacked) > room:
            raise FileProblem("not_a_pdf")
        return unpacked, unpacking.eof and not unpacking.unused_data
    if name in ("/ASCII85Decode", "/A85"):
        body, mark, rest = data.partition(b"~>")
        return a85decode(body, ignorechars=b"\0\t\n\f\r "), bool(mark) and not rest.strip()
    raise ValueError("packed in another way")


def _in_drawing(stream: bytes) -> Iterator[Value]:
    """Yield what stands in a drawing; if it cannot be read as one, what looks like strings and names."""
    if stream.startswith(_LETTER_TABLE):
        return  # an alphabet in the order of first use, which spells short names by chance
    try:
        for value in values(stream):
            yield from within(value)
            if value == "BI":  # what follows is the bytes of a picture
                yield Name("/BI")
    except ValueError:
        for found in _LOOKS_LIKE_A_VALUE.finditer(stream):
            try:
                yield value_at(stream, found.start())[0]
            except ValueError:
                continue
