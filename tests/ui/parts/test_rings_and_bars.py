from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.parts.bars import Bar, Composition, StrengthBar
from ui.parts.labels import Label
from ui.parts.path import StepDots
from ui.parts.ring import Ring
from ui.theme import Theme

number = st.integers(-5, 60)


@given(number, number)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_a_ring_shows_no_less_than_none_and_no_more_than_all(light: Theme, done: int, total: int) -> None:
    ring = Ring(light, done, total, 58)
    shown, of = (int(part) for part in ring.accessibleName().split("/"))
    assert 0 <= shown <= of
    assert ring.is_full == (0 < of <= done)
    ring.grab()


def test_a_ring_is_teal_until_it_is_full_and_then_green(looks: Theme, show: Any) -> None:
    ring = show(Ring(looks, 22, 25, 92))
    assert ring.grab().toImage().pixelColor(92 - 4, 46).name().upper() == looks.hex("accent")
    ring.set(25, 25)
    assert ring.grab().toImage().pixelColor(92 - 4, 46).name().upper() == looks.hex("green_mark")


@pytest.mark.parametrize(("score", "filled"), [(None, 0), (0, 1), (3, 4), (4, 5)])
def test_the_strength_of_a_passphrase_fills_its_pieces(
    looks: Theme, show: Any, score: int | None, filled: int
) -> None:
    bar = StrengthBar(looks)
    bar.resize(254, 6)
    bar.set_score(score)
    picture = show(bar).grab().toImage()
    inks = [picture.pixelColor(at * 51 + 24, 3).name().upper() for at in range(5)]
    assert inks.count(looks.hex("accent")) == filled
    assert bar.accessibleName() == f"{filled}/5"


def test_a_weak_share_is_grey(looks: Theme, show: Any) -> None:
    bar = Bar(looks, 0.5, weak=True)
    bar.resize(100, 6)
    picture = show(bar).grab().toImage()
    assert picture.pixelColor(20, 3).name().upper() == looks.hex("ctl")
    assert picture.pixelColor(80, 3).name().upper() == looks.hex("line")


def test_what_a_workforce_is_made_of_is_told_in_words_too(light: Theme, show: Any) -> None:
    composition = Composition(light)
    composition.set_parts([("Women", 35), ("Men", 45.5)])
    composition.set_parts([("Women", 40), ("Men", 60)])
    show(composition)
    assert composition.accessibleName() == "Women 40 %, Men 60 %"
    assert [label.text() for label in composition.findChildren(Label) if label.isVisible()] == [
        "Women 40 %",
        "Men 60 %",
    ]


@given(st.lists(st.floats(0, 300), max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_percentages_that_do_not_add_up_are_still_drawn(light: Theme, shares: list[float]) -> None:
    composition = Composition(light)
    composition.set_parts([(f"Part {at}", share) for at, share in enumerate(shares)])
    composition.resize(400, 60)
    composition.grab()


def test_dots_show_each_state_in_its_own_colour(looks: Theme, show: Any) -> None:
    dots = show(StepDots(looks, ["done", "held_up", "danger"], "Sessions"))
    picture = dots.grab().toImage()
    inks = [picture.pixelColor(round(6 + at * 19.5), 7).name().upper() for at in range(3)]
    assert inks == [looks.hex("green_mark"), looks.hex("amber_mark"), looks.hex("red")]
