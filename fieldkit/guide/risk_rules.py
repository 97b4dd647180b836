"""What blocks whatever is ticked: incidents, an old look at the risk, open conditions (XR-1, XR-7, XR-8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from fieldkit.guide.checklist import AT_RISK
from fieldkit.guide.methods import advise
from fieldkit.guide.site_questions import listened_to
from fieldkit.guide.situation import Lack, Situation
from fieldkit.model.dialogue import Assessment

REVIEW_COUNTS = timedelta(days=14)
"""How long a look at the risk counts."""

LOOK_AGAIN = timedelta(days=3)
"""At a high or unknown risk it is repeated so shortly before the session."""


def no_grave_incident(situation: Situation, /) -> Iterator[Lack]:
    """XR-1: no incident of severity 3 or 4 is open."""
    for incident in situation.incidents:
        if incident.severity >= 3 and incident.status != "closed":
            yield Lack(
                code="incident_is_open", section="checklist", field="incidents", data={"code": incident.code}
            )


def risk_looked_at(situation: Situation, /) -> Iterator[Lack]:
    """XR-7: the risk was looked at in the last 14 days, and at a high one again shortly before the session.

    The first is asked on every day until the session, so a session that was confirmed early falls back too.
    """
    session, day = situation.session, situation.day
    reviewed = session.risk_reviewed_on
    if reviewed is None or reviewed > day:
        yield _look("risk_not_reviewed")
    elif not session.reviewer_role.strip():
        yield _look("risk_not_reviewed", "reviewer_role")
    elif day - reviewed > REVIEW_COUNTS:
        yield _look("risk_review_old", days=REVIEW_COUNTS.days)
    elif situation.risk in AT_RISK and _before_the_day(session.date, day, reviewed):
        yield _look("risk_review_repeat", days=LOOK_AGAIN.days)


def _before_the_day(held_on: date | None, day: date, reviewed: date) -> bool:
    """Return whether the session is so near that the risk has to be looked at again, and was not."""
    return held_on is not None and held_on - day <= LOOK_AGAIN and held_on - reviewed > LOOK_AGAIN


def _look(code: str, field: str = "risk_reviewed_on", **data: object) -> Lack:
    return Lack(code=code, section="when_where", field=field, data=data)


def conditions_met(situation: Situation, /) -> Iterator[Lack]:
    """XR-8: the method of the session is chosen, and each of its conditions holds or was met."""
    session = situation.session
    if not any(use.method == session.method for use in situation.dialogue.method_uses):
        yield Lack(
            code="session_method_not_chosen", section="prepare", field="method_uses",
            data={"method": session.method},
        )  # fmt: skip
        return
    for condition, met in conditions(situation):
        if not met:
            yield Lack(
                code="condition_open", section="checklist", field=f"conditions.{session.method}",
                data={"condition": condition},
            )  # fmt: skip


def conditions(situation: Situation, /) -> tuple[tuple[str, bool], ...]:
    """Return the conditions of the session's method as the advice has them now, and whether each was met.

    The sentences are English: keys of the catalogue.
    """
    method = situation.session.method
    use = next((each for each in situation.dialogue.method_uses if each.method == method), None)
    said = use.conditions_met if use is not None else ()
    met = {each.condition for each in said if each.by_role.strip() and each.on <= situation.day}
    ranking = advise(listened_to(situation.assessment or Assessment())).ranking
    ranked = next((each for each in ranking if each.method == method), None)
    return tuple((each, each in met) for each in (ranked.conditions if ranked else ()))
