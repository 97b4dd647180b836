"""Session and its logistics (`02` sections 2.2 to 2.7): who is heard, how, where, at whose cost."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta

from fieldkit.model.field import Clock, Code, Count, Day, Id, Line, Money, Record, Text, new_id, of_class
from fieldkit.model.insight import Consent, RawNote
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import (
    Acceptance,
    BreachAction,
    CheckStatus,
    CompensationBasis,
    DistanceBand,
    Excluded,
    Gender,
    GroupLayout,
    HopMode,
    Influence,
    LanguageLabel,
    ListenerOrganisation,
    MealTime,
    Method,
    PaymentMethod,
    PickUp,
    PopulationBand,
    RiskLevel,
    SelectedBy,
    SessionForm,
    SessionStatus,
    TraceLevel,
    TripLeg,
    TripMode,
    VenueType,
    YesNo,
    YesNoUnknown,
)

MOST_HOURS = 744
"""Hours of the longest month."""

MOST_EURO = 1000
"""More than one unit of any currency is worth."""


class ParticipantGroup(Record, frozen=True, kw_only=True):
    """People heard together, as headcounts by class. Never a name."""

    label: Annotated[Code, of_class("Q", "code")]  # G1, G2 ...
    class_set: Annotated[tuple[GroupClass, ...], Meta(max_length=3)] = ()
    headcount_planned: Annotated[Count, of_class("Q", "count")] = 0
    headcount_present: Annotated[Count | None, of_class("Q", "count")] = None
    women: Annotated[Count | None, of_class("Q", "count")] = None
    men: Annotated[Count | None, of_class("Q", "count")] = None
    other_undisclosed: Annotated[Count | None, of_class("Q", "count")] = None
    under18_present: Annotated[Count, of_class("Q", "count")] = 0
    specialist_role: Annotated[Line, of_class("S")] = ""  # who leads a talk with people under 18 (SC-14)
    population_at_site_band: Annotated[PopulationBand, of_class("Q")] = "unknown"  # people of this class
    languages: Annotated[tuple[LanguageLabel, ...], of_class("Q", "language")] = ()

    @property
    def expected(self) -> int:
        """Return how many people come: those present, or before the day those planned."""
        return self.headcount_planned if self.headcount_present is None else self.headcount_present


class ParticipantCode(Record, frozen=True, kw_only=True):
    """A random code where following up one person is unavoidable. Never linked to a name here."""

    code: Annotated[str, Meta(pattern=r"^[A-Z0-9]{6}$", examples=["K7Q2MX"]), of_class("Q", "code")]
    group_label: Annotated[Code, of_class("Q", "code", refers_to="label")]
    follow_up_wish: Annotated[YesNo, of_class("Q")] = "no"
    safe_contact_via_partner: Annotated[YesNo, of_class("Q")] = "no"


class Selection(Record, frozen=True, kw_only=True):
    """Who chose the participants, and how (SC-11)."""

    by_whom: Annotated[SelectedBy, of_class("S")] = "unknown"
    method: Annotated[Text, of_class("S")] = ""
    voluntary_confirmed: Annotated[YesNo, of_class("S")] = "no"


class Facilitator(Record, frozen=True, kw_only=True):
    """Somebody who leads a talk, as a code; the name stays with the coordinator."""

    code: Annotated[Code, of_class("D", "code")]
    role: Annotated[Line, of_class("S")] = ""
    organisation_code: Annotated[Code | None, of_class("N", "code", refers_to="partner")] = None
    gender: Annotated[Gender | None, of_class("S")] = None
    languages: Annotated[tuple[LanguageLabel, ...], of_class("S", "language")] = ()
    trained: Annotated[YesNo, of_class("S")] = "no"
    trained_on: Annotated[Day | None, of_class("S")] = None
    conflict_of_interest: Annotated[YesNoUnknown, of_class("S")] = "unknown"


class Interpreter(Record, frozen=True, kw_only=True):
    """Somebody who carries words across one hop, as a code (SC-21)."""

    code: Annotated[Code, of_class("D", "code")]
    from_lang: Annotated[LanguageLabel, of_class("S", "language")]
    to_lang: Annotated[LanguageLabel, of_class("S", "language")]
    dialects: Annotated[tuple[LanguageLabel, ...], of_class("S", "language")] = ()
    independence: Annotated[YesNoUnknown, of_class("S")] = "unknown"  # of employer, recruiter, authorities
    gender: Annotated[Gender | None, of_class("S")] = None
    accepted_by_workers: Annotated[Acceptance, of_class("S")] = "unknown"
    confidentiality_signed: Annotated[YesNo, of_class("S")] = "no"
    briefed: Annotated[YesNo, of_class("S")] = "no"
    own_risk_discussed: Annotated[YesNo, of_class("S")] = "no"
    pay: Annotated[Money | None, of_class("S", "money")] = None


class LanguageHop(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One step of the language chain, from a speaker's language towards a listener's (EX6)."""

    order: Annotated[Count, of_class("N")]
    from_: Annotated[LanguageLabel, of_class("Q", "language")]
    to: Annotated[LanguageLabel, of_class("Q", "language")]
    interpreter_code: Annotated[Code | None, of_class("N", "code", refers_to="interpreter")] = None
    mode: Annotated[HopMode, of_class("N")] = "consecutive"


