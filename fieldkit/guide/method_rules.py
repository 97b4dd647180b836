"""The rule table of the method advice, as it stands in `resources/methods/rules.json` (`01` section 1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from fieldkit.model.answers import Answers
from fieldkit.model.vocabulary import Method


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of the table. A key we do not know is a slip of the pen in our own data."""


class When(Row, frozen=True, kw_only=True):
    """What the answers must say; an empty one always holds.

    A missing answer is `unknown`, also under `is_not`; a missing number reaches nothing.
    """

    allowed: dict[str, tuple[str, ...]] = msgspec.field(name="is", default_factory=dict)  # every one holds
    barred: dict[str, tuple[str, ...]] = msgspec.field(name="is_not", default_factory=dict)  # none holds
    at_least: dict[str, int] = {}  # the largest number given reaches it: one of them does

    def holds(self, answers: Answers, /) -> bool:
        """Return whether the answers say so."""
        return (
            all(getattr(answers, field) in values for field, values in self.allowed.items())
            and not any(getattr(answers, field) in values for field, values in self.barred.items())
            and (not self.at_least or any(_reaches(answers, *limit) for limit in self.at_least.items()))
        )


def _reaches(answers: Answers, field: str, limit: int) -> bool:
    number = getattr(answers, field)
    return number is not None and number >= limit


def one_holds(alternatives: Iterable[When], answers: Answers, /) -> bool:
    """Return whether the answers fulfil at least one of several conditions."""
    return any(when.holds(answers) for when in alternatives)


class Effect(Row, frozen=True, kw_only=True):
    """What a rule does to one method."""

    points: int = 0  # added to the start score
    cap: int | None = None  # the total may not exceed this, whatever is added
    off: bool = False  # the method is not available
    condition: str | None = None  # "first do this": makes the method conditional
    flags: tuple[str, ...] = ()  # what to mind when the method is used


class Rule(Row, frozen=True, kw_only=True):
    """A rule of the table (R01 to R96e)."""

    passage: str  # the guidance it rests on: "M1-CAU1"
    basis: str  # "seed" where the guidance says so, "judgement" where a choice was made
    when: When
    effects: dict[Method, Effect]
    text: str  # the reason or warning


class Precedence(Row, frozen=True, kw_only=True):
    """A rule applied after scoring (P1 to P6)."""

    passage: str
    any_of: tuple[When, ...] = ()  # empty where the scores decide, not the answers
    condition: str | None = None  # what P5 adds to the method it opens again
    text: str


class CombinationRule(Row, frozen=True, kw_only=True):
    """How methods strengthen each other (C1 to C8)."""

    condition: str
    text: str


class Path(Row, frozen=True, kw_only=True):
    """What to do where no legitimate union is (N1 to N6; `01` section 1.6)."""

    when: When | None = None  # None: shown with an outcome, never listed
    condition: str
    steps: tuple[str, ...]
    warning: str


class MethodStart(Row, frozen=True, kw_only=True):
    """One of the five methods."""

    label: str
    base: int  # start score


class LabelWords(Row, frozen=True, kw_only=True):
    """How strongly a method is advised, in words."""

    label: str


class Bands(Row, frozen=True, kw_only=True):
    """From how many points a method is recommended, or possible."""

    recommended: int
    possible: int


class RuleBook(Row, frozen=True, kw_only=True):
    """The whole table; mappings keep its order. Texts are English: keys of the catalogue."""

    methods: Mapping[Method, MethodStart]
    bands: Bands
    labels: Mapping[str, LabelWords]
    key_inputs: tuple[str, ...]  # P6: what must be known before the ranking is more than provisional
    rules: Mapping[str, Rule]
    precedence: Mapping[str, Precedence]
    combinations: Mapping[str, CombinationRule]
    no_reliable_union: tuple[When, ...]  # any of these: the paths apply
    paths: Mapping[str, Path]


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """Return the rule table; the first call reads it from disk."""
    content = files("resources").joinpath("methods", "rules.json").read_bytes()
    return msgspec.json.decode(content, type=RuleBook)
