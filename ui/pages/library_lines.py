"""The lines of a page of the library: a mark before them, the words, and what they rest on beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.workspace.library import Part
from ui.parts import drawing
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import RADIUS_CELL, RADIUS_CONTROL, S4, S8, TYPE

MARK = 16  # px, the box to tick
DOT = 2.5  # px from its middle to its edge
CODES = 100  # px of the column of codes


class PartOfPage(QWidget):
    """One heading and its lines."""

    def __init__(self, theme: Theme, part: Part) -> None:
        super().__init__()
        self.lines = [Line(theme, part, at) for at in range(len(part.lines))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        if part.heading:
            heading = Label(theme, part.heading, role="section")
            heading.setContentsMargins(0, 0, 0, S4)
            column.addWidget(heading)
        for line in self.lines:
            column.addWidget(line)


class Line(QWidget):
    """One line. It stands on a soft ground where somebody looked for it."""

    def __init__(self, theme: Theme, part: Part, at: int) -> None:
        super().__init__()
        self._theme = theme
        self._found = False
        self.text = part.lines[at]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, S4 // 2, S8, S4 // 2)
        row.setSpacing(S8)
        if part.kind != "text":
            row.addWidget(LineMark(theme, part.kind), 0, top)
        row.addWidget(Label(theme, self.text), 1, top)
        self._code = Label(theme, part.codes[at], role="code", ink="faint")
        self._code.setContentsMargins(0, S4 // 2, 0, 0)  # so that both stand on one line
        self._code.setFixedWidth(CODES)
        self._code.setAlignment(Qt.AlignmentFlag.AlignRight)
        if any(part.codes):
            row.addSpacing(S8)
            row.addWidget(self._code, 0, top)

    @property
    def is_found(self) -> bool:
        """Whether the line stands apart, as the one somebody looked for."""
        return self._found

    def set_found(self, found: bool) -> None:
        """Set the line apart, or no longer."""
        self._found = found
        self._code.set_ink("muted" if found else "faint")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the soft ground."""
        if self._found:
            place = QRectF(self.rect())
            drawing.box(QPainter(self), place, RADIUS_CONTROL, self._theme.colour("accent_soft"), None)


class LineMark(QWidget):
    """What stands before a line: a dot, a box as it will be ticked on paper, or a question mark."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self.setFixedSize(MARK + S8, TYPE["body"].line)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the mark."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the mark."""
        painter = QPainter(self)
        place = QRectF(S4, (self.height() - MARK) / 2, MARK, MARK)
        if self._kind == "boxes":
            drawing.box(painter, place, RADIUS_CELL, None, self._theme.colour("ctl"))
        elif self._kind == "questions":
            painter.setFont(self._theme.font("strong"))
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QPointF(place.center()), DOT, DOT)
