"""A new supplier: its name and its country; all else is filled in on its page."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from fieldkit.model.supply import Supplier
from fieldkit.workspace import countries
from ui.context import Context
from ui.dialogs.form import Controls, FormDialog
from ui.fields.country import CountryLine
from ui.fields.line import MOST_TYPED


class NewSupplier(FormDialog):
    """Asks for a name and a country."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        say = context.words.say
        self._controls = Controls(context)
        super().__init__(parent, context, say("New supplier"), self._controls)
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.country = CountryLine(context.theme, context.words)
        self._controls.add(say("Name"), self.name)
        self._controls.add(say("Country"), self.country)
        self.finish(say("Create the supplier"))

    def accept(self) -> None:
        """Keep the supplier, unless something stands against it: that is said beside the field."""
        read = self._controls.read
        country = read(self.country, lambda: countries.read(self.country.text(), "country"))
        name = read(self.name, self._name)  # last: the cursor goes to the first that is wrong
        if name is None or country is None:
            return
        code = self._context.workspace.editing.new_code(Supplier)
        self.keep(code, Supplier(code=code, name=name, country=country))

    def _name(self) -> str:
        return self._controls.text(Supplier, "name", self.name.text(), "supplier_without_name")
