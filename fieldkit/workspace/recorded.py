"""What a dialogue holds of the steps after preparing, as rows to read: nothing a worker said stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from fieldkit.model.field import Wording
from fieldkit.model.followup import Action, Brief, SupplierTalk, WorkerFeedback
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import ActionStatus, InsightStatus
from fieldkit.store import Store
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from fieldkit.workspace.dialogues import known_dialogue
from resources.themes import themes

Step = Literal["insights", "brief", "follow_up"]
Tone = Literal["neutral", "teal", "amber", "red", "green"]

DASH = "–"

_INSIGHT_TONES: Mapping[InsightStatus, Tone] = {"partner_reviewed": "teal", "approved": "green"}
_ACTION_TONES: Mapping[ActionStatus, Tone] = {
    "agreed": "teal", "under_way": "teal", "done": "green", "verified_by_workers": "green",
}  # fmt: skip


class RecordedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One record in words. The last cell is its status; `tone` says what that means."""

    key: str  # as a target names it: insight/I3, action/D-01/A-03
    cells: tuple[str, ...]
    tone: Tone = "neutral"


class RecordedStep(msgspec.Struct, frozen=True, kw_only=True):
    """What one step of a dialogue holds."""

    columns: tuple[str, ...]  # heads, in words
    rows: tuple[RecordedRow, ...]
    figures: tuple[int, ...] = ()  # the columns that hold numbers


class Recorded:
    """Reads the steps that are recorded elsewhere and come in with a dialogue file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, dialogue_code: str, step: Step, words: Catalogue, /) -> RecordedStep:
        """Return what a step of a dialogue holds. Raises `WrongUse` for an unknown dialogue."""
        code = known_dialogue(self._store, dialogue_code).code
        made: Mapping[Step, Callable[[str, Catalogue], RecordedStep]] = {
            "insights": self._insights,
            "brief": self._briefs,
            "follow_up": self._following,
        }
        return made[step](code, words)

    def _insights(self, code: str, words: Catalogue) -> RecordedStep:
        say = words.say
        return RecordedStep(
            columns=(
                say("Theme"),
                say("Code"),
                say("What it is about"),
                say("Kind"),
                say("Source"),
                say("Status"),
            ),
            rows=tuple(_insight(each, words) for each in self._store.insights.in_dialogue(code)),
        )

    def _briefs(self, code: str, words: Catalogue) -> RecordedStep:
        say = words.say
        return RecordedStep(
            columns=(
                say("Brief"),
                say("Month"),
                say("Language"),
                say("Sources"),
                say("Exported"),
                say("Status"),
            ),
            rows=tuple(_brief(each, words) for each in self._store.briefs.in_dialogue(code)),
            figures=(4,),
        )

    def _following(self, code: str, words: Catalogue) -> RecordedStep:
        say, store = words.say, self._store
        return RecordedStep(
            columns=(say("What"), say("Kind"), say("Who"), say("When"), say("Status")),
            rows=(
                *(_action(each, words) for each in store.actions.in_dialogue(code)),
                *(_talk(each, words) for each in store.talks.in_dialogue(code)),
                *(_word_back(each, words) for each in store.feedback.in_dialogue(code)),
            ),
        )


def _insight(insight: Insight, words: Catalogue) -> RecordedRow:
    decision = insight.source_decision
    return RecordedRow(
        key=f"insight/{insight.code}",
        cells=(
            label("Theme", insight.theme, words),
            insight.code,
            _subtheme(insight, words),
            label("Polarity", insight.polarity, words),
            label("Outcome", decision.outcome, words) if decision else DASH,
            label("InsightStatus", insight.status, words),
        ),
        tone=_INSIGHT_TONES.get(insight.status, "neutral"),
    )


def _subtheme(insight: Insight, words: Catalogue) -> str:
    labels = {each.id: each.label for each in themes()[insight.theme].subthemes}
    found = labels.get(insight.subtheme)
    return words.say(found) if found is not None else insight.subtheme


def _brief(brief: Brief, words: Catalogue) -> RecordedRow:
    mix = (
        f"{count} × {label('Outcome', outcome, words)}"
        for outcome, count in sorted(brief.outcome_mix.items())
    )
    recalled = brief.recalled_on is not None
    return RecordedRow(
        key=f"brief/{brief.code}",
        cells=(
            brief.code,
            words.month(f"{brief.created:%Y-%m}"),
            label("Language", brief.language, words),
            " · ".join(mix) or DASH,
            str(brief.export_count),
            words.say("Recalled") if recalled else words.say("Has left"),
        ),
        tone="amber" if recalled else "green",
    )


def _action(action: Action, words: Catalogue) -> RecordedRow:
    return RecordedRow(
        key=f"action/{action.dialogue_code}/{action.code}",
        cells=(
            _text(action.text, words) or action.code,
            words.say("Action"),
            label("Owner", action.owner, words),
            words.month(f"{action.due:%Y-%m}") if action.due else DASH,
            label("ActionStatus", action.status, words),
        ),
        tone=_ACTION_TONES.get(action.status, "neutral"),
    )


def _talk(talk: SupplierTalk, words: Catalogue) -> RecordedRow:
    return RecordedRow(
        key=f"talk/{talk.code}",
        cells=(
            words.say("Conversation with the supplier"),
            words.say("Talk"),
            _listed(talk.roles_present, words),
            words.month(f"{talk.date:%Y-%m}"),
            words.say("Held"),
        ),
        tone="green",
    )


def _word_back(told: WorkerFeedback, words: Catalogue) -> RecordedRow:
    day = told.date or told.due
    return RecordedRow(
        key=f"feedback/{told.code}",
        cells=(
            _after(told, words),
            words.say("Word back"),
            label("FeedbackChannel", told.channel, words),
            words.month(f"{day:%Y-%m}") if day else DASH,
            words.say("Told") if told.date else words.say("To be told"),
        ),
        tone="green" if told.date else "neutral",
    )


def _after(told: WorkerFeedback, words: Catalogue) -> str:
    if told.session_code is None:
        return words.say("To all who were heard")
    return words.say("After session {session}", session=told.session_code)


def _text(wording: Wording, words: Catalogue) -> str:
    return wording.in_language(words.language) or wording.en or wording.nl or ""


def _listed(roles: Iterable[str], words: Catalogue) -> str:
    named = [role for role in roles if role.strip()]
    return words.listed(named) if named else DASH