class Listener(Record, frozen=True, kw_only=True):
    """Somebody who hears the workers and can act on it (EX3, SC-24)."""

    code: Annotated[Code, of_class("O", "code")]
    organisation: Annotated[Line, of_class("O", "organisation")] = ""
    org_type: Annotated[ListenerOrganisation, of_class("O")]
    influence: Annotated[Influence, of_class("O")] = "observes"
    languages: Annotated[tuple[LanguageLabel, ...], of_class("Q", "language")] = ()
    confidentiality_signed: Annotated[YesNo, of_class("O")] = "no"
    no_supplier_tie: Annotated[YesNoUnknown, of_class("O")] = "unknown"
    accepted_by_workers: Annotated[Acceptance, of_class("O")] = "unknown"
    rejected: Annotated[bool, of_class("O")] = False  # proposed, and not admitted


class PresentPerson(Record, frozen=True, kw_only=True):
    """Somebody else on the spot: driver, cook, childminder, venue staff."""

    role: Annotated[Line, of_class("S")]
    screened: Annotated[YesNo, of_class("S")] = "no"


class Venue(Record, frozen=True, kw_only=True):
    """Where the talk is held; its address stands only on the partner's paper (SC-15)."""

    code: Annotated[Code, of_class("O", "code")] = "V1"
    type: Annotated[VenueType, of_class("S")] = "other"
    distance_from_workplace_km: Annotated[DistanceBand, of_class("S")] = "unknown"
    visible_from_employer: Annotated[YesNoUnknown, of_class("S")] = "unknown"
    exits: Annotated[Count | None, of_class("S")] = None  # two or more
    private: Annotated[YesNoUnknown, of_class("S")] = "unknown"
    womens_toilet: Annotated[YesNoUnknown, of_class("S")] = "unknown"
    accessible: Annotated[YesNoUnknown, of_class("S")] = "unknown"
    cover_reason_agreed: Annotated[YesNo, of_class("S")] = "no"


class Trip(Record, frozen=True, kw_only=True):
    """Transport to the talk or back (EX7, SC-19)."""

    leg: Annotated[TripLeg, of_class("S")]
    mode: Annotated[TripMode, of_class("S")]
    pick_up_point: Annotated[PickUp, of_class("S")]  # a class of place; never the workplace
    leaves_at: Annotated[Clock | None, of_class("S", "clock")] = None
    vehicle_code: Annotated[Code | None, of_class("S", "code")] = None  # never a number plate
    seats: Annotated[Count, of_class("S", "count")] = 0
    cost: Annotated[Money | None, of_class("S", "money")] = None
    driver_screened: Annotated[YesNo, of_class("S")] = "no"
    back_before: Annotated[Clock | None, of_class("S", "clock")] = None


