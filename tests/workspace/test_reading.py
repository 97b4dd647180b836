"""What somebody typed becomes a value, or one sentence about what was expected."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.errors import InvalidValue
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Money
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.supply import Supplier
from fieldkit.text import catalogue, explain
from fieldkit.workspace.days import read_day, read_month
from fieldkit.workspace.reading import read, read_money, written

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
