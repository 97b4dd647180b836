"""May a session be confirmed, may its insights be approved? The gates, item by item (`03`).

Pure functions: the same records on the same day always stand the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from fieldkit.guide import checklist, language_rules, logistics_rules, people_rules, preparation, risk_rules
from fieldkit.guide.preparation import Need
from fieldkit.guide.remarks import remarks
from fieldkit.guide.situation import Lack, Section, Situation, Standing, State
from fieldkit.model.insight import Consent, Insight
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import Use
from resources.library import GateId, SafetyItem

_FROM_FIELDS: dict[str, Callable[[Situation], Iterator[Lack]]] = {
    "SC-11": people_rules.chosen_freely,
    "SC-17": people_rules.employer_away,
    "SC-18": logistics_rules.paid_safely,
    "SC-19": logistics_rules.ways_arranged,
    "SC-20": language_rules.chain_connects,
    "SC-21": language_rules.interpreters_trusted,
    "SC-24": people_rules.listeners_accepted,
}
"""Items that follow from fields and are never ticked (`02` section 2.10)."""

_BESIDE_AN_ANSWER: dict[str, Callable[[Situation], Iterator[Lack]]] = {
    "SC-13": people_rules.somebody_invited,
    "SC-14": people_rules.specialist_leads,
    "SC-15": logistics_rules.place_is_safe,
    "SC-16": logistics_rules.day_is_set,
    "SC-28": logistics_rules.can_be_stopped,
    "SC-30": people_rules.looked_for,
}
"""Items a role answers, and what in the fields no answer can make good."""

_WHATEVER_IS_TICKED: dict[str, Callable[[Situation], Iterator[Lack]]] = {
    "XR-1": risk_rules.no_grave_incident,
    "XR-7": risk_rules.risk_looked_at,
    "XR-8": risk_rules.conditions_met,
}


def standings(situation: Situation, /) -> tuple[Standing, ...]:
    """Return how everything stands that gates G0, G1 and G2 ask of a session."""
    return (*planned(situation), *recorded(situation))


def planned(situation: Situation, /) -> tuple[Standing, ...]:
    """Return how gates G0 and G1 stand: whether a session may be planned, and be confirmed."""
    return (
        *_prepared(situation),
        *(each for item in checklist.items("G1") for each in _item(item, "G1", situation)),
        *_rules(situation),
        *(_remark(item, lack) for item, lack in remarks(situation)),
    )


def recorded(situation: Situation, /) -> tuple[Standing, ...]:
    """Return how gate G2 stands: whether what was heard may become insights."""
    return (
        *(each for item in checklist.items("G2") for each in _item(item, "G2", situation)),
        *(_open(item, "G2", lack) for item, lack in _unfit(situation)),
    )


def afterwards(situation: Situation, /) -> tuple[Standing, ...]:
    """Return how the checks stand that the partner makes weeks after a session (SC-39a, SC-39b)."""
    gates: tuple[tuple[str, GateId], ...] = (("SC-39a", "G3"), ("SC-39b", "G4"))
    return tuple(each for name, gate in gates for each in _item(checklist.item(name), gate, situation))


def holds(found: Iterable[Standing], /) -> tuple[Standing, ...]:
    """Return what keeps the gates shut."""
    return tuple(each for each in found if each.holds)


def may_be_confirmed(situation: Situation, /) -> bool:
    """Return whether nothing blocks gates G0 and G1."""
    return not holds(planned(situation))


def _prepared(situation: Situation) -> Iterator[Standing]:
    """Yield how the preparation of the dialogue stands (SC-01 to SC-04, SC-07, XR-6)."""
    if situation.dialogue.cancelled_on is not None:
        yield _open("G0", "G0", Lack(code="dialogue_cancelled", section="prepare", field="cancelled_on"))
    about = (situation.prepared, situation.supplier, situation.assessment)
    on_the_day = situation.session.date or situation.today  # an agreement has to last until then
    needs = preparation.needs(*about, situation.partners, situation.agreements, on_the_day)
    for need in needs:
        if need.gate:
            lack = None if need.done else _of_preparation(need)
            state: State = "done" if need.done else "open"
            yield Standing(
                item=need.item, gate=need.gate, state=state, blocking=True, derived=True, lack=lack
            )


def _of_preparation(need: Need) -> Lack:
    section: Section = "partners" if need.field.startswith("agreements") else "prepare"
    return Lack(code=need.code, section=section, field=need.field, data=need.data)


def _item(item: SafetyItem, gate: GateId, situation: Situation) -> Iterator[Standing]:
    """Yield how one item stands: once when it is settled, else once for each thing it lacks."""
    if item.id in ("SC-03", "SC-07"):  # the preparation says how these stand
        return
    if not checklist.applies(item, situation.session.method, situation.chain) or _needs_no_way(
        item, situation
    ):
        yield _standing(item, gate, "not_applicable", situation)
        return
    lacks = list(_lacks(item, situation))
    if not lacks:
        yield _standing(item, gate, _settled(item, situation), situation)
    for lack in lacks:
        yield _standing(item, gate, "open", situation, lack)


def _needs_no_way(item: SafetyItem, situation: Situation) -> bool:
    return item.id == "SC-19" and logistics_rules.comes_to_them(situation.session)


def _lacks(item: SafetyItem, situation: Situation) -> Iterator[Lack]:
    if item.id in _FROM_FIELDS:
        yield from _FROM_FIELDS[item.id](situation)
        return
    if item.id in _BESIDE_AN_ANSWER:
        yield from _BESIDE_AN_ANSWER[item.id](situation)
    if _answered(item, situation) == "open":
        yield Lack(code="item_open", section="checklist", field=f"checks.{item.id}", data={"item": item.text})


def _settled(item: SafetyItem, situation: Situation) -> State:
    given = "yes" if item.id in _FROM_FIELDS else _answered(item, situation)
    return "done" if given == "yes" else given


def _answered(item: SafetyItem, situation: Situation) -> Literal["yes", "open", "not_applicable", "waived"]:
    """Return what a role answered: in this session, or once for the whole dialogue."""
    given = checklist.standing(item, situation.answer(item.id), situation.risk)
    return "open" if given == "no" else given


def _standing(
    item: SafetyItem, gate: GateId, state: State, situation: Situation, lack: Lack | None = None
) -> Standing:
    blocking = checklist.blocks(item, situation.risk)
    derived = item.id in _FROM_FIELDS
    return Standing(item=item.id, gate=gate, state=state, blocking=blocking, derived=derived, lack=lack)


def _rules(situation: Situation) -> Iterator[Standing]:
    for rule, look in _WHATEVER_IS_TICKED.items():
        lacks = list(look(situation))
        if not lacks:
            yield Standing(item=rule, gate="G1", state="done", blocking=True, derived=True)
        yield from (_open(rule, "G1", lack) for lack in lacks)


def _open(item: str, gate: GateId, lack: Lack) -> Standing:
    return Standing(item=item, gate=gate, state="open", blocking=True, derived=True, lack=lack)


def _remark(item: str, lack: Lack) -> Standing:
    return Standing(item=item, gate="G1", state="open", blocking=False, derived=True, lack=lack)


def _unfit(situation: Situation) -> Iterator[tuple[str, Lack]]:
    """Yield why what was heard may not be used (XR-2, XR-3, XR-5)."""
    session = situation.session
    if session.employer_absence.spoiled:
        yield "XR-3", Lack(code="employer_was_there", section="capture", field="employer_absence.breach")
    for place, group in enumerate(session.groups):
        if group.under18_present and not group.specialist_role.strip():
            field = f"groups[{place}].specialist_role"
            yield "XR-5", Lack(code="under_18_without_specialist", section="capture", field=field)
    for insight in situation.insights:
        if insight.status != "withdrawn" and _nobody_allows(insight, session):
            yield (
                "XR-2",
                Lack(
                    code="use_withdrawn",
                    section="insights",
                    field=f"insight/{insight.code}",
                    data={"insight": insight.code},
                ),
            )


def _nobody_allows(insight: Insight, session: Session) -> bool:
    """Return whether this session is the only source of an insight and its use inside was withdrawn (U5)."""
    labels = [each.partition("/")[2] for each in insight.group_ids if each.startswith(f"{session.code}/")]
    if not labels or len(labels) < len(insight.group_ids):
        return False
    given = [each for each in session.consents if each.subject in labels]
    withdrawn = [each for each in given if _took_back(each, "U5")]
    return bool(given) and len(withdrawn) == len(given)


def _took_back(consent: Consent, use: Use) -> bool:
    """Return whether a use was agreed to once, and is not any more."""
    asked = consent.uses.get(use)
    return asked is not None and asked.answer != "no" and not consent.allows(use)


def count(found: Sequence[Standing], /) -> tuple[int, int]:
    """Return how many items of the gates are done, and of how many; what is only to be minded is no item."""
    counted = [each for each in found if each.state != "not_applicable" and not each.item.startswith("RQ")]
    every = {(each.gate, each.item) for each in counted}
    still_open = {(each.gate, each.item) for each in counted if each.state == "open"}
    return len(every - still_open), len(every)
