"""Method advice: answers about a site -> the five methods, ranked, with reasons (`01` sections 1.4, 1.6).

Pure functions of the answers and of the rule table. Sentences stay English, keys of the catalogue, until
`in_words` translates them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from fieldkit.guide.method_rules import Rule, RuleBook, one_holds, rule_book
from fieldkit.model.answers import Answers
from fieldkit.model.vocabulary import Method
from fieldkit.text import Catalogue

Outcome = Literal["ok", "no_safe_method", "acute_stop"]
State = Literal["available", "conditional", "unavailable"]
Label = Literal["recommended", "recommended_if", "possible", "possible_if", "weak", "not_available"]

TALKS: tuple[Method, ...] = ("M1", "M2")  # with people who speak for workers, or whom workers trust
FIGURES: tuple[Method, ...] = ("M4", "M5")  # collect answers, are no dialogue by themselves


class RankedMethod(msgspec.Struct, frozen=True, kw_only=True):
    """One method and where it stands."""

    method: Method
    points: int  # for ordering only; 0 or more, not capped at 100
    state: State
    label: Label
    conditions: tuple[str, ...]  # "first do this"; none for a method that is not available
    flags: tuple[str, ...]  # what to mind, each once, in the table's order
    rules: tuple[str, ...]  # every rule that touched the method, in the table's order


class Combination(msgspec.Struct, frozen=True, kw_only=True):
    """Methods that belong together, and the rule that says why (C1 to C8)."""

    rule: str
    methods: tuple[Method, ...]


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers lead to."""

    outcome: Outcome
    provisional: bool  # P6: something that matters is not known yet
    unknown: tuple[str, ...]  # what to find out, in the order of the key inputs
    ranking: tuple[RankedMethod, ...] = ()  # the final order, those not available last
    precedence: tuple[str, ...] = ()  # P1, P2 if they moved a method; P5 if it opened M1 again
    combine: tuple[Combination, ...] = ()
    no_union_paths: tuple[str, ...] = ()


class _Score(msgspec.Struct, frozen=True, kw_only=True):
    """A method after the rules, before it has its place."""

    method: Method
    points: int
    off: bool
    conditions: tuple[str, ...]
    flags: tuple[str, ...]
    rules: tuple[str, ...]
    strong: bool  # has the points of a possible method

    @property
    def usable(self) -> bool:
        """Whether it is available, if only under conditions, and at least possible."""
        return self.strong and not self.off


def advise(answers: Answers, /) -> Advice:
    """Return the advice for a site (RQ-020). `imminent_harm` alone stops it: the acute stop (P3)."""
    book = rule_book()
    unknown = tuple(name for name in book.key_inputs if getattr(answers, name) in ("unknown", None))
    if one_holds(book.precedence["P3"].any_of, answers):
        return Advice(outcome="acute_stop", provisional=bool(unknown), unknown=unknown)
    scores, reopened = _opened_again(_scores(answers, book), answers, book)
    order, moved = _placed(sorted(scores, key=_by_points), answers, book)
    return Advice(
        outcome="ok" if any(score.usable for score in order) else "no_safe_method",  # P4
        provisional=bool(unknown),
        unknown=unknown,
        ranking=tuple(_ranked(score, book) for score in order),
        precedence=moved + reopened,
        combine=tuple(_combinations(order, answers)),
        no_union_paths=_paths(answers, book),
    )


def in_words(advice: Advice, words: Catalogue, /) -> Advice:
    """Return the same advice with its conditions in the language of a catalogue."""
    ranking = tuple(
        msgspec.structs.replace(ranked, conditions=tuple(words.say(text) for text in ranked.conditions))
        for ranked in advice.ranking
    )
    return msgspec.structs.replace(advice, ranking=ranking)


def combine_chosen(chosen: Sequence[Method], /) -> tuple[Combination, ...]:
    """Return what to plan beside chosen methods: a joint reading of figures and a report back (C8)."""
    figures = tuple(method for method in FIGURES if method in chosen)
    return (Combination(rule="C8", methods=figures),) if figures else ()


def _scores(answers: Answers, book: RuleBook) -> list[_Score]:
    fired = {name: rule for name, rule in book.rules.items() if rule.when.holds(answers)}
    return [_score(method, fired, book) for method in book.methods]


