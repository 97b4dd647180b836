"""Briefing: choose, release, draw, prove, write, remember what left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import cast, get_args

import msgspec

from fieldkit.airlock.dossier import Dossier
from fieldkit.airlock.file_name import name_gives_away
from fieldkit.airlock.item import Item, released
from fieldkit.airlock.known import Register
from fieldkit.airlock.register import compiled, gather
from fieldkit.airlock.release import Release, names_for_proof, prepare
from fieldkit.airlock.source import Decided, decide
from fieldkit.errors import FileProblem, Reason, Refused, WrongUse
from fieldkit.exchange.answers_file import read_source_answers
from fieldkit.model.followup import Brief, BriefPlan
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import Language, Outcome
from fieldkit.store import Clock, Store
from fieldkit.text import Catalogue, catalogue
from fieldkit.workspace import dialogues
from fieldkit.workspace.files import put_in_place, write_aside
from resources.themes import themes

BRIEF_LANGUAGES = get_args(Language)


class PlannedItem(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one insight in the next brief."""

    insight: str  # its code
    offered: bool  # meant for the supplier, and approved
    outcome: Outcome | None
    rule: str | None  # the step of the tree that the records lead to
    failed: tuple[str, ...]  # ids of the rules that fail
    text: str  # what would print: the statement, or for outcome C the questions of its theme


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The next brief of a dialogue: its items, and every reason why it may not leave yet."""

    dialogue: str
    language: str
    items: tuple[PlannedItem, ...]
    reasons: tuple[Reason, ...]
    hints: tuple[Reason, ...]  # what would make it better and holds nothing up


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """A brief that was written."""

    code: str
    hash: str  # SHA-256 of the file


def decide_source(content: bytes, /) -> Decided | list[Decided]:
    """Return the source decision for a file of answers; a list for a list.

    Raises `FileProblem` and `InvalidValue` for what is no valid file of answers.
    """
    answers = read_source_answers(content)
    return [decide(each) for each in answers] if isinstance(answers, list) else decide(answers)


def check_file(pdf: bytes, file_name: str, /) -> tuple[Reason, ...]:
    """Return what a PDF gives away by its structure and metadata, without a workspace."""
    return _examined(pdf, file_name, Register.compile(()))


class Briefing:
    """The supplier's brief of a dialogue."""

    def __init__(self, store: Store, *, role: str, today: Callable[[], date], clock: Clock) -> None:
        self._store = store
        self._role = role
        self._today = today
        self._clock = clock

    def plan(self, dialogue_code: str, language: str, /) -> Plan:
        """Return what the next brief would hold and what stands against it.

        Raises `WrongUse` for an unknown dialogue, or a language no brief is written in.
        """
        dossier = dialogues.dossier(self._store, dialogue_code)
        release = self._prepare(dossier, language)
        judged = {item.insight.code: item for item in release.items}
        words = catalogue(language)
        return Plan(
            dialogue=dialogue_code,
            language=language,
            items=tuple(
                _planned(insight, judged.get(insight.code), dossier.plan, words)
                for insight in dossier.insights
            ),
            reasons=release.reasons,
            hints=release.hints,
        )

    def export(self, dialogue_code: str, out: Path, language: str, /) -> Exported:
        """Release, draw, prove, write and remember the brief: all of it, or nothing.

        Raises `Refused` with every reason at once, `FileProblem` when the target cannot be written.
        """
        dossier = dialogues.dossier(self._store, dialogue_code)
        release = self._prepare(dossier, language)
        if release.brief is None:
            raise Refused((*release.reasons, *name_gives_away(out.name, release.register)))
        pdf = _drawn(release)
        leaks = _examined(pdf, out.name, release.register, release.printed)
        if leaks:
            raise Refused(leaks)
        aside = write_aside(out, pdf, beside=self._store.path)
        try:
            brief = self._remember(dossier, release, pdf, cast(Language, language))
            self._put_in_place(aside, out, brief)
            self._store.note_export("brief", brief.code, by_role=self._role)
        finally:
            aside.unlink(missing_ok=True)
        return Exported(code=brief.code, hash=brief.hash)

    def check(self, pdf: bytes, file_name: str, /) -> tuple[Reason, ...]:
        """Return what a PDF gives away, looked at with everything this workspace knows by name."""
        return _examined(pdf, file_name, self._register_for(pdf))

    def _register_for(self, pdf: bytes) -> Register:
        """Return what a PDF may not hold: all that is known; in a brief of ours not what it may name."""
        named = gather(self._store.everything())
        digest = sha256(pdf).hexdigest()
        ours = next((brief for brief in self._store.briefs.all() if brief.hash == digest), None)
        if ours is None:
            return compiled(named, {})
        return names_for_proof(dialogues.dossier(self._store, ours.dialogue_code), named)

    def _prepare(self, dossier: Dossier, language: str) -> Release:
        if language not in BRIEF_LANGUAGES:
            raise WrongUse("no_brief_in_language")
        return prepare(dossier, gather(self._store.everything()), language, self._today())

    def _remember(self, dossier: Dossier, release: Release, pdf: bytes, language: Language) -> Brief:
        """Keep what is about to leave. The same pages again are one brief that left once more."""
        digest = sha256(pdf).hexdigest()
        everything = self._store.briefs.all()
        before = next((brief for brief in everything if brief.hash == digest), None)
        brief = before or Brief(
            code=_next_code(everything),
            dialogue_code=dossier.dialogue.code,
            supplier_code=dossier.supplier.code,
            created=datetime.combine(self._today(), self._clock().timetz()),
            language=language,
            sections=msgspec.to_builtins(release.brief),
            outcome_mix=dict(Counter(item.outcome for item in release.items if item.outcome)),
            released=tuple(released(item, dossier) for item in release.items if item.outcome != "D"),
            hash=digest,
            exported_by_role=self._role,
            export_count=0,
        )
        brief = msgspec.structs.replace(brief, export_count=brief.export_count + 1)
        self._store.save(brief, by_role=self._role)
        return brief

    def _put_in_place(self, aside: Path, out: Path, brief: Brief) -> None:
        """Give the brief its final name once it is remembered: one that left must be known, come what may."""
        try:
            put_in_place(aside, out)
        except FileProblem:
            if brief.export_count == 1:
                self._store.delete(brief, by_role=self._role)
            else:
                fewer = msgspec.structs.replace(brief, export_count=brief.export_count - 1)
                self._store.save(fewer, by_role=self._role)
            raise


