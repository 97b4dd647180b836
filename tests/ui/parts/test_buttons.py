from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.buttons import Button, IconButton, RowButton
from ui.parts.side import FindItem, SideItem
from ui.theme import Theme

WHY = "Opens when the three things above are settled"

BUTTONS: dict[str, Callable[[Theme], QAbstractButton]] = {
    "button": lambda looks: Button(looks, "Save", kind="primary"),
    "icon": lambda looks: IconButton(looks, "x", "Close"),
    "row": lambda looks: RowButton(looks, "Open a workspace"),
    "side": lambda looks: SideItem(looks, "gear", "Settings"),
    "find": lambda looks: FindItem(looks, "Find", "Ctrl+K"),
}


@pytest.mark.parametrize("name", BUTTONS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_whatever_can_be_pressed(
    qtbot: QtBot, light: Theme, show: Any, focus: Any, name: str, key: Qt.Key
) -> None:
    button = show(BUTTONS[name](light))
    focus(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("name", BUTTONS)
def test_a_click_presses_it(qtbot: QtBot, light: Theme, show: Any, name: str) -> None:
    button = show(BUTTONS[name](light))
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_that_is_off_does_nothing_however_it_is_pressed(
    qtbot: QtBot, light: Theme, show: Any, focus: Any
) -> None:
    pressed: list[bool] = []
    button = show(Button(light, "Confirm session", kind="primary"))
    button.clicked.connect(pressed.append)
    button.set_off(WHY)
    focus(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert pressed == []


def test_a_button_that_is_off_can_be_reached_and_says_why(light: Theme, show: Any, focus: Any) -> None:
    button = show(Button(light, "Confirm session", kind="primary"))
    button.set_off(WHY)
    focus(button)
    assert button.isEnabled()
    assert button.accessibleDescription() == button.why == button.toolTip() == WHY


def test_a_button_that_is_on_again_works_again(qtbot: QtBot, light: Theme, show: Any) -> None:
    button = show(Button(light, "Confirm session", kind="primary"))
    button.set_off(WHY)
    button.set_on()
    assert (button.is_off, button.accessibleDescription()) == (False, "")
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_grows_with_its_words_and_is_never_squeezed(light: Theme) -> None:
    short, long = Button(light, "Save"), Button(light, "Vraag de partner om twee inzichten te lezen")
    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.minimumSizeHint() == long.sizeHint()


def test_keys_are_shown_and_told_but_not_bound(light: Theme) -> None:
    button = Button(light, "New dialogue", keys="Ctrl+N")
    assert button.toolTip() == "New dialogue  Ctrl+N"
    assert button.sizeHint().width() > Button(light, "New dialogue").sizeHint().width()
    assert button.shortcut().isEmpty()


def test_an_ampersand_is_words_not_a_shortcut(light: Theme) -> None:
    button = Button(light, "Stone & dust")
    assert button.shortcut().isEmpty()
    assert button.words == button.accessibleName() == "Stone & dust"


@pytest.mark.parametrize(
    ("kind", "height"), [("primary", 36), ("plain", 36), ("secondary", 30), ("quiet", 30)]
)
def test_a_button_is_as_high_as_its_kind(light: Theme, kind: Any, height: int) -> None:
    assert Button(light, "Save", kind=kind).height() == height
    assert Button(light, "Save", kind=kind, height=40).height() == 40


def test_an_icon_the_set_lacks_is_refused_before_it_is_drawn(light: Theme) -> None:
    with pytest.raises(KeyError):
        Button(light, "Save", icon="no-such-icon")


def test_a_row_is_one_target_and_says_both_its_lines(qtbot: QtBot, light: Theme, show: Any) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    row = RowButton(light, "Open a workspace", "A file on this computer or on a stick", "key")
    column.addWidget(row)
    show(page)
    assert row.accessibleName() == "Open a workspace, A file on this computer or on a stick"
    assert row.height() >= 21 + 19
    with qtbot.waitSignal(row.clicked):  # on the words, not beside them
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center() / 2)


def test_an_item_of_the_side_bar_has_its_name_in_the_tooltip_when_it_is_narrow(light: Theme) -> None:
    item = SideItem(light, "gear", "Settings", "Ctrl+,")
    wide = item.sizeHint().width()
    item.set_narrow(True)
    assert item.sizeHint().width() < wide
    assert item.toolTip() == "Settings  Ctrl+,"