class Meal(Record, frozen=True, kw_only=True):
    """Food and drink around the talk (EX7)."""

    type: Annotated[Line, of_class("N")]
    time: Annotated[MealTime, of_class("N")] = "after"
    diet: Annotated[Line, of_class("N")] = ""  # or a note on fasting
    persons: Annotated[Count, of_class("N", "count")] = 0
    cost: Annotated[Money | None, of_class("N", "money")] = None


class Childcare(Record, frozen=True, kw_only=True):
    """Care for the children of those who are heard."""

    needed: Annotated[Count, of_class("S", "count")] = 0  # children
    arranged: Annotated[YesNo, of_class("S")] = "no"
    carer_screened: Annotated[YesNo, of_class("S")] = "no"
    cost: Annotated[Money | None, of_class("S", "money")] = None


class Compensation(Record, frozen=True, kw_only=True):
    """Pay for people's time, or a refund; never depends on what is said (EX2, SC-18)."""

    basis: Annotated[CompensationBasis, of_class("S")]
    reason: Annotated[Text, of_class("S")] = ""  # needed when there is none
    hours: Annotated[Decimal | None, of_class("S")] = None
    rate: Annotated[Money | None, of_class("S", "money")] = None  # per hour
    amount_per_person: Annotated[Money | None, of_class("S", "money")] = None
    headcount: Annotated[Count, of_class("S", "count")] = 0
    total: Annotated[Money | None, of_class("N", "money")] = None
    method: Annotated[PaymentMethod, of_class("S")] = "cash_sealed_by_partner"
    trace_level: Annotated[TraceLevel, of_class("S")] = "unknown"
    payer_shown_as: Annotated[Line, of_class("S")] = ""
    receipt_form: Annotated[Line, of_class("S")] = ""  # by headcount, signed by the partner, no names
    agreed_with_partner: Annotated[YesNo, of_class("S")] = "no"
    announced_before: Annotated[YesNo, of_class("S")] = "no"
    paid_even_if_leaves: Annotated[YesNo, of_class("S")] = "no"

    def __post_init__(self) -> None:
        """Refuse hours that nobody can sit: no number, or more than a month has."""
        if self.hours is not None and not (self.hours.is_finite() and 0 <= self.hours <= MOST_HOURS):
            raise ValueError("hours_not_possible")


class CostLine(Record, frozen=True, kw_only=True):
    """One cost of the day."""

    item: Annotated[Line, of_class("N")]
    amount: Annotated[Money, of_class("N", "money")]
    rate_to_eur: Annotated[Decimal | None, of_class("N")] = None  # euro for one unit of the currency
    payer: Annotated[Line, of_class("N")] = ""

    def __post_init__(self) -> None:
        """Refuse a rate that is none."""
        rate = self.rate_to_eur
        if rate is not None and not (rate.is_finite() and 0 < rate <= MOST_EURO):
            raise ValueError("rate_not_possible")


class EmployerAbsence(Record, frozen=True, kw_only=True):
    """Who of the employer's side must not be there, and that it was so (EX4, SC-17, SC-30, XR-3)."""

    excluded: Annotated[tuple[Excluded, ...], of_class("S")] = ()
    confirmed_by_role: Annotated[Line, of_class("S")] = ""
    confirmed_on: Annotated[Day | None, of_class("S")] = None  # while planning
    checked_at_start: Annotated[Clock | None, of_class("S", "clock")] = None
    checked_after_breaks: Annotated[YesNo | None, of_class("S")] = None
    breach: Annotated[YesNo, of_class("S")] = "no"
    action: Annotated[BreachAction, of_class("S")] = "none"
    partner_said_yes: Annotated[YesNo | None, of_class("S")] = None  # to going on after a breach
    note: Annotated[Text, of_class("S")] = ""

    @property
    def spoiled(self) -> bool:
        """Return whether the employer's side came and the talk went on against the rule (XR-3)."""
        went_on = self.action == "paused_cleared_continued" and self.partner_said_yes == "yes"
        return self.breach == "yes" and self.action != "stopped" and not went_on


