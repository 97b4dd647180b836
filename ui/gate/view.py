"""What the views of the gate share: a title, a column of fields, one task at a time, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.gate.errand import Errand
from ui.gate.trouble import Trouble, Way
from ui.gate.work import KeyWords, MakeSetup
from ui.jobs import Jobs
from ui.messages import Messages
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S4, S16

StepName = Literal["create", "unlock", "recovery", "renew", "sheet", "restore", "sample"]


@dataclass(frozen=True)
class Step:
    """Where one is at the gate."""

    name: StepName
    file: Path  # the workspace it is about
    key_words: KeyWords = ()  # once they are known


@dataclass(frozen=True)
class Surroundings:
    """What every view is given: words, looks, and the ways out of it."""

    theme: Theme
    words: Catalogue
    jobs: Jobs
    messages: Messages
    setup: MakeSetup
    go: Callable[[Step], None]
    enter: Callable[[Path, KeyWords], None]  # raises what opening raises
    look_around: Callable[[], None]  # into the sample; raises what opening raises
    choose_file: Callable[[], None]  # asks for a workspace file and goes to it


class View(QWidget):
    """One view of the gate. What is typed in it goes with it."""

    busy = Signal(bool)  # whether a task is under way: the ways out stand still meanwhile

    def __init__(self, around: Surroundings, step: Step, title: str, lead: str) -> None:
        super().__init__()
        self.around = around
        self.theme = around.theme
        self.words = around.words
        self.step = step
        self._errand: Errand | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(S16)
        self.trouble = Trouble(around.theme)
        if title:
            self._add_title(title, lead)

    @property
    def is_busy(self) -> bool:
        """Whether a task is under way."""
        return self._errand is not None

    def begin(self) -> None:
        """Put the cursor where one begins."""

    def arrived(self, answer: Any) -> None:
        """Go on with the answer of the task."""

    def show_busy(self, busy: bool) -> None:
        """Show that a task is under way, or over."""

    def ways(self, error: Exception, /) -> Sequence[Way]:
        """Return the ways out of what went wrong."""
        return ()

    def sentence(self, error: Exception, /) -> str:
        """Return what there is to say of what went wrong."""
        return self.around.messages.sentence(error)

    def run(self, task: Callable[[], Any]) -> None:
        """Do a task away from the thread that draws; then `arrived`, or what went wrong is said."""
        if self.is_busy:
            return
        self.trouble.clear()
        self.follow(Errand(self.around.jobs, lambda _progress: task()))

    def follow(self, errand: Errand) -> None:
        """Wait for the answer of a task."""
        self._errand = errand
        errand.done.connect(self._finish)
        errand.failed.connect(self._fail)
        self._turn(busy=True)

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something at once, and say what went wrong."""
        try:
            act()
        except Exception as error:  # noqa: BLE001  # the outermost edge: a bug is said too, and the gate stays
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """Say what went wrong, and the ways out."""
        self.trouble.say(self.sentence(error), self.ways(error))
        self.begin()

    def take_over(self, other: View) -> None:
        """Go on where another view of the same kind was: it was made in other words or looks."""
        for mine, theirs in zip(_typed_in(self), _typed_in(other), strict=False):
            if isinstance(mine, QLineEdit) and isinstance(theirs, QLineEdit):
                mine.setText(theirs.text())
            elif isinstance(mine, QPlainTextEdit) and isinstance(theirs, QPlainTextEdit):
                mine.setPlainText(theirs.toPlainText())
            if theirs is QApplication.focusWidget():
                mine.setFocus(Qt.FocusReason.OtherFocusReason)
        if other._errand is not None:
            self.follow(other._errand)

    def _finish(self, answer: Any) -> None:
        self._errand = None
        self._turn(busy=False)
        self.attempt(lambda: self.arrived(answer))

    def _fail(self, error: Exception) -> None:
        self._errand = None
        self._turn(busy=False)
        self.fail(error)

    def _turn(self, *, busy: bool) -> None:
        self.show_busy(busy)
        self.busy.emit(busy)

    def _add_title(self, title: str, lead: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(S4)
        head.addWidget(Label(self.theme, title, role="first_run_title"))
        if lead:
            head.addWidget(Label(self.theme, lead, ink="muted"))
        self.column.addLayout(head)


def _typed_in(view: QWidget) -> list[QWidget]:
    return [each for each in view.findChildren(QWidget) if isinstance(each, QLineEdit | QPlainTextEdit)]
