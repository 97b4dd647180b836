"""Sessions as the window and the commands use them: planned, answered, moved on, falling back, taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.errors import Refused, WrongUse
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Money
from fieldkit.model.partner import Agreement
from fieldkit.model.session import CostLine, Session
from fieldkit.text import catalogue
from fieldkit.workspace import Workspace
from fieldkit.workspace.editing import Change
from fieldkit.workspace.sessions import Move
from tests.guide.ready import first
from tests.planner import FILES, Planner, on_the_day

EN, NL = catalogue("en"), catalogue("nl")
CODE = "CC-2026-01"
DAY_BEFORE = date(2026, 2, 13)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with on_the_day(tmp_path, "SC1", DAY_BEFORE) as opened:
        yield opened


def status(workspace: Workspace, code: str = CODE) -> str:
    found = workspace.editing.find(Session, code)
    assert found is not None
    return found.status


def rules(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {reason.rule for reason in refusal.value.reasons}


def test_a_new_session_is_planned_under_the_next_code_and_the_code_never_comes_back(
    workspace: Workspace,
) -> None:
    made = workspace.sessions.create("D-01").pairs[0][1]
    assert isinstance(made, Session)
    assert (made.code, made.status) == ("CC-2026-02", "planned")
    workspace.sessions.remove(made.code)
    again = workspace.sessions.create("D-01").pairs[0][1]
    assert isinstance(again, Session)
    assert again.code == "CC-2026-03"


def test_a_session_in_which_people_may_have_been_heard_stays_known(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refusal:
        workspace.sessions.remove(CODE)
    assert rules(refusal) == {"G2"}
    assert status(workspace) == "held"


def test_a_confirmed_session_that_loses_a_condition_falls_back_says_so_and_comes_back_with_undo(
    workspace: Workspace,
) -> None:
    planner = Planner(workspace, CODE)
    planner.confirm()
    change = workspace.editing.keep(replace(planner.session, hops=planner.session.hops[1:]))
    assert [each.code for each in change.fell_back] == [CODE]
    assert status(workspace) == "planned"
    [said] = workspace.sessions.fallen(change, EN)
    assert said == "Session CC-2026-01 is planned again: The language chain has a gap: from Hadoti to Hindi."
    workspace.editing.apply(change.reversed())
    assert status(workspace) == "confirmed"
    workspace.editing.apply(change)
    assert status(workspace) == "planned"


def test_an_edit_elsewhere_in_the_dialogue_makes_it_fall_back_too(workspace: Workspace) -> None:
    Planner(workspace, CODE).confirm()
    agreement = workspace.editing.all(Agreement)[0]
    acts: tuple[Callable[[], Change], ...] = (
        lambda: workspace.editing.keep(replace(agreement, no_interference="no")),
        lambda: workspace.preparing.answer_item("D-01", "SC-01", "no"),
        lambda: workspace.preparing.unchoose("D-01", "M2"),
    )
    for act in acts:
        change = act()
        assert [each.code for each in change.fell_back] == [CODE]
        assert status(workspace) == "planned"
        workspace.editing.apply(change.reversed())
        assert status(workspace) == "confirmed"


def test_undo_brings_a_confirmation_back_only_where_it_still_holds(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    planner.confirm()
    spoiled = workspace.editing.keep(replace(planner.session, stop_signal=""))
    other = workspace.editing.keep(replace(planner.session, abort_plan=""))
    back = workspace.editing.apply(spoiled.reversed())
    assert status(workspace) == "planned"  # the plan for breaking off is still missing
    assert back.fell_back == ()
    workspace.editing.apply(other.reversed())
    assert workspace.sessions.board(CODE, EN).may_be_confirmed


def test_a_day_that_passes_lets_a_confirmation_fall(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC4", date(2026, 3, 7)) as workspace:
        planner = Planner(workspace, "CC-2026-04")
        planner.confirm()
        assert workspace.editing.settle().pairs == ()
        planner.change(date=date(2026, 4, 30))
        assert status(workspace, "CC-2026-04") == "confirmed"
        setup = workspace._setup
        workspace._setup = type(setup)(**{**vars(setup), "today": date(2026, 3, 20)})
        [(before, after)] = workspace.editing.settle().pairs
        assert isinstance(before, Session)
        assert isinstance(after, Session)
        assert (before.status, after.status) == ("confirmed", "planned")
        [reason] = workspace.sessions.board("CC-2026-04", EN).readiness.holds
        assert reason.item == "XR-7"


@pytest.mark.parametrize(("moves", "ends"), [
    (["confirm", "postpone", "plan_again", "confirm", "cancel"], "cancelled"),
    (["confirm", "abort"], "aborted_safety"),
    (["postpone", "cancel"], "cancelled"),
])  # fmt: skip
def test_a_session_moves_on_and_each_step_can_be_taken_back(
    workspace: Workspace, moves: list[Any], ends: str
) -> None:
    Planner(workspace, CODE)
    changes = [workspace.sessions.move(CODE, move) for move in moves]
    assert status(workspace) == ends
    for change in reversed(changes):
        workspace.editing.apply(change.reversed())
    assert status(workspace) == "planned"


def test_what_the_states_do_not_allow_is_refused(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    never: tuple[Move, ...] = ("hold", "abort", "plan_again")
    for move in never:
        with pytest.raises(Refused):
            workspace.sessions.move(CODE, move)
    planner.confirm()
    with pytest.raises(Refused) as early:
        workspace.sessions.move(CODE, "hold")
    assert [reason.code for reason in early.value.reasons] == ["session_not_held_yet"]
    with pytest.raises(WrongUse):
        workspace.sessions.move("CC-1999-01", "cancel")


def test_answers_before_planning_hold_for_the_dialogue_and_the_others_for_the_session(
    workspace: Workspace,
) -> None:
    Planner(workspace, CODE).change(checks=())
    workspace.sessions.answer_item(CODE, "SC-08", "yes")
    workspace.sessions.answer_item(CODE, "SC-02", "yes")
    workspace.sessions.answer_item(CODE, "SC-22", "yes")
    session, dialogue = workspace.editing.find(Session, CODE), workspace.editing.find(Dialogue, "D-01")
    assert session is not None
    assert dialogue is not None
    assert {each.item for each in session.checks} == {"SC-02", "SC-22"}
    assert "SC-08" in {each.item for each in dialogue.checks}
    assert {each.by_role for each in session.checks} == {"coordinator"}
    workspace.sessions.answer_item(CODE, "SC-22", "open")
    session = workspace.editing.find(Session, CODE)
    assert session is not None
    assert {each.item for each in session.checks} == {"SC-02"}


@pytest.mark.parametrize(("item", "status_", "reason", "rule"), [
    ("SC-06", "not_applicable", "too short", "SC-06"),
    ("SC-02", "not_applicable", "The partner is on holiday now.", "SC-02"),
    ("SC-13", "waived", "We are in a great hurry now.", "SC-13"),
    ("SC-27", "waived", "At a high risk this one blocks.", "SC-27"),
])  # fmt: skip
def test_what_cannot_be_set_aside_is_refused_and_nothing_changes(
    workspace: Workspace, item: str, status_: Any, reason: str, rule: str
) -> None:
    planner = Planner(workspace, CODE)
    before = planner.session
    with pytest.raises(Refused) as refusal:
        workspace.sessions.answer_item(CODE, item, status_, reason)
    assert rules(refusal) == {rule}
    assert planner.session == before


def test_what_follows_from_fields_is_never_ticked(workspace: Workspace) -> None:
    for item, code in (("SC-17", "never_ticked"), ("SC-99", "unknown_code")):
        with pytest.raises(WrongUse) as wrong:
            workspace.sessions.answer_item(CODE, item, "yes")
        assert wrong.value.code == code


def test_another_day_asks_anew_what_was_said_of_the_first_and_another_place_too(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    before = planner.session
    later = workspace.sessions.followed(before, replace(before, date=date(2026, 3, 1)))
    gone = {each.item for each in before.checks} - {each.item for each in later.checks}
    assert gone == {"SC-02", "SC-16"}
    assert later.employer_absence.confirmed_on is None
    elsewhere = workspace.sessions.followed(
        before, replace(before, venue=replace(before.venue, type="hotel"))
    )
    assert {each.item for each in before.checks} - {each.item for each in elsewhere.checks} == {"SC-15"}
    same = replace(before, stop_signal="Tea?")
    assert workspace.sessions.followed(before, same) == same


def test_on_its_day_a_session_that_fell_back_can_still_be_stopped(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", date(2026, 2, 14)) as workspace:
        planner = Planner(workspace, CODE)
        planner.confirm()
        planner.change(venue=replace(planner.session.venue, visible_from_employer="yes"))
        assert status(workspace) == "planned"
        workspace.sessions.move(CODE, "abort")
        assert status(workspace) == "aborted_safety"


def test_after_its_day_a_confirmed_session_waits_to_be_marked_as_held(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", date(2026, 2, 16)) as workspace:
        planner = Planner(workspace, CODE)
        planner.change(status="confirmed", risk_reviewed_on=None)
        assert status(workspace) == "confirmed"
        workspace.sessions.move(CODE, "hold")
        assert status(workspace) == "held"


def test_a_file_that_says_confirmed_of_what_blocks_comes_in_as_planned(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC4", DAY_BEFORE) as workspace:
        whole = json.loads(FILES["SC1"].read_bytes())
        whole["sessions"][0] |= {"status": "confirmed", "stop_signal": ""}
        workspace.custody.import_dialogue(json.dumps(whole).encode())
        assert status(workspace) == "planned"
        whole["sessions"][0] |= {"stop_signal": "Is the tea ready?"}
        workspace.custody.import_dialogue(json.dumps(whole).encode(), replace=True)
        assert status(workspace) == "confirmed"


def test_a_series_is_one_step_and_each_session_of_it_has_to_be_made_safe(workspace: Workspace) -> None:
    days = workspace.sessions.days_after(date(2026, 2, 14), 3, 7)
    assert days == (date(2026, 2, 21), date(2026, 2, 28), date(2026, 3, 7))
    change = workspace.sessions.series(CODE, days)
    assert [each.date for each in workspace.sessions.of("D-01")] == [date(2026, 2, 14), *days]
    for session in workspace.sessions.of("D-01")[1:]:
        with pytest.raises(Refused):
            workspace.sessions.move(session.code, "confirm")
    workspace.editing.apply(change.reversed())
    assert [each.code for each in workspace.sessions.of("D-01")] == [CODE]
    with pytest.raises(WrongUse):
        workspace.sessions.series(CODE, [date(2026, 2, 14) + timedelta(days=at) for at in range(27)])


def test_the_board_names_the_gap_draws_the_chain_and_leads_to_the_field(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    planner.change(hops=planner.session.hops[1:])
    board = workspace.sessions.board(CODE, EN)
    [languages] = [each for each in board.sections if each.id == "languages"]
    assert languages.state == "held_up"
    [hold] = board.readiness.holds
    assert (hold.item, hold.act, hold.field) == (
        "SC-20 · XR-4",
        "Close the language gap",
        f"session/{CODE}/hops",
    )
    [row] = board.chain
    assert [stop.language for stop in row.stops] == ["Hadoti", "Hindi", "English"]
    assert [(step.carried, step.note) for step in row.steps] == [
        ("nobody", "nobody yet"), ("yes", "no tie to the employer"),
    ]  # fmt: skip
    assert board.money_totals == ("INR 13,260",)
    assert not board.may_be_confirmed


def test_a_session_that_was_held_asks_what_is_asked_afterwards(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    before = {each.id for each in workspace.sessions.board(CODE, EN).checklist}
    planner.change(status="held", checks=())
    board = workspace.sessions.board(CODE, EN)
    after = {each.id for each in board.checklist} - before
    assert after == {*(f"SC-{number}" for number in range(30, 39)), "SC-39a", "SC-39b"}
    workspace.sessions.answer_item(CODE, "SC-39a", "yes")
    [item] = [each for each in workspace.sessions.board(CODE, EN).checklist if each.id == "SC-39a"]
    assert (item.state, item.answer) == ("done", "yes")


def test_a_checklist_with_advice_left_open_is_not_done(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC4", date(2026, 3, 7)) as workspace:
        planner = Planner(workspace, "CC-2026-04")
        planner.change(checks=tuple(each for each in planner.session.checks if each.item != "SC-12"))
        board = workspace.sessions.board("CC-2026-04", EN)
        assert board.may_be_confirmed
        assert {each.id: each.state for each in board.sections}["checklist"] == "open"
        assert [stop.language for stop in board.chain[0].stops] == ["Polish", "Dutch", "English"]


def test_the_board_speaks_dutch(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    planner.change(employer_absence=replace(planner.session.employer_absence, excluded=("managers",)))
    board = workspace.sessions.board(CODE, NL)
    assert [each.text for each in board.readiness.holds] == ["Nog niet uitgesloten: Eigenaar."]
    assert board.money_totals == ("INR 13.260",)


def test_what_is_open_comes_in_the_order_of_the_board(workspace: Workspace) -> None:
    planner = Planner(workspace, CODE)
    planner.change(
        stop_signal="",
        listeners=first(planner.session.listeners, confidentiality_signed="no"),
        hops=planner.session.hops[1:],
        checks=(),
    )
    sections = [each.section for each in workspace.sessions.board(CODE, EN).readiness.holds]
    assert list(dict.fromkeys(sections)) == ["when_where", "languages", "listeners", "checklist"]


def test_amounts_begin_in_the_currency_of_the_others_or_of_the_country(workspace: Workspace) -> None:
    made = workspace.sessions.create("D-01").pairs[0][1]
    assert isinstance(made, Session)
    assert workspace.sessions.currency(made) == "INR"
    in_euro = CostLine(item="Hall", amount=Money(minor=1, currency="EUR"))
    assert workspace.sessions.currency(replace(made, cost_lines=(in_euro,))) == "EUR"
