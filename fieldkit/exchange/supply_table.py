"""Suppliers, sites and workforce from a table: what each row would make, and what is wrong with it.

Nothing is written here. Rows with a problem are left out as a whole and counted; the rest can be taken in.
An empty cell says nothing: it never empties a field that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.headings import MEASURES, Mapping
from fieldkit.exchange.neutral_codes import free_codes, tells
from fieldkit.exchange.sheets import Sheet
from fieldkit.exchange.supply_drafts import Draft, Shelf, SiteDraft, State, SupplierDraft
from fieldkit.exchange.supply_rows import Fields, Problem, Row, problem, rows
from fieldkit.exchange.table_values import ReadMonth
from fieldkit.model.supply import Site, Supplier

Kind = Literal["supplier", "site", "group"]

_WHOLE = 100  # percent


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What a row makes of one thing."""

    kind: Kind
    state: State
    code: str  # of the supplier or site; of a group, that of its site
    group: tuple[str, str] | None = None  # dimension and class


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: what it makes, or why it is left out. An empty one does neither."""

    number: int  # in the file
    made: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of one site and dimension that add up to more than 100. It keeps nothing out."""

    row: int  # that spoke of the site last
    site_code: str
    dimension: str
    total: int  # percent


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What a table would do."""

    rows: tuple[PreviewRow, ...]
    changes: tuple[tuple[Supplier | None, Supplier], ...]  # before (None: new) and after, where they differ
    suppliers: tuple[Supplier, ...]  # all that the table speaks of, as they would stand
    remarks: tuple[Remark, ...]

    @property
    def left_out(self) -> int:
        """How many rows are left out for a problem."""
        return sum(bool(row.problems) for row in self.rows)


def preview(
    sheet: Sheet, mapping: Mapping, known_suppliers: Iterable[Supplier], read_month: ReadMonth, /
) -> Preview:
    """Return what a table would do to the suppliers that are known.

    Suppliers and sites are matched by code, else by name however it is spelt; those without a code get the
    next free SUP-nn or SITE-nn, never one made of their name (`02` 2.10). Several rows of one supplier make
    one supplier with several sites.
    """
    table = _Table(known_suppliers, mapping)
    for row in rows(sheet, mapping, read_month):
        table.take(row)
    return table.result()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row made of a draft; its code may still be to come."""

    state: State
    draft: Draft[Any]
    site: SiteDraft | None = None  # of a group

    def made(self) -> Made:
        kind: Any = self.draft.room
        if self.site is None:
            return Made(kind=kind, state=self.state, code=self.draft.value("code"))
        group = self.draft.value("dimension"), self.draft.value("class_")
        return Made(kind=kind, state=self.state, code=self.site.value("code"), group=group)


