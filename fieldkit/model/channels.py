"""Mechanism, Tool, AuditRound: the ways of listening that run by themselves (RQ-060, RQ-070, RQ-080)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from fieldkit.model.field import Code, Count, Day, Id, Line, Percent, Record, Text, new_id, of_class
from fieldkit.model.vocabulary import (
    Channel,
    Criterion,
    Degree,
    Fit,
    InterviewPlace,
    LanguageLabel,
    MechanismType,
    Notice,
    ToolFocus,
    ToolOperator,
    UngpCriterion,
    YesNoUnknown,
)


class CriterionScore(Record, frozen=True, kw_only=True):
    """How far one of the eight UNGP criteria is met, and what shows it (RQ-061)."""

    result: Annotated[Criterion, of_class("S")] = "unknown"
    evidence: Annotated[Text, of_class("S")] = ""


class Mechanism(Record, frozen=True, kw_only=True):
    """A grievance mechanism (M3)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    name: Annotated[Line, of_class("O", "organisation")] = ""
    type: Annotated[MechanismType, of_class("N")]
    partner_code: Annotated[Code | None, of_class("N", "code", refers_to="partner")] = None  # who operates it
    open_to: Annotated[tuple[Line, ...], of_class("N")] = ()
    anonymous_filing: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    anonymous_investigation: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    anonymous_handling: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    languages: Annotated[tuple[LanguageLabel, ...], of_class("N")] = ()
    channels: Annotated[tuple[Channel, ...], of_class("N")] = ()
    reach_deeper_tiers: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    awareness: Annotated[Degree, of_class("S")] = "unknown"
    access_reviewed_on: Annotated[Day | None, of_class("N")] = None
    response_days: Annotated[Count | None, of_class("N")] = None
    investment: Annotated[Text, of_class("N")] = ""  # in trust and awareness
    criteria: dict[UngpCriterion, CriterionScore] = {}


class Tool(Record, frozen=True, kw_only=True):
    """A digital tool for surveys among workers (M4)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    provider: Annotated[Line, of_class("O", "organisation")] = ""
    operator: Annotated[ToolOperator, of_class("N")] = "unknown"
    focus: Annotated[ToolFocus, of_class("N")] = "other"
    questions_by: Annotated[tuple[Line, ...], of_class("N")] = ()
    channels: Annotated[tuple[Channel, ...], of_class("N")] = ()
    languages: Annotated[tuple[LanguageLabel, ...], of_class("N")] = ()
    reading_needed: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    device_needed: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    anonymous: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    open_questions_pct: Annotated[Percent | None, of_class("N")] = None
    results_seen_by: Annotated[tuple[Line, ...], of_class("N")] = ()
    workers_know_use: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    follow_up_to_workers: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    frequency: Annotated[Line, of_class("N")] = ""
    method_assessed: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    results_to_supplier: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    minimum_group_shown: Annotated[Count | None, of_class("N")] = None  # people (G-8)


class AuditRound(Record, frozen=True, kw_only=True):
    """Interviews with workers within an audit (M5)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    auditor: Annotated[Line, of_class("O", "organisation")] = ""
    individual: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    group: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    topics: Annotated[tuple[Line, ...], of_class("N")] = ()
    voluntary: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    place: Annotated[InterviewPlace, of_class("S")] = "unknown"
    notice: Annotated[Notice, of_class("S")] = "na"
    selected_by: Annotated[Line, of_class("S")] = ""
    minutes_per_talk: Annotated[Count | None, of_class("N")] = None
    joint_talks_possible: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    fits_dialogue: Annotated[Fit, of_class("S")] = "unknown"
    coaching_signs: Annotated[Text, of_class("S")] = ""
    report_back_to_workers: Annotated[YesNoUnknown, of_class("S")] = "unknown"
