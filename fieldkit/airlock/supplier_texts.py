"""Every text a user wrote for the supplier, and what the detectors hold against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from fieldkit.airlock import wording
from fieldkit.airlock.dossier import Dossier, offered
from fieldkit.airlock.folding import fold
from fieldkit.airlock.known import Register
from fieldkit.airlock.marks import Kind, Mark, Severity
from fieldkit.airlock.runs import Fingerprints
from fieldkit.airlock.screen import screen
from fieldkit.errors import Reason
from fieldkit.model.field import Day, Wording
from fieldkit.model.followup import Action, Approval, BriefPlan
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import Outcome

RULE_OF: dict[Kind, str] = {
    Kind.GUESS: "W-2",
    Kind.BLAME: "W-3",
    Kind.QUOTE: "W-4",
    Kind.SHARED_RUN: "W-4",
    Kind.SINGLE_PERSON: "W-5",
    Kind.FORBIDDEN_SOURCE: "W-7",
}
"""The wording rule that a kind of mark breaks; every other kind identifies (W-6)."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One text for the supplier, in all its languages, and where it stands."""

    subject: str  # the code of the insight, action or supplier it belongs to
    place: str  # the field: print_text, own_share[0]
    wording: Wording
    needed: bool  # the brief cannot do without it
    outcome: Outcome = "C"  # of the source behind it; texts of our own may speak of none (W-7)
    verbatim_allowed: bool = False  # U9, with outcome A or B (W-4)


class Checks(msgspec.Struct, frozen=True, kw_only=True):
    """What the texts of one dialogue are checked against."""

    register: Register
    dossier: Dossier
    notes: Fingerprints
    approved: frozenset[str]  # words let through by a person
    accepted: frozenset[str]  # review marks that a person kept, by their text
    language: str
    today: Day


def checks_for(dossier: Dossier, register: Register, language: str, today: Day, /) -> Checks:
    """Return what this dialogue's texts are checked against. What is known can never be approved away."""
    plan = dossier.plan
    words = plan.vocabulary_approvals if plan else ()
    kept = plan.accepted_marks if plan else ()
    return Checks(
        register=register,
        dossier=dossier,
        notes=Fingerprints.of(_notes(dossier)),
        approved=frozenset(each.word.strip() for each in words if _may_be_let_through(each, register)),
        accepted=frozenset(_key(each.word) for each in kept if _may_be_let_through(each, register)),
        language=language,
        today=today,
    )


def _may_be_let_through(approval: Approval, register: Register) -> bool:
    """One word at a time, and never one that anything known by name contains."""
    return len(fold(approval.word).words) == 1 and not register.holds(approval.word.strip())


def of_plan(plan: BriefPlan, /) -> Iterator[Written]:
    """Yield the texts of a plan."""
    code = plan.supplier_code
    yield Written(subject=code, place="title", wording=plan.title, needed=plan.title != Wording())
    lists = {
        "goes_well": plan.goes_well,
        "own_share": plan.own_share,
        "own_questions": tuple(question.text for question in plan.own_questions),
    }
    for place, texts in lists.items():
        for index, text in enumerate(texts):
            yield Written(subject=code, place=f"{place}[{index}]", wording=text, needed=True)


def printed(action: Action, /) -> bool:
    """Return whether an action stands in the brief."""
    return action.in_brief and action.status != "dropped"


def of_actions(actions: Iterable[Action], /) -> Iterator[Written]:
    """Yield the texts of the actions that stand in the brief."""
    for action in actions:
        if printed(action):
            shown = action.evidence_of_result
            yield Written(subject=action.code, place="text", wording=action.text, needed=True)
            yield Written(
                subject=action.code, place="evidence_of_result", wording=shown, needed=shown != Wording()
            )


def of_insight(insight: Insight, outcome: Outcome, /, *, verbatim_allowed: bool) -> Iterator[Written]:
    """Yield the texts of an insight; under outcome C they become questions, so none is needed."""
    printed = outcome in ("A", "B")
    suggestion = insight.print_suggestion
    for place, text, needed in (
        ("print_text", insight.print_text, printed),
        ("print_suggestion", suggestion, printed and suggestion != Wording()),
    ):
        yield Written(
            subject=insight.code,
            place=place,
            wording=text,
            needed=needed,
            outcome=outcome,
            verbatim_allowed=verbatim_allowed,
        )


def objections(written: Written, checks: Checks, /) -> Iterator[Reason]:
    """Yield a reason for every mark that still stands against a text in the language to be printed."""
    text = written.wording.in_language(checks.language) or ""
    if not text.strip():
        if written.needed:
            yield Reason("5.1", written.subject, "wording_missing", place=written.place)
        return
    marks = screen(
        text,
        known=checks.register,
        supplier_text=True,
        lang=checks.language,
        outcome=written.outcome,
        approved=checks.approved,
    )
    # U9 covers what these people said, never the notes and insights of others.
    own = written.subject if written.verbatim_allowed else None
    notes = Fingerprints.of(_notes(checks.dossier, but=own)) if own else checks.notes
    marks = [*marks, *notes.shared_runs(text)]
    for mark in marks:
        if not _accepted(mark, checks):
            yield _reason(mark, written)


def advice(written: Written, language: str, /) -> Iterator[Reason]:
    """Yield what would make a text better and holds nothing up (W-1, W-10)."""
    for hint in wording.hints(written.wording.in_language(language) or "", language):
        code = "hint_not_concrete" if hint.rule == "W-1" else "hint_long_sentence"
        yield Reason(hint.rule, written.subject, code, place=written.place, start=hint.start, end=hint.end)


def _accepted(mark: Mark, checks: Checks) -> bool:
    return mark.severity is Severity.REVIEW and _key(mark.text) in checks.accepted


def _reason(mark: Mark, written: Written) -> Reason:
    # The place and the span, never the words: reasons are printed, copied and logged.
    return Reason(
        RULE_OF.get(mark.kind, "W-6"),
        written.subject,
        f"mark_{mark.kind}",
        place=written.place,
        start=mark.start,
        end=mark.end,
    )


def _notes(dossier: Dossier, *, but: str | None = None) -> Iterator[str]:
    for session in dossier.sessions:
        yield from (note.text for note in session.raw_notes)
    for insight in dossier.insights:
        if insight.code != but:
            yield insight.fact_text
            yield insight.suggestion_by_workers
        if not _may_be_heard_of(insight):
            for wording in (insight.print_text, insight.print_suggestion):
                yield from filter(None, (wording.en, wording.nl))


def _may_be_heard_of(insight: Insight) -> bool:
    """Whether the words written for the supplier may also stand elsewhere in a brief."""
    decision = insight.source_decision
    return offered(insight) and decision is not None and decision.outcome != "D"


def _key(text: str) -> str:
    return text.strip().casefold()
