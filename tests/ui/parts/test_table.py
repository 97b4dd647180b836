from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.parts.table import Column, RowsModel, Table
from ui.theme import Theme


@dataclass(frozen=True)
class Talk:
    code: str
    title: str
    people: int | None = None


COLUMNS = [
    Column[Talk]("Talk", lambda talk: talk.title, lambda talk: talk.title.casefold()),
    Column[Talk]("Code", lambda talk: talk.code),
    Column[Talk]("People", lambda talk: str(talk.people or "–"), lambda talk: talk.people, numeric=True),
    Column[Talk]("Review", lambda talk: "Read", sign=lambda talk: ("check-circle-fill", "green")),
]
TALKS = [Talk("A", "Stone", 26), Talk("B", "Greenhouse", 4), Talk("C", "Çocoa"), Talk("D", "Garment", 12)]


@pytest.fixture
def model() -> RowsModel[Talk]:
    return RowsModel(COLUMNS, TALKS, key=lambda talk: talk.code)


@pytest.fixture
def table(light: Theme, model: RowsModel[Talk], show: Any) -> Table[Talk]:
    table = Table(light, model, "Talks")
    table.resize(640, 300)
    return show(table)  # type: ignore[no-any-return]


def _codes(model: RowsModel[Talk]) -> str:
    return "".join(model.row(model.index(at, 0)).code for at in range(model.rowCount()))


def test_the_model_keeps_what_qt_expects_of_one(model: RowsModel[Talk], qtmodeltester: ModelTester) -> None:
    check: Callable[[Any], None] = qtmodeltester.check
    check(model)
    model.filter("e")
    check(model)
    model.sort(2)
    check(model)
    model.set_rows([])
    check(model)


def test_every_word_of_a_filter_must_occur_whatever_its_accents(model: RowsModel[Talk]) -> None:
    model.filter("COCOA read")
    assert _codes(model) == "C"
    model.filter("cocoa stone")
    assert _codes(model) == ""
    model.filter("  ")
    assert _codes(model) == "ABCD"


def test_rows_sort_both_ways_and_those_without_a_value_stand_last(model: RowsModel[Talk]) -> None:
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert _codes(model) == "BDAC"
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert _codes(model) == "ADBC"
    model.sort(1, Qt.SortOrder.AscendingOrder)  # does not sort: back to the order they came in
    assert _codes(model) == "ABCD"


@given(
    st.lists(st.tuples(st.text(max_size=6), st.none() | st.integers(0, 50)), max_size=20), st.integers(-1, 3)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_sorting_loses_and_invents_no_row(qapp: Any, rows: list[tuple[str, int | None]], column: int) -> None:
    talks = [Talk(str(at), title, people) for at, (title, people) in enumerate(rows)]
    model = RowsModel(COLUMNS, talks)
    model.sort(column, Qt.SortOrder.DescendingOrder)
    shown = [model.row(model.index(at, 0)) for at in range(model.rowCount())]
    assert sorted(shown, key=lambda talk: talk.code) == sorted(talks, key=lambda talk: talk.code)


def test_a_screen_reader_hears_the_head_with_the_cell(model: RowsModel[Talk]) -> None:
    assert model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "People: 26"


def test_going_to_a_row_tells_it_and_enter_opens_it(qtbot: QtBot, table: Table[Talk], focus: Any) -> None:
    focus(table)
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda talk: talk.code == "B"):
        QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda talk: talk.code == "B"):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_a_double_click_opens_a_row_once(qtbot: QtBot, table: Table[Talk], model: RowsModel[Talk]) -> None:
    opened: list[Talk] = []
    table.opened.connect(opened.append)
    at = table.visualRect(model.index(3, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [talk.code for talk in opened] == ["D"]


def test_one_stays_on_ones_row_while_rows_are_sorted_filtered_and_replaced(
    qtbot: QtBot, table: Table[Talk], model: RowsModel[Talk]
) -> None:
    table.select("D")
    with qtbot.assertNotEmitted(table.chosen):
        model.sort(0, Qt.SortOrder.AscendingOrder)
        table.filter("e")
        model.set_rows([*TALKS[1:3], Talk("D", "Garment, renamed", 13)])
    selected = table.selected()
    assert selected is not None
    assert selected.title == "Garment, renamed"
    table.filter("greenhouse")
    assert table.selected() is None


def test_the_keyboard_sorts_by_the_column_one_is_in(
    qtbot: QtBot, table: Table[Talk], model: RowsModel[Talk], focus: Any
) -> None:
    focus(table)
    table.setCurrentIndex(model.index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _codes(model) == "BDAC"
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _codes(model) == "ADBC"


def test_tab_leaves_the_table(table: Table[Talk]) -> None:
    assert not table.tabKeyNavigation()


def test_a_table_on_a_page_that_scrolls_is_as_high_as_its_rows(
    table: Table[Talk], model: RowsModel[Talk]
) -> None:
    table.show_all_rows(10)
    assert table.height() == 34 + 4 * 42 + 2
    model.set_rows(TALKS[:2])
    assert table.height() == 34 + 2 * 42 + 2
    model.set_rows([Talk(str(at), "Stone") for at in range(50)])
    assert table.height() == 34 + 10 * 42 + 2


def test_twenty_thousand_rows_are_filtered_without_asking_for_each_cell(qapp: Any) -> None:
    asked: list[Talk] = []

    def title(talk: Talk) -> str:
        asked.append(talk)
        return talk.title

    model = RowsModel([Column[Talk]("Talk", title)], [Talk(str(at), f"Stone {at}") for at in range(20_000)])
    for typed in ("1", "19", "199", "1999", "19999"):
        model.filter(typed)
    assert _codes(model) == "19999"
    assert len(asked) == 20_000
