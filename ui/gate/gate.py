"""What stands before a workspace: a panel that says what this is, and beside it the way in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.gate import work
from ui.gate.brand import Brand
from ui.gate.files import FILES, free_name
from ui.gate.side import Side
from ui.gate.view import Step, StepName, Surroundings, View
from ui.gate.work import KeyWords
from ui.jobs import Jobs
from ui.messages import Messages
from ui.notice import Notice
from ui.parts.rows import RowButton
from ui.parts.scroll import Scroll
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.window import Opening

NO_BRAND, SLIM_BRAND = 900, 1200  # px of width up to which the panel is not shown, or takes less room


class Gate(QWidget):
    """Creates, unlocks or brings back a workspace, and hands it over with `opened`."""

    opened = Signal(object)  # Workspace, opened by the thread that draws
    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, words: Catalogue, jobs: Jobs, messages: Messages, opening: Opening
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._setup = opening.setup or work.usual_setup
        self._usual_file = opening.file
        self._around = Surroundings(
            theme=theme,
            words=words,
            jobs=jobs,
            messages=messages,
            setup=self._setup,
            go=self.go,
            enter=self._enter,
            look_around=self._look_around,
            choose_file=self._choose_file,
        )
        self._brand = Brand(theme, words)
        self._way_in: Scroll | None = None
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(Notice(theme, messages, self))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._brand)
        whole.addLayout(self._right, 1)
        self._show(self._first_step(opening))

    @property
    def step(self) -> Step:
        """Where one is."""
        return self.view.step

    def begin(self) -> None:
        """Put the cursor where one begins; go straight to the sample where that was asked for."""
        self.view.begin()

    def go(self, step: Step) -> None:
        """Show another view; what was typed in the one before is forgotten."""
        self._show(step)
        self.begin()

    def take_over(self, other: Gate) -> None:
        """Go on where another gate was: it was made in other words or looks."""
        self._show(other.step)
        self.view.take_over(other.view)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the panel out where there is no room for it."""
        super().resizeEvent(event)
        self._brand.setVisible(self.width() > NO_BRAND)
        self._brand.set_slim(slim=self.width() <= SLIM_BRAND)

    def _first_step(self, opening: Opening) -> Step:
        name: StepName = "sample" if opening.sample else "unlock" if opening.file.exists() else "create"
        return Step(name, opening.file)

    def _show(self, step: Step) -> None:
        self.view = _kind(step.name)(self._around, step)
        side = Side(self._theme, self._words, self.view, self._rows(step))
        side.language_chosen.connect(self.language_chosen)
        before, self._way_in = self._way_in, Scroll(self._theme, side)
        self._right.insertWidget(0, self._way_in, 1)
        self._way_in.show()  # at once, so that it can take the cursor
        if before is not None:
            before.hide()
            before.deleteLater()

    def _rows(self, step: Step) -> list[RowButton]:
        """Return the quiet ways on below the view."""
        if step.name not in ("create", "unlock"):
            return []
        say = self._words.say
        rows = [
            self._row(
                "eye",
                say("Look around in the sample dialogue"),
                say("No passphrase; everything in it is invented"),
            ),
            self._row("key", say("Open a workspace"), say("A file on this computer or on a stick")),
            self._row(
                "clock-counter-clockwise",
                say("Restore a backup"),
                say("You need its passphrase or its recovery sheet"),
            ),
        ]
        rows[0].clicked.connect(lambda: self.go(Step("sample", step.file)))
        rows[1].clicked.connect(self._choose_file)
        rows[2].clicked.connect(lambda: self.go(Step("restore", step.file)))
        if step.name == "unlock":
            rows.append(
                self._row(
                    "plus",
                    say("Create a new workspace"),
                    say("A file of its own, with a passphrase of its own"),
                )
            )
            rows[3].clicked.connect(self._choose_new_file)
        return rows

    def _row(self, icon: str, title: str, second: str) -> RowButton:
        return RowButton(self._theme, title, second, icon)

    def _choose_file(self) -> None:
        title = self._words.say("Open a workspace")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(self._usual_file.parent), FILES)
        if chosen:
            self.go(Step("unlock", Path(chosen)))

    def _choose_new_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._words.say("Create a new workspace"), str(free_name(self._usual_file)), FILES,
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever overwritten
        )  # fmt: skip
        if chosen:
            self.go(Step("create", Path(chosen).with_suffix(".fieldkit")))

    def _enter(self, file: Path, key_words: KeyWords) -> None:
        self.opened.emit(work.enter(file, key_words, self._setup))

    def _look_around(self) -> None:
        self.opened.emit(work.look_around(self._setup))


def _kind(name: StepName) -> Callable[[Surroundings, Step], View]:
    """Return the kind of view; its code loads when it is first shown, for the first must stand at once."""
    match name:
        case "unlock":
            from ui.gate.unlock import UnlockView

            return UnlockView
        case "recovery":
            from ui.gate.recovery import RecoveryView

            return RecoveryView
        case "renew":
            from ui.gate.renew import RenewView

            return RenewView
        case "sheet":
            from ui.gate.sheet_view import SheetView

            return SheetView
        case "restore":
            from ui.gate.restore import RestoreView

            return RestoreView
        case "sample":
            from ui.gate.sample import SampleView

            return SampleView
    from ui.gate.create import CreateView

    return CreateView
