"""The rights at risk for this group, chosen from the themes (RQ-005)."""

from __future__ import annotations

from ui.context import Context
from ui.editor import Editor
from ui.fields import Field, ManyField
from ui.pages.dialogue.section import SectionFold


class RightsFold(SectionFold):
    """Which rights may be at risk here."""

    def __init__(self, context: Context, assessment: Editor) -> None:
        super().__init__(context, assessment, context.words.say("Rights at risk"))
        self._options = context.workspace.preparing.rights(context.words)

    def make_fields(self) -> list[Field]:
        """Return one field with all themes to tick."""
        words = self.words.say("Which rights may be at risk for these workers?")
        return [ManyField(self.context, self.editor, ("rights",), words, self._options)]

    def show_state(self) -> None:
        """Name the rights that were chosen."""
        chosen = self.editor.record.rights
        names = [words for theme, words in self._options if theme in chosen]
        self.set_summary(" · ".join(names) or self.words.say("None chosen yet"))
        self.set_state("done" if names else "open")

    def knows(self, key: str) -> bool:
        """Readiness names it as `rights`."""
        return key == "rights"
