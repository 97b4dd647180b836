"""What must be there before a dialogue is prepared: method chosen, planning may start (gate G0, `03`).

Each need says which gate it holds. G0 and G1 are those of the safety checklist; a need without a gate keeps
the preparation open, for "unknown" is always an answer and a ranking may stay provisional (P6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from fieldkit.guide.agreements import in_force, leaves_partner_free
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Advice, advise
from fieldkit.guide.site_questions import listened_to, sections, still_unknown
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue, MethodUse
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.supply import Supplier
from fieldkit.model.vocabulary import Barrier, Method, MethodRole

Place = Literal[
    "purpose", "Q1", "Q2", "Q3", "Q4", "M3", "M4", "M5", "barriers", "rights", "decision", "method", "safety"
]
"""The section of the page where something can be mended."""

Gate = Literal["G0", "G1", ""]

WEIGHED = {"SC-01": "harm_not_weighed", "SC-02": "partner_has_not_judged"}
"""The items of gate G0 that a role answers, each with the sentence for when nobody said yes."""


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that must be there, and whether it is."""

    item: str  # the rule: "SC-04", "Q1", "XR-6", "RQ-020"
    section: Place
    field: str  # where the cursor goes: "foa_status", "barriers.reprisal", "agreements.no_interference"
    done: bool
    code: str  # the sentence in messages/reasons.json for when it is not done
    data: dict[str, object] = {}
    gate: Gate = ""


def needs(
    dialogue: Dialogue, supplier: Supplier, assessment: Assessment | None, partners: Sequence[Partner],
    agreements: Sequence[Agreement], today: date, /,
) -> tuple[Need, ...]:  # fmt: skip
    """Return all that must be there, done or not, in the order of the page.

    `agreements` may hold those of other partners too; one that has ended by `today` promises nothing.
    """
    begun = assessment or Assessment()
    answers = listened_to(begun)
    advice = advise(answers)
    everything = (
        *_answered(answers),
        *_site(dialogue, supplier, answers),
        _barriers(begun),
        _need("RQ-005", "rights", "rights", bool(begun.rights), "rights_missing"),
        *_decision(dialogue),
        _outcome(advice),
        *_methods(dialogue, advice),
        *_partner(dialogue, partners, agreements, today),
        *_weighed(dialogue),
    )
    return tuple(
        sorted(everything, key=lambda need: need.done or need.code != "acute_stop")
    )  # first people (P3)


def first_usable(advice: Advice, /) -> Method | None:
    """Return the first method of the order that is available and at least possible, or None."""
    least = rule_book().bands.possible
    usable = (each for each in advice.ranking if each.state != "unavailable" and each.points >= least)
    return next((each.method for each in usable), None)


def needs_reason(advice: Advice, method: Method, role: MethodRole, /) -> bool:
    """Return whether choosing this deviates from the advice: another method than the first leads (RQ-020)."""
    return role == "lead" and method != first_usable(advice)


def off_rule(advice: Advice, method: Method, /) -> str | None:
    """Return the rule that switched a method off, or None where it is available."""
    ranked = next((each for each in advice.ranking if each.method == method), None)
    if ranked is None or ranked.state != "unavailable":
        return None
    return next(name for name in ranked.rules if rule_book().rules[name].effects[method].off)


def _need(
    item: str, section: Place, field: str, done: bool, code: str, gate: Gate = "", /, **data: object
) -> Need:
    return Need(item=item, section=section, field=field, done=done, code=code, data=data, gate=gate)


def _answered(answers: Answers) -> Iterator[Need]:
    """Yield the four questions: each is answered when all of its key inputs are known."""
    for section in sections(answers):
        if section.id in ("Q1", "Q2", "Q3", "Q4"):
            unknown = still_unknown(section, answers)
            first = unknown[0] if unknown else section.fields[0]
            code = f"{section.id.lower()}_unknown"
            yield _need(section.id, section.id, first, not unknown, code, count=len(unknown))


def _site(dialogue: Dialogue, supplier: Supplier, answers: Answers) -> Iterator[Need]:
    """Yield which site is meant, where one site is to be heard and the supplier has several."""
    if len(supplier.sites) > 1 and answers.scale == "single":
        done = supplier.site(dialogue.site_code or "") is not None
        yield _need("RQ-050", "Q3", "site_code", done, "site_not_chosen", count=len(supplier.sites))


