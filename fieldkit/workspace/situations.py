"""Gathers from the file what a session is judged by."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from fieldkit.errors import WrongUse
from fieldkit.guide.situation import Situation
from fieldkit.model.session import Session
from fieldkit.store import Store
from fieldkit.workspace.dialogues import known_dialogue


def known_session(store: Store, code: str, /) -> Session:
    """Return the session with this code. Raises `WrongUse` for an unknown one."""
    found = store.sessions.get(code) if code.isascii() else None  # a code has no other letters
    if found is None:
        raise WrongUse("unknown_code")
    return found


def situation(store: Store, session: Session, today: date, /) -> Situation:
    """Return a session with all that says whether it is safe and ready, as the file has it now."""
    codes = store.agenda.booked_on(session.date) if session.date is not None else []
    others = (store.sessions.get(code) for code in codes if code != session.code)
    return replace(alone(store, session, today), others=tuple(each for each in others if each is not None))


def alone(store: Store, session: Session, today: date, /) -> Situation:
    """Return the same without the other sessions of its day: they are minded, and block nothing."""
    dialogue = known_dialogue(store, session.dialogue_code)
    supplier = store.suppliers.get(dialogue.supplier_code)
    assert supplier is not None  # a dialogue is never kept without its supplier
    return Situation(
        session=session,
        dialogue=dialogue,
        supplier=supplier,
        assessment=next(iter(store.assessments.in_dialogue(dialogue.code)), None),
        partners=tuple(store.partners.all()),
        agreements=tuple(store.agreements.all()),
        incidents=tuple(store.incidents.in_dialogue(dialogue.code)),
        insights=tuple(store.insights.in_dialogue(dialogue.code)) if session.consents else (),
        today=today,
    )
