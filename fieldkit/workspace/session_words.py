"""How a session stands, in words: what holds it up, what to mind, the checklist."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.guide import checklist
from fieldkit.guide.situation import Lack, Section, Situation, Standing, State
from fieldkit.model.vocabulary import CheckStatus
from fieldkit.text import Catalogue, explain, sentences
from fieldkit.workspace.choices import label
from fieldkit.workspace.readiness import SpokenHold, Step
from resources.library import Phase, SafetyItem

_OTHER_STEPS: dict[Section, Step] = {"prepare": "prepare", "partners": "partners"}


class ChecklistItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the safety checklist as it stands for a session."""

    id: str
    phase: Phase
    text: str
    who: str  # answers for it
    warning: str  # what to mind when answering it; may be empty
    state: State
    blocking: bool
    derived: bool  # follows from fields, and is never ticked
    answer: CheckStatus  # what a role answered
    reason: str  # why it does not apply, or was waived
    lacks: tuple[str, ...]  # what is missing besides the answer
    may_be_waived: bool
    may_not_apply: bool


def sentence(lack: Lack, words: Catalogue, /) -> str:
    """Return what is lacking in one sentence."""
    return explain("reasons", lack.code, lack.data, words)


def spoken(standing: Standing, session_code: str, words: Catalogue, /) -> SpokenHold:
    """Return an open item in words, with the way to the field that mends it."""
    lack = standing.lack
    assert lack is not None  # what is open says why
    step = _OTHER_STEPS.get(lack.section, "sessions")
    acts = sentences("choices")
    act = f"act.{lack.code}"
    return SpokenHold(
        text=sentence(lack, words),
        act=words.say(acts[act]) if act in acts else "",
        item=" · ".join(filter(None, (standing.item, lack.rule))),
        step=step,
        section=lack.section,
        field=f"session/{session_code}/{lack.field}" if step == "sessions" else lack.field,
    )


def checklist_items(
    situation: Situation, found: Sequence[Standing], words: Catalogue, /
) -> tuple[ChecklistItem, ...]:
    """Return the items that hold the confirmation of a session, in the order of the list; both gates once."""
    by_item: dict[str, list[Standing]] = {}
    for each in found:
        if each.item.startswith("SC"):
            by_item.setdefault(each.item, []).append(each)
    return tuple(
        _item(checklist.item(name), standings, situation, words)
        for name, standings in sorted(by_item.items())
    )


def _item(
    item: SafetyItem, standings: Sequence[Standing], situation: Situation, words: Catalogue
) -> ChecklistItem:
    first = next((each for each in standings if each.state == "open"), standings[0])
    derived = all(each.derived for each in standings)  # SC-02 is weighed before planning, and asked again
    session, dialogue = situation.session.checks, situation.dialogue.checks
    asked = (session,) if item.id in checklist.ASKED_EACH_TIME else (session, dialogue)
    given = checklist.answer(item.id, *asked)
    lacks = (each.lack for each in standings if each.lack is not None and each.lack.code != "item_open")
    return ChecklistItem(
        id=item.id,
        phase=item.phase,
        text=words.say(item.text),
        who=" · ".join(label("ChecklistRole", role, words) for role in item.roles),
        warning=words.say(item.warning) if item.warning else "",
        state=first.state,
        blocking=first.blocking,
        derived=derived,
        answer=given.status,
        reason=given.reason,
        lacks=tuple(dict.fromkeys(sentence(each, words) for each in lacks)),
        may_be_waived=not first.blocking,
        may_not_apply=not derived and item.id not in checklist.NEVER_SET_ASIDE,
    )
