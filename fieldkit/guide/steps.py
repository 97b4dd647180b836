"""How far a dialogue is: the state of its six steps, and its status. Both follow from records, never typed.

Pure functions of what has happened so far (`02` sections 2.2 and 2.10).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from fieldkit.guide.agreements import in_force
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.partner import Agreement
from fieldkit.model.vocabulary import BarrierLevel, RiskLevel

StepName = Literal["prepare", "partners", "sessions", "insights", "brief", "follow_up"]
StepState = Literal["done", "in_progress", "held_up", "not_yet"]
Status = Literal[
    "draft", "assessed", "partner_agreed", "planned", "confirmed", "held", "insights_recorded",
    "brief_exported", "supplier_talk_done", "workers_informed", "closed", "cancelled", "suspended_safety",
]  # fmt: skip


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One of the six steps of a dialogue."""

    name: StepName
    state: StepState
    holds: int = 0  # how many known things stand between it and done


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What has happened in a dialogue so far: days and numbers, nobody's words."""

    cancelled: bool = False
    danger: bool = False  # somebody is in danger now (P3)
    freezing: int = 0  # open incidents that stop exports (XR-1)
    begun: bool = False  # something was answered, decided or chosen
    assessed: bool = False
    holds: int = 0  # what holds the preparation up
    unsafe: bool = False  # no method is safe now (XR-6)
    partners: int = 0  # named
    agreed: int = 0  # of them: with an agreement in force
    wanting: int = 0  # local partners (M2) that are to be heard through, without an agreement
    alone: bool = False  # the methods chosen need no partner
    planned: int = 0  # sessions planned or postponed
    confirmed: int = 0
    blocked: int = 0  # sessions that are near and may not be confirmed yet
    overdue: int = 0  # of the sessions planned, postponed or confirmed: those whose day has passed
    held: int = 0
    aborted: int = 0
    approved: int = 0  # insights
    for_supplier: int = 0  # of those approved
    unapproved: int = 0
    briefs: int = 0
    actions: int = 0
    actions_open: int = 0
    promises_open: int = 0
    checks_open: int = 0  # held sessions whose partner has not checked after six weeks (SC-39b)
    held_on: date | None = None  # the last session
    brief_on: date | None = None  # when the last brief left
    talk_on: date | None = None  # with the supplier
    told_on: date | None = None  # when workers last had word
    to_tell_on: date | None = None  # when they are to have it, where a day was set

    @property
    def ahead(self) -> int:
        """Return how many sessions are still to be held."""
        return self.planned + self.confirmed

    @property
    def past_planning(self) -> bool:
        """Return whether planning lies behind: a session was confirmed or held."""
        return bool(self.confirmed or self.held)

    @property
    def news_on(self) -> date | None:
        """Return since when there is something to tell workers: a talk with them, a brief, its answer."""
        return max(filter(None, (self.held_on, self.brief_on, self.talk_on)), default=None)

    @property
    def informed(self) -> bool:
        """Return whether workers had word after the last thing there was to tell (SC-44)."""
        return self.told_on is not None and self.told_on >= (self.news_on or date.min)

    @property
    def closed(self) -> bool:
        """Return whether the dialogue is over: nothing is on its way, and gate G4 is open.

        The gate asks for SC-39b, for SC-44, and for promises kept or explained.
        """
        on_its_way = self.ahead or self.unapproved or (self.for_supplier and not self.briefs)
        owed = self.checks_open or self.promises_open
        return self.held > 0 and self.informed and not on_its_way and not owed


def has_begun(dialogue: Dialogue, assessment: Assessment | None, /) -> bool:
    """Return whether anything was answered, decided or chosen in preparing a dialogue."""
    known = assessment or Assessment()
    answered = known.answers != Answers() or known.barriers or known.rights
    return bool(answered or dialogue.method_uses or dialogue.purpose or dialogue.decision_to_inform)


def named_partners(dialogue: Dialogue, /) -> frozenset[str]:
    """Return the codes of the partners of a dialogue, those of its methods included."""
    through = (use.partner_code for use in dialogue.method_uses if use.partner_code)
    return frozenset((*dialogue.partner_codes, *through))


def partners_agreed(agreements: Iterable[Agreement], today: date, /) -> frozenset[str]:
    """Return the codes of the partners with whom an agreement is in force."""
    return frozenset(each.partner_code for each in agreements if in_force(each, today))


def partners_so_far(dialogue: Dialogue, agreed_with: frozenset[str], /) -> tuple[int, int, int, bool]:
    """Return `partners`, `agreed`, `wanting` and `alone` of a course."""
    named = named_partners(dialogue)
    agreed = agreed_with & named
    local = {use.partner_code for use in dialogue.method_uses if use.method == "M2"}
    alone = bool(dialogue.method_uses) and not any(use.method in ("M1", "M2") for use in dialogue.method_uses)
    return len(named), len(agreed), len(local - agreed), alone


