"""Company, Supplier, Site, WorkforceGroup (`02` section 2.1)."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from fieldkit.model.field import (
    Code,
    Count,
    Country,
    Id,
    Line,
    Month,
    Percent,
    Record,
    Text,
    new_id,
    of_class,
)
from fieldkit.model.vocabulary import (
    DIMENSION_CLASSES,
    Attitude,
    Cooperation,
    Degree,
    Dimension,
    Formality,
    Leverage,
    Representation,
    Tier,
    WorkforceBand,
    WorkforceSource,
)

# A short name of a region and nothing more: no number, no list, no sentence.
RegionLabel = Annotated[str, Meta(pattern=r"^[^\d,.;:!?\n]{0,60}$", examples=["Rajasthan"])]


class GroupClass(Record, frozen=True, kw_only=True, rename={"class_": "class"}):
    """One class of one dimension of a workforce, such as contract = agency."""

    dimension: Annotated[Dimension, of_class("Q")]
    class_: Annotated[str, of_class("Q")]  # one of DIMENSION_CLASSES[dimension]

    def __post_init__(self) -> None:
        """Refuse a class that its dimension does not have."""
        allowed = DIMENSION_CLASSES[self.dimension]
        if self.class_ not in allowed:
            raise ValueError(f"not_one_of: {', '.join(allowed)}")


class WorkforceGroup(Record, frozen=True, kw_only=True, rename={"class_": "class"}):
    """How many people of one class work at a site, and how well they are represented (Q3)."""

    dimension: Annotated[Dimension, of_class("Q")]
    class_: Annotated[str, of_class("Q")]
    share_pct: Annotated[Percent | None, of_class("Q")] = None  # of the workforce
    headcount: Annotated[Count | None, of_class("Q", "count")] = None  # people
    as_of: Annotated[Month | None, of_class("Q")] = None
    source: Annotated[WorkforceSource, of_class("Q")] = "estimate"
    representation: Annotated[Representation, of_class("S")] = "unknown"
    vulnerability: Annotated[Degree, of_class("S")] = "unknown"
    effect_on_approach: Annotated[Text, of_class("S")] = ""

    def __post_init__(self) -> None:
        """Refuse a class that its dimension does not have."""
        GroupClass(dimension=self.dimension, class_=self.class_)


class Site(Record, frozen=True, kw_only=True):
    """A place where a supplier's goods are made, homes included. Its position is never stored."""

    code: Annotated[Code, of_class("N", "code")]
    name: Annotated[Line, of_class("O", "place")] = ""
    address: Annotated[Line, of_class("O", "address")] = ""
    aliases: Annotated[tuple[Line, ...], of_class("O", "place")] = ()  # villages, nicknames, spellings
    region_label: Annotated[RegionLabel, of_class("P", "place")] = ""  # printable only by rule (`05` 5.3)
    tier: Annotated[Tier, of_class("P")] = "unknown"
    formality: Annotated[Formality, of_class("P")] = "unknown"
    workforce_total_band: Annotated[WorkforceBand, of_class("Q")] = "unknown"  # people
    known_sites_in_region: Annotated[Count | None, of_class("N")] = None  # of this product
    workforce_groups: tuple[WorkforceGroup, ...] = ()


class LabourProvider(Record, frozen=True, kw_only=True):
    """An agency or contractor through whom people work for a supplier; on the employer's side (T03.4)."""

    name: Annotated[Line, of_class("O", "organisation")]
    aliases: Annotated[tuple[Line, ...], of_class("O", "organisation")] = ()
    address: Annotated[Line, of_class("O", "address")] = ""  # its housing included
    contact_person: Annotated[Line, of_class("D", "person")] = ""


class Company(Record, frozen=True, kw_only=True):
    """The buying company that sends the brief."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    name: Annotated[Line, of_class("O", "organisation")]  # printed as the sender
    sector: Annotated[Line, of_class("O")] = ""


class Supplier(Record, frozen=True, kw_only=True):
    """A company that sells to us: the reader of the brief."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    name: Annotated[Line, of_class("O", "organisation")]
    aliases: Annotated[tuple[Line, ...], of_class("O", "organisation")] = ()
    address: Annotated[Line, of_class("O", "address")] = ""
    contact_role: Annotated[Line, of_class("O")] = ""
    contact_person: Annotated[Line, of_class("D", "person")] = ""
    country: Annotated[Country, of_class("P", "country")]
    union_attitude: Annotated[Attitude, of_class("S")] = "unknown"  # towards unions and NGOs
    cooperation: Annotated[Cooperation, of_class("S")] = "not_asked"
    relation_years: Annotated[Count | None, of_class("N")] = None
    leverage: Annotated[Leverage | None, of_class("N")] = None
    sites: tuple[Site, ...] = ()
    labour_providers: tuple[LabourProvider, ...] = ()

    def site(self, code: str, /) -> Site | None:
        """Return the site with this code, or None."""
        return next((site for site in self.sites if site.code == code), None)
