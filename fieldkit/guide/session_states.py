"""The states of a session, and how it comes from one to another (`02`, session states)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from fieldkit.model.session import Session
from fieldkit.model.vocabulary import SessionStatus

Move = Literal["confirm", "postpone", "plan_again", "cancel", "hold", "abort"]
"""What somebody does with a session. That a confirmed one falls back is nobody's move."""

_LEADS_TO: Mapping[Move, SessionStatus] = {
    "confirm": "confirmed", "postpone": "postponed", "plan_again": "planned", "cancel": "cancelled",
    "hold": "held", "abort": "aborted_safety",
}  # fmt: skip

_MOVES: Mapping[SessionStatus, tuple[Move, ...]] = {
    "planned": ("confirm", "postpone", "cancel"),
    "confirmed": ("hold", "postpone", "cancel", "abort"),
    "postponed": ("plan_again", "cancel"),
    "held": ("abort",),
    "aborted_safety": (),
    "cancelled": (),
}
"""Final are `aborted_safety` and `cancelled`. Whether a session may be confirmed is for gate G1 to say."""


SOON = timedelta(days=14)
"""How near a session is when what holds it up goes before preparing anything else."""


def is_near(status: SessionStatus, day: date | None, today: date, /) -> bool:
    """Return whether a planned session is so near that what holds it up is the next thing to do."""
    return status == "planned" and day is not None and timedelta() <= day - today <= SOON


def moves(session: Session, today: date, /) -> tuple[Move, ...]:
    """Return what can be done with a session now. It is held at the earliest on its day.

    One that fell back on its day may have begun: to stop it for safety is always possible.
    """
    early = session.date is None or session.date > today
    possible = tuple(each for each in _MOVES[session.status] if not (each == "hold" and early))
    return (*possible, "abort") if session.status == "planned" and not early else possible


def leads_to(move: Move, /) -> SessionStatus:
    """Return the state a move leads to."""
    return _LEADS_TO[move]
