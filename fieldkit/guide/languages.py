"""The language chain: every language workers speak must reach every listener (EX6, RQ-056, SC-20, XR-4).

Languages are tags or dialect labels, compared case-folded. A step of the chain carries words only through an
interpreter who speaks both ends, whom workers accept, and who has no tie to the employer's side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from fieldkit.model.session import Interpreter, Session

Carried = Literal["yes", "nobody", "elsewhere_spoken", "tied", "not_accepted"]
"""Whether a step carries words, or why not: no interpreter, one who speaks other languages, one with a tie to
the employer's side or whose independence is not known, one whom workers have not accepted."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One step between two languages."""

    from_: str
    to: str
    interpreter: str | None  # code; None: no interpreter is named or needed
    carried: Carried
    hop: int | None  # place of the step in the session; None: it was never entered
    independent: bool = False  # the interpreter is


class Chain(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The languages of a session and the steps between them."""

    workers: tuple[str, ...]
    listeners: tuple[tuple[str, ...], ...]  # of each listener: any of these will do
    links: tuple[Link, ...]
    mute_groups: tuple[int, ...] = ()  # places of the groups whose languages are not known
    mute_listeners: tuple[int, ...] = ()
    overloaded: tuple[str, ...] = ()  # codes of interpreters with more to do than one can

    @property
    def known(self) -> bool:
        """Return whether somebody is to speak, and the languages of all who speak and listen are known."""
        return bool(self.workers) and not self.mute_groups and not self.mute_listeners

    @cached_property
    def differs(self) -> bool:
        """Return whether anybody needs an interpreter at all (SC-20 applies only then)."""
        return any(
            _folded(spoken) not in map(_folded, heard) for spoken in self.workers for heard in self.listeners
        )

    @cached_property
    def missing(self) -> tuple[Link, ...]:
        """Return the steps that are not carried and would close the chain, each once."""
        gaps = (link for route in self.routes for link in route if link.carried != "yes")
        return tuple(dict.fromkeys(gaps))

    @property
    def connects(self) -> bool:
        """Return whether every worker's language reaches every listener."""
        return not self.missing

    @cached_property
    def routes(self) -> tuple[tuple[Link, ...], ...]:
        """Return the ways from workers to listeners, as they are drawn; a gap keeps its place in them.

        A way that lies within another is left out, so that a listener halfway makes no second row.
        """
        every = dict.fromkeys(
            self._route(spoken, heard)
            for spoken in self.workers
            for heard in self.listeners
            if _folded(spoken) not in map(_folded, heard)
        )
        return tuple(
            route for route in every if not any(_begins(longer, route) for longer in every if longer != route)
        )

    def _route(self, spoken: str, heard: Sequence[str]) -> tuple[Link, ...]:
        """Return the way from one language to a listener: with the fewest gaps, then the shortest.

        Steps that were entered are kept, carried or not; one is added only where they do not lead there.
        """
        out = _ways(_folded(spoken), self.links, onward=True)
        goals = [each for each in map(_folded, heard) if each in out]
        if goals:
            return min((out[goal] for goal in goals), key=_cost)
        back = {goal: _ways(goal, self.links, onward=False) for goal in map(_folded, heard)}
        goal, ways = max(back.items(), key=lambda each: len(each[1]))
        among_workers = {_folded(each) for each in self.workers}
        between = [each for each in ways if each == goal or each not in among_workers]
        from_, to = list(out)[-1], between[-1]
        gap = Link(from_=self._said(from_), to=self._said(to), interpreter=None, carried="nobody", hop=None)
        return (*out[from_], gap, *ways[to])

    def _said(self, folded: str) -> str:
        """Return a language as somebody typed it."""
        typed = (*self.workers, *(each for heard in self.listeners for each in heard))
        ends = (end for link in self.links for end in (link.from_, link.to))
        return next(each for each in (*typed, *ends) if _folded(each) == folded)


def chain(session: Session, /) -> Chain:
    """Return the language chain of a session.

    Those not admitted do not listen; where nobody else listens, those who lead the talk do.
    """
    admitted = [(place, each) for place, each in enumerate(session.listeners) if not each.rejected]
    leading = [] if admitted else [each.languages for each in session.facilitators if each.languages]
    return Chain(
        workers=tuple(_each_once(each for group in session.groups for each in group.languages)),
        listeners=tuple(
            dict.fromkeys([*(each.languages for _, each in admitted if each.languages), *leading])
        ),
        links=tuple(_links(session)),
        mute_groups=tuple(place for place, group in enumerate(session.groups) if not group.languages),
        mute_listeners=tuple(place for place, each in admitted if not each.languages),
        overloaded=tuple(_overloaded(session)),
    )


def speaks(interpreter: Interpreter, /) -> tuple[str, ...]:
    """Return all languages and dialects an interpreter works in."""
    return tuple(_each_once((interpreter.from_lang, interpreter.to_lang, *interpreter.dialects)))


def same(one: str, other: str, /) -> bool:
    """Return whether two labels mean one language."""
    return _folded(one) == _folded(other)


def _links(session: Session) -> Iterator[Link]:
    known = {each.code: each for each in session.interpreters}
    for place, hop in sorted(enumerate(session.hops), key=lambda each: each[1].order):
        interpreter = known.get(hop.interpreter_code or "")
        yield Link(
            from_=hop.from_,
            to=hop.to,
            interpreter=hop.interpreter_code,
            carried="yes" if hop.mode == "none_needed" else _carried(interpreter, hop.from_, hop.to),
            hop=place,
            independent=interpreter is not None and interpreter.independence == "yes",
        )


def _carried(interpreter: Interpreter | None, from_: str, to: str) -> Carried:
    if interpreter is None:
        return "nobody"
    spoken = {_folded(each) for each in speaks(interpreter)}
    if not {_folded(from_), _folded(to)} <= spoken:
        return "elsewhere_spoken"
    if interpreter.independence != "yes":
        return "tied"
    return "yes" if interpreter.accepted_by_workers == "yes" else "not_accepted"


def _overloaded(session: Session) -> Iterator[str]:
    """Yield who carries more than one step, or a step and the talk itself."""
    carries = Counter(hop.interpreter_code for hop in session.hops if hop.mode != "none_needed")
    leading = {each.code for each in session.facilitators}
    for code, steps in carries.items():
        if code is not None and (steps > 1 or code in leading):
            yield code


def _ways(start: str, links: Sequence[Link], *, onward: bool) -> dict[str, tuple[Link, ...]]:
    """Return the best way between a language and each other one, by steps that were entered, the best first.

    `onward` from the language to the others, else from the others to it.
    """
    ways: dict[str, tuple[Link, ...]] = {}
    waiting: dict[str, tuple[Link, ...]] = {start: ()}
    while waiting:
        language = min(waiting, key=lambda each: _cost(waiting[each]))
        way = ways[language] = waiting.pop(language)
        for link in links:
            here, there = (link.from_, link.to) if onward else (link.to, link.from_)
            longer = (*way, link) if onward else (link, *way)
            if _folded(here) == language and (end := _folded(there)) not in ways:
                waiting[end] = min(waiting.get(end, longer), longer, key=_cost)
    return ways


def _cost(way: Sequence[Link]) -> tuple[int, int]:
    """Return how many steps of a way are not carried, and how many it has."""
    return sum(link.carried != "yes" for link in way), len(way)


def _begins(longer: tuple[Link, ...], shorter: tuple[Link, ...]) -> bool:
    return longer[: len(shorter)] == shorter


def _each_once(languages: Iterable[str]) -> list[str]:
    """Return languages without those that were named already, however they were written."""
    return list({_folded(each): each for each in reversed(list(languages))}.values())[::-1]


def _folded(language: str) -> str:
    return language.strip().casefold()
