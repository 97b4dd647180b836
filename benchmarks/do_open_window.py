"""Does what starting the program does until somebody can type the passphrase. Run in a process of its own."""

from __future__ import annotations

import gc
import sys
from importlib.metadata import entry_points
from pathlib import Path

from fieldkit.window import default_file, protect_process


def main(file: Path) -> None:
    """Show the gate and wait until its passphrase field can be typed in."""
    gc.disable()  # as the way in does
    protect_process()
    default_file()
    [found] = entry_points(group="fieldkit.window", name="run")  # as the program finds its window
    found.load()
    from ui.app import shown
    from ui.window import Opening

    application, window = shown(Opening(file, language="en"))
    while window.gate is None or window.focusWidget() is None or not window.isVisible():
        application.processEvents()
    print("ready", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
