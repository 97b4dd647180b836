"""A day, typed in any usual way or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import LabelAt
from ui.fields.line import LineField
from ui.parts.buttons import IconButton
from ui.parts.calendar import Calendar
from ui.tokens import S4

DAY_WIDTH = 168


class DayField(LineField):
    """A day; what is no day is said beside the field."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "",
        label_at: LabelAt = "above",
    ) -> None:  # fmt: skip
        super().__init__(context, editor, path, label, hint, label_at, context.words.say("day-month-year"))

    def take(self) -> None:
        """Hand over the line, and show the day as it is written in full."""
        super().take()
        if isinstance(self.value(), date) and not self.problem and not self.line.hasFocus():
            self.show_value()

    def _control(self) -> QWidget:
        self.line.setFixedWidth(DAY_WIDTH)
        pick = IconButton(self.context.theme, "calendar-blank", self.context.words.say("Pick a day"))
        pick.clicked.connect(self._pick)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        row.addWidget(self.line)
        row.addWidget(pick)
        row.addStretch(1)
        return whole

    def _pick(self) -> None:
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = Calendar(self.context.theme, self.context.words.say("Pick a day"))
        value = self.value()
        shown = value if isinstance(value, date) else self.context.workspace.today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(lambda day: self._picked(day, frame))
        calendar.clicked.connect(lambda day: self._picked(day, frame))
        QVBoxLayout(frame).addWidget(calendar)
        frame.move(self.line.mapToGlobal(QPoint(0, self.line.height() + S4)))
        frame.show()
        calendar.setFocus()

    def _picked(self, day: QDate, frame: QFrame) -> None:
        frame.close()
        self.line.setText(f"{day.year():04}-{day.month():02}-{day.day():02}")
        self.take()
        self.show_value()
        self.line.setFocus()
