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
from fieldkit.workspace.situations import alone


class Fallback:
    """Looks at confirmed sessions and finds those that may not be confirmed any more."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def after(self, changed: Record, /) -> Iterator[tuple[Session, Session]]:
        """Yield the sessions that lose a condition by a change of a record: as confirmed, and as planned."""
        yield from self._among(lambda code, dialogue: _touches(changed, code, dialogue))

    def now(self) -> Iterator[tuple[Session, Session]]:
        """Yield the sessions that lost a condition, by whatever: a day has passed, a file was brought in."""
        yield from self._among(lambda _code, _dialogue: True)

    def _among(self, touched: Callable[[str, str], bool]) -> Iterator[tuple[Session, Session]]:
        """Look at those whose day has not passed: after it they were held, or stopped."""
        for code, dialogue_code, day in self._store.agenda.confirmed():
            ahead = day is None or day >= self._today()
            session = self._store.sessions.get(code) if ahead and touched(code, dialogue_code) else None
            if session is not None and not self._may_stay(session):
                yield session, replace(session, status="planned")

    def _may_stay(self, session: Session) -> bool:
        return readiness.may_be_confirmed(alone(self._store, session, self._today()))


def _touches(changed: Record, code: str, dialogue_code: str) -> bool:
    """Return whether a record has to do with a session of a dialogue; a partner may have with any."""
    match changed:
        case Session():
            return changed.code == code
        case Dialogue():
            return changed.code == dialogue_code
        case Assessment() | Incident():
            return changed.dialogue_code == dialogue_code
        case Partner() | Agreement():
            return True
    return False
