from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from ui.parts.segments import Segments
from ui.theme import Theme

GRAVE = [
    ("low", "Discomfort"),
    ("breach", "Breach of a rule"),
    ("harm", "Serious harm"),
    ("life", "Danger to life"),
]
label = st.text("abcdefgh ijklm", min_size=1, max_size=24)


@pytest.fixture
def grave(light: Theme, show: Any) -> Segments:
    return show(Segments(light, GRAVE, "breach", "How grave", "life"))  # type: ignore[no-any-return]


def _answers(question: Segments) -> list[QRadioButton]:
    return question.findChildren(QRadioButton)


def _press(qtbot: QtBot, key: Qt.Key | str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key)


def test_arrows_move_and_answer(qtbot: QtBot, grave: Segments, focus: Any) -> None:
    focus(grave.focusProxy())
    with qtbot.waitSignals(
        [grave.chosen] * 3,
        check_params_cbs=[lambda value, want=want: value == want for want in ("harm", "life", "low")],
    ):
        for _ in range(3):
            _press(qtbot, Qt.Key.Key_Right)
    _press(qtbot, Qt.Key.Key_Left)
    assert grave.value() == "life"


def test_letters_jump(qtbot: QtBot, grave: Segments, focus: Any) -> None:
    focus(grave.focusProxy())
    for letter, value in (("s", "harm"), ("d", "life"), ("d", "low"), ("d", "life"), ("x", "life")):
        _press(qtbot, letter)
        assert grave.value() == value


def test_a_click_answers_and_a_second_one_takes_nothing_back(qtbot: QtBot, grave: Segments) -> None:
    told: list[str] = []
    grave.chosen.connect(told.append)
    for _ in range(2):
        QTest.mouseClick(_answers(grave)[2], Qt.MouseButton.LeftButton)
    assert (grave.value(), told) == ("harm", ["harm"])


def test_showing_an_answer_does_not_tell_that_one_was_chosen(qtbot: QtBot, grave: Segments) -> None:
    with qtbot.assertNotEmitted(grave.chosen):
        grave.set_value("low")
        grave.set_value("")
    assert grave.value() == ""


def test_nothing_is_answered_until_somebody_answers(light: Theme) -> None:
    question = Segments(light, GRAVE, "", "How grave")
    assert question.value() == ""
    assert not any(answer.isChecked() for answer in _answers(question))


def test_tab_stops_once_at_the_answer_given(grave: Segments) -> None:
    stops = [
        answer.text() for answer in _answers(grave) if answer.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert stops == ["Breach of a rule"]


def test_a_screen_reader_hears_the_question_and_its_answers(grave: Segments) -> None:
    assert grave.accessibleName() == "How grave"
    assert [answer.accessibleName() for answer in _answers(grave)] == [words for _, words in GRAVE]


def test_danger_to_life_turns_red_when_it_is_chosen(looks: Theme, show: Any) -> None:
    question = show(Segments(looks, GRAVE, "life", "How grave", "life"))
    picture, place = question.grab().toImage(), _answers(question)[3].geometry()
    assert picture.pixelColor(place.left() + 4, place.center().y()).name().upper() == looks.hex("red_soft")


@given(st.lists(label, min_size=2, max_size=6), st.integers(0, 5), st.integers(60, 700))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_answer_is_ever_clipped(light: Theme, labels: list[str], chosen: int, width: int) -> None:
    options = [(str(at), words) for at, words in enumerate(labels)]
    question = Segments(light, options, str(chosen), "Question")
    width = max(width, question.minimumSizeHint().width())
    question.resize(width, question.heightForWidth(width))
    question.grab()  # a widget is laid out when it is first drawn
    places = [answer.geometry() for answer in _answers(question)]
    for answer, place in zip(_answers(question), places, strict=True):
        assert place.width() >= answer.room()  # type: ignore[attr-defined]
        assert question.rect().contains(place)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
