"""Consent, RawNote, Insight, SourceDecision, Corroboration (`02` sections 2.5 and 2.8)."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from fieldkit.model.field import (
    Code,
    Count,
    Day,
    HalfYear,
    Id,
    Level,
    Line,
    Percent,
    Record,
    Text,
    Wording,
    new_id,
    of_class,
)
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import (
    Agreed,
    Attitude,
    Closeness,
    ConsentForm,
    CorroborationResult,
    Evidence,
    Explained,
    Harm,
    InsightStatus,
    NotFoundReason,
    OtherSource,
    Outcome,
    PartnerConsent,
    Polarity,
    Reach,
    RootCause,
    SourceKind,
    SubTheme,
    Theme,
    TimeFrame,
    Use,
    UseAnswer,
    UseRoute,
    WorkerConsent,
    YesNo,
    YesNoUnknown,
)

GroupId = Annotated[str, Meta(pattern=r"^\S+/\S+$", examples=["CC-2026-01/G1"])]  # session/label


class UseConsent(Record, frozen=True, kw_only=True):
    """The answer to one use, and the day it was given or withdrawn. Nothing is pre-set to yes."""

    answer: Annotated[UseAnswer, of_class("S")]
    on: Annotated[Day | None, of_class("S", "day")] = None


class Consent(Record, frozen=True, kw_only=True):
    """That consent exists, per use; the signature stays with the partner."""

    subject: Annotated[Code, of_class("S", "code", refers_to="subject")]  # a group, or a participant's code
    form: Annotated[ConsentForm, of_class("S")] = "oral_witnessed"
    uses: dict[Use, UseConsent] = {}
    explained: Annotated[dict[Explained, YesNo], of_class("S")] = {}
    withdrawn_on: Annotated[Day | None, of_class("S")] = None
    scope: Annotated[tuple[Use, ...], of_class("S")] = ()  # what was withdrawn that day; empty: everything
    processed_on: Annotated[Day | None, of_class("S")] = None

    def allows(self, use: Use, /) -> bool:
        """Return whether this use was agreed to and not withdrawn; never asked counts as no."""
        if self.withdrawn_on is not None and use in (self.scope or (use,)):
            return False
        given = self.uses.get(use)
        return given is not None and given.answer == "yes"


class RawNote(Record, frozen=True, kw_only=True):
    """What was jotted down during a talk: local, never printed, deleted once insights stand."""

    text: Annotated[Text, of_class("S")]
    written_on: Annotated[Day | None, of_class("S", "day")] = None  # its thirty days count from here
    writer_role: Annotated[Line, of_class("S")] = ""


class SourceAnswers(Record, frozen=True, kw_only=True):
    """The answers of the tree "may the source be named?" (`05` section 5.8).

    What is missing counts as the unsafe answer.
    """

    incident_open: Annotated[YesNo, of_class("S")] = "yes"
    worker_consent: Annotated[WorkerConsent, of_class("S")] = "none"
    partner_consent: Annotated[PartnerConsent, of_class("S")] = "none"
    harm_if_raised: Annotated[Harm, of_class("S")] = "unknown"
    harm_if_source_known: Annotated[Harm, of_class("S")] = "unknown"
    group_size_ok: Annotated[YesNo, of_class("S")] = "no"
    supplier_attitude: Annotated[Attitude, of_class("S")] = "unknown"
    independent_source: Annotated[YesNo, of_class("S")] = "no"
    can_widen: Annotated[YesNo, of_class("S")] = "no"


class SourceDecision(Record, frozen=True, kw_only=True):
    """Whether the source of one insight may be named, decided with workers and partner (FB1).

    Consents, partner, groups and supplier are read from the workspace; only what people judge is kept here.
    """

    harm_if_raised: Annotated[Harm, of_class("S")] = "unknown"
    harm_if_source_known: Annotated[Harm, of_class("S")] = "unknown"
    independent_source: Annotated[YesNo, of_class("S")] = "no"  # the same fact is public already
    can_widen: Annotated[YesNo, of_class("S")] = "no"
    widened: Annotated[YesNo, of_class("S")] = "no"  # the wording now speaks of a wider group
    outcome: Annotated[Outcome, of_class("S")]
    agreed_with_workers: Annotated[Agreed, of_class("S")] = "no"
    agreed_with_workers_why: Annotated[Text, of_class("S")] = ""
    agreed_with_partner: Annotated[Agreed, of_class("S")] = "no"
    decided_by_role: Annotated[Line, of_class("S")] = ""
    decided_on: Annotated[Day | None, of_class("S")] = None
    valid_until: Annotated[Day | None, of_class("S")] = None


class Corroboration(Record, frozen=True, kw_only=True):
    """Another kind of source about the same fact (RQ-077)."""

    other_source_type: Annotated[OtherSource, of_class("S")]
    result: Annotated[CorroborationResult, of_class("S")]
    note: Annotated[Text, of_class("S")] = ""


class Insight(Record, frozen=True, kw_only=True):
    """One fact that workers shared, in neutral words, and what a supplier may read of it."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]  # I1, unique within its dialogue
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    theme: Annotated[Theme, of_class("S")]
    subtheme: Annotated[SubTheme, of_class("S")]
    other_subthemes: Annotated[Annotated[tuple[SubTheme, ...], Meta(max_length=2)], of_class("S")] = ()
    polarity: Annotated[Polarity, of_class("S")]
    fact_text: Annotated[Text, of_class("S")]
    period: Annotated[HalfYear | None, of_class("S")] = None
    time_frame: Annotated[TimeFrame, of_class("S")] = "unknown"
    scale: Annotated[Level | None, of_class("S")] = None  # how grave; None: unknown
    scope: Annotated[Level | None, of_class("S")] = None  # how many of the group
    irremediable: Annotated[Level | None, of_class("S")] = None  # can it be put right
    evidence: Annotated[Evidence, of_class("S")] = "E0"
    sources: Annotated[dict[SourceKind, Count], of_class("S")] = {}  # how many, by kind of source
    reach: Annotated[Reach, of_class("S")] = "unknown"
    group_class: GroupClass | None = None  # whom the wording speaks of
    group_ids: Annotated[tuple[GroupId, ...], of_class("S", refers_to="group")] = ()
    people_behind: Annotated[Count | None, of_class("Q", "count")] = None  # behind the statement (G-2)
    teams_behind: Annotated[Count | None, of_class("Q")] = None  # households or teams; None: not known
    survey_share_pct: Annotated[Percent | None, of_class("Q")] = None  # of those who answered (G-5)
    survey_answers: Annotated[Count | None, of_class("Q", "count")] = None
    worker_priority: Annotated[Annotated[int, Meta(ge=1, le=5)] | None, of_class("S")] = None  # 1 highest
    suggestion_by_workers: Annotated[Text, of_class("S")] = ""
    not_found_by_audit: Annotated[YesNoUnknown, of_class("S")] = "unknown"
    not_found_reason: Annotated[NotFoundReason, of_class("S")] = "not_applicable"
    root_cause_idea: Annotated[tuple[RootCause, ...], of_class("S")] = ()
    print_text: Wording = Wording()
    print_suggestion: Wording = Wording()  # what people would find most helpful
    closeness: Annotated[Closeness, of_class("S")] = "own_words"  # of print_text to what was said
    use_route: Annotated[UseRoute, of_class("N")] = "none"
    status: Annotated[InsightStatus, of_class("N")] = "draft"
    source_decision: SourceDecision | None = None
    corroborations: tuple[Corroboration, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a sub-theme of another theme."""
        if not self.subtheme.startswith(self.theme):
            raise ValueError("subtheme_of_another_theme")
