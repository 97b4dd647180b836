"""How long the calendar of 2,000 sessions takes to put together, and to be seen in the window."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import large
from benchmarks.figure import Figure, median_milliseconds
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.calendar import Calendar

GOAL = "<= 100 ms"
_ALL = 'SELECT code, dialogue_code, date, start, "end", status, groups FROM session'
_OF_THE_MONTH = f"{_ALL} WHERE date BETWEEN '2026-03-30' AND '2026-05-03'"


def measure() -> Iterator[Figure]:
    """Yield the time of a month and of the whole agenda beside a bare select of the same rows."""
    with tempfile.TemporaryDirectory() as name:
        path, state = Path(name) / "large.fieldkit", Path(name) / "state"
        large.make(path, state)
        with Store.open(path, large.PASSPHRASE, cost=WEAKEST, state_folder=state) as store:
            yield from _of_the_store(store)
        yield from _in_the_window(path, state)


def _of_the_store(store: Store) -> Iterator[Figure]:
    words, calendar, select = catalogue("en"), Calendar(store, today=lambda: large.TODAY), store._connection
    agenda = median_milliseconds(lambda: calendar.agenda(words), runs=15)
    bare = median_milliseconds(lambda: select.execute(_ALL), runs=15)
    sessions = store.sessions.count()
    yield Figure(f"the agenda of {sessions:,} sessions", agenda, "ms", bare, "selecting the same rows", GOAL)
    month = median_milliseconds(lambda: calendar.month(2026, 4, words), runs=30)
    bare = median_milliseconds(lambda: select.execute(_OF_THE_MONTH), runs=15)
    yield Figure("a month of them", month, "ms", bare, "selecting the same rows", GOAL)


def _in_the_window(path: Path, state: Path) -> Iterator[Figure]:
    """Yield how long each view takes until it can be seen, beside what it is put together from."""
    from ui.places import Place
    from ui.preferences import Preferences
    from ui.window import Opening, Window

    application = _application()
    setup = Setup(cost=WEAKEST, state_folder=state, data_folder=state, today=large.TODAY)
    window = Window(Opening(path, language="en"), Preferences(state))
    window.resize(1280, 800)
    window.show()
    workspace = Workspace.open(path, large.PASSPHRASE, setup)
    window.enter(workspace)
    desk = window.desk
    assert desk is not None

    def show() -> None:
        assert desk.page is not None
        desk.page.refresh()
        application.processEvents()

    words, calendar = catalogue("en"), workspace.calendar
    against = "putting it together"
    desk.go(Place("calendar", part="agenda"))
    shown = median_milliseconds(show, runs=9)
    made = median_milliseconds(lambda: calendar.agenda(words), runs=9)
    yield Figure("the agenda in the window", shown, "ms", made, against, "<= 300 ms")
    desk.go(Place("calendar", part="month"))
    shown = median_milliseconds(show, runs=9)
    made = median_milliseconds(lambda: calendar.month(2026, 4, words), runs=9)
    yield Figure("the month in the window", shown, "ms", made, against, "<= 300 ms")
    window.close()


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    return application


if __name__ == "__main__":
    print(Figure.HEAD)
    for figure in measure():
        print(figure)
