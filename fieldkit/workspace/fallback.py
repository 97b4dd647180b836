"""A confirmed session that loses a condition is planned again, by itself (`02`, session states)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec.structs import replace

from fieldkit.guide import readiness
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Record
from fieldkit.model.followup import Incident
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import Session
from fieldkit.store import Store
from fieldkit.workspace.situations import situation


class Fallback:
    """Looks at confirmed sessions and finds those that may not be confirmed any more."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def after(self, changed: Record, /) -> Iterator[tuple[Session, Session]]:
        """Yield the sessions that lose a condition by a change of a record: as confirmed, and as planned."""
        yield from self._among(lambda dialogue: _touches(changed, dialogue))

    def now(self) -> Iterator[tuple[Session, Session]]:
        """Yield the sessions that lost a condition, by whatever: a day has passed, a file was brought in."""
        yield from self._among(lambda _dialogue: True)

    def _among(self, touched: Callable[[str], bool]) -> Iterator[tuple[Session, Session]]:
        for code, dialogue_code, _day in self._store.agenda.confirmed():
            session = self._store.sessions.get(code) if touched(dialogue_code) else None
            if session is not None and not self._may_stay(session):
                yield session, replace(session, status="planned")

    def _may_stay(self, session: Session) -> bool:
        return readiness.may_be_confirmed(situation(self._store, session, self._today()))


def _touches(changed: Record, dialogue_code: str) -> bool:
    """Return whether a record has to do with the sessions of a dialogue; a partner may have with any."""
    match changed:
        case Dialogue(code=code):
            return code == dialogue_code
        case Session() | Assessment() | Incident():
            return changed.dialogue_code == dialogue_code
        case Partner() | Agreement():
            return True
    return False