class _Table:
    """What the rows of one table have said so far."""

    def __init__(self, known: Iterable[Supplier], mapping: Mapping) -> None:
        self._suppliers = Shelf(map(SupplierDraft, known))
        self._columns = {target: at for at, target in reversed(list(enumerate(mapping.columns)))}
        self._rows: list[tuple[int, list[_Said], tuple[Problem, ...]]] = []

    def take(self, row: Row) -> None:
        """Take in a row whole, or not at all."""
        said: list[_Said] = []
        problems = row.problems
        if not (problems or row.is_empty):
            try:
                said = self._apply(row)
            except InvalidValue as error:
                where = str(error.data["path"])
                problems = (problem(error, row.columns.get(where, self._columns.get(where))),)
        self._rows.append((row.number, said, problems))

    def result(self) -> Preview:
        """Return what would stand after all rows."""
        self._give_codes()
        spoken_of = [(draft, draft.built()) for draft in self._suppliers.drafts if draft.rows]
        return Preview(
            rows=tuple(
                PreviewRow(number=number, made=tuple(each.made() for each in said), problems=problems)
                for number, said, problems in self._rows
            ),
            changes=tuple((draft.before, after) for draft, after in spoken_of if draft.before != after),
            suppliers=tuple(after for _, after in spoken_of),
            remarks=tuple(remark for draft, after in spoken_of for remark in _remarks(draft, after)),
        )

    def _apply(self, row: Row) -> list[_Said]:
        """Check all that a row says, then take it in; raise `InvalidValue` before anything is."""
        supplier = self._supplier(row)
        site = _site(supplier, row)
        said = [_Said(supplier.say(row.supplier, row.number), supplier)]
        self._suppliers.keep(supplier)
        if site is not None:
            said.append(_Said(site.say(row.site, row.number), site))
            supplier.sites.keep(site)
            for key, fields in row.groups.items():
                group = site.group(key) or site.new_group(key)
                said.append(_Said(group.say(fields, row.number), group, site))
        return said

    def _supplier(self, row: Row) -> SupplierDraft:
        fields = row.supplier
        if "code" not in fields and "name" not in fields:
            raise InvalidValue("row_without_supplier", path="supplier.name")
        found = self._suppliers.find(fields.get("code"), fields.get("name"))
        if found is None and "name" not in fields:
            raise InvalidValue("supplier_without_name", path="supplier.name")
        if found is None and "country" not in fields:
            raise InvalidValue("supplier_without_country", path="supplier.country")
        supplier = found or SupplierDraft()
        _check_code(supplier, fields, row)
        supplier.check(fields)
        return supplier

    def _give_codes(self) -> None:
        suppliers = self._suppliers.drafts
        _fill_in("SUP", suppliers)
        _fill_in("SITE", [site for supplier in suppliers for site in supplier.sites.drafts])


def _site(supplier: SupplierDraft, row: Row) -> SiteDraft | None:
    """Return the site a row is about: the one it names, else the only one there is; None for no site."""
    fields = row.site
    if not (fields or row.groups):
        return None
    if "code" in fields or "name" in fields:
        site = supplier.sites.find(fields.get("code"), fields.get("name")) or SiteDraft()
    elif len(supplier.sites.drafts) > 1:
        raise InvalidValue("row_without_site", path="site.name")
    else:
        site = next(iter(supplier.sites.drafts), None) or SiteDraft()
    _check_code(site, fields, row)
    site.check(fields)
    for key, group_fields in row.groups.items():
        _check_group(site, key, group_fields, row)
    return site


def _check_group(site: SiteDraft, key: tuple[str, str], fields: Fields, row: Row) -> None:
    group = site.group(key)
    try:
        if group is not None:
            group.check(fields)
    except InvalidValue as error:
        own = (target for measure in MEASURES if (target := ".".join((measure, *key))) in row.columns)
        raise error.about(next(own, error.data["path"])) from None


def _check_code(draft: SupplierDraft | SiteDraft, fields: Fields, row: Row) -> None:
    """Refuse a new code that gives away whose it is, or where."""
    code = fields.get("code")
    if code is None or code == draft.value("code"):
        return
    told = (row.supplier, row.site)
    names = [each[name] for each in told for name in ("name", "address", "region_label") if name in each]
    if tells(code, names):
        raise InvalidValue("code_tells_name", path=draft.path("code"))


def _fill_in(prefix: str, drafts: Sequence[SupplierDraft | SiteDraft]) -> None:
    free = free_codes(prefix, [code for draft in drafts if (code := draft.value("code"))])
    for draft in drafts:
        if not draft.value("code"):
            draft.values["code"] = next(free)


def _remarks(draft: SupplierDraft, after: Supplier) -> Iterator[Remark]:
    """Yield the dimensions of its sites whose shares add up to more than 100."""
    for site_draft, site in zip(draft.sites.drafts, after.sites, strict=True):
        for dimension, total in _totals(site).items() if site_draft.rows else ():
            if total > _WHOLE:
                row = site_draft.rows[-1]
                yield Remark(row=row, site_code=site.code, dimension=dimension, total=total)


def _totals(site: Site) -> dict[str, int]:
    totals: dict[str, int] = {}
    for group in site.workforce_groups:
        totals[group.dimension] = totals.get(group.dimension, 0) + (group.share_pct or 0)
    return totals
