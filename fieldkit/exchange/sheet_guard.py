"""What a hostile or damaged XLSX file may not do: unpack to a flood, name entities, hold too much.

Everything is looked at before a workbook is made of it: first what the archive says of its members, then
the XML of each member, without keeping any of it. A definition of entities is refused where it begins, so
nothing can be expanded or fetched.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.parsers import expat

from fieldkit.errors import FileProblem

# A list of 20,000 rows and 20 columns stays under these; at them all is told within 2 s and 200 MB.
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100  # of the unpacked to the packed size
MOST_MEMBERS = 2_000
MOST_CELLS = 400_000  # filled or not, and the texts they share
MOST_LEVELS = 64  # a workbook needs about ten
MOST_ELSE = 100_000  # elements that are no cells: formats, rules, drawings

_SMALL = 100_000  # bytes; below this the ratio says nothing
_SCAFFOLD = frozenset({"row", "v", "f", "is", "t"})  # around and within a cell
_ENCRYPTED = 0x1
_NO_ARCHIVE = (
    EOFError, LookupError, NotImplementedError, OverflowError, ValueError, struct.error, zipfile.BadZipFile,
    zlib.error,
)  # fmt: skip
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def guard(content: bytes, /) -> None:
    """Raise `FileProblem` for an archive that is no workbook, is damaged, or is not safe to read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_members(members, len(content))
            count = _Count()
            for member in members:
                _check_xml(archive.read(member), member.filename, count)
    except _NO_ARCHIVE:
        raise FileProblem("table_broken") from None


class _Count:
    """What the members of one archive hold together."""

    def __init__(self) -> None:
        self.cells = 0
        self.other = 0
        self.level = 0

    def begin(self, name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.level += 1
        if local in ("c", "si"):
            self.cells += 1
        elif local not in _SCAFFOLD:
            self.other += 1
        if self.cells > MOST_CELLS:
            raise FileProblem("table_too_many_cells", most=MOST_CELLS)
        if self.other > MOST_ELSE or self.level > MOST_LEVELS:
            raise FileProblem("table_too_complex")

    def end(self, _name: str) -> None:
        self.level -= 1


def _check_members(members: list[zipfile.ZipInfo], packed: int) -> None:
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise FileProblem("table_foreign")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise FileProblem("table_encrypted")
    if any(member.compress_type not in _PLAIN_METHODS for member in members) or len(names) < len(members):
        raise FileProblem("table_broken")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * packed or any(map(_swells, members)):
        raise FileProblem("table_unpacks_too_big", most=MOST_UNPACKED // 1_000_000)
    if len(members) > MOST_MEMBERS:
        raise FileProblem("table_too_complex")


def _swells(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL, MOST_RATIO * member.compress_size)


def _check_xml(content: bytes, name: str, count: _Count) -> None:
    """Read a member as XML; only one that calls itself XML has to be."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = count.begin
    parser.EndElementHandler = count.end
    parser.StartDoctypeDeclHandler = _refuse_definitions
    count.level = 0
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        if name.endswith((".xml", ".rels")):
            raise FileProblem("table_broken") from None


def _refuse_definitions(*_: object) -> None:
    raise FileProblem("table_unsafe")
