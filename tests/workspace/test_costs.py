"""The table of costs: what it adds up, and what it never holds."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from fieldkit.errors import WrongUse
from fieldkit.model.field import Money, Record
from fieldkit.model.session import (
    Childcare,
    Compensation,
    CostLine,
    Interpreter,
    Meal,
    Session,
    Trip,
)
from fieldkit.model.supply import Site, Supplier
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace.costs import Costs
from tests.store.workspaces import ROLE, dialogue

EN, NL = catalogue("en"), catalogue("nl")
SUPPLIER = Supplier(
    code="SUP-03", name="Silver Quay", country="IN", sites=(Site(code="SITE-03b", name="Upper yard"),)
)
Rows = list[tuple[Any, ...]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "state"
    with Store.create(tmp_path / "case.fieldkit", "phrase", cost=WEAKEST, state_folder=folder) as store:
        save(store, SUPPLIER, dialogue(), dialogue("D-02"))
        yield store


def save(store: Store, *kept: Record) -> None:
    with store.transaction():
        for record in kept:
            store.save(record, by_role=ROLE)


def session(code: str = "CC-1", **more: Any) -> Session:
    usual: dict[str, Any] = {"dialogue_code": "D-01", "method": "M2", "date": date(2026, 2, 14)}
    return Session(code=code, **usual | more)


def inr(units: int) -> Money:
    return Money(minor=units * 100, currency="INR")


def table(store: Store, code: str | None = None, words: Any = EN) -> tuple[Rows, Rows]:
    """The rows of both sheets, below their headings."""
    book = load_workbook(io.BytesIO(Costs(store, role=ROLE).table(code, words)))
    lines, totals = (list(sheet.values)[1:] for sheet in book.worksheets)
    return lines, totals


def test_every_cost_of_a_session_has_its_line(store: Store) -> None:
    trip = Trip(leg="to", mode="bus", pick_up_point="market", cost=inr(1_800))
    interpreter = Interpreter(code="Int-2", from_lang="hi", to_lang="en", pay=inr(2_500))
    pay = Compensation(basis="lost_wage", amount_per_person=inr(450), headcount=26)
    line = CostLine(item="Hall", amount=inr(1_200), rate_to_eur=Decimal("0.0098"), payer="The buyer")
    save(
        store,
        session(
            compensations=(pay,), trips=(trip,), meals=(Meal(type="lunch", persons=44, cost=inr(6_600)),),
            childcare=Childcare(needed=6, cost=inr(900)), interpreters=(interpreter,), cost_lines=(line,),
        ),
    )  # fmt: skip
    lines, totals = table(store)
    assert [(*each[2:9], each[11]) for each in lines] == [
        ("Planned", "Compensation", "Lost wages", 450, 26, 11_700, "INR", None),
        ("Planned", "Transport", "There", None, None, 1_800, "INR", None),
        ("Planned", "Meal", "lunch", None, 44, 6_600, "INR", None),
        ("Planned", "Childcare", None, None, 6, 900, "INR", None),
        ("Planned", "Interpreter", None, None, None, 2_500, "INR", None),
        ("Planned", "Other costs", "Hall", None, None, 1_200, "INR", "The buyer"),
    ]
    assert lines[0][9:11] == (0.0098, 114.66)
    assert totals == [
        ("CC-1", "Planned", 24_700, "INR", 242.06),
        ("All sessions", None, 24_700, "INR", 242.06),
    ]


MONEY = st.builds(Money, minor=st.integers(0, 10**9), currency=st.sampled_from(["EUR", "INR", "GHS", "TRY"]))
RATES = st.none() | st.decimals("0.0001", 2, places=4)
COSTS = st.fixed_dictionaries(
    {
        "compensations": st.lists(
            st.builds(
                Compensation, basis=st.just("lost_wage"), amount_per_person=st.none() | MONEY,
                headcount=st.integers(0, 60),
            ),
            max_size=3,
        ).map(tuple),
        "meals": st.lists(st.builds(Meal, type=st.just("lunch"), cost=MONEY), max_size=2).map(tuple),
        "cost_lines": st.lists(
            st.builds(CostLine, item=st.just("Hall"), amount=MONEY, rate_to_eur=RATES), max_size=3
        ).map(tuple),
    }
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(COSTS, max_size=4))
def test_every_sum_is_the_sum_of_its_rows_in_that_currency(store: Store, costs: list[Any]) -> None:
    with store.transaction():
        for old in store.sessions.all():
            store.delete(old, by_role=ROLE)
        save(store, *(session(f"CC-{number}", **each) for number, each in enumerate(costs)))
    lines, totals = table(store)
    wanted: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    euro: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for _, code, _, _, _, _, _, amount, currency, _, in_euro, _ in lines:
        for key in ((code, currency), ("All sessions", currency)):
            wanted[key] += Decimal(str(amount))
            euro[key].append(in_euro)
    assert {(code, currency): Decimal(str(amount)) for code, _, amount, currency, _ in totals} == wanted
    for code, _, _, currency, in_euro in totals:
        of_lines = euro[code, currency]
        if None in of_lines:
            assert in_euro is None
        else:
            assert Decimal(str(in_euro)) == sum(map(Decimal, map(str, of_lines)))
        assert currency != "EUR" or None not in of_lines


def test_no_interpreter_stands_in_it_by_code_and_nobody_by_name(store: Store) -> None:
    interpreter = Interpreter(code="Int-77", from_lang="hi", to_lang="en", pay=inr(2_500))
    lines = (
        CostLine(item="Room at the Upper yard", amount=inr(10), payer="Silver Quay"),
        CostLine(item="Printing", amount=inr(20), payer="The buyer"),
    )
    save(store, session(interpreters=(interpreter,), cost_lines=lines))
    content = repr(table(store))
    assert "Printing" in content
    for text in ("Int-77", "Upper yard", "Silver Quay"):
        assert text not in content


def test_a_table_is_of_one_dialogue_or_of_all_and_says_so_in_the_language_asked_for(store: Store) -> None:
    line = CostLine(item="Hall", amount=inr(10))
    save(store, session(cost_lines=(line,)), session("CC-2", dialogue_code="D-02", cost_lines=(line,)))
    assert [each[0] for each in table(store)[0]] == ["D-01", "D-02"]
    assert [each[1] for each in table(store, "D-02")[0]] == ["CC-2"]
    assert table(store, None, NL)[0][0][3] == "Andere kosten"
    with pytest.raises(WrongUse):
        table(store, "D-99")


def test_the_history_tells_that_a_table_left(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "costs.xlsx"
    with Costs(store, role=ROLE).beside() as beside:
        assert beside.write_table(out, "D-01", EN) == len(out.read_bytes())
    assert [(each.kind, each.code) for each in store.history.exports()] == [("costs", "D-01")]
