"""A new dialogue: its title, and the supplier it is about; all else is filled in on its pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError, InvalidValue
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.supply import Company, Supplier
from fieldkit.workspace import countries
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.fields.choice import QuietCombo
from ui.fields.country import CountryLine
from ui.fields.line import MOST_TYPED
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP, S8, S12, S24

WIDTH = 460
NEW = ""  # the choice of a supplier that is not here yet


def ask(parent: QWidget, context: Context) -> str | None:
    """Ask for a new dialogue and keep it; return its code, or None when nobody wanted one."""
    dialog = NewDialogue(parent, context)
    dialog.exec()
    return dialog.result_code


class NewDialogue(FittedDialog):
    """Enter creates, Esc leaves. `result_code` is the code of what was kept."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.result_code: str | None = None
        say, theme = context.words.say, context.theme
        self.setWindowTitle(say("New dialogue"))
        self.setFixedWidth(WIDTH)
        self.title = QLineEdit()
        self.title.setMaxLength(MOST_TYPED)
        self.supplier = QuietCombo()
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.country = CountryLine(theme, context.words)
        self._problems: dict[QWidget, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S24, S24, S24, S24)
        self._column.setSpacing(S12)
        self._column.addWidget(Label(theme, say("New dialogue"), role="section"))
        self._add(say("Title"), self.title, say("Neutral: no place, no group, no accusation"))
        self._add(say("Supplier"), self.supplier)
        self._of_new = (
            self._add(say("Name of the supplier"), self.name),
            self._add(say("Country"), self.country),
        )
        self._column.addSpacing(S8)
        self._column.addLayout(self._buttons())
        self._offer_suppliers()
        self.title.setFocus()

    def accept(self) -> None:
        """Keep the dialogue, and its supplier where that is new; what stands against it is said beside."""
        editing = self._context.workspace.editing
        supplier = self._supplier()
        title = self._read(self.title, self._title)  # last: the cursor goes to the first that is wrong
        if title is None or supplier is None:
            return
        companies = editing.all(Company)
        dialogue = Dialogue(
            code=editing.new_code(Dialogue),
            title=title,
            supplier_code=supplier.code,
            company_code=companies[0].code if len(companies) == 1 else None,
        )
        records: tuple[Record, ...] = (supplier, dialogue)
        if self._context.keep(*records):
            self.result_code = dialogue.code
            super().accept()

    def _supplier(self) -> Supplier | None:
        """Return the supplier that is meant, chosen or new; None while that is not clear."""
        editing = self._context.workspace.editing
        if code := self.supplier.currentData():
            return editing.find(Supplier, code)
        country = self._read(self.country, lambda: countries.read(self.country.text(), "country"))
        name = self._read(self.name, self._name)
        if name is None or country is None:
            return None
        return Supplier(code=editing.new_code(Supplier), name=name, country=country)

    def _title(self) -> str:
        return self._line(Dialogue, "title", self.title.text(), "dialogue_without_title")

    def _name(self) -> str:
        return self._line(Supplier, "name", self.name.text(), "supplier_without_name")

    def _line(self, kind: type[Record], field: str, typed: str, missing: str) -> str:
        if not typed.strip():
            raise InvalidValue(missing, path=field)
        return str(self._context.workspace.editing.read(kind, (field,), typed.strip()))

    def _read(self, line: QLineEdit, read: Callable[[], str]) -> str | None:
        said, value = "", None
        try:
            value = read()
        except FieldkitError as error:
            said = self._context.messages.sentence(error)
            line.setFocus()
        problem = self._problems[line]
        problem.setText(said)
        problem.setVisible(bool(said))
        line.setAccessibleDescription(said)
        line.setProperty("problem", bool(said))
        line.style().unpolish(line)
        line.style().polish(line)
        return value

    def _offer_suppliers(self) -> None:
        suppliers = self._context.workspace.editing.all(Supplier)
        for each in suppliers:
            self.supplier.addItem(f"{each.name} · {each.code}" if each.name else each.code, each.code)
        self.supplier.addItem(self._context.words.say("A new supplier"), NEW)
        self.supplier.currentIndexChanged.connect(self._show_new)
        self._show_new()

    def _show_new(self) -> None:
        """Ask for name and country of a supplier that is not here yet."""
        for field in self._of_new:
            field.setVisible(self.supplier.currentData() == NEW)
        self.adjustSize()

    def _add(self, label: str, control: QWidget, hint: str = "") -> QWidget:
        theme = self._context.theme
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

    def _buttons(self) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        create = Button(theme, say("Create the dialogue"), kind="primary")
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
