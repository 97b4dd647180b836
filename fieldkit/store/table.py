"""Record <-> row, for every type of record that stands by itself, both ways side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.model.field import Record
from fieldkit.store.connection import Connection, Row

T = TypeVar("T", bound=Record)

Key = tuple[str, ...]
"""What users know a record by: its code, or the code of its dialogue and its own."""

_WHERE = re.compile(r" - at `(?:key in )?(\$[^`]*)`$")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Column:
    """One field of a record as a column: how its value goes into a row, and how it comes back."""

    name: str
    to_row: Callable[[Any], object]
    from_row: Callable[[Any], Any]


class Table(Generic[T]):
    """The records of one type, read in the natural order of their codes (I2 before I10)."""

    def __init__(self, connection: Connection, record: type[T], name: str, key: tuple[str, ...]) -> None:
        self.record = record
        self.name = name
        self.columns = columns(record)
        self._connection = connection
        self._key = key
        self._names = ", ".join(f'"{column.name}"' for column in self.columns)

    def all(self) -> list[T]:
        """Return every record."""
        return self.where("1")

    def get(self, code: str, /) -> T | None:
        """Return the record with this code, or None. For types whose code holds in the whole workspace."""
        return self.by_key((code,))

    def in_dialogue(self, dialogue_code: str, /) -> list[T]:
        """Return the records of one dialogue."""
        return self.where("dialogue_code = ?", dialogue_code)

    def get_in(self, dialogue_code: str, code: str, /) -> T | None:
        """Return the record with this code within its dialogue, or None."""
        return self.by_key((dialogue_code, code))

    def natural_key(self, record: T, /) -> Key:
        """Return what the record is known by."""
        return tuple(getattr(record, name) for name in self._key)

    def by_key(self, key: Key, /) -> T | None:
        """Return the record known by this key, or None."""
        if len(key) != len(self._key):
            raise ValueError(f"{self.name} is known by {' and '.join(self._key)}")
        found = self.where(" AND ".join(f"{name} = ?" for name in self._key), *key)
        return found[0] if found else None

    def has_id(self, id: str, /) -> bool:
        """Return whether a record has this id."""
        return bool(self._connection.execute(f'SELECT 1 FROM "{self.name}" WHERE id = ?', (id,)))

    def count(self) -> int:
        """Return how many there are."""
        [(number,)] = self._connection.execute(f'SELECT count(*) FROM "{self.name}"')
        return int(number)

    def where(self, condition: str, /, *values: object) -> list[T]:
        """Return the records for which a condition holds. For this room alone: it is SQL."""
        rows = self._connection.execute(f'SELECT {self._names} FROM "{self.name}" WHERE {condition}', values)
        return sorted(map(self.from_row, rows), key=lambda record: _natural(self.natural_key(record)))

    def to_row(self, record: T, /) -> dict[str, object]:
        """Return the record as a row."""
        return {column.name: column.to_row(getattr(record, column.name)) for column in self.columns}

    def from_row(self, row: Row, /) -> T:
        """Return the row as a record."""
        pairs = zip(self.columns, row, strict=True)
        return self.record(**{column.name: column.from_row(value) for column, value in pairs})


@cache
def columns(record: type[Record], /) -> tuple[Column, ...]:
    """Return the columns of a record type, in the order of its fields."""
    hints = get_type_hints(record)
    return tuple(_column(name, hints[name]) for name in record.__struct_fields__)


def changed_fields(before: Record | None, after: Record, /) -> tuple[str, ...]:
    """Return the names of the fields that differ, the id apart.

    Of a new record: those that hold something other than what they start with.
    """
    if before is None:
        given = msgspec.to_builtins(after)
        pairs = zip(after.__struct_fields__, after.__struct_encode_fields__, strict=True)
        return tuple(name for name, key in pairs if key in given and name != "id")
    names = (name for name in after.__struct_fields__ if name != "id")
    return tuple(n for n in names if _content(getattr(before, n)) != _content(getattr(after, n)))


def check(record: Record, /) -> None:
    """Raise `InvalidValue` with the path, never the value, for a record its own type would not take back.

    Records made in the program are not checked when they are made; one kept like that could never be read.
    """
    try:
        msgspec.json.decode(msgspec.json.encode(record), type=type(record))
    except msgspec.ValidationError as error:
        found = _WHERE.search(str(error))
        raise InvalidValue("value_not_allowed", path=found[1] if found else "$") from None
    except UnicodeEncodeError:
        raise InvalidValue("value_not_allowed", path="$") from None


def _content(value: object) -> object:
    """Return what is equal for the same content alone.

    The order in which a mapping was filled does not count; 1.50 is not 1.5, and 1 is not yes.
    """
    if isinstance(value, msgspec.Struct):
        return [_content(getattr(value, name)) for name in value.__struct_fields__]
    if isinstance(value, Mapping):
        return {key: _content(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [_content(inner) for inner in value]
    return type(value), str(value)


def _natural(key: Key) -> list[list[tuple[int, str]]]:
    """Sort digits as the numbers they are."""
    return [
        [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(code)] for code in key
    ]


def _column(name: str, hint: Any) -> Column:
    to_row, from_row = _ways(hint)
    return Column(
        name,
        lambda value: None if value is None else to_row(value),
        lambda value: None if value is None else from_row(value),
    )


def _ways(hint: Any) -> tuple[Callable[[Any], object], Callable[[Any], Any]]:
    """Return how a value of this type goes into a row, and how it comes back."""
    kind = _kind(hint)
    if kind in (str, int):
        return _same, _same
    if kind is bool:
        return int, bool
    if kind is date:
        return date.isoformat, date.fromisoformat
    if kind is datetime:
        return datetime.isoformat, datetime.fromisoformat
    if kind is Decimal:
        return str, Decimal
    return _json, msgspec.json.Decoder(hint).decode


def _kind(hint: Any) -> Any:
    """Return the one plain type behind an option or a choice of words; anything else as it is."""
    if get_origin(hint) in (Union, UnionType):
        kinds = {_kind(choice) for choice in get_args(hint) if choice is not NoneType}
        return kinds.pop() if len(kinds) == 1 else hint
    if get_origin(hint) is Literal:
        kinds = {type(choice) for choice in get_args(hint)}
        return kinds.pop() if len(kinds) == 1 else hint
    return hint


def _same(value: Any) -> Any:
    return value


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
