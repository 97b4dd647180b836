"""What Today and the path of a dialogue say of a session that is near: how ready it is, what holds it up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fieldkit.model.followup import Incident
from fieldkit.text import catalogue
from fieldkit.workspace import Workspace
from tests.planner import Planner, on_the_day

EN = catalogue("en")
CODE = "CC-2026-01"
DAY_BEFORE = date(2026, 2, 13)


def sessions_step(workspace: Workspace) -> tuple[str, int]:
    step = next(each for each in workspace.overview.steps("D-01") if each.name == "sessions")
    return step.state, step.holds


def test_a_gap_before_a_session_that_is_near_is_the_next_thing(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", DAY_BEFORE) as workspace:
        planner = Planner(workspace, CODE)
        planner.change(hops=planner.session.hops[1:])
        today = workspace.overview.today(EN)
        [coming] = today.coming_up
        assert coming.held_up
        assert (coming.done, coming.total) == (coming.total - 1, coming.total)
        assert today.next is not None
        assert (today.next.act, today.next.session_code) == ("Close the language gap", CODE)
        assert today.next.target.field == f"session/{CODE}/hops"
        assert (today.next.holds, today.next.session_on) == (1, date(2026, 2, 14))
        assert sessions_step(workspace) == ("held_up", 1)


def test_a_session_that_is_ready_holds_nothing_up_and_confirmed_it_is_on_its_way(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", DAY_BEFORE) as workspace:
        planner = Planner(workspace, CODE)
        [coming] = workspace.overview.today(EN).coming_up
        assert not coming.held_up
        assert coming.done == coming.total
        assert sessions_step(workspace) == ("in_progress", 1)
        planner.confirm()
        assert sessions_step(workspace) == ("in_progress", 1)


@pytest.mark.parametrize(("day", "held_up"), [(date(2026, 1, 31), True), (date(2026, 1, 30), False)])
def test_far_away_an_open_plan_holds_nothing_up_yet(tmp_path: Path, day: date, held_up: bool) -> None:
    with on_the_day(tmp_path, "SC1", day) as workspace:
        Planner(workspace, CODE).change(stop_signal="")
        today = workspace.overview.today(EN)
        assert today.coming_up[0].held_up == held_up
        assert (sessions_step(workspace)[0] == "held_up") == held_up
        near = today.next is not None and today.next.session_code == CODE
        assert near == held_up


def test_a_grave_incident_holds_a_near_session_up(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", DAY_BEFORE) as workspace:
        Planner(workspace, CODE)
        grave = Incident(code="IN-9", dialogue_code="D-01", detected_on=DAY_BEFORE, type="threat", severity=4)
        workspace.editing.keep(grave)
        assert sessions_step(workspace)[0] == "held_up"
        assert workspace.overview.today(EN).coming_up[0].held_up
