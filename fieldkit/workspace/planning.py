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


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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
    """Return advice for people to read: one method a line, with what to do first; then what goes together."""
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
        yield from (f"      {condition}" for condition in ranked.conditions)
    for combination in advice.combine:
        yield f"{combination.rule}  {words.say(book.combinations[combination.rule].text)}"
    for path in advice.no_union_paths:
        yield f"{path}  {'; '.join(words.say(step) for step in book.paths[path].steps)}"
    if advice.unknown:
        yield words.say("Provisional; find out first: {fields}", fields=", ".join(advice.unknown))


class Planning:
    """Dialogues, suppliers, partners."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(self, what: Listed, words: Catalogue, /) -> list[Line]:
        """Return codes and titles of everything of one kind."""
        store = self._store
        match what:
            case "dialogues":
                return [Line(code=each.code, title=each.title) for each in store.dialogues.all()]
            case "sessions":
                return [_session_line(each) for each in store.sessions.all()]
            case "insights":
                return [_insight_line(each, words) for each in store.insights.all()]
            case "briefs":
                return [_brief_line(each, words) for each in store.briefs.all()]
            case "suppliers":
                return [Line(code=each.code, title=each.name) for each in store.suppliers.all()]
            case "partners":
                return [Line(code=each.code, title=each.name) for each in store.partners.all()]


def _session_line(session: Session) -> Line:
    day = session.date.isoformat() if session.date else ""
    return Line(code=session.code, title=day, dialogue=session.dialogue_code, status=session.status)


def _insight_line(insight: Insight, words: Catalogue) -> Line:
    labels = {sub.id: sub.label for sub in themes()[insight.theme].subthemes}
    label = words.say(labels[insight.subtheme]) if insight.subtheme in labels else insight.subtheme
    return Line(
        code=insight.code,
        title=f"{insight.subtheme} {label}",
        dialogue=insight.dialogue_code,
        status=insight.status,
    )


def _brief_line(brief: Brief, words: Catalogue) -> Line:
    title = str(brief.sections.get("title", ""))
    month = words.month(f"{brief.created:%Y-%m}")
    return Line(code=brief.code, title=f"{title}, {month}, {brief.language}", dialogue=brief.dialogue_code)
