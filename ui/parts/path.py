"""The path of a dialogue: six steps, how far each is, and where one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import icons
from ui.parts import drawing
from ui.parts.pressable import Pressable
from ui.parts.sign import STATES
from ui.theme import Theme
from ui.tokens import ICON, S4, S8, STEPS

LINE = 3  # px under the present step
SEAM = 22
DOT, DOT_STEP = 10, 19.5

Steps = Sequence[tuple[str, str, str]]  # name, words, state


class StepPath(QWidget):
    """The steps side by side, in one line always: where there is little room the other names are cut.

    `said` are the words of each state, for tooltips and screen readers. `chosen` tells the name of a step.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, steps: Steps, current: str, said: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._said = said or {}
        self._steps: dict[str, _Step] = {}
        self.setFixedHeight(STEPS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S8 + 2)
        for name, words, _ in steps:
            if self._steps:
                self._row.addWidget(_Seam(theme), 0)
            self._steps[name] = self._step(name, words)
        self._row.addStretch(1)
        self.show_steps(steps, current)

    def show_steps(self, steps: Steps, current: str) -> None:
        """Show how far the steps are now, and which one is open."""
        for name, words, state in steps:
            self._steps[name].show_state(state, self._said.get(state, ""), words, current=name == current)

    def _step(self, name: str, words: str) -> _Step:
        step = _Step(self._theme, words)
        step.clicked.connect(lambda: self.chosen.emit(name))
        self._row.addWidget(step)
        return step


class _Step(Pressable):
    """One step."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, inset=S8 + 2)
        self._words = words
        self._state = ""
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, said: str, words: str, *, current: bool) -> None:
        """Show how far it is, and whether it is the one that is open."""
        self._state = state
        self._words = words
        self._current = current
        self.setText(words.replace("&", "&&"))
        told = f"{words}, {said}" if said else words
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the icon and the words."""
        words = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self._words)
        return QSize(ICON + S8 + round(words) + 2, STEPS)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the icon; of the words too where one stands."""
        return self.sizeHint() if self._current else QSize(ICON, STEPS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon, the words, and the line under the present step."""
        painter = QPainter(self)
        icon, ink = STATES[self._state]
        icons.draw(painter, icon, QRectF(0, (STEPS - ICON) / 2, ICON, ICON), self._theme.colour(ink))
        painter.setFont(self._theme.font("strong" if self._current else "body"))
        lively = self._current or self.underMouse()
        painter.setPen(self._theme.colour("text" if lively else "muted"))
        place = QRectF(ICON + S8 - 1, 0, self.width() - ICON - S8 + 1, STEPS)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        if self._current:
            line = QRectF(0, STEPS - LINE, self.width(), LINE * 2)  # its lower half lies outside
            drawing.box(painter, line, LINE / 2, self._theme.colour("accent"), None)


class _Seam(QWidget):
    """The thin line between two steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ink = theme.colour("ctl")
        self.setMinimumWidth(S4)
        self.setMaximumWidth(SEAM)
        self.setFixedHeight(STEPS)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual length."""
        return QSize(SEAM, STEPS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, STEPS // 2, self.width(), 1), self._ink)


class StepDots(QWidget):
    """The path as six dots: done, in progress, held up, not yet. `name` says the same in words."""

    def __init__(self, theme: Theme, states: Sequence[str], name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._states = tuple(states)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the dots."""
        return QSize(round(DOT_STEP * (len(self._states) - 1)) + DOT + 2, DOT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the dots and the line between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        places = [QPointF(1 + DOT / 2 + at * DOT_STEP, middle) for at in range(len(self._states))]
        painter.setPen(QPen(self._theme.colour("ctl"), 1))
        for place in places[:-1]:
            painter.drawLine(place + QPointF(DOT / 2 + 1, 0), place + QPointF(DOT_STEP - DOT / 2 - 1, 0))
        for place, state in zip(places, self._states, strict=True):
            self._draw_dot(painter, place, state)

    def _draw_dot(self, painter: QPainter, place: QPointF, state: str) -> None:
        half = DOT / 2
        if state == "done":
            _fill(painter, self._theme.colour("green_mark"))
            painter.drawEllipse(place, half, half)
        elif state in ("held_up", "danger"):
            _fill(painter, self._theme.colour("red" if state == "danger" else "amber_mark"))
            corners = (QPointF(0, -half), QPointF(half + 0.5, half - 0.5), QPointF(-half - 0.5, half - 0.5))
            painter.drawPolygon(QPolygonF([place + corner for corner in corners]))
        else:
            ink = self._theme.colour("accent" if state == "in_progress" else "ctl")
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, half - 0.75, half - 0.75)
            if state == "in_progress":
                _fill(painter, ink)
                painter.drawPie(QRectF(place.x() - half, place.y() - half, DOT, DOT), -90 * 16, 180 * 16)


def _fill(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
