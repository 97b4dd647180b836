"""The pages of the library in words: cards, questions by theme and checklists, made of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from fieldkit.guide import legitimacy
from fieldkit.guide.method_rules import rule_book
from fieldkit.text import LANGUAGES, Catalogue
from resources import library as data
from resources.themes import Theme, themes

Shelf = Literal["methods", "helpers", "questions", "checklists", "safety"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Lines under one heading, to read or to print."""

    heading: str
    lines: tuple[str, ...]
    kind: data.Kind  # boxes are to tick, questions leave room for answers
    codes: tuple[str, ...]  # one for each line, what it rests on: "M2-CAU1, EX4"


class LibraryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page: id (`M2`, `T05`, `G1`, `protection`), its shelf, title, a second line, and its parts."""

    id: str
    shelf: Shelf
    title: str
    second: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=len(LANGUAGES))
def pages(words: Catalogue, /) -> tuple[LibraryPage, ...]:
    """Return every page of the library in this language, shelf by shelf; made once per language."""
    return (
        *(_card("methods", card, words) for card in data.method_cards()),
        _no_trusted_union(words),
        *(_card("helpers", card, words) for card in data.helper_cards()),
        _union_questions(words),
        *(_theme(theme, words) for theme in themes().values()),
        *(_gate(gate, words) for gate in data.safety_checklist().gates),
        *(_card("safety", card, words) for card in (data.protection(), data.no_safe_method())),
    )


def page(page_id: str, words: Catalogue, /) -> LibraryPage:
    """Return one page; an id there is none of is a `KeyError`."""
    return {each.id: each for each in pages(words)}[page_id]


def _card(shelf: Shelf, card: data.Card, words: Catalogue) -> LibraryPage:
    return LibraryPage(
        id=card.id,
        shelf=shelf,
        title=words.say(card.title),
        second=words.say(card.text),
        parts=tuple(
            _part(
                words.say(part.title),
                ((words.say(line.text), ", ".join(line.codes)) for line in part.lines),
                part.kind,
            )
            for part in card.parts
        ),
    )


def _part(heading: str, coded: Iterable[tuple[str, str]], kind: data.Kind = "bullets") -> Part:
    """Return a part of lines, each given with the codes beside it."""
    both = tuple(coded)
    return Part(
        heading=heading,
        lines=tuple(line for line, _ in both),
        kind=kind,
        codes=tuple(code for _, code in both),
    )


def _no_trusted_union(words: Catalogue) -> LibraryPage:
    """The paths N1 to N5 (`01` section 1.6); N6 is the page for no safe method."""
    paths = {name: path for name, path in rule_book().paths.items() if path.when}
    return LibraryPage(
        id="no_trusted_union",
        shelf="methods",
        title=words.say("Where there is no trusted union"),
        second=words.say("Five other ways, each with its first steps."),
        parts=tuple(
            _part(
                words.say(path.condition), ((words.say(each), name) for each in (*path.steps, path.warning))
            )
            for name, path in paths.items()
        ),
    )


def _union_questions(words: Catalogue) -> LibraryPage:
    """The ten questions L1 to L10 (`01` section 1.5)."""
    asked = legitimacy.questions()
    return LibraryPage(
        id="union_questions",
        shelf="helpers",
        title=words.say("Is this union trusted by workers?"),
        second=words.say("Ten questions for the union, and for people outside it whom workers trust."),
        parts=(
            _part(
                words.say("How free it is"),
                ((words.say(each.text), each.id) for each in asked if each.decides),
                "questions",
            ),
            _part(
                words.say("Whom it speaks for"),
                ((words.say(each.text), each.id) for each in asked if not each.decides),
                "questions",
            ),
            _part(words.say("How to read the answers"), _reading(words)),
        ),
    )


def _reading(words: Catalogue) -> Iterator[tuple[str, str]]:
    first_five = "L1-L5"
    for line in (
        words.say("Yes to the first five: the union counts as trusted."),
        words.say("One no, or anything unknown: not yet checked. Ask further before the first contact."),
        words.say("Two or more times no: a yellow union, which does not speak for workers."),
    ):
        yield line, first_five
    yield words.say("Note who gave the answer. What a supplier says of a union may be coloured."), "M1-CAU2"


def _theme(theme: Theme, words: Catalogue) -> LibraryPage:
    return LibraryPage(
        id=theme.id,
        shelf="questions",
        title=words.say(theme.label),
        second=words.say("Four open questions for the talk with the supplier."),
        parts=(
            _part(
                words.say("Open questions"),
                ((words.say(each.text), each.id) for each in theme.questions),
                "questions",
            ),
            _part(
                words.say("What this theme is about"),
                ((words.say(each.label), each.id) for each in theme.subthemes),
            ),
        ),
    )


def _gate(gate: data.Gate, words: Catalogue) -> LibraryPage:
    return LibraryPage(
        id=gate.id,
        shelf="checklists",
        title=words.say(gate.title),
        second=words.say(gate.text),
        parts=tuple(part for part in _gate_parts(gate, words) if part.lines),
    )


def _gate_parts(gate: data.Gate, words: Catalogue) -> Iterator[Part]:
    """Yield what must hold, phase by phase, then what may have to, then what is no tick-box."""
    checklist = data.safety_checklist()
    here = [item for item in checklist.items if gate.id in item.gates]
    instead = [item for item in here if _replaces(item)]
    always = [item for item in here if item not in instead]
    for phase in checklist.phases:
        blocking = [item for item in always if item.severity == "blocking" and item.phase == phase.id]
        yield _boxes(words.say(phase.title), blocking, words)
    at_risk = [item for item in always if item.severity == "advisory_blocks_at_risk"]
    yield _boxes(words.say("These too, when the risk of reprisal is high or unknown"), at_risk, words)
    yield _boxes(words.say("Advice"), [item for item in always if item.severity == "advisory"], words)
    yield _boxes(_instead_of(always, words), instead, words)
    also = ((words.say(line.text), ", ".join(line.codes)) for line in gate.also)
    yield _part(words.say("And also"), also, "boxes")
    rules = ((words.say(rule.text), rule.id) for rule in checklist.rules if gate.id in rule.gates)
    yield _part(words.say("What else holds this up"), rules)
    yield _part(words.say("Mind this"), _warnings(here, words))


def _boxes(heading: str, items: Iterable[data.SafetyItem], words: Catalogue) -> Part:
    return _part(heading, ((words.say(item.text), item.id) for item in items), "boxes")


def _replaces(item: data.SafetyItem) -> bool:
    """Whether an item stands in for others with a grievance mechanism or a digital tool alone."""
    return bool(item.applies_if.methods) and set(item.applies_if.methods) <= {"M3", "M4"}


def _instead_of(items: Iterable[data.SafetyItem], words: Catalogue) -> str:
    replaced = ", ".join(item.id for item in items if item.applies_if.methods)
    return words.say("With a grievance mechanism or a digital tool, in place of {items}", items=replaced)


def _warnings(items: Iterable[data.SafetyItem], words: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield each remark once, with every item it is about."""
    about: dict[str, list[str]] = {}
    for item in items:
        if item.warning:
            about.setdefault(item.warning, []).append(item.id)
    for warning, ids in about.items():
        yield words.say(warning), ", ".join(ids)
