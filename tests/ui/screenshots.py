"""Pictures of every page, to be looked at: `python -m tests.ui.screenshots FOLDER`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.ui.every_page import PLACES, SIZES, plan_more
from ui.preferences import Appearance, Preferences
from ui.theme import load_fonts
from ui.window import Opening, Window

LOOKS: tuple[Appearance, ...] = ("light", "dark")


def main(folder: Path) -> None:
    """Write the pictures anew: those of pages that are gone do not stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("page-*.png"):
        old.unlink()
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    with TemporaryDirectory() as work:
        for window, name in _windows(Path(work)):
            for _ in range(10):
                application.processEvents()
            window.grab().save(str(folder / f"page-{name}.png"))


def _windows(work: Path) -> Iterator[tuple[Window, str]]:
    setup = Setup(cost=WEAKEST, state_folder=work / "state", data_folder=work / "data")
    for language in ("en", "nl"):
        for looks in LOOKS:
            preferences = Preferences(work / "config")
            preferences.appearance = looks
            window = Window(Opening(work / "new.fieldkit", False, language, lambda: setup), preferences)
            window.show()
            for size in SIZES:
                window.resize(*size)
                yield window, f"gate-{language}-{looks}-{size[0]}"
            sample = Workspace.create(work / f"{language}-{looks}.fieldkit", "quiet", setup, sample=True)
            plan_more(sample)
            window.enter(sample)
            yield from _pages(window, f"{language}-{looks}")
            window.close()


def _pages(window: Window, suffix: str) -> Iterator[tuple[Window, str]]:
    for size in SIZES:
        window.resize(*size)
        for name, place in PLACES.items():
            assert window.desk is not None
            window.desk.go(place)
            yield window, f"{name}-{suffix}-{size[0]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
