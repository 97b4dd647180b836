"""Folds: a section shows its summary until it is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.parts import drawing
from ui.parts.labels import Label
from ui.parts.pressable import Pressable
from ui.parts.rows import FILLS
from ui.parts.sign import Sign, State
from ui.theme import Theme
from ui.tokens import FOLDED, ICON, OPENED, RADIUS_CONTROL, S4, S8, S12, S16

TITLE_COLUMN = 152  # so that the summaries of folded sections stand in one line
NARROW = 560  # below this the summary stands under the title


class Fold(QWidget):
    """A section that folds. The whole header is the target; Enter or Space folds.

    `state` is done, in_progress, held_up, danger, open, or empty for none; its icon stands before the title.
    `toggled` tells whether the section is open now.
    """

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, title: str, summary: str = "", state: State = "", opened: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._maker: Callable[[], QWidget] | None = None
        self._body: QWidget | None = None
        self.setProperty(FILLS, True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._header = _Header(theme, title)
        self._header.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._inside = QVBoxLayout()
        self._column.addLayout(self._inside)
        self._column.addStretch(1)  # neither grows beyond what it needs
        self.setFocusProxy(self._header)
        self.set_state(state)
        self.set_summary(summary)
        if opened:
            self.open()

    @property
    def is_open(self) -> bool:
        """Whether the section is open."""
        return self._header.isChecked()

    @property
    def body(self) -> QWidget | None:
        """What the section holds; None until a section with a maker is first opened."""
        return self._body

    def set_body(self, widget: QWidget) -> None:
        """Set what the section holds."""
        if self._body is not None:
            self._body.hide()
            self._inside.removeWidget(self._body)
            self._body.deleteLater()
        self._body = widget
        self._inside.addWidget(widget)
        widget.setVisible(self.is_open)
        self._indent()

    def set_maker(self, maker: Callable[[], QWidget]) -> None:
        """Have what the section holds made when it is first opened."""
        self._maker = maker
        if self.is_open:
            self._make()

    def set_title(self, title: str) -> None:
        """Call the section something else."""
        self._header.set_title(title)

    def set_summary(self, text: str, amber: bool = False) -> None:
        """Say in one line what is in the section; amber when it holds things up."""
        self._header.set_summary(text, "amber" if amber else "muted")

    def set_state(self, state: State, said: str = "") -> None:
        """Show how far the section is; `said` is that in words, for a screen reader."""
        self._header.set_state(state, said)
        self._indent()

    def set_action(self, widget: QWidget) -> None:
        """Put one button into the header; it shows while the section is open."""
        self._header.set_action(widget)

    def open(self) -> None:
        """Open the section."""
        self._turn(opened=True)

    def close_up(self) -> None:
        """Fold the section."""
        self._turn(opened=False)

    def toggle(self) -> None:
        """Open or fold the section."""
        self._turn(opened=not self.is_open)

    def _turn(self, *, opened: bool) -> None:
        if opened == self.is_open:
            return
        self._header.set_opened(opened=opened)
        self._make()
        if self._body is not None:
            self._body.setVisible(opened)
        self._indent()
        self._settle()
        self.toggled.emit(opened)

    def _settle(self) -> None:
        """Have all around take the new height at once; the event loop would need a turn for each level."""
        around: QWidget | None = self._body or self
        while around is not None and (layout := around.layout()) is not None:
            layout.activate()
            around = around.parentWidget()

    def _indent(self) -> None:
        shown = self.is_open and self._body is not None
        self._inside.setContentsMargins(*((self._header.indent(), S4, S16, S16) if shown else (0, 0, 0, 0)))

    def _make(self) -> None:
        if self._maker is not None and self._body is None:
            self.set_body(self._maker())


class _Header(Pressable):
    """State, title, summary, chevron."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._words = title
        self._said = ""
        self._action: QWidget | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sign = Sign(theme)
        self._title = Label(theme, title, role="row_title")
        self._summary = Label(theme, "", role="second", ink="muted")
        self._chevron = Sign(theme, "caret-down", "faint", ICON)
        self._lay_out()
        self._arrange()

    def indent(self) -> int:
        """Return where the words begin, so that what is below can stand in line with them."""
        return S16 if self._sign.isHidden() else S16 + ICON + S12

    def set_title(self, title: str) -> None:
        """Say what the section is called."""
        self._words = title
        self._title.setText(title)
        self._name()

    def set_summary(self, text: str, ink: str) -> None:
        """Say what is in the section."""
        self._summary.setText(text)
        self._summary.set_ink(ink)
        self._summary.set_role("second_title" if ink == "amber" else "second")
        self._summary.setVisible(bool(text))
        self._name()

    def set_state(self, state: State, said: str) -> None:
        """Show how far it is."""
        self._sign.show_state(state)
        self._sign.setVisible(bool(state))
        self._said = said
        self._name()

    def set_action(self, widget: QWidget) -> None:
        """Put a button before the chevron."""
        self._action = widget
        self._row.insertWidget(self._row.count() - 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        widget.setVisible(self.isChecked())

    def set_opened(self, *, opened: bool) -> None:
        """Show that it is open, or folded."""
        self.setChecked(opened)
        self._title.set_role("strong" if opened else "row_title")
        self._chevron.show_icon("caret-up" if opened else "caret-down", "faint")
        if self._action is not None:
            self._action.setVisible(opened)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the header."""
        return self._row.sizeHint()

    def nextCheckState(self) -> None:  # noqa: N802
        """The fold decides what a press does."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the summary under the title where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground under the pointer."""
        if self.underMouse():
            place = QRectF(self.rect()).adjusted(S4, S4, -S4, -S4)
            drawing.box(QPainter(self), place, RADIUS_CONTROL, self._theme.colour("hover"), None)

    def _lay_out(self) -> None:
        self._text = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._text.setSpacing(S16)
        self._text.addWidget(self._title)
        self._text.addWidget(self._summary, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S16, S8, S16, S8)
        self._row.setSpacing(S12)
        self._row.addWidget(self._sign)
        self._row.addLayout(self._text, 1)
        self._row.addWidget(self._chevron)

    def _arrange(self) -> None:
        below = self.width() < NARROW
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._text.direction() != wanted:
            self._text.setDirection(wanted)
            self._text.setSpacing(0 if below else S16)
        self.setMinimumHeight(self._least())
        self._title.setMinimumWidth(0 if below or self.isChecked() else TITLE_COLUMN)

    def _least(self) -> int:
        return OPENED if self.isChecked() else FOLDED

    def _name(self) -> None:
        parts = (self._words, self._said, self._summary.text())
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(", ".join(part for part in parts if part))
