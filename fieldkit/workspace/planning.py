"""Planning: what there is, and how to listen to workers at a given site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from fieldkit.exchange.answers_file import read_answers
from fieldkit.guide import methods
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Advice
from fieldkit.model.followup import Brief
from fieldkit.model.insight import Insight
from fieldkit.model.session import Session
from fieldkit.store import Store
from fieldkit.text import Catalogue
from resources.themes import themes

Listed = Literal["dialogues", "sessions", "insights", "briefs", "suppliers", "partners"]


class ListedThing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing in a list."""

    code: str
    title: str
    dialogue: str | None = None
    status: str | None = None


def advise(content: bytes, words: Catalogue, /) -> Advice | list[Advice]:
    """Return the method advice for a file of answers, in words; a list for a list.

    Raises `FileProblem` and `InvalidValue` for what is no valid file of answers.
    """
    answers = read_answers(content)
    if isinstance(answers, list):
        return [methods.in_words(methods.advise(each), words) for each in answers]
    return methods.in_words(methods.advise(answers), words)


def advice_as_text(advice: Advice | list[Advice], words: Catalogue, /) -> str:
    """Return advice to read: each method with what to do first, and why; then what goes together."""
    each = advice if isinstance(advice, list) else [advice]
    return "\n\n".join("\n".join(_advice_lines(one, words)) for one in each)


def _advice_lines(advice: Advice, words: Catalogue) -> Iterator[str]:
    if advice.outcome == "acute_stop":
        yield words.say("Stop: somebody may be in danger now. Protect people first; choose no method yet.")
        return
    if advice.outcome == "no_safe_method":
        yield words.say("No safe method now: plan no session.")
    book = rule_book()
    for ranked in advice.ranking:
        label = words.say(book.labels[ranked.label].label)
        yield f"{ranked.method}  {words.say(book.methods[ranked.method].label)}: {label}"
        yield from (f"      {words.say('First: {condition}', condition=each)}" for each in ranked.conditions)
        yield from (f"      {rule}  {words.say(book.rules[rule].text)}" for rule in ranked.rules)
    for combination in advice.combine:
        yield f"{combination.rule}  {words.say(book.combinations[combination.rule].text)}"
    for name in advice.no_union_paths:
        path = book.paths[name]
        yield f"{name}  {words.say(path.condition)}: {'; '.join(words.say(step) for step in path.steps)}"
        yield f"      {words.say('Mind: {warning}', warning=words.say(path.warning))}"
    if advice.unknown:
        yield words.say("Provisional; find out first: {fields}", fields=", ".join(advice.unknown))


class Planning:
    """Dialogues, suppliers, partners."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(self, what: Listed, words: Catalogue, /) -> list[ListedThing]:
        """Return codes and titles of everything of one kind."""
        store = self._store
        match what:
            case "dialogues":
                return [ListedThing(code=each.code, title=each.title) for each in store.dialogues.all()]
            case "sessions":
                return [_session_line(each) for each in store.sessions.all()]
            case "insights":
                return [_insight_line(each, words) for each in store.insights.all()]
            case "briefs":
                return [_brief_line(each, words) for each in store.briefs.all()]
            case "suppliers":
                return [ListedThing(code=each.code, title=each.name) for each in store.suppliers.all()]
            case "partners":
                return [ListedThing(code=each.code, title=each.name) for each in store.partners.all()]


def _session_line(session: Session) -> ListedThing:
    day = session.date.isoformat() if session.date else ""
    return ListedThing(code=session.code, title=day, dialogue=session.dialogue_code, status=session.status)


def _insight_line(insight: Insight, words: Catalogue) -> ListedThing:
    labels = {sub.id: sub.label for sub in themes()[insight.theme].subthemes}
    label = words.say(labels[insight.subtheme]) if insight.subtheme in labels else insight.subtheme
    return ListedThing(
        code=insight.code,
        title=f"{insight.subtheme} {label}",
        dialogue=insight.dialogue_code,
        status=insight.status,
    )


def _brief_line(brief: Brief, words: Catalogue) -> ListedThing:
    month = words.month(f"{brief.created:%Y-%m}")
    title = f"{brief.sections.get('title', '')}, {month}, {brief.language}"
    return ListedThing(code=brief.code, title=title, dialogue=brief.dialogue_code)
