"""How free a union is: ten questions, and the class that follows from the first five (`01` section 1.5)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from fieldkit.guide.method_rules import Row
from fieldkit.model.partner import Partner
from fieldkit.model.vocabulary import Legitimacy, LegitimacyQuestion, PartnerType, YesNoUnknown

REPRESENTATION: frozenset[PartnerType] = frozenset(
    {"union_site", "union_region", "global_federation", "committee"}
)
"""Partners to whom the questions are put (SC-06)."""


class LegitimacyItem(Row, frozen=True, kw_only=True):
    """One question; the text is English, a key of the catalogue."""

    id: LegitimacyQuestion
    text: str
    decides: bool  # L1 to L5; the others tell whom the union represents


@lru_cache(maxsize=1)
def questions() -> tuple[LegitimacyItem, ...]:
    """Return the ten questions in their order; the first call reads them from disk."""
    content = files("resources").joinpath("questions", "legitimacy.json").read_bytes()
    return msgspec.json.decode(content, type=tuple[LegitimacyItem, ...])


def result(answers: Mapping[LegitimacyQuestion, YesNoUnknown], /) -> Legitimacy:
    """Return how a union stands: a "no" on L1 to L5 is red, and a question not asked is unknown.

    No red and nothing unknown is trusted; two or more red is yellow; all else is unverified.
    """
    decisive = [answers.get(each.id, "unknown") for each in questions() if each.decides]
    red = decisive.count("no")
    if red >= 2:
        return "yellow"
    return "unverified" if red or "unknown" in decisive else "trusted"


def standing(partner: Partner, /) -> Legitimacy:
    """Return how a partner stands: `na` where it is neither union nor elected representation."""
    return result(partner.legitimacy_answers) if partner.type in REPRESENTATION else "na"
