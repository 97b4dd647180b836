"""Insights and decisions -> SupplierBrief, or every reason why not, all at once.

A brief is composed from a whitelist, never redacted (RQ-114).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import get_args

import msgspec

from fieldkit.airlock import generalise, groups, supplier_texts
from fieldkit.airlock.compose import compose, theme_titles_in
from fieldkit.airlock.dossier import Dossier, offered
from fieldkit.airlock.item import Item, derive, judge
from fieldkit.airlock.known import Register
from fieldkit.airlock.register import Named, compiled
from fieldkit.brief.content import SupplierBrief, strings
from fieldkit.errors import Reason
from fieldkit.model.field import Day
from fieldkit.model.followup import BriefPlan
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import Language, Outcome
from fieldkit.text import catalogue

# Fields in which a sender, or a partner released under outcome A, is named: all of them as itself.
_SENDER = ("Company.name", "Listener.organisation", "Dialogue.co_hosts")
_PARTNER = ("Partner.name", "Partner.aliases", "Listener.organisation", "Dialogue.co_hosts")


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """The brief, or why there is none yet; and what became of every insight meant for the supplier."""

    brief: SupplierBrief | None
    reasons: tuple[Reason, ...]
    hints: tuple[Reason, ...]  # what would make it better and holds nothing up
    items: tuple[Item, ...]
    register: Register  # everything known that this brief may not hold

    @property
    def printed(self) -> tuple[str, ...]:
        """Return every string handed to the layout."""
        return strings(self.brief) if self.brief else ()


def prepare(dossier: Dossier, named: Sequence[Named], language: str, today: Day, /) -> Release:
    """Return the brief to one supplier in `language`, or all reasons why it may not leave (G3).

    `named` is everything the workspace knows by name, this dialogue and all others.
    """
    checks = supplier_texts.checks_for(dossier, compiled(named, _own_names(dossier)), language, today)
    items = tuple(judge(insight, dossier, checks) for insight in dossier.insights if offered(insight))
    plan = dossier.plan or BriefPlan(supplier_code=dossier.supplier.code)
    found = [
        *_frozen(dossier),
        *_incomplete(dossier, plan, items),
        *_mixed(plan, items, language),
        *_texts(dossier, plan, checks),
        *_actions(dossier),
        *(reason for item in items for reason in item.reasons),
    ]
    register = names_for_proof(dossier, named)
    brief = None
    if not found:
        brief = compose(dossier, plan, items, catalogue(language), today)
        found = [*_leaks(brief, register, dossier.dialogue.code)]
    reasons = tuple(dict.fromkeys(found))
    return Release(
        brief=None if reasons else brief,
        reasons=reasons,
        hints=tuple(_hints(dossier, plan, items, language)),
        items=items,
        register=register,
    )


def names_for_proof(dossier: Dossier, named: Sequence[Named], /) -> Register:
    """Return what a finished brief may not hold.

    What the program composes may name more than a user's own texts may: the place, a source of outcome A.
    """
    return compiled(named, _own_names(dossier) | _composed_names(dossier))


def _own_names(dossier: Dossier) -> dict[str, Collection[str]]:
    """Return the supplier's own names and the sender's, and the fields they may come from."""
    allowed: dict[str, Collection[str]] = dict.fromkeys(
        (dossier.supplier.name, *dossier.supplier.aliases), ("Supplier.name", "Supplier.aliases")
    )
    if dossier.company:
        allowed[dossier.company.name] = _SENDER
    return allowed


def _composed_names(dossier: Dossier) -> dict[str, Collection[str]]:
    """Return the names that the program itself may print: country, permitted region, source of outcome A."""
    allowed: dict[str, Collection[str]] = {
        catalogue(language).country(dossier.supplier.country): ("Supplier.country",)
        for language in get_args(Language)
    }
    if within := generalise.region(dossier):
        allowed[within] = ("Site.region_label",)
    for insight in filter(offered, dossier.insights):
        decision = insight.source_decision
        if decision and decision.outcome == "A" and derive(insight, decision, dossier).outcome == "A":
            for partner in dossier.partners_behind(insight):
                names = (partner.name, *partner.aliases)
                allowed |= dict.fromkeys(names, _PARTNER)
    return allowed


def _frozen(dossier: Dossier) -> Iterator[Reason]:
    for incident in dossier.frozen_by:
        yield Reason("XR-1", incident.code, "incident_open", severity=incident.severity)


def _incomplete(dossier: Dossier, plan: BriefPlan, items: tuple[Item, ...]) -> Iterator[Reason]:
    if dossier.company is None:
        yield Reason("5.1", dossier.dialogue.code, "no_sender")
    if not plan.themes and not any(item.printed for item in items):
        yield Reason("5.1", dossier.dialogue.code, "nothing_to_print")


def _mixed(plan: BriefPlan, items: tuple[Item, ...], language: str) -> tuple[Reason, ...]:
    unnamed = [(item.insight.code, item.insight.theme) for item in items if item.outcome == "C"]
    title = (plan.title.in_language(language) or "").strip()
    named = theme_titles_in(title, catalogue(language))
    return groups.mixing(plan, unnamed, groups.Title(written=bool(title), themes=named))


def _texts(dossier: Dossier, plan: BriefPlan, checks: supplier_texts.Checks) -> Iterator[Reason]:
    for written in (*supplier_texts.of_plan(plan), *supplier_texts.of_actions(dossier.actions)):
        yield from supplier_texts.objections(written, checks)


def _actions(dossier: Dossier) -> Iterator[Reason]:
    """Yield why an action may not stand in the brief: it would tell what its insights may not."""
    outcomes = {each.code: _told_as(each) for each in dossier.insights}
    for action in filter(supplier_texts.printed, dossier.actions):
        if action.owner in ("union", "partner"):
            yield Reason("5.2", action.code, "owner_tells_source")
        for code in action.insight_codes:
            if outcomes.get(code, "D") not in ("A", "B"):
                yield Reason("5.2", action.code, "action_tells_insight", insight=code)


def _told_as(insight: Insight) -> Outcome:
    decision = insight.source_decision
    return decision.outcome if decision and offered(insight) else "D"


def _hints(dossier: Dossier, plan: BriefPlan, items: tuple[Item, ...], language: str) -> Iterator[Reason]:
    printed = [item for item in items if item.printed]
    for item in printed:
        for written in supplier_texts.of_insight(item.insight, item.outcome or "D", verbatim_allowed=False):
            if written.place == "print_text" and item.insight.polarity == "problem":
                yield from supplier_texts.advice(written, language)
    if not plan.own_share:
        yield Reason("W-9", dossier.supplier.code, "hint_no_own_share")
    if not plan.goes_well and not any(item.insight.polarity == "positive" for item in printed):
        yield Reason("W-9", dossier.supplier.code, "hint_nothing_goes_well")


def _leaks(brief: SupplierBrief, register: Register, dialogue_code: str) -> Iterator[Reason]:
    """Yield what is known by name in anything to be printed, our own fixed texts included (RQ-115)."""
    for text in strings(brief):
        for mark in register.find(text):
            yield Reason("RQ-115", dialogue_code, "known_in_brief", kind=str(mark.kind))
