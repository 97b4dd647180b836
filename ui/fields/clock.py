"""A time of day, typed in any usual way: 9, 930, 9.30, 9:30."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import LabelAt
from ui.fields.line import NUMBER_WIDTH, LineField


class ClockField(LineField):
    """A time on the clock at the place; what is no time is said beside the field."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "",
        label_at: LabelAt = "above",
    ) -> None:  # fmt: skip
        super().__init__(context, editor, path, label, hint, label_at, context.words.say("hh:mm"))

    def take(self) -> None:
        """Hand over the line, and show the time as it is written in full."""
        super().take()
        if not self.problem and not self.line.hasFocus():
            self.show_value()

    def _control(self) -> QWidget:
        self.line.setFixedWidth(NUMBER_WIDTH)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addStretch(1)
        return whole
