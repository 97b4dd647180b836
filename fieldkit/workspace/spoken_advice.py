"""The method advice in words: each method with why, first do this, mind this (RQ-020)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from fieldkit.guide import methods
from fieldkit.guide.agreements import after_months
from fieldkit.guide.method_reasons import reasons
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Label, Outcome, RankedMethod, State
from fieldkit.guide.site_questions import effective, labels
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import MethodUse
from fieldkit.model.vocabulary import Method, MethodRole
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label

FULL_BAR = 143
"""Points that fill the bar: those of the clearest of the worked scenarios. More stay full."""

REASSESS_AFTER = 6
"""Months after which a site without a safe method is looked at again (N6)."""

NO_SAFE_METHOD_PATH = "N6"


class MethodCard(msgspec.Struct, frozen=True, kw_only=True):
    """One method, where it stands and what is to say about it. The points stay unsaid: they only order."""

    method: Method
    place: int  # in the final order, from 1
    title: str
    label: Label
    label_words: str
    bar: float  # 0 to 1
    state: State
    certainty: str  # whether everything is known that matters for the order
    open: bool  # something is not
    why: tuple[str, ...]  # what speaks for it, strongest first; for one not available, what rules it out
    first: tuple[str, ...]  # what to do before it is used
    mind: tuple[str, ...]  # danger first
    more: tuple[str, ...]  # the other reasons
    chosen: str  # the role it was chosen for, in words; empty where it was not
    role: MethodRole | None
    partner_code: str | None  # through whom
    reason: str  # why it leads although another comes first (RQ-020)


class PathStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a path, and whether somebody ticked it off."""

    key: str  # "N1.2"
    text: str
    done: bool


class SpokenPath(msgspec.Struct, frozen=True, kw_only=True):
    """What to do where no legitimate union is (N1 to N6)."""

    rule: str
    title: str
    steps: tuple[PathStep, ...]
    warning: str


class SpokenAdvice(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers lead to, in words."""

    outcome: Outcome
    provisional: bool
    unknown: tuple[tuple[str, str], ...]  # what to find out: field and label
    unknown_sentences: tuple[str, ...]  # the same in a sentence; none where everything is known
    cards: tuple[MethodCard, ...]  # in the final order; none at the acute stop
    combine: tuple[str, ...]
    precedence: tuple[str, ...]
    paths: tuple[SpokenPath, ...]
    instead: SpokenPath | None  # without a safe method: what to do instead (N6)
    look_again: date | None  # without a safe method: when to assess again


def spoken(
    answers: Answers, today: date, words: Catalogue, /, uses: Sequence[MethodUse] = (),
    ticked: Collection[str] = (),
) -> SpokenAdvice:  # fmt: skip
    """Return the advice for a site in words. What is not asked at these answers is not listened to.

    `uses` are the methods chosen so far, `ticked` the keys of the path steps done so far.
    """
    advice = methods.advise(effective(answers))
    book = rule_book()
    stuck = advice.outcome == "no_safe_method"
    unknown = tuple((field, words.say(labels()[field])) for field in advice.unknown)
    chosen = {use.method: use for use in uses}
    cards = (
        _card(place, ranked, chosen.get(ranked.method), len(unknown), words)
        for place, ranked in enumerate(advice.ranking, 1)
    )
    return SpokenAdvice(
        outcome=advice.outcome,
        provisional=advice.provisional,
        unknown=unknown,
        unknown_sentences=tuple(_to_find_out(unknown, words)),
        cards=tuple(cards),
        combine=tuple(words.say(book.combinations[each.rule].text) for each in advice.combine),
        precedence=tuple(words.say(book.precedence[rule].text) for rule in advice.precedence),
        paths=tuple(_path(name, words, ticked) for name in advice.no_union_paths),
        instead=_path(NO_SAFE_METHOD_PATH, words, ticked) if stuck else None,
        look_again=after_months(today, REASSESS_AFTER) if stuck else None,
    )


def path_steps() -> frozenset[str]:
    """Return the keys of all steps of all paths."""
    return frozenset(
        _step_key(name, at)
        for name, path in rule_book().paths.items()
        for at in range(1, len(path.steps) + 1)
    )


def _to_find_out(unknown: Sequence[tuple[str, str]], words: Catalogue) -> Iterator[str]:
    if unknown:
        fields = ", ".join(label for _, label in unknown)
        yield words.say("Provisional; find out first: {fields}", fields=fields)


def _card(
    place: int, ranked: RankedMethod, use: MethodUse | None, unknown: int, words: Catalogue
) -> MethodCard:
    off = ranked.state == "unavailable"
    told = reasons(ranked)
    certain = words.say("Certain: nothing unknown")
    return MethodCard(
        method=ranked.method,
        place=place,
        title=_capital(label("Method", ranked.method, words)),
        label=ranked.label,
        label_words=label("Label", ranked.label, words),
        bar=0.0 if off else min(1.0, ranked.points / FULL_BAR),
        state=ranked.state,
        certainty=words.say("Provisional: {count} unknown", count=unknown) if unknown else certain,
        open=unknown > 0,
        why=_said(told.why, words),
        first=_said(ranked.conditions, words),
        mind=_said(told.mind, words),
        more=_said(told.more, words),
        chosen=label("MethodRole", use.role, words) if use else "",
        role=use.role if use else None,
        partner_code=use.partner_code if use else None,
        reason=use.deviation_reason if use else "",
    )


def _said(texts: Iterable[str], words: Catalogue) -> tuple[str, ...]:
    return tuple(words.say(text) for text in texts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _path(name: str, words: Catalogue, ticked: Collection[str]) -> SpokenPath:
    path = rule_book().paths[name]
    keys = (_step_key(name, at) for at in range(1, len(path.steps) + 1))
    return SpokenPath(
        rule=name,
        title=words.say(path.condition),
        steps=tuple(
            PathStep(key=key, text=words.say(step), done=key in ticked)
            for key, step in zip(keys, path.steps, strict=True)
        ),
        warning=words.say(path.warning),
    )


def _step_key(name: str, at: int) -> str:
    return f"{name}.{at}"
