"""Sessions: planned, shown on their board, confirmed, and everything that becomes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from fieldkit.errors import InvalidValue, Reason, Refused, WrongUse
from fieldkit.guide import (
    checklist,
    costs,
    interpreting,
    logistics_rules,
    new_sessions,
    people_rules,
    readiness,
    session_states,
)
from fieldkit.guide.session_states import Move
from fieldkit.guide.situation import Situation, Standing
from fieldkit.model.dialogue import ConditionMet, Dialogue
from fieldkit.model.session import CheckAnswer, LanguageHop, ParticipantGroup, Session, Trip
from fieldkit.model.vocabulary import CheckStatus, Method
from fieldkit.store import Clock, Store, now
from fieldkit.text import Catalogue
from fieldkit.workspace.board import Board, board
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.editing import Change, Editing
from fieldkit.workspace.session_words import sentence
from fieldkit.workspace.situations import known_session, situation

__all__ = ["Board", "Move", "Sessions"]

MOST_IN_A_SERIES = 26
"""Sessions one can plan at once: half a year, week by week."""


class Sessions:
    """What the step *Sessions* asks, says and keeps. Every change is one step that can be taken back."""

    def __init__(
        self, store: Store, editing: Editing, *, role: str, today: Callable[[], date], clock: Clock = now
    ) -> None:
        self._store = store
        self._editing = editing
        self._role = role
        self._today = today
        self._clock = clock

    def of(self, dialogue_code: str, /) -> tuple[Session, ...]:
        """Return the sessions of a dialogue, by day, those without one last."""
        found = self._store.sessions.in_dialogue(dialogue_code)
        return tuple(sorted(found, key=lambda each: each.date or date.max))

    def board(self, code: str, words: Catalogue, /) -> Board:
        """Return a session as its board shows it. Raises `WrongUse` for an unknown one."""
        session = known_session(self._store, code)
        number = [each.code for each in self.of(session.dialogue_code)].index(code) + 1
        return board(self._situation(session), number, words)

    def standings(self, code: str, /) -> tuple[Standing, ...]:
        """Return how gates G0 to G2 of a session stand."""
        return readiness.standings(self._situation(known_session(self._store, code)))

    def against_planning(self, dialogue_code: str, /) -> tuple[Reason, ...]:
        """Return why no session may be planned in a dialogue yet: what gate G0 asks for, and a method."""
        dialogue = known_dialogue(self._store, dialogue_code)
        if not dialogue.method_uses:
            return (Reason("RQ-022", dialogue_code, "no_method"),)
        found = readiness.planned(self._situation(self._first(dialogue)))
        return tuple(_reason(each, dialogue_code) for each in readiness.holds(found) if each.gate == "G0")

    def create(self, dialogue_code: str, /) -> Change:
        """Plan a new session, and return what that changed.

        Raises `Refused` with every reason while gate G0 is shut: then no session can be planned (XR-6).
        """
        if reasons := self.against_planning(dialogue_code):
            raise Refused(reasons)
        return self._editing.keep(self._first(known_dialogue(self._store, dialogue_code)))

    def duplicate(self, code: str, day: date | None = None, /) -> Change:
        """Plan another session like this one; what was said or signed for that one day is asked anew.

        Raises `Refused` while gate G0 is shut.
        """
        return self.series(code, [day])

    def series(self, code: str, days: Sequence[date | None], /) -> Change:
        """Plan another session like this one for each of these days.

        Raises `Refused` while gate G0 is shut, and `WrongUse("series_too_long")`.
        """
        session = known_session(self._store, code)
        if len(days) > MOST_IN_A_SERIES:
            raise WrongUse("series_too_long", most=MOST_IN_A_SERIES)
        if reasons := self.against_planning(session.dialogue_code):
            raise Refused(reasons)
        made: list[Session] = []
        for day in days:
            made.append(new_sessions.again(session, self._new_code([each.code for each in made]), day))
        return self._editing.keep(*made)

    @staticmethod
    def days_after(day: date, count: int, every_days: int, /) -> tuple[date, ...]:
        """Return the days of a series: `count` of them after a day, `every_days` apart.

        Raises `InvalidValue("not_a_day")` beyond the calendar.
        """
        if every_days * count > (date.max - day).days:
            raise InvalidValue("not_a_day", path="date")
        return tuple(day + timedelta(days=every_days * number) for number in range(1, count + 1))

    def move(self, code: str, move: Move, /) -> Change:
        """Confirm a session, postpone, cancel, hold or stop it, and return what that changed.

        Raises `Refused`: of a confirmation with every reason that gates G0 and G1 have, else where the states
        of a session do not allow it. To stop a confirmed or held one for safety is always possible.
        """
        session = known_session(self._store, code)
        if move not in session_states.moves(session, self._today()):
            early = move == "hold" and session.status == "confirmed"
            raise Refused((Reason("G1", code, "session_not_held_yet" if early else "status_not_possible"),))
        if move == "confirm" and (reasons := self._against_confirming(session)):
            raise Refused(reasons)
        return self._editing.keep(replace(session, status=session_states.leads_to(move)))

    def remove(self, code: str, /) -> Change:
        """Delete a session in which nobody was heard. Raises `Refused` where somebody may have been."""
        session = known_session(self._store, code)
        if session.status in ("held", "aborted_safety") or session.consents or session.raw_notes:
            raise Refused((Reason("G2", code, "session_was_held"),))
        return self._editing.remove(session)

    def answer_item(self, code: str, item: str, status: CheckStatus, reason: str = "", /) -> Change:
        """Keep the answer to an item of the checklist, with role and moment, and return what that changed.

        What is asked before planning is answered once for the dialogue, but for what is about this moment
        (SC-02). Raises `WrongUse` for an unknown item, or one that follows from fields and is never ticked;
        `Refused` where the item cannot be set aside, or the reason is too short.
        """
        session = known_session(self._store, code)
        answer = self._answer(session, item, status, reason)
        if checklist.item(item).phase == "A" and item not in checklist.ASKED_EACH_TIME:
            dialogue = known_dialogue(self._store, session.dialogue_code)
            cleared = replace(session, checks=_without(session.checks, item))
            return self._editing.keep(cleared, replace(dialogue, checks=_with(dialogue.checks, answer)))
        return self._editing.keep(replace(session, checks=_with(session.checks, answer)))

    def meet_condition(self, dialogue_code: str, method: Method, condition: str, /, *, met: bool) -> Change:
        """Keep that a condition of a chosen method is met (XR-8), or is not; return what that changed."""
        dialogue = known_dialogue(self._store, dialogue_code)
        uses = []
        for use in dialogue.method_uses:
            others = tuple(each for each in use.conditions_met if each.condition != condition)
            said = ConditionMet(condition=condition, by_role=self._role, on=self._today())
            added = (*others, said) if met else others
            uses.append(replace(use, conditions_met=added) if use.method == method else use)
        return self._editing.keep(replace(dialogue, method_uses=tuple(uses)))

    def followed(self, before: Session, after: Session, /) -> Session:
        """Return a session after an edit, with the heads, amounts and totals that follow from it."""
        return new_sessions.moved(before, interpreting.released(costs.followed(before, after)))

    def next_code(self, prefix: str, session: Session, /) -> str:
        """Return the next free code of somebody around a session: `Int-3`, `Fac-2`, `L-7`; of a group `G3`.

        Groups are counted within their session, people over all of the file: two who are not one person never
        have one code by accident.
        """
        around = (session.interpreters, session.facilitators, session.listeners)
        codes = [*self._store.agenda.people_around(), *(each.code for people in around for each in people)]
        taken = [group.label for group in session.groups] if prefix == "G" else codes
        numbers = (
            int(found[1]) for each in taken if (found := re.fullmatch(rf"{prefix}-?(\d{{1,6}})", each))
        )
        return f"{prefix}{'' if prefix == 'G' else '-'}{max(numbers, default=0) + 1}"

    def next_step(self, session: Session, /) -> LanguageHop | None:
        """Return a new step of the language chain; None while it is not known what people speak and hear."""
        return interpreting.with_step(session) if interpreting.next_step(session) else None

    def with_interpreter(self, session: Session, /) -> Session:
        """Return a session with one more interpreter, at the first gap of its chain that nobody carries."""
        return interpreting.with_interpreter(session, self.next_code("Int", session))

    def currency(self, session: Session, /) -> str:
        """Return the currency amounts of a session begin in: of its other amounts, else of its country."""
        known = costs.currency(session)
        if known is not None:
            return known
        from babel.numbers import get_territory_currencies

        dialogue = known_dialogue(self._store, session.dialogue_code)
        supplier = self._store.suppliers.get(dialogue.supplier_code)
        theirs = get_territory_currencies(supplier.country) if supplier is not None else []
        return theirs[-1] if theirs else "EUR"

    def is_driven(self, trip: Trip, /) -> bool:
        """Return whether somebody drives people on a trip: then seats and the driver matter (SC-19)."""
        return trip.mode in logistics_rules.DRIVEN

    def has_young(self, group: ParticipantGroup, /) -> bool:
        """Return whether people under 18 are in a group, so that a specialist has to lead (SC-14)."""
        return people_rules.is_young(group)

    def confirmed_at(self, code: str, /) -> datetime | None:
        """Return when a session that is confirmed became so, in UTC; None for one that is not."""
        session = known_session(self._store, code)
        confirmed = session.status == "confirmed"
        return self._store.history.changed_last("session", code, "status") if confirmed else None

    def fallen(self, change: Change, words: Catalogue, /) -> tuple[str, ...]:
        """Return what to say of each session that a change plans again: which one, and why."""
        return tuple(self._fallen(each, words) for each in change.fell_back)

    def _fallen(self, session: Session, words: Catalogue) -> str:
        held = readiness.holds(readiness.planned(self._situation(session)))
        if not held or held[0].lack is None:
            return words.say("Session {code} is planned again.", code=session.code)
        reason = sentence(held[0].lack, words)
        return words.say("Session {code} is planned again: {reason}", code=session.code, reason=reason)

    def _situation(self, session: Session) -> Situation:
        return situation(self._store, session, self._today())

    def _first(self, dialogue: Dialogue) -> Session:
        supplier = self._store.suppliers.get(dialogue.supplier_code)
        assert supplier is not None  # a dialogue is never kept without its supplier
        assessment = next(iter(self._store.assessments.in_dialogue(dialogue.code)), None)
        return new_sessions.first(dialogue, supplier, assessment, self._new_code(()))

    def _new_code(self, taken: Sequence[str]) -> str:
        """Return the next free code: its number tells the order of planning, never a place or a day."""
        return self._editing.new_session_code(taken)

    def _against_confirming(self, session: Session) -> tuple[Reason, ...]:
        found = readiness.planned(self._situation(session))
        return tuple(_reason(each, session.code) for each in readiness.holds(found))

    def _answer(self, session: Session, item: str, status: CheckStatus, reason: str) -> CheckAnswer:
        try:
            known = checklist.item(item)
        except KeyError:
            raise WrongUse("unknown_code") from None
        if known.derived:
            raise WrongUse("never_ticked")
        try:
            given = CheckAnswer(item=item, status=status, reason=reason, by_role=self._role, at=self._clock())
        except ValueError:
            raise Refused((Reason(item, session.code, "reason_too_short"),)) from None
        stands = checklist.standing(known, given, self._situation(session).risk)
        if stands == "open" and status in ("not_applicable", "waived"):
            raise Refused((Reason(item, session.code, "never_set_aside"),))
        return given


def _with(checks: Sequence[CheckAnswer], answer: CheckAnswer) -> tuple[CheckAnswer, ...]:
    others = _without(checks, answer.item)
    return others if answer.status == "open" else (*others, answer)


def _without(checks: Sequence[CheckAnswer], item: str) -> tuple[CheckAnswer, ...]:
    return tuple(each for each in checks if each.item != item)


def _reason(standing: Standing, subject: str) -> Reason:
    lack = standing.lack
    assert lack is not None  # what holds a gate shut says why
    return Reason(standing.item, subject, lack.code, **lack.data)
