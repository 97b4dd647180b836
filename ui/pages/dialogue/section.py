"""What the folds of Prepare share: fields within, a state without, and the way to one field."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.parts.fold import Fold
from ui.tokens import S12


class SectionFold(Fold):
    """One section of Prepare. Its body is made when it is first opened."""

    def __init__(self, context: Context, editor: Editor, title: str) -> None:
        super().__init__(context.theme, title)
        self.context = context
        self.editor = editor
        self.words = context.words
        self.fields: dict[str, Field] = {}
        self.set_maker(self._made)

    def make_fields(self) -> list[Field]:
        """Return the fields of this section."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show in the header how far this section is."""

    def go_to(self, key: str) -> bool:
        """Open and put the cursor in the field that a readiness item names; returns whether it is here."""
        if not self.knows(key):
            return False
        self.open()
        field = next((each for name, each in self.fields.items() if self.is_meant(name, key)), None)
        if field is not None:
            field.setFocus()
        return True

    def knows(self, key: str) -> bool:
        """Whether a readiness item is about this section."""
        raise NotImplementedError

    def is_meant(self, field: str, key: str) -> bool:
        """Whether a field of this section is the one a readiness item names."""
        return field == key

    def add_field(self, field: Field) -> None:
        """Show one more field below the others."""
        self.fields[field.key] = field
        self._column.addWidget(field)

    def _made(self) -> QWidget:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)
        for field in self.make_fields():
            self.add_field(field)
        return body
