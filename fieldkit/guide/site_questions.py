"""The questions about a site: the four preliminary ones, and those of a route once it exists (RQ-010).

Each field of the answers is asked in one place. A question appears when its conditions hold; what is hidden
keeps its answer but is not listened to (`effective`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, get_args, get_type_hints

import msgspec
from msgspec.structs import replace

from fieldkit.guide.method_rules import Row, When, one_holds, rule_book
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment
from fieldkit.model.vocabulary import BarrierLevel, RiskLevel

_RISK_OF_BARRIER: dict[BarrierLevel, RiskLevel] = {"some": "medium", "strong": "high"}
_GRAVER: tuple[RiskLevel, ...] = ("low", "medium", "high", "unknown")  # what is unknown counts as high

SectionId = Literal["purpose", "Q1", "Q2", "Q3", "Q4", "M3", "M4", "M5"]
Kind = Literal["choice", "percent", "days"]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question that is asked now. Texts are English: keys of the catalogue."""

    field: str
    label: str
    text: str  # what is meant, in one sentence; may be empty
    kind: Kind
    options: tuple[str, ...]  # of a choice; "not applicable" only where that is the answer already


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Questions that belong together, those asked now."""

    id: SectionId
    title: str
    summary: tuple[str, ...]  # fields whose answers sum the section up
    questions: tuple[Question, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are asked now."""
        return tuple(question.field for question in self.questions)


class Follows(Row, frozen=True, kw_only=True):
    """What a hidden answer follows from."""

    when: When
    value: str


class Asked(Row, frozen=True, kw_only=True):
    """A question as it stands in the data."""

    field: str
    label: str
    text: str = ""
    when: tuple[When, ...] = ()  # asked if any of these holds; always where there is none
    follows: Follows | None = None


class Group(Row, frozen=True, kw_only=True):
    """A section as it stands in the data."""

    id: SectionId
    title: str
    summary: tuple[str, ...]
    when: tuple[When, ...] = ()
    questions: tuple[Asked, ...]


def sections(answers: Answers, /) -> tuple[Section, ...]:
    """Return the sections with the questions that are asked at these answers."""
    return tuple(_section(group, answers) for group in groups() if _shown(group.when, answers))


def effective(answers: Answers, /) -> Answers:
    """Return the answers the method advice listens to: what is hidden now counts as unknown.

    Only where there is no union does the answer to what it is like follow: not applicable.
    """
    hidden = {
        each.field: _unasked(each, answers)
        for group in groups()
        for each in group.questions
        if not (_shown(group.when, answers) and _shown(each.when, answers))
    }
    return replace(answers, **hidden)


def listened_to(assessment: Assessment, /) -> Answers:
    """Return the answers the advice for a dialogue listens to: `effective`, with the graver risk of reprisal.

    It is asked twice, as an answer and as a barrier, and the highest counts (`02` section 2.10). A barrier
    nobody has rated yet changes nothing here: it holds the preparation up by itself (SC-03).
    """
    answers = effective(assessment.answers)
    rated = assessment.barriers.get("reprisal")
    risk = _RISK_OF_BARRIER.get(rated.level, "low") if rated else "low"
    if _GRAVER.index(risk) > _GRAVER.index(answers.retaliation_risk):
        return replace(answers, retaliation_risk=risk)
    return answers


def still_unknown(section: Section, answers: Answers, /) -> tuple[str, ...]:
    """Return the key inputs (P6) asked in a section that are not known yet, in their order on the page."""
    key_inputs = rule_book().key_inputs
    return tuple(
        field
        for field in section.fields
        if field in key_inputs and getattr(answers, field) in ("unknown", None)
    )


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Return every section with every question; the first call reads them from disk."""
    content = files("resources").joinpath("questions", "site.json").read_bytes()
    return msgspec.json.decode(content, type=tuple[Group, ...])


@cache
def labels() -> dict[str, str]:
    """Return the label of every field of the answers, in English."""
    return {each.field: each.label for group in groups() for each in group.questions}


def _section(group: Group, answers: Answers) -> Section:
    asked = (each for each in group.questions if _shown(each.when, answers))
    return Section(
        id=group.id,
        title=group.title,
        summary=group.summary,
        questions=tuple(_question(each, getattr(answers, each.field)) for each in asked),
    )


def _question(asked: Asked, answer: object) -> Question:
    kind, values = _kinds()[asked.field]
    options = tuple(value for value in values if value != "na" or answer == "na")
    return Question(field=asked.field, label=asked.label, text=asked.text, kind=kind, options=options)


def _shown(when: tuple[When, ...], answers: Answers) -> bool:
    return not when or one_holds(when, answers)


def _unasked(asked: Asked, answers: Answers) -> str | None:
    if asked.follows and asked.follows.when.holds(answers):
        return asked.follows.value
    return "unknown" if _kinds()[asked.field][0] == "choice" else None


@cache
def _kinds() -> dict[str, tuple[Kind, tuple[str, ...]]]:
    return {name: _kind(name, hint) for name, hint in get_type_hints(Answers).items()}


def _kind(name: str, hint: Any) -> tuple[Kind, tuple[str, ...]]:
    if all(isinstance(value, str) for value in get_args(hint)):
        return "choice", get_args(hint)
    return "percent" if name.startswith("pct_") else "days", ()
