from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue, MethodUse
from fieldkit.model.partner import Agreement
from fieldkit.model.supply import Site, Supplier
from fieldkit.model.vocabulary import Barrier
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.preparing import SpokenHold
from tests.guide.method_samples import SCENARIOS
from tests.ui.at_the_desk import CTRL, cursor, field, field_at, go, in_front, settle, typed
from ui.desk import Desk
from ui.fields import ChoiceField, Field, LineField, ManyField, NumberField, TextField
from ui.pages.dialogue.advice import AdviceColumn
from ui.pages.dialogue.calm import AcuteStop, NoSafeMethod, Start
from ui.pages.dialogue.choosing import Choosing
from ui.pages.dialogue.method_card import MethodView
from ui.pages.dialogue.prepare import PrepareStep
from ui.pages.dialogue.readiness import ReadinessColumn
from ui.pages.dialogue.safety import SafetyFold
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.places import Place

NEW = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return in_front(qtbot, desk_of(sample))


def prepare(desk: Desk, code: str = "D-01", field: str = "") -> PrepareStep:
    """Open the step anew, as it is found in the file."""
    go(desk, "library")
    go(desk, "dialogue", code, "prepare", field)
    [step] = desk.findChildren(PrepareStep)
    return step


def keep(desk: Desk, code: str = "D-01", **changes: Any) -> None:
    """Change a dialogue or its assessment before it is opened."""
    editing = desk.context.workspace.editing
    dialogue, assessment = editing.find(Dialogue, code), editing.assessment(code)
    assert dialogue is not None
    of_dialogue = {name: value for name, value in changes.items() if name in Dialogue.__struct_fields__}
    others = {name: value for name, value in changes.items() if name not in of_dialogue}
    editing.keep(replace(dialogue, **of_dialogue), replace(assessment, **others))


def dialogue(desk: Desk, code: str = "D-01") -> Dialogue:
    found = desk.context.workspace.editing.find(Dialogue, code)
    assert found is not None
    return found


def answers(desk: Desk, code: str = "D-01") -> Answers:
    return desk.context.workspace.editing.assessment(code).answers


def answer(qtbot: QtBot, step: PrepareStep, name: str, value: str) -> ChoiceField:
    """Give an answer with the keyboard, opening the section it stands in."""
    step.go_to_field(name)
    settle()
    asked = field(step, f"answers.{name}", ChoiceField)
    assert asked.segments is not None
    target = next(
        each for each in asked.segments.findChildren(QWidget) if getattr(each, "value", None) == value
    )
    target.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    settle()
    assert asked.segments.value() == value
    return asked


def order(step: PrepareStep) -> list[str]:
    """Return the methods as they stand on the page, from the top."""
    [advice] = step.findChildren(AdviceColumn)
    return [view.method for view in advice.findChildren(MethodView) if view.isVisibleTo(step)]


def view_of(step: PrepareStep, method: str) -> MethodView:
    [view] = [
        each for each in step.findChildren(MethodView) if each.method == method and each.isVisibleTo(step)
    ]
    return view


def choosing(step: PrepareStep) -> Choosing:
    [form] = [each for each in step.findChildren(Choosing) if each.isVisibleTo(step)]
    return form


def button(root: QWidget, words: str) -> Button:
    [only] = [each for each in root.findChildren(Button) if each.words == words and each.isVisible()]
    return only


def texts(root: QWidget) -> str:
    return " ".join(each.text() for each in root.findChildren(Label) if each.isVisible())


def hold(desk: Desk, code: str, sentence: str) -> SpokenHold:
    """Return the one thing of this kind that holds a dialogue up."""
    readiness = desk.context.workspace.preparing.readiness(code, desk.context.words)
    return next(each for each in readiness.holds if each.act == sentence)


def press_fix(qtbot: QtBot, desk: Desk, wanted: SpokenHold) -> None:
    [column] = desk.findChildren(ReadinessColumn)
    name = f"Fix: {wanted.text}"
    [fix] = [
        each
        for each in column.findChildren(QPushButton)
        if each.accessibleName() == name and each.isVisible()
    ]
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    settle()


# Answering.


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


# The other sections.


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


# Every Fix link puts the cursor in the very field.

TWO_SITES = {"answers": replace(Answers(), scale="single"), "site_code": None}
LEADS = MethodUse(method="M2", role="lead", partner_code="PA-01")


