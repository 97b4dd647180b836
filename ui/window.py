"""The one window: the gate where a workspace is unlocked, and behind it the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from fieldkit.text import Catalogue, catalogue
from ui.gate.gate import Gate
from ui.gate.work import usual_setup
from ui.idle import Idle
from ui.jobs import Jobs
from ui.messages import Messages
from ui.preferences import Appearance, Preferences
from ui.theme import Theme, system_theme, theme

if TYPE_CHECKING:  # the work behind the gate loads while somebody types a passphrase
    from fieldkit.workspace import Setup, Workspace
    from ui.desk import Desk

SMALLEST = (1024, 640)
FIRST_SIZE = (1280, 800)


@dataclass(frozen=True)
class Opening:
    """What the window is started with."""

    file: Path  # the workspace to open, or to create where there is none
    sample: bool = False  # go straight to the sample dialogue
    language: str = ""  # asked for; empty: the one remembered
    setup: Callable[[], Setup] | None = None  # None: as on any day


class Window(QMainWindow):
    """Shows the gate or the desk, in one language and one theme, and changes both without a restart."""

    def __init__(self, opening: Opening, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.opening = replace(opening, setup=lambda: self._setup(opening.setup or usual_setup))
        self.jobs = Jobs(self)
        self.words: Catalogue = catalogue(opening.language or preferences.language)
        self.messages = Messages(self.words, self)
        self.theme: Theme = self._wanted_theme()
        self.workspace: Workspace | None = None
        self.idle = Idle(preferences.lock_minutes, parent=self)
        self.setWindowTitle("Fieldkit")  # and never what is open in it
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if preferences.geometry is not None:
            self.restoreGeometry(preferences.geometry)
        self._wire()
        self.show_gate()

    @property
    def desk(self) -> Desk | None:
        """The desk, while a workspace is open."""
        from ui.desk import Desk

        shown = self.centralWidget()
        return shown if isinstance(shown, Desk) else None

    @property
    def gate(self) -> Gate | None:
        """The gate, while no workspace is open."""
        shown = self.centralWidget()
        return shown if isinstance(shown, Gate) else None

    def show_gate(self) -> None:
        """Show the gate; `opened` brings the workspace in."""
        gate = Gate(self.theme, self.words, self.jobs, self.messages, self.opening)
        gate.opened.connect(self.enter)
        gate.language_chosen.connect(self.speak)
        self._show(gate)
        gate.begin()

    def enter(self, workspace: Workspace) -> None:
        """Show the desk of a workspace that has been opened."""
        from ui.desk import Desk

        self.workspace = workspace
        self.idle.watch()
        self._show(Desk(self, workspace))

    def lock(self) -> None:
        """Close the file, forget the key, and empty the screen of everything that was on it."""
        if self.workspace is not None:
            problem = self._close_workspace()
            self.show_gate()
            if problem is not None:  # said at the gate: what was behind it is gone
                self.messages.failed(problem)

    def speak(self, language: str) -> None:
        """Speak another language from here on."""
        self.preferences.language = language
        self.words = catalogue(language)
        self.messages.words = self.words
        self._build_anew()

    def look(self, appearance: Appearance) -> None:
        """Look light, dark, or as the computer says."""
        self.preferences.appearance = appearance
        self._follow_system()

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes."""
        self.preferences.lock_minutes = minutes
        self.idle.minutes = minutes

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Lock before going: nothing typed is lost, nothing stays readable. Stay to say what went wrong."""
        self.preferences.geometry = self.saveGeometry()
        if (problem := self._close_workspace()) is None:
            super().closeEvent(event)
        else:
            event.ignore()
            self.show_gate()
            self.messages.failed(problem)

    def _close_workspace(self) -> Exception | None:
        """Close the file, empty screen and clipboard; return what went wrong on the way, if anything did.

        Whatever goes wrong in one step, the others are taken: the file is locked, the screen is empty.
        """
        if self.workspace is None:
            return None
        desk, workspace, self.workspace = self.desk, self.workspace, None
        wrong: list[Exception] = []
        for step in (
            self._close_dialogs,
            desk.leave if desk is not None else None,
            desk.context.undo.clear if desk is not None else None,
            lambda: self._show(QWidget()),  # nothing of it stays on the screen while work ends
            self.repaint,
            self.jobs.wait,
            self.messages.forget,
            lambda: _put_to_sleep(desk),
            self.idle.rest,
            lambda: forget_clipboard(QGuiApplication.clipboard()),
        ):
            _attempt(step, wrong)
        self.opening = replace(self.opening, sample=False, file=workspace.path or self.opening.file)
        _attempt(lambda: wrong.extend(filter(None, [workspace.lock()])), wrong)
        return wrong[0] if wrong else None

    def _close_dialogs(self) -> None:
        """Close what stands open above the desk: the search, a question, a list."""
        for widget in self.findChildren(QWidget):
            if widget.isWindow() and widget.isVisible():
                widget.close()

    def _setup(self, made: Callable[[], Setup]) -> Setup:
        """Return who works here: the history names the role that was chosen, never a person."""
        return replace(made(), role=self.preferences.role)

    def _wire(self) -> None:
        self.idle.left_alone.connect(self.lock)
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        dress(self.theme)

    def _wanted_theme(self) -> Theme:
        appearance = self.preferences.appearance
        return system_theme() if appearance == "system" else theme(appearance)

    def _follow_system(self) -> None:
        wanted = self._wanted_theme()
        if wanted.name != self.theme.name:
            self.theme = wanted
            dress(wanted)
            self._build_anew()

    def _build_anew(self) -> None:
        """Make what is shown once more, in the words and looks of now; the cursor stays where it was."""
        desk = self.desk
        if desk is not None and self.workspace is not None:
            desk.leave()
            self._show(desk.again())
        elif (gate := self.gate) is not None:
            again = Gate(self.theme, self.words, self.jobs, self.messages, self.opening)
            again.opened.connect(self.enter)
            again.language_chosen.connect(self.speak)
            again.take_over(gate)
            self._show(again)

    def _show(self, widget: QWidget) -> None:
        before = self.takeCentralWidget()
        self.setCentralWidget(widget)
        widget.show()  # at once, so that it can take the cursor
        if before is not None:
            before.hide()
            before.deleteLater()


def _attempt(step: Callable[[], object] | None, wrong: list[Exception]) -> None:
    """Take a step of locking; what goes wrong in it is told once everything is locked."""
    try:
        if step is not None:
            step()
    except Exception as error:  # noqa: BLE001  # a bug in a page must not keep the file open
        wrong.append(error)


def _put_to_sleep(desk: Desk | None) -> None:
    """Let nothing of a desk wake up once its file is closed."""
    for timer in desk.findChildren(QTimer) if desk is not None else ():
        timer.stop()


def dress(looks: Theme, /) -> None:
    """Give the whole application the looks of a theme."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(looks.palette())
        application.setStyleSheet(looks.stylesheet())
        application.setFont(looks.font("body"))


def forget_clipboard(clipboard: QClipboard, /) -> None:
    """Empty the clipboard, if it still holds what was copied here."""
    if clipboard.ownsClipboard():
        clipboard.clear()


def warm_up(parent: QObject) -> None:
    """Load the work behind the gate once the gate stands: nobody waits for it after the passphrase."""
    QTimer.singleShot(0, parent, _load)


def _load() -> None:
    from threading import Thread

    def load() -> None:
        import ui.desk  # noqa: F401

    Thread(target=load, daemon=True).start()
