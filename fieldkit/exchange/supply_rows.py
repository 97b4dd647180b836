"""A row of a table as what it says of a supplier, a site and groups of workers, or what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.headings import LEFT_OUT, UNUSED, Mapping
from fieldkit.exchange.sheets import Sheet
from fieldkit.exchange.table_values import ReadMonth, read, read_class

Fields = dict[str, Any]
"""Values by the name of their field."""

_OF_EVERY_GROUP = ("as_of", "source")
_OF_ONE_GROUP = ("share_pct", "headcount", "representation", "vulnerability")
_FIELD_OF = {"share": "share_pct", "headcount": "headcount"}  # of a group, for what a column counts


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a row: a code and data for a sentence of `errors.json`, and where it stands."""

    column: int | None  # counted from 0; None where no column is to blame
    code: str
    data: dict[str, Any]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says."""

    number: int  # in the file
    supplier: Fields
    site: Fields
    groups: dict[tuple[str, str], Fields]  # by dimension and class
    columns: dict[str, int]  # that are filled, by what they are
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it can be used."""
        return not (self.supplier or self.site or self.groups or self.problems)


class _Column(NamedTuple):
    """A column that is used."""

    at: int
    target: str
    room: str  # supplier, site, group; or what is counted: share, headcount
    field: str  # of it; or the dimension and class that are counted


def rows(sheet: Sheet, mapping: Mapping, read_month: ReadMonth, /) -> Iterator[Row]:
    """Yield what each row of a sheet says."""
    used = [
        _Column(at, target, *target.split(".", 1))
        for at, target in enumerate(mapping.columns)
        if target not in (UNUSED, LEFT_OUT)
    ]
    reading = _Reading(read_month)
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        yield _row(number, cells, used, reading)


class _Reading:
    """Reads the cells of one table; what stands in many of its rows is read once."""

    def __init__(self, read_month: ReadMonth) -> None:
        self._read_month = read_month
        self._known: dict[tuple[str, str], Any] = {}

    def value(self, target: str, text: str) -> Any:
        """Return the value of a cell. Raises `InvalidValue`."""
        if target == "group.class":  # its dimension may stand in a column further on
            return text
        key = target, text
        if key not in self._known:
            self._known[key] = read(target, text, self._read_month)
        return self._known[key]


def problem(error: InvalidValue, column: int | None, /) -> Problem:
    """Return an error as something wrong with a row."""
    data = {name: value for name, value in error.data.items() if name != "path"}
    return Problem(column=column, code=error.code, data=data)


def _row(number: int, cells: tuple[str, ...], used: list[_Column], reading: _Reading) -> Row:
    said: defaultdict[str, Fields] = defaultdict(dict)
    where: dict[str, int] = {}
    problems = []
    for at, target, room, field in used:
        text = cells[at] if at < len(cells) else ""
        if not text or target in where or not any(map(str.isalnum, text)):  # a dash says nothing
            continue
        where[target] = at
        try:
            said[room][field] = reading.value(target, text)
        except InvalidValue as error:
            problems.append(problem(error, at))
    groups: dict[tuple[str, str], Fields] = {}
    try:
        groups = _groups(said, where)
    except InvalidValue as error:
        problems.append(problem(error, where.get(str(error.data["path"]))))
    return Row(
        number=number,
        supplier=said["supplier"],
        site=said["site"],
        groups=groups,
        columns=where,
        problems=tuple(problems),
    )


def _groups(said: defaultdict[str, Fields], where: dict[str, int]) -> dict[tuple[str, str], Fields]:
    """Return the groups of a row: the one it is about, and those that have a column of their own."""
    found: dict[tuple[str, str], Fields] = {}
    for measure, field in _FIELD_OF.items():
        for counted, value in said[measure].items():
            dimension, _, class_ = counted.partition(".")
            found.setdefault((dimension, class_), {})[field] = value
    given = said["group"]
    if not given:
        return found
    if "class" in given:
        if "group.dimension" in where and "dimension" not in given:  # what is wrong with it was told
            return found
        own = found.setdefault(read_class(given.get("dimension"), given["class"]), {})
        own.update({name: given[name] for name in _OF_ONE_GROUP if name in given})
    elif lonely := [name for name in ("dimension", *_OF_ONE_GROUP) if name in given]:
        raise InvalidValue("class_missing", path=f"group.{lonely[0]}")
    shared = {name: given[name] for name in _OF_EVERY_GROUP if name in given}
    return {key: {**fields, **shared} for key, fields in found.items()}
