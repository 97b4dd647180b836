"""Which items of the safety checklist apply now, which gate each holds, and what settles it (`03`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fieldkit.guide.languages import Chain
from fieldkit.model.session import CheckAnswer
from fieldkit.model.vocabulary import CheckStatus, Method, RiskLevel
from resources.library import GateId, SafetyItem, safety_checklist

AT_RISK: tuple[RiskLevel, ...] = ("high", "unknown")
"""The risks of reprisal at which advisory items marked A! block."""

NEVER_SET_ASIDE = ("SC-01", "SC-02")
"""Items that always apply: whether harm was weighed, and whether the partner finds it safe."""

ASKED_EACH_TIME = ("SC-02",)
"""Items about this very moment: an answer for the whole dialogue does not count for a session."""


@cache
def items(gate: GateId, /) -> tuple[SafetyItem, ...]:
    """Return the items that hold a gate, in the order of the list."""
    return tuple(item for item in safety_checklist().items if gate in item.gates)


@cache
def item(id_: str, /) -> SafetyItem:
    """Return one item by its id. Raises `KeyError` for an unknown one."""
    return {each.id: each for each in safety_checklist().items}[id_]


def applies(item: SafetyItem, method: Method, chain: Chain, /) -> bool:
    """Return whether an item counts for a session heard by this method, with this language chain.

    Before all languages are known it counts: nobody can tell yet that an interpreter is not needed.
    """
    fits_method = not item.applies_if.methods or method in item.applies_if.methods
    shared = item.applies_if.languages == "differ" and chain.known and not chain.differs
    return fits_method and not shared


def blocks(item: SafetyItem, risk: RiskLevel, /) -> bool:
    """Return whether an open item holds its gate shut: A! blocks at a high or unknown risk of reprisal."""
    at_risk = item.severity == "advisory_blocks_at_risk" and risk in AT_RISK
    return item.severity == "blocking" or at_risk


def answer(id_: str, *answers: Iterable[CheckAnswer]) -> CheckAnswer:
    """Return the answer to an item: the first that is not open, in the order of the lists."""
    given = (each for checks in answers for each in checks if each.item == id_ and each.status != "open")
    return next(given, CheckAnswer(item=id_))


def standing(item: SafetyItem, given: CheckAnswer, risk: RiskLevel, /) -> CheckStatus:
    """Return what an answer comes to: `yes`, `not_applicable` and `waived` settle an item, nothing else does.

    An answer counts once a role stands behind it; only what is advisory now can be waived, and two items can
    never be set aside.
    """
    refused = (
        not given.by_role.strip()
        or (given.status == "waived" and blocks(item, risk))
        or (given.status == "not_applicable" and item.id in NEVER_SET_ASIDE)
    )
    return "open" if refused else given.status
