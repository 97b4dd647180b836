"""BriefPlan, Brief, SupplierTalk, Action, WorkerFeedback, Incident (`02` sections 2.7, 2.8, 2.10)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from fieldkit.model.field import (
    Code,
    Count,
    Country,
    Day,
    HalfYear,
    Id,
    Level,
    Line,
    Record,
    Text,
    Wording,
    new_id,
    of_class,
)
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import (
    ActionStatus,
    Benefit,
    FeedbackChannel,
    IncidentAgainst,
    IncidentStatus,
    IncidentType,
    Language,
    Need,
    Outcome,
    Owner,
    QuestionId,
    Theme,
    YesNo,
)

Moment = Annotated[datetime, Meta(tz=True)]
Score = Annotated[int, Meta(ge=1, le=5)]


Written = Annotated[str, Meta(pattern=r"\S", max_length=300, examples=["a word of the trade"])]  # not blank


class PlanTheme(Record, frozen=True, kw_only=True):
    """A theme the brief asks about, and whether it is known for sector and country anyway (G-10)."""

    id: Annotated[Theme, of_class("P")]
    known_for_sector: Annotated[YesNo, of_class("N")] = "no"
    public_reference: Annotated[Line, of_class("N")] = ""


class OwnQuestion(Record, frozen=True, kw_only=True):
    """An open question written by the user."""

    theme: Annotated[Theme, of_class("P")]
    text: Wording


class ContextSheet(Record, frozen=True, kw_only=True):
    """How a problem fits the supplier's circumstances (FB2). Internal."""

    law_and_practice: Annotated[Text, of_class("N")] = ""
    custom: Annotated[Text, of_class("N")] = ""
    geography_season: Annotated[Text, of_class("N")] = ""
    price_and_orders: Annotated[Text, of_class("N")] = ""
    size_and_means: Annotated[Text, of_class("N")] = ""
    history_between_us: Annotated[Text, of_class("N")] = ""
    sector_wide_problem: Annotated[YesNo | None, of_class("N")] = None
    root_causes: Annotated[Text, of_class("N")] = ""


class Approval(Record, frozen=True, kw_only=True):
    """A word outside the plain vocabulary that a person let through, with role and reason."""

    word: Annotated[Written, of_class("N")]
    by_role: Annotated[Written, of_class("N")]
    reason: Annotated[Written, of_class("N")]
    on: Annotated[Day | None, of_class("N")] = None


class SignOff(Record, frozen=True, kw_only=True):
    """Who, by role, said yes, and when."""

    role: Annotated[Line, of_class("N")]
    on: Annotated[Day, of_class("N")]


