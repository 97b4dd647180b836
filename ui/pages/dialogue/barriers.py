"""The seven barriers to speaking, each rated, each with a measure (RQ-007, SC-03)."""

from __future__ import annotations

from typing import get_args

from PySide6.QtWidgets import QWidget

from fieldkit.model.paths import Path
from fieldkit.model.vocabulary import Barrier
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, Field, ManyField, TextField
from ui.pages.dialogue.section import SectionFold

BARRIERS: tuple[Barrier, ...] = get_args(Barrier)


class BarriersFold(SectionFold):
    """Seven ratings; a measure is asked where a barrier is there."""

    def __init__(self, context: Context, assessment: Editor) -> None:
        super().__init__(context, assessment, context.words.say("Barriers to speaking"))
        assessment.edited.connect(lambda _path: self._show_measures())
        assessment.reloaded.connect(self._show_measures)

    def make_fields(self) -> list[Field]:
        """Return rating, forms of reprisal and measure of each barrier."""
        fields: list[Field] = []
        for name in BARRIERS:
            words = label("Barrier", name, self.words)
            levels = options("BarrierLevel", self.words)
            fields.append(ChoiceField(self.context, self.editor, ("barriers", name, "level"), words, levels))
            if name == "reprisal":
                forms = options("ReprisalForm", self.words)
                path: Path = ("barriers", name, "forms")
                say = self.words.say
                fields.append(ManyField(self.context, self.editor, path, say("In which form"), forms))
            path = ("barriers", name, "measure")
            measure = self.words.say("What we do about it")
            fields.append(TextField(self.context, self.editor, path, measure, lines=2))
        return fields

    def _made(self) -> QWidget:
        body = super()._made()
        self._show_measures()
        return body

    def show_state(self) -> None:
        """Say how many are rated, and which are strong."""
        rated = self.editor.record.barriers
        known = [name for name in BARRIERS if name in rated and rated[name].level != "unknown"]
        strong = [label("Barrier", name, self.words) for name in known if rated[name].level == "strong"]
        summary = self.words.say("{rated} of 7 rated", rated=len(known))
        if strong:
            summary += " · " + self.words.say("strong: {barriers}", barriers=self.words.listed(strong))
        self.set_summary(summary)
        preparing = self.context.workspace.preparing
        self.set_state(preparing.section_state(self.editor.record.dialogue_code, "barriers"))
        self._show_measures()

    def knows(self, key: str) -> bool:
        """Readiness names a barrier as `barriers.reprisal`."""
        return key.startswith("barriers")

    def is_meant(self, field: str, key: str) -> bool:
        """The measure where a rating is there already, else the rating."""
        name = key.removeprefix("barriers.").split(".")[0]
        rated = self.editor.record.barriers.get(name)
        part = "measure" if rated is not None and rated.level in ("some", "strong") else "level"
        return field == f"barriers.{name}.{part}"

    def _show_measures(self) -> None:
        for name in BARRIERS:
            rated = self.editor.record.barriers.get(name)
            there = rated is not None and (rated.level in ("some", "strong") or bool(rated.measure))
            for part in ("measure", "forms"):
                if field := self.fields.get(f"barriers.{name}.{part}"):
                    field.setVisible(there)
