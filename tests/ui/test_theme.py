from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import icons
from ui.theme import Theme, system_theme, theme
from ui.tokens import COLOURS, TYPE

STATES = ("check-circle-fill", "circle-half", "warning-fill", "circle", "shield-warning", "question")
PLACES = ("sun-dim", "chats-circle", "handshake", "factory", "checks", "books", "gear", "lock-simple")
ADVICE = ("chat-text", "arrow-right", "check-circle", "eye", "thumbs-up", "minus", "prohibit")
SOURCES = ("eye-slash", "identification-badge", "users-three", "translate", "ear", "link-break")
ACTS = ("hand-palm", "printer", "export", "magnifying-glass")


@pytest.fixture(params=["light", "dark"])
def looks(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return theme(request.param)


def _ink(looks: Theme, name: str, token: str, *, state: QIcon.State = QIcon.State.Off) -> set[str]:
    picture = looks.icon(name, token).pixmap(18, QIcon.Mode.Normal, state).toImage()
    points = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return {point.name().upper() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", [*STATES, *PLACES, *ADVICE, *SOURCES, *ACTS])
def test_every_icon_of_the_measures_is_in_the_set(qapp: QApplication, name: str) -> None:
    assert not icons.pixmap(name, QColor("black"), 18).toImage().isNull()
    assert icons.known(name)


def test_an_icon_that_is_not_in_the_set_is_an_error(looks: Theme) -> None:
    with pytest.raises(KeyError):
        looks.icon("no-such-icon")
    assert not icons.known("no-such-icon")


def test_an_icon_has_the_ink_it_is_asked_for_and_turns_teal_when_its_button_is_checked(looks: Theme) -> None:
    assert looks.hex("amber") in _ink(looks, "warning-fill", "amber")
    assert looks.hex("accent") in _ink(looks, "gear", "muted", state=QIcon.State.On)


def test_an_icon_is_sharp_on_a_dense_screen(looks: Theme) -> None:
    picture = looks.pixmap("gear", "text", 18, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)


def test_the_icons_come_without_importing_the_package_they_are_taken_from() -> None:
    assert "qtawesome" not in sys.modules


@pytest.mark.parametrize("role", TYPE)
def test_each_role_is_set_in_fira_sans_of_its_size_and_weight(looks: Theme, role: str) -> None:
    told = QFontInfo(looks.font(role))
    assert (told.family(), told.pixelSize()) == ("Fira Sans", TYPE[role].px)
    assert told.weight() == TYPE[role].weight


def test_an_unknown_colour_or_role_is_an_error(looks: Theme) -> None:
    with pytest.raises(KeyError):
        looks.colour("purple")
    with pytest.raises(KeyError):
        looks.font("shout")


def test_the_palette_holds_colours_of_the_tokens_alone(looks: Theme) -> None:
    known = {looks.hex(token) for token in COLOURS}
    palette = looks.palette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Text, QPalette.ColorRole.Highlight):
        assert palette.color(role).name().upper() in known


def test_the_style_sheet_is_whole_and_its_pictures_are_there(looks: Theme) -> None:
    sheet = looks.stylesheet()
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_a_field_with_a_problem_has_an_amber_border(qtbot: QtBot, looks: Theme) -> None:
    page = QWidget()
    page.setStyleSheet(looks.stylesheet())
    line = QLineEdit("34 February", page)
    line.setProperty("problem", True)
    qtbot.addWidget(page)
    page.resize(300, 60)
    line.setGeometry(10, 10, 200, 36)
    border = page.grab().toImage().pixelColor(100, 10).name().upper()
    assert border == looks.hex("amber_mark")


def test_qts_own_fields_stand_as_high_as_the_measures_say(qtbot: QtBot, looks: Theme) -> None:
    page = QWidget()
    page.setStyleSheet(looks.stylesheet())
    column = QVBoxLayout(page)
    fields = QLineEdit(), QComboBox()
    for field in fields:
        column.addWidget(field)
    column.addWidget(QCheckBox("Agreed"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert [field.height() for field in fields] == [36, 36]


def test_the_theme_of_the_computer_is_one_of_the_two(qapp: QApplication) -> None:
    assert system_theme() in (theme("light"), theme("dark"))
