"""What to say about a ranked method: why, what to mind, and what else touched it (RQ-020).

Sentences stay English, keys of the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from fieldkit.guide.method_rules import Effect, Row, rule_book
from fieldkit.guide.methods import RankedMethod

MOST_WHY, MOST_MIND = 2, 3
"""How many reasons of a kind are said first; the others are `more`."""

SAFETY_FLAGS = ("unknown_risk", "safety_watch")  # said before all else
ROUTE_FLAG = "route_"  # how a flag begins that says through whom contact runs; said last

Texts = tuple[str, ...]


class Flag(Row, frozen=True, kw_only=True):
    """What a flag of the rules asks to mind."""

    text: str


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """What is to say about one method."""

    why: Texts  # what speaks for it, strongest first; of one not available, what rules it out
    mind: Texts  # danger first
    more: Texts  # everything else that touched it


@lru_cache(maxsize=1)
def flags() -> Mapping[str, Flag]:
    """Return what each flag asks to mind; the first call reads them from disk."""
    content = files("resources").joinpath("methods", "flags.json").read_bytes()
    return msgspec.json.decode(content, type=dict[str, Flag])


def reasons(ranked: RankedMethod, /) -> Reasons:
    """Return what is to say about a method as it is ranked."""
    if ranked.state == "unavailable":
        why = _texts(name for name, effect in _effects(ranked).items() if effect.off)
        return Reasons(why=why, mind=(), more=_others(ranked, why))
    why, mind = _raised(ranked), _minded(ranked)
    left = (*why[MOST_WHY:], *mind[MOST_MIND:])
    return Reasons(why=why[:MOST_WHY], mind=mind[:MOST_MIND], more=(*left, *_others(ranked, (*why, *mind))))


def _raised(ranked: RankedMethod) -> Texts:
    """Return the rules that raised a method, strongest first, then those that explain a condition."""
    effects = _effects(ranked)
    raising = sorted((name for name, each in effects.items() if each.points > 0), key=_strength(effects))
    explaining = (name for name, each in effects.items() if each.points == 0 and each.condition)
    return _texts((*raising, *explaining))


def _minded(ranked: RankedMethod) -> Texts:
    """Return what to mind: danger, then what lowered the method most, then the rest; the route last.

    A flag is said by the rule that lowered the method with it, else in its own words.
    """
    lowering = {name: effect for name, effect in _effects(ranked).items() if effect.points < 0}
    told = {flag for effect in lowering.values() for flag in effect.flags}
    flagged = [flag for flag in ranked.flags if flag not in told]
    danger = [name for name, effect in lowering.items() if not set(effect.flags).isdisjoint(SAFETY_FLAGS)]
    others = sorted((name for name in lowering if name not in danger), key=_strength(lowering))
    return (
        *_flags_said(flag for flag in SAFETY_FLAGS if flag in flagged),
        *_texts((*danger, *others)),
        *_flags_said(flag for flag in flagged if flag not in SAFETY_FLAGS and not _is_route(flag)),
        *_flags_said(flag for flag in flagged if _is_route(flag)),
    )


def _others(ranked: RankedMethod, told: Texts) -> Texts:
    """Return the other rules that touched a method; one that only sets a flag is told by it."""
    effects = _effects(ranked)
    texts = _texts(name for name, effect in effects.items() if not _only_flags(effect))
    return tuple(text for text in dict.fromkeys(texts) if text not in told)


def _only_flags(effect: Effect) -> bool:
    return not (effect.points or effect.off or effect.condition or effect.cap is not None)


def _is_route(flag: str) -> bool:
    return flag.startswith(ROUTE_FLAG)


def _strength(effects: Mapping[str, Effect]) -> Callable[[str], int]:
    return lambda name: -abs(effects[name].points)


def _effects(ranked: RankedMethod) -> dict[str, Effect]:
    return {name: rule_book().rules[name].effects[ranked.method] for name in ranked.rules}


def _texts(rules: Iterable[str]) -> Texts:
    return tuple(rule_book().rules[name].text for name in rules)


def _flags_said(names: Iterable[str]) -> Texts:
    return tuple(flags()[name].text for name in names)
