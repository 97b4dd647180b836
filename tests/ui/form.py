"""A form with a field of every kind, for the tests of fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement
from fieldkit.model.supply import Supplier
from fieldkit.workspace.choices import options
from tests.ui.at_the_desk import settle
from ui.context import Context
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, LineField, ListField, ManyField, NumberField, TextField
from ui.fields.country import CountryField
from ui.fields.money import MoneyField


class Form(QWidget):
    """Every kind of field, on the records of the first dialogue of the sample."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        editing = context.workspace.editing
        self.context = context
        dialogue, supplier = editing.find(Dialogue, "D-01"), editing.find(Supplier, "SUP-03")
        assert dialogue is not None
        assert supplier is not None
        self.dialogue = Editor(context, dialogue, self)
        self.assessment = Editor(context, editing.assessment("D-01"), self)
        supplier_editor = Editor(context, supplier, self)
        every = options("Theme", context.words)
        self.line = LineField(context, self.dialogue, ("decision_owner_role",), "Who decides", "A role")
        self.text = TextField(context, self.dialogue, ("decision_to_inform",), "The decision")
        self.entries = ListField(context, self.dialogue, ("co_hosts",), "Co-hosts")
        self.day = DayField(context, self.dialogue, ("decision_due",), "Decided by")
        self.number = NumberField(context, self.assessment, ("answers", "pct_women"), "Women", unit="%")
        sites = [("", "None"), *((site.code, site.name or site.code) for site in supplier.sites)]
        self.choice = ChoiceField(context, self.dialogue, ("site_code",), "Site", sites)
        self.chosen = ChoiceField(
            context,
            self.assessment,
            ("answers", "literacy"),
            "Can read",
            options("answers.literacy", context.words),
        )
        self.long = ChoiceField(context, self.dialogue, ("company_code",), "Sender", [("", "None"), *every])
        self.many = ManyField(context, self.dialogue, ("theme_ids",), "Themes", every)
        self.country = CountryField(context, supplier_editor, ("country",), "Country")
        [agreement, *_] = editing.all(Agreement)
        self.agreement = Editor(context, agreement, self)
        self.money = MoneyField(context, self.agreement, ("budget",), "Budget")
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self)
        for widget in (
            self.line, self.text, self.entries, self.day, self.number, self.choice, self.chosen, self.long,
            self.many, self.country, self.money, self.elsewhere,
        ):  # fmt: skip
            column.addWidget(widget)

    def leave(self) -> None:
        """Have the cursor go elsewhere."""
        self.elsewhere.setFocus()
        settle()


def form_above(qtbot: QtBot, desk: Desk) -> Form:
    """Return the form above its desk, in front."""
    form = Form(desk.context)
    form.setParent(desk, Qt.WindowType.Window)  # so that it goes before the file is closed
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def dialogue(form: Form) -> Any:
    return form.context.workspace.editing.find(Dialogue, "D-01")


def share_of_women(form: Form) -> int | None:
    return form.context.workspace.editing.assessment("D-01").answers.pct_women


def into(field: Field) -> None:
    field.setFocus()
    settle()


def reopened(form: Form) -> Form:
    again = Form(form.context)
    again.setParent(form, Qt.WindowType.Widget)
    return again
