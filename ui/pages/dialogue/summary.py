"""What the head of a dialogue shows, in words, as the workspace says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.workspace.choices import label
from fieldkit.workspace.overview import state_label, step_label
from ui.context import Context

STATES = ("done", "in_progress", "held_up", "not_yet")  # a step comes into all of them in time


@dataclass(frozen=True)
class Summary:
    """The head of a dialogue."""

    title: str
    second: str
    risk: str  # empty unless high or not looked at
    next: str  # the one next thing; empty when nothing waits
    steps: tuple[tuple[str, str, str], ...]  # name, words, state
    states: Mapping[str, str]  # each state in words


def summed_up(context: Context, dialogue: Dialogue, supplier: Supplier | None, next_act: str) -> Summary:
    """Return the head of a dialogue as it stands; `next_act` is the one next thing to do."""
    steps = context.workspace.overview.steps(dialogue.code)
    risk = context.workspace.overview.risk(dialogue.code)
    return Summary(
        title=dialogue.title,
        second=" · ".join(_about(context, dialogue, supplier)),
        risk=context.words.say("Reprisal risk high") if risk == "high" else "",
        next=next_act,
        steps=tuple((step.name, step_label(step.name, context.words), step.state) for step in steps),
        states={state: state_label(replace(steps[0], state=state), context.words) for state in STATES},
    )


def _about(context: Context, dialogue: Dialogue, supplier: Supplier | None) -> list[str]:
    site = supplier.site(dialogue.site_code) if supplier and dialogue.site_code else None
    parts = [dialogue.supplier_code]
    if supplier is not None:
        parts.append(supplier.name or context.words.country(supplier.country))
    if site is not None:
        parts += [label("Tier", site.tier, context.words), label("Formality", site.formality, context.words)]
    return [part for part in parts if part]
