"""How free a union or committee is: ten questions, and what follows from them at once (`01` section 1.5)."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.vocabulary import Legitimacy, LegitimacyQuestion, YesNoUnknown
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label, options
from fieldkit.workspace.partners import AskedQuestion
from ui.context import Context
from ui.editor import Editor
from ui.parts.fold import Fold
from ui.parts.labels import Label
from ui.parts.pill import Pill, Tone
from ui.parts.segments import Segments
from ui.parts.sign import State
from ui.tokens import S4, S8, S16

_TONES: dict[Legitimacy, Tone] = {"trusted": "green", "unverified": "amber", "yellow": "red", "na": "neutral"}
_STATES: dict[Legitimacy, State] = {"trusted": "done", "unverified": "held_up", "yellow": "danger", "na": ""}
PREFIX = "legitimacy_answers"


class LegitimacyFold(Fold):
    """Asked of unions and elected representation alone: hidden for all others."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__(context.theme, context.words.say("Legitimacy"))
        self._context = context
        self._editor = editor
        self._questions = partners.legitimacy_questions(context.words)
        self._answers: dict[LegitimacyQuestion, Segments] = {}
        self._reds: dict[LegitimacyQuestion, Label] = {}
        self.set_maker(self._made)

    def show_state(self) -> None:
        """Show what follows from the answers."""
        words, partner = self._context.words, self._editor.record
        self.setVisible(partners.is_asked(partner))
        result: Legitimacy = partner.legitimacy_result
        given = partner.legitimacy_answers
        word = label("Legitimacy", result, words)
        asked = words.say("{count} of {total} answered", count=len(given), total=len(self._questions))
        self.set_summary(f"{word} · {asked}", amber=result in ("unverified", "yellow"))
        self.set_state(_STATES[result], word)
        for question in self._questions:
            if question.id in self._answers:
                self._answers[question.id].set_value(given.get(question.id, ""))
                self._reds[question.id].setVisible(question.decides and given.get(question.id) == "no")
        if self._answers:
            self._result.say(word, _TONES[result])
            self._meaning.setText(self._means(result))

    def go_to(self, key: str) -> bool:
        """Put the cursor in the answer that is named; returns whether it is here."""
        if not key.startswith(PREFIX):
            return False
        self.open()
        asked = cast(LegitimacyQuestion, key.removeprefix(PREFIX).lstrip(".") or self._questions[0].id)
        if asked in self._answers:
            self._answers[asked].setFocus()
        return True

    def _made(self) -> QWidget:
        say, theme = self._context.words.say, self._context.theme
        self._result = Pill(theme, "")
        self._meaning = Label(theme, role="second", ink="muted")
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4)
        self._column.addWidget(self._result)
        self._column.addWidget(self._meaning)
        self._add_group(say("How free it is"), [each for each in self._questions if each.decides])
        self._add_group(say("Whom it speaks for"), [each for each in self._questions if not each.decides])
        line = say("Note who gave the answer. What a supplier says of a union may be coloured.")
        self._column.addSpacing(S8)
        self._column.addWidget(Label(theme, line, role="second", ink="muted"))
        self.show_state()
        return body

    def _add_group(self, title: str, questions: list[AskedQuestion]) -> None:
        self._column.addSpacing(S8)
        self._column.addWidget(Label(self._context.theme, title, role="second_strong"))
        for question in questions:
            self._add_question(question)

    def _add_question(self, question: AskedQuestion) -> None:
        theme, words = self._context.theme, self._context.words
        value = self._editor.record.legitimacy_answers.get(question.id, "")
        danger = "no" if question.decides else ""
        answer = Segments(theme, options("YesNoUnknown", words), value, question.text, danger)
        answer.chosen.connect(lambda given: self._answer(question.id, given))
        red = Label(theme, words.say("Red: a no here says that it may not be free."), role="code", ink="red")
        red.setVisible(question.decides and value == "no")
        self._answers[question.id] = answer
        self._reds[question.id] = red
        row = QHBoxLayout()
        row.setSpacing(S16)
        row.addWidget(answer)
        row.addWidget(Label(theme, question.id, role="code", ink="faint", wrap=False))
        row.addStretch(1)
        self._column.addWidget(Label(theme, question.text, role="second"))
        self._column.addLayout(row)
        self._column.addWidget(red)
        self._column.addSpacing(S8)

    def _answer(self, question: LegitimacyQuestion, given: str) -> None:
        editing = self._context.workspace.editing
        code = self._editor.record.code
        self._editor.flush()
        answer = cast(YesNoUnknown, given)
        self._context.do(lambda: editing.answer_legitimacy(code, question, answer))
        self._editor.reload()
        self._editor.edited.emit((PREFIX, question))

    def _means(self, result: Legitimacy) -> str:
        say = self._context.words.say
        if result == "trusted":
            return say("Yes to the first five: the union counts as trusted.")
        if result == "yellow":
            return say("Two or more times no: a yellow union, which does not speak for workers.")
        return say("One no, or anything unknown: not yet checked. Ask further before the first contact.")
