"""May the source be named? A, B, C or D (`05` section 5.8), and the one line about a source there can be."""

from __future__ import annotations

from typing import Literal

import msgspec

from fieldkit.airlock import groups
from fieldkit.airlock.dossier import Dossier
from fieldkit.brief.content import SourceLine
from fieldkit.model.insight import Consent, Insight, SourceAnswers, SourceDecision
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import Outcome, PartnerConsent, PartnerType, Use, WorkerConsent, YesNo
from fieldkit.text import Catalogue, sentences

Step = Literal["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"]
STRICTNESS: tuple[Outcome, ...] = ("A", "B", "C", "D")
"""Outcomes from the most open to the closed one."""

_KIND_OF: dict[PartnerType, str] = {
    "union_site": "workers_organisation",
    "union_region": "workers_organisation",
    "global_federation": "workers_organisation",
    "committee": "workers_organisation",
    "ngo": "local_organisation",
    "cbo": "local_organisation",
    "worker_centre": "local_organisation",
    "local_network": "local_organisation",
    "worker_driven_programme": "local_organisation",
    "tool_provider": "survey",
    "mechanism_operator": "complaints_channel",
    "auditor": "interviews",
    "research": "research",
}
"""The kind of source that outcome B tells, by type of partner (`05` section 5.10)."""
_TO_BE_THERE: tuple[Use, ...] = ("U1", "U2")  # who would not take part, or have notes taken, said nothing
_PARTNER_LADDER: tuple[PartnerConsent, ...] = ("none", "no_source", "type", "named")


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """An outcome, and the step of the tree that decided it."""

    outcome: Outcome
    rule: Step


def decide(answers: SourceAnswers, /) -> Decided:
    """Return the outcome of the decision tree: the first step that applies decides (T1 to T10)."""
    widened: Outcome = "C" if answers.can_widen == "yes" else "D"
    public = answers.independent_source == "yes" and answers.harm_if_raised == "none"
    refused = "none" in (answers.worker_consent, answers.partner_consent)
    both_named = answers.worker_consent == "named" and answers.partner_consent == "named"
    both_type = answers.worker_consent in ("type", "named") and answers.partner_consent in ("type", "named")
    steps: tuple[tuple[Step, bool, Outcome], ...] = (
        ("T1", answers.incident_open == "yes", "D"),
        ("T2", refused, "C" if public else "D"),
        ("T3", answers.harm_if_raised in ("likely", "unknown"), "D"),
        ("T4", answers.harm_if_raised == "possible", widened),
        ("T5", answers.group_size_ok == "no", widened),
        ("T6", answers.harm_if_source_known != "none", "C"),
        ("T7", answers.supplier_attitude in ("hostile", "unknown"), "C"),
        ("T8", both_named, "A"),
        ("T9", both_type, "B"),
        ("T10", True, "C"),
    )
    return next(Decided(outcome=outcome, rule=step) for step, applies, outcome in steps if applies)


def answers_for(insight: Insight, decision: SourceDecision, dossier: Dossier, /) -> SourceAnswers:
    """Return the answers of the tree as the records give them.

    Consents, agreement, groups and supplier are read; only what people judge comes from the decision.
    Consent withdrawn or never asked counts as none.
    """
    failures = groups.failures(insight, dossier, "B")
    return SourceAnswers(
        incident_open="yes" if dossier.frozen_by else "no",
        worker_consent=_worker_consent(insight, decision, dossier),
        partner_consent=_partner_consent(insight, decision, dossier),
        harm_if_raised=decision.harm_if_raised,
        harm_if_source_known=decision.harm_if_source_known,
        group_size_ok="no" if failures else "yes",
        supplier_attitude=dossier.supplier.union_attitude,
        independent_source=decision.independent_source,
        can_widen=_can_widen(insight, decision, dossier),
    )


def _can_widen(insight: Insight, decision: SourceDecision, dossier: Dossier) -> YesNo:
    if decision.can_widen == "yes":
        return "yes"
    # The lower value of G-3 counts as widening: general questions fit a population of ten already.
    return "no" if groups.failures(insight, dossier, "C") else "yes"


def _worker_consent(insight: Insight, decision: SourceDecision, dossier: Dossier) -> WorkerConsent:
    answer, why = decision.agreed_with_workers, decision.agreed_with_workers_why.strip()
    if answer == "no" or (answer == "not_applicable" and not why) or not insight.group_ids:
        return "none"
    ladder: tuple[WorkerConsent, ...] = ("none", "theme", "example", "type", "named")
    reached = min(_steps_agreed(group_id, dossier) for group_id in insight.group_ids)
    if decision.agreed_with_workers == "could_not_be_asked":
        reached = min(reached, 1)  # C at most
    return ladder[reached]


def _steps_agreed(group_id: str, dossier: Dossier) -> int:
    """Return how far up theme, example, type, named a group has agreed, without a step left out."""
    allowed = consents(group_id, dossier)
    steps = ({"U5", "U6"}, {"U7"}, {"U10"}, {"U11"})
    reached = 0
    for needed in steps:
        if not needed <= allowed:
            break
        reached += 1
    return reached


def consents(group_id: str, dossier: Dossier, /) -> frozenset[str]:
    """Return the uses a group agreed to and did not withdraw; of several records what all allow."""
    code, _, label = group_id.rpartition("/")
    given = [_allowed(session, label) for session in dossier.sessions if session.code == code]
    return frozenset.intersection(*given) if given else frozenset()


def _allowed(session: Session, label: str) -> frozenset[str]:
    """Return what a group allowed, and everybody in it who is followed up by a code of their own."""
    own = {each.code for each in session.participant_codes if each.group_label == label}
    of_group = [consent for consent in session.consents if consent.subject == label]
    of_people = [consent for consent in session.consents if consent.subject in own]
    if not of_group:
        return frozenset()
    return frozenset.intersection(*(_uses(consent) for consent in (*of_group, *of_people)))


def _uses(consent: Consent) -> frozenset[str]:
    refused = any(use in consent.uses and not consent.allows(use) for use in _TO_BE_THERE)
    return frozenset() if refused else frozenset(use for use in consent.uses if consent.allows(use))


def _partner_consent(insight: Insight, decision: SourceDecision, dossier: Dossier) -> PartnerConsent:
    if decision.agreed_with_partner == "no":
        return "none"
    behind = dossier.partners_behind(insight)
    if not behind:
        return "none"
    reached = min(_naming(partner, dossier.agreements) for partner in behind)
    if decision.agreed_with_partner != "yes":
        reached = min(reached, 1)  # could not be asked: C at most
    return _PARTNER_LADDER[reached]


def _naming(partner: Partner, agreements: tuple[Agreement, ...]) -> int:
    consents_given = [
        {"never": 1, "type_only": 2, "named": 3}[agreement.source_naming_consent]
        for agreement in agreements
        if agreement.partner_code == partner.code
    ]
    return min(consents_given, default=0)


def source_line(outcome: Outcome, partners: tuple[Partner, ...], words: Catalogue, /) -> SourceLine | None:
    """Return the only words about a source that may be printed: outcome A or B, else None."""
    if outcome not in ("A", "B") or not partners:
        return None
    if outcome == "A":
        name = words.listed(partner.name for partner in partners)
        return SourceLine(sentence=words.say("{name} told us the following.", name=name), cell=name)
    # Of several partners only the first kind shows: two kinds side by side would tell who they are.
    kind = _KIND_OF[partners[0].type]
    lines = sentences("sources")
    return SourceLine(sentence=words.say(lines[f"{kind}.sentence"]), cell=words.say(lines[f"{kind}.cell"]))
