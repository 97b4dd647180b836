"""The grid of fields: two columns where there is room, one where there is not, no hole for what is hidden."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.grid import NARROW, Grid, wide


def shown(qtbot: QtBot, width: int, *widgets: QWidget) -> Grid:
    grid = Grid(widgets)
    qtbot.addWidget(grid)
    layout = grid.layout()
    assert layout is not None
    grid.resize(width, layout.heightForWidth(width))
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def rows(*widgets: QWidget) -> list[int]:
    """Return in which row each widget stands."""
    tops = sorted({each.y() for each in widgets})
    return [tops.index(each.y()) for each in widgets]


def test_fields_stand_two_by_two_and_read_from_left_to_right(qtbot: QtBot) -> None:
    widgets = [QLabel(str(number)) for number in range(3)]
    grid = shown(qtbot, NARROW, *widgets)
    assert grid.isVisible()
    assert rows(*widgets) == [0, 0, 1]
    assert widgets[0].x() < widgets[1].x()
    assert widgets[0].width() == widgets[1].width()


def test_in_little_room_they_stand_below_each_other_and_nothing_is_cut(qtbot: QtBot) -> None:
    widgets = [QLabel(str(number)) for number in range(3)]
    grid = shown(qtbot, NARROW - 1, *widgets)
    assert rows(*widgets) == [0, 1, 2]
    assert all(each.width() == NARROW - 1 for each in widgets)
    assert grid.height() >= widgets[2].geometry().bottom()


def test_a_wide_one_takes_a_row_and_what_is_hidden_leaves_no_hole(qtbot: QtBot) -> None:
    first, hidden, second, broad, third = (QLabel(str(number)) for number in range(5))
    hidden.hide()
    grid = shown(qtbot, 800, first, hidden, second, wide(broad), third)
    assert grid.isAncestorOf(hidden)
    assert rows(first, second, broad, third) == [0, 0, 1, 2]
    assert broad.width() == 800
