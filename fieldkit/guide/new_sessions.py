"""What a new session begins with: what is known already, and no answer that somebody has to give (`02`)."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from fieldkit.guide.daylight import zones
from fieldkit.guide.steps import reprisal_risk
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import new_id
from fieldkit.model.session import EmployerAbsence, Session
from fieldkit.model.supply import Supplier
from fieldkit.model.vocabulary import Excluded
from resources.library import safety_checklist

USUAL_MINUTES = 180
_USUALLY_AWAY: tuple[Excluded, ...] = (
    "owner", "managers", "supervisors", "labour_contractors", "relatives_informants",
)  # fmt: skip
_OF_AN_AGENCY: tuple[Excluded, ...] = ("agency_coordinators", "housing_managers")

_HOLDS_FOR_ALL = ("A",)  # the phase whose answers hold for every session of a dialogue


def first(dialogue: Dialogue, supplier: Supplier, assessment: Assessment | None, code: str, /) -> Session:
    """Return a new session of a dialogue: by the method that leads, through its partner.

    Raises `ValueError` where no method is chosen.
    """
    leading = [use for use in dialogue.method_uses if use.role == "lead"] or [*dialogue.method_uses]
    if not leading:
        raise ValueError("no method is chosen")
    agency = assessment is not None and (assessment.answers.pct_temp_agency or 0) > 0
    return Session(
        code=code,
        dialogue_code=dialogue.code,
        method=leading[0].method,
        partner_code=leading[0].partner_code,
        time_zone=next(iter(zones(supplier.country)), ""),
        max_minutes=USUAL_MINUTES,
        risk_level=reprisal_risk(assessment, ()),
        employer_absence=EmployerAbsence(excluded=_USUALLY_AWAY + (_OF_AN_AGENCY if agency else ())),
    )


def moved(before: Session, after: Session, /) -> Session:
    """Return a session after an edit, without what was said of another day or another place.

    A new day takes away the partner's word that it is safe then (SC-02), that day and hour fit (SC-16) and
    that the employer's side stays away (SC-17); another kind of place that it is a safe one (SC-15).
    """
    stale: set[str] = set()
    if before.date is not None and after.date != before.date:
        stale |= {"SC-02", "SC-16"}
        absence = replace(after.employer_absence, confirmed_on=None)
        after = replace(after, employer_absence=absence)
    if before.venue.type != after.venue.type or before.venue.code != after.venue.code:
        stale.add("SC-15")
    return replace(after, checks=tuple(each for each in after.checks if each.item not in stale))


def again(session: Session, code: str, day: date | None, /) -> Session:
    """Return another session like this one, for another day.

    People, place, ways, pay and languages stay as they are planned. What somebody said, saw or signed for
    that one day does not: answers of the checklist about the day, the look at the risk, the partner's word
    that the employer's side stays away, workers' acceptance of those who will be there, and all that was
    recorded.
    """
    phases = {item.id: item.phase for item in safety_checklist().items}
    kept = tuple(
        each for each in session.checks if phases.get(each.item) in _HOLDS_FOR_ALL and each.item != "SC-02"
    )
    return replace(
        session,
        id=new_id(),
        code=code,
        date=day,
        status="planned",
        risk_reviewed_on=None,
        selection=replace(session.selection, voluntary_confirmed="no"),
        groups=tuple(
            replace(
                each, headcount_present=None, women=None, men=None, other_undisclosed=None, under18_present=0
            )
            for each in session.groups
        ),
        participant_codes=(),
        interpreters=tuple(
            replace(each, accepted_by_workers="unknown", briefed="no") for each in session.interpreters
        ),
        listeners=tuple(
            each if each.rejected else replace(each, accepted_by_workers="unknown")
            for each in session.listeners
        ),
        compensations=tuple(replace(each, announced_before="no") for each in session.compensations),
        employer_absence=EmployerAbsence(excluded=session.employer_absence.excluded),
        checks=kept,
        consents=(),
        raw_notes=(),
    )
