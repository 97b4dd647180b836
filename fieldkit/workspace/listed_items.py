"""The items of the safety checklist that apply to a session, in words, as they stand today (`03`)."""

from __future__ import annotations

from itertools import groupby

from fieldkit.guide import checklist, readiness
from fieldkit.guide.situation import Situation, State
from fieldkit.model.vocabulary import CheckStatus
from fieldkit.papers.day_content import ItemState, ListedGate, ListedItem
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from resources.library import GateId, Phase, SafetyItem, safety_checklist

_SHOWN: dict[CheckStatus, ItemState] = {
    "yes": "done", "no": "open", "open": "open", "waived": "set_aside", "not_applicable": "set_aside",
}  # fmt: skip


def listed_gates(situation: Situation, words: Catalogue, /) -> tuple[ListedGate, ...]:
    """Return the items by phase, and within a phase by the gate they hold first."""
    whole = safety_checklist()
    phases = {each.id: words.say(each.title) for each in whole.phases}
    gates = {each.id: words.say(each.title) for each in whole.gates}
    states = _states(situation)
    kept = sorted((item for item in whole.items if item.id in states), key=_place)
    return tuple(
        ListedGate(
            phase=phases[phase],
            gate=gates[gate],
            items=tuple(_item(item, states[item.id], situation, words) for item in items),
        )
        for (phase, gate), items in groupby(kept, key=_place)
    )


def _place(item: SafetyItem) -> tuple[Phase, GateId]:
    return item.phase, item.gates[0]


def _item(item: SafetyItem, state: ItemState, situation: Situation, words: Catalogue) -> ListedItem:
    return ListedItem(
        code=item.id,
        text=words.say(item.text),
        who=" · ".join(label("ChecklistRole", role, words) for role in item.roles),
        state=state,
        by="" if item.derived else situation.answer(item.id).by_role,
    )


def _states(situation: Situation) -> dict[str, ItemState]:
    """Return how each item stands that applies: as the gates of the session see it, or as it was answered."""
    found: dict[str, set[State]] = {}
    for each in readiness.standings(situation):
        found.setdefault(each.item, set()).add(each.state)
    states: dict[str, ItemState] = {}
    for item in safety_checklist().items:
        answered = _SHOWN[checklist.standing(item, situation.answer(item.id), situation.risk)]
        if item.id not in found and checklist.applies(item, situation.session.method, situation.chain):
            states[item.id] = answered
        elif "open" in found.get(item.id, ()):
            states[item.id] = "open"
        elif "done" in found.get(item.id, ()):
            states[item.id] = "done"
        elif answered == "set_aside":  # by somebody; else it does not count for a session like this one
            states[item.id] = answered
    return states
