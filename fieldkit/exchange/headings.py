"""Which column of a table is what: the choices there are, and a guess from the heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from fieldkit.exchange.table_words import classes, folded, headings
from fieldkit.model.vocabulary import DIMENSION_CLASSES

UNUSED = "unused"
LEFT_OUT = "left_out"
"""A column that is never taken in: persons and how to reach them, positions on a map (`02` 2.1)."""

FIELDS = (
    "supplier.code", "supplier.name", "supplier.country", "supplier.address", "supplier.contact_role",
    "supplier.union_attitude", "supplier.cooperation", "supplier.relation_years", "supplier.leverage",
    "site.code", "site.name", "site.address", "site.region_label", "site.tier", "site.formality",
    "site.workforce_total_band", "site.known_sites_in_region",
    "group.dimension", "group.class", "group.share_pct", "group.headcount", "group.as_of", "group.source",
    "group.representation", "group.vulnerability",
)  # fmt: skip
"""The record and field each column can fill."""

MEASURES = ("share", "headcount")
"""What a column about one class counts: `share.sex_gender.women` in percent, `headcount.…` in people."""

_GROUP_KEYS = ("group.dimension", "group.class")


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """What each column of a table is: one of `choices()`. Of two alike the first filled one counts."""

    columns: tuple[str, ...]

    @property
    def left_out(self) -> tuple[int, ...]:
        """The columns that are never taken in."""
        return tuple(at for at, target in enumerate(self.columns) if target == LEFT_OUT)


@lru_cache(maxsize=1)
def choices() -> tuple[str, ...]:
    """Return everything a column can be."""
    of_a_class = (
        f"{measure}.{dimension}.{class_}"
        for dimension, each in DIMENSION_CLASSES.items()
        for class_ in each
        for measure in MEASURES
    )
    return (UNUSED, *FIELDS, *of_a_class, LEFT_OUT)


def guess(header: Sequence[str], /) -> Mapping:
    """Return what the columns most probably are, by their headings in English or Dutch.

    No two columns are guessed to be the same; what is not understood stays unused. A heading that names a
    class of workers without saying whether it counts people or percent stays unused too.
    """
    words = [folded(heading) for heading in header]
    found: dict[int, str] = {}
    for target in _order(words):
        column = _surest(words, target, found)
        if column is not None:
            found[column] = target
    for column, heading in enumerate(words):
        if column not in found:
            found[column] = _of_a_class(heading, found) or _never_taken(heading)
    return Mapping(columns=tuple(found[column] for column in range(len(words))))


def _order(words: Sequence[str]) -> Iterator[str]:
    """Yield the fields, those of groups first where the table has a row for each group."""
    known = headings().columns
    per_group = all(any(word in known[key] for word in words) for key in _GROUP_KEYS)
    of_groups = [field for field in FIELDS if field.startswith("group.")]
    others = [field for field in FIELDS if field not in of_groups]
    always = ("group.class", "group.as_of", "group.source")
    yield from of_groups if per_group else [field for field in of_groups if field in always]
    yield from others


def _surest(words: Sequence[str], target: str, found: dict[int, str]) -> int | None:
    known = headings().columns[target]
    ranked = [(known.index(word), at) for at, word in enumerate(words) if at not in found and word in known]
    return min(ranked)[1] if ranked else None


def _of_a_class(heading: str, found: dict[int, str]) -> str | None:
    """Return what a heading such as `% women` or `aantal vrouwen` counts, if just one class has that name."""
    measures = headings().measures
    words = heading.replace("%", " % ").split()
    measure = next((name for name in MEASURES if any(word in measures[name] for word in words)), None)
    name = [word for word in words if not any(word in measures[each] for each in measures)]
    meant = classes().get(" ".join(name), ())
    if measure is None or len(meant) != 1:
        return None
    [(dimension, class_)] = meant
    target = f"{measure}.{dimension}.{class_}"
    return None if target in found.values() else target


def _never_taken(heading: str) -> str:
    return LEFT_OUT if heading in headings().columns[LEFT_OUT] else UNUSED
