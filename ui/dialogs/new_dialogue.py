"""A new dialogue: its title, and the supplier it is about; all else is filled in on its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Company, Supplier
from fieldkit.workspace import countries
from ui.context import Context
from ui.dialogs.form import Controls, FormDialog
from ui.fields.choice import QuietCombo
from ui.fields.country import CountryLine
from ui.fields.line import MOST_TYPED

NEW = ""  # the choice of a supplier that is not here yet


class NewDialogue(FormDialog):
    """Asks for a title, and for a supplier that is known or new."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        say = context.words.say
        self._controls = Controls(context)
        super().__init__(parent, context, say("New dialogue"), self._controls)
        self.title = QLineEdit()
        self.title.setMaxLength(MOST_TYPED)
        self.supplier = QuietCombo()
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.country = CountryLine(context.theme, context.words)
        add = self._controls.add
        add(say("Title"), self.title, say("Neutral: no place, no group, no accusation"))
        add(say("Supplier"), self.supplier)
        self._of_new = (add(say("Name of the supplier"), self.name), add(say("Country"), self.country))
        self.finish(say("Create the dialogue"))
        self._offer_suppliers()
        self.title.setFocus()

    def accept(self) -> None:
        """Keep the dialogue, and its supplier where that is new; what stands against it is said beside."""
        editing = self._context.workspace.editing
        supplier = self._supplier()
        title = self._controls.read(
            self.title, self._title
        )  # last: the cursor goes to the first that is wrong
        if title is None or supplier is None:
            return
        companies = editing.all(Company)
        dialogue = Dialogue(
            code=editing.new_code(Dialogue),
            title=title,
            supplier_code=supplier.code,
            company_code=companies[0].code if len(companies) == 1 else None,
        )
        self.keep(dialogue.code, supplier, dialogue)

    def _supplier(self) -> Supplier | None:
        """Return the supplier that is meant, chosen or new; None while that is not clear."""
        editing, read = self._context.workspace.editing, self._controls.read
        if code := self.supplier.currentData():
            return editing.find(Supplier, code)
        country = read(self.country, lambda: countries.read(self.country.text(), "country"))
        name = read(self.name, self._name)
        if name is None or country is None:
            return None
        return Supplier(code=editing.new_code(Supplier), name=name, country=country)

    def _title(self) -> str:
        return self._controls.text(Dialogue, "title", self.title.text(), "dialogue_without_title")

    def _name(self) -> str:
        return self._controls.text(Supplier, "name", self.name.text(), "supplier_without_name")

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
