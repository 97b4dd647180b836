from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.fold import Fold
from ui.parts.labels import Label
from ui.theme import Theme


def _header(fold: Fold) -> QAbstractButton:
    return fold.findChildren(QAbstractButton)[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_fold(qtbot: QtBot, light: Theme, show: Any, focus: Any, key: Qt.Key) -> None:
    fold = show(Fold(light, "Languages", "Two"))
    fold.set_body(QLineEdit())
    focus(_header(fold))
    for opened in (True, False):
        with qtbot.waitSignal(fold.toggled, check_params_cb=lambda told, opened=opened: told is opened):
            QTest.keyClick(_header(fold), key)
        assert fold.body is not None
        assert fold.body.isVisible() is fold.is_open is opened


def test_the_whole_row_is_the_target(qtbot: QtBot, light: Theme, show: Any) -> None:
    fold = show(Fold(light, "Languages", "Two"))
    for label in fold.findChildren(QLabel):
        at = label.mapTo(_header(fold), label.rect().center())
        with qtbot.waitSignal(fold.toggled):
            QTest.mouseClick(_header(fold).childAt(at) or _header(fold), Qt.MouseButton.LeftButton)


def test_what_it_holds_is_made_once_when_it_is_first_opened(light: Theme) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QLineEdit())
        return made[-1]

    fold = Fold(light, "Languages")
    fold.set_maker(make)
    assert (made, fold.body) == ([], None)
    fold.open()
    fold.close_up()
    fold.open()
    assert made == [fold.body]


def test_opening_what_is_open_tells_nothing(qtbot: QtBot, light: Theme) -> None:
    fold = Fold(light, "Languages", opened=True)
    with qtbot.assertNotEmitted(fold.toggled):
        fold.open()


def test_what_holds_up_is_told_in_amber_words(light: Theme) -> None:
    fold = Fold(light, "Languages", state="held_up")
    fold.set_summary("One link is missing", amber=True)
    summary = next(label for label in fold.findChildren(Label) if label.text() == "One link is missing")
    assert summary.ink == "amber"
    assert _header(fold).accessibleName() == "Languages, One link is missing"


def test_a_screen_reader_hears_the_state_in_words(light: Theme) -> None:
    fold = Fold(light, "Languages", "Two", state="done")
    fold.set_state("in_progress", "in progress")
    assert _header(fold).accessibleName() == "Languages, in progress, Two"


def test_folded_it_is_as_high_as_a_row_and_opened_its_header_is_a_little_higher(
    light: Theme, show: Any
) -> None:
    fold = Fold(light, "Languages", "Two", state="done")
    fold.resize(800, 10)
    show(fold)
    assert (fold.sizeHint().height(), _header(fold).minimumHeight()) == (42, 42)
    fold.open()
    assert _header(fold).minimumHeight() == 48


def test_the_button_of_a_section_shows_while_it_is_open_and_does_not_fold_it(
    qtbot: QtBot, light: Theme, show: Any
) -> None:
    fold = show(Fold(light, "Languages"))
    add = Button(light, "Add an interpreter", kind="secondary")
    fold.set_action(add)
    assert not add.isVisible()
    fold.open()
    with qtbot.assertNotEmitted(fold.toggled), qtbot.waitSignal(add.clicked):
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)


def test_a_hidden_row_leaves_no_trace_in_its_card(light: Theme, show: Any) -> None:
    card = Card(light)
    first, second = Label(light, "Wages"), Label(light, "Safety")
    card.add(first)
    card.add(second)
    show(card)
    both = card.sizeHint().height()
    second.hide()
    assert card.sizeHint().height() < both - 20
    second.show()
    assert card.sizeHint().height() == both


def test_a_row_added_hidden_stays_hidden(light: Theme, show: Any) -> None:
    card = Card(light)
    late = Label(light, "Only when it is late")
    late.hide()
    card.add(Label(light, "Wages"))
    card.add(late)
    show(card)
    assert not late.isVisible()
    assert card.sizeHint().height() < 60


def test_an_emptied_card_can_be_filled_anew(light: Theme, show: Any) -> None:
    card = Card(light)
    card.add(Label(light, "Wages"))
    card.clear()
    again = Label(light, "Safety")
    card.add(again)
    show(card)
    assert again.isVisible()
    assert card.sizeHint().height() < 60
