"""The parts by themselves, shown without a screen, in both themes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme, theme

W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]


@pytest.fixture(params=["light", "dark"])
def looks(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return theme(request.param)


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    return theme("light")


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[W], W]:
    """Show a widget in the window that has the focus."""

    def shown(widget: W) -> W:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def focus(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Give a widget the focus as Tab does."""

    def focused(widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)

    return focused
