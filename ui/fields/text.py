"""Text of several lines; a list with one entry a line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from fieldkit.model.paths import Path
from fieldkit.workspace.reading import written
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import Field

MOST_PASTED = 40_000
LINE_HEIGHT = 22
FRAME = 18


class PlainText(QPlainTextEdit):
    """An editor of plain text that takes no pictures, no markup and no pasted megabyte; Tab moves on."""

    left = Signal()
    refused = Signal(int)  # how many characters somebody tried to paste

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * LINE_HEIGHT + FRAME)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that somebody moved on."""
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Take text alone."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste plain text; what is far too long stays where it came from."""
        text = source.text()
        if len(text) > MOST_PASTED:
            self.refused.emit(len(text))
        else:
            self.insertPlainText(text)


class TextField(Field):
    """Several lines of text."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "", lines: int = 3,
        placeholder: str = "",
    ) -> None:  # fmt: skip
        super().__init__(context, editor, path, label, hint)
        self.text = PlainText(lines)
        self.text.setPlaceholderText(placeholder)
        self.text.textChanged.connect(self.typing)
        self.text.left.connect(self.take)
        self.text.refused.connect(self._too_long)
        self.build(self.text)

    def show_value(self) -> None:
        """Show the value; a draft with what stands against it."""
        draft = self.editor.draft(self.path)
        text = written(self.value(), self.context.words) if draft is None else draft
        self._shown = text
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.say_problem("" if draft is None else self.editor.problem(self.path, draft))

    def take(self) -> None:
        """Hand over the text if it changed."""
        self._pause.stop()
        text = self.text.toPlainText()
        if text != self._shown:
            self._shown = text
            self.say_problem(self.editor.typed(self.path, text))

    def _too_long(self, count: int) -> None:
        words = self.context.words
        self.say_problem(
            words.say("What you pasted is too long ({count} characters): paste less.", count=count)
        )


class ListField(TextField):
    """A list of short texts, one a line."""

    def show_value(self) -> None:
        """Show the entries; blank lines somebody just typed stay where they are."""
        kept = "\n".join(line.strip() for line in self.text.toPlainText().splitlines() if line.strip())
        if self.editor.draft(self.path) is None and kept == written(self.value(), self.context.words):
            self._shown = self.text.toPlainText()
            self.say_problem("")
        else:
            super().show_value()
