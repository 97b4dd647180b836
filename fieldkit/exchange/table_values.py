"""From the text of a cell to the value of a field, as people write them in English or Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.expected import invalid_field
from fieldkit.exchange.table_words import classes, countries, folded, values
from fieldkit.model.supply import Site, Supplier, WorkforceGroup

VOCABULARIES = {
    "supplier.union_attitude": "Attitude",
    "supplier.cooperation": "Cooperation",
    "supplier.leverage": "Leverage",
    "site.tier": "Tier",
    "site.formality": "Formality",
    "group.dimension": "Dimension",
    "group.source": "WorkforceSource",
    "group.representation": "Representation",
    "group.vulnerability": "Degree",
}
"""The fields whose values are words, and the vocabulary they come from."""

ReadMonth = Callable[[str], str | None]
"""Reads a month or day as people type it and returns the month as `2026-02`, or None."""

_RECORDS: dict[str, type[msgspec.Struct]] = {"supplier": Supplier, "site": Site, "group": WorkforceGroup}
_COUNTS = ("relation_years", "known_sites_in_region", "headcount")
_BANDS = {"<20": (0, 19), "20-49": (20, 49), "50-99": (50, 99), "100-249": (100, 249), "250-999": (250, 999)}
_UNKNOWN = ("unknown", "not known", "onbekend", "niet bekend")
_GROUPED = re.compile(r"\d{1,3}([.,' ]\d{3})+")
_WHOLE = re.compile(r"(-?\d{1,15})(?:[.,]0+)?")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,12}))? ?(%|pct|percent|procent)?")
_ABOUT = re.compile(r"^(?:ca\.?|circa|about|approx\.?|ongeveer|±|~) ?")
_PEOPLE = re.compile(r" ?(?:workers|employees|people|werkenden|werknemers|medewerkers|mensen|fte)$")
_RANGE = re.compile(r"(\d+) ?(?:-|to|tot en met|t/m|tot) ?(\d+)")
_BELOW = re.compile(r"(?:<|less than|fewer than|under|minder dan|onder) ?(\d+)")
_ABOVE = re.compile(r"(?:>|more than|over|meer dan|boven) ?(\d+)|(\d+) ?(?:\+|plus|or more|of meer)")
_DASHES = str.maketrans("‐‑‒–—−", "------")


def read(target: str, text: str, read_month: ReadMonth, /) -> Any:
    """Return the value a cell gives to a field (`site.tier`) or to a class (`share.contract.agency`).

    Raises `InvalidValue` with the target as its path, and never with the text that stood there.
    """
    room, _, field = target.partition(".")
    if room == "share" or field == "share_pct":
        return _share(target, text)
    if room == "headcount":
        return _typed("group.headcount", _number(text), target)
    if field == "country":
        return _country(target, text)
    if field == "workforce_total_band":
        return _band(target, text)
    if field == "as_of":
        return _month(target, text, read_month)
    if target in VOCABULARIES:
        return _word(target, VOCABULARIES[target], text)
    return _typed(target, _number(text) if field in _COUNTS else text, target)


def read_class(dimension: str | None, text: str, /) -> tuple[str, str]:
    """Return dimension and class for a word; without a dimension only if no two dimensions have such a class.

    Raises `InvalidValue`.
    """
    if dimension is not None:
        return dimension, _word("group.class", dimension, text)
    meant = classes().get(folded(text), ())
    if not meant:
        raise InvalidValue("class_unknown", path="group.class")
    if len(meant) > 1:
        raise InvalidValue("class_of_several", path="group.class")
    return meant[0]


def band(people: int, /) -> str:
    """Return the band of a number of people."""
    return next((name for name, (_, most) in _BANDS.items() if people <= most), "1000+")


def _word(target: str, vocabulary: str, text: str) -> str:
    value = values(vocabulary).get(folded(text))
    if value is None:  # the workspace says the words of the vocabulary in the language asked for
        raise InvalidValue("not_one_of", path=target, choices=vocabulary)
    return value


def _country(target: str, text: str) -> str:
    code = countries().get(folded(text)) or countries().get(folded(text.partition("(")[0]))
    if code is None:
        raise InvalidValue("not_a_country", path=target)
    return code


def _month(target: str, text: str, read_month: ReadMonth) -> str:
    month = read_month(text)
    if month is None:
        raise InvalidValue("not_a_month", path=target)
    return month


def _share(target: str, text: str) -> int:
    """Return whole percent. 0.35 without a sign could be a third of a percent or of everybody: neither."""
    found = _PERCENT.fullmatch(text.casefold())
    share = float(f"{found[1]}.{found[2] or 0}") if found else -1
    if not 0 <= share <= 100 or (0 < share < 1 and found and not found[3]):
        raise InvalidValue("not_a_share", path=target)
    return int(share + 0.5)


def _band(target: str, text: str) -> str:
    """Return the band in which the number lies, or both ends of the range."""
    plain = _PEOPLE.sub("", _ABOUT.sub("", text.casefold().translate(_DASHES)))
    plain = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
    if folded(text) in _UNKNOWN:
        return "unknown"
    least, most = _ends(plain)
    if least is None or most is None or band(least) != band(most):
        raise InvalidValue("not_a_band", path=target, choices=", ".join((*_BANDS, "1000+")))
    return band(least)


def _ends(text: str) -> tuple[int | None, int | None]:
    """Return the least and the most people a text speaks of; "more than" has no most below the last band."""
    if found := _WHOLE.fullmatch(text):
        return (int(found[1]), int(found[1])) if int(found[1]) >= 0 else (None, None)
    if found := _RANGE.fullmatch(text):
        return int(found[1]), int(found[2])
    if found := _BELOW.fullmatch(text):
        return 0, max(int(found[1]) - 1, 0)
    if found := _ABOVE.fullmatch(text):
        least = int(found[1]) + 1 if found[1] else int(found[2])
        return least, max(least, 10**6)
    return None, None


def _number(text: str) -> int | str:
    """Return the whole number in a text; a text that is none stays as it is."""
    plain = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text
    found = _WHOLE.fullmatch(plain)
    return int(found[1]) if found else text


def _typed(target: str, value: Any, path: str) -> Any:
    hint = _hint(target)
    try:
        return msgspec.convert(value, hint)
    except msgspec.ValidationError as error:
        raise invalid_field(error, hint, path) from None


@cache
def _hint(target: str) -> Any:
    room, _, field = target.partition(".")
    return get_type_hints(_RECORDS[room], include_extras=True)[field]
