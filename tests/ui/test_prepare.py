from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Assessment
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_desk import CTRL, cursor, field, field_at, in_front, settle, typed
from tests.ui.on_prepare import NEW, answer, answers, dialogue, keep, order, prepare, texts, view_of
from ui.desk import Desk
from ui.fields import ChoiceField, Field, LineField, ManyField, NumberField, TextField
from ui.pages.dialogue.prepare import PrepareStep
from ui.pages.dialogue.safety import SafetyFold
from ui.parts.fold import Fold
from ui.parts.segments import Segments
from ui.places import Place


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return in_front(qtbot, desk_of(sample))


def test_an_answer_ranks_the_methods_anew_and_the_cursor_stays(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk)
    before = order(step)
    asked = answer(qtbot, step, "union_in_region", "yes")
    assert answers(desk).union_in_region == "yes"
    assert order(step) != before
    advice = desk.context.workspace.preparing.advice(answers(desk), desk.context.words, "D-01")
    assert order(step) == [card.method for card in advice.cards]
    assert field_at(cursor()) is asked


def test_the_cards_are_those_the_workspace_would_print_after_any_answers(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk)
    for name, value in (
        ("supplier_union_attitude", "unknown"),
        ("women_position_barrier", "none"),
        ("ngo_space", "closed"),
    ):
        answer(qtbot, step, name, value)
        advice = desk.context.workspace.preparing.advice(answers(desk), desk.context.words, "D-01")
        assert order(step) == [card.method for card in advice.cards]
        for card in advice.cards:
            assert card.title in texts(view_of(step, card.method))


def test_a_question_appears_only_where_it_applies_and_keeps_its_answer_while_it_is_hidden(
    qtbot: QtBot, desk: Desk
) -> None:
    step = prepare(desk)
    answer(qtbot, step, "union_at_site", "yes")
    asked = field(step, "answers.union_legitimacy", ChoiceField)
    assert asked.isVisible()
    answer(qtbot, step, "union_legitimacy", "yellow")
    answer(qtbot, step, "union_at_site", "no")
    assert not asked.isVisible()
    answer(qtbot, step, "union_at_site", "yes")
    assert asked.isVisible()
    assert asked.segments is not None
    assert asked.segments.value() == "yellow"


def test_questions_stand_in_the_order_they_are_asked(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk)
    answer(qtbot, step, "union_at_site", "yes")
    sections = desk.context.workspace.preparing.questions(answers(desk), desk.context.words)
    asked = next([each.field for each in section.questions] for section in sections if section.id == "Q1")
    fields = [each for each in step.findChildren(ChoiceField) if each.isVisible() and each.path[-1] in asked]
    fields.sort(key=lambda each: each.mapTo(step, each.rect().topLeft()).y())
    assert [each.path[-1] for each in fields] == asked


def test_a_number_re_ranks_and_its_section_sums_it_up(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk, field="pct_women")
    typed(qtbot, "61")
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    settle()
    assert answers(desk).pct_women == 61
    headers = [
        each.accessibleName() for each in step.findChildren(QWidget) if "61 % women" in each.accessibleName()
    ]
    assert headers


def test_it_begins_with_the_first_question_that_is_not_answered(desk: Desk) -> None:
    desk.context.keep(NEW)
    prepare(desk, "D-99")
    asked = field_at(cursor())
    assert asked.key.startswith("answers.")
    assert getattr(answers(desk, "D-99"), str(asked.path[-1])) == "unknown"


def test_one_primary_button_on_the_page(desk: Desk) -> None:
    prepare(desk)
    assert desk.page is not None
    primary = [
        each
        for each in desk.page.findChildren(QPushButton)
        if each.property("kind") == "primary" and each.isVisible()
    ]
    assert len(primary) <= 1
    keep(desk, purpose="")
    prepare(desk)
    primary = [
        each
        for each in desk.page.findChildren(QPushButton)
        if each.property("kind") == "primary" and each.isVisible()
    ]
    assert len(primary) == 1


def test_a_barrier_that_is_there_asks_for_a_measure_and_one_that_is_not_asks_nothing(
    qtbot: QtBot, desk: Desk
) -> None:
    keep(desk, barriers={})
    step = prepare(desk, field="barriers.culture")
    rating = field(step, "barriers.culture.level", ChoiceField)
    measure = field(step, "barriers.culture.measure", TextField)
    assert field_at(cursor()) is rating
    assert not measure.isVisible()
    rating.choose("strong")
    assert measure.isVisible()
    measure.setFocus()
    typed(qtbot, "Let the partner open the talk")
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    kept_rating = desk.context.workspace.editing.assessment("D-01").barriers["culture"]
    assert (kept_rating.level, kept_rating.measure) == ("strong", "Let the partner open the talk")


