"""Item: what becomes of one insight, and every reason why it may not leave as decided."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from fieldkit.airlock import generalise, groups, source, supplier_texts
from fieldkit.airlock.dossier import Dossier
from fieldkit.errors import Reason
from fieldkit.model.followup import Released
from fieldkit.model.insight import Insight, SourceDecision
from fieldkit.model.vocabulary import Outcome, Use

USES_NEEDED: dict[Outcome, tuple[Use, ...]] = {
    "A": ("U5", "U6", "U7", "U10", "U11"),
    "B": ("U5", "U6", "U7", "U10"),
    "C": ("U5", "U6"),
    "D": (),
}
"""What every group behind an insight must have agreed to (`02` section 2.10)."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One insight that was meant for the supplier."""

    insight: Insight
    outcome: Outcome | None  # as decided by people; None: not decided yet
    rule: source.Step | None  # the step of the tree that the records lead to
    reasons: tuple[Reason, ...]

    @property
    def printed(self) -> bool:
        """Return whether a statement of it stands in the brief, not only questions."""
        return self.outcome in ("A", "B")


def judge(insight: Insight, dossier: Dossier, checks: supplier_texts.Checks, /) -> Item:
    """Return what becomes of one insight: source decision, groups, consents and wording (SC-40, SC-41)."""
    decision = insight.source_decision
    if decision is None:
        found = [
            Reason("SC-40", insight.code, "no_source_decision"),
            *_wording(insight, "C", dossier, checks),
        ]
        return Item(insight=insight, outcome=None, rule=None, reasons=tuple(found))
    derived = derive(insight, decision, dossier)
    found = [*_too_open(insight, decision, derived)]
    if decision.outcome != "D":
        found += _not_safely_heard(insight, dossier)
        found += _too_small(insight, decision, dossier)
        found += _not_agreed(insight, decision.outcome, dossier)
        found += _ahead(insight, checks)
        found += _wording(insight, decision.outcome, dossier, checks)
    return Item(insight=insight, outcome=decision.outcome, rule=derived.rule, reasons=tuple(found))


def released(item: Item, dossier: Dossier, /) -> Released:
    """Return what the ledger keeps of an item that left: a statement in comparable terms, or a question."""
    insight = item.insight
    asked = Released(insight_code=insight.code, outcome=item.outcome or "C", theme=insight.theme)
    if not item.printed:
        return asked
    return msgspec.structs.replace(
        asked,
        group_class=generalise.group(insight),
        country=dossier.supplier.country,
        region=generalise.region(dossier),
        period=insight.period,
        band=generalise.band(insight, dossier),
    )


def derive(insight: Insight, decision: SourceDecision, dossier: Dossier, /) -> source.Decided:
    """Return the outcome that the records lead to, an open incident apart."""
    answers = source.answers_for(insight, decision, dossier)
    # An incident is said once for the whole dialogue (XR-1), and must not hide what else is wrong.
    return source.decide(msgspec.structs.replace(answers, incident_open="no"))


def _too_open(insight: Insight, decision: SourceDecision, derived: source.Decided) -> Iterator[Reason]:
    openness = source.STRICTNESS.index
    if openness(decision.outcome) < openness(derived.outcome):
        yield Reason(
            derived.rule, insight.code, "outcome_too_open", chosen=decision.outcome, allowed=derived.outcome
        )
    elif derived.rule == "T4" and decision.outcome == "C" and decision.widened == "no":
        yield Reason("T4", insight.code, "not_widened")


def _not_safely_heard(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    for session in dossier.sessions_behind(insight):
        if session.status != "held":
            yield Reason("G2", insight.code, "session_not_held", session=session.code)
        if session.employer_absence.spoiled:
            yield Reason("XR-3", insight.code, "employer_was_there", session=session.code)
        if any(group.under18_present and not group.specialist_role for group in session.groups):
            yield Reason("XR-5", insight.code, "under_18_without_specialist", session=session.code)


def _too_small(insight: Insight, decision: SourceDecision, dossier: Dossier) -> tuple[Reason, ...]:
    if decision.outcome == "C" and decision.widened == "yes":
        return ()  # the wording speaks of more people than were heard (T5)
    return groups.failures(insight, dossier, decision.outcome)


def _ahead(insight: Insight, checks: supplier_texts.Checks) -> Iterator[Reason]:
    if insight.period and insight.period > f"{checks.today.year}-H{1 if checks.today.month <= 6 else 2}":
        yield Reason("5.3", insight.code, "period_ahead")


def _not_agreed(insight: Insight, outcome: Outcome, dossier: Dossier) -> Iterator[Reason]:
    needed = [*USES_NEEDED[outcome], *_closeness_uses(insight, outcome)]
    if not insight.group_ids:
        yield Reason("U5", insight.code, "no_group_behind")
    for group_id in insight.group_ids:
        allowed = source.consents(group_id, dossier)
        for use in needed:
            if use not in allowed:
                yield Reason(use, insight.code, "consent_missing", use=use, group=group_id)


def _closeness_uses(insight: Insight, outcome: Outcome) -> tuple[Use, ...]:
    if outcome == "C" or insight.closeness == "own_words":
        return ()
    return ("U8",) if insight.closeness == "close_paraphrase" else ("U9",)


def _wording(
    insight: Insight, outcome: Outcome, dossier: Dossier, checks: supplier_texts.Checks
) -> Iterator[Reason]:
    verbatim = outcome in ("A", "B") and all(
        "U9" in source.consents(group_id, dossier) for group_id in insight.group_ids
    )
    for written in supplier_texts.of_insight(insight, outcome, verbatim_allowed=verbatim):
        yield from supplier_texts.objections(written, checks)
