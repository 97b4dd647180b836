"""A new partner: its name and what kind of organisation it is; all else is filled in on its page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.dialogs.partner_form import PartnerForm
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import S8, S12, S24

WIDTH = 440


def ask(parent: QWidget, context: Context) -> str | None:
    """Ask for a new partner and keep it; return its code, or None when nobody wanted one."""
    dialog = NewPartner(parent, context)
    dialog.exec()
    return dialog.result_code


class NewPartner(FittedDialog):
    """Enter creates, Esc leaves. `result_code` is the code of what was kept."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.result_code: str | None = None
        say = context.words.say
        self.setWindowTitle(say("New partner"))
        self.setFixedWidth(WIDTH)
        self.form = PartnerForm(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S12)
        column.addWidget(Label(context.theme, say("New partner"), role="section"))
        column.addWidget(self.form)
        column.addSpacing(S8)
        column.addLayout(self._buttons())

    def accept(self) -> None:
        """Keep the partner, unless something stands against it: that is said beside the control."""
        partner = self.form.partner()
        if partner is not None and self._context.keep(partner):
            self.result_code = partner.code
            super().accept()

    def _buttons(self) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        create = Button(theme, say("Create the partner"), kind="primary")
        create.setDefault(True)
        create.clicked.connect(self.accept)
        leave = Button(theme, say("Cancel"))
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(create)
        return row
