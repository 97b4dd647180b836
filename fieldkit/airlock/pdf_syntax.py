"""The values a PDF is written in: names, numbers, strings, references, lists, dictionaries.

Reads strictly what a plain writer writes. Comments, keys that stand twice and broken values raise
`ValueError`: each is a place where words could stand that no reader shows.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias, cast

SPACE = rb"[\0\t\n\f\r ]"
END = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
"""What may follow a number or word: white space, a delimiter or the end."""

_TOKEN = re.compile(
    rb"(?:(?P<reference>(\d+)" + SPACE + rb"+\d+" + SPACE + rb"+R" + END + rb")"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)" + END + rb")"
    rb"|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<hex><[0-9A-Fa-f\0\t\n\f\r ]*>)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])|(?P<string>\()"
    rb"|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+))"
)
_SPACES = re.compile(SPACE + rb"*")
_IN_STRING = re.compile(rb"\\[\s\S]|[()]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n?|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_CONSTANTS = {"true": True, "false": False, "null": None}
# Where PDFDocEncoding parts from Latin-1.
_DOCUMENT_LETTERS = dict(
    zip(
        (*range(0x18, 0x20), *range(0x80, 0x9F), 0xA0),
        "˘ˇˆ˙˝˛˚˜•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€",
        strict=True,
    )
)


class Name(str):
    """A name with its slash: `/Type`."""

    __slots__ = ()


class Word(str):
    """An operator of a drawing, or any other bare word."""

    __slots__ = ()


class Reference(NamedTuple):
    """Where a value stands in another object."""

    number: int


Value: TypeAlias = "bool | float | bytes | Name | Word | Reference | list[Value] | dict[str, Value] | None"


def value_at(data: bytes, at: int, /) -> tuple[Value, int]:
    """Return the value that begins at `at`, white space before it skipped, and where it ends."""
    open_lists: list[tuple[bytes, list[Value]]] = []
    while True:
        found = _TOKEN.match(data, _SPACES.match(data, at).end())  # type: ignore[union-attr]
        if found is None:
            raise ValueError("no value here")
        at = found.end()
        value: Value
        if found.lastgroup == "open":
            open_lists.append((found["open"], []))
            continue
        if found.lastgroup == "close":
            value = _closed(open_lists, found["close"])
        elif found.lastgroup == "string":
            at = _end_of_string(data, at)
            value = _plain(data[found.end() : at - 1])
        else:
            value = _single(found)
        if not open_lists:
            return value, at
        open_lists[-1][1].append(value)


def values(data: bytes, at: int = 0, /) -> Iterator[Value]:
    """Yield all values from `at` on, to the end."""
    at = _SPACES.match(data, at).end()  # type: ignore[union-attr]
    while at < len(data):
        value, at = value_at(data, at)
        yield value
        at = _SPACES.match(data, at).end()  # type: ignore[union-attr]


def within(value: Value, /) -> Iterator[Value]:
    """Yield a value and everything in it; of a dictionary the keys as well."""
    left = [value]
    while left:
        value = left.pop()
        yield value
        if isinstance(value, list):
            left.extend(reversed(value))
        elif isinstance(value, dict):
            left.extend(part for pair in reversed(value.items()) for part in (pair[1], Name(pair[0])))


def readings(string: bytes, /) -> Iterator[str]:
    """Yield what a string may say, in each encoding that it may be written in."""
    if string.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        yield string.decode("utf-16", "replace")
    elif string.startswith(BOM_UTF8):
        yield string.decode("utf-8-sig", "replace")
    else:
        yield string.decode("latin-1").translate(_DOCUMENT_LETTERS)
        if not string.isascii():
            yield string.decode("utf-8", "replace")
        for encoding, other_halves in (("utf-16-be", string[::2]), ("utf-16-le", string[1::2])):
            if other_halves and not other_halves.strip(b"\0"):
                yield string.decode(encoding, "replace")


def _closed(open_lists: list[tuple[bytes, list[Value]]], bracket: bytes) -> Value:
    if not open_lists or (open_lists[-1][0] == b"[") != (bracket == b"]"):
        raise ValueError("a bracket that closes nothing")
    items = open_lists.pop()[1]
    if bracket == b"]":
        return items
    keys = items[::2]
    if len(items) % 2 or not all(isinstance(key, Name) for key in keys) or _repeated(keys):
        raise ValueError("no dictionary")
    return dict(zip(cast("list[Name]", keys), items[1::2], strict=True))


def _repeated(keys: list[Value]) -> bool:
    return len(keys) != len(set(cast("list[Name]", keys)))


def _end_of_string(data: bytes, at: int) -> int:
    depth = 1
    for found in _IN_STRING.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    raise ValueError("a string without an end")


def _plain(string: bytes) -> bytes:
    def meant(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes((int(found[1], 8) & 0xFF,))
        return _ESCAPED.get(found[2], found[2]) if found[2] else b""

    return _ESCAPE.sub(meant, string) if b"\\" in string else string


def _single(found: re.Match[bytes]) -> Value:
    text = found.group().decode("latin-1")
    match found.lastgroup:
        case "reference":
            return Reference(int(found[2]))
        case "number":
            return float(text) if "." in text else int(text)
        case "name":
            return Name(re.sub(r"#([0-9A-Fa-f]{2})", lambda code: chr(int(code[1], 16)), text))
        case "hex":
            digits = re.sub(SPACE, b"", found["hex"][1:-1]).decode("ascii")
            return bytes.fromhex(digits + "0" * (len(digits) % 2))
        case _:
            return _CONSTANTS[text] if text in _CONSTANTS else Word(text)
