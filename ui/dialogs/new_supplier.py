"""A new supplier: its name and its country; all else is filled in on its page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError, InvalidValue
from fieldkit.model.supply import Supplier
from fieldkit.workspace import countries
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.fields.country import CountryLine
from ui.fields.line import MOST_TYPED
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP, S8, S12, S24

WIDTH = 440


def ask(parent: QWidget, context: Context) -> str | None:
    """Ask for a new supplier and keep it; return its code, or None when nobody wanted one."""
    dialog = NewSupplier(parent, context)
    dialog.exec()
    return dialog.result_code


class NewSupplier(FittedDialog):
    """Enter creates, Esc leaves. `result_code` is the code of what was kept."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.result_code: str | None = None
        say, theme = context.words.say, context.theme
        self.setWindowTitle(say("New supplier"))
        self.setFixedWidth(WIDTH)
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.country = CountryLine(theme, context.words)
        self._problems = [Label(theme, role="code", ink="amber") for _ in range(2)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S24, S24, S24, S24)
        self._column.setSpacing(S12)
        self._column.addWidget(Label(theme, say("New supplier"), role="section"))
        self._add(say("Name"), self.name, self._problems[0])
        self._add(say("Country"), self.country, self._problems[1])
        self._column.addSpacing(S8)
        self._column.addLayout(self._buttons())

    def accept(self) -> None:
        """Keep the supplier, unless something stands against it: that is said beside the field."""
        country = self._read(self.country, self._problems[1], self._country)
        name = self._read(self.name, self._problems[0], self._name)  # last: the cursor goes to the first
        if name is None or country is None:
            return
        code = self._context.workspace.editing.new_code(Supplier)
        if self._context.keep(Supplier(code=code, name=name, country=country)):
            self.result_code = code
            super().accept()

    def _name(self) -> str:
        if not self.name.text().strip():
            raise InvalidValue("supplier_without_name", path="name")
        return str(self._context.workspace.editing.read(Supplier, ("name",), self.name.text().strip()))

    def _country(self) -> str:
        return countries.read(self.country.text(), "country")

    def _read(self, line: QLineEdit, problem: Label, read: Callable[[], str]) -> str | None:
        said, value = "", None
        try:
            value = read()
        except FieldkitError as error:
            said = self._context.messages.sentence(error)
            line.setFocus()
        problem.setText(said)
        problem.setVisible(bool(said))
        line.setAccessibleDescription(said)
        line.setProperty("problem", bool(said))
        line.style().unpolish(line)
        line.style().polish(line)
        return value

    def _add(self, label: str, line: QLineEdit, problem: Label) -> None:
        line.setAccessibleName(label)
        above = Label(self._context.theme, label, role="second")
        above.setBuddy(line)
        problem.hide()
        field = QVBoxLayout()
        field.setSpacing(LABEL_GAP)
        for widget in (above, line, problem):
            field.addWidget(widget)
        self._column.addLayout(field)

    def _buttons(self) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        create = Button(theme, say("Create the supplier"), kind="primary")
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
