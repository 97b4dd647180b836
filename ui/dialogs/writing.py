"""Writing a file beside the work in the window, and saying that it is there."""

from __future__ import annotations

from collections.abc import Callable

from ui.context import Context
from ui.gate.errand import Errand


def write(context: Context, write_file: Callable[[], object], written: str, /) -> None:
    """Have a file written away from the thread that draws; then say so, or what stood against it."""
    errand = Errand(context.jobs, lambda _progress: write_file())
    errand.done.connect(lambda _answer: context.messages.say(written))
    errand.failed.connect(context.messages.failed)
