"""What does not fit together within one record: shares, headcounts, days (Q3, SC-04, M2-CAU1).

A remark never stops anybody. Its subject is the path of the field to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from fieldkit.errors import Reason
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Agreement
from fieldkit.model.paths import key
from fieldkit.model.supply import Site, Supplier, WorkforceGroup
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension, RiskLevel, WorkforceBand

POINTS_APART = 10
"""How far an answer may stand from the workforce table, in points of a percentage."""

BANDS: dict[WorkforceBand, tuple[int, int | None]] = {
    "<20": (1, 19),
    "20-49": (20, 49),
    "50-99": (50, 99),
    "100-249": (100, 249),
    "250-999": (250, 999),
    "1000+": (1000, None),
}
"""The fewest and the most people of a band; None: no limit."""

SHARES: dict[str, tuple[Dimension, frozenset[str]]] = {
    "pct_women": ("sex_gender", frozenset({"women"})),
    "pct_migrant": ("migrant", frozenset(DIMENSION_CLASSES["migrant"]) - {"local"}),
    "pct_temp_agency": ("contract", frozenset({"agency", "fixed_term", "seasonal", "day"})),
    "pct_informal": ("contract", frozenset({"none"})),
}
"""Which classes of the workforce table an answer counts together."""

_RISKS: dict[str, RiskLevel] = {"some": "medium", "strong": "high"}
_ORDER: tuple[RiskLevel, ...] = ("low", "medium", "high", "unknown")  # what is unknown counts as high

Placed = tuple[int, WorkforceGroup]


def remarks(record: Record, /, *, today: date | None = None, site: Site | None = None) -> tuple[Reason, ...]:
    """Return what does not fit together in a supplier, an assessment, a dialogue or an agreement.

    A dialogue is held against `today`, an assessment against the workforce of the `site` it is about.
    """
    match record:
        case Supplier():
            return tuple(_supplier(record))
        case Assessment():
            return (*_risk(record), *(_assessment(record, site.workforce_groups) if site else ()))
        case Dialogue():
            return tuple(_dialogue(record, today))
        case Agreement():
            return tuple(_agreement(record))
    return ()


def _supplier(supplier: Supplier) -> Iterator[Reason]:
    for at, site in enumerate(supplier.sites):
        yield from _twice(at, site)
        for dimension in DIMENSION_CLASSES:
            groups = [each for each in enumerate(site.workforce_groups) if each[1].dimension == dimension]
            yield from _shares(at, groups, dimension)
            yield from _headcounts(at, groups, dimension, site.workforce_total_band)


def _twice(at: int, site: Site) -> Iterator[Reason]:
    seen: set[tuple[str, str]] = set()
    for place, group in enumerate(site.workforce_groups):
        if (group.dimension, group.class_) in seen:
            yield _group_remark(at, place, "class_", "class_twice")
        seen.add((group.dimension, group.class_))


def _shares(at: int, groups: Sequence[Placed], dimension: Dimension) -> Iterator[Reason]:
    """Yield shares of one dimension that are no whole; half a point each is forgiven for rounding."""
    given = [(place, group.share_pct) for place, group in groups if group.share_pct is not None]
    total = sum(share for _, share in given)
    forgiven = len(given) // 2
    if total > 100 + forgiven:
        yield _group_remark(at, given[-1][0], "share_pct", "shares_over_whole", total=total)
    elif _complete(groups, dimension, "share_pct") and total < 100 - forgiven:
        yield _group_remark(at, given[-1][0], "share_pct", "shares_under_whole", total=total)


def _headcounts(
    at: int, groups: Sequence[Placed], dimension: Dimension, band: WorkforceBand
) -> Iterator[Reason]:
    given = [(place, group.headcount) for place, group in groups if group.headcount is not None]
    if not given or band not in BANDS:
        return
    total = sum(count for _, count in given)
    fewest, most = BANDS[band]
    if most is not None and total > most:
        yield _group_remark(at, given[-1][0], "headcount", "more_people_than_band", total=total, most=most)
    elif _complete(groups, dimension, "headcount") and total < fewest:
        yield _group_remark(
            at, given[-1][0], "headcount", "fewer_people_than_band", total=total, least=fewest
        )


def _complete(groups: Sequence[Placed], dimension: Dimension, field: str) -> bool:
    """Return whether every class of a dimension has its number."""
    filled = {group.class_ for _, group in groups if getattr(group, field) is not None}
    return filled == set(DIMENSION_CLASSES[dimension])


def _assessment(assessment: Assessment, groups: Sequence[WorkforceGroup]) -> Iterator[Reason]:
    for field, (dimension, classes) in SHARES.items():
        answer = cast("int | None", getattr(assessment.answers, field))
        shares = {
            group.class_: group.share_pct
            for group in groups
            if group.dimension == dimension and group.class_ in classes and group.share_pct is not None
        }
        if answer is None or not shares:
            continue
        total = sum(shares.values())
        # Classes that are not in the table can only add to what stands there.
        apart = total - answer if shares.keys() < classes else abs(total - answer)
        if apart > POINTS_APART:
            yield Reason("Q3", key(("answers", field)), "unlike_workforce", answer=answer, table=total)


def _risk(assessment: Assessment) -> Iterator[Reason]:
    """Yield a risk of reprisal rated lower than the barrier: the highest counts (`02` section 2.10)."""
    barrier = assessment.barriers.get("reprisal", BarrierRating())
    risk = _RISKS.get(barrier.level, "low")
    if _ORDER.index(assessment.answers.retaliation_risk) < _ORDER.index(risk):
        yield Reason("BAR", key(("answers", "retaliation_risk")), "risk_below_barrier")


def _dialogue(dialogue: Dialogue, today: date | None) -> Iterator[Reason]:
    if today is not None and dialogue.decision_due is not None and dialogue.decision_due < today:
        yield Reason("SC-04", "decision_due", "decision_day_past")


def _agreement(agreement: Agreement) -> Iterator[Reason]:
    start, review = agreement.start, agreement.review_date
    if start is not None and review is not None and review < start:
        yield Reason("M2-CAU1", "review_date", "review_before_start")


def _group_remark(site: int, group: int, field: str, code: str, **data: object) -> Reason:
    return Reason("Q3", key(("sites", site, "workforce_groups", group, field)), code, **data)
