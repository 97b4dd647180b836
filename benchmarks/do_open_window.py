"""Does what starting the program does until somebody can type the passphrase. Run in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from importlib.metadata import entry_points

from fieldkit.window import protect_process


def main(file: Path) -> None:
    """Show the gate and wait until its passphrase field can be typed in."""
    protect_process()
    [found] = entry_points(group="fieldkit.window", name="run")  # as the program finds its window
    found.load()
    from ui.app import shown
    from ui.window import Opening

    application, window = shown(Opening(file, language="en"))
    while window.gate is None or window.focusWidget() is None or not window.isVisible():
        application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