def _score(method: Method, fired: dict[str, Rule], book: RuleBook) -> _Score:
    touched = {name: rule.effects[method] for name, rule in fired.items() if method in rule.effects}
    effects = tuple(touched.values())
    total = book.methods[method].base + sum(effect.points for effect in effects)
    points = max(0, min([total, *(effect.cap for effect in effects if effect.cap is not None)]))
    return _Score(
        method=method,
        points=points,
        off=any(effect.off for effect in effects),
        conditions=_each_once(effect.condition for effect in effects if effect.condition),
        flags=_each_once(flag for effect in effects for flag in effect.flags),
        rules=tuple(touched),
        strong=points >= book.bands.possible,
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _by_points(score: _Score) -> tuple[bool, int]:
    return score.off, -score.points  # sorting is stable, so ties keep the order M1 to M5


def _opened_again(
    scores: list[_Score], answers: Answers, book: RuleBook
) -> tuple[list[_Score], tuple[str, ...]]:
    """P5: an elected committee opens M1 again, for its elected representatives only."""
    rule = book.precedence["P5"]
    union = scores[0]
    if not union.off or not one_holds(rule.any_of, answers):
        return scores, ()
    conditions = (*union.conditions, str(rule.condition))
    return [msgspec.structs.replace(union, off=False, conditions=conditions), *scores[1:]], ("P5",)


def _placed(order: list[_Score], answers: Answers, book: RuleBook) -> tuple[list[_Score], tuple[str, ...]]:
    """Return the order after P1 and P2, and which of the two moved a method."""
    moved = []
    for rule, move in (("P1", _union_first), ("P2", _figures_behind_talks)):
        if one_holds(book.precedence[rule].any_of, answers):
            placed = move(order)
            if placed != order:
                moved.append(rule)
            order = placed
    return order, tuple(moved)


def _union_first(order: list[_Score]) -> list[_Score]:
    """P1: the first door, whatever the scores, unless it is not available."""
    return sorted(order, key=lambda score: score.method != "M1" or score.off)


def _figures_behind_talks(order: list[_Score]) -> list[_Score]:
    """P2: M4 and M5 go directly behind the last usable one of M1 and M2; the rest stays sorted by points."""
    end = max((place for place, score in enumerate(order, 1) if _is_talk(score)), default=0)
    if end == 0:
        return order
    ahead = [score for score in order[:end] if score.method not in FIGURES]
    behind = [score for score in order if score not in ahead]
    return [*ahead, *sorted(behind, key=_by_points)]


def _is_talk(score: _Score) -> bool:
    return score.method in TALKS and score.usable


def _ranked(score: _Score, book: RuleBook) -> RankedMethod:
    state: State = "unavailable" if score.off else "conditional" if score.conditions else "available"
    return RankedMethod(
        method=score.method,
        points=score.points,
        state=state,
        label=_label(score.points, state, book),
        conditions=() if score.off else score.conditions,
        flags=score.flags,
        rules=score.rules,
    )


def _label(points: int, state: State, book: RuleBook) -> Label:
    if state == "unavailable":
        return "not_available"
    if points >= book.bands.recommended:
        return "recommended_if" if state == "conditional" else "recommended"
    if points >= book.bands.possible:
        return "possible_if" if state == "conditional" else "possible"
    return "weak"


def _combinations(order: list[_Score], answers: Answers) -> Iterator[Combination]:
    """Yield C1 to C7. C8 waits until somebody has chosen (`combine_chosen`)."""
    standing = {score.method: score for score in order}
    union, partner, mechanism, tool = (standing[method] for method in ("M1", "M2", "M3", "M4"))
    first = order[0].method
    talks = [score.method for score in order if _is_talk(score)]
    if first in FIGURES:
        yield _combine("C1", first, talks[0]) if talks else _combine("C2", first)
    if union.usable and "representativeness" in union.flags:
        if partner.usable:
            yield _combine("C3", "M1", "M2")
        elif not tool.off:
            yield _combine("C4", "M1", "M4")
    if answers.scale == "many" and first in TALKS and tool.usable:
        yield _combine("C5", first, "M4")
    if first != "M3" and mechanism.usable and not mechanism.conditions:
        yield _combine("C6", first, "M3")
    if first == "M3":
        yield _combine("C7", "M3", order[1].method)  # no rule switches M2 off, so the second is available


def _combine(rule: str, *methods: Method) -> Combination:
    return Combination(rule=rule, methods=methods)


def _paths(answers: Answers, book: RuleBook) -> tuple[str, ...]:
    if not one_holds(book.no_reliable_union, answers):
        return ()
    return tuple(name for name, path in book.paths.items() if path.when and path.when.holds(answers))
