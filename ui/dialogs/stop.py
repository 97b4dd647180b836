"""Asks before a session is stopped for safety: that is final."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import CONTROL, S8


def ask_to_stop(parent: QWidget, context: Context, /) -> bool:
    """Return whether the session shall be stopped."""
    dialog = StopDialog(parent, context)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


class StopDialog(FittedDialog):
    """Esc and Enter keep the session; only the button stops it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        theme, say = context.theme, context.words.say
        super().__init__(parent, say("Stop for safety"))
        self.column.addWidget(Label(theme, say("Stop this session for safety?"), role="section"))
        self.column.addWidget(
            Label(theme, say("It is final: this session can neither be held nor planned again."))
        )
        self.column.addWidget(
            Label(theme, say("Look after people first. Everybody is paid, and nothing is lost."), ink="muted")
        )
        self.column.addSpacing(S8)
        self.stop = Button(theme, say("Stop for safety"), kind="danger", icon="hand-palm", height=CONTROL)
        self.stop.clicked.connect(self.accept)
        self.leave = Button(theme, say("Do not stop it"))
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self.add_buttons(self.stop, self.leave)
        self.leave.setFocus()
