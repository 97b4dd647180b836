"""An interpreter for the first gap of the language chain, and the steps of one who leaves (EX6, RQ-056)."""

from __future__ import annotations

from msgspec.structs import replace

from fieldkit.guide.languages import Link, chain
from fieldkit.model.session import Interpreter, LanguageHop, Session


def next_step(session: Session, /) -> tuple[str, str] | None:
    """Return between which languages words have to be carried next: over the first gap.

    Where there is none, from the first language of workers to the first of those who listen. None while it is
    not known which languages people speak and hear.
    """
    found = chain(session)
    if found.missing:
        return found.missing[0].from_, found.missing[0].to
    if not found.workers or not found.listeners:
        return None
    return found.workers[0], found.listeners[0][0]


def with_step(session: Session, /) -> LanguageHop:
    """Return a new step of the chain, carried by nobody yet.

    Raises `ValueError` where no language is known.
    """
    between = next_step(session)
    if between is None:
        raise ValueError("no language is known")
    order = max((hop.order for hop in session.hops), default=0) + 1
    return LanguageHop(order=order, from_=between[0], to=between[1])


def with_interpreter(session: Session, code: str, /) -> Session:
    """Return a session with one more interpreter, who carries the first gap that nobody carries yet.

    Nothing is said of ties, acceptance or secrecy: that is asked. Raises `ValueError` where no language is
    known.
    """
    between = next_step(session)
    if between is None:
        raise ValueError("no language is known")
    gap = next((link for link in chain(session).missing if link.carried == "nobody"), None)
    from_, to = (gap.from_, gap.to) if gap is not None else between
    added = (*session.interpreters, Interpreter(code=code, from_lang=from_, to_lang=to))
    return replace(session, interpreters=added, hops=_carried_by(session, code, gap))


def released(session: Session, /) -> Session:
    """Return a session whose steps name only interpreters who are there: of one who left, nobody."""
    known = {each.code for each in session.interpreters}
    if all(hop.interpreter_code is None or hop.interpreter_code in known for hop in session.hops):
        return session
    return replace(
        session,
        hops=tuple(
            hop if hop.interpreter_code in known else replace(hop, interpreter_code=None)
            for hop in session.hops
        ),
    )


def _carried_by(session: Session, code: str, gap: Link | None) -> tuple[LanguageHop, ...]:
    """Return the steps with an interpreter at the gap; a gap that was never entered becomes a step."""
    if gap is None:
        return session.hops
    if gap.hop is None:
        return (*session.hops, replace(with_step(session), from_=gap.from_, to=gap.to, interpreter_code=code))
    taken = replace(session.hops[gap.hop], interpreter_code=code)
    return (*session.hops[: gap.hop], taken, *session.hops[gap.hop + 1 :])
