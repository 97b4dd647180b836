"""The foot of the readiness column: what one can do once nothing stands against it, and what opens it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.buttons import Button, ButtonKind
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import CONTROL, S8, S16


@dataclass(frozen=True)
class FootButton:
    """One thing to do."""

    act: str  # what the page calls it
    words: str
    kind: ButtonKind = "plain"
    icon: str = ""
    why: str = ""  # it is off; empty: it is on


@dataclass(frozen=True)
class Foot:
    """What can be done, and one line below it."""

    buttons: tuple[FootButton, ...] = ()
    line: str = ""


class FootBar(QWidget):
    """The foot as it is shown. `acted` tells what was pressed."""

    acted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[FootButton, ...] = ()
        self.buttons: list[Button] = []
        self._line = Label(theme, role="code", ink="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S16, S8, S16, S16)
        self._column.setSpacing(S8)
        self._column.addWidget(self._line)

    def show_foot(self, foot: Foot) -> None:
        """Show what can be done now; the cursor stays on its button, or falls to the first one."""
        if [replace(each, why="") for each in foot.buttons] != [
            replace(each, why="") for each in self._shown
        ]:
            self._make(foot.buttons)
        self._shown = foot.buttons
        for button, each in zip(self.buttons, foot.buttons, strict=True):
            if each.why:
                button.set_off(each.why)
            elif button.is_off:
                button.set_on()
        self._line.setText(foot.line)
        self._line.setVisible(bool(foot.line))

    def _make(self, wanted: tuple[FootButton, ...]) -> None:
        had_cursor = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(each) for each in wanted]
        for at, button in enumerate(self.buttons):
            self._column.insertWidget(at, button)
        if had_cursor and self.buttons:
            self.buttons[0].setFocus()

    def _button(self, each: FootButton) -> Button:
        button = Button(self._theme, each.words, kind=each.kind, icon=each.icon, height=CONTROL)
        button.clicked.connect(lambda: self.acted.emit(each.act))
        return button
