"""Who may be there: chosen by whom, under 18, the employer's side, listeners (SC-11, 13, 14, 17, 24)."""

from __future__ import annotations

from collections.abc import Iterator

from fieldkit.guide.situation import Lack, Situation
from fieldkit.model.session import Listener, ParticipantGroup
from fieldkit.model.vocabulary import Excluded, SelectedBy

YOUNG = ("under_15", "15-17")

_FREE_TO_CHOOSE: tuple[SelectedBy, ...] = ("partner", "workers_themselves", "union")
_ALWAYS_EXCLUDED: tuple[Excluded, ...] = ("owner", "managers", "supervisors", "relatives_informants")


def chosen_freely(situation: Situation, /) -> Iterator[Lack]:
    """SC-11: chosen by the partner, the union or themselves, never by management; of their own will."""
    selection, where = situation.session.selection, "selection.by_whom"
    allowed = (*_FREE_TO_CHOOSE, "auditor") if situation.session.method == "M5" else _FREE_TO_CHOOSE
    if selection.by_whom == "management":
        yield Lack(code="chosen_by_management", section="who", field=where)
    elif selection.by_whom not in allowed:
        yield Lack(code="chosen_by_unknown", section="who", field=where)
    if selection.voluntary_confirmed != "yes":
        yield Lack(code="not_voluntary", section="who", field="selection.voluntary_confirmed")


def somebody_invited(situation: Situation, /) -> Iterator[Lack]:
    """SC-13 can only be judged of people who are invited: groups, each with its headcount."""
    if not situation.session.groups:
        yield Lack(code="no_groups", section="who", field="groups")
    for place, group in enumerate(situation.session.groups):
        if group.headcount_planned == 0:
            field = f"groups[{place}].headcount_planned"
            yield Lack(code="no_headcount", section="who", field=field, data={"group": group.label})


def specialist_leads(situation: Situation, /) -> Iterator[Lack]:
    """SC-14: nobody under 15 is invited; a talk with people under 18 is led by a specialist."""
    for place, group in enumerate(situation.session.groups):
        classes = {each.class_ for each in group.class_set if each.dimension == "age_band"}
        if "under_15" in classes:
            field = f"groups[{place}].class_set"
            yield Lack(code="under_15_invited", section="who", field=field, data={"group": group.label})
        elif classes & {*YOUNG} and not group.specialist_role.strip():
            field = f"groups[{place}].specialist_role"
            yield Lack(code="specialist_missing", section="who", field=field, data={"group": group.label})


def is_young(group: ParticipantGroup, /) -> bool:
    """Return whether people under 18 are in a group: invited, or found to be there."""
    young = any(each.dimension == "age_band" and each.class_ in YOUNG for each in group.class_set)
    return young or group.under18_present > 0


def employer_away(situation: Situation, /) -> Iterator[Lack]:
    """SC-17: nobody of the employer's side is there, which the partner has confirmed."""
    absence = situation.session.employer_absence
    left_out = [each for each in _must_be_away(situation) if each not in absence.excluded]
    if left_out:
        yield Lack(
            code="employer_side_not_excluded", section="absence", field="employer_absence.excluded",
            data={"excluded": left_out[0]},
        )  # fmt: skip
    if not absence.confirmed_by_role.strip():
        yield Lack(
            code="absence_not_confirmed", section="absence", field="employer_absence.confirmed_by_role"
        )
    elif absence.confirmed_on is None or absence.confirmed_on > situation.day:
        yield Lack(code="absence_confirmed_when", section="absence", field="employer_absence.confirmed_on")
    yield from _not_of_their_side(situation)


def looked_for(situation: Situation, /) -> Iterator[Lack]:
    """SC-30: the employer's side was looked for at arrival, and again after breaks."""
    absence = situation.session.employer_absence
    if absence.checked_at_start is None:
        field = "employer_absence.checked_at_start"
        yield Lack(code="arrival_not_checked", section="absence", field=field)
    if situation.session.breaks and absence.checked_after_breaks != "yes":
        field = "employer_absence.checked_after_breaks"
        yield Lack(code="breaks_not_checked", section="absence", field=field)


def _must_be_away(situation: Situation) -> Iterator[Excluded]:
    """Yield who must not be there; where an agency employs people, its coordinators too."""
    yield from _ALWAYS_EXCLUDED
    classes = (each for group in situation.session.groups for each in group.class_set)
    if any((each.dimension, each.class_) == ("contract", "agency") for each in classes):
        yield "agency_coordinators"


def _not_of_their_side(situation: Situation) -> Iterator[Lack]:
    """Yield who else is there and may be of the employer's side: who leads, drives, cooks, minds children."""
    for place, facilitator in enumerate(situation.session.facilitators):
        if facilitator.conflict_of_interest != "no":
            tied = facilitator.conflict_of_interest == "yes"
            yield Lack(
                code="facilitator_tied" if tied else "facilitator_tie_unknown",
                section="who",
                field=f"facilitators[{place}].conflict_of_interest",
                data={"code": facilitator.code},
            )
    for place, person in enumerate(situation.session.present_persons):
        if person.screened != "yes":
            yield Lack(
                code="person_not_screened", section="transport", field=f"present_persons[{place}].screened",
                data={"role": person.role},
            )  # fmt: skip


def listeners_accepted(situation: Situation, /) -> Iterator[Lack]:
    """SC-24: every listener has no tie to the supplier, is accepted by workers, has signed the secrecy rule.

    One who is not admitted does not listen. A talk has listeners; a survey or a complaint may have none.
    """
    session = situation.session
    if not any(not each.rejected for each in session.listeners) and session.method in ("M1", "M2"):
        yield Lack(code="no_listeners", section="listeners", field="listeners")
    for place, listener in enumerate(session.listeners):
        if not listener.rejected:
            yield from _listener(place, listener)


def _listener(place: int, listener: Listener) -> Iterator[Lack]:
    checks = (
        ("no_supplier_tie", listener.no_supplier_tie, "listener_tied", "listener_tie_unknown"),
        ("accepted_by_workers", listener.accepted_by_workers, "listener_refused", "listener_not_accepted"),
        ("confidentiality_signed", listener.confidentiality_signed, "listener_not_signed", ""),
    )
    for field, value, refused, unknown in checks:
        if value != "yes":
            code = refused if value == "no" else unknown
            yield Lack(
                code=code,
                section="listeners",
                field=f"listeners[{place}].{field}",
                data={"code": listener.code},
            )
