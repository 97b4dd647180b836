"""The questions about a site as they are asked: sections with their state, and a line that sums them up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from fieldkit.guide import site_questions
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.site_questions import Kind, Question, Section, SectionId
from fieldkit.model.answers import Answers
from fieldkit.text import Catalogue, sentences
from fieldkit.workspace.choices import label

MOST_SUMMED_UP = 3

Answered = Literal["done", "open"]


class AskedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One question in words, with the answer it has."""

    field: str  # of the answers
    label: str
    hint: str  # may be empty
    kind: Kind
    options: tuple[tuple[str, str], ...]  # of a choice: value and words
    value: str | int | None  # None: a number nobody has


class AskedSection(msgspec.Struct, frozen=True, kw_only=True):
    """Questions that belong together, in words."""

    id: SectionId
    title: str
    summary: str
    state: Answered
    questions: tuple[AskedQuestion, ...]


def asked(answers: Answers, words: Catalogue, /) -> tuple[AskedSection, ...]:
    """Return the sections with the questions that are asked at these answers, in words."""
    return tuple(_section(section, answers, words) for section in site_questions.sections(answers))


def _section(section: Section, answers: Answers, words: Catalogue) -> AskedSection:
    return AskedSection(
        id=section.id,
        title=words.say(section.title),
        summary=_summary(section, answers, words),
        state="open" if any(_is_open(each, section, answers) for each in section.fields) else "done",
        questions=tuple(_question(each, answers, words) for each in section.questions),
    )


def _question(question: Question, answers: Answers, words: Catalogue) -> AskedQuestion:
    name = f"answers.{question.field}"
    return AskedQuestion(
        field=question.field,
        label=words.say(question.label),
        hint=words.say(question.text) if question.text else "",
        kind=question.kind,
        options=tuple((value, label(name, value, words)) for value in question.options),
        value=getattr(answers, question.field),
    )


def _is_open(field: str, section: Section, answers: Answers) -> bool:
    """Return whether an answer keeps its section open: of the four questions only the key inputs do (P6)."""
    key_inputs = rule_book().key_inputs
    counts = field in key_inputs or not any(each in key_inputs for each in section.fields)
    return counts and getattr(answers, field) in ("unknown", None)


def _summary(section: Section, answers: Answers, words: Catalogue) -> str:
    phrases = tuple(_phrases(section, answers, words))
    return " · ".join(phrases[:MOST_SUMMED_UP]) if phrases else words.say("Nothing answered yet")


def _phrases(section: Section, answers: Answers, words: Catalogue) -> Iterator[str]:
    for field in section.summary:
        value = getattr(answers, field)
        if isinstance(value, int):
            yield words.say(sentences("choices")[f"summary.{field}"], share=value, days=value)
        elif (phrase := sentences("choices").get(f"summary.{field}.{value}")) is not None:
            yield words.say(phrase)