class CheckAnswer(Record, frozen=True, kw_only=True):
    """The answer to one item of the safety checklist (`03`)."""

    item: Annotated[str, Meta(pattern=r"^SC-(\d\d[ab]?|M[34])$", examples=["SC-14"]), of_class("S")]
    status: Annotated[CheckStatus, of_class("S")] = "open"
    reason: Annotated[Text, of_class("S")] = ""  # 15 characters at least for not_applicable and waived
    by_role: Annotated[Line, of_class("S")] = ""
    at: Annotated[Annotated[datetime, Meta(tz=True)] | None, of_class("S")] = None
    note: Annotated[Text, of_class("S")] = ""

    def __post_init__(self) -> None:
        """Refuse an item set aside without a reason one can weigh."""
        if self.status in ("not_applicable", "waived") and len(self.reason.strip()) < 15:
            raise ValueError("reason_too_short")


class Session(Record, frozen=True, kw_only=True):
    """One talk, visit, wave or batch. Hours are wall-clock time at the place."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code, of_class("N", "code")] = ""
    method: Annotated[Method, of_class("N")]
    date: Annotated[Day | None, of_class("Q", "day")] = None
    start: Annotated[Clock | None, of_class("Q", "clock")] = None
    end: Annotated[Clock | None, of_class("Q", "clock")] = None
    time_zone: Annotated[Line, of_class("Q")] = ""  # IANA name
    form: Annotated[SessionForm, of_class("N")] = "group"
    group_layout: Annotated[GroupLayout, of_class("Q")] = "mixed"
    max_minutes: Annotated[Count | None, of_class("N")] = None
    breaks: Annotated[Count | None, of_class("N")] = None
    status: Annotated[SessionStatus, of_class("N")] = "planned"
    risk_level: Annotated[RiskLevel, of_class("S")] = "unknown"
    risk_reviewed_on: Annotated[Day | None, of_class("S")] = None
    reviewer_role: Annotated[Line, of_class("S")] = ""
    stop_signal: Annotated[Text, of_class("S")] = ""
    abort_plan: Annotated[Text, of_class("S")] = ""
    partner_code: Annotated[Code | None, of_class("N", "code", refers_to="partner")] = None  # who invites
    selection: Selection = Selection()
    groups: tuple[ParticipantGroup, ...] = ()
    participant_codes: tuple[ParticipantCode, ...] = ()
    hops: tuple[LanguageHop, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    facilitators: tuple[Facilitator, ...] = ()
    listeners: tuple[Listener, ...] = ()
    present_persons: tuple[PresentPerson, ...] = ()
    venue: Venue = Venue()
    trips: tuple[Trip, ...] = ()
    meals: tuple[Meal, ...] = ()
    childcare: Childcare = Childcare()
    compensations: tuple[Compensation, ...] = ()
    cost_lines: tuple[CostLine, ...] = ()
    employer_absence: EmployerAbsence = EmployerAbsence()
    checks: tuple[CheckAnswer, ...] = ()
    consents: tuple[Consent, ...] = ()
    raw_notes: tuple[RawNote, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a session that ends before it starts, and two groups of one label."""
        if self.start and self.end and self.end <= self.start:
            raise ValueError("ends_before_it_starts")
        labels = [group.label for group in self.groups]
        if len(set(labels)) != len(labels):
            raise ValueError("label_twice")

    @property
    def expected(self) -> int:
        """Return how many people come, in all groups together."""
        return sum(group.expected for group in self.groups)

    @property
    def invited(self) -> int:
        """Return how many people are invited, in all groups together."""
        return sum(group.headcount_planned for group in self.groups)

    @property
    def heard(self) -> int:
        """Return how many people were heard in all groups together; nobody before it was held."""
        return sum(group.headcount_present or 0 for group in self.groups) if self.status == "held" else 0
