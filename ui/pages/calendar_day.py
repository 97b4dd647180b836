"""One day of the month: its number, its sessions as far as there is room, and how many more there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from fieldkit.workspace.calendar import MonthDay
from ui.context import Context
from ui.pages.calendar_chip import CHIP, DayPressable, MoreChip, SessionChip
from ui.parts import drawing
from ui.parts.keys import is_enter
from ui.reading_order import READ_LAST
from ui.tokens import S4

NUMBER = 26  # px of the line with the number of the day
DISC = 22  # px around the number of today
GAP = 2
LEAST = NUMBER + CHIP + S4  # px high: one session can be seen


class DayCell(DayPressable):
    """A day. `opened` tells the session somebody opened, `more` that they want to see the whole day."""

    opened = Signal(object)  # Entry
    more = Signal(object)  # date

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, inset=S4)
        self._context = context
        self.shown: MonthDay | None = None
        self._chips: list[SessionChip] = []
        self._more = MoreChip(context.theme)
        self._more.setParent(self)
        self._more.setProperty(READ_LAST, True)
        self._more.clicked.connect(self._ask_more)
        self._more.hide()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_day(self, day: MonthDay) -> None:
        """Show a day with its sessions."""
        self.shown = day
        self.setAccessibleName(day.name)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [SessionChip(self._context.theme, entry) for entry in day.entries]
        for chip in self._chips:
            chip.setParent(self)
            chip.clicked.connect(lambda _=False, entry=chip.entry: self.opened.emit(entry))
        self._place()
        self.update()

    def set_current(self, *, current: bool) -> None:
        """Have Tab stop here and at the sessions of this day, or pass by."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        for each in (self, *self._chips, self._more):
            each.setFocusPolicy(policy)

    def enter(self) -> None:
        """Open the only session of the day; of several go to the first."""
        seen = [chip for chip in self._chips if not chip.isHidden()]
        if len(self._chips) == 1:
            self.opened.emit(self._chips[0].entry)
        elif seen:
            seen[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space open; a click only goes there."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.enter()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as many sessions as there is room for."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of one session."""
        return QSize(0, LEAST)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same height, at any width."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the number; the grid draws the ground."""
        if self.shown is None:
            return
        painter = QPainter(self)
        place = QRectF(S4, (NUMBER - DISC) / 2, DISC, DISC)
        ink = "text" if self.shown.in_month else "faint"
        if self.shown.is_today:
            drawing.box(painter, place, DISC / 2, self._theme.colour("accent"), None)
            ink = "on_accent"
        painter.setFont(self._theme.figures("second_strong" if self.shown.is_today else "second_title"))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.shown.day.day))

    def _place(self) -> None:
        room = max(1, (self.height() - NUMBER - S4 + GAP) // (CHIP + GAP))
        for at, chip in enumerate(self._chips):
            chip.setGeometry(S4, NUMBER + at * (CHIP + GAP), max(0, self.width() - 2 * S4), CHIP)
            chip.setVisible(at < room)
        hidden = len(self._chips) - room
        if hidden > 0 and self.shown is not None:
            say = self._context.words.say
            day = self._context.words.day(self.shown.day)
            self._more.say(
                say("+{number} more", number=hidden), say("{number} more on {day}", number=hidden, day=day)
            )
            self._more.move(self.width() - self._more.width() - S4, (NUMBER - CHIP) // 2)
        self._more.setVisible(hidden > 0)

    def _ask_more(self) -> None:
        if self.shown is not None:
            self.more.emit(self.shown.day)
