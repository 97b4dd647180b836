"""The session of the sample that has all it needs, as it stood the day before, and ways to spoil it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from msgspec.structs import replace

from fieldkit.exchange import dialogue_file
from fieldkit.guide.situation import Situation
from fieldkit.model.session import CheckAnswer, Session

DAY_BEFORE = date(2026, 2, 13)


@lru_cache(maxsize=1)
def ready() -> Situation:
    """Return the quarry session, planned, on the day before: nothing of it is open at gate G1."""
    content = files("resources").joinpath("sample", "natural_stone.json").read_bytes()
    whole = dialogue_file.read(content)
    [session] = whole.sessions
    return Situation(
        session=replace(session, status="planned"),
        dialogue=whole.dialogue,
        supplier=whole.suppliers[0],
        assessment=whole.assessment,
        partners=whole.partners,
        agreements=whole.agreements,
        incidents=whole.incidents,
        insights=whole.insights,
        today=DAY_BEFORE,
    )


def at_risk(level: Any) -> Situation:
    """Return the same at another risk of reprisal, asked of everything that says one."""
    situation = ready()
    assert situation.assessment is not None
    assessment = situation.assessment
    answers = replace(assessment.answers, retaliation_risk=level)
    barrier = {"low": "none", "medium": "some", "high": "strong", "unknown": "unknown"}[level]
    rating = replace(assessment.barriers["reprisal"], level=barrier)
    return replace(
        situation,
        session=replace(situation.session, risk_level=level),
        assessment=replace(assessment, answers=answers, barriers={**assessment.barriers, "reprisal": rating}),
    )


def but(situation: Situation | None = None, /, **changes: Any) -> Situation:
    """Return a situation whose session differs in these fields."""
    given = situation or ready()
    return replace(given, session=replace(given.session, **changes))


def first(records: tuple[Any, ...], /, **changes: Any) -> tuple[Any, ...]:
    """Return records of which the first differs in these fields."""
    return (replace(records[0], **changes), *records[1:])


def answered(session: Session, item: str, **changes: Any) -> tuple[CheckAnswer, ...]:
    """Return the answers of a session with another one to an item."""
    given = next(each for each in session.checks if each.item == item)
    return tuple(replace(given, **changes) if each is given else each for each in session.checks)
