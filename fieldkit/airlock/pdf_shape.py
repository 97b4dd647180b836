"""What the bytes of a brief consist of: which keys each part has, and what may stand under them.

An allow-list, measured on what `fieldkit.brief.layout` draws. Whatever else a PDF can hold (page labels,
destinations, thumbnails, marked content, words in the tables of a font ...) is no part of a brief.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fieldkit.airlock.pdf_contents import Contents, Part
from fieldkit.airlock.pdf_syntax import Name, Reference, Value, Word, values

_NUMBER = r"-?\d*\.?\d+"
_NUMBERS = rf"\[(?:{_NUMBER} ?)*\]"
_FONT = r"A{5}[A-Z]\+FiraSans-(?:Regular|Medium|SemiBold)"

# Under each key: a pattern for the value as `_written` puts it, or `@` and the kind of part it refers to.
_SHAPES: dict[str, dict[str, str]] = {
    "trailer": {
        "/ID": r"\[\((?s:.{16})\) \((?s:.{16})\)\]",
        "/Info": "@info",
        "/Root": "@catalog",
        "/Size": r"\d+",
    },
    "catalog": {"/Lang": r"\((?:en|nl)\)", "/PageMode": "/UseNone", "/Pages": "@pages", "/Type": "/Catalog"},
    "pages": {"/Count": r"\d+", "/Kids": "@page", "/Type": "/Pages"},
    "page": {
        "/Contents": "@drawing",
        "/MediaBox": r"\[0 0 595\.2756 841\.8898\]",
        "/Parent": "@pages",
        "/Resources": "@resources",
        "/Rotate": "0",
        "/Trans": "@nothing",
        "/Type": "/Page",
    },
    "nothing": {},
    "resources": {"/Font": "@fonts", "/ProcSet": r"\[/PDF /Text /ImageB /ImageC /ImageI\]"},
    "font": {
        "/BaseFont": f"/{_FONT}",
        "/FirstChar": "0",
        "/FontDescriptor": "@descriptor",
        "/LastChar": r"\d{1,3}",
        "/Name": r"/F\d+\+\d+",
        "/Subtype": "/TrueType",
        "/ToUnicode": "@letters",
        "/Type": "/Font",
        "/Widths": _NUMBERS,
    },
    "descriptor": {
        **dict.fromkeys(("/Ascent", "/CapHeight", "/Descent", "/Flags"), _NUMBER),
        **dict.fromkeys(("/ItalicAngle", "/MissingWidth", "/StemV"), _NUMBER),
        "/FontBBox": _NUMBERS,
        "/FontFile2": "@type",
        "/FontName": f"/{_FONT}",
        "/Type": "/FontDescriptor",
    },
    "letters": {"/Filter": r"\[/FlateDecode\]", "/Length": r"\d+"},
    "type": {"/Filter": r"\[/FlateDecode\]", "/Length": r"\d+", "/Length1": r"\d+"},
    "drawing": {"/Filter": r"\[/ASCII85Decode /FlateDecode\]", "/Length": r"\d+"},
}
_NAME = re.compile(r"/\w+")
_FONT_KEY = re.compile(r"/F\d+\+\d+")
_STREAMS = ("letters", "type", "drawing")
# Each operator of a drawing, and its operands: numbers, a name, a string.
_OPERATORS = {
    **dict.fromkeys(("rg", "RG"), "nnn"),
    **dict.fromkeys(("w", "TL"), "n"),
    **dict.fromkeys(("m", "l"), "nn"),
    **dict.fromkeys(("c", "cm", "Tm"), "nnnnnn"),
    **dict.fromkeys(("n", "h", "S", "BT", "ET", "T*"), ""),
    "Tf": "/n",
    "Tj": "s",
}
_LETTER_TABLE = re.compile(
    rf"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
    rf"<< /Registry \({_FONT}\)\n/Ordering \({_FONT}\)\n/Supplement 0\n>> def\n/CMapName /{_FONT} def\n"
    r"/CMapType 2 def\n1 begincodespacerange\n<00> <[0-9A-F]{2}>\nendcodespacerange\n\d+ beginbfchar\n"
    r"(?P<letters>(?:<[0-9A-F]{2}> <[0-9A-F]{4}>\n)*)endbfchar\nendcmap\n"
    r"CMapName currentdict /CMap defineresource pop\nend\nend"
)
_LETTER = re.compile(r"> <([0-9A-F]{4})>")
_TABLES = frozenset(
    (
        *(b"OS/2", b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea"),
        *(b"hmtx", b"loca", b"maxp", b"name", b"post", b"prep"),
    )
)

_USUAL = frozenset(
    (
        *(key for shape in _SHAPES.values() for key in shape),
        *(name for shape in _SHAPES.values() for value in shape.values() for name in _NAME.findall(value)),
        *("/Author", "/CreationDate", "/Creator", "/Keywords", "/ModDate", "/Producer", "/Subject"),
        *("/Title", "/Trapped", "/False"),
        *_NAME.findall(_LETTER_TABLE.pattern),
    )
)
_USUAL_FONT = re.compile(rf"/(?:{_FONT}|F\d+\+\d+)")


def is_usual(name: str, /) -> bool:
    """Whether every brief has this name in it, so that it tells nothing."""
    return name in _USUAL or _USUAL_FONT.fullmatch(name) is not None


def is_ours(contents: Contents, told: Iterable[str], /) -> bool:
    """Whether the file consists of what a brief consists of, and of nothing more.

    Keys `told` need no second reason. What nothing refers to is no part of a brief either.
    """
    walk = _Walk(contents, frozenset(told))
    return len(contents.trailers) == 1 and walk.fits()


def letters(contents: Contents, /) -> frozenset[str]:
    """Return every letter that the fonts of a brief say they draw."""
    found = (_LETTER_TABLE.fullmatch(part.stream.decode("latin-1")) for part in contents.parts if part.stream)
    codes = (code for table in found if table for code in _LETTER.findall(table["letters"]))
    return frozenset(chr(int(code, 16)) for code in codes)


class _Walk:
    """From the trailer along every reference, each part in the role it is referred to."""

    def __init__(self, contents: Contents, told: frozenset[str]) -> None:
        self._trailers = contents.trailers
        self._parts = {part.number: part for part in contents.parts}
        self._count = len(contents.parts)
        self._told = told
        self._roles: dict[int, str] = {}
        self._left: list[tuple[Value, str]] = []

    def fits(self) -> bool:
        fits = self._dictionary(self._trailers[0], "trailer")
        while self._left and fits:
            value, role = self._left.pop()
            fits = self._value(value, role)
        return fits and len(self._roles) == self._count

    def _value(self, value: Value, role: str) -> bool:
        if isinstance(value, list) and role == "page":
            self._left += [(kid, role) for kid in value]
            return all(isinstance(kid, Reference) for kid in value)
        if not isinstance(value, Reference):
            return role in ("resources", "nothing") and self._dictionary(value, role)
        known_as = self._roles.setdefault(value.number, role)
        if known_as != role:
            return False
        part = self._parts.get(value.number)
        return part is not None and self._part(part, role)

    def _part(self, part: Part, role: str) -> bool:
        if part.whole and (part.stream is not None) == (role in _STREAMS):
            return self._dictionary(part.value, role) and _stream_fits(part, role)
        return False

    def _dictionary(self, value: Value, role: str) -> bool:
        if not isinstance(value, dict):
            return False
        return all(key in self._told or self._entry(key, inner, role) for key, inner in value.items())

    def _entry(self, key: str, value: Value, role: str) -> bool:
        if role == "info":  # its words are compared with what is printed
            return isinstance(value, bytes | Name)
        if role == "fonts":
            self._follow(value, "font")
            return _FONT_KEY.fullmatch(key) is not None
        expected = _SHAPES[role].get(key)
        if expected is None:
            return False
        if expected.startswith("@"):
            self._follow(value, expected[1:])
            return True
        return re.fullmatch(expected, _written(value)) is not None

    def _follow(self, value: Value, role: str) -> None:
        if not (isinstance(value, Reference) and self._roles.get(value.number) == role):
            self._left.append((value, role))


def _written(value: Value) -> str:
    """Return a value as one line; of what stands deeper than one list only that it is there."""
    if isinstance(value, list):
        return "[" + " ".join("?" if isinstance(inner, list) else _written(inner) for inner in value) + "]"
    if isinstance(value, bytes):
        return f"({value.decode('latin-1')})"
    if isinstance(value, dict | Reference):
        return "?"
    return str(value)


def _stream_fits(part: Part, role: str) -> bool:
    stream = part.stream or b""
    match role:
        case "letters":
            return _LETTER_TABLE.fullmatch(stream.decode("latin-1")) is not None
        case "type":
            return _is_plain_font(stream)
        case "drawing":
            return _is_plain_drawing(stream)
        case _:
            return True


def _is_plain_drawing(stream: bytes) -> bool:
    operands = ""
    try:
        for value in values(stream):
            if not isinstance(value, Word):
                operands += _sort(value)
            elif _OPERATORS.get(value) != operands:
                return False
            else:
                operands = ""
    except ValueError:
        return False
    return not operands


def _sort(value: Value) -> str:
    match value:
        case bool() | None:
            return "?"
        case int() | float():
            return "n"
        case bytes():
            return "s"
        case Name():
            return "/" if _FONT_KEY.fullmatch(value) else "?"
        case _:
            return "?"


def _is_plain_font(stream: bytes) -> bool:
    """Whether a font holds the usual tables, and nothing before, between or after them."""
    try:
        [count] = struct.unpack_from(">H", stream, 4)
        tables = sorted(_tables(stream[12 : 12 + 16 * count]))
    except struct.error:
        return False
    spans = [(0, 12 + 16 * count), *((at, at + length) for at, length, _ in tables), (len(stream),) * 2]
    return {name for _, _, name in tables} <= _TABLES and all(
        end <= start < end + 4 and not stream[end:start].strip(b"\0")
        for (_, end), (start, _) in pairwise(spans)
    )


def _tables(directory: bytes) -> Iterator[tuple[int, int, bytes]]:
    for name, _, at, length in struct.iter_unpack(">4sLLL", directory):
        yield at, length, name
