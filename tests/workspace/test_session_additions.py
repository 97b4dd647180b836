"""Codes for those around a session, when it was confirmed, and what is said when it falls back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.model.session import Facilitator, Interpreter, Listener, ParticipantGroup, Session
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.time_zones import time_zones

EN = catalogue("en")
NOON = datetime(2026, 2, 13, 12, 0, tzinfo=UTC)
CODE = "CC-2026-01"


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    setup = Setup(cost=WEAKEST, state_folder=tmp_path / "state", today=date(2026, 2, 13), clock=lambda: NOON)
    with Workspace.create(tmp_path / "work.fieldkit", "quiet", setup, sample=True) as workspace:
        yield workspace


def planned(workspace: Workspace, **changes: Any) -> Session:
    session = workspace.editing.find(Session, CODE)
    assert session is not None
    made = replace(session, **{"status": "planned"} | changes)
    workspace.editing.keep(made)
    return made


def test_people_are_numbered_over_all_sessions_and_groups_within_theirs(sample: Workspace) -> None:
    session = Session(code="CC-2026-09", dialogue_code="D-01", method="M2")
    sample.editing.keep(
        replace(
            session,
            interpreters=(Interpreter(code="Int-40", from_lang="a", to_lang="b"),),
            facilitators=(Facilitator(code="Fac-7"), Facilitator(code="X-99")),
        )
    )
    other = planned(sample)
    codes = [sample.sessions.next_code(prefix, other) for prefix in ("Int", "Fac", "L", "G")]
    assert codes == ["Int-41", "Fac-8", "L-14", "G3"]
    assert sample.sessions.next_code("G", session) == "G1"


def test_a_code_of_the_session_itself_counts_before_it_is_kept(sample: Workspace) -> None:
    session = Session(
        code="CC-2026-09",
        method="M2",
        listeners=(Listener(code="L-77", org_type="ngo"),),
        groups=(ParticipantGroup(label="G4"),),
    )
    assert sample.sessions.next_code("L", session) == "L-78"
    assert sample.sessions.next_code("G", session) == "G5"


def test_it_is_known_when_a_session_was_confirmed_and_only_while_it_is(sample: Workspace) -> None:
    planned(sample)
    assert sample.sessions.confirmed_at(CODE) is None
    sample.sessions.move(CODE, "confirm")
    assert sample.sessions.confirmed_at(CODE) == NOON


def test_what_fell_back_is_said_with_the_reason(sample: Workspace) -> None:
    session = planned(sample, status="confirmed")
    seen = replace(session.venue, visible_from_employer="yes")
    change = sample.editing.keep(replace(session, venue=seen))
    assert sample.sessions.fallen(change, EN) == (
        f"Session {CODE} is planned again: The employer can see the place: choose another one.",
    )
    assert len(sample.sessions.fallen(change, catalogue("nl"))) == 1


def test_taking_back_a_confirmation_says_that_it_is_planned_and_nothing_else_falls(sample: Workspace) -> None:
    planned(sample)
    confirmed = sample.sessions.move(CODE, "confirm")
    assert sample.sessions.fallen(confirmed, EN) == ()
    back = sample.editing.apply(confirmed.reversed())
    assert sample.sessions.fallen(back, EN) == (f"Session {CODE} is planned again.",)


def test_a_change_of_something_else_says_nothing(sample: Workspace) -> None:
    session = planned(sample, status="confirmed")
    assert sample.sessions.fallen(sample.editing.keep(replace(session, breaks=2)), EN) == ()


def test_people_under_18_are_found_by_the_class_of_their_group(sample: Workspace) -> None:
    from fieldkit.model.supply import GroupClass

    for age, young in (("under_15", True), ("15-17", True), ("18-24", False)):
        group = ParticipantGroup(label="G1", class_set=(GroupClass(dimension="age_band", class_=age),))
        assert sample.sessions.has_young(group) is young


@pytest.mark.parametrize(("country", "first"), [("IN", "Asia/Kolkata"), ("NL", "Europe/Amsterdam")])
def test_the_time_zones_of_a_country_come_first_and_all_others_after_them_once(
    country: str, first: str
) -> None:
    every = time_zones(country)
    assert every[0] == first
    assert set(every) == set(time_zones(""))
    assert len(every) == len(set(every)) > 300
