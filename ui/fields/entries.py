"""A few short texts on one line, with commas between them."""

from __future__ import annotations

import re

from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields.line import LineField

_BETWEEN = re.compile(r"[,;\n]")


class EntriesField(LineField):
    """A list of short texts, such as languages: "Hadoti, Hindi". What a comma ends is an entry."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str = "") -> None:
        super().__init__(context, editor, path, label, hint, placeholder=context.words.say("a, b, c"))

    def show_value(self) -> None:
        """Show the entries; a draft with what stands against it."""
        draft = self.editor.draft(self.path)
        held: tuple[str, ...] = self.editor.value(self.path)
        if draft is None and entries(self.line.text()) == held:
            text = self.line.text()  # a comma somebody just typed stays
        else:
            text = ", ".join(held if draft is None else entries(draft))
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self._shown = text
        self.say_problem("" if draft is None else self.editor.problem(self.path, entries(draft)))

    def take(self) -> None:
        """Hand over the entries if the line changed."""
        self._pause.stop()
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.say_problem(self.editor.typed(self.path, entries(self._shown)))


def entries(typed: str, /) -> tuple[str, ...]:
    """Return what stands between the commas, each once."""
    return tuple(dict.fromkeys(each.strip() for each in _BETWEEN.split(typed) if each.strip()))