def steps(course: Course, late: int, /) -> tuple[Step, ...]:
    """Return the six steps; `late` is how much of what was promised, agreed or to be checked is overdue."""
    return (
        _prepare(course), _partners(course), _sessions(course), _insights(course), _brief(course),
        _follow_up(course, late),
    )  # fmt: skip


def current(path: Iterable[Step], /) -> StepName:
    """Return the first step that is not done; of a dialogue that has done them all the last."""
    every = tuple(path)
    return next((step.name for step in every if step.state != "done"), every[-1].name)


def status(course: Course, /) -> Status:
    """Return the status of a dialogue: how far it has come, unless it was cancelled or stands still."""
    reached: tuple[tuple[Status, object], ...] = (
        ("cancelled", course.cancelled),
        ("suspended_safety", course.danger or course.freezing),
        ("closed", course.closed),
        ("workers_informed", course.held and course.informed),
        ("supplier_talk_done", course.talk_on),
        ("brief_exported", course.briefs),
        ("insights_recorded", course.approved and not course.unapproved),
        ("held", course.held),
        ("confirmed", course.confirmed),
        ("planned", course.planned),
        ("partner_agreed", course.agreed),
        ("assessed", course.assessed),
    )
    return next((name for name, is_so in reached if is_so), "draft")


_OF_BARRIER: dict[BarrierLevel, RiskLevel] = {
    "none": "low", "some": "medium", "strong": "high", "unknown": "unknown",
}  # fmt: skip
_GRAVEST: tuple[RiskLevel, ...] = ("high", "unknown", "medium", "low")


def reprisal_risk(assessment: Assessment | None, in_sessions: Iterable[RiskLevel], /) -> RiskLevel:
    """Return the risk of reprisal: the highest of assessment, barrier and session reviews (`02` 2.10).

    What is missing is unknown, and that weighs more than medium: the checklist treats it like high.
    """
    known = assessment or Assessment()
    barrier = known.barriers.get("reprisal")
    asked = {
        known.answers.retaliation_risk,
        _OF_BARRIER[barrier.level] if barrier else "unknown",
        *in_sessions,
    }
    return next(level for level in _GRAVEST if level in asked)


def _prepare(course: Course) -> Step:
    stuck = course.danger or course.unsafe
    if stuck or (course.holds and course.ahead):
        return Step(name="prepare", state="held_up", holds=max(course.holds, 1))
    if not course.begun and not course.past_planning:
        return Step(name="prepare", state="not_yet")
    return Step(name="prepare", state="in_progress" if course.holds else "done", holds=course.holds)


def _partners(course: Course) -> Step:
    missing = course.wanting or (0 if course.partners or course.alone else 1)
    if not missing:
        state: StepState = "done" if course.agreed or course.past_planning or course.alone else "in_progress"
    elif course.ahead:
        state = "held_up"
    else:
        state = "in_progress" if course.partners or course.past_planning else "not_yet"
    return Step(name="partners", state=state, holds=0 if state == "not_yet" else missing)


def _sessions(course: Course) -> Step:
    stuck = course.blocked + course.overdue + (course.freezing + course.danger if course.ahead else 0)
    if course.aborted and not course.ahead and not course.held:
        stuck = course.aborted
    if stuck:
        return Step(name="sessions", state="held_up", holds=stuck)
    if course.ahead:
        return Step(name="sessions", state="in_progress", holds=course.ahead)
    return Step(name="sessions", state="done" if course.held else "not_yet")


def _insights(course: Course) -> Step:
    state: StepState = "done" if course.approved else "not_yet"
    if course.unapproved:
        state = "in_progress"
    return Step(name="insights", state=state, holds=course.unapproved)


def _brief(course: Course) -> Step:
    if course.freezing and (course.approved or course.briefs):
        return Step(name="brief", state="held_up", holds=course.freezing)
    if course.briefs:
        return Step(name="brief", state="done")
    return Step(name="brief", state="in_progress" if course.for_supplier else "not_yet")


def _follow_up(course: Course, late: int) -> Step:
    if late:
        return Step(name="follow_up", state="held_up", holds=late)
    if course.closed and not course.actions_open:
        return Step(name="follow_up", state="done")
    begun = course.briefs or course.talk_on or course.actions or course.told_on
    owed = course.actions_open + course.promises_open + course.checks_open
    return Step(name="follow_up", state="in_progress" if begun else "not_yet", holds=owed if begun else 0)
