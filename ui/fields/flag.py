"""Something that is so or not, as two answers side by side."""

from __future__ import annotations

from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import Field
from ui.parts.segments import Segments

_WORDS = {False: "no", True: "yes"}


class FlagField(Field):
    """A field of the record that is true or false; each has its own words."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, false: str, true: str, hint: str = ""
    ) -> None:
        super().__init__(context, editor, path, label, hint)
        options = ((_WORDS[False], false), (_WORDS[True], true))
        self.segments = Segments(context.theme, options, _WORDS[self._held()], label)
        self.segments.chosen.connect(self._choose)
        self.build(self.segments)

    def show_value(self) -> None:
        """Show what the record holds."""
        self.segments.set_value(_WORDS[self._held()])

    def take(self) -> None:
        """Nothing waits: an answer is saved when it is given."""

    def _held(self) -> bool:
        return bool(self.value())

    def _choose(self, value: str) -> None:
        self.editor.put(self.path, value == _WORDS[True])
        self.show_value()
