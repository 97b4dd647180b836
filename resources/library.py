"""The cards of the library and the safety checklist, as records; every text is English, a catalogue key."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

Kind = Literal["text", "bullets", "boxes", "questions"]
Need = Literal["medical", "legal", "shelter", "child_protection", "psychosocial", "union_legal_aid"]
GateId = Literal["G0", "G1", "G2", "G3", "G4"]
Phase = Literal["A", "B", "C", "D", "E"]
Severity = Literal["blocking", "advisory", "advisory_blocks_at_risk"]
Role = Literal[
    "lead", "coordinator", "facilitator", "partner", "interpreter", "data_steward", "supplier_contact"
]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of our own data. A key we do not know is a slip of the pen."""


class CardLine(Row, frozen=True, kw_only=True):
    """One piece of advice, with the passages, items or rules it rests on (`M2-CAU1`, `SC-17`)."""

    text: str
    codes: tuple[str, ...]
    need: Need | None = None  # the kind of help it tells of, where it tells whom to call


class CardPart(Row, frozen=True, kw_only=True):
    """Lines under one heading."""

    id: str  # unique within its card: "why", "first_steps"
    title: str
    kind: Kind
    lines: tuple[CardLine, ...]


class Card(Row, frozen=True, kw_only=True):
    """A page of advice: what it is about in one line, then its parts."""

    id: str  # `M1` to `M5` for the methods, a name for the others
    title: str
    text: str
    parts: tuple[CardPart, ...]


class AppliesIf(Row, frozen=True, kw_only=True):
    """When an item counts; nothing stated means always."""

    methods: tuple[Literal["M1", "M2", "M3", "M4", "M5"], ...] = ()  # the session's method is one of these
    languages: Literal["differ"] | None = None  # workers and listeners do not share one


class SafetyItem(Row, frozen=True, kw_only=True):
    """One item of the safety checklist (`03`)."""

    id: str
    phase: Phase
    text: str
    severity: Severity  # at a high or unknown risk of reprisal `advisory_blocks_at_risk` blocks
    gates: tuple[GateId, ...]
    roles: tuple[Role, ...]  # who answers for it
    source: str  # with the marks of evidence: [V] checked, [K] known, J judgement
    derived: bool  # follows from fields of the session or dialogue; never ticked (`02` section 2.10)
    applies_if: AppliesIf = AppliesIf()
    warning: str = ""  # what to mind when answering it


class SafetyRule(Row, frozen=True, kw_only=True):
    """A rule that blocks whatever is ticked (XR-1 to XR-9); the text says when it does."""

    id: str
    text: str
    gates: tuple[GateId, ...]


class Gate(Row, frozen=True, kw_only=True):
    """A moment at which the work goes on only if it is safe: title, the question it asks."""

    id: GateId
    title: str
    text: str
    also: tuple[CardLine, ...] = ()  # what must hold and is no item of the list


class PhaseTitle(Row, frozen=True, kw_only=True):
    """A phase of the work, by its title."""

    id: Phase
    title: str


class SafetyChecklist(Row, frozen=True, kw_only=True):
    """The whole checklist, in its own order."""

    gates: tuple[Gate, ...]
    phases: tuple[PhaseTitle, ...]
    items: tuple[SafetyItem, ...]
    rules: tuple[SafetyRule, ...]


@lru_cache(maxsize=1)
def method_cards() -> tuple[Card, ...]:
    """Return the cards of the five methods: why, advantages, cautions, first steps, when not (RQ-021)."""
    return msgspec.json.decode(_content("library", "method_cards.json"), type=tuple[Card, ...])


@lru_cache(maxsize=1)
def helper_cards() -> tuple[Card, ...]:
    """Return the helper cards (RQ-102), the self-assessment and further learning (RQ-101)."""
    return msgspec.json.decode(_content("library", "helper_cards.json"), type=tuple[Card, ...])


@lru_cache(maxsize=1)
def protection() -> Card:
    """Return the protection step: what to do when somebody may be in danger (P3)."""
    return msgspec.json.decode(_content("library", "protection.json"), type=Card)


@lru_cache(maxsize=1)
def no_safe_method() -> Card:
    """Return what to do where no method is safe now (P4, N6)."""
    return msgspec.json.decode(_content("library", "no_safe_method.json"), type=Card)


@lru_cache(maxsize=1)
def safety_checklist() -> SafetyChecklist:
    """Return the safety checklist by phases and gates (`03`)."""
    return msgspec.json.decode(_content("checklists", "safety.json"), type=SafetyChecklist)


def _content(folder: str, name: str) -> bytes:
    return files("resources").joinpath(folder, name).read_bytes()
