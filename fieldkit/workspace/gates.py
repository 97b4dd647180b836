"""The gates of a session or of a whole dialogue, for whoever asks by code (`fieldkit ready`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from fieldkit.errors import Reason
from fieldkit.guide import closing, readiness
from fieldkit.guide.preparation import Need
from fieldkit.guide.situation import Standing
from fieldkit.model.dialogue import Dialogue
from fieldkit.store import Store
from fieldkit.text import Catalogue, explain
from fieldkit.workspace.briefing import BRIEF_LANGUAGES, Briefing
from fieldkit.workspace.courses import Reader
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.session_words import sentence
from fieldkit.workspace.situations import situation

Open = dict[str, Any]
"""One open item: `item`, `blocking`, `why`, and `rule` where an extra blocking rule says so."""

_DECIDED = ("SC-40", "XR-1", "5.1")
"""Reasons of the airlock that are not about what a text or a group gives away."""


_EXTRA = {"G-1": "XR-9", "U5": "XR-2"}
"""The extra blocking rule that a rule of the airlock stands for."""


class Gates:
    """What is open at each gate."""

    def __init__(self, store: Store, briefing: Briefing, *, today: Callable[[], date]) -> None:
        self._store = store
        self._briefing = briefing
        self._today = today

    def of(self, code: str, words: Catalogue, /) -> dict[str, dict[str, list[Open]]]:
        """Return what is open at the gates of a session (G0 to G2) or a dialogue (G0, G3, G4).

        Raises `WrongUse` for a code that is neither.
        """
        session = self._store.sessions.get(code) if code.isascii() else None
        if session is not None:
            standings = readiness.standings(situation(self._store, session, self._today()))
            return _by_gate(("G0", "G1", "G2"), standings, words)
        return self._of_dialogue(known_dialogue(self._store, code), words)

    def _of_dialogue(self, dialogue: Dialogue, words: Catalogue) -> dict[str, dict[str, list[Open]]]:
        reader = Reader(self._store, self._today())
        known = reader.one(dialogue)
        sessions = self._store.sessions.in_dialogue(dialogue.code)
        brief = closing.brief_standings(dialogue, known.assessment, sessions)
        closed = closing.closing_standings(dialogue, known.assessment, sessions, known.so_far)
        shown = _by_gate(("G0", "G3", "G4"), (*brief, *closed), words)
        shown["G0"]["open"].extend(_needed(reader.needs(known), words))
        shown["G3"]["open"].extend(self._from_the_airlock(dialogue.code, words))
        return shown

    def _from_the_airlock(self, dialogue_code: str, words: Catalogue) -> Iterator[Open]:
        """Yield every reason why no brief may leave; those about what would show are SC-41 too."""
        language = words.language if words.language in BRIEF_LANGUAGES else BRIEF_LANGUAGES[0]
        reasons = self._briefing.plan(dialogue_code, language).reasons
        if any(each.rule not in _DECIDED for each in reasons):
            yield {"item": "SC-41", "blocking": True, "why": words.say("The leak check has found something.")}
        yield from (_reason(each, words) for each in reasons)


def _by_gate(
    names: Iterable[str], standings: Iterable[Standing], words: Catalogue
) -> dict[str, dict[str, list[Open]]]:
    shown: dict[str, dict[str, list[Open]]] = {name: {"open": []} for name in names}
    for each in standings:
        if each.state == "open" and each.lack is not None:
            rule = {"rule": each.lack.rule} if each.lack.rule else {}
            why = sentence(each.lack, words)
            shown[each.gate]["open"].append({"item": each.item, "blocking": each.blocking, "why": why} | rule)
    return shown


def _needed(needs: Iterable[Need], words: Catalogue) -> Iterator[Open]:
    """Yield what gate G0 still asks for."""
    for need in needs:
        if need.gate == "G0" and not need.done:
            why = explain("reasons", need.code, need.data, words)
            yield {"item": need.item, "blocking": True, "why": why}


def _reason(reason: Reason, words: Catalogue) -> Open:
    why = explain("reasons", reason.code, reason.data, words)
    rule = {"rule": _EXTRA[reason.rule]} if reason.rule in _EXTRA else {}
    return {"item": reason.rule, "blocking": True, "why": why, "object": reason.subject} | rule
