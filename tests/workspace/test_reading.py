"""What somebody typed becomes a value, or one sentence about what was expected."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.errors import InvalidValue
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Money
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import Session
from fieldkit.model.supply import Supplier
from fieldkit.text import catalogue, explain
from fieldkit.workspace.days import read_day, read_month
from fieldkit.workspace.reading import read, read_clock, read_money, written

WOMEN = ("answers", "pct_women")


@pytest.mark.parametrize(
    ("typed", "share"), [("35", 35), (" 35 % ", 35), ("35%", 35), ("", None), ("  ", None)]
)
def test_a_share_is_read_as_people_write_it(typed: str, share: int | None) -> None:
    assert read(Assessment, WOMEN, typed) == share


@pytest.mark.parametrize(
    ("typed", "code"),
    [("350", "number_at_most"), ("-4", "number_at_least"), ("many", "not_a_number"), ("3.5", "not_a_number")],
)
def test_an_impossible_share_is_told_with_what_was_expected(typed: str, code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read(Assessment, WOMEN, typed)
    assert (refused.value.code, refused.value.data["path"]) == (code, "answers.pct_women")
    assert explain("errors", code, refused.value.data, catalogue("nl"))


def test_a_number_may_be_grouped() -> None:
    assert read(Partner, ("years_active",), "1.250") == 1250


@pytest.mark.parametrize(
    "typed", ["2026-02-14", "14-2-2026", "14/02/2026", "14 feb 2026", "14 February 2026", "14 februari 2026"]
)
def test_a_day_is_read_in_any_usual_way(typed: str) -> None:
    assert read(Dialogue, ("decision_due",), typed) == date(2026, 2, 14)


@pytest.mark.parametrize("typed", ["31-02-2026", "14-2-26", "soon", "14 xyz 2026", "2026-13-01"])
def test_a_day_that_is_none_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read(Dialogue, ("decision_due",), typed)
    assert refused.value.code == "not_a_day"


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["en", "nl"]))
def test_a_day_that_is_shown_is_read_back_as_it_was(day: date, language: str) -> None:
    assert read_day(written(day, catalogue(language))) == day


def test_a_month_is_read_in_any_usual_way() -> None:
    assert {read_month(typed) for typed in ("2026-02", "02-2026", "feb 2026", "februari 2026")} == {"2026-02"}


@pytest.mark.parametrize(
    ("typed", "minor"), [("1250", 125000), ("1.250,50", 125050), ("1,250.5", 125050), ("1 250", 125000)]
)
def test_an_amount_is_read_as_people_write_it(typed: str, minor: int) -> None:
    assert read_money(typed, "EUR", ("budget",)) == Money(minor=minor, currency="EUR")


def test_the_month_of_a_workforce_is_read_in_any_usual_way_too() -> None:
    assert read(Supplier, ("sites", 0, "workforce_groups", 0, "as_of"), "feb 2026") == "2026-02"


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9", "09:00"), ("09", "09:00"), ("930", "09:30"), ("0930", "09:30"), ("9.30", "09:30"),
        ("9:30", "09:30"), (" 09:30 ", "09:30"), ("9,30", "09:30"), ("9h30", "09:30"), ("9u30", "09:30"),
        ("9 uur", "09:00"), ("9.30 uur", "09:30"), ("9 u", "09:00"), ("14", "14:00"), ("1415", "14:15"),
        ("9 pm", "21:00"), ("9.30 PM", "21:30"), ("12 am", "00:00"), ("12 p.m.", "12:00"), ("0:05", "00:05"),
        ("23:59", "23:59"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_in_any_usual_way(typed: str, clock: str) -> None:
    assert read(Session, ("start",), typed) == clock


@pytest.mark.parametrize(
    "typed", ["24:00", "9:60", "9:5", "13 pm", "0 am", "noon", "9.30.15", "99", "-9", "٩", "12345", "9::30"]
)
def test_what_is_no_time_of_day_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read(Session, ("trips", 1, "back_before"), typed)
    assert (refused.value.code, refused.value.data["path"]) == ("not_a_clock", "trips[1].back_before")
    assert "9:30" in explain("errors", refused.value.code, refused.value.data, catalogue("nl"))


def test_no_time_of_day_is_an_answer_where_none_is_needed() -> None:
    assert read(Session, ("start",), "  ") is None


@given(st.times())
def test_a_time_of_day_that_is_shown_is_read_back_as_it_was(time: time) -> None:
    assert read_clock(written(f"{time:%H:%M}", catalogue("en"))) == f"{time:%H:%M}"


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_time_of_day_or_none(typed: str) -> None:
    read = read_clock(typed)
    assert read is None or ("00:00" <= read <= "23:59" and len(read) == 5)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("3,5", "3.5"), ("3.5", "3.5"), (" 4 ", "4"), (",5", "0.5"), ("0.000036", "0.000036")],
)
def test_a_part_of_an_hour_is_read_with_a_point_or_a_comma(typed: str, hours: str) -> None:
    read_hours = read(Session, ("compensations", 0, "hours"), typed)
    assert read_hours == Decimal(hours)
    assert written(read_hours, catalogue("en")) == hours


@pytest.mark.parametrize("typed", ["three", "3.5.1", "-2", "1e5", "NaN", ".", "3,", "٣", "9" * 40])
def test_what_is_no_number_of_hours_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read(Session, ("compensations", 0, "hours"), typed)
    assert refused.value.code == "not_a_decimal"
    assert refused.value.data["path"] == "compensations[0].hours"


@given(st.decimals(0, 999_999, places=4))
def test_hours_that_are_shown_are_read_back_as_they_were(hours: Decimal) -> None:
    assert read(Session, ("compensations", 0, "hours"), written(hours, catalogue("nl"))) == hours


def test_an_amount_needs_its_currency_and_nothing_is_no_amount() -> None:
    assert read_money("  ", "", ("budget",)) is None
    with pytest.raises(InvalidValue, match="currency_missing"):
        read_money("5", "", ("budget",))
    with pytest.raises(InvalidValue, match="not_an_amount"):
        read_money("five", "EUR", ("budget",))


def test_a_list_is_read_line_by_line_and_ticks_as_they_stand() -> None:
    assert read(Supplier, ("aliases",), " Kiem \n\nKiem BV\n") == ("Kiem", "Kiem BV")
    assert read(Dialogue, ("theme_ids",), ["T01", "T05"]) == ("T01", "T05")


def test_half_a_letter_from_a_paste_is_replaced_by_the_sign_for_it() -> None:
    assert read(Agreement, ("exit_terms",), "a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"


@given(st.text(max_size=400))
def test_any_line_is_kept_as_typed_or_told_to_be_too_long(typed: str) -> None:
    if len(typed) > 300:
        with pytest.raises(InvalidValue, match="text_too_long"):
            read(Supplier, ("name",), typed)
    else:
        assert read(Supplier, ("name",), typed) == typed


@pytest.mark.parametrize("typed", ["0.125", "1.2505", "1234.567", "9" * 5000])
def test_what_could_be_two_amounts_or_none_is_not_guessed(typed: str) -> None:
    with pytest.raises(InvalidValue, match="not_an_amount"):
        read_money(typed, "EUR", ("budget",))


def test_a_per_cent_sign_belongs_to_a_share_alone() -> None:
    with pytest.raises(InvalidValue, match="not_a_number"):
        read(Partner, ("years_active",), "35 %")
