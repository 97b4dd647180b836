"""A new partner: its name and what kind of organisation it is; all else is filled in on its page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.dialogs.form import FormDialog
from ui.dialogs.partner_form import PartnerForm


class NewPartner(FormDialog):
    """Asks for a name and a kind."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        self.form = PartnerForm(context)
        super().__init__(parent, context, context.words.say("New partner"), self.form)
        self.finish(context.words.say("Create the partner"))

    def accept(self) -> None:
        """Keep the partner, unless something stands against it: that is said beside the control."""
        partner = self.form.partner()
        if partner is not None:
            self.keep(partner.code, partner)
