"""Everything this workspace knows by name, gathered from the records by the class of their fields.

What must be found is declared where the field is declared (`known_as`), so that a new field cannot be
forgotten here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from fieldkit.airlock.known import Known, Role
from fieldkit.airlock.marks import Kind
from fieldkit.model.field import KnownAs, Money, fields
from fieldkit.model.session import Session

_AS: dict[KnownAs, tuple[Kind, Role]] = {
    "person": (Kind.PERSON, "name"),
    "organisation": (Kind.ORGANISATION, "name"),
    "place": (Kind.PLACE, "name"),
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


def gather(records: Iterable[msgspec.Struct], /) -> tuple[Known, ...]:
    """Return what the airlock must recognise of these records, each thing once."""
    found = {item: None for record in records for item in _of_record(record)}
    return tuple(found)


def without(known: Iterable[Known], names: Iterable[str], /) -> tuple[Known, ...]:
    """Return `known` without what carries exactly one of these names.

    Let through are only the supplier's own name, the sender's, and a source released under outcome A.
    """
    allowed = frozenset(names)
    return tuple(item for item in known if item.text not in allowed)


def _of_record(record: msgspec.Struct) -> Iterator[Known]:
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.known_as is not None:
            yield from _of_value(value, field.known_as)
        else:
            for nested in _records_in(value):
                yield from _of_record(nested)
    if isinstance(record, Session) and len(record.groups) > 1:
        # Nobody typed the sum of the groups, yet it tells as much as each of them.
        yield from _of_value(record.heard, "count")


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
    elif value:  # an empty text, None and nobody at all give nothing away
        kind, role = _AS[known_as]
        for text in _texts(value, known_as):
            yield Known(text=text, kind=Kind.EMAIL if "@" in text else kind, role=role)


def _texts(value: Any, known_as: KnownAs) -> tuple[str, ...]:
    if isinstance(value, Money):
        whole, rest = divmod(value.minor, 100)
        return (f"{value.currency} {whole}" if not rest else f"{value.currency} {whole}.{rest:02}",)
    if known_as == "language":
        return _language_names(str(value))
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
