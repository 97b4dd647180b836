"""An item of the safety checklist that a role answers: yes, no, or set aside for a reason (`02` 2.7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from fieldkit.workspace.session_words import ChecklistItem
from ui.context import Context
from ui.pages.dialogue.board.answers import SET_ASIDE, Answers
from ui.pages.dialogue.board.checklist_item import ItemRow
from ui.pages.dialogue.board.reason_line import ReasonLine

NARROW = 560  # px; below this the answers stand under the words
QWIDGETSIZE_MAX = 16_777_215  # px, as wide as Qt lets a widget be

Give = Callable[[str, str], str]
"""Keeps an answer with its reason; returns what stands against it, or nothing."""


def answer_words(answer: str, words: Catalogue, /) -> str:
    """Return what an answer is called where it can be given."""
    return words.say("Waive") if answer == "waived" else label("CheckStatus", answer, words)


class AskedItem(ItemRow):
    """An item with its answers. `give` keeps one, or says what stands against it.

    `went_on` tells that a letter answered it and the next is due, `unkept` an answer with the reason typed
    for it that could not be kept yet.
    """

    went_on = Signal()
    unkept = Signal(str, str)

    def __init__(self, context: Context, item: ChecklistItem, give: Give, room: int) -> None:
        """`room` is the px of the column of answers."""
        super().__init__(context, item)
        self._give = give
        self._waiting = ""  # an answer that was chosen, and waits for its reason
        self._offered: tuple[str, ...] = ()
        self.answers: Answers | None = None
        self._room = room
        self._right = QWidget()
        self._right.setFixedWidth(room)
        self._holder = QVBoxLayout(self._right)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.beside.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self._reason: ReasonLine | None = None

    @property
    def reason(self) -> ReasonLine:
        """The line for the reason; most items never need one, so it is made when it is asked for."""
        if self._reason is None:
            name = self.words.say("Why {item} is set aside", item=self.item.id)
            self._reason = ReasonLine(self.context, name)
            self._reason.paused.connect(self._try)
            self._reason.given.connect(self.hand_over)
            self.below.addWidget(self._reason)
        return self._reason

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.answers is not None and not self.answers.value()

    def go_to(self) -> None:
        """Put the cursor in the answers."""
        if self.answers is not None:
            self.answers.setFocus()

    def take_up(self, answer: str, reason: str) -> None:
        """Show again an answer whose reason could not be kept before."""
        self._waiting = answer
        self.reason.line.setText(reason)
        self.show_answer()
        self.hand_over()

    def hand_over(self) -> None:
        """Have the answer kept that waits for its reason, or say what stands against it."""
        kept = self.item.answer not in SET_ASIDE or self.reason.text == self.item.reason
        if not self._waiting and kept:
            return
        self._waiting = self._waiting or self.item.answer
        problem = self._give(self._waiting, self.reason.text)
        self.reason.say_problem(problem)
        if problem:
            self.unkept.emit(self._waiting, self.reason.text)
        else:
            self._waiting = ""

    def show_answer(self) -> None:
        """Show what was answered, and the reason where it was set aside."""
        self._offer()
        answer = self._waiting or self.item.answer
        if self.answers is not None:
            self.answers.set_value("" if answer == "open" else answer)
        self._show_reason(asked=answer in SET_ASIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the answers under the words where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.beside.direction() != direction:
            self.beside.setDirection(direction)
            self._right.setMinimumWidth(0 if narrow else self._room)
            self._right.setMaximumWidth(QWIDGETSIZE_MAX if narrow else self._room)

    def _offer(self) -> None:
        """Offer the answers that can be given now; one that was given before stays to be seen."""
        may_be_given = {
            "yes": True,
            "no": True,
            "not_applicable": self.item.may_not_apply,
            "waived": self.item.may_be_waived,
        }
        offered = tuple(each for each, may in may_be_given.items() if may or each == self.item.answer)
        if offered == self._offered:
            return
        self._offered = offered
        if self.answers is not None:
            self._holder.removeWidget(self.answers)
            self.answers.hide()
            self.answers.deleteLater()
        options = [(each, answer_words(each, self.words)) for each in offered]
        self.answers = Answers(self.context.theme, options, self.item.text)
        self.answers.chosen.connect(self._choose)
        self.answers.pressed.connect(self._go_to_reason)
        self.answers.went_on.connect(self.went_on)
        self._holder.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_reason(self, *, asked: bool) -> None:
        if asked or self._reason is not None:
            self.reason.setVisible(asked)
            if not self._waiting:
                self.reason.show_text(self.item.reason)
                self.reason.say_problem("")

    def _choose(self, answer: str) -> None:
        """Keep an answer at once, or have it wait for its reason."""
        if answer in SET_ASIDE:
            self._waiting = answer
            self._show_reason(asked=True)
            self.hand_over()
        elif self._give(answer, ""):
            self.show_answer()
        else:
            self._waiting = ""
            self._show_reason(asked=False)

    def _go_to_reason(self, answer: str) -> None:
        if answer in SET_ASIDE:
            self.reason.setFocus()

    def _try(self) -> None:
        """Keep the reason as soon as it will do, and say nothing while somebody still types."""
        answer = self._waiting or self.item.answer
        if answer not in SET_ASIDE:
            return  # answered in another way since
        if self._give(answer, self.reason.text):
            self.unkept.emit(answer, self.reason.text)
        else:
            self._waiting = ""
            self.reason.say_problem("")