def _barriers(assessment: Assessment) -> Need:
    """SC-03: each of the seven is rated, and one that is there has a measure."""
    rated = {name: assessment.barriers.get(name, BarrierRating()) for name in get_args(Barrier)}
    unrated = [name for name, each in rated.items() if each.level == "unknown"]
    bare = [
        name for name, each in rated.items() if each.level in ("some", "strong") and not each.measure.strip()
    ]
    code = "barriers_not_rated" if unrated else "barriers_without_measure"
    first = next(iter((*unrated, *bare)), "reprisal")
    count = len(unrated or bare)
    return _need("SC-03", "barriers", f"barriers.{first}", count == 0, code, "G1", count=count)


def _decision(dialogue: Dialogue) -> Iterator[Need]:
    """SC-04: the reason for the dialogue and the decision it will inform are written down."""
    for field, code in (
        ("purpose", "reason_for_dialogue_missing"),
        ("decision_to_inform", "decision_missing"),
        ("decision_owner_role", "decision_owner_missing"),
    ):
        yield _need("SC-04", "decision", field, bool(getattr(dialogue, field).strip()), code, "G0")
    done = dialogue.decision_due is not None
    yield _need("SC-04", "decision", "decision_due", done, "decision_date_missing", "G0")


def _outcome(advice: Advice) -> Need:
    """XR-6: while somebody is in danger, or without a safe method, nothing is planned."""
    if advice.outcome == "acute_stop":
        return _need("XR-6", "purpose", "imminent_harm", False, "acute_stop", "G0")
    return _need("XR-6", "method", "method_uses", advice.outcome == "ok", "no_safe_method", "G0")


def _methods(dialogue: Dialogue, advice: Advice) -> Iterator[Need]:
    uses = dialogue.method_uses
    leads = _leads(dialogue)
    code = "no_lead" if uses else "no_method"
    yield _need("RQ-022", "method", "method_uses", bool(leads), code)
    for use in uses:
        rule = off_rule(advice, use.method)
        if rule is not None:
            yield _need(
                rule, "method", f"method_uses.{use.method}", False, "chosen_off", "G0", method=use.method
            )
        elif advice.ranking and needs_reason(advice, use.method, use.role):
            done = bool(use.deviation_reason.strip())
            place = f"method_uses.{use.method}.deviation_reason"
            yield _need("RQ-020", "method", place, done, "reason_missing", method=use.method)


def _leads(dialogue: Dialogue) -> tuple[MethodUse, ...]:
    return tuple(use for use in dialogue.method_uses if use.role == "lead")


def _partner(
    dialogue: Dialogue, partners: Sequence[Partner], agreements: Iterable[Agreement], today: date
) -> Iterator[Need]:
    """Yield what a partner who leads needs: to be known, and an agreement that leaves it free (SC-07)."""
    lead = next((use for use in _leads(dialogue) if use.method == "M2"), None)
    if lead is None:
        return
    known = lead.partner_code in {partner.code for partner in partners}
    yield _need("RQ-040", "method", "method_uses.M2.partner_code", known, "partner_not_named")
    theirs = [each for each in agreements if each.partner_code == lead.partner_code and in_force(each, today)]
    free = known and bool(theirs) and all(leaves_partner_free(each) for each in theirs)
    code = "steering_open" if theirs else "agreement_missing"
    yield _need("SC-07", "safety", _agreement_field(theirs), free, code, "G1")


def _agreement_field(agreements: Sequence[Agreement]) -> str:
    """Return what is open in the first agreement; the agreements themselves where there is none."""
    if not agreements:
        return "agreements"
    steered = agreements[0].no_interference != "yes"
    return "agreements.no_interference" if steered else "agreements.pace_set_by_partner"


def _weighed(dialogue: Dialogue) -> Iterator[Need]:
    """SC-01, SC-02: answered yes by a role; neither can be set aside."""
    answered = {check.item for check in dialogue.checks if check.status == "yes" and check.by_role.strip()}
    for item, code in WEIGHED.items():
        yield _need(item, "safety", f"checks.{item}", item in answered, code, "G0")
