"""Answers: what is known about a site when a way of talking with workers is chosen (`01` section 1.3)."""

# ruff: noqa: N815  # trust_M1 is the name the files use

from __future__ import annotations

from typing import Annotated, TypeVar

from msgspec import Meta

from fieldkit.model.field import Percent, Record, of_class
from fieldkit.model.vocabulary import (
    Attitude,
    AuditNotice,
    AuditStatus,
    BarrierLevel,
    CivicSpace,
    Commitment,
    Committee,
    CompanyTrust,
    Freedom,
    Horizon,
    InterviewPlace,
    MechanismReach,
    MechanismStatus,
    Purpose,
    RiskLevel,
    Scale,
    Spread,
    SupplierHelp,
    Tier,
    ToolOperator,
    UnionStanding,
    Urgency,
    WorkerTrust,
    YesNoUnknown,
)

T = TypeVar("T")
Assessed = Annotated[T, of_class("S")]
"""An assessment says how free and how safe people are at a place: all of it is sensitive content."""

Days = Annotated[int, Meta(ge=0)]


class Answers(Record, frozen=True, kw_only=True):
    """The decision inputs of the method advice.

    `unknown` is an answer to every question that is not a number, and what is missing counts as unknown;
    a number nobody has is None. The names are those of the files people exchange.
    """

    # Why and how fast
    purpose: Assessed[Purpose] = "unknown"  # what the dialogue is for; M1-WHY, M3-WHY, M4-ADV4, M5-ADV1
    urgency: Assessed[Urgency] = "unknown"  # how soon something must be heard; M3-ADV2
    imminent_harm: Assessed[YesNoUnknown] = "unknown"  # somebody is in danger now; BAR, P3
    scale: Assessed[Scale] = "unknown"  # sites to hear; many: >= 10 sites or >= 1000 workers; M4-ADV1
    time_horizon: Assessed[Horizon] = "unknown"  # how long the dialogue may take; M2-CAU1

    # Q1: representation
    foa_status: Assessed[Freedom] = "unknown"  # freedom of association in law and practice; Q1, M1-CAU1
    union_at_site: Assessed[YesNoUnknown] = "unknown"  # a union is present at the site; Q1
    union_legitimacy: Assessed[UnionStanding] = "unknown"  # its class after L1-L5; na: no union; M1-CAU1
    union_in_region: Assessed[YesNoUnknown] = "unknown"  # a union is active in the region; M1-ALT
    regional_union_legitimacy: Assessed[UnionStanding] = "unknown"  # the same of that union; M1-CAU1
    union_reaches_group: Assessed[YesNoUnknown] = "unknown"  # it knows the workers to be heard; M1-CAU2
    global_union_reachable: Assessed[YesNoUnknown] = "unknown"  # a global federation can be asked; M1-ALT
    committee_at_site: Assessed[Committee] = "unknown"  # worker committee or representatives; M1-ALT
    cba_in_force: Assessed[YesNoUnknown] = "unknown"  # a collective agreement applies; M1-WHY
    supplier_union_attitude: Assessed[Attitude] = "unknown"  # how the supplier sees unions; M1-ALT

    # Q2: culture
    women_position_barrier: Assessed[BarrierLevel] = "unknown"  # the position of women keeps them silent; Q2
    language_barrier: Assessed[BarrierLevel] = "unknown"  # languages and dialects to bridge; Q2
    ngo_space: Assessed[CivicSpace] = "unknown"  # room that civil society has; Q2
    retaliation_risk: Assessed[RiskLevel] = "unknown"  # chance of reprisal for speaking; BAR

    # Q3: who works there
    pct_women: Assessed[Percent | None] = None  # women, % of the workforce; Q3
    pct_temp_agency: Assessed[Percent | None] = None  # temporary or agency workers, %; Q3, M1-CAU2
    pct_migrant: Assessed[Percent | None] = None  # migrant workers, %; Q3, M1-CAU2
    pct_informal: Assessed[Percent | None] = None  # people without contract, %; Q3, EX
    literacy: Assessed[Spread] = "unknown"  # how many read well; M4-CAU1
    device_access: Assessed[Spread] = "unknown"  # how many have a phone and connection of their own; M4-CAU1
    tier: Assessed[Tier] = "unknown"  # how deep in the chain; EX, M5-CAU1
    informal_link: Assessed[YesNoUnknown] = "unknown"  # this link works without formal contracts; EX

    # Q4: trust, and who would do it
    partner_worker_trust: Assessed[WorkerTrust] = "unknown"  # workers' trust in the organisation; M2-ADV4
    company_commitment: Assessed[Commitment] = "unknown"  # long: 24 months or more; M2-CAU1
    trust_M1: Assessed[CompanyTrust] = "unknown"  # our trust in the union or representatives; Q4
    trust_M2: Assessed[CompanyTrust] = "unknown"  # our trust in the local organisation; Q4
    trust_M3: Assessed[CompanyTrust] = "unknown"  # our trust in the mechanism's operator; Q4
    trust_M4: Assessed[CompanyTrust] = "unknown"  # our trust in the tool provider; Q4
    trust_M5: Assessed[CompanyTrust] = "unknown"  # our trust in the auditor; Q4

    # M3: the grievance mechanism
    gm_status: Assessed[MechanismStatus] = "unknown"  # is there one, and does it work; M3-ADV3, M3-CAU1
    gm_type: Assessed[MechanismReach] = "unknown"  # of one employer or buyer, or shared by many; M3-TYPES
    gm_response_days: Assessed[Days | None] = None  # days until the first answer; M3-CAU3

    # M4: the digital tool
    tool_operator: Assessed[ToolOperator] = "unknown"  # who runs the survey; M4-DIFF
    tool_anonymous: Assessed[YesNoUnknown] = "unknown"  # answers cannot be traced to a person; M4-ADV2
    tool_channels_fit: Assessed[YesNoUnknown] = "unknown"  # channels and languages suit the group; M4-CAU1
    tool_feedback_to_workers: Assessed[YesNoUnknown] = "unknown"  # workers hear what follows; M4-CAU5
    tool_results_to_supplier: Assessed[YesNoUnknown] = "unknown"  # the supplier sees results; M4-ADV5
    company_data_skills: Assessed[YesNoUnknown] = "unknown"  # somebody here can read the data; M4-CAU4
    supplier_cooperation: Assessed[SupplierHelp] = "unknown"  # lets workers use the tool; M4-CAU2

    # M5: interviews within an audit
    audit_status: Assessed[AuditStatus] = "unknown"  # an audit is coming, or just was; M5-WHY
    audit_notice: Assessed[AuditNotice] = "unknown"  # how far ahead the visit is told; M5-CAU2
    audit_interviews: Assessed[InterviewPlace] = "unknown"  # where the talks are held; M5-CAU3
    audit_approach_checked: Assessed[YesNoUnknown] = "unknown"  # we questioned the auditor's ways; M5-WHY
    joint_interviews: Assessed[YesNoUnknown] = "unknown"  # we may hold the talks together; M5-WHY
    audit_followup_to_workers: Assessed[YesNoUnknown] = "unknown"  # workers hear back; M5-CAU4
