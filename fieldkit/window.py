"""Finds and starts the window, which this side of the program does not know: by its entry point.

It loads as little as can be, so that the window stands before anybody notices.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldkit.workspace import Setup


def default_file() -> Path:
    """Return the workspace that is meant where none is named: the one in the user's data folder."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("fieldkit")) / "workspace.fieldkit"


def protect_process() -> None:
    """Let files be made for this user alone, and no memory be dumped to disk when something crashes."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def usual_setup() -> Setup:
    """Return who works, when, and on what machine, on any day."""
    from fieldkit.workspace import Setup

    return Setup()


def show(
    file: Path | None = None,
    language: str = "",
    setup: Callable[[], Setup] = usual_setup,
    *,
    sample: bool = False,
) -> int:
    """Show the window until it is closed, and return the exit code of the program.

    `language` is `en`, `nl`, or empty for the one the window remembers.
    """
    from importlib.metadata import entry_points

    [window] = entry_points(group="fieldkit.window", name="run")
    code: int = window.load()(file or default_file(), sample=sample, language=language, setup=setup)
    return code
