"""Who works here: the company that sends the briefs, and the role of whoever sits at this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.supply import Company
from ui.context import Context
from ui.editor import Editor
from ui.fields import LineField
from ui.fields.choice import QuietCombo
from ui.pages.settings_row import SettingRow
from ui.parts.card import Card
from ui.tokens import S12

ROLE_WIDTH = 200


class CompanyCard(Card):
    """The companies of this workspace; a first one comes to be when its name is typed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._context = context
        self._shown: list[Company] = []
        self.show_companies()

    def show_companies(self) -> None:
        """Show the companies there are, or the fields of a first one."""
        editing = self._context.workspace.editing
        companies = editing.all(Company)
        if self._shown and [each.code for each in companies] == [each.code for each in self._shown]:
            for editor in self.findChildren(Editor):
                editor.reload()
            return
        self._shown = companies
        self.clear()
        say = self._context.words.say
        self.add_header(say("Your company"))
        for company in companies or [Company(code=editing.new_code(Company), name="")]:
            self.add(self._fields(company))

    def _fields(self, company: Company) -> QWidget:
        context, say = self._context, self._context.words.say
        fields = QWidget()
        editor = Editor(context, company, parent=fields)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(
            LineField(
                context, editor, ("name",), say("Name"), say("Printed as the sender of a supplier brief")
            )
        )
        column.addWidget(LineField(context, editor, ("sector",), say("Sector")))
        return fields


class RoleCard(Card):
    """The role that the history names; a choice of roles, so that no name comes in."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        say = context.words.say
        self._context = context
        roles = (
            ("coordinator", say("Coordinator")),
            ("facilitator", say("Facilitator")),
            ("buyer", say("Buyer")),
            ("sustainability", say("Sustainability")),
            ("management", say("Management")),
            ("other", say("Another role")),
        )
        self._list = QuietCombo()
        for role, words in roles:
            self._list.addItem(words, role)
        self._list.setCurrentIndex(max(0, self._list.findData(context.preferences.role)))
        self._list.setAccessibleName(say("Your role"))
        self._list.setMinimumWidth(ROLE_WIDTH)
        self._list.activated.connect(self._choose)
        second = say("A role, never a name; the history shows it from the next unlock on")
        self.add(SettingRow(context.theme, say("Your role"), second, self._list))

    def _choose(self) -> None:
        self._context.preferences.role = str(self._list.currentData())
