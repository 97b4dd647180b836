"""Starts the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.messages import catch_bugs
from ui.preferences import Preferences
from ui.theme import load_fonts
from ui.window import Opening, Window, warm_up

if TYPE_CHECKING:
    from fieldkit.workspace import Setup


def run(file: Path, *, sample: bool, language: str, setup: Callable[[], Setup]) -> int:
    """Show the window until it is closed, and return the exit code of the program.

    `file` is the workspace to open or, where there is none yet, to create; with `sample` the sample dialogues
    are shown in a throw-away workspace. `language` is `en`, `nl`, or empty for the one remembered.
    """
    application, window = shown(Opening(file, sample, language, setup))
    catch_bugs(window.messages)
    window.setWindowIcon(_icon(window))
    gc.enable()  # the way in puts it off until here
    warm_up(window)
    return application.exec()


def shown(opening: Opening) -> tuple[QApplication, Window]:
    """Return the application with its window on the screen."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("fieldkit")
    application.setDesktopFileName("fieldkit")
    application.setStyle("Fusion")
    load_fonts()
    leave_no_traces()
    window = Window(opening, Preferences())
    window.show()
    return application, window


def leave_no_traces() -> None:
    """Keep Qt from writing down in which folders somebody chose files, under the names of their folders.

    Its own dialogs do so in a file `QtProject.conf`; it is sent where nothing can be written. Our own
    settings name their file and are not touched by this.
    """
    nowhere = str(Path(os.devnull) / "nowhere")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)


def _icon(window: Window) -> QIcon:
    from ui.parts.seats import Mark

    return QIcon(Mark(window.theme, 64).grab())
