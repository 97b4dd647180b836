"""What a hostile or damaged JSON file may not do: be too big, too deep, or say a thing twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from fieldkit.errors import FileProblem, InvalidValue

MOST_BYTES = 8_000_000  # a dialogue of years stays under 1 MB; parsing this much stays under 200 MB
MOST_LEVELS = 32  # a dialogue file needs 7

_OURS = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_BRACKET_OR_STRING = re.compile(rb'[\[{\]}]|"(?:[^"\\]|\\.)*+"?', re.DOTALL)


class _Twice(dict[str, Any]):
    """An object in which a key stands twice."""

    key: str = ""


def guard(content: bytes, /) -> Any:
    """Return the parsed JSON of `content`, or raise.

    Raises `FileProblem` for what is too big, too deep or no JSON, `InvalidValue` for a key that stands twice.
    """
    if len(content) > MOST_BYTES:
        raise FileProblem("file_too_big", most=MOST_BYTES // 1_000_000)
    if _depth(content) > MOST_LEVELS:
        raise FileProblem("file_too_deep", most=MOST_LEVELS)
    tree = _parse(content)
    for path, twice in _twice_in(tree, "$"):
        raise InvalidValue("key_twice", path=path, key=plain_key(twice.key))
    return tree


def plain_key(key: str, /) -> str:
    """Return a key as it may stand in a message: one of ours, or nothing of what somebody may have typed."""
    return key if _OURS.fullmatch(key) else "…"


def _depth(content: bytes) -> int:
    depth = deepest = 0
    for match in _BRACKET_OR_STRING.finditer(content):
        first = match[0][:1]
        if first in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first in b"]}":
            depth -= 1
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


def _twice_in(tree: Any, path: str) -> Iterator[tuple[str, _Twice]]:
    if isinstance(tree, _Twice):
        yield path, tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _twice_in(value, f"{path}.{plain_key(key)}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _twice_in(value, f"{path}[{index}]")
