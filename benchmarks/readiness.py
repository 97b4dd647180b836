"""How long it takes to judge one session, and to show its board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import msgspec

from benchmarks.figure import Figure, median_milliseconds
from fieldkit.exchange import dialogue_file
from fieldkit.guide import readiness
from fieldkit.guide.situation import Situation
from fieldkit.model.session import Session
from fieldkit.text import catalogue
from fieldkit.workspace.board import board

WORDS = catalogue("nl")


def measure() -> Iterator[Figure]:
    """Yield the time of the gates, and of a board in Dutch, beside that of reading the session alone."""
    whole = dialogue_file.read(files("resources").joinpath("sample", "natural_stone.json").read_bytes())
    [session] = whole.sessions
    content = msgspec.json.encode(session)
    beside = median_milliseconds(lambda: msgspec.json.decode(content, type=Session), runs=300)
    ready = median_milliseconds(lambda: readiness.standings(_anew(whole, session)), runs=300)
    shown = median_milliseconds(lambda: board(_anew(whole, session), 1, WORDS), runs=300)
    yield Figure("readiness of one session", ready, "ms", beside, "reading the session from JSON", "<= 5 ms")
    yield Figure("its board in words", shown, "ms", beside, "reading the session from JSON", "<= 50 ms")


def _anew(whole: dialogue_file.DialogueFile, session: Session) -> Situation:
    """Return a situation of which nothing was worked out before."""
    return Situation(
        session=session,
        dialogue=whole.dialogue,
        supplier=whole.suppliers[0],
        assessment=whole.assessment,
        partners=whole.partners,
        agreements=whole.agreements,
        incidents=whole.incidents,
        insights=whole.insights,
        today=date(2026, 2, 13),
    )
