"""Releases of the sample dialogues, to be changed one thing at a time."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from fieldkit.airlock.dossier import Dossier
from fieldkit.airlock.release import Release, prepare
from fieldkit.model.followup import Incident
from fieldkit.model.insight import UseConsent
from tests.airlock.dossiers import (
    TODAY,
    dossier,
    known,
    with_decision,
    with_sessions,
)


def release(of: Dossier, language: str = "en") -> Release:
    return prepare(of, known(of), language, TODAY)


def rules(of: Dossier, language: str = "en") -> set[tuple[str, str]]:
    return {(reason.rule, reason.subject) for reason in release(of, language).reasons}


def without_consent(of: Dossier, use: Any, label: str, answer: Any = "no") -> Dossier:
    [session] = of.sessions
    consents = tuple(
        replace(consent, uses={**consent.uses, use: UseConsent(answer=answer)})
        if consent.subject == label
        else consent
        for consent in session.consents
    )
    return with_sessions(of, consents=consents)


def incident(severity: int, **changes: Any) -> Incident:
    made = Incident(code="INC-9", detected_on=TODAY, type="threat", severity=severity)
    return replace(made, **changes)


def named_source() -> Dossier:
    of = dossier("horticulture")
    for use in ("U7", "U10", "U11"):
        for label in ("G1", "G2"):
            of = without_consent(of, use, label, "yes")
    of = replace(of, agreements=tuple(replace(each, source_naming_consent="named") for each in of.agreements))
    return with_decision(with_decision(of, "I3", outcome="A"), "I4", outcome="A")


def hints(of: Dossier) -> set[tuple[str, str]]:
    made = release(of)
    assert made.reasons == ()
    return {(hint.rule, hint.code) for hint in made.hints}


def with_action(of: Dossier, **changes: Any) -> Dossier:
    return replace(of, actions=(replace(of.actions[0], in_brief=True, **changes), *of.actions[1:]))
