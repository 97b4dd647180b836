"""One group of questions about the site; those that do not apply are not shown."""

from __future__ import annotations

from fieldkit.workspace.preparing import AskedQuestion, AskedSection
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, Field, NumberField
from ui.pages.dialogue.section import SectionFold

DANGER = {"imminent_harm": "yes"}  # the answer that stops everything


class QuestionsFold(SectionFold):
    """The questions of one section."""

    def __init__(self, context: Context, editor: Editor, section: AskedSection) -> None:
        super().__init__(context, editor, section.title)
        self._section = section

    def show_section(self, section: AskedSection) -> None:
        """Show what is asked now, in the order it is asked, and what has been answered."""
        self._section = section
        self.set_summary(section.summary)
        self.set_state("done" if section.state == "done" else "open")
        if not self.fields:
            return
        asked = {f"answers.{each.field}": each for each in section.questions}
        for at, (key, question) in enumerate(asked.items()):
            if key not in self.fields:
                self.fields[key] = self._field(question)
                self._column.insertWidget(at, self.fields[key])
        for key, field in self.fields.items():
            field.setVisible(key in asked)

    def begin(self) -> None:
        """Open, with the cursor in the first question that has no answer."""
        self.open()
        open_ = (each for each in self._section.questions if each.value in ("unknown", None))
        if (question := next(open_, None)) is not None:
            self.fields[f"answers.{question.field}"].setFocus()

    def make_fields(self) -> list[Field]:
        """Return a field for each question that is asked now."""
        return [self._field(question) for question in self._section.questions]

    def knows(self, key: str) -> bool:
        """Whether one of these questions is meant."""
        return any(question.field == key.removeprefix("answers.") for question in self._section.questions)

    def is_meant(self, field: str, key: str) -> bool:
        """Readiness names a question by its field."""
        return field.removeprefix("answers.") == key.removeprefix("answers.")

    def _field(self, question: AskedQuestion) -> Field:
        path = ("answers", question.field)
        if question.kind == "choice":
            danger = DANGER.get(question.field, "")
            return ChoiceField(
                self.context,
                self.editor,
                path,
                question.label,
                question.options,
                question.hint,
                danger=danger,
            )
        unit = "%" if question.kind == "percent" else self.words.say("days")
        return NumberField(self.context, self.editor, path, question.label, question.hint, unit=unit)
