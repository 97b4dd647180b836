"""Whether everybody is understood, by people one can trust (SC-20, SC-21, XR-4)."""

from __future__ import annotations

from collections.abc import Iterator

from fieldkit.guide.languages import Carried, Link
from fieldkit.guide.situation import Lack, Situation
from fieldkit.model.session import Interpreter, Session

_WHY_NOT: dict[Carried, str] = {
    "nobody": "chain_gap", "elsewhere_spoken": "chain_gap_spoken", "tied": "chain_gap_tied",
    "not_accepted": "chain_gap_accepted",
}  # fmt: skip


def chain_connects(situation: Situation, /) -> Iterator[Lack]:
    """SC-20: the chain connects every worker with every listener, dialects included; a gap is XR-4."""
    session, chain = situation.session, situation.chain
    if not session.groups:
        yield Lack(code="languages_missing", section="languages", field="groups")
    for place in chain.mute_groups:
        label = session.groups[place].label
        yield Lack(
            code="group_language_missing", section="languages", field=f"groups[{place}].languages",
            data={"group": label},
        )  # fmt: skip
    for place in chain.mute_listeners:
        code = session.listeners[place].code
        yield Lack(
            code="listener_language_missing", section="languages", field=f"listeners[{place}].languages",
            data={"code": code},
        )  # fmt: skip
    for gap in chain.missing:
        yield Lack(
            code=_WHY_NOT[gap.carried],
            section="languages",
            field=_mended_at(gap, session),
            data={"source": gap.from_, "target": gap.to, "code": gap.interpreter or ""},
            rule="XR-4",
        )


def _mended_at(gap: Link, session: Session) -> str:
    """Return the field that closes a gap: what is not known of the interpreter, else who carries the step."""
    if gap.hop is None:
        return "hops"
    asked = {"tied": "independence", "not_accepted": "accepted_by_workers", "elsewhere_spoken": "dialects"}
    codes = [each.code for each in session.interpreters]
    if gap.carried not in asked or gap.interpreter not in codes:
        return f"hops[{gap.hop}].interpreter_code"
    return f"interpreters[{codes.index(gap.interpreter)}].{asked[gap.carried]}"


def interpreters_trusted(situation: Situation, /) -> Iterator[Lack]:
    """SC-21: no tie to employer, recruiter or authorities; accepted by workers; secrecy promised."""
    needed = {hop.interpreter_code for hop in situation.session.hops if hop.mode != "none_needed"}
    for place, interpreter in enumerate(situation.session.interpreters):
        if interpreter.code in needed:
            yield from _interpreter(place, interpreter)
        elif interpreter.independence == "no":  # whoever is on the list comes
            yield Lack(
                code="interpreter_tied", section="languages", field=f"interpreters[{place}].independence",
                data={"code": interpreter.code},
            )  # fmt: skip


def _interpreter(place: int, interpreter: Interpreter) -> Iterator[Lack]:
    checks = (
        ("independence", interpreter.independence, "interpreter_tied", "interpreter_tie_unknown"),
        (
            "accepted_by_workers", interpreter.accepted_by_workers, "interpreter_refused",
            "interpreter_not_accepted",
        ),
        ("confidentiality_signed", interpreter.confidentiality_signed, "interpreter_not_signed", ""),
    )  # fmt: skip
    for field, value, refused, unknown in checks:
        if value != "yes":
            yield Lack(
                code=refused if value == "no" else unknown,
                section="languages",
                field=f"interpreters[{place}].{field}",
                data={"code": interpreter.code},
            )