FIXES: dict[str, tuple[dict[str, Any], str]] = {
    "Say who speaks for workers": ({"answers": Answers()}, "answers.foa_status"),
    "Say which customs matter": ({"answers": Answers()}, "answers.women_position_barrier"),
    "Say who works there": ({"answers": Answers()}, "answers.pct_"),
    "Say whom you trust": ({"answers": Answers()}, "answers."),
    "Choose the site": (TWO_SITES, "site_code"),
    "Rate the barriers": ({"barriers": {}}, "barriers.reprisal.level"),
    "Choose rights at risk": ({"rights": ()}, "rights"),
    "Write down the reason": ({"purpose": ""}, "purpose"),
    "Write down the decision": ({"decision_to_inform": ""}, "decision_to_inform"),
    "Say who decides": ({"decision_owner_role": ""}, "decision_owner_role"),
    "Set the date of the decision": ({"decision_due": None}, "decision_due"),
}


@pytest.mark.parametrize("act", FIXES)
def test_fix_puts_the_cursor_in_the_field_that_holds_it_up(qtbot: QtBot, desk: Desk, act: str) -> None:
    changes, key = FIXES[act]
    supplier = desk.context.workspace.editing.find(Supplier, "SUP-03")
    assert supplier is not None
    desk.context.keep(replace(supplier, sites=(*supplier.sites, Site(code="SITE-99", name="Another"))))
    keep(desk, **changes)
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", act))
    asked = field_at(cursor())
    assert asked.key.startswith(key)
    assert not cursor().visibleRegion().isEmpty()
    assert step.isAncestorOf(asked)


def test_fix_of_a_barrier_without_a_measure_goes_to_its_measure(qtbot: QtBot, desk: Desk) -> None:
    rated = desk.context.workspace.editing.assessment("D-01").barriers
    bare: dict[Barrier, BarrierRating] = {
        **{name: replace(each, level="none") for name, each in rated.items()},
        "culture": BarrierRating(level="strong"),
    }
    keep(desk, barriers=bare)
    prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Plan a measure"))
    assert field_at(cursor()).key == "barriers.culture.measure"
    assert not cursor().visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("act", "item"), [("Weigh harm and benefit", 0), ("Ask the partner if it is safe", 1)]
)
def test_fix_of_a_safety_item_goes_to_its_answer(qtbot: QtBot, desk: Desk, act: str, item: int) -> None:
    keep(desk, checks=())
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", act))
    [fold] = step.findChildren(SafetyFold)
    assert fold.findChildren(Segments)[item].isAncestorOf(cursor())
    assert not cursor().visibleRegion().isEmpty()


