"""Field classes as data, and the kinds of value that records are made of.

Every field of a record carries its class (`02` data model): **D** identifies a person, **O** an organisation,
place or site, **Q** only in combination, **S** sensitive content, **P** may be printed in a supplier brief
after its rule, **N** neutral. A field may also say *as what* the airlock must look for its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_type_hints
from uuid import uuid4

import msgspec
from msgspec import Meta

FieldClass = Literal["D", "O", "Q", "S", "P", "N"]

KnownAs = Literal[
    "person", "organisation", "place", "country", "address", "language", "code", "day", "clock", "count",
    "money", "contact",
]  # fmt: skip
"""As what the airlock looks for a value in a text that may leave."""


RefersTo = Literal[
    "company", "supplier", "site", "partner", "session", "insight", "group", "interpreter", "label", "subject"
]
"""What a code leads to. Interpreters, labels and subjects are those of the same session."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value. A change makes a new one (`msgspec.structs.replace`)."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """What is declared about one field of a record."""

    name: str  # attribute name
    key: str  # its name in a file
    field_class: FieldClass | None  # None: holds records, whose own fields carry classes
    known_as: KnownAs | None  # as what the airlock looks for it; None: it does not
    refers_to: RefersTo | None  # what its code or codes lead to


def of_class(
    letter: FieldClass, known_as: KnownAs | None = None, *, refers_to: RefersTo | None = None
) -> Meta:
    """Return the annotation that gives a field its class, and says as what it could be recognised."""
    return Meta(extra={"class": letter, "known_as": known_as, "refers_to": refers_to})


@cache
def fields(record: type[msgspec.Struct], /) -> tuple[Field, ...]:
    """Return what is declared about the fields of a record type, in their order."""
    hints = get_type_hints(record, include_extras=True)
    pairs = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    return tuple(_field(name, key, hints[name]) for name, key in pairs)


def _field(name: str, key: str, hint: Any) -> Field:
    declared: dict[str, Any] = {}
    for meta in getattr(hint, "__metadata__", ()):
        declared |= meta.extra or {}
    return Field(
        name=name,
        key=key,
        field_class=declared.get("class"),
        known_as=declared.get("known_as"),
        refers_to=declared.get("refers_to"),
    )


def records_in(hint: Any, /) -> Iterator[type[msgspec.Struct]]:
    """Yield the record types that a type annotation mentions, at any depth of tuples and options."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for argument in get_args(hint):
        yield from records_in(argument)


def new_id() -> str:
    """Return a random id. Time-ordered ids would give away when a session was held."""
    return str(uuid4())


# Kinds of value. Lengths are in code points; they stop a pasted megabyte, not a long village name.
Day = date  # a calendar day; records have fields of that name, so the type needs another
Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
Code = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", examples=["D-01"])]
Line = Annotated[str, Meta(max_length=300)]
Text = Annotated[str, Meta(max_length=20_000)]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", examples=["IN"])]  # ISO 3166-1 alpha-2
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}$", examples=["EUR"])]  # ISO 4217
Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", examples=["2026-02"])]
HalfYear = Annotated[str, Meta(pattern=r"^\d{4}-H[12]$", examples=["2026-H1"])]
Clock = Annotated[
    str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["10:00"])
]  # wall clock at the place
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Level = Annotated[int, Meta(ge=1, le=4)]


class Money(Record, frozen=True, kw_only=True):
    """An amount in integer minor units (cents, paise) of a currency. Its class is that of its holder."""

    minor: Annotated[Annotated[int, Meta(ge=0, le=10**15)], of_class("N")]
    currency: Annotated[Currency, of_class("N")]


class Wording(Record, frozen=True, kw_only=True):
    """One text newly written for a supplier, kept per language. An absent language is not written yet."""

    en: Annotated[Text | None, of_class("P")] = None
    nl: Annotated[Text | None, of_class("P")] = None

    def in_language(self, language: str, /) -> str | None:
        """Return the wording in `language`, or None if nobody wrote it."""
        return {"en": self.en, "nl": self.nl}.get(language)
