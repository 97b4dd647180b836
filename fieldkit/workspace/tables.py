"""Suppliers, sites and workforce out of a table that a company has already (XLSX or CSV)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec

from fieldkit.errors import WrongUse
from fieldkit.exchange import delimited, headings, sheets, supply_table, table_words
from fieldkit.exchange.headings import FIELDS, Mapping
from fieldkit.exchange.sheets import Sheet
from fieldkit.exchange.supply_rows import Problem
from fieldkit.exchange.supply_table import Made, Preview, Remark
from fieldkit.model.supply import Supplier
from fieldkit.store import Store
from fieldkit.text import Catalogue, explain, sentences
from fieldkit.workspace.days import read_day, read_month
from fieldkit.workspace.files import write_whole

__all__ = ["Mapping", "Sheet", "SpokenPreview", "SpokenProblem", "SpokenRow", "Tables"]


class SpokenProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a row, to be shown beside its cell."""

    column: int | None  # counted from 0
    text: str


class SpokenRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a preview, in words."""

    number: int  # in the file
    makes: tuple[str, ...]  # a sentence for each supplier, site and group
    problems: tuple[SpokenProblem, ...]  # with any, the row is left out


class SpokenPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What a table would do, in words, and the suppliers as they would stand."""

    rows: tuple[SpokenRow, ...]
    remarks: tuple[str, ...]  # odd, but no reason to leave anything out
    left_out: int  # rows with a problem
    columns_left_out: tuple[str, ...]  # headings of columns that are never taken in
    new: int  # suppliers
    changed: int  # suppliers, their sites and workforce included
    suppliers: tuple[Supplier, ...]
    changes: tuple[tuple[Supplier | None, Supplier], ...]


class Tables:
    """Tables handed in: read, understood, looked at, taken in."""

    def __init__(self, store: Store, *, role: str) -> None:
        self._store = store
        self._role = role

    @contextmanager
    def beside(self) -> Iterator[Self]:
        """Yield the same tables for the thread that calls this: a preview of many rows takes seconds."""
        with self._store.beside() as store:
            yield type(self)(store, role=self._role)

    def read(self, content: bytes, file_name: str, /) -> tuple[Sheet, ...]:
        """Return the sheets of a file. Raises `FileProblem` with its own code for what is no table."""
        return sheets.read(content, file_name)

    def guess(self, sheet: Sheet, /) -> Mapping:
        """Return what the columns of a sheet most probably are; both languages are understood."""
        return headings.guess(sheet.header)

    def targets(self, words: Catalogue, /) -> tuple[tuple[str, str], ...]:
        """Return everything a column can be, with its name in words."""
        return tuple((target, _name(target, words)) for target in headings.choices())

    def preview(self, sheet: Sheet, mapping: Mapping, words: Catalogue, /) -> SpokenPreview:
        """Return what the table would do to the suppliers of this workspace. Nothing is written."""
        made = supply_table.preview(sheet, mapping, self._store.suppliers.all(), _read_month)
        return SpokenPreview(
            rows=tuple(_spoken_rows(made, words)),
            remarks=tuple(_remark(each, words) for each in made.remarks),
            left_out=made.left_out,
            columns_left_out=tuple(sheet.header[column] for column in mapping.left_out),
            new=sum(before is None for before, _ in made.changes),
            changed=sum(before is not None for before, _ in made.changes),
            suppliers=made.suppliers,
            changes=made.changes,
        )

    def take_in(
        self, preview: SpokenPreview, /, *, tell: Callable[[float], None] = lambda _share: None
    ) -> tuple[tuple[Supplier | None, Supplier], ...]:
        """Keep what a preview showed, all or nothing; return before (None: new) and after of each supplier.

        `tell` hears which share (0 to 1) is done; whatever it raises leaves everything as it was.
        Raises `WrongUse("table_out_of_date")` when one of them was changed since the preview was made.
        """
        with self._store.transaction():
            for at, (before, after) in enumerate(preview.changes):
                tell(at / len(preview.changes))
                if self._store.suppliers.get(after.code) != before:
                    raise WrongUse("table_out_of_date")
                self._store.save(after, by_role=self._role)
        return preview.changes

    def sample_csv(self, words: Catalogue, /) -> bytes:
        """Return an empty table with all headings, as a spreadsheet of that language expects a CSV."""
        header: Sequence[str] = [_name(target, words) for target in FIELDS]
        return delimited.write([header], separator=";" if words.language == "nl" else ",")

    def write_sample(self, out: Path, words: Catalogue, /) -> None:
        """Write the empty table, all of it or nothing. Raises `FileProblem`."""
        write_whole(out, self.sample_csv(words), beside=self._store.path)


def _read_month(typed: str) -> str | None:
    """Return the month of what was typed: a month, or a day of which only the month is kept."""
    day = read_day(typed)
    return f"{day:%Y-%m}" if day else read_month(typed)


def _name(target: str, words: Catalogue) -> str:
    """Return what a column is called."""
    measure, _, of = target.partition(".")
    if measure == "share":
        return words.say("Share: {group} (%)", group=_group(of, words))
    if measure == "headcount":
        return words.say("Number: {group}", group=_group(of, words))
    return words.say(sentences("columns")[target])


def _group(key: str, words: Catalogue) -> str:
    return words.say(sentences("columns")[key])


def _spoken_rows(preview: Preview, words: Catalogue) -> Iterator[SpokenRow]:
    for row in preview.rows:
        yield SpokenRow(
            number=row.number,
            makes=tuple(_made(each, words) for each in row.made),
            problems=tuple(
                SpokenProblem(column=each.column, text=_problem(each, words)) for each in row.problems
            ),
        )


def _problem(problem: Problem, words: Catalogue) -> str:
    data = problem.data
    if problem.code == "not_one_of":
        shown = table_words.shown(data["choices"], words.language)
        data = {"choices": ", ".join(shown)}
    return explain("errors", problem.code, data, words)


def _remark(remark: Remark, words: Catalogue) -> str:
    dimension = table_words.word("Dimension", remark.dimension, words.language)
    return words.say(
        "{site}: the shares by {dimension} add up to {sum} %, which is more than 100.",
        site=remark.site_code,
        dimension=dimension,
        sum=remark.total,
    )


def _made(made: Made, words: Catalogue) -> str:
    """Return what a row makes of one thing as a sentence."""
    if made.group is not None:
        return _made_of_group(made, _group(".".join(made.group), words), words)
    match made.kind, made.state:
        case "supplier", "new":
            return words.say("New supplier {code}", code=made.code)
        case "supplier", "changed":
            return words.say("Supplier {code} changes", code=made.code)
        case "supplier", _:
            return words.say("Supplier {code} stays the same", code=made.code)
        case _, "new":
            return words.say("New site {code}", code=made.code)
        case _, "changed":
            return words.say("Site {code} changes", code=made.code)
    return words.say("Site {code} stays the same", code=made.code)


def _made_of_group(made: Made, group: str, words: Catalogue) -> str:
    if made.state == "new":
        return words.say("New group: {group}", group=group)
    if made.state == "changed":
        return words.say("Group changes: {group}", group=group)
    return words.say("Group stays the same: {group}", group=group)
