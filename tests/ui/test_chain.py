"""The language chain as it is drawn: a gap is seen as a gap, nothing shrinks, and it can be read out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.parts.chain import BETWEEN, BOX, Chain, Step, Stop, Way
from ui.theme import Theme, theme

GAP = Step(True, "Gap", "nobody yet")
CARRIED = Step(False, "Int-2", "no tie to the employer")
WAY = Way(
    (
        Stop("users-three", "Hadoti", "2 groups, 26 people"),
        Stop("translate", "Hindi", ""),
        Stop("ear", "English", "5 listeners"),
    ),
    (GAP, CARRIED),
)


def chain(qtbot: QtBot, width: int, *ways: Way, looks: Theme | None = None) -> Chain:
    shown = Chain(looks or theme("light"), "Workers speak", "Listeners hear")
    qtbot.addWidget(shown)
    shown.show_ways(ways)
    shown.resize(width, shown.heightForWidth(width))
    return shown


def inks(shown: Chain) -> set[str]:
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height())
    }


def test_it_is_read_out_whole_and_in_order(qtbot: QtBot) -> None:
    shown = chain(qtbot, 800, WAY)
    assert shown.accessibleName() == (
        "Hadoti (2 groups, 26 people), Gap (nobody yet), Hindi, Int-2 (no tie to the employer), "
        "English (5 listeners)"
    )


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_gap_is_amber_and_a_step_that_carries_is_green(qtbot: QtBot, name: str) -> None:
    looks = theme("light" if name == "light" else "dark")
    whole = Way(WAY.stops, (CARRIED, CARRIED))
    assert looks.hex("amber_mark") in inks(chain(qtbot, 800, WAY, looks=looks))
    assert looks.hex("amber_mark") not in inks(chain(qtbot, 800, whole, looks=looks))
    assert looks.hex("green_mark") in inks(chain(qtbot, 800, whole, looks=looks))


def test_what_has_no_room_goes_on_in_a_second_row(qtbot: QtBot) -> None:
    three = 3 * BOX + 2 * BETWEEN
    beside, below = chain(qtbot, three, WAY), chain(qtbot, three - 1, WAY)
    assert below.height() > beside.height()
    assert below.heightForWidth(BOX + BETWEEN) > below.height()


def test_every_way_has_a_row_of_its_own_and_none_takes_no_room(qtbot: QtBot) -> None:
    assert chain(qtbot, 800, WAY, WAY).height() > chain(qtbot, 800, WAY).height()
    assert chain(qtbot, 800).heightForWidth(800) == 0


def test_a_language_too_long_for_its_box_is_in_the_tooltip(qtbot: QtBot) -> None:
    long = Way((Stop("translate", "A dialect of seven hills and one river", ""),), ())
    assert "one river" in chain(qtbot, 800, long).toolTip()
    assert chain(qtbot, 800, WAY).toolTip() == ""
