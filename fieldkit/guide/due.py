"""When something is due after a session, and what being late means (SC-39a, SC-39b, SC-44)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from fieldkit.guide.steps import Course
from fieldkit.model.vocabulary import CheckStatus

DueKind = Literal["check", "word_back", "promise", "action", "decision", "review"]
Tone = Literal["red", "amber", "neutral"]
ReprisalItem = Literal["SC-39a", "SC-39b"]

CHECK_AFTER: dict[ReprisalItem, timedelta] = {"SC-39a": timedelta(days=14), "SC-39b": timedelta(days=42)}
"""How long after a session the partner checks whether anyone was questioned or punished."""

WORD_BACK_AFTER = timedelta(days=42)
"""How long people wait at most until they hear what was done with what they said."""

_ANSWERED: tuple[CheckStatus, ...] = ("yes", "not_applicable")


def is_answered(status: CheckStatus, /) -> bool:
    """Return whether an answer settles a check on people.

    A *no* does not: nobody has checked yet. Nor does a waiver: SC-39b blocks, and only what is advisory may
    be waived; SC-39a stays until it was asked.
    """
    return status in _ANSWERED


def word_back_on(course: Course, /) -> date | None:
    """Return when workers are to have word, or None when they had it, or nobody was heard.

    That is the day set for it; else six weeks after the last session, or, where they had word since that one,
    six weeks after the brief or the supplier's answer that followed.
    """
    if course.held_on is None or course.informed:
        return None
    if course.to_tell_on is not None:
        return course.to_tell_on
    heard_since = course.told_on is not None and course.told_on >= course.held_on
    since = course.news_on if heard_since else course.held_on
    return (since or course.held_on) + WORD_BACK_AFTER


def decision_waits(course: Course, due: date, today: date, /) -> bool:
    """Return whether the day of a decision matters: it lies ahead, or came before any insight."""
    return not course.cancelled and not course.closed and (due >= today or not course.approved)


def tone(kind: DueKind, due: date, today: date, /) -> Tone:
    """Return how a due thing looks: a late check on people red, anything else late amber."""
    if due >= today:
        return "neutral"
    return "red" if kind == "check" else "amber"
