"""Some fields of the session side by side under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.fields import Field
from ui.parts.field_flow import FieldFlow
from ui.parts.labels import Label
from ui.tokens import S8


class FieldRow(QWidget):
    """A heading, a line that explains where one is needed, and fields."""

    def __init__(self, context: Context, heading: str, fields: Sequence[Field], second: str = "") -> None:
        super().__init__()
        self.fields = {field.key: field for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        if heading:
            column.addWidget(Label(context.theme, heading, role="strong"))
        if second:
            column.addWidget(Label(context.theme, second, role="second", ink="muted"))
        inside = QWidget()
        flow = FieldFlow(inside)
        for field in fields:
            flow.addWidget(field)
        column.addWidget(inside)

    def go_to(self, key: str) -> bool:
        """Put the cursor in the field of a path; return whether it is here."""
        if (field := self.fields.get(key)) is None:
            return False
        field.setFocus()
        return True
