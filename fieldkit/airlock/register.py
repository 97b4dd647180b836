"""Everything this workspace knows by name, gathered from the records by the class of their fields.

What must be found is declared where the field is declared (`known_as`), so that a new field cannot be
forgotten here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from fieldkit.airlock.known import Known, Register, Role
from fieldkit.airlock.marks import Kind
from fieldkit.model.field import KnownAs, Money, fields
from fieldkit.model.session import Session
from fieldkit.text import catalogue

_AS: dict[KnownAs, tuple[Kind, Role]] = {
    "person": (Kind.PERSON, "name"),
    "organisation": (Kind.ORGANISATION, "name"),
    "place": (Kind.PLACE, "name"),
    "country": (Kind.PLACE, "name"),
    "address": (Kind.ADDRESS, "name"),
    "language": (Kind.ETHNICITY, "word"),
    "code": (Kind.ID_NUMBER, "code"),
    "day": (Kind.DATE, "date"),
    "clock": (Kind.TIME, "time"),
    "count": (Kind.SMALL_NUMBER, "count"),
    "money": (Kind.MONEY, "amount"),
    "contact": (Kind.PHONE, "phone"),
}

# Languages a brief is written in: everybody's, so they tell nothing about who spoke.
_OF_THE_BRIEF = ("en", "nl")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something known by name, and the field it comes from."""

    known: Known
    origin: str  # "Partner.name"


Allowed = Mapping[str, Collection[str]]
"""Names that may stand in a brief, and the fields from which each may come."""


def gather(records: Iterable[msgspec.Struct], /) -> tuple[Named, ...]:
    """Return what the airlock must recognise of these records, each thing once from each field."""
    found = {item: None for record in records for item in _of_record(record)}
    return tuple(found)


def compiled(named: Iterable[Named], allowed: Allowed, /) -> Register:
    """Return the register of everything named, but for what is let through.

    Only the supplier's own name, the sender's, a permitted region and a source released under outcome A are
    let through, and only as what they are: a village that bears the supplier's name stays known.
    """
    kept = (each.known for each in named if each.origin not in allowed.get(each.known.text, ()))
    return Register.compile(kept)


def _of_record(record: msgspec.Struct) -> Iterator[Named]:
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.known_as is not None:
            origin = f"{type(record).__name__}.{field.name}"
            for known in _of_value(value, field.known_as):
                yield Named(known=known, origin=origin)
        else:
            for nested in _records_in(value):
                yield from _of_record(nested)
    if isinstance(record, Session) and len(record.groups) > 1:
        # Nobody typed the sum of the groups, yet it tells as much as each of them.
        for known in _of_value(record.expected, "count"):
            yield Named(known=known, origin="Session.expected")


def _records_in(value: Any) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _records_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _records_in(item)


def _of_value(value: Any, known_as: KnownAs) -> Iterator[Known]:
    if isinstance(value, tuple):
        for item in value:
            yield from _of_value(item, known_as)
    elif value and value != 1:  # nothing, nobody and one give nobody away; one person is caught by W-5
        kind, role = _AS[known_as]
        for text in _texts(value, known_as):
            yield Known(text=text, kind=Kind.EMAIL if "@" in text else kind, role=role)


def _texts(value: Any, known_as: KnownAs) -> tuple[str, ...]:
    if isinstance(value, Money):
        whole, rest = divmod(value.minor, 100)
        return (f"{value.currency} {whole}" if not rest else f"{value.currency} {whole}.{rest:02}",)
    if known_as == "language":
        return _language_names(str(value))
    if known_as == "country":
        return tuple(sorted({catalogue(language).country(str(value)) for language in _OF_THE_BRIEF}))
    return (str(value),)


def _language_names(label: str) -> tuple[str, ...]:
    """Return the names of a language given as a tag such as `pl`, in the languages of a brief."""
    from babel import Locale, UnknownLocaleError

    if label in _OF_THE_BRIEF:
        return ()
    primary = label.partition("-")[0]
    if not (primary.islower() and primary.isascii() and len(primary) <= 3):
        return (label,)  # a dialect's own label
    try:
        named = Locale.parse(label, sep="-")
    except (UnknownLocaleError, ValueError):
        return (label,)
    names = {named.get_language_name(language) or label for language in _OF_THE_BRIEF}
    return tuple(sorted(names))
