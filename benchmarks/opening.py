"""From the passphrase to Today, and what one looks at next, in a workspace of 20,000 insights."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from benchmarks import large
from benchmarks.figure import Figure, median_milliseconds
from fieldkit.store import Store, now
from fieldkit.store.connection import salt_of
from fieldkit.store.keys import WEAKEST, derive
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.overview import RECENT, SHOWN, Overview

_DAY = large.TODAY.isoformat()
_AS_MANY_ROWS = (
    "SELECT code, date, start, status FROM session"
    f" WHERE status = 'planned' AND date >= '{_DAY}' ORDER BY date LIMIT {SHOWN}",
    f"SELECT code, text, due FROM promise WHERE kept = 'open' ORDER BY due LIMIT {SHOWN}",
    f"SELECT code, title, supplier_code FROM dialogue ORDER BY code LIMIT {RECENT}",
)


def measure() -> Iterator[Figure]:
    """Yield the time to Today beside that of the bare file, and of the list and a search in an open one."""
    with tempfile.TemporaryDirectory() as name:
        path, state = Path(name) / "large.fieldkit", Path(name) / "state"
        large.make(path, state)
        ours = median_milliseconds(lambda: _today(path, state), runs=9)
        beside = median_milliseconds(lambda: _bare(path), runs=9)
        against = "the bare file opened and as many rows read"
        yield Figure("from passphrase to Today, the key apart", ours, "ms", beside, against, "<= 300 ms")
        shown = _to_the_page(path, state)
        against = "the same, and a bare window with as many lines"
        yield Figure(
            "the same with its page in the window", shown, "ms", _to_bare_lines(path), against, "<= 300 ms"
        )
        with Store.open(path, large.PASSPHRASE, cost=WEAKEST, state_folder=state) as store:
            yield from _in_the_open_file(store)


def _in_the_open_file(store: Store) -> Iterator[Figure]:
    words = catalogue("en")
    codes = median_milliseconds(lambda: [each.code for each in store.dialogues.all()], runs=9)
    # A new overview each time, as after a change; otherwise nothing would be read.
    listed = median_milliseconds(lambda: _overview(store).dialogues(words), runs=9)
    yield Figure(
        f"list {large.DIALOGUES} dialogues with their steps", listed, "ms", codes, "reading them", "<= 100 ms"
    )
    overview = _overview(store)
    found = median_milliseconds(lambda: overview.find("mir tan", words), runs=50)
    names = median_milliseconds(lambda: store.agenda.names(), runs=9)
    yield Figure("find by two words", found, "ms", names, "reading all names", "<= 20 ms")


def _overview(store: Store) -> Overview:
    return Overview(store, lambda: large.TODAY, now)


def _today(path: Path, state: Path) -> None:
    with Store.open(path, large.PASSPHRASE, cost=WEAKEST, state_folder=state) as store:
        _overview(store).today(catalogue("en"))


def _to_the_page(path: Path, state: Path) -> float:
    """Return the median time, in ms, until Today can be seen; the window stands already."""
    from ui.preferences import Preferences
    from ui.window import Opening, Window

    application = _application()
    setup = Setup(cost=WEAKEST, state_folder=state, data_folder=state, today=large.TODAY)

    def show() -> None:
        window.enter(Workspace.open(path, large.PASSPHRASE, setup))
        application.processEvents()

    window = Window(Opening(path, language="en"), Preferences(state))
    window.show()
    times = []
    for _ in range(7):
        times.append(median_milliseconds(show, runs=1, warm=False))
        window.lock()
    window.close()
    return sorted(times)[3]


def _to_bare_lines(path: Path) -> float:
    """Return the median time, in ms, of the bare file and a bare window with a line for each row."""
    application = _application()

    def show() -> None:
        _bare(path)
        window = QWidget()
        column = QVBoxLayout(window)
        for row in range(2 * SHOWN + RECENT):
            column.addWidget(QLabel(f"{row}"))
        window.show()
        application.processEvents()

    return median_milliseconds(show, runs=7)


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    return application


def _bare(path: Path) -> None:
    key = derive(large.PASSPHRASE, salt_of(path), WEAKEST)
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for sql in _AS_MANY_ROWS:
        connection.execute(sql).fetchall()
    connection.close()


if __name__ == "__main__":
    print(Figure.HEAD)
    for figure in measure():
        print(figure)
