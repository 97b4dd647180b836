"""Dialogs that ask for a few things and keep a record: controls with what stands against them in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError, InvalidValue
from fieldkit.model.field import Record
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP, S8, S12


class Controls(QWidget):
    """Controls below each other, each with its label, its hint, and beside it what stands against it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._problems: dict[QWidget, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)

    def add(self, label: str, control: QWidget, hint: str = "") -> QWidget:
        """Ask for one more thing; returns what to hide while it is not asked for."""
        theme = self.context.theme
        control.setAccessibleName(label)
        above = Label(theme, label, role="second")
        above.setBuddy(control)
        problem = Label(theme, role="code", ink="amber")
        problem.hide()
        self._problems[control] = problem
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LABEL_GAP)
        column.addWidget(above)
        column.addWidget(control)
        if hint:
            control.setAccessibleDescription(hint)
            column.addWidget(Label(theme, hint, role="code", ink="muted"))
        column.addWidget(problem)
        self._column.addWidget(field)
        return field

    def read(self, control: QWidget, read: Callable[[], str]) -> str | None:
        """Return what `read` makes of a control; None where it refuses: that is said, and has the cursor."""
        said, value = "", None
        try:
            value = read()
        except FieldkitError as error:
            said = self.context.messages.sentence(error)
            control.setFocus()
        problem = self._problems[control]
        problem.setText(said)
        problem.setVisible(bool(said))
        control.setAccessibleDescription(said)
        control.setProperty("problem", bool(said))
        control.style().unpolish(control)
        control.style().polish(control)
        return value

    def text(self, kind: type[Record], field: str, typed: str, missing: str) -> str:
        """Return a line that has to be there. Raises `InvalidValue`, by `missing` where there is nothing."""
        if not typed.strip():
            raise InvalidValue(missing, path=field)
        return str(self.context.workspace.editing.read(kind, (field,), typed.strip()))


class FormDialog(FittedDialog):
    """Enter keeps, Esc leaves. `result_code` is the code of what was kept."""

    def __init__(self, parent: QWidget, context: Context, title: str, controls: Controls) -> None:
        super().__init__(parent, title)
        self._context = context
        self.result_code: str | None = None
        self.column.addWidget(Label(context.theme, title, role="section"))
        self.column.addWidget(controls)

    def finish(self, act: str) -> None:
        """Put the button that keeps, in the given words, at the foot, beside the one that leaves."""
        self.column.addSpacing(S8)
        keep = Button(self._context.theme, act, kind="primary")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        leave = Button(self._context.theme, self._context.words.say("Cancel"))
        leave.clicked.connect(self.reject)
        self.add_buttons(leave, keep)

    def keep(self, code: str, *records: Record) -> None:
        """Keep records as one step, and close; what stands against it is said, and the dialog stays."""
        if self._context.keep(*records):
            self.result_code = code
            super().accept()
