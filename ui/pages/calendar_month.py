"""The month: weeks as rows, days as cells. Arrows move by days, Enter opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from fieldkit.workspace.calendar import MonthView
from ui.context import Context
from ui.pages.calendar_day import DayCell
from ui.parts import drawing
from ui.parts.labels import Label
from ui.tokens import HEAD, RADIUS_CARD, S8

DAYS, MOST_WEEKS = 7, 6

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}  # in days


class MonthGrid(QWidget):
    """A month. Tab stops at the current day, then at its sessions.

    `opened` tells a session, `more` a day one wants to see whole, `left` a day of another month one went to.
    """

    opened = Signal(object)  # Entry
    more = Signal(object)  # date
    left = Signal(object)  # date

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._heads = [Label(context.theme, role="code_title", ink="muted", wrap=False) for _ in range(DAYS)]
        self._cells = [DayCell(context) for _ in range(DAYS * MOST_WEEKS)]
        self.current = context.workspace.today
        self._lay_out()

    def show_month(self, view: MonthView, current: date) -> None:
        """Show a month, and make one of its days the current one."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setAccessibleName(view.title)
        for head, name in zip(self._heads, view.weekdays, strict=True):
            head.setText(name)
        days = [day for week in view.weeks for day in week]
        for cell, day in zip(self._cells, days, strict=False):
            cell.show_day(day)
        for week in range(MOST_WEEKS):
            shown = week < len(view.weeks)
            self._grid.setRowStretch(week + 1, 1 if shown else 0)
            for cell in self._cells[week * DAYS : (week + 1) * DAYS]:
                cell.setVisible(shown)
        self.make_current(current)
        if held:
            self.focus()

    def make_current(self, day: date) -> None:
        """Have Tab stop at a day."""
        self.current = day
        for cell in self._shown():
            cell.set_current(current=cell.shown is not None and cell.shown.day == day)

    def focus(self) -> None:
        """Go to the current day."""
        for cell in self._shown():
            if cell.shown is not None and cell.shown.day == self.current:
                cell.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by days; Escape goes from a session back to its day."""
        if event.key() == Qt.Key.Key_Escape:
            self.focus()
        elif (days := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._go(self.current + timedelta(days=days))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet, the quiet days of other months, and the hairlines."""
        theme = self._context.theme
        painter = QPainter(self)
        place = QRectF(self.rect())
        drawing.box(painter, place, RADIUS_CARD, theme.colour("surface"), None)
        painter.setClipPath(drawing.rounded(place, RADIUS_CARD))
        painter.fillRect(QRectF(0, 0, self.width(), HEAD), theme.colour("sunken"))
        for cell in self._shown():
            if cell.shown is not None and not cell.shown.in_month:
                painter.fillRect(cell.geometry(), theme.colour("bg"))
        self._draw_hairlines(painter)
        painter.setClipping(False)
        drawing.box(painter, place, RADIUS_CARD, None, theme.colour("line"))

    def _draw_hairlines(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._context.theme.colour("line"), 1))
        for cell in self._cells[:DAYS][1:]:
            painter.drawLine(QPointF(cell.x() - 1, HEAD), QPointF(cell.x() - 1, self.height()))
        for cell in list(self._shown())[::DAYS]:
            painter.drawLine(QPointF(0, cell.y() - 1), QPointF(self.width(), cell.y() - 1))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(1)  # the hairline
        for column, head in enumerate(self._heads):
            head.setContentsMargins(S8, 0, S8, 0)
            head.setFixedHeight(HEAD - 1)
            head.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
        for at, cell in enumerate(self._cells):
            cell.opened.connect(self.opened)
            cell.more.connect(self.more)
            cell.clicked.connect(lambda _=False, cell=cell: self._go_to_cell(cell))
            self._grid.addWidget(cell, at // DAYS + 1, at % DAYS)

    def _shown(self) -> Iterator[DayCell]:
        return (cell for cell in self._cells if not cell.isHidden())

    def _go_to_cell(self, cell: DayCell) -> None:
        if cell.shown is not None:
            self._go(cell.shown.day)

    def _go(self, day: date) -> None:
        """Go to a day; one outside the month leads to its own."""
        here = [cell.shown for cell in self._shown() if cell.shown is not None and cell.shown.day == day]
        if here and here[0].in_month:
            self.make_current(day)
        else:
            self.left.emit(day)
        self.focus()
