"""What a hostile or damaged JSON file may not do: be too big, too deep, or say a thing twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from fieldkit.errors import FileProblem, InvalidValue

# A dialogue of years stays under 1 MB and 20,000 values; at these limits all is told within 2 s and 200 MB.
MOST_BYTES = 4_000_000
MOST_VALUES = 200_000
MOST_LEVELS = 32  # a dialogue file needs 7

_OURS = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_HALF_LETTER = re.compile("[\ud800-\udfff]")  # half of a pair: no text can hold it
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_NO_BRACKET = re.compile(rb"[^\[\]{}]+")


class _Twice(dict[str, Any]):
    """An object in which a key stands twice."""

    key: str = ""


def guard(content: bytes, /) -> Any:
    """Return the parsed JSON of `content`, or raise.

    Raises `FileProblem` for what is too big, too deep or no JSON, `InvalidValue` for a key that stands twice.
    """
    if len(content) > MOST_BYTES:
        raise FileProblem("file_too_big", most=MOST_BYTES // 1_000_000)
    quotes = content.count(b'"')  # two around a text: a key and its value take four
    bare = _STRING.sub(b"", content) if quotes <= 4 * MOST_VALUES else b""
    if quotes > 4 * MOST_VALUES or sum(map(bare.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise FileProblem("file_too_many_values", most=MOST_VALUES)
    if _depth(_NO_BRACKET.sub(b"", bare)) > MOST_LEVELS:
        raise FileProblem("file_too_deep", most=MOST_LEVELS)
    tree = _parse(content)
    for error in _wrong(tree, "$"):
        raise error
    return tree


def plain_key(key: str, /) -> str:
    """Return a key as it may stand in a message: one of ours, or nothing of what somebody may have typed."""
    return key if _OURS.fullmatch(key) else "…"


def _depth(brackets: bytes) -> int:
    depth = deepest = 0
    for sign in brackets:
        depth += 1 if sign in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _parse(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_pairs, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise FileProblem("file_not_text") from None
    except json.JSONDecodeError as error:
        raise FileProblem("file_not_json", line=error.lineno, column=error.colno) from None
    except ValueError:  # a number of thousands of digits, NaN, Infinity
        raise FileProblem("file_not_json_number") from None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) == len(pairs):
        return seen
    twice = _Twice(seen)
    keys = [key for key, _ in pairs]
    twice.key = next(key for key in keys if keys.count(key) > 1)
    return twice


def _no_constant(_name: str) -> Any:
    raise ValueError


def _wrong(tree: Any, path: str) -> Iterator[InvalidValue]:
    """Yield what no document may hold: a key that stands twice, half a letter."""
    if isinstance(tree, str) and _HALF_LETTER.search(tree):
        yield InvalidValue("half_letter", path=path)
    elif isinstance(tree, dict):
        if isinstance(tree, _Twice):
            yield InvalidValue("key_twice", path=path, key=plain_key(tree.key))
        for key, value in tree.items():
            if _HALF_LETTER.search(key):
                yield InvalidValue("half_letter", path=path)
            yield from _wrong(value, f"{path}.{plain_key(key)}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _wrong(value, f"{path}[{index}]")
