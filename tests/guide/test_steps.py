"""How far a dialogue is: its steps, its status, the risk of reprisal, and when things are due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.guide.due import decision_waits, is_answered, tone, word_back_on
from fieldkit.guide.steps import (
    Course,
    Status,
    StepName,
    current,
    has_begun,
    partners_agreed,
    partners_so_far,
    reprisal_risk,
    status,
    steps,
)
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue, MethodUse
from fieldkit.model.partner import Agreement
from fieldkit.model.vocabulary import BarrierLevel, RiskLevel

TODAY = date(2026, 4, 20)
HELD = date(2026, 3, 2)

# One after the other, each on top of those before it.
ON_THE_WAY: tuple[tuple[Status, dict[str, Any]], ...] = (
    ("draft", {"begun": True, "holds": 3}),
    ("assessed", {"assessed": True, "holds": 2}),
    ("partner_agreed", {"partners": 1, "agreed": 1, "holds": 0}),
    ("planned", {"planned": 1}),
    ("confirmed", {"planned": 0, "confirmed": 1}),
    ("held", {"confirmed": 0, "held": 1, "held_on": HELD, "checks_open": 1}),
    ("insights_recorded", {"approved": 4, "for_supplier": 3}),
    ("brief_exported", {"briefs": 1, "brief_on": date(2026, 3, 20)}),
    ("supplier_talk_done", {"talk_on": date(2026, 4, 1), "promises_open": 1}),
    ("workers_informed", {"told_on": date(2026, 4, 10)}),
    ("closed", {"checks_open": 0, "promises_open": 0}),
)


def course(**changes: Any) -> Course:
    return Course(**changes)


def at(reached: Status, **changes: Any) -> Course:
    """The course of a dialogue that has come this far and no farther."""
    known: dict[str, Any] = {}
    for name, step in ON_THE_WAY:
        known |= step
        if name == reached:
            break
    return Course(**known | changes)


def states(known: Course, late: int = 0) -> dict[str, str]:
    return {step.name: step.state for step in steps(known, late)}


@pytest.mark.parametrize("reached", [name for name, _ in ON_THE_WAY])
def test_the_status_is_how_far_the_dialogue_has_come(reached: Status) -> None:
    assert status(at(reached)) == reached


@pytest.mark.parametrize("reached", [name for name, _ in ON_THE_WAY])
def test_a_cancelled_dialogue_and_one_with_people_in_danger_say_so_whatever_was_reached(
    reached: Status,
) -> None:
    assert status(at(reached, cancelled=True, danger=True)) == "cancelled"
    assert status(at(reached, danger=True)) == "suspended_safety"
    assert status(at(reached, freezing=1)) == "suspended_safety"  # XR-1


@pytest.mark.parametrize(
    "open_still",
    [
        {"checks_open": 1},
        {"promises_open": 1},
        {"told_on": None},
        {"planned": 1},
        {"unapproved": 1},
        {"briefs": 0},
    ],
)
def test_g4_a_dialogue_is_closed_only_when_nothing_is_owed_and_nothing_on_its_way(
    open_still: dict[str, Any],
) -> None:
    assert status(at("closed", **open_still)) != "closed"


def test_word_given_before_the_supplier_answered_is_not_the_last_word_sc_44() -> None:
    assert status(at("workers_informed", told_on=date(2026, 3, 25))) == "supplier_talk_done"


def test_a_new_dialogue_has_no_step_begun() -> None:
    assert set(states(course()).values()) == {"not_yet"}
    assert current(steps(course(), 0)) == "prepare"


def test_all_six_steps_are_done_in_a_closed_dialogue() -> None:
    assert set(states(at("closed")).values()) == {"done"}
    assert current(steps(at("closed"), 0)) == "follow_up"


def test_preparing_is_done_once_nothing_holds_it_up() -> None:
    assert states(at("assessed"))["prepare"] == "in_progress"
    assert states(at("partner_agreed"))["prepare"] == "done"


def test_preparing_is_held_up_by_danger_by_no_safe_method_and_by_sessions_planned_too_early_xr_6() -> None:
    assert states(course(begun=True, holds=1, unsafe=True))["prepare"] == "held_up"
    assert states(at("closed", danger=True))["prepare"] == "held_up"
    assert states(at("planned", holds=1))["prepare"] == "held_up"


def test_the_partner_step_waits_for_an_agreement_with_the_local_partner() -> None:
    assert states(course(begun=True))["partners"] == "not_yet"
    assert states(course(partners=1))["partners"] == "in_progress"
    assert states(course(partners=1, wanting=1))["partners"] == "in_progress"
    assert states(course(partners=1, wanting=1, planned=1))["partners"] == "held_up"
    assert states(course(partners=1, agreed=1))["partners"] == "done"
    assert states(course(alone=True))["partners"] == "done"


def test_sessions_are_held_up_by_a_day_that_passed_and_by_an_open_incident_xr_1() -> None:
    assert states(at("planned"))["sessions"] == "in_progress"
    assert states(at("planned", overdue=1))["sessions"] == "held_up"
    assert states(at("planned", freezing=1))["sessions"] == "held_up"
    assert states(at("held"))["sessions"] == "done"
    assert states(course(aborted=1))["sessions"] == "held_up"


def test_insights_are_done_when_all_are_approved() -> None:
    [insights] = [step for step in steps(course(approved=3, unapproved=2), 0) if step.name == "insights"]
    assert (insights.state, insights.holds) == ("in_progress", 2)
    assert states(course(approved=3))["insights"] == "done"


def test_a_brief_is_in_progress_once_something_is_meant_for_the_supplier_and_frozen_by_an_incident() -> None:
    assert states(course(approved=3))["brief"] == "not_yet"
    assert states(course(approved=3, for_supplier=1))["brief"] == "in_progress"
    assert states(course(approved=3, for_supplier=1, freezing=1))["brief"] == "held_up"
    assert states(course(approved=3, for_supplier=1, briefs=1))["brief"] == "done"


def test_what_is_late_holds_the_follow_up_up() -> None:
    assert states(at("supplier_talk_done"), late=2)["follow_up"] == "held_up"
    assert states(at("supplier_talk_done"))["follow_up"] == "in_progress"


COURSES = st.builds(
    Course,
    **{
        name: st.integers(0, 2) if hint is int else st.booleans() if hint is bool else st.none() | st.dates()
        for name, hint in ((field.name, field.type) for field in msgspec.structs.fields(Course))
    },
)


@given(COURSES, st.integers(0, 3))
def test_every_course_has_six_steps_a_status_and_one_present_step(known: Course, late: int) -> None:
    path = steps(known, late)
    assert tuple(step.name for step in path) == get_args(StepName)
    assert status(known) in get_args(Status)
    assert current(path) in get_args(StepName)
    for step in path:
        assert step.holds > 0 if step.state == "held_up" else step.holds >= 0
        assert step.state != "done" or step.holds == 0


RISKS = get_args(RiskLevel)
ORDER = ("low", "medium", "unknown", "high")


@given(st.sampled_from(RISKS), st.sampled_from(get_args(BarrierLevel)), st.lists(st.sampled_from(RISKS)))
def test_the_highest_risk_counts_and_what_is_missing_is_unknown(
    asked: RiskLevel, level: BarrierLevel, reviewed: list[RiskLevel]
) -> None:
    barriers = {"reprisal": BarrierRating(level=level)}
    assessment = Assessment(answers=Answers(retaliation_risk=asked), barriers=barriers)  # type: ignore[arg-type]
    said = {"none": "low", "some": "medium", "strong": "high", "unknown": "unknown"}[level]
    assert reprisal_risk(assessment, reviewed) == max((asked, said, *reviewed), key=ORDER.index)
    assert reprisal_risk(None, ["low", "medium"]) == "unknown"


def test_a_dialogue_has_begun_once_anything_is_answered() -> None:
    dialogue = Dialogue(code="D-01", title="Spring talks", supplier_code="SUP-03")
    assert not has_begun(dialogue, None)
    assert not has_begun(dialogue, Assessment())
    assert has_begun(dialogue, Assessment(answers=Answers(pct_women=0)))
    assert has_begun(msgspec.structs.replace(dialogue, purpose="Why"), None)


def test_partners_count_by_their_agreements_in_force() -> None:
    local = MethodUse(method="M2", role="lead", partner_code="PA-01")
    dialogue = Dialogue(
        code="D-01", title="Spring", supplier_code="SUP-03", partner_codes=("PA-02",), method_uses=(local,)
    )
    over = Agreement(code="AG-01", partner_code="PA-01", start=date(2020, 1, 1), months=12)
    runs = Agreement(code="AG-02", partner_code="PA-01", start=date(2026, 1, 1), months=24)
    assert partners_so_far(dialogue, partners_agreed([over], TODAY)) == (2, 0, 1, False)
    assert partners_so_far(dialogue, partners_agreed([over, runs], TODAY)) == (2, 1, 0, False)
    tool = msgspec.structs.replace(
        dialogue, partner_codes=(), method_uses=(MethodUse(method="M4", role="lead"),)
    )
    assert partners_so_far(tool, frozenset()) == (0, 0, 0, True)


def test_word_back_is_due_six_weeks_after_the_last_session() -> None:
    assert word_back_on(course()) is None
    assert word_back_on(at("held")) == HELD + timedelta(days=42)
    assert word_back_on(at("supplier_talk_done")) == HELD + timedelta(days=42)
    assert word_back_on(at("workers_informed")) is None


def test_word_back_is_due_again_six_weeks_after_what_came_since() -> None:
    told_early = at("supplier_talk_done", told_on=HELD + timedelta(days=5))
    assert word_back_on(told_early) == date(2026, 4, 1) + timedelta(days=42)


def test_a_day_set_for_word_back_comes_before_the_six_weeks() -> None:
    assert word_back_on(at("held", to_tell_on=date(2026, 3, 9))) == date(2026, 3, 9)


def test_a_decision_waits_until_there_are_insights() -> None:
    past, ahead = TODAY - timedelta(days=1), TODAY
    assert decision_waits(at("held"), past, TODAY)
    assert not decision_waits(at("insights_recorded"), past, TODAY)
    assert decision_waits(at("insights_recorded"), ahead, TODAY)
    assert not decision_waits(at("planned", cancelled=True), ahead, TODAY)


def test_only_a_late_check_on_people_is_red() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert tone("check", yesterday, TODAY) == "red"
    assert tone("promise", yesterday, TODAY) == "amber"
    assert {tone(kind, TODAY, TODAY) for kind in ("check", "action")} == {"neutral"}


def test_sc_39_neither_a_no_nor_a_waiver_settles_a_check_on_people() -> None:
    assert is_answered("yes")
    assert is_answered("not_applicable")
    assert not is_answered("waived")
    assert not is_answered("no")
    assert not is_answered("open")