class BriefPlan(Record, frozen=True, kw_only=True):
    """What one dialogue's brief to its supplier will hold, as chosen by people."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    supplier_code: Annotated[Code, of_class("N", "code", refers_to="supplier")]
    title: Wording = Wording()  # empty: a neutral title of ours
    themes: tuple[PlanTheme, ...] = ()
    question_ids: Annotated[tuple[QuestionId, ...], of_class("P")] = ()
    own_questions: tuple[OwnQuestion, ...] = ()
    benefits: Annotated[tuple[Benefit, ...], of_class("P")] = ()
    goes_well: tuple[Wording, ...] = ()  # what the supplier itself has told or shown
    own_share: tuple[Wording, ...] = ()  # what we bring ourselves, one paragraph each
    context_sheet: ContextSheet = ContextSheet()
    vocabulary_approvals: tuple[Approval, ...] = ()
    accepted_marks: tuple[Approval, ...] = ()  # review marks kept, by their text
    second_reader: SignOff | None = None
    partner_yes: SignOff | None = None


class Released(Record, frozen=True, kw_only=True):
    """What one insight told in a brief that left, in terms that can be compared (G-6). Internal."""

    insight_code: Annotated[Code, of_class("N", "code")]
    outcome: Annotated[Outcome, of_class("N")]
    theme: Annotated[Theme, of_class("N")]
    # Of a printed statement (A, B); questions (C) tell none of these.
    group_class: GroupClass | None = None
    country: Annotated[Country | None, of_class("N")] = None
    region: Annotated[Line, of_class("N")] = ""  # empty: the country alone was printed
    period: Annotated[HalfYear | None, of_class("N")] = None
    band: Annotated[Line, of_class("N")] = ""  # band.10, share.38: as printed, frozen once it left


class Brief(Record, frozen=True, kw_only=True):
    """A brief that left: exactly what the supplier could read."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    supplier_code: Annotated[Code, of_class("N", "code", refers_to="supplier")]
    created: Annotated[Moment, of_class("P")]
    language: Annotated[Language, of_class("P")]
    sections: Annotated[dict[str, Any], of_class("P")]  # the printed fields, nothing else
    outcome_mix: Annotated[dict[Outcome, Count], of_class("N")] = {}
    released: tuple[Released, ...] = ()
    hash: Annotated[Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")], of_class("P")]  # SHA-256 of the PDF
    exported_by_role: Annotated[Line, of_class("N")] = ""
    export_count: Annotated[Count, of_class("N")] = 1
    recalled_on: Annotated[Day | None, of_class("N")] = None  # internal; never reaches the supplier


class SupplierTalk(Record, frozen=True, kw_only=True):
    """The conversation with the supplier (RQ-099)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    date: Annotated[Day, of_class("S")]
    roles_present: Annotated[tuple[Line, ...], of_class("S")] = ()
    supplier_view: Annotated[Text, of_class("S")] = ""
    concerns: Annotated[Text, of_class("S")] = ""
    asked_for_source: Annotated[YesNo, of_class("S")] = "no"
    answer_given: Annotated[Text, of_class("S")] = ""
    relation_before: Annotated[Score | None, of_class("S")] = None
    relation_after: Annotated[Score | None, of_class("S")] = None
    next_date: Annotated[Day | None, of_class("S")] = None


class Action(Record, frozen=True, kw_only=True):
    """A step agreed or proposed; in a brief its days are a month and a year."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    text: Wording
    insight_codes: Annotated[tuple[Code, ...], of_class("N", refers_to="insight")] = ()
    owner: Annotated[Owner, of_class("P")]
    worker_priority: Annotated[Score | None, of_class("S")] = None
    due: Annotated[Day | None, of_class("P")] = None
    look_again: Annotated[Day | None, of_class("P")] = None
    evidence_of_result: Wording = Wording()
    in_brief: Annotated[bool, of_class("N")] = False
    status: Annotated[ActionStatus, of_class("N")] = "proposed"
    dropped_reason: Annotated[Text, of_class("S")] = ""


class WorkerFeedback(Record, frozen=True, kw_only=True):
    """Word back to workers: what was done with what they said (SC-44)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    session_code: Annotated[Code | None, of_class("N", "code", refers_to="session")] = None
    channel: Annotated[FeedbackChannel, of_class("S")]
    date: Annotated[Day | None, of_class("S")] = None
    due: Annotated[Day | None, of_class("S")] = None
    content: Annotated[Text, of_class("S")] = ""
    reaction: Annotated[Text, of_class("S")] = ""
    satisfied: Annotated[Score | None, of_class("S")] = None  # 1 to 5, told through the partner


class Referral(Record, frozen=True, kw_only=True):
    """Help that was offered."""

    need_type: Annotated[Need, of_class("S")]
    service_code: Annotated[Line, of_class("S")] = ""
    offered: Annotated[YesNo, of_class("S")] = "no"
    accepted: Annotated[YesNo | None, of_class("S")] = None


class Incident(Record, frozen=True, kw_only=True):
    """Something that harmed or may harm people around a dialogue. No names (XR-1)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    session_code: Annotated[Code | None, of_class("N", "code", refers_to="session")] = None
    detected_on: Annotated[Day, of_class("S", "day")]
    type: Annotated[IncidentType, of_class("S")]
    against: Annotated[IncidentAgainst, of_class("S")] = "participants"
    severity: Annotated[Level, of_class("S")]  # 4 gravest
    reported_via: Annotated[Line, of_class("S")] = ""
    wishes_asked: Annotated[YesNo, of_class("S")] = "no"
    actions: Annotated[Text, of_class("S")] = ""
    referrals: tuple[Referral, ...] = ()
    escalation_deadline: Annotated[Moment | None, of_class("S")] = None
    brief_frozen: Annotated[YesNo, of_class("S")] = "no"
    status: Annotated[IncidentStatus, of_class("S")] = "open"
    lessons: Annotated[Text, of_class("S")] = ""

    @property
    def freezes(self) -> bool:
        """Return whether exports stand still: severity 3 or 4 and not closed, or frozen by hand (XR-1)."""
        return self.status != "closed" and (self.severity >= 3 or self.brief_frozen == "yes")
