"""What was expected at a path of a document, in a few words and never with the value that stood there."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.model.field import fields, records_in

_PATH = re.compile(r" - at `(?:key in )?(\$[^`]*)`$")
_STEP = re.compile(r"\.([A-Za-z0-9_]+)|\[(\d+|\.\.\.)\]")
_EXPECTED = re.compile(r"^Expected (.*)$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `([^`]*)`")
_EXAMPLE_OF: dict[Any, str] = {date: "2026-02-14", datetime: "2026-02-14T09:00:00Z", Decimal: "1.5"}
_UNKNOWN = re.compile(r"^Object contains unknown field `([^`]*)`")


def invalid_value(error: msgspec.ValidationError, document: type[msgspec.Struct], /) -> InvalidValue:
    """Return the error to show for what msgspec found wrong in a document of this type."""
    message = str(error)
    found = _PATH.search(message)
    path = found[1] if found else "$"
    core = message[: found.start()] if found else message
    if missing := _MISSING.match(core):
        return InvalidValue("missing_key", path=path, key=missing[1])
    if unknown := _UNKNOWN.match(core):
        return InvalidValue("unknown_key", path=path, key=unknown[1][:40])
    return InvalidValue("unexpected_value", path=path, expected=_expected(core, path, document))


def _expected(core: str, path: str, document: type[msgspec.Struct]) -> str:
    hint = _type_at(path, document)
    if choices := _choices(hint):
        return ", ".join(choices)
    if examples := _examples(hint):
        return f"something like {examples[0]}"
    said = _EXPECTED.match(core)
    # Only "Expected ..." is the library's own wording or ours; anything else could repeat the value.
    return re.sub(r", got .*$", "", said[1]).replace("`", "") if said else "another value"


def _type_at(path: str, document: type[msgspec.Struct]) -> Any:
    hint: Any = document
    for name, _index in _STEP.findall(path):
        hint = _attribute(hint, name) if name else _inside(hint)
    return hint


def _attribute(hint: Any, key: str) -> Any:
    for record in records_in(hint):
        for field in fields(record):
            if field.key == key:
                return get_type_hints(record, include_extras=True)[field.name]
    return None


def _inside(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return get_args(hint)[0]
    if get_origin(hint) is dict:
        return get_args(hint)[1]
    return next((found for each in get_args(hint) if (found := _inside(each)) is not None), None)


def _choices(hint: Any) -> list[str]:
    if get_origin(hint) is Literal:
        return [str(choice) for choice in get_args(hint)]
    if get_origin(hint) in (tuple, dict):
        return []
    return [choice for argument in get_args(hint) for choice in _choices(argument)]


def _examples(hint: Any) -> list[str]:
    if hint in _EXAMPLE_OF:
        return [_EXAMPLE_OF[hint]]
    own = [example for meta in getattr(hint, "__metadata__", ()) for example in meta.examples or ()]
    if own or get_origin(hint) in (tuple, dict):
        return own
    arguments = [hint.__origin__] if hasattr(hint, "__metadata__") else get_args(hint)
    return [example for argument in arguments for example in _examples(argument)]
