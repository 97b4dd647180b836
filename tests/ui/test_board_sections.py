"""Transport, pay, employer absence: filled in by keyboard and by mouse, wrong and right, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from fieldkit.model.field import Money
from fieldkit.model.session import Compensation, CostLine, Meal, Trip
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import cursor, field_at, settle, typed
from tests.ui.every_page import clipped, nameless
from tests.ui.on_section import HELD, Section, choose, plan, press, show
from ui.desk import Desk
from ui.fields import LineField
from ui.pages.dialogue.board.absence import AbsenceFold
from ui.pages.dialogue.board.checklist import ChecklistFold
from ui.pages.dialogue.board.compensation import CompensationFold
from ui.pages.dialogue.board.section import BoardFold
from ui.pages.dialogue.board.transport import TransportFold
from ui.reading_order import stops

BUS = Trip(
    leg="both", mode="bus", pick_up_point="market", seats=12, driver_screened="yes", back_before="16:00"
)
WAGES = Compensation(
    basis="lost_wage",
    amount_per_person=Money(minor=45000, currency="INR"),
    headcount=12,
    trace_level="none",
    agreed_with_partner="yes",
    announced_before="yes",
    paid_even_if_leaves="yes",
)
FOLDS: tuple[tuple[str, type[BoardFold]], ...] = (
    ("transport", TransportFold), ("compensation", CompensationFold), ("absence", AbsenceFold),
    ("checklist", ChecklistFold),
)  # fmt: skip


@pytest.fixture
def desk(desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    return desk_of(sample)


def holds(section: Section) -> list[str]:
    """Return the fields that hold the section up."""
    [shown] = [each for each in section.board.sections if each.id == section.fold.section_id]
    return [each.field.removeprefix(f"session/{section.code}/") for each in shown.holds]


def enter(qtbot: QtBot, section: Section, path: str, text: str) -> None:
    """Go to a field, type, and move on."""
    section.go_to(path)
    typed(qtbot, text)
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()


# Transport


def test_ways_are_planned_from_nothing_until_nothing_holds_them_up(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport", plan(desk))
    assert holds(section) == ["trips", "trips"]
    assert section.fold.go_to("trips")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    choose(qtbot, section.go_to("trips[0].leg"), "both")
    choose(qtbot, section.go_to("trips[0].mode"), "bus")
    choose(qtbot, section.go_to("trips[0].pick_up_point"), "market")
    for path in holds(section):
        section.go_to(path)  # each Fix leads to its very field
    enter(qtbot, section, "trips[0].seats", "12")
    enter(qtbot, section, "trips[0].back_before", "1630")
    choose(qtbot, section.go_to("trips[0].driver_screened"), "yes")
    assert holds(section) == []
    assert section.session.trips == (replace(BUS, back_before="16:30"),)


def test_the_workplace_can_be_chosen_and_the_trip_says_why_not(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, trips=(BUS,)))
    choose(qtbot, section.go_to("trips[0].pick_up_point"), "workplace")
    assert holds(section) == ["trips[0].pick_up_point"]
    assert "picked up at their workplace" in section.told()
    section.undo()
    assert "picked up at their workplace" not in section.told()


def test_a_walk_asks_for_no_vehicle_and_what_was_answered_stays(qtbot: QtBot, desk: Desk) -> None:
    trip = Trip(leg="to", mode="walk", pick_up_point="market")
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, trips=(trip,)))
    fields = {path.rpartition(".")[2]: field for path, field in section.fold.lists["trips"].fields.items()}
    asked = ("seats", "vehicle_code", "driver_screened", "back_before")
    assert [name for name in asked if fields[name].isVisible()] == []
    choose(qtbot, fields["mode"], "bus")
    assert [name for name in asked if fields[name].isVisible()] == [
        "seats",
        "vehicle_code",
        "driver_screened",
    ]
    enter(qtbot, section, "trips[0].seats", "14")
    choose(qtbot, fields["mode"], "walk")
    assert fields["seats"].isVisible()
    assert not fields["vehicle_code"].isVisible()


def test_a_new_trip_is_the_way_that_is_missing(desk: Desk, qtbot: QtBot) -> None:
    trip = replace(BUS, leg="to", back_before=None)
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, trips=(trip,)))
    section.fold.lists["trips"].add()
    added = section.session.trips[1]
    assert (added.leg, added.mode, added.pick_up_point, added.seats) == ("back", "bus", "market", 12)
    assert (added.driver_screened, added.back_before) == ("no", None)


def test_a_number_plate_is_no_code(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, trips=(BUS,)))
    enter(qtbot, section, "trips[0].vehicle_code", "RJ 14 CA 2245")
    assert section.session.trips[0].vehicle_code is None
    assert section.go_to("trips[0].vehicle_code").problem


def test_amounts_begin_in_the_currency_of_the_others(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, compensations=(WAGES,), trips=(BUS,)))
    enter(qtbot, section, "trips[0].cost", "1800")
    assert section.session.trips[0].cost == Money(minor=180000, currency="INR")


def test_meals_go_with_the_people_who_come(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport", plan(desk, meals=(Meal(type="tea", persons=15),)))
    assert section.editor.put(("groups", 0, "headcount_planned"), 14)
    persons = section.go_to("meals[0].persons")
    assert isinstance(persons, LineField)
    assert persons.line.text() == "17"


def test_who_else_is_there_is_a_row_each(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport")
    assert section.fold.go_to("present_persons")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    typed(qtbot, "guard of the hall")
    section.editor.flush()
    assert section.session.present_persons[-1].role == "guard of the hall"
    assert section.session.present_persons[-1].screened == "no"
    settle()
    assert "guard of the hall is tied to" in section.told()
    choose(qtbot, section.go_to("present_persons[5].screened"), "yes")
    assert "guard of the hall is tied to" not in section.told()


# Pay


def test_pay_is_planned_from_nothing_until_nothing_holds_it_up(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk))
    assert holds(section) == ["compensations"]
    assert section.fold.go_to("compensations")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert field_at(cursor()).key == "compensations[0].basis"
    for path in holds(section):
        section.go_to(path)
    enter(qtbot, section, "compensations[0].hours", "3,5")
    section.fold.payments.fields["compensations[0].rate"].currency.setCurrentText("INR")
    enter(qtbot, section, "compensations[0].rate", "100")
    choose(qtbot, section.go_to("compensations[0].trace_level"), "none")
    for name in ("agreed_with_partner", "announced_before", "paid_even_if_leaves"):
        choose(qtbot, section.go_to(f"compensations[0].{name}"), "yes")
    assert holds(section) == []
    [pay] = section.session.compensations
    assert (pay.hours, pay.headcount, pay.total) == (Decimal("3.5"), 12, Money(minor=420000, currency="INR"))


def figures(section: Section) -> list[str]:
    return [row.accessibleName() for row in section.fold.payments.table.rows]


def test_the_table_says_what_each_comes_to_and_follows_what_is_typed(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation")
    assert figures(section) == [
        "Lost wages, INR 450, × 26, INR 11,700",
        "Travel costs, INR 60, × 26, INR 1,560",
    ]
    enter(qtbot, section, "compensations[0].headcount", "20")
    assert figures(section)[0] == "Lost wages, INR 450, × 20, INR 9,000"
    assert "INR 10,560" in section.told()
    section.undo()
    assert figures(section)[0] == "Lost wages, INR 450, × 26, INR 11,700"


def test_two_currencies_are_two_totals(qtbot: QtBot, desk: Desk) -> None:
    stipend = replace(WAGES, basis="fixed_stipend", amount_per_person=Money(minor=1050, currency="EUR"))
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES, stipend)))
    told = section.told()
    assert "INR 5,400" in told
    assert "EUR 126" in told


def test_hours_and_rate_are_shown_where_the_amount_is_not_set(qtbot: QtBot, desk: Desk) -> None:
    hourly = replace(
        WAGES, amount_per_person=None, hours=Decimal(4), rate=Money(minor=11250, currency="INR"), headcount=10
    )
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(hourly,)))
    amount = section.go_to("compensations[0].amount_per_person")
    assert amount.findChildren(QLineEdit)[0].placeholderText() == "INR 450"
    assert figures(section) == ["Lost wages, INR 450, × 10, INR 4,500"]
    assert "Only 10 of 12 people are paid" in section.told()


def test_a_row_is_shown_in_full_when_it_is_pressed(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation")
    section.fold.payments.table.rows[1].setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    assert set(section.fold.payments.fields) >= {"compensations[1].method", "compensations[1].basis"}
    assert [row.isChecked() for row in section.fold.payments.table.rows] == [False, True]
    section.go_to("compensations[0].receipt_form")
    assert [row.isChecked() for row in section.fold.payments.table.rows] == [True, False]


def test_what_is_typed_is_kept_when_another_row_is_chosen(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation")
    section.go_to("compensations[0].payer_shown_as")
    typed(qtbot, "the savings group")
    section.fold.payments.pick(1)
    assert [each.payer_shown_as for each in section.session.compensations] == [
        "the savings group",
        "the partner organisation",
    ]


def test_a_way_that_leaves_a_trace_can_be_chosen_and_the_field_says_why_not(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    assert holds(section) == []
    for method in ("bank_transfer", "payroll"):
        choose(qtbot, section.go_to("compensations[0].method"), method)
        assert holds(section) == ["compensations[0].method"]
        assert "the employer could see it" in section.told()
    choose(qtbot, section.go_to("compensations[0].method"), "voucher")
    assert "the employer could see it" not in section.told()


def test_where_nobody_is_paid_only_the_reason_is_asked(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    choose(qtbot, section.go_to("compensations[0].basis"), "none")
    asked = {path for path, field in section.fold.payments.fields.items() if field.isVisible()}
    names = ("basis", "reason", "agreed_with_partner")
    assert asked == {f"compensations[0].{name}" for name in names}
    section.go_to("compensations[0].reason")
    typed(qtbot, "The union asked us not to pay its members.")
    section.editor.flush()
    settle()
    assert holds(section) == []


def test_a_further_payment_is_handed_over_like_the_last_and_nothing_is_agreed(
    qtbot: QtBot, desk: Desk
) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    section.fold.payments.add()
    settle()
    added = section.session.compensations[1]
    assert (added.basis, added.headcount, added.trace_level) == ("travel_refund", 12, "none")
    assert {added.agreed_with_partner, added.announced_before, added.paid_even_if_leaves} == {"no"}
    assert field_at(cursor()).key == "compensations[1].basis"


def test_a_payment_taken_out_comes_back_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation")
    before = section.session
    section.go_to("compensations[1].hours")
    typed(qtbot, "three")
    qtbot.mouseClick(section.fold.payments.table.rows[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(section.fold.payments.form.remove, Qt.MouseButton.LeftButton)
    settle()
    assert section.session.compensations == before.compensations[1:]
    assert section.go_to("compensations[0].hours").problem  # it went along
    assert section.context.messages.last is not None
    assert section.context.messages.last.act is not None
    section.context.messages.last.act()
    settle()
    assert section.session == before
    assert section.go_to("compensations[0].hours").problem == ""
    assert section.go_to("compensations[1].hours").problem


def test_the_last_payment_taken_out_leaves_the_button(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    section.fold.payments.take_out()
    settle()
    assert cursor() is section.fold.payments.add_button
    assert section.fold.payments.fields == {}
    assert holds(section) == ["compensations"]


def test_what_is_no_number_of_hours_is_said_beside_them(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    for text in ("three", "-2", "1.2.3"):
        enter(qtbot, section, "compensations[0].hours", text)
        assert "3.5" in section.go_to("compensations[0].hours").problem
        assert section.session.compensations[0].hours is None


def test_other_costs_are_added_up_and_an_empty_amount_is_none(qtbot: QtBot, desk: Desk) -> None:
    hall = CostLine(item="Hall", amount=Money(minor=120000, currency="INR"))
    code = plan(desk, compensations=(WAGES,), cost_lines=(hall,))
    section = show(qtbot, desk, CompensationFold, "compensation", code)
    assert section.told().endswith("All costs INR 6,600")
    enter(qtbot, section, "cost_lines[0].rate_to_eur", "0,0098")
    enter(qtbot, section, "cost_lines[0].amount", " ")
    assert section.session.cost_lines == (
        replace(hall, amount=Money(minor=0, currency="INR"), rate_to_eur=Decimal("0.0098")),
    )
    assert section.told().endswith("All costs INR 5,400")


# Employer absence


def test_what_belongs_to_the_day_is_asked_once_it_has_come(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, AbsenceFold, "absence", plan(desk))
    for day, shown in ((date(2026, 4, 21), False), (date(2026, 4, 20), True), (date(2026, 5, 9), False)):
        assert section.editor.put(("date",), day)
        assert ("Checked at" in section.told()) is shown
    assert section.editor.put(("status",), "confirmed")  # it falls back, for the rest is open
    assert section.session.status == "planned"


def test_absence_is_confirmed_by_a_role_on_a_day(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, AbsenceFold, "absence", plan(desk))
    assert holds(section) == ["employer_absence.confirmed_by_role"]
    enter(qtbot, section, "employer_absence.confirmed_by_role", "partner's coordinator")
    assert holds(section) == ["employer_absence.confirmed_on"]
    enter(qtbot, section, "employer_absence.confirmed_on", "31-2-2026")
    assert section.go_to("employer_absence.confirmed_on").problem
    enter(qtbot, section, "employer_absence.confirmed_on", "19-4-2026")
    assert holds(section) == []


def test_who_must_not_be_there_is_ticked(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, AbsenceFold, "absence", plan(desk))
    before = section.session.employer_absence.excluded
    [guards] = [each for each in section.findChildren(QCheckBox) if "Security staff" in each.accessibleName()]
    qtbot.mouseClick(guards, Qt.MouseButton.LeftButton)
    assert set(section.session.employer_absence.excluded) == {*before, "security_staff"}
    section.undo()
    assert section.session.employer_absence.excluded == before
    assert not guards.isChecked()


def test_what_was_done_is_asked_where_somebody_came(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, AbsenceFold, "absence", plan(desk, date=date(2026, 4, 20)))
    assert "What was done" not in section.told()
    assert "stays an internal lesson" in section.told()
    choose(qtbot, section.go_to("employer_absence.breach"), "yes")
    assert "What was done" in section.told()
    choose(qtbot, section.go_to("employer_absence.action"), "paused_cleared_continued")
    choose(qtbot, section.go_to("employer_absence.partner_said_yes"), "yes")
    assert not section.session.employer_absence.spoiled


# All of them


@pytest.mark.parametrize(("language", "width"), [("en", 500), ("nl", 808)])
def test_nothing_is_clipped_and_nothing_has_no_name(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace, language: str, width: int
) -> None:
    desk = desk_of(sample, language)
    trips = (replace(BUS, pick_up_point="workplace", seats=0, driver_screened="no"),)
    pay = (replace(WAGES, method="payroll", trace_level="unknown", headcount=3), Compensation(basis="none"))
    planned = plan(desk, trips=trips, meals=(Meal(type=""),), compensations=pay)
    for name, kind in FOLDS:
        for code in (HELD, planned):
            section = show(qtbot, desk, kind, name, code, width)
            assert clipped(section) == [], (name, code)
            assert nameless(section) == [], (name, code)
            section.close()


def test_a_press_opens_and_a_press_folds_without_losing_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, AbsenceFold, "absence", plan(desk))
    section.go_to("employer_absence.confirmed_by_role")
    typed(qtbot, "partner's coordinator")
    section.fold.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    assert not section.fold.is_open
    assert section.session.employer_absence.confirmed_by_role == "partner's coordinator"


def test_a_choice_by_mouse_is_one_step_back(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, TransportFold, "transport")
    before = section.session
    press(qtbot, section.go_to("childcare.arranged"), "no")
    assert section.session.childcare.arranged == "no"
    section.undo()
    assert section.session == before


def test_tab_goes_through_pay_as_one_reads_it(qtbot: QtBot, desk: Desk) -> None:
    section = show(qtbot, desk, CompensationFold, "compensation", plan(desk, compensations=(WAGES,)))
    names = [each.accessibleName().partition(",")[0] for each in stops(section.fold)]
    assert names == [
        "compensation", "Lost wages", "Add a payment", "Take out: Lost wages", "Paid for", "Hours",
        "Rate an hour", "Currency", "Amount a person", "Currency", "People", "None", "Handed over as",
        "Payer shown as", "Receipt", "Yes", "Yes", "Yes", "Add a cost",
    ]  # fmt: skip
