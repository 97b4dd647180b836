"""The safety checklist on the board: quick to answer, never set aside lightly, nothing typed lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.followup import Incident
from fieldkit.model.session import CheckAnswer
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import cursor, settle, typed
from tests.ui.on_section import HELD, Section, plan, press, show
from ui.desk import Desk
from ui.pages.dialogue.board.asked_item import AskedItem
from ui.pages.dialogue.board.checklist import ChecklistFold
from ui.reading_order import next_stop

WHY = "No children of ours come along."
SHORT = "No children."


@pytest.fixture
def desk(desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return desk_of(sample)


def checklist(qtbot: QtBot, desk: Desk, code: str) -> Section:
    return show(qtbot, desk, ChecklistFold, "checklist", code)


def row(section: Section, item: str) -> AskedItem:
    found = section.fold.items.rows[item]
    assert isinstance(found, AskedItem)
    return found


def waiting(section: Section) -> list[AskedItem]:
    return [each for each in section.fold.items.asked if each.is_open and each.isVisible()]


def given(section: Section) -> dict[str, str]:
    """Return what was answered in the session, and for the whole dialogue."""
    dialogue = section.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    return {each.item: each.status for each in (*dialogue.checks, *section.session.checks)}


@pytest.mark.parametrize(("language", "letter"), [("en", "y"), ("nl", "j")])
def test_every_item_is_answered_with_one_key_each(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace, language: str, letter: str
) -> None:
    desk = desk_of(sample, language)
    section = checklist(qtbot, desk, plan(desk))
    open_ = waiting(section)
    assert len(open_) >= 17
    assert section.fold.go_to(f"checks.{open_[0].item.id}")
    for _ in open_:
        qtbot.keyClicks(cursor(), letter)
        settle()
    assert waiting(section) == []
    assert {given(section)[each.item.id] for each in open_} == {"yes"}


def test_every_item_is_answered_with_one_click_each(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    for each in waiting(section):
        press(qtbot, each, "yes")
    assert waiting(section) == []
    assert all(each.by_role and each.at for each in section.session.checks)


def test_arrows_go_between_answers_and_tab_to_the_next_item(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    assert section.fold.go_to("checks.SC-13")
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    qtbot.keyClick(cursor(), Qt.Key.Key_Right)
    settle()
    assert given(section)["SC-13"] == "no"
    assert row(section, "SC-13").isAncestorOf(cursor())
    stop = next_stop(section, cursor(), on=True)  # where Tab leads on the desk
    assert stop is not None
    stop.setFocus()
    assert row(section, "SC-14").isAncestorOf(cursor())


def test_an_answer_is_taken_back_and_shown_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    press(qtbot, row(section, "SC-22"), "yes")
    section.undo()
    assert row(section, "SC-22").is_open
    assert "SC-22" not in given(section)


def test_an_item_is_set_aside_for_a_reason_one_can_weigh(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    item = row(section, "SC-26")
    press(qtbot, item, "not_applicable")
    assert cursor() is item.reason.line
    assert "15" in item.reason.problem
    assert "SC-26" not in given(section)
    typed(qtbot, SHORT)
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert "15" in item.reason.problem
    assert item.reason.text == SHORT
    typed(qtbot, WHY)
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert item.reason.problem == ""
    [kept] = [each for each in section.session.checks if each.item == "SC-26"]
    assert (kept.status, kept.reason) == ("not_applicable", WHY)
    section.undo()
    assert item.is_open
    assert not item.reason.isVisible()


def test_a_reason_is_kept_at_a_pause_without_a_word_before(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    item = row(section, "SC-26")
    press(qtbot, item, "waived")
    with qtbot.waitSignal(section.context.changes.saved):
        typed(qtbot, WHY)
    assert given(section)["SC-26"] == "waived"


def test_a_reason_that_is_too_short_is_still_there_when_one_comes_back(qtbot: QtBot, desk: Desk) -> None:
    code = plan(desk)
    section = checklist(qtbot, desk, code)
    press(qtbot, row(section, "SC-26"), "not_applicable")
    typed(qtbot, SHORT)
    section.editor.flush()
    section.close()
    again = checklist(qtbot, desk, code)
    item = row(again, "SC-26")
    assert item.answers is not None
    assert (item.answers.value(), item.reason.text) == ("not_applicable", SHORT)
    assert "15" in item.reason.problem
    press(qtbot, item, "yes")
    assert given(again)["SC-26"] == "yes"
    assert not item.reason.isVisible()
    assert section.context.workspace.editing.drafts(again.session) == {}


def test_an_answer_before_stays_until_the_reason_for_another_will_do(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    item = row(section, "SC-26")
    press(qtbot, item, "yes")
    press(qtbot, item, "not_applicable")
    assert given(section)["SC-26"] == "yes"
    press(qtbot, item, "yes")
    assert item.answers is not None
    assert item.answers.value() == "yes"
    assert not item.reason.isVisible()


def test_only_advice_can_be_waived_and_two_items_never_set_aside(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    offered = {
        each.item.id: [getattr(answer, "value", "") for answer in each.findChildren(QRadioButton)]
        for each in section.fold.items.asked
    }
    assert {item for item, answers in offered.items() if "waived" in answers} == {"SC-12", "SC-26"}
    assert [item for item, answers in offered.items() if "not_applicable" not in answers] == ["SC-02"]


def test_what_follows_from_fields_has_no_answer_and_leads_to_its_field(qtbot: QtBot, desk: Desk) -> None:
    code = plan(desk)
    section = checklist(qtbot, desk, code)
    derived = section.fold.items.rows["SC-17"]
    assert not isinstance(derived, AskedItem)
    assert derived.findChildren(QRadioButton) == []
    [fix] = derived.findChildren(QPushButton)
    assert fix.accessibleName().startswith("Fix: ")
    went: list[str] = []
    section.fold.items.fix.connect(lambda hold: went.append(hold.field))
    assert section.fold.go_to("checks.SC-17")
    assert cursor() is fix
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert went == [f"session/{code}/employer_absence.confirmed_by_role"]


def test_whether_the_partner_finds_it_safe_is_asked_for_each_session(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    dialogue = section.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    assert "SC-02" in {each.item for each in dialogue.checks}
    assert row(section, "SC-02").is_open
    press(qtbot, row(section, "SC-02"), "yes")
    assert "SC-02" in {each.item for each in section.session.checks}
    section.close()
    again = checklist(qtbot, desk, section.code)
    press(qtbot, row(again, "SC-02"), "no")  # it can be answered otherwise later
    assert "checks.SC-02" in [each.field.rpartition("/")[2] for each in again.board.readiness.holds]


def test_what_is_asked_before_planning_is_answered_once_for_all_sessions(qtbot: QtBot, desk: Desk) -> None:
    dialogue = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    desk.context.workspace.editing.keep(
        replace(dialogue, checks=tuple(each for each in dialogue.checks if each.item != "SC-08"))
    )
    first, second = plan(desk), plan(desk)
    section = checklist(qtbot, desk, first)
    press(qtbot, row(section, "SC-08"), "yes")
    section.close()
    assert not row(checklist(qtbot, desk, second), "SC-08").is_open


def test_items_of_other_methods_are_not_shown(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    assert {"SC-M3", "SC-M4"}.isdisjoint(section.fold.items.rows)


def test_what_a_field_takes_back_is_told_at_an_answered_item(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, plan(desk))
    press(qtbot, row(section, "SC-16"), "yes")
    section.editor.put(("date",), None)
    settle()
    item = row(section, "SC-16")
    assert item.item.state == "open"
    assert [fix.accessibleName() for fix in item.findChildren(QPushButton)]


def test_an_open_incident_is_told_above_everything(qtbot: QtBot, desk: Desk) -> None:
    code = plan(desk)
    incident = Incident(
        code="INC-09", dialogue_code="D-01", detected_on=date(2026, 4, 19), type="threat",
        against="participants", severity=4,
    )  # fmt: skip
    desk.context.workspace.editing.keep(incident)
    section = checklist(qtbot, desk, code)
    assert section.fold.alarm.isVisible()
    assert "incident" in section.fold.alarm.text()
    desk.context.workspace.editing.keep(replace(incident, status="closed"))
    section.judge()
    assert not section.fold.alarm.isVisible()


def test_conditions_of_the_method_are_ticked_and_taken_back(qtbot: QtBot, desk: Desk) -> None:
    code = plan(desk)
    editing = desk.context.workspace.editing
    assessment = editing.assessment("D-01")
    unsure = replace(assessment.answers, company_commitment="undecided", partner_worker_trust="building")
    editing.keep(replace(assessment, answers=unsure))
    section = checklist(qtbot, desk, code)
    asked = [sentence for sentence, met in section.board.conditions if not met]
    assert len(asked) == 2
    for _ in asked:
        assert section.fold.go_to("conditions.M2")
        assert isinstance(cursor(), QCheckBox)
        qtbot.keyClick(cursor(), Qt.Key.Key_Space)
        settle()
    assert section.board.conditions == tuple((sentence, True) for sentence in asked)
    section.undo()
    assert [met for _, met in section.board.conditions] == [True, False]
    lines = section.fold.conditions.lines
    assert [lines[sentence].box.isChecked() for sentence in asked] == [True, False]


def test_answers_of_a_session_that_was_held_are_shown(qtbot: QtBot, desk: Desk) -> None:
    section = checklist(qtbot, desk, HELD)
    shown = {each.item.id: each.answers.value() for each in section.fold.items.asked if each.answers}
    answered = {item: status for item, status in given(section).items() if item in shown}
    assert answered
    assert shown == answered


def test_a_waiver_that_no_longer_counts_stays_to_be_seen(qtbot: QtBot, desk: Desk) -> None:
    waived = CheckAnswer(
        item="SC-23", status="waived", reason=WHY, by_role="coordinator", at=datetime.now(UTC)
    )
    section = checklist(qtbot, desk, plan(desk, checks=(waived,)))
    item = row(section, "SC-23")
    assert item.item.state == "open"
    assert item.answers is not None
    assert item.answers.value() == "waived"
    assert item.reason.text == WHY
