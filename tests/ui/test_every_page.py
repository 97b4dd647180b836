"""Every page opens in both languages, light and dark, large and small: nothing clipped, nothing nameless."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.workspace import Workspace
from tests.ui.every_page import PLACES, SIZES, clipped, nameless, open_every_fold, plan_more
from ui.window import Window

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def quiet(qtbot: QtBot, qtlog: object) -> None:
    """Have every warning of Qt fail the test that caused it (see `qt_log_level_fail`)."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_opens_and_nothing_is_clipped(
    make_window: Callable[..., Window],
    sample: Workspace,
    language: str,
    appearance: Literal["light", "dark"],
    size: tuple[int, int],
) -> None:
    window = make_window(language=language)
    window.look(appearance)
    window.resize(*size)
    plan_more(sample)
    window.enter(sample)
    desk = window.desk
    assert desk is not None
    for name, place in PLACES.items():
        desk.go(place)
        QApplication.processEvents()
        assert desk.page is not None
        open_every_fold(desk.page)
        QApplication.processEvents()
        assert clipped(desk) == [], name
        assert nameless(desk) == [], name
