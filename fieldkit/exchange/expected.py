"""What was expected at a path of a document, in a few words and never with the value that stood there."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.json_guard import plain_key
from fieldkit.model.field import fields, records_in

_PATH = re.compile(r" - at `(?:key in )?(\$[^`]*)`$")
_STEP = re.compile(r"\.([A-Za-z0-9_]+)|\[(\d+|\.\.\.)\]")
_OWN = re.compile(r"([a-z_0-9]+)(?:: (.*))?", re.DOTALL)  # what our own records say: a code, choices
_MISSING = re.compile(r"^Object missing required field `([^`]*)`")
_EXAMPLE_OF: dict[Any, str] = {date: "2026-02-14", datetime: "2026-02-14T09:00:00Z", Decimal: "1.5"}
_UNKNOWN = re.compile(r"^Object contains unknown field `([^`]*)`")
_LIMITS = (
    (re.compile(r"^Expected `int.*` >= (-?\d+)"), "number_at_least"),
    (re.compile(r"^Expected `int.*` <= (-?\d+)"), "number_at_most"),
    (re.compile(r"^Expected `str.*` of length <= (\d+)"), "text_too_long"),
    (re.compile(r"^Expected `array.*` of length <= (\d+)"), "list_too_long"),
    (re.compile(r"^Expected `(int|float|decimal)"), "not_a_number"),
    (re.compile(r"^Expected `(str)"), "not_a_text"),
    (re.compile(r"^Expected `(bool)"), "not_true_or_false"),
    (re.compile(r"^Expected `(array)"), "not_a_list"),
    (re.compile(r"^Expected `(object)"), "not_an_object"),
)


def invalid_value(error: msgspec.ValidationError, document: type[msgspec.Struct], /) -> InvalidValue:
    """Return the error to show for what msgspec found wrong in a document of this type."""
    message = str(error)
    found = _PATH.search(message)
    path = found[1] if found else "$"
    code, data = _what(message[: found.start()] if found else message, _type_at(path, document))
    return InvalidValue(code, path=path, **data)


def invalid_field(error: msgspec.ValidationError, hint: Any, path: str, /) -> InvalidValue:
    """Return the error to show for what msgspec found wrong in the value of one field of this type."""
    code, data = _what(_PATH.sub("", str(error)), hint)
    return InvalidValue(code, path=path, **data)


def _what(said: str, hint: Any) -> tuple[str, dict[str, str]]:
    """Return the code of what is wrong, and what was expected."""
    if missing := _MISSING.match(said):
        return "missing_key", {"key": missing[1]}
    if unknown := _UNKNOWN.match(said):
        return "unknown_key", {"key": plain_key(unknown[1])}
    if own := _OWN.fullmatch(said):
        return own[1], {"choices": own[2] or ""}
    if choices := _choices(hint):
        return "not_one_of", {"choices": ", ".join(choices)}
    if examples := _examples(hint):
        return "not_like", {"example": examples[0]}
    for pattern, code in _LIMITS:
        if limit := pattern.match(said):
            return code, {"limit": limit[1]}
    return "unexpected_value", {}  # anything else the library says could repeat the value


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
