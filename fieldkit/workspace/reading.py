"""From what somebody typed to the value of a field, or one plain sentence about what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.expected import invalid_field
from fieldkit.model.field import Clock, Money, Month
from fieldkit.model.paths import Path, key, type_at
from fieldkit.text import Catalogue
from fieldkit.workspace.days import read_day, read_month

Typed = str | Sequence[str] | None
"""What a control hands over: a text, the values that were ticked, or nothing."""

_HALF_LETTER = re.compile("[\ud800-\udfff]")  # what a paste may hold and no file can
_GROUPED = re.compile(r"\d{1,3}([.,' ]\d{3})+")
_AMOUNT = re.compile(r"(\d{1,13}|[1-9]\d{0,2}(?:[.,']\d{3}){1,4})(?:[.,](\d{1,2}))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?: ?[.:,hu ]? ?(\d{2}))?(?: ?(?:uur|u|h))?(?: ?([ap])m)?", re.ASCII)
_DECIMAL = re.compile(r"(\d{1,6})?(?:[.,](\d{1,12}))?", re.ASCII)


def read(record: type[msgspec.Struct], path: Path, typed: Typed, /) -> Any:
    """Return the value of a field for what was typed in it; None for an empty field that may be empty.

    Raises `InvalidValue` with the path of the field and what was expected there.
    """
    hint = type_at(record, path)
    where = key(path)
    value = [_whole(each) for each in typed] if isinstance(typed, list | tuple) else _whole(str(typed or ""))
    if isinstance(value, str) and _is_optional(hint) and not value.strip():
        return None
    try:
        return msgspec.convert(_prepared(value, hint, where), hint)
    except msgspec.ValidationError as error:
        raise invalid_field(error, hint, where) from None


def read_money(amount: str, currency: str, path: Path, /) -> Money | None:
    """Return an amount typed in whole units with at most two decimals, such as `1250.50`; None for nothing.

    Raises `InvalidValue` for what is no amount, or an amount without its currency.
    """
    text = re.sub(r"\s", "", amount)
    if not text:
        return None
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise InvalidValue("not_an_amount", path=key(path))
    if not re.fullmatch("[A-Z]{3}", currency):
        raise InvalidValue("currency_missing", path=key(path))
    units, cents = int(re.sub(r"\D", "", found[1])), int((found[2] or "0").ljust(2, "0"))
    return Money(minor=units * 100 + cents, currency=currency)


def read_clock(typed: str, /) -> str | None:
    """Return the time of day that was typed (`9`, `930`, `9.30`, `9:30`, `9 pm`) as `09:30`, or None."""
    found = _CLOCK.fullmatch(" ".join(typed.casefold().replace("a.m.", "am").replace("p.m.", "pm").split()))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24  # there is no 13 pm
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def written(value: Any, words: Catalogue, /) -> str:
    """Return a value as it is shown in a field where it can be typed over."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, Money):
        return (
            f"{value.minor // 100}.{value.minor % 100:02}" if value.minor % 100 else str(value.minor // 100)
        )
    return str(value)


def _prepared(value: str | list[str], hint: Any, where: str) -> Any:
    """Return what msgspec can convert: the day, the number, the lines that stand in the text."""
    kinds = set(_kinds(hint))
    if isinstance(value, list):
        return value
    if tuple in kinds:
        return [line.strip() for line in value.splitlines() if line.strip()]
    if date in kinds:
        return _or_raise(read_day(value), "not_a_day", where)
    if Decimal in kinds:
        return _or_raise(_decimal(value), "not_a_decimal", where)
    if _is_kind(hint, Month):
        return _or_raise(read_month(value), "not_a_month", where)
    if _is_kind(hint, Clock):
        return _or_raise(read_clock(value), "not_a_clock", where)
    return _number(value, share=_most(hint) == 100) if int in kinds else value


def _or_raise(value: Any, code: str, where: str) -> Any:
    if value is None:
        raise InvalidValue(code, path=where)
    return value


def _most(hint: Any) -> Any:
    """Return the limit a number may not pass, or None."""
    return next((meta.le for meta in _metas(hint) if getattr(meta, "le", None) is not None), None)


def _is_kind(hint: Any, kind: Any) -> bool:
    """Return whether a hint is of a kind of value that is told by its pattern, such as `Clock`."""
    return kind.__metadata__[0] in _metas(hint)


def _metas(hint: Any) -> Iterator[Any]:
    """Yield every annotation of a hint, also of what it may be instead of nothing."""
    yield from getattr(hint, "__metadata__", ())
    for inner in [hint.__origin__] if hasattr(hint, "__metadata__") else get_args(hint):
        yield from _metas(inner)


def _decimal(text: str) -> Decimal | None:
    """Return the number in `3.5` or `3,5`; None where there is none."""
    found = _DECIMAL.fullmatch(text.strip())
    if found is None or found.lastindex is None:
        return None
    return Decimal(f"{found[1] or 0}.{found[2] or 0}") if found[2] else Decimal(found[1])


def _number(text: str, *, share: bool) -> int | str:
    """Return the number in `1.250`, or of a share in `35 %`; a text that is none stays as it is."""
    bare = text.strip()
    if share:
        bare = bare.removesuffix("%").strip()
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"\D", "", bare)
    return int(bare) if re.fullmatch(r"-?[0-9]{1,18}", bare) else text


def _kinds(hint: Any) -> list[Any]:
    """Return the plain types behind a hint, options and annotations taken apart."""
    if hasattr(hint, "__metadata__"):
        return _kinds(hint.__origin__)
    if get_origin(hint) in (tuple, dict):
        return [get_origin(hint)]
    arguments = get_args(hint)
    return [kind for each in arguments for kind in _kinds(each)] if arguments else [hint]


def _is_optional(hint: Any) -> bool:
    return NoneType in _kinds(hint)


def _whole(text: str) -> str:
    return _HALF_LETTER.sub("\N{REPLACEMENT CHARACTER}", text)
