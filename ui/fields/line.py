"""A line of text; a whole number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fieldkit.model.paths import Path
from fieldkit.workspace.reading import written
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import Field, LabelAt
from ui.parts.labels import Label
from ui.tokens import S8

NUMBER_WIDTH = 88
MOST_TYPED = 20_000  # a pasted book is cut here and said to be too long; the field stays quick


class LineField(Field):
    """One line of text."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "",
        label_at: LabelAt = "above", placeholder: str = "",
    ) -> None:  # fmt: skip
        super().__init__(context, editor, path, label, hint, label_at)
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_TYPED)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.typing)
        self.line.editingFinished.connect(self.take)
        self.build(self._control(), self.line)

    def _control(self) -> QWidget:
        return self.line

    def show_value(self) -> None:
        """Show the value; a draft with what stands against it."""
        draft = self.editor.draft(self.path)
        text = written(self.value(), self.context.words) if draft is None else draft
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self._shown = text
        self.say_problem("" if draft is None else self.editor.problem(self.path, draft))

    def take(self) -> None:
        """Hand over the line if it changed."""
        self._pause.stop()
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.say_problem(self.editor.typed(self.path, self._shown))


class NumberField(LineField):
    """A whole number with its unit behind it."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "",
        label_at: LabelAt = "beside", unit: str = "",
    ) -> None:  # fmt: skip
        self._unit = unit
        super().__init__(context, editor, path, label, hint, label_at)

    def _control(self) -> QWidget:
        self.line.setFixedWidth(NUMBER_WIDTH)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not self._unit:
            return self.line
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(self.line)
        row.addWidget(Label(self.context.theme, self._unit, role="second", ink="muted", wrap=False))
        row.addStretch(1)
        return whole
