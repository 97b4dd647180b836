"""Places within a record: `("sites", 0, "workforce_groups", 2, "share_pct")`, read, changed and named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

Path = tuple[str | int, ...]
"""Attribute names, places in a list (counted from 0) and keys of a mapping, from the outside in."""

T = TypeVar("T", bound=msgspec.Struct)


def key(path: Path, /) -> str:
    """Return a path as it is written in messages: `sites[0].workforce_groups[2].share_pct`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def value_at(record: msgspec.Struct, path: Path, /) -> Any:
    """Return what stands at a path; where a mapping has no such key, what its type starts with."""
    value: Any = record
    hint: Any = type(record)
    for step in path:
        hint = _inner(hint, step)
        value = _step(value, step, hint)
    return value


def changed(record: T, path: Path, value: Any, /) -> T:
    """Return a record that differs at one place."""
    result: T = _changed(record, type(record), path, value)
    return result


def type_at(record: type[msgspec.Struct], path: Path, /) -> Any:
    """Return the annotation of the place a path leads to."""
    hint: Any = record
    for step in path:
        hint = _inner(hint, step)
    return hint


def _changed(holder: Any, hint: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    inner = _inner(hint, step)
    made = _changed(_step(holder, step, inner), inner, tuple(rest), value)
    if isinstance(holder, Mapping):
        return {**holder, step: made}
    if isinstance(holder, tuple):
        at = int(step)
        return (*holder[:at], made, *holder[at + 1 :])
    return msgspec.structs.replace(holder, **{str(step): made})


def _step(holder: Any, step: str | int, inner: Any) -> Any:
    if isinstance(holder, Mapping):
        return holder[step] if step in holder else _start(inner)
    return holder[int(step)] if isinstance(holder, tuple) else getattr(holder, str(step))


def _start(hint: Any) -> Any:
    """Return what an entry starts with: an empty record; a choice starts with unknown."""
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        return bare()
    return "unknown" if "unknown" in get_args(bare) else None


def _inner(hint: Any, step: str | int) -> Any:
    bare = _bare(hint)
    if get_origin(bare) is dict:
        return get_args(bare)[1]
    if get_origin(bare) is tuple:
        return get_args(bare)[0]
    return _hints(bare)[str(step)]


@cache
def _hints(record: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _bare(hint: Any) -> Any:
    """Return a type without its annotations and without the option to be absent."""
    while hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    if get_origin(hint) in (Union, UnionType):
        [only] = [choice for choice in get_args(hint) if choice is not NoneType]
        return _bare(only)
    return hint
