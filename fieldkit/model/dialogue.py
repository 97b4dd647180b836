"""Dialogue, Assessment, MethodUse (`02` section 2.2)."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from fieldkit.model.answers import Answers
from fieldkit.model.field import Code, Day, Id, Line, Record, Text, new_id, of_class
from fieldkit.model.session import CheckAnswer
from fieldkit.model.vocabulary import (
    Barrier,
    BarrierLevel,
    ConsentLine,
    DueDiligenceStep,
    LanguageLabel,
    Method,
    MethodRole,
    ReprisalForm,
    Theme,
)


class ConditionMet(Record, frozen=True, kw_only=True):
    """A condition of a chosen method that somebody has fulfilled."""

    condition: Annotated[Line, of_class("S")]
    by_role: Annotated[Line, of_class("N")]
    on: Annotated[Day, of_class("N")]


class MethodUse(Record, frozen=True, kw_only=True):
    """A method chosen for a dialogue, with its role (RQ-022)."""

    method: Annotated[Method, of_class("N")]
    role: Annotated[MethodRole, of_class("N")]
    partner_code: Annotated[Code | None, of_class("N", "code", refers_to="partner")] = None  # through whom
    deviation_reason: Annotated[Text, of_class("S")] = ""  # why not the best ranked (RQ-020)
    conditions_met: tuple[ConditionMet, ...] = ()


class ConsentWording(Record, frozen=True, kw_only=True):
    """The lines of the consent card in a language of the workers, as the partner says them (SC-31).

    A line that is not here is written on the card by hand.
    """

    language: Annotated[LanguageLabel, of_class("Q", "language")]
    lines: Annotated[dict[ConsentLine, Text], of_class("N")] = {}


class Dialogue(Record, frozen=True, kw_only=True):
    """One dialogue with workers about one supplier. Its status is derived from its steps, never typed."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    title: Annotated[Line, of_class("N")]  # neutral
    company_code: Annotated[Code | None, of_class("N", "code", refers_to="company")] = None  # the sender
    supplier_code: Annotated[Code, of_class("N", "code", refers_to="supplier")]
    site_code: Annotated[Code | None, of_class("N", "code", refers_to="site")] = None
    partner_codes: Annotated[tuple[Code, ...], of_class("N", "code", refers_to="partner")] = ()
    theme_ids: Annotated[tuple[Theme, ...], of_class("N")] = ()
    purpose: Annotated[Text, of_class("N")] = ""
    dd_step: Annotated[tuple[DueDiligenceStep, ...], of_class("N")] = ()
    decision_to_inform: Annotated[Text, of_class("N")] = ""
    decision_owner_role: Annotated[Line, of_class("N")] = ""
    decision_due: Annotated[Day | None, of_class("N")] = None
    co_hosts: Annotated[tuple[Line, ...], of_class("O", "organisation")] = ()
    method_uses: tuple[MethodUse, ...] = ()
    checks: tuple[CheckAnswer, ...] = ()  # of items that hold for the whole dialogue (G0, G3, G4)
    cancelled_on: Annotated[Day | None, of_class("N")] = None
    consent_wordings: tuple[ConsentWording, ...] = ()


class BarrierRating(Record, frozen=True, kw_only=True):
    """How strong one of the seven barriers to speaking is, and what is done about it (BAR)."""

    level: Annotated[BarrierLevel, of_class("S")] = "unknown"
    forms: Annotated[tuple[ReprisalForm, ...], of_class("S")] = ()  # of the reprisal barrier only
    measure: Annotated[Text, of_class("S")] = ""


class Assessment(Record, frozen=True, kw_only=True):
    """The answers about a site, the seven barriers, the rights at risk, and the advice that followed."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    answers: Answers = Answers()
    barriers: dict[Barrier, BarrierRating] = {}
    rights: Annotated[tuple[Theme, ...], of_class("S")] = ()
    assessed_on: Annotated[Day | None, of_class("S")] = None
    assessor_role: Annotated[Line, of_class("S")] = ""
    result: Annotated[dict[str, Any] | None, of_class("S")] = None  # the advice as it stood that day
