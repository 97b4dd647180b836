"""A partner for a dialogue: one that is known already, or a new one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Partner
from fieldkit.workspace import partners
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.dialogs.partner_form import PartnerForm
from ui.fields.choice import QuietCombo
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP, S8, S12, S24

WIDTH = 440
NEW = ""  # the choice of a partner that is not here yet


class AddPartner(FittedDialog):
    """Enter adds, Esc leaves. `result_code` is the code of the partner who takes part now."""

    def __init__(self, parent: QWidget, context: Context, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self._context = context
        self._dialogue = dialogue
        self.result_code: str | None = None
        say, theme = context.words.say, context.theme
        self.setWindowTitle(say("Add a partner"))
        self.setFixedWidth(WIDTH)
        self.partner = QuietCombo()
        self.partner.setAccessibleName(say("Partner"))
        self.partner.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form = PartnerForm(context)
        label = Label(theme, say("Partner"), role="second")
        label.setBuddy(self.partner)
        field = QVBoxLayout()
        field.setSpacing(LABEL_GAP)
        field.addWidget(label)
        field.addWidget(self.partner)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S12)
        column.addWidget(Label(theme, say("Add a partner"), role="section"))
        column.addLayout(field)
        column.addWidget(self.form)
        column.addSpacing(S8)
        column.addLayout(self._buttons())
        self._offer()

    def accept(self) -> None:
        """Have the partner take part, kept with it where it is new: one step, taken back as one."""
        new = self.form.partner() if self.partner.currentData() == NEW else None
        code = new.code if new is not None else self.partner.currentData()
        if not code:
            return
        joined = replace(self._dialogue, partner_codes=(*self._dialogue.partner_codes, code))
        records: tuple[Record, ...] = (joined,) if new is None else (new, joined)
        if self._context.keep(*records):
            self.result_code = code
            super().accept()

    def _offer(self) -> None:
        """Offer the partners that do not take part yet."""
        there = partners.in_dialogue(self._dialogue)
        for each in self._context.workspace.editing.all(Partner):
            if each.code not in there:
                self.partner.addItem(f"{each.name} · {each.code}" if each.name else each.code, each.code)
        self.partner.addItem(self._context.words.say("A new partner"), NEW)
        self.partner.currentIndexChanged.connect(self._show_new)
        self._show_new()
        (self.partner if self.partner.count() > 1 else self.form).setFocus()

    def _show_new(self) -> None:
        """Ask for name and kind of a partner that is not here yet."""
        self.form.setVisible(self.partner.currentData() == NEW)
        self.adjustSize()

    def _buttons(self) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        add = Button(theme, say("Add to this dialogue"), kind="primary")
        add.setDefault(True)
        add.clicked.connect(self.accept)
        leave = Button(theme, say("Cancel"))
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(add)
        return row
