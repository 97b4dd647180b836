"""Prepare: the questions on the left, and beside them the five methods, ranked anew at every answer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.paths import Path
from fieldkit.workspace.preparing import AskedSection
from ui.context import Context
from ui.editor import Editor
from ui.pages.dialogue.advice import AdviceColumn
from ui.pages.dialogue.barriers import BarriersFold
from ui.pages.dialogue.calm import AcuteStop
from ui.pages.dialogue.decision import AboutFold, DecisionFold
from ui.pages.dialogue.questions import QuestionsFold
from ui.pages.dialogue.rights import RightsFold
from ui.pages.dialogue.safety import SafetyFold
from ui.pages.page import Page
from ui.parts.card import Card
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S12, S16, S24

LEFT_SHARE, RIGHT_SHARE = 48, 52
ASKED, ACUTE = 0, 1  # what is shown: the questions, or the calm screen


class PrepareStep(Page):
    """Finding out, with reasons, how to listen to workers at this site, and through whom."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        editing = context.workspace.editing
        dialogue = editing.find(Dialogue, place.code)
        assert dialogue is not None  # the frame shows no dialogue that is gone
        self._dialogue = Editor(context, dialogue, self)
        self._assessment = Editor(context, editing.assessment(place.code), self)
        self._sections: tuple[AskedSection, ...] = ()
        self._folds: dict[str, QuestionsFold] = {}
        self._advice = AdviceColumn(context, place.code)
        self._acute = AcuteStop(context, place.code)
        self._acute.not_acute.connect(self._say_nobody_is_in_danger)
        self._lay_out()
        self._assessment.edited.connect(self._answered)
        self._dialogue.edited.connect(lambda _path: self._show_states(self._dialogue))
        self._advice.chose.connect(self.refresh)
        self._show_answers()
        self._show_states(self._assessment)
        self._show_states(self._dialogue)

    def begin(self) -> None:
        """Open the first section that is not answered, with the cursor in it; not over the calm screen."""
        if self._stack.currentIndex() == ACUTE:
            self._acute.setFocus()
            return
        for section in self._sections:
            if section.state != "done":
                self._folds[section.id].begin()
                return

    def refresh(self) -> bool:
        """Show what the records say now."""
        there = self._dialogue.reload()
        self._assessment.reload()
        self._show_answers()
        self._show_states(self._assessment)
        self._show_states(self._dialogue)
        return there

    def go_to_field(self, key: str) -> None:
        """Put the cursor where a *Fix* link points: it names fields as the readiness does."""
        if self._stack.currentIndex() == ACUTE:
            self._acute.setFocus()  # the person first, whatever else is named
            return
        if key.startswith("method_uses"):
            _, method, part, *_ = [*key.split("."), "", ""]
            self._advice.go_to_method(method, part)
            return
        # The decision first: its reason has the name of the aim among the questions, which is never held up.
        others = (self._decision, self._barriers, self._rights, self._safety, self._about)
        for fold in (*others, *self._folds.values()):
            if fold.go_to(key):
                return
        self.begin()

    def _lay_out(self) -> None:
        words, theme = self.words, self.theme
        self._questions = Card(theme)
        self._questions.add_header(words.say("Four questions"))
        self._more = Card(theme)
        self._barriers = BarriersFold(self.context, self._assessment)
        self._rights = RightsFold(self.context, self._assessment)
        self._decision = DecisionFold(self.context, self._dialogue)
        self._about = AboutFold(self.context, self._dialogue)
        self._safety = SafetyFold(self.context, self._dialogue)
        for fold in (self._barriers, self._rights, self._decision, self._safety, self._about):
            self._more.add(fold)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(S24, S16, S12, S16)
        column.setSpacing(S12)
        column.addWidget(self._questions)
        column.addWidget(self._more)
        column.addStretch(1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(S12, S16, S24, S16)
        beside.addWidget(self._advice)
        beside.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left_scroll = Scroll(theme, left)
        self._right_scroll = Scroll(theme, right)
        row.addWidget(self._left_scroll, LEFT_SHARE)
        row.addWidget(self._right_scroll, RIGHT_SHARE)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(both)
        self._stack.addWidget(Scroll(theme, self._acute))

    def _answered(self, path: Path) -> None:
        if path == ("answers", "imminent_harm"):
            self._note_danger()
        if path[0] == "answers":
            self._show_answers()
        else:
            self._show_states(self._assessment)

    def _note_danger(self) -> None:
        try:
            self.context.workspace.preparing.note_danger(self.place.code, self._assessment.record.answers)
        except FieldkitError as error:
            self.context.messages.failed(error)

    def _say_nobody_is_in_danger(self) -> None:
        if self._assessment.put(("answers", "imminent_harm"), "no"):
            self._assessment.reload()  # the question itself shows it too

    def _show_answers(self) -> None:
        """Ask what these answers call for, and rank the methods anew."""
        answers = self._assessment.record.answers
        preparing = self.context.workspace.preparing
        self._sections = preparing.questions(answers, self.words)
        self._show_folds()
        advice = preparing.advice(answers, self.words, self.place.code)
        self._advice.show_advice(advice)
        self._acute.show_since()
        self._show_calm(acute=advice.outcome == "acute_stop")

    def _show_calm(self, *, acute: bool) -> None:
        """Change to the calm screen, or back to the question that led there, with the cursor."""
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(ACUTE if acute else ASKED)
        if acute and before != ACUTE:
            self._acute.setFocus()
        elif not acute and before == ACUTE:
            self.go_to_field("imminent_harm")

    def _show_folds(self) -> None:
        shown = {section.id for section in self._sections}
        for section in self._sections:
            if section.id not in self._folds:
                self._folds[section.id] = QuestionsFold(self.context, self._assessment, section)
                self._questions.add(self._folds[section.id])
            self._folds[section.id].show_section(section)
        for name, fold in self._folds.items():
            fold.setVisible(name in shown)

    def _show_states(self, editor: Editor) -> None:
        """Show how far the sections are that show this record."""
        for fold in (self._barriers, self._rights, self._decision, self._about, self._safety):
            if fold.editor is editor:
                fold.show_state()
