"""Segments: two to five short answers side by side, of which one is given."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui import icons
from ui.parts import drawing
from ui.parts.focus import FocusFrame
from ui.parts.keys import is_enter
from ui.theme import Theme
from ui.tokens import RADIUS_CONTROL, S8, SEGMENT

PAD = 12
TICK = 16

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Segments(QWidget):
    """A question with a few answers. Arrows move, letters jump; what does not fit goes to a second row.

    `options` are values with their words, `value` the one given (empty: none yet), `name` what is asked,
    `danger` the value that is about life or freedom. `chosen` tells what the user chose.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, options: Sequence[tuple[str, str]], value: str, name: str, danger: str = "",
        height: int = SEGMENT,
    ) -> None:  # fmt: skip
        super().__init__()
        self.theme = theme
        self._height = height
        self._frame = FocusFrame(theme, self)
        self._segments = [_Segment(self, key, words, key == danger != "") for key, words in options]
        for segment in self._segments:
            segment.clicked.connect(segment.pick)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._segments[0])
        self.set_value(value)

    @property
    def is_small(self) -> bool:
        """Whether it stands in a form rather than on the big page of a talk."""
        return self._height <= SEGMENT

    def value(self) -> str:
        """Return the answer given; empty when there is none."""
        return next((segment.value for segment in self._segments if segment.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show an answer, without telling that it was chosen."""
        for segment in self._segments:
            segment.setChecked(segment.value == value)
        stop = next((segment for segment in self._segments if segment.isChecked()), self._segments[0])
        for segment in self._segments:  # one stop for Tab, as with radio buttons everywhere
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(stop)
        self.updateGeometry()
        self._place()

    def pick(self, value: str) -> None:
        """Give an answer, as the user does."""
        if value == self.value():
            return
        self.set_value(value)
        self.chosen.emit(value)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Whether the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        return len(self._rows(width)) * self._height

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of one row of all answers."""
        return QSize(sum(segment.room() for segment in self._segments) + 2, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest answer."""
        return QSize(max(segment.room() for segment in self._segments) + 2, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the answers anew."""
        super().resizeEvent(event)
        self._place()

    def note_focus(self, event: QFocusEvent) -> None:
        """Frame the whole question while one of its answers has the focus."""
        self._frame.note(event)

    def step(self, segment: _Segment, by: int) -> None:
        """Go to the answer before or after."""
        at = (self._segments.index(segment) + by) % len(self._segments)
        self._go(self._segments[at])

    def jump(self, segment: _Segment, letter: str) -> bool:
        """Go to the next answer that begins with a letter; returns whether there is one."""
        at = self._segments.index(segment)
        for other in (*self._segments[at + 1 :], *self._segments[: at + 1]):
            if other.words.casefold().startswith(letter.casefold()):
                self._go(other)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the grounds, the hairlines and the one border."""
        painter = QPainter(self)
        place = self._area()
        drawing.box(painter, place, RADIUS_CONTROL, self.theme.colour("surface"), None)
        painter.setClipPath(drawing.rounded(place, RADIUS_CONTROL))
        for segment in self._segments:
            painter.fillRect(QRectF(segment.geometry()), self.theme.colour(segment.ground()))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        for segment in self._segments:
            self._draw_hairlines(painter, QRectF(segment.geometry()), place.top())
        painter.setClipping(False)
        drawing.box(painter, place, RADIUS_CONTROL, None, self.theme.colour("ctl"))

    def _draw_hairlines(self, painter: QPainter, place: QRectF, first: float) -> None:
        if place.left() > 1:
            left = place.left() + 0.5
            painter.drawLine(QPointF(left, place.top()), QPointF(left, place.bottom()))
        if place.top() > first:
            top = place.top() + 0.5
            painter.drawLine(QPointF(place.left(), top), QPointF(place.right(), top))

    def _go(self, segment: _Segment) -> None:
        self.pick(segment.value)
        segment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _area(self) -> QRectF:
        """Where the rows are: in the middle, should there be more room than they need."""
        height = len(self._rows(self.width())) * self._height
        return QRectF(0, (self.height() - height) // 2, self.width(), height)

    def _rows(self, width: int) -> list[list[_Segment]]:
        """Which answers stand on which row of `width` px."""
        rows: list[list[_Segment]] = [[]]
        left = 0
        for segment in self._segments:
            if rows[-1] and left + segment.room() > width - 2:
                rows.append([])
                left = 0
            rows[-1].append(segment)
            left += segment.room()
        return rows

    def _place(self) -> None:
        rows = self._rows(self.width())
        above = round(self._area().top())
        for at, row in enumerate(rows):
            spare = (self.width() - 2 - sum(segment.room() for segment in row)) / len(row)
            left = 1.0
            for segment in row:
                right = left + segment.room() + (spare if len(rows) > 1 or spare < 0 else 0)
                top = above + at * self._height
                segment.setGeometry(
                    QRect(QPoint(round(left), top), QPoint(round(right) - 1, top + self._height - 1))
                )
                left = right
        self.update()


class _Segment(QRadioButton):
    """One answer. Its question draws the ground; it draws its words."""

    def __init__(self, question: Segments, value: str, words: str, danger: bool) -> None:
        super().__init__(words.replace("&", "&&"), question)
        self.value = value
        self.words = words
        self._question = question
        self._danger = danger
        self._rooms: dict[bool, int] = {}
        self.setAutoExclusive(False)  # the question sees to it, so that none can be given
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def pick(self) -> None:
        """Give this answer."""
        self._question.pick(self.value)
        self.setChecked(True)

    def room(self) -> int:
        """Return the px this answer needs; measured once, for a layout asks a hundred times."""
        chosen = self.isChecked()
        if chosen not in self._rooms:
            words = QFontMetricsF(self._font(chosen=chosen)).horizontalAdvance(self.words)
            self._rooms[chosen] = math.ceil(words) + 2 * PAD + 1 + (TICK + S8 if chosen else 0)
        return self._rooms[chosen]

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the words alone: with less they are cut."""
        return QSize(self.room() - 2 * PAD, self._question.minimumSizeHint().height())

    def ground(self) -> str:
        """Return the colour token of the ground."""
        if self.isChecked():
            return "red_soft" if self._danger else "accent_soft"
        return "sunken" if not self.isEnabled() else "hover" if self.underMouse() else "surface"

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The whole segment is the target."""
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:  # noqa: N802
        """An answer that is given is not taken back by pressing it again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move with arrows, jump with letters."""
        if event.key() in _BACK:
            self._question.step(self, -1)
        elif event.key() in _ON:
            self._question.step(self, 1)
        elif is_enter(event):
            self.click()
        elif not self._is_letter(event) or not self._question.jump(self, event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame."""
        super().focusInEvent(event)
        self._question.note_focus(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._question.note_focus(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Light up under the pointer."""
        self._question.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Be quiet again."""
        self._question.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the words, and the tick of the answer that is given."""
        chosen = self.isChecked()
        painter = QPainter(self)
        font = self._font(chosen=chosen)
        words = QFontMetricsF(font).horizontalAdvance(self.words)
        left = (self.width() + 1 - words - (TICK + S8 if chosen else 0)) / 2
        ink = self._question.theme.colour(self._ink(chosen=chosen))
        if chosen:
            icon = "shield-warning" if self._danger else "check"
            icons.draw(painter, icon, QRectF(left, (self.height() - TICK) / 2, TICK, TICK), ink)
            left += TICK + S8
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(left, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.words)

    def _font(self, *, chosen: bool) -> QFont:
        usual, strong = ("second", "second_strong") if self._question.is_small else ("body", "strong")
        return self._question.theme.font(strong if chosen else usual)

    def _ink(self, *, chosen: bool) -> str:
        if not self.isEnabled():
            return "faint"
        if chosen:
            return "red" if self._danger else "accent"
        return "muted"

    def _is_letter(self, event: QKeyEvent) -> bool:
        return len(event.text()) == 1 and event.text().isalnum() and not event.modifiers()
