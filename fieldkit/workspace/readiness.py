"""How far the preparation of a dialogue is, in words: what holds it up, totals, the items of gate G0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from fieldkit.guide import methods
from fieldkit.guide.agreements import after_months
from fieldkit.guide.preparation import WEIGHED, Need, Place
from fieldkit.guide.site_questions import listened_to
from fieldkit.guide.situation import Section
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.vocabulary import CheckStatus
from fieldkit.text import Catalogue, explain
from fieldkit.workspace.choices import label
from fieldkit.workspace.spoken_advice import REASSESS_AFTER
from resources.library import safety_checklist

Step = Literal["prepare", "partners", "sessions"]
SectionState = Literal["done", "held_up", "open"]

_AT_THE_PARTNER = ("agreement_missing", "steering_open")  # mended on the partners' step


class SpokenHold(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that holds the preparation up, in words."""

    text: str  # what is missing
    act: str  # what to do, short enough for a button
    item: str  # the rule
    step: Step  # where it is mended: step of the dialogue,
    section: Place | Section  # section of the page,
    field: str  # and field


class Readiness(msgspec.Struct, frozen=True, kw_only=True):
    """How far the preparation is."""

    done: int
    total: int
    holds: tuple[SpokenHold, ...]
    totals: tuple[tuple[str, str], ...]  # name and value, in words


class GateItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the safety checklist that a role answers for the whole dialogue."""

    id: str
    text: str
    who: str  # answers for it
    status: CheckStatus


def readiness(needs: Sequence[Need], assessment: Assessment, words: Catalogue, /) -> Readiness:
    """Return how far the preparation is."""
    return Readiness(
        done=sum(need.done for need in needs),
        total=len(needs),
        holds=tuple(_spoken(need, words) for need in needs if not need.done),
        totals=tuple(_totals(assessment, words)),
    )


def section_state(needs: Sequence[Need], section: Place, /) -> SectionState:
    """Return how far one section is: `held_up` where part of it is there and part is missing."""
    done = [need.done for need in needs if need.section == section]
    if all(done):
        return "done"
    return "held_up" if any(done) else "open"


def gate_items(dialogue: Dialogue, words: Catalogue, /) -> tuple[GateItem, ...]:
    """Return the items of gate G0 that a role answers, with the answers so far."""
    answered = {check.item: check.status for check in dialogue.checks}
    items = (item for item in safety_checklist().items if item.id in WEIGHED)
    return tuple(
        GateItem(
            id=item.id,
            text=words.say(item.text),
            who=" · ".join(label("ChecklistRole", role, words) for role in item.roles),
            status=answered.get(item.id, "open"),
        )
        for item in items
    )


def _spoken(need: Need, words: Catalogue) -> SpokenHold:
    return SpokenHold(
        text=explain("reasons", need.code, need.data, words),
        act=label("act", need.code, words),
        item=need.item,
        step="partners" if need.code in _AT_THE_PARTNER else "prepare",
        section=need.section,
        field=need.field,
    )


def _totals(assessment: Assessment, words: Catalogue) -> Iterator[tuple[str, str]]:
    advice = methods.advise(listened_to(assessment))
    if advice.ranking:
        yield words.say("Methods compared"), str(len(advice.ranking))
    unknown = len(advice.unknown)
    yield words.say("Still unknown"), str(unknown) if unknown else words.say("none")
    due = after_months(assessment.assessed_on, REASSESS_AFTER) if assessment.assessed_on else None
    if due is not None:
        yield words.say("Assess again by"), words.day(due, "d MMM y")
