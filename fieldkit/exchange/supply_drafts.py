"""Suppliers, sites and groups as they grow, row by row, out of what is known and what a table says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Literal, TypeVar

from msgspec.structs import replace

from fieldkit.errors import InvalidValue
from fieldkit.exchange.supply_rows import Fields
from fieldkit.exchange.table_words import folded
from fieldkit.model.supply import Site, Supplier, WorkforceGroup

R = TypeVar("R", Supplier, Site, WorkforceGroup)
Coded = TypeVar("Coded", "SupplierDraft", "SiteDraft")

State = Literal["new", "changed", "same"]


class Draft(Generic[R]):
    """A record as it stands so far: what was known of it, and what rows said since."""

    room: ClassVar[str] = "group"

    def __init__(self, before: R | None) -> None:
        self.before: R | None = before
        self.values: Fields = {}
        self.rows: list[int] = []  # that said something of it
        self._said_by: dict[str, int] = {}

    def value(self, field: str) -> Any:
        """Return a field as it stands, or None."""
        if field in self.values:
            return self.values[field]
        return getattr(self.before, field, None)

    def path(self, field: str) -> str:
        """Return what a column that fills a field is called (`site.tier`)."""
        return f"{self.room}.{field}"

    def check(self, fields: Fields) -> None:
        """Raise `InvalidValue` with the first field of which another row said something else."""
        for name, value in fields.items():
            if name in self._said_by and self._as_spelt(name, value) != self.values[name]:
                raise InvalidValue("row_says_otherwise", path=self.path(name), row=self._said_by[name])

    def say(self, fields: Fields, row: int) -> State:
        """Take in what a row says; return what it makes of the record."""
        is_new = self.before is None and not self.rows
        changes = False
        for name, value in fields.items():
            kept = self._as_spelt(name, value)
            changes |= kept != self.value(name)
            self.values[name] = kept
            self._said_by.setdefault(name, row)
        self.rows.append(row)
        return "new" if is_new else "changed" if changes else "same"

    def _as_spelt(self, name: str, value: Any) -> Any:
        """Return a name as it is known already, if it is only spelt in another way."""
        if name != "name":
            return value
        known = self.value(name)
        return known if known and folded(known) == folded(value) else value


class SiteDraft(Draft[Site]):
    """A site, with its groups by dimension and class."""

    room = "site"

    def __init__(self, before: Site | None = None) -> None:
        super().__init__(before)
        self._groups = [Draft(group) for group in before.workforce_groups] if before else []
        self._by_class: dict[tuple[str, str], Draft[WorkforceGroup]] = {}
        for draft in self._groups:
            self._by_class.setdefault((draft.value("dimension"), draft.value("class_")), draft)

    def group(self, key: tuple[str, str]) -> Draft[WorkforceGroup] | None:
        """Return the group of a dimension and class, or None."""
        return self._by_class.get(key)

    def new_group(self, key: tuple[str, str]) -> Draft[WorkforceGroup]:
        """Return a group that was not there."""
        draft = Draft[WorkforceGroup](None)
        draft.values.update(dimension=key[0], class_=key[1])
        self._groups.append(draft)
        self._by_class[key] = draft
        return draft

    def built(self) -> Site:
        """Return the site as it would stand."""
        groups = tuple(
            replace(each.before, **each.values) if each.before else WorkforceGroup(**each.values)
            for each in self._groups
        )
        if self.before is None:
            return Site(**self.values, workforce_groups=groups)
        site: Site = replace(self.before, **self.values, workforce_groups=groups)
        return site


class SupplierDraft(Draft[Supplier]):
    """A supplier, with its sites."""

    room = "supplier"

    def __init__(self, before: Supplier | None = None) -> None:
        super().__init__(before)
        self.sites: Shelf[SiteDraft] = Shelf(map(SiteDraft, before.sites if before else ()))

    def built(self) -> Supplier:
        """Return the supplier as it would stand."""
        sites = tuple(site.built() for site in self.sites.drafts)
        if self.before is None:
            return Supplier(**self.values, sites=sites)
        supplier: Supplier = replace(self.before, **self.values, sites=sites)
        return supplier


class Shelf(Generic[Coded]):
    """Suppliers, or the sites of one, found by their code, else by their name."""

    def __init__(self, drafts: Iterable[Coded] = ()) -> None:
        self._all: dict[Coded, None] = {}  # in order
        self._by_code: dict[str, Coded] = {}
        self._by_name: dict[str, dict[Coded, None]] = {}
        for draft in drafts:
            self.keep(draft)

    @property
    def drafts(self) -> tuple[Coded, ...]:
        """All of them, those that were known first."""
        return tuple(self._all)

    def keep(self, draft: Coded) -> None:
        """Remember a draft, by the code and the name it has by now."""
        self._all[draft] = None
        self._by_name.setdefault(folded(draft.value("name") or ""), {})[draft] = None
        if code := draft.value("code"):
            self._by_code.setdefault(code, draft)

    def find(self, code: str | None, name: str | None) -> Coded | None:
        """Return what a row means, or None for something new.

        Raises `InvalidValue`: `known_under_code` for a known name under another code, `name_of_several` for a
        name without a code that several have.
        """
        if code and code in self._by_code:
            return self._by_code[code]
        named = list(self._by_name.get(folded(name), ())) if name else []
        known = [draft for draft in named if draft.before is not None]
        if code:
            if known:
                [first, *_] = known
                raise InvalidValue("known_under_code", path=first.path("code"), code=first.value("code"))
            return next((draft for draft in named if not draft.value("code")), None)
        meant = known or named
        if len(meant) > 1:
            raise InvalidValue("name_of_several", path=meant[0].path("name"))
        return meant[0] if meant else None
