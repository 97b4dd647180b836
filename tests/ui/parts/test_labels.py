from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.labels import Elided, Label, LeadLabel
from ui.theme import Theme
from ui.tokens import TYPE

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=120)


@pytest.mark.parametrize("role", TYPE)
def test_a_line_is_as_high_as_its_role_says(light: Theme, role: str) -> None:
    assert Label(light, "Natural stone", role=role).sizeHint().height() == TYPE[role].line
    assert Label(light, "Natural stone\nRajasthan", role=role).sizeHint().height() == 2 * TYPE[role].line


@given(words, st.integers(40, 500))
@example("Stone & dust <b>bold</b>", 60)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_that_wraps_is_given_the_room_of_all_its_lines(light: Theme, text: str, width: int) -> None:
    label = Label(light, text)
    height = label.heightForWidth(width)
    assert height % TYPE["body"].line == 0
    natural = QFontMetricsF(label.font()).horizontalAdvance(text)
    assert height >= TYPE["body"].line * int(natural // (width + 1))
    assert label.minimumSizeHint().width() <= label.sizeHint().width()


def test_text_that_does_not_wrap_is_never_squeezed(light: Theme) -> None:
    label = Label(light, "Natural stone, Rajasthan", wrap=False)
    assert label.minimumSizeHint() == label.sizeHint()


def test_a_column_gives_a_long_text_all_its_lines(light: Theme, show: Any) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    label = Label(
        light, "The protection step comes first: who is at risk, what do they wish, whom to call. " * 3
    )
    column.addWidget(label)
    column.addStretch(1)
    page.resize(260, 600)
    show(page)
    assert label.height() == label.heightForWidth(label.width()) > 5 * TYPE["body"].line


def test_saying_something_else_asks_for_other_room(light: Theme) -> None:
    label = Label(light, "Short")
    before = label.sizeHint().width()
    label.setText("A good deal longer than that")
    assert label.sizeHint().width() > before
    assert label.accessibleName() == "A good deal longer than that"


def test_an_ink_is_taken_from_the_tokens_of_the_theme(looks: Theme, show: Any) -> None:
    label = Label(looks, "██████", ink="amber")
    label.resize(80, 21)
    picture = show(label).grab().toImage()
    inks = {picture.pixelColor(x, 10).name().upper() for x in range(80)}
    assert looks.hex("amber") in inks
    label.set_ink("green")
    picture = label.grab().toImage()
    assert looks.hex("green") in {picture.pixelColor(x, 10).name().upper() for x in range(80)}


def test_a_text_without_room_ends_in_dots_and_is_whole_in_the_tooltip(light: Theme, show: Any) -> None:
    label = Elided(light, "Natural stone, Rajasthan, tier 3 and deeper")
    label.resize(90, 21)
    show(label)
    assert label.shown().endswith("…")
    assert label.toolTip() == "Natural stone, Rajasthan, tier 3 and deeper"
    label.resize(600, 21)
    assert (label.shown(), label.toolTip()) == (label.text(), "")


def test_a_bold_start_and_its_sentence_are_one_text(light: Theme) -> None:
    label = LeadLabel(light, "Why", "Workers trust this organisation")
    assert label.text() == label.accessibleName() == "Why Workers trust this organisation"
    assert label.textFormat() == Qt.TextFormat.PlainText