# What draws and what reads a PDF loads for half a second, so only those wait who draw or read one.
def _drawn(release: Release) -> bytes:
    from fieldkit.brief.layout import draw

    if release.brief is None:
        raise Refused(release.reasons)
    return draw(release.brief)


def _examined(
    pdf: bytes, file_name: str, register: Register, handed: tuple[str, ...] = ()
) -> tuple[Reason, ...]:
    from fieldkit.airlock.proof import examine

    return examine(pdf, file_name, register, handed)


def _planned(insight: Insight, item: Item | None, plan: BriefPlan | None, words: Catalogue) -> PlannedItem:
    decision = insight.source_decision
    return PlannedItem(
        insight=insight.code,
        offered=item is not None,
        outcome=item.outcome if item else (decision.outcome if decision else None),
        rule=item.rule if item else None,
        failed=tuple(dict.fromkeys(reason.rule for reason in item.reasons)) if item else (),
        text=_text(item, plan, words) if item else "",
    )


def _text(item: Item, plan: BriefPlan | None, words: Catalogue) -> str:
    if item.printed:
        return item.insight.print_text.in_language(words.language) or ""
    if item.outcome != "C" or plan is None:
        return ""
    asked = [each for each in themes()[item.insight.theme].questions if each.id in plan.question_ids]
    return " ".join(words.say(question.text) for question in asked)


def _next_code(briefs: list[Brief]) -> str:
    taken = {brief.code for brief in briefs}
    number = next(number for number in range(1, len(taken) + 2) if f"B-{number:02}" not in taken)
    return f"B-{number:02}"
