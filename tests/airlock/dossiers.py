"""The sample dialogues as dossiers, to be changed one thing at a time."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from msgspec.structs import replace

from fieldkit.airlock.dossier import Dossier
from fieldkit.airlock.register import Named, gather
from fieldkit.exchange.dialogue_file import DialogueFile, read
from fieldkit.model.field import Day
from fieldkit.model.insight import Insight

TODAY = Day(2026, 4, 20)


def document(name: str) -> DialogueFile:
    return read(files("resources").joinpath("sample", f"{name}.json").read_bytes())


def dossier(name: str = "natural_stone") -> Dossier:
    sample = document(name)
    return Dossier(
        dialogue=sample.dialogue,
        supplier=sample.suppliers[0],
        company=sample.company,
        partners=sample.partners,
        agreements=sample.agreements,
        sessions=sample.sessions,
        insights=sample.insights,
        plan=sample.brief_plans[0],
        actions=sample.actions,
        incidents=sample.incidents,
    )


def known(of: Dossier) -> tuple[Named, ...]:
    lists = (of.partners, of.agreements, of.sessions, of.insights, of.actions, of.incidents)
    single: tuple[Any, ...] = (of.dialogue, of.supplier, of.company, of.plan)
    return gather([*filter(None, single), *(record for records in lists for record in records)])


def with_insight(of: Dossier, code: str, **changes: Any) -> Dossier:
    return replace(
        of,
        insights=tuple(replace(each, **changes) if each.code == code else each for each in of.insights),
    )


def with_decision(of: Dossier, code: str, **changes: Any) -> Dossier:
    decision = insight(of, code).source_decision
    assert decision is not None
    return with_insight(of, code, source_decision=replace(decision, **changes))


def with_sessions(of: Dossier, **changes: Any) -> Dossier:
    return replace(of, sessions=tuple(replace(session, **changes) for session in of.sessions))


def with_groups(of: Dossier, **changes: Any) -> Dossier:
    [session] = of.sessions
    return with_sessions(of, groups=tuple(replace(group, **changes) for group in session.groups))


def with_plan(of: Dossier, **changes: Any) -> Dossier:
    assert of.plan is not None
    return replace(of, plan=replace(of.plan, **changes))


def insight(of: Dossier, code: str) -> Insight:
    return next(each for each in of.insights if each.code == code)