def test_fix_without_a_method_opens_the_choice_of_the_first(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Choose a method"))
    assert view_of(step, order(step)[0]).isAncestorOf(cursor())
    assert choosing(step).isAncestorOf(cursor())
    assert not cursor().visibleRegion().isEmpty()


def test_fix_without_a_lead_opens_the_choice_of_the_first(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=(replace(LEADS, role="breadth"),))
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Choose who leads"))
    assert choosing(step).isAncestorOf(cursor())


def test_fix_without_a_reason_goes_to_the_reason(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=(MethodUse(method="M1", role="lead"),))
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Write down why"))
    assert isinstance(cursor(), QPlainTextEdit)
    assert view_of(step, "M1").isAncestorOf(cursor())


def test_fix_without_a_partner_goes_to_the_partner(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=(replace(LEADS, partner_code=None),))
    prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Name the partner"))
    assert cursor().accessibleName() == "Through whom"


def test_fix_of_a_chosen_method_that_is_off_opens_it_so_that_it_can_be_dropped(
    qtbot: QtBot, desk: Desk
) -> None:
    keep(desk, method_uses=(MethodUse(method="M5", role="lead", deviation_reason="so"),))
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Choose another method"))
    assert view_of(step, "M5").isAncestorOf(cursor())
    qtbot.mouseClick(button(choosing(step), "Do not use it"), Qt.MouseButton.LeftButton)
    assert dialogue(desk).method_uses == ()


@pytest.mark.parametrize(("changes", "act"), [
    ({"no_interference": "no"}, "Agree on the partner's freedom"),
    ({"partner_code": "PA-02"}, "Make an agreement"),
])  # fmt: skip
def test_fix_of_an_agreement_leads_to_the_partners(
    qtbot: QtBot, desk: Desk, changes: dict[str, str], act: str
) -> None:
    editing = desk.context.workspace.editing
    for agreement in editing.all(Agreement):
        if agreement.partner_code == "PA-01":
            editing.keep(replace(agreement, **changes))
    keep(desk, method_uses=(LEADS,))
    prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", act))
    assert desk.page is not None
    assert desk.page.place.part == "partners"


def test_fix_at_the_acute_stop_shows_the_calm_screen_from_its_start(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC9"])
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Protect people first"))
    [screen] = step.findChildren(AcuteStop)
    assert screen.isVisible()
    assert isinstance(cursor(), Start)
    assert not cursor().visibleRegion().isEmpty()


def test_fix_without_a_safe_method_shows_what_can_be_done_instead(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC7"], method_uses=())
    step = prepare(desk)
    press_fix(qtbot, desk, hold(desk, "D-01", "Look for a safe way"))
    [screen] = step.findChildren(NoSafeMethod)
    assert screen.isAncestorOf(cursor())
    assert not cursor().visibleRegion().isEmpty()


def test_the_button_of_the_head_goes_to_the_first_thing(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, decision_due=None)
    prepare(desk)
    assert desk.page is not None
    qtbot.mouseClick(button(desk.page, "Set the date of the decision"), Qt.MouseButton.LeftButton)
    settle()
    assert field_at(cursor()).key == "decision_due"
    typed(qtbot, "1-9-2026")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert not [
        each
        for each in desk.page.findChildren(Button)
        if each.words == "Set the date of the decision" and each.isVisible()
    ]


# Choosing a method.


def test_the_first_method_is_chosen_with_a_role_and_a_partner_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=(), partner_codes=())
    step = prepare(desk)
    first = order(step)[0]
    button(view_of(step, first), "Choose this method").setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    form = choosing(step)
    assert form.isAncestorOf(cursor())
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    qtbot.keyClick(cursor(), Qt.Key.Key_Down)
    qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    assert cursor() is button(form, "Choose it")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    [use] = dialogue(desk).method_uses
    assert (use.method, use.role, use.partner_code) == (first, "lead", "PA-01")
    assert "Takes the lead" in texts(view_of(step, first)) or button(view_of(step, first), "Change")
    assert cursor() is button(view_of(step, first), "Change")
    assert not [each for each in step.findChildren(Choosing) if each.isVisible()]


def test_a_deviation_asks_for_a_reason_and_is_refused_without(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view = view_of(step, "M1")
    view.choose()
    form = choosing(step)
    why = form.findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    assert why.isVisible()
    qtbot.mouseClick(button(form, "Choose it"), Qt.MouseButton.LeftButton)
    assert dialogue(desk).method_uses == ()
    assert "write down why" in texts(form)
    why.setFocus()
    typed(qtbot, "The union asked us to")
    qtbot.mouseClick(button(form, "Choose it"), Qt.MouseButton.LeftButton)
    [use] = dialogue(desk).method_uses
    assert use.deviation_reason == "The union asked us to"


def test_a_supporting_role_needs_no_reason(desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view_of(step, "M1").choose()
    form = choosing(step)
    why = form.findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    form.findChildren(Segments)[0].pick("breadth")
    assert not why.isVisible()
    button(form, "Choose it").click()
    assert [(use.method, use.role) for use in dialogue(desk).method_uses] == [("M1", "breadth")]


def test_a_method_that_is_not_available_offers_no_choice(desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    off = view_of(step, "M5")
    assert "Not available" in " ".join(each.accessibleName() for each in off.findChildren(QWidget))
    assert [each.words for each in off.findChildren(Button) if "Choose" in each.words] == []


def test_a_choice_that_is_open_keeps_what_was_typed_while_the_methods_change_places(
    qtbot: QtBot, desk: Desk
) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    view_of(step, "M1").choose()
    why = choosing(step).findChild(QPlainTextEdit)
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("The union asked us to")
    before = order(step)
    answer(qtbot, step, "union_in_region", "yes")
    assert order(step) != before
    form = choosing(step)
    assert view_of(step, "M1").isAncestorOf(form)
    still = form.findChild(QPlainTextEdit)
    assert isinstance(still, QPlainTextEdit)
    assert still.toPlainText() == "The union asked us to"


def test_choosing_can_be_taken_back_with_ctrl_z(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, method_uses=())
    step = prepare(desk)
    first = order(step)[0]
    view_of(step, first).choose()
    button(choosing(step), "Choose it").click()
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Z, CTRL)
    settle()
    assert dialogue(desk).method_uses == ()
    assert button(view_of(step, first), "Choose this method")


def test_leaving_the_choice_as_it_is_changes_nothing(desk: Desk) -> None:
    step = prepare(desk)
    before = dialogue(desk).method_uses
    view_of(step, order(step)[0]).choose()
    button(choosing(step), "Leave it as it is").click()
    settle()
    assert dialogue(desk).method_uses == before
    assert not [each for each in step.findChildren(Choosing) if each.isVisible()]


def test_more_reasons_are_shown_on_request_and_the_cursor_stays(qtbot: QtBot, desk: Desk) -> None:
    step = prepare(desk)
    view = view_of(step, order(step)[0])
    [more] = [each for each in view.findChildren(Button) if each.words.endswith("more reasons")]
    before = len(texts(view))
    more.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert len(texts(view)) > before
    assert cursor() is button(view, "Fewer reasons")


# No safe method; the acute stop; the paths.


def test_without_a_safe_method_the_page_says_so_and_nothing_can_be_chosen_sc7(desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC7"], method_uses=())
    step = prepare(desk)
    [screen] = step.findChildren(NoSafeMethod)
    assert "No session can be planned" in texts(screen)
    assert "20 October 2026" in texts(screen)
    available = [
        view for view in step.findChildren(MethodView) if view.isVisible() and "Choose" in texts(view)
    ]
    assert available == []
    view_of(step, "M2").choose()
    button(choosing(step), "Choose it").click()
    assert dialogue(desk).method_uses == ()
    assert "no safe method" in texts(choosing(step)).lower()


def test_a_safe_method_again_takes_the_warning_away(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, answers=SCENARIOS["SC7"])
    step = prepare(desk)
    answer(qtbot, step, "partner_worker_trust", "established")
    assert desk.context.workspace.preparing.advice(answers(desk), desk.context.words).outcome == "ok"
    assert [each for each in step.findChildren(NoSafeMethod) if each.isVisible()] == []


def test_danger_stops_everything_at_once_and_starts_the_clock_p3(
    qtbot: QtBot, make_window: Callable[..., Any], tmp_path: Path, setup: Setup
) -> None:
    moment = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
    at_half_past = replace_clock(setup, moment)
    workspace = Workspace.create(tmp_path / "clock.fieldkit", "a", at_half_past, sample=True)
    window = make_window()
    window.enter(workspace)
    desk = in_front(qtbot, window.desk)
    step = prepare(desk)
    step.go_to_field("imminent_harm")
    asked = field(step, "answers.imminent_harm", ChoiceField)
    asked.choose("yes")
    settle()
    [screen] = step.findChildren(AcuteStop)
    assert screen.isVisible()
    assert isinstance(cursor(), Start)
    assert f"20 April at {moment.astimezone():%H:%M}" in texts(screen)
    assert "24 hours" in texts(screen)
    assert workspace.preparing.danger_since("D-01") == moment
    assert not [each for each in step.findChildren(MethodView) if each.isVisible()]
    qtbot.mouseClick(button(screen, "Nobody is in danger now"), Qt.MouseButton.LeftButton)
    settle()
    assert not screen.isVisible()
    assert answers(desk).imminent_harm == "no"
    assert workspace.preparing.danger_since("D-01") is None
    assert field_at(cursor()) is asked
    assert asked.segments is not None
    assert asked.segments.value() == "no"


def replace_clock(setup: Setup, moment: datetime) -> Setup:
    return Setup(
        cost=setup.cost, state_folder=setup.state_folder, data_folder=setup.data_folder, today=setup.today,
        clock=lambda: moment,
    )  # fmt: skip


def test_nothing_answered_is_lost_at_the_acute_stop_and_enter_does_not_leave_it(
    qtbot: QtBot, desk: Desk
) -> None:
    step = prepare(desk)
    before = answers(desk)
    step.go_to_field("imminent_harm")
    field(step, "answers.imminent_harm", ChoiceField).choose("yes")
    settle()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    assert answers(desk) == replace(before, imminent_harm="yes")
    [screen] = step.findChildren(AcuteStop)
    assert screen.isVisible()


def test_path_steps_are_ticked_off_and_still_are_when_one_comes_back(desk: Desk) -> None:
    step = prepare(desk)
    boxes = [box for box in step.findChildren(QCheckBox) if "federation" in box.accessibleName()]
    assert boxes
    before = boxes[0].isChecked()
    boxes[0].click()
    step = prepare(desk)
    again = next(box for box in step.findChildren(QCheckBox) if "federation" in box.accessibleName())
    assert again.isChecked() != before


# Kept.


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