def test_forms_of_reprisal_are_asked_where_reprisal_is_there(desk: Desk) -> None:
    keep(desk, barriers={})
    step = prepare(desk, field="barriers.reprisal")
    forms = field(step, "barriers.reprisal.forms", ManyField)
    assert not forms.isVisible()
    field(step, "barriers.reprisal.level", ChoiceField).choose("some")
    assert forms.isVisible()
    forms.findChildren(QCheckBox)[0].click()
    assert desk.context.workspace.editing.assessment("D-01").barriers["reprisal"].forms


def test_rights_and_the_decision_are_kept(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, rights=(), decision_owner_role="")
    step = prepare(desk, field="rights")
    field(step, "rights", ManyField).findChildren(QCheckBox)[1].click()
    assert len(desk.context.workspace.editing.assessment("D-01").rights) == 1
    step.go_to_field("decision_owner_role")
    typed(qtbot, "head of purchasing")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert dialogue(desk).decision_owner_role == "head of purchasing"


def test_sc_01_and_sc_02_are_answered_with_role_and_moment(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, checks=())
    step = prepare(desk, field="checks.SC-01")
    [fold] = step.findChildren(SafetyFold)
    harm, contact = fold.findChildren(Segments)
    assert harm.isAncestorOf(cursor())
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    contact.pick("no")
    given = {check.item: check for check in dialogue(desk).checks}
    assert (given["SC-01"].status, given["SC-02"].status) == ("yes", "no")
    assert all(check.by_role and check.at for check in given.values())
    assert "1 of 2 settled" in texts(fold)


def test_everything_is_there_after_locking_and_opening_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path, setup: Setup
) -> None:
    desk.context.keep(NEW)
    step = prepare(desk, "D-99")
    answer(qtbot, step, "union_at_site", "yes")
    step.go_to_field("pct_women")
    typed(qtbot, "120")
    step.go_to_field("barriers.language")
    field(step, "barriers.language.level", ChoiceField).choose("strong")
    step.go_to_field("rights")
    field(step, "rights", ManyField).findChildren(QCheckBox)[0].click()
    step.go_to_field("decision_owner_role")
    typed(qtbot, "head of purchasing")
    step.go_to_field("checks.SC-01")
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    window = desk.window()
    window.lock()  # type: ignore[attr-defined]
    settle()
    workspace = Workspace.open(tmp_path / "sample.fieldkit", "a quiet river at dusk", setup)
    window.enter(workspace)  # type: ignore[attr-defined]
    again = window.desk  # type: ignore[attr-defined]
    assert isinstance(again, Desk)
    step = prepare(again, "D-99", "pct_women")
    assert answers(again, "D-99").union_at_site == "yes"
    number = field(step, "answers.pct_women", NumberField)
    assert number.line.text() == "120"
    assert number.problem
    assessment = workspace.editing.find(Assessment, "D-99")
    assert assessment is not None
    assert assessment.barriers["language"].level == "strong"
    assert len(assessment.rights) == 1
    step.go_to_field("decision_owner_role")
    assert field(step, "decision_owner_role", LineField).line.text() == "head of purchasing"
    assert [check.item for check in dialogue(again, "D-99").checks] == ["SC-01"]


def test_taking_back_the_first_answer_shows_the_question_unanswered(qtbot: QtBot, desk: Desk) -> None:
    desk.context.keep(NEW)
    step = prepare(desk, "D-99")
    asked = answer(qtbot, step, "union_at_site", "yes")
    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    settle()
    assert asked.segments is not None
    assert asked.segments.value() == "unknown"
    assert answers(desk, "D-99").union_at_site == "unknown"


def test_every_answer_of_every_question_can_be_given_and_none_breaks_the_page(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.context.keep(NEW)
    step = prepare(desk, "D-99")
    for fold in step.findChildren(Fold):
        fold.open()
    settle()
    for asked in [each for each in step.findChildren(ChoiceField) if each.path[0] == "answers"]:
        for value in asked._values:
            if value != "na":
                asked.choose(value)
        if asked.path[-1] == "imminent_harm":
            asked.choose("no")
    settle()
    assert order(step)
    assert not [each.problem for each in step.findChildren(Field) if each.problem]


def test_two_visits_are_one_page(desk: Desk) -> None:
    step = prepare(desk)
    desk.go(Place("dialogue", "D-01", "prepare", "purpose"))
    settle()
    assert desk.findChildren(PrepareStep) == [step]
    assert field_at(cursor()).key == "purpose"
