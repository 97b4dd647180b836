"""The way in: `fieldkit`, or `python -m fieldkit`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Open the window when nothing else is asked for; else run the command that is."""
    if len(sys.argv) == 1:
        gc.disable()  # until the window stands: what loads now stays anyway
        from fieldkit import window

        window.protect_process()
        sys.exit(window.show())
    from fieldkit import cli

    cli.main()


if __name__ == "__main__":
    main()
