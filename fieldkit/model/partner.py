"""Partner, Agreement, Promise (`02` section 2.3; RQ-030, RQ-040 to RQ-043)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from fieldkit.model.field import Code, Count, Day, Id, Line, Money, Record, Text, new_id, of_class
from fieldkit.model.vocabulary import (
    CompanyTrust,
    DataOwner,
    Degree,
    Kept,
    LanguageLabel,
    Legitimacy,
    LegitimacyQuestion,
    PartnerType,
    PromiseTo,
    SourceNaming,
    WorkerTrust,
    YesNo,
    YesNoUnknown,
)


class Partner(Record, frozen=True, kw_only=True):
    """An organisation through which workers are heard. Never in a brief unless outcome A."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    type: Annotated[PartnerType, of_class("N")]
    name: Annotated[Line, of_class("O", "organisation")]
    aliases: Annotated[tuple[Line, ...], of_class("O", "organisation")] = ()  # short names, other scripts
    contact_person: Annotated[Line, of_class("D", "person")] = ""
    contact: Annotated[tuple[Line, ...], of_class("D", "contact")] = ()  # phone numbers, addresses, mail
    years_active: Annotated[Count | None, of_class("N")] = None
    near_site: Annotated[YesNo | None, of_class("N")] = None
    languages: Annotated[tuple[LanguageLabel, ...], of_class("N", "language")] = ()
    women_staff: Annotated[YesNo | None, of_class("N")] = None
    independent_of_industry: Annotated[YesNoUnknown, of_class("N")] = "unknown"
    worker_trust: Annotated[WorkerTrust, of_class("S")] = "unknown"
    company_trust: Annotated[CompanyTrust, of_class("S")] = "unknown"
    legitimacy_answers: Annotated[dict[LegitimacyQuestion, YesNoUnknown], of_class("S")] = {}
    legitimacy_result: Annotated[Legitimacy, of_class("S")] = "na"
    own_risk: Annotated[Degree, of_class("S")] = "unknown"
    own_risk_note: Annotated[Text, of_class("S")] = ""


class Agreement(Record, frozen=True, kw_only=True):
    """What company and partner promised each other (M2-CAU1)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    partner_code: Annotated[Code, of_class("N", "code", refers_to="partner")]
    start: Annotated[Day | None, of_class("S")] = None
    months: Annotated[Count | None, of_class("S")] = None
    promises_company: Annotated[Text, of_class("S")] = ""
    no_interference: Annotated[YesNo | None, of_class("S")] = None
    pace_set_by_partner: Annotated[YesNo | None, of_class("S")] = None
    budget: Annotated[Money | None, of_class("S", "money")] = None
    confidentiality: Annotated[Text, of_class("S")] = ""
    data_owner: Annotated[DataOwner, of_class("S")] = "unknown"
    source_naming_consent: Annotated[SourceNaming, of_class("S")] = "never"
    review_date: Annotated[Day | None, of_class("S")] = None
    exit_terms: Annotated[Text, of_class("S")] = ""


class Promise(Record, frozen=True, kw_only=True):
    """A promise made to a partner, to workers or to a supplier (RQ-043)."""

    id: Annotated[Id, of_class("N")] = msgspec.field(default_factory=new_id)
    code: Annotated[Code, of_class("N", "code")]
    dialogue_code: Annotated[Code | None, of_class("N", "code")] = None
    partner_code: Annotated[Code | None, of_class("N", "code", refers_to="partner")] = None
    to: Annotated[PromiseTo, of_class("S")]
    text: Annotated[Text, of_class("S")]
    due: Annotated[Day | None, of_class("S")] = None
    kept: Annotated[Kept, of_class("S")] = "open"
