"""What gates G3 and G4 of a dialogue ask besides the airlock: may a brief leave, may it close.

Whether insights, groups and wordings let a brief leave is for the airlock to say (SC-40, SC-41, XR-2, XR-9).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fieldkit.guide import checklist
from fieldkit.guide.situation import Lack, Section, Standing, State
from fieldkit.guide.steps import Course, reprisal_risk
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import RiskLevel
from resources.library import GateId

_JUDGED_BY_THE_AIRLOCK = ("SC-40", "SC-41")
_HEARD = ("held", "aborted_safety")


def brief_standings(
    dialogue: Dialogue, assessment: Assessment | None, sessions: Sequence[Session], /
) -> tuple[Standing, ...]:
    """Return how the items of gate G3 stand that a role answers, for the dialogue or in each session."""
    risk = reprisal_risk(assessment, (each.risk_level for each in sessions))
    asked = (item for item in checklist.items("G3") if item.id not in _JUDGED_BY_THE_AIRLOCK)
    return tuple(each for item in asked for each in _item(item.id, "G3", risk, dialogue, sessions))


def closing_standings(
    dialogue: Dialogue, assessment: Assessment | None, sessions: Sequence[Session], course: Course, /
) -> tuple[Standing, ...]:
    """Return how gate G4 stands: nobody was harmed, workers had word, promises are kept or explained."""
    risk = reprisal_risk(assessment, (each.risk_level for each in sessions))
    told: State = "done" if course.informed else "open"
    kept: State = "open" if course.promises_open else "done"
    return (
        *_item("SC-39b", "G4", risk, dialogue, sessions),
        Standing(
            item="SC-44", gate="G4", state=told, blocking=True, derived=True,
            lack=None if course.informed else _lack("workers_not_told", "feedback"),
        ),
        Standing(
            item="RQ-043", gate="G4", state=kept, blocking=True, derived=True,
            lack=_lack("promises_open", "promises", count=course.promises_open) if kept == "open" else None,
        ),
    )  # fmt: skip


def _item(
    id_: str, gate: GateId, risk: RiskLevel, dialogue: Dialogue, sessions: Sequence[Session]
) -> Iterator[Standing]:
    """Yield how an item stands: settled for the dialogue, or in every session in which people were heard."""
    item = checklist.item(id_)
    heard = [each for each in sessions if each.status in _HEARD]
    lists = [each.checks for each in heard] or [()]
    given = [checklist.standing(item, checklist.answer(id_, own, dialogue.checks), risk) for own in lists]
    settled = all(each in ("yes", "not_applicable", "waived") for each in given)
    yield Standing(
        item=id_,
        gate=gate,
        state="done" if settled else "open",
        blocking=checklist.blocks(item, risk),
        derived=False,
        lack=None if settled else _lack("item_open", f"checks.{id_}", "checklist", item=item.text),
    )


def _lack(code: str, field: str, section: Section = "insights", **data: object) -> Lack:
    return Lack(code=code, section=section, field=field, data=data)
