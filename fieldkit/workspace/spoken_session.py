"""Who comes to a session, how words reach them and what they are paid, in words: by role and code alone."""

from __future__ import annotations

from collections.abc import Iterator

from fieldkit.guide import costs
from fieldkit.guide.languages import Chain, chain, same
from fieldkit.model.session import Compensation, ParticipantGroup, Session
from fieldkit.papers.day_content import Amount, ChainLink, ChainStop, Heads
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label

_SHOWN = ("sex_gender", "age_band", "job_area", "contract")
"""Classes that may stand on paper. Where people come from, and what minority they are, is not carried."""


def people(session: Session, words: Catalogue, /) -> tuple[Heads, ...]:
    """Return everybody who comes as headcounts."""
    counted = any(group.headcount_present is not None for group in session.groups)
    minors = sum(group.under18_present for group in session.groups)
    listeners = sum(not each.rejected for each in session.listeners)
    return (
        *groups(session, words),
        Heads(label=words.say("Children in care"), planned=session.childcare.needed),
        Heads(label=words.say("Listeners"), planned=listeners),
        Heads(label=words.say("Under 18 in the talk"), planned=0, present=minors if counted else None),
    )


def groups(session: Session, words: Catalogue, /) -> tuple[Heads, ...]:
    """Return the groups as headcounts by class."""
    several = len({group.languages for group in session.groups}) > 1
    return tuple(
        Heads(
            label=" · ".join(
                (group.label, *_classes(group, words), *(_spoken(group, words) if several else ()))
            ),
            planned=group.headcount_planned,
            present=group.headcount_present,
        )
        for group in session.groups
    )


def stops(session: Session, words: Catalogue, /) -> tuple[ChainStop, ...]:
    """Return the languages of the chain, from those who speak to those who listen."""
    found = chain(session)
    ends = (end for route in found.routes for link in route for end in (link.from_, link.to))
    heard = {each for languages in found.listeners for each in languages}
    every = _each_once((*found.workers, *ends))
    middle = [each for each in every if not any(same(each, end) for end in (*found.workers, *heard))]
    last = [each for each in every if each not in (*found.workers, *middle)]
    ordered = _each_once((*found.workers, *middle, *last))
    return tuple(
        ChainStop(language=words.language_name(each), note=_note(each, found, session, words))
        for each in ordered
    )


def links(session: Session, words: Catalogue, /) -> tuple[ChainLink, ...]:
    """Return the steps of the chain with the code of who carries each."""
    steps = dict.fromkeys(link for route in chain(session).routes for link in route)
    return tuple(
        ChainLink(
            from_=words.language_name(step.from_),
            to=words.language_name(step.to),
            who=step.interpreter or (words.say("not needed") if step.carried == "yes" else ""),
        )
        for step in steps
    )


def amounts(session: Session, words: Catalogue, /) -> tuple[Amount, ...]:
    """Return what is paid out on the day: the amount a head times heads."""
    return tuple(_amount(pay, words) for pay in session.compensations if pay.basis != "none")


def totals(session: Session, words: Catalogue, /) -> tuple[Amount, ...]:
    """Return what is paid out in each currency."""
    paid = [each for each in costs.lines(session) if each.kind == "compensation"]
    return tuple(
        Amount(what=words.say("Together"), sum=words.money(each.minor, each.currency))
        for each in costs.totals(paid)
    )


def counted_by(session: Session, words: Catalogue, /) -> tuple[str, ...]:
    """Return the two who count the money: one who leads the talk, and the partner."""
    first = next((each.code for each in session.facilitators), words.say("Facilitator"))
    return first, words.say("Partner")


def _amount(pay: Compensation, words: Catalogue) -> Amount:
    what, each, sum_ = label("CompensationBasis", pay.basis, words), costs.per_person(pay), costs.total(pay)
    if each is None or sum_ is None:
        return Amount(what=f"{what} × {pay.headcount}")
    return Amount(
        what=f"{what}, {words.money(each.minor, each.currency)} × {pay.headcount}",
        sum=words.money(sum_.minor, sum_.currency),
    )


def _classes(group: ParticipantGroup, words: Catalogue) -> Iterator[str]:
    for each in group.class_set:
        if each.dimension in _SHOWN:
            yield label(each.dimension, each.class_, words)


def _spoken(group: ParticipantGroup, words: Catalogue) -> Iterator[str]:
    return (words.language_name(each) for each in group.languages)


def _note(language: str, found: Chain, session: Session, words: Catalogue) -> str:
    """Return who speaks or hears a language."""
    admitted = [each for each in session.listeners if not each.rejected]
    hearing = sum(any(same(language, each) for each in listener.languages) for listener in admitted)
    speaking = any(same(language, each) for each in found.workers)
    heard = {0: "", 1: words.say("1 listener")}.get(hearing, words.say("{count} listeners", count=hearing))
    return ", ".join(filter(None, (words.say("workers") if speaking else "", heard)))


def _each_once(languages: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for each in languages:
        if not any(same(each, other) for other in kept):
            kept.append(each)
    return kept
