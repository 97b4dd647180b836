"""A real window on a real encrypted workspace, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.copies import new_workspace
from ui.desk import Desk
from ui.preferences import Preferences
from ui.theme import load_fonts
from ui.window import Opening, Window

PASSPHRASE = "a quiet river at dusk"
TODAY = date(2026, 4, 20)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """Keys that are quick to derive, and folders of the test's own."""
    return Setup(cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", today=TODAY)


@pytest.fixture
def make_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, setup: Setup
) -> Iterator[Callable[..., Window]]:
    """Make windows that are shown and, in the end, closed."""
    qapp.setStyle("Fusion")
    load_fonts()
    made: list[Window] = []

    def make(file: Path | None = None, language: str = "en", *, sample: bool = False) -> Window:
        opening = Opening(file or tmp_path / "work.fieldkit", sample, language, lambda: setup)
        window = Window(opening, Preferences(tmp_path / "config"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def workspace(tmp_path: Path, setup: Setup) -> Workspace:
    """An open workspace that holds nothing yet."""
    return new_workspace(tmp_path / "work.fieldkit", PASSPHRASE, setup)


@pytest.fixture
def sample(tmp_path: Path, setup: Setup) -> Workspace:
    """An open workspace with the sample dialogues."""
    return new_workspace(tmp_path / "sample.fieldkit", PASSPHRASE, setup, sample=True)


@pytest.fixture
def desk_of(make_window: Callable[..., Window]) -> Callable[..., Desk]:
    """Show the desk of a workspace: `desk_of(sample, "nl")`."""

    def show(workspace: Workspace, language: str = "en") -> Desk:
        window = make_window(language=language)
        window.enter(workspace)
        assert window.desk is not None
        return window.desk

    return show


def found(root: QWidget, name: str) -> QWidget:
    """Return the one visible control a screen reader would call by this name."""
    named = [
        each for each in root.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()
    ]
    assert len(named) == 1, (name, [each.accessibleName() for each in root.findChildren(QWidget)])
    return named[0]
