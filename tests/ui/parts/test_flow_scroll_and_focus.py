from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.buttons import Button
from ui.parts.flow import FlowLayout
from ui.parts.focus import FocusFrame
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.theme import Theme


@given(st.lists(st.integers(10, 260), max_size=12), st.integers(80, 500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_a_flow_keeps_all_its_widgets_apart_and_inside(light: Theme, widths: list[int], width: int) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    for wide in widths:
        button = QPushButton()
        button.setFixedSize(min(wide, width), 24)
        flow.addWidget(button)
    height = flow.heightForWidth(width)
    flow.setGeometry(QRect(0, 0, width, height))
    places = [flow.itemAt(at).geometry() for at in range(flow.count())]  # type: ignore[union-attr]
    assert all(QRect(0, 0, width, height).contains(place) for place in places)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])


def test_a_hidden_widget_takes_no_room_in_a_flow(light: Theme, show: Any) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    buttons = [Button(light, words) for words in ("Women", "Men", "Unknown")]
    for button in buttons:
        flow.addWidget(button)
    show(page)
    before = flow.sizeHint().width()
    buttons[1].hide()
    assert flow.sizeHint().width() == before - buttons[1].sizeHint().width() - flow.spacing()


def _long_page(light: Theme) -> tuple[Scroll, list[QLineEdit]]:
    page = QWidget()
    column = QVBoxLayout(page)
    lines = [QLineEdit() for _ in range(60)]
    for line in lines:
        column.addWidget(line)
    scroll = Scroll(light, page)
    scroll.resize(400, 300)
    return scroll, lines


def _is_seen(scroll: Scroll, widget: QWidget) -> bool:
    corner = widget.mapTo(scroll.viewport(), QPoint(0, 0))
    return scroll.viewport().rect().contains(QRect(corner, widget.size()))


def test_the_page_follows_the_focus_down_and_up(light: Theme, show: Any, focus: Any) -> None:
    scroll, lines = _long_page(light)
    show(scroll)
    for line in (lines[50], lines[-1], lines[3], lines[0]):
        focus(line)
        assert _is_seen(scroll, line)


def test_a_focus_elsewhere_does_not_move_the_page(light: Theme, show: Any, focus: Any) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    scroll, _ = _long_page(light)
    other = QLineEdit()
    column.addWidget(scroll)
    column.addWidget(other)
    show(window)
    scroll.verticalScrollBar().setValue(200)
    focus(other)
    assert scroll.verticalScrollBar().value() == 200


def test_words_on_a_long_page_wrap_to_its_width(light: Theme, show: Any) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    label = Label(light, "The protection step comes first: who is at risk, what do they wish. " * 6)
    column.addWidget(label)
    column.addStretch(1)
    scroll = Scroll(light, page)
    scroll.resize(320, 400)
    show(scroll)
    assert label.width() <= 320
    assert label.height() == label.heightForWidth(label.width())


def _frame(window: QWidget) -> FocusFrame:
    return window.findChildren(FocusFrame)[0]


def test_the_frame_lies_two_px_around_what_the_keyboard_reached(light: Theme, show: Any, focus: Any) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    button = Button(light, "Save", kind="primary")
    column.addWidget(button)
    column.addWidget(QLineEdit())
    show(window)
    focus(button)
    frame = _frame(window)
    assert frame.isVisible()
    assert frame.parentWidget() is window
    assert frame.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    window.resize(500, 300)
    assert frame.geometry() == button.geometry().adjusted(-4, -4, 4, 4)


def test_a_click_draws_no_frame_and_leaving_takes_it_away(
    qtbot: QtBot, light: Theme, show: Any, focus: Any
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button, line = Button(light, "Save"), QLineEdit()
    column.addWidget(line)
    column.addWidget(button)
    show(window)
    focus(line)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert not _frame(window).isVisible()
    focus(line)
    focus(button)
    assert _frame(window).isVisible()
    focus(line)
    assert not _frame(window).isVisible()


def test_a_control_that_goes_takes_its_frame_with_it(
    qtbot: QtBot, light: Theme, show: Any, focus: Any
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button = Button(light, "Save")
    column.addWidget(button)
    show(window)
    focus(button)
    frame = _frame(window)
    button.hide()
    assert not frame.isVisible()
    button.show()
    focus(button)
    with qtbot.waitSignal(frame.destroyed):
        button.deleteLater()
