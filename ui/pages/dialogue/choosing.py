"""Choosing a method: its role, through whom, and why where it is not the first one (RQ-020, RQ-022)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError
from fieldkit.model.partner import Partner
from fieldkit.model.vocabulary import MethodRole
from fieldkit.workspace.choices import options
from fieldkit.workspace.editing import Change
from fieldkit.workspace.preparing import MethodCard
from ui.context import Context
from ui.fields.choice import QuietCombo
from ui.fields.text import PlainText
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.tokens import S4, S8


class Choosing(QWidget):
    """A small form below the method. What it refuses is said in it."""

    done = Signal()

    def __init__(self, context: Context, dialogue_code: str, card: MethodCard) -> None:
        super().__init__()
        self._context = context
        self._code = dialogue_code
        self._card = card
        say, theme = context.words.say, context.theme
        self._role = Segments(
            theme, options("MethodRole", context.words), card.role or "lead", say("Role of this method")
        )
        self._role.chosen.connect(lambda _role: self._show_reason())
        self._partner = QuietCombo()
        self._partner.setAccessibleName(say("Through whom"))
        self._partner.addItem(say("Nobody yet"), None)
        for partner in context.workspace.editing.all(Partner):
            self._partner.addItem(partner.name or partner.code, partner.code)
        self._partner.setCurrentIndex(max(0, self._partner.findData(card.partner_code)))
        self._why_label = Label(
            theme, say("Why this one leads, and not the first of the order"), role="second"
        )
        self._why = PlainText(2)
        self._why.setPlainText(card.reason)
        self._why.setAccessibleName(self._why_label.text())
        self._why.refused.connect(self._too_long)
        self._problem = Label(theme, "", role="code", ink="amber")
        self._problem.hide()
        self._lay_out()
        self._show_reason()

    def go_to(self, part: str) -> None:
        """Put the cursor in a part of the form that a readiness item names; else in the role."""
        fields: dict[str, QWidget] = {"partner_code": self._partner, "deviation_reason": self._why}
        wanted = fields.get(part, self._role)
        (self._role if wanted.isHidden() else wanted).setFocus()

    def _lay_out(self) -> None:
        say, theme = self._context.words.say, self._context.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, S8, 0, 0)
        whole.setSpacing(S4)
        whole.addWidget(Label(theme, say("Role of this method"), role="second"))
        whole.addWidget(self._role)
        whole.addWidget(Label(theme, say("Through whom"), role="second"))
        whole.addWidget(self._partner)
        whole.addWidget(self._why_label)
        whole.addWidget(self._why)
        whole.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(S8)
        keep = Button(theme, say("Choose it"), kind="secondary", icon="check")
        keep.clicked.connect(self._choose)
        row.addWidget(keep)
        if self._card.chosen:
            drop = Button(theme, say("Do not use it"), kind="quiet")
            drop.clicked.connect(self._drop)
            row.addWidget(drop)
        cancel = Button(theme, say("Leave it as it is"), kind="quiet")
        cancel.clicked.connect(self.done)
        row.addWidget(cancel)
        row.addStretch(1)
        whole.addLayout(row)

    def _show_reason(self) -> None:
        preparing = self._context.workspace.preparing
        needed = preparing.needs_reason(self._code, self._card.method, self._chosen_role())
        self._why_label.setVisible(needed)
        self._why.setVisible(needed)

    def _chosen_role(self) -> MethodRole:
        return cast(MethodRole, self._role.value())

    def _choose(self) -> None:
        preparing = self._context.workspace.preparing
        reason = self._why.toPlainText() if self._why.isVisibleTo(self) else ""
        self._try(
            lambda: preparing.choose(
                self._code, self._card.method, self._chosen_role(), self._partner.currentData(), reason
            )
        )

    def _drop(self) -> None:
        self._try(lambda: self._context.workspace.preparing.unchoose(self._code, self._card.method))

    def _try(self, step: Callable[[], Change]) -> None:
        try:
            change = step()
        except FieldkitError as error:
            self._say_problem(self._context.messages.sentence(error))
            return
        self._context.undo.note(change)
        self._context.changes.saved.emit()
        self.done.emit()

    def _say_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()

    def _too_long(self, count: int) -> None:
        say = self._context.words.say
        self._say_problem(say("What you pasted is too long ({count} characters): paste less.", count=count))
