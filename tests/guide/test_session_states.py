from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from msgspec.structs import replace

from fieldkit.guide import session_states
from fieldkit.guide.session_states import Move
from fieldkit.model.vocabulary import SessionStatus
from tests.guide.ready import DAY_BEFORE, ready

SESSION = ready().session
DAY = DAY_BEFORE + timedelta(days=1)

ALLOWED: dict[SessionStatus, set[SessionStatus]] = {
    "planned": {"confirmed", "postponed", "cancelled", "aborted_safety"},  # on its day
    "confirmed": {"held", "postponed", "cancelled", "aborted_safety"},
    "postponed": {"planned", "cancelled"},
    "held": {"aborted_safety"},
    "aborted_safety": set(),
    "cancelled": set(),
}


@pytest.mark.parametrize("status", get_args(SessionStatus))
def test_a_session_comes_only_where_the_data_model_lets_it(status: SessionStatus) -> None:
    found = session_states.moves(replace(SESSION, status=status), DAY)
    assert {session_states.leads_to(each) for each in found} == ALLOWED[status]


def test_a_session_is_held_at_the_earliest_on_its_day_and_stopped_at_any_time() -> None:
    confirmed = replace(SESSION, status="confirmed")
    assert "hold" not in session_states.moves(confirmed, DAY_BEFORE)
    assert "hold" not in session_states.moves(replace(confirmed, date=None), DAY)
    for day in (DAY_BEFORE, DAY, DAY + timedelta(days=400)):
        assert "abort" in session_states.moves(confirmed, day)


def test_before_its_day_there_is_nothing_to_stop_in_a_planned_session() -> None:
    assert "abort" not in session_states.moves(replace(SESSION, status="planned"), DAY_BEFORE)


def test_every_move_leads_somewhere_else() -> None:
    assert len({session_states.leads_to(each) for each in get_args(Move)}) == len(get_args(Move))
