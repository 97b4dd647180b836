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


@pytest.mark.parametrize(
    ("language", "appearance", "sizes"),
    [  # one way of making the window another size for each
        ("en", "light", SIZES),
        ("en", "dark", SIZES[::-1]),
        ("nl", "light", SIZES[::-1]),
        ("nl", "dark", SIZES),
    ],
    ids=lambda value: value if isinstance(value, str) else f"first {value[0][0]}x{value[0][1]}",
)
def test_every_page_opens_and_nothing_is_clipped(
    make_window: Callable[..., Window],
    sample: Workspace,
    language: str,
    appearance: Literal["light", "dark"],
    sizes: tuple[tuple[int, int], ...],
) -> None:
    window = make_window(language=language)
    window.look(appearance)
    plan_more(sample)
    window.enter(sample)
    desk = window.desk
    assert desk is not None
    for name, place in PLACES.items():
        window.resize(*sizes[0])
        desk.go(place)
        QApplication.processEvents()
        assert desk.page is not None
        open_every_fold(desk.page)
        for size in sizes:
            window.resize(*size)
            QApplication.processEvents()
            assert clipped(desk) == [], (name, size)
            assert nameless(desk) == [], (name, size)
