"""How far the dialogues are, from the records of a workspace: all of them at once, or one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from fieldkit.guide import preparation, readiness
from fieldkit.guide.due import CHECK_AFTER, is_answered
from fieldkit.guide.session_states import is_near
from fieldkit.guide.steps import Course, has_begun, partners_agreed, partners_so_far
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.supply import Supplier
from fieldkit.store import Store
from fieldkit.store.agenda import Agenda, Progress, SessionLine
from fieldkit.workspace.situations import alone

Unchecked = frozenset[tuple[str, str]]
"""Held sessions and the checks on reprisal that nobody has answered for them: code and item."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the overview knows of one dialogue."""

    dialogue: Dialogue
    assessment: Assessment | None
    sessions: tuple[SessionLine, ...]
    unchecked: Unchecked
    so_far: Course  # without what holds the preparation up, which takes longer to find out


class Reader:
    """Reads dialogues and says how far each is on a given day. Not for longer than nothing changes."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = today
        self._suppliers: dict[str, Supplier | None] = {}
        self._courses: dict[str, Course] = {}

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The agreements with partners."""
        return self._store.agreements.all()

    @cached_property
    def _agreed_with(self) -> frozenset[str]:
        return partners_agreed(self.agreements, self._today)

    @cached_property
    def _partners(self) -> list[Partner]:
        return self._store.partners.all()

    def all(self) -> dict[str, Known]:
        """Return every dialogue by its code, in the natural order of the codes."""
        assessments = {each.dialogue_code: each for each in self._store.assessments.all()}
        return self._known(self._store.dialogues.all(), assessments, self._store.agenda)

    def one(self, dialogue: Dialogue, /) -> Known:
        """Return one dialogue; nothing of the others is read."""
        code = dialogue.code
        assessments = {each.dialogue_code: each for each in self._store.assessments.in_dialogue(code)}
        return self._known([dialogue], assessments, self._store.agenda.within(code))[code]

    def course(self, known: Known, /) -> Course:
        """Return how far a dialogue is, with what holds up its preparation and the sessions that are near.

        The preparation counts where it has begun and planning does not lie behind.
        """
        code = known.dialogue.code
        if code not in self._courses:
            self._courses[code] = self._with_holds(known)
        return self._courses[code]

    def _with_holds(self, known: Known) -> Course:
        course = known.so_far
        if course.cancelled:
            return course
        course = msgspec.structs.replace(course, blocked=self._blocked(known.sessions))
        if course.past_planning or not course.begun:
            return course
        held = [need for need in self.needs(known) if not need.done]
        unsafe = any(need.item == "XR-6" for need in held)
        return msgspec.structs.replace(course, holds=len(held), unsafe=unsafe)

    def _blocked(self, sessions: Iterable[SessionLine]) -> int:
        """Return how many sessions are near and may not be confirmed yet."""
        near = [each.code for each in sessions if is_near(each.status, each.day, self._today)]
        found = (self._store.sessions.get(code) for code in near)
        judged = (alone(self._store, each, self._today) for each in found if each is not None)
        return sum(not readiness.may_be_confirmed(each) for each in judged)

    def needs(self, known: Known, /) -> tuple[preparation.Need, ...]:
        """Return what the preparation of a dialogue needs, done or not."""
        supplier = self._supplier(known.dialogue.supplier_code)
        if supplier is None:
            return ()
        return preparation.needs(
            known.dialogue, supplier, known.assessment, self._partners, self.agreements, self._today
        )

    def _supplier(self, code: str) -> Supplier | None:
        if code not in self._suppliers:
            self._suppliers[code] = self._store.suppliers.get(code)
        return self._suppliers[code]

    def _known(
        self, dialogues: Sequence[Dialogue], assessments: Mapping[str, Assessment], agenda: Agenda
    ) -> dict[str, Known]:
        sessions: defaultdict[str, list[SessionLine]] = defaultdict(list)
        for line in agenda.sessions():
            sessions[line.dialogue_code].append(line)
        answered = {(code, item) for code, item, status in agenda.reprisal_checks() if is_answered(status)}
        progress = agenda.progress(self._today)
        return {
            code: self._one(
                each, assessments.get(code), sessions[code], answered, progress.get(code, Progress())
            )
            for code, each in ((each.code, each) for each in dialogues)
        }

    def _one(
        self,
        dialogue: Dialogue,
        assessment: Assessment | None,
        sessions: Sequence[SessionLine],
        answered: set[tuple[str, str]],
        progress: Progress,
    ) -> Known:
        unchecked = _unchecked(dialogue, sessions, answered)
        partners, agreed, wanting, alone = partners_so_far(dialogue, self._agreed_with)
        course = Course(
            cancelled=dialogue.cancelled_on is not None,
            danger=assessment is not None and assessment.answers.imminent_harm == "yes",
            begun=has_begun(dialogue, assessment),
            assessed=assessment is not None and assessment.assessed_on is not None,
            partners=partners,
            agreed=agreed,
            wanting=wanting,
            alone=alone,
            checks_open=sum(item == "SC-39b" for _, item in unchecked),
            **_sessions_so_far(sessions, self._today),
            **msgspec.structs.asdict(progress),
        )
        return Known(
            dialogue=dialogue,
            assessment=assessment,
            sessions=tuple(sessions),
            unchecked=unchecked,
            so_far=course,
        )


def is_ahead(session: SessionLine, /) -> bool:
    """Return whether a session is still to be held."""
    return session.status in ("planned", "confirmed", "postponed")


def was_heard(session: SessionLine, /) -> bool:
    """Return whether people may have been seen to speak: also in a talk that was broken off for safety."""
    return session.status in ("held", "aborted_safety")


def _sessions_so_far(sessions: Sequence[SessionLine], today: date) -> dict[str, Any]:
    """Return what a course says of sessions."""
    statuses = Counter(each.status for each in sessions)
    held_on = (each.day for each in sessions if each.status == "held" and each.day)
    return {
        "planned": statuses["planned"] + statuses["postponed"],
        "confirmed": statuses["confirmed"],
        "overdue": sum(is_ahead(each) and (each.day or today) < today for each in sessions),
        "held": statuses["held"],
        "aborted": statuses["aborted_safety"],
        "held_on": max(held_on, default=None),
    }


def _unchecked(
    dialogue: Dialogue, sessions: Iterable[SessionLine], answered: set[tuple[str, str]]
) -> Unchecked:
    """Return the open checks; an answer for the whole dialogue settles those of all its sessions."""
    settled = {check.item for check in dialogue.checks if is_answered(check.status)}
    open_items = [item for item in CHECK_AFTER if item not in settled]
    return frozenset(
        (each.code, item)
        for each in sessions
        if was_heard(each)
        for item in open_items
        if (each.code, item) not in answered
    )
