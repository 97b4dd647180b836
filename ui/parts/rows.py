"""Rows one can press: a title, a second line, and what stands at the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.parts import drawing
from ui.parts.labels import Label
from ui.parts.pressable import Pressable
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import ICON, ICON_LEAD, RADIUS_CONTROL, S4, S8, S12, S16

FILLS = "fills"  # a widget with this property uses the whole width of a card


class RowButton(Pressable):
    """A whole row as one target: an icon, a title, a second line, and an arrow at the end."""

    def __init__(
        self, theme: Theme, title: str, second: str = "", icon: str = "", trailing: str = "caret-right",
        icon_ink: str = "accent",
    ) -> None:  # fmt: skip
        super().__init__(theme)
        self.setProperty(FILLS, True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = Label(theme, role="row_title")
        self._second = Label(theme, role="second", ink="muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S16, S8 + 2, S16, S8 + 2)
        self._row.setSpacing(S12)
        if icon:
            self._row.addWidget(Sign(theme, icon, icon_ink, ICON_LEAD))
        self._row.addLayout(self._words(), 1)
        if trailing:
            self._row.addWidget(Sign(theme, trailing, "faint", ICON))
        self._ends = self._row.count() - (1 if trailing else 0)
        self.say(title, second)

    def say(self, title: str, second: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(f"{title}, {second}" if second else title)

    def lead(self, widget: QWidget) -> None:
        """Put something before the words, such as a day."""
        self._row.insertWidget(0, _pass_through(widget))
        self._ends += 1

    def add(self, widget: QWidget) -> None:
        """Put something after the words, such as a pill or a ring."""
        self._row.insertWidget(self._ends, _pass_through(widget))
        self._ends += 1

    def below(self, widget: QWidget) -> None:
        """Put something under the words, such as the path of a dialogue as dots."""
        self._column.insertWidget(self._column.count() - 1, _pass_through(widget))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of what the row holds."""
        return self._row.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground under the pointer."""
        if self.underMouse() or self.isDown():
            place = QRectF(self.rect()).adjusted(S4, S4, -S4, -S4)
            drawing.box(QPainter(self), place, RADIUS_CONTROL, self._theme.colour("hover"), None)

    def _words(self) -> QVBoxLayout:
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._second)
        self._column.addStretch(1)
        return self._column


def _pass_through(widget: QWidget) -> QWidget:
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
