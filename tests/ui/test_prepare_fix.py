from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import BarrierRating, MethodUse
from fieldkit.model.partner import Agreement
from fieldkit.model.supply import Site, Supplier
from fieldkit.model.vocabulary import Barrier
from fieldkit.workspace import Workspace
from tests.guide.method_samples import SCENARIOS
from tests.ui.at_the_desk import cursor, field_at, in_front, settle, typed
from tests.ui.on_prepare import (
    button,
    choosing,
    dialogue,
    hold,
    keep,
    order,
    prepare,
    press_fix,
    view_of,
)
from ui.desk import Desk
from ui.pages.dialogue.calm import AcuteStop, NoSafeMethod, Start
from ui.pages.dialogue.safety import SafetyFold
from ui.parts.buttons import Button
from ui.parts.segments import Segments


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return in_front(qtbot, desk_of(sample))


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
