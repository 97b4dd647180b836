"""A calendar to pick a day from. Its weekends are quiet: red is for danger to people alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from ui.theme import Theme


class Calendar(QCalendarWidget):
    """A month at a time; arrows move by days, Page Up and Page Down by months, Enter picks."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        head = QTextCharFormat()
        head.setForeground(theme.colour("muted"))
        self.setHeaderTextFormat(head)
        quiet = QTextCharFormat()
        quiet.setForeground(theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
