"""A partner for a dialogue: one that is known already, or a new one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Partner
from fieldkit.workspace import partners
from ui.context import Context
from ui.dialogs.form import Controls, FormDialog
from ui.dialogs.partner_form import PartnerForm
from ui.fields.choice import QuietCombo

NEW = ""  # the choice of a partner that is not here yet


class AddPartner(FormDialog):
    """Asks which partner takes part from now on, and for name and kind of one that is new."""

    def __init__(self, parent: QWidget, context: Context, dialogue: Dialogue) -> None:
        say = context.words.say
        controls = Controls(context)
        super().__init__(parent, context, say("Add a partner"), controls)
        self._dialogue = dialogue
        self.partner = QuietCombo()
        self.partner.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form = PartnerForm(context)
        controls.add(say("Partner"), self.partner)
        self.column.addWidget(self.form)
        self.finish(say("Add to this dialogue"))
        self._offer()

    def accept(self) -> None:
        """Have the partner take part, kept with it where it is new: one step, taken back as one."""
        new = self.form.partner() if self.partner.currentData() == NEW else None
        code = new.code if new is not None else self.partner.currentData()
        if not code:
            return
        joined = replace(self._dialogue, partner_codes=(*self._dialogue.partner_codes, code))
        records: tuple[Record, ...] = (joined,) if new is None else (new, joined)
        self.keep(code, *records)

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
