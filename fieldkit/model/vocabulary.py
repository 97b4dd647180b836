"""Enumerations, with the field's own words (`02`, `04`, `07`)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

YesNo = Literal["yes", "no"]
YesNoUnknown = Literal["yes", "no", "unknown"]
Language = Literal["en", "nl"]  # languages a supplier brief can be written in
LanguageLabel = Annotated[str, Meta(min_length=1, max_length=80)]  # BCP-47 tag or dialect label

# Supply
Attitude = Literal["constructive", "neutral", "hostile", "unknown"]
Cooperation = Literal["willing", "reluctant", "refuses", "not_asked"]
Leverage = Literal["low", "medium", "high"]
Tier = Literal["1", "2", "3plus", "unknown"]
Formality = Literal["formal", "mixed", "informal", "unknown"]
WorkforceBand = Literal["<20", "20-49", "50-99", "100-249", "250-999", "1000+", "unknown"]
Dimension = Literal[
    "age_band", "sex_gender", "minority_class", "education", "job_area", "contract", "migrant"
]
DIMENSION_CLASSES: dict[Dimension, tuple[str, ...]] = {
    "age_band": ("under_15", "15-17", "18-24", "25-39", "40-54", "55+"),
    "sex_gender": ("women", "men", "other_undisclosed"),
    "minority_class": ("majority", "minority", "several", "not_recorded"),
    "education": ("none", "primary", "secondary", "higher"),
    "job_area": (
        "growing", "harvesting", "processing", "packing", "sewing", "finishing", "assembly", "mining",
        "construction", "loading", "cleaning", "maintenance", "office", "other",
    ),
    "contract": (
        "permanent", "fixed_term", "agency", "seasonal", "day", "piece", "home_based", "apprentice", "none",
    ),
    "migrant": ("local", "internal", "cross_border_regular", "cross_border_irregular_unknown", "refugee"),
}  # fmt: skip
"""The classes of each dimension. Job areas are families of work, never a post or a line (`05` 5.3)."""
WorkforceSource = Literal["supplier", "audit", "union", "partner", "estimate"]
Representation = Literal["well", "less", "not", "unknown"]
Degree = Literal["none", "some", "high", "unknown"]

# Partners
PartnerType = Literal[
    "union_site", "union_region", "global_federation", "committee", "ngo", "cbo", "worker_centre",
    "local_network", "worker_driven_programme", "tool_provider", "auditor", "mechanism_operator", "research",
]  # fmt: skip
WorkerTrust = Literal["established", "building", "none", "unknown"]
CompanyTrust = Literal["high", "medium", "low", "unknown"]
Legitimacy = Literal["trusted", "unverified", "yellow", "na"]
LegitimacyQuestion = Literal["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10"]
DataOwner = Literal["workers", "partner", "company", "unknown"]
SourceNaming = Literal["never", "type_only", "named"]
PromiseTo = Literal["partner", "workers", "supplier"]
Kept = Literal["open", "yes", "no", "late"]

# Assessment and plan
Method = Literal["M1", "M2", "M3", "M4", "M5"]
MethodRole = Literal["lead", "breadth", "permanent_channel", "check"]
DueDiligenceStep = Literal["embed", "identify", "prevent_mitigate", "track", "communicate", "remediate"]
Purpose = Literal["explore", "deepen", "verify", "monitor", "remedy", "co_create", "unknown"]
Barrier = Literal["reprisal", "language", "culture", "power", "distance", "trust", "job_insecurity"]
BarrierLevel = Literal["none", "some", "strong", "unknown"]
ReprisalForm = Literal["dismissal", "violence", "threat"]
RiskLevel = Literal["low", "medium", "high", "unknown"]
Theme = Literal[
    "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T14", "T15",
    "T16",
]  # fmt: skip
SubTheme = Annotated[str, Meta(pattern=r"^T(0[1-9]|1[0-6])\.[1-9]$", examples=["T05.1"])]
QuestionId = Annotated[str, Meta(pattern=r"^T(0[1-9]|1[0-6])-Q[1-4]$", examples=["T05-Q1"])]
Benefit = Literal["B1", "B2", "B3", "B4", "B5", "B6", "B7"]

# Session
SessionForm = Literal[
    "group", "individual", "household", "phone", "survey_wave", "complaint_batch", "audit_talk"
]
GroupLayout = Literal["mixed", "women_only", "men_only", "by_language", "by_job", "by_contract"]
SessionStatus = Literal["planned", "confirmed", "postponed", "aborted_safety", "held", "cancelled"]
SelectedBy = Literal["partner", "workers_themselves", "union", "auditor", "management", "unknown"]
PopulationBand = Literal["<10", "10-19", "20-49", "50+", "unknown"]
Gender = Literal["woman", "man", "other_undisclosed"]
HopMode = Literal["consecutive", "whispered", "none_needed"]
ListenerOrganisation = Literal[
    "company", "initiative", "ngo", "union", "government", "embassy", "buyer_group", "other"
]
Influence = Literal["decides", "advises", "observes"]
Acceptance = Literal["yes", "no", "asked", "unknown"]
VenueType = Literal[
    "partner_office", "community_hall", "faith_building", "home", "outdoors", "hotel", "union_office", "other"
]
DistanceBand = Literal["<1", "1-5", "5-20", ">20", "unknown"]
TripLeg = Literal["to", "back", "both"]
TripMode = Literal["bus", "shared_taxi", "own_with_refund", "walk"]
PickUp = Literal["market", "bus_stop", "partner_office", "workplace", "other"]
MealTime = Literal["before", "during", "after"]
CompensationBasis = Literal[
    "lost_wage", "time_at_fair_rate", "fixed_stipend", "travel_refund", "childcare_refund", "in_kind", "none"
]
PaymentMethod = Literal[
    "cash_sealed_by_partner", "mobile_money_via_partner", "voucher", "in_kind", "bank_transfer", "payroll"
]
TraceLevel = Literal["none", "low", "visible", "unknown"]
Excluded = Literal[
    "owner", "managers", "supervisors", "labour_contractors", "relatives_informants", "security_staff",
    "compromised_union_officials", "agency_coordinators", "housing_managers",
]  # fmt: skip
BreachAction = Literal["none", "stopped", "paused_cleared_continued", "continued"]
CheckStatus = Literal["open", "yes", "no", "not_applicable", "waived"]

# Consent
ConsentForm = Literal["oral_witnessed", "thumb_initial_held_by_partner", "written_held_by_partner"]
Use = Literal["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "U10", "U11", "U12", "U13", "U14", "U15"]
UseAnswer = Literal["yes", "no", "withdrawn"]
ConsentLine = Literal[
    "title", "who", "no_name", "no_recording", "stop", "no_effect", "asked_apart", "take_part", "notes",
    "own_use", "theme_shared", "kind_of_source", "nothing_else", "risk", "no_promise", "withdraw",
]  # fmt: skip
"""The lines of the consent card, in the order in which they are read aloud."""
Explained = Literal[
    "purpose", "who_listens", "who_uses_result", "risks", "benefits", "right_to_stop", "right_to_withdraw",
    "how", "until_when", "language_used", "check_back_question",
]  # fmt: skip

# Insight
Polarity = Literal["problem", "positive", "suggestion", "question", "neutral"]
Evidence = Literal["E0", "E1", "E2", "E3"]
TimeFrame = Literal["ongoing", "repeated_seasonal", "past_year", "older", "announced_feared", "unknown"]
Reach = Literal["site", "several_sites", "region_sector", "unknown"]
NotFoundReason = Literal["not_asked", "not_told", "hidden", "not_applicable"]
SourceKind = Literal[
    "worker_group", "survey", "complaint", "audit_talk", "partner", "document", "observation"
]
RootCause = Literal[
    "supplier_practice", "buyer_practice", "law_enforcement", "custom", "labour_market", "unknown"
]
Closeness = Literal["own_words", "close_paraphrase", "quote"]  # of a wording to what was said (U8, U9)
UseRoute = Literal["supplier", "own_dd", "both", "none"]
InsightStatus = Literal["draft", "partner_reviewed", "approved", "withdrawn"]
OtherSource = Literal[
    "audit", "survey", "complaint", "report", "supplier_record", "observation", "second_group"
]
CorroborationResult = Literal["confirms", "nuances", "contradicts"]
Outcome = Literal["A", "B", "C", "D"]
WorkerConsent = Literal["none", "theme", "example", "type", "named"]
PartnerConsent = Literal["none", "no_source", "type", "named"]
Harm = Literal["none", "possible", "likely", "unknown"]
Agreed = Literal["yes", "no", "could_not_be_asked", "not_applicable"]

# Follow-up
Owner = Literal["supplier", "buyer", "joint", "union", "partner"]
ActionStatus = Literal["proposed", "agreed", "under_way", "done", "verified_by_workers", "dropped"]
FeedbackChannel = Literal["partner_meeting", "union", "poster_without_source", "voice_message"]
IncidentType = Literal[
    "surveillance", "question_by_employer", "threat", "dismissal", "transfer", "wage_loss", "violence",
    "legal_threat", "police_authority_visit", "data_loss", "device_loss", "breach_of_confidentiality",
    "distress", "child_at_risk",
]  # fmt: skip
IncidentAgainst = Literal["participants", "facilitator", "interpreter", "partner", "family"]
IncidentStatus = Literal["open", "acting", "monitoring", "closed"]
Need = Literal["medical", "legal", "shelter", "child_protection", "psychosocial", "union_legal_aid"]

# Mechanism, tool, audit
MechanismType = Literal["operational_employer", "operational_buyer", "collective"]
Criterion = Literal["met", "partly", "not_met", "unknown"]
ToolOperator = Literal["union", "independent", "supplier_involved", "none", "unknown"]
ToolFocus = Literal["social_dialogue", "supplier_listening", "other"]
Channel = Literal["sms", "voice_call", "web", "whatsapp", "wechat", "other"]
InterviewPlace = Literal["offsite", "onsite_private", "onsite_visible", "unknown"]
Notice = Literal["unannounced", "semi_announced", "announced", "na"]
Fit = Literal["yes", "partly", "no", "unknown"]
UngpCriterion = Literal[
    "legitimate", "accessible", "predictable", "equitable", "transparent", "rights_compatible",
    "continuous_learning", "engagement_dialogue",
]  # fmt: skip

# Answers about a site (`01` section 1.3)
Freedom = Literal["free", "restricted", "prohibited", "unknown"]
UnionStanding = Literal["trusted", "unverified", "yellow", "na", "unknown"]
Committee = Literal["elected", "appointed", "none", "unknown"]
CivicSpace = Literal["open", "narrowed", "closed", "unknown"]
Spread = Literal["high", "mixed", "low", "unknown"]
Commitment = Literal["long", "short", "undecided", "unknown"]
MechanismStatus = Literal["none", "exists_unassessed", "weak", "effective", "unknown"]
MechanismReach = Literal["operational", "collective", "unknown"]
SupplierHelp = Literal["willing", "reluctant", "refuses", "not_asked", "unknown"]
AuditStatus = Literal["none", "planned", "recent", "unknown"]
AuditNotice = Literal["unannounced", "semi_announced", "announced", "na", "unknown"]
Urgency = Literal["normal", "high", "acute", "unknown"]
Scale = Literal["single", "several", "many", "unknown"]
Horizon = Literal["weeks", "months", "years", "unknown"]
