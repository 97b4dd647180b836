"""Name and type of a new partner, as the dialogs ask for them."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from fieldkit.errors import InvalidValue
from fieldkit.model.partner import Partner
from fieldkit.workspace import partners
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.dialogs.form import Controls
from ui.fields.choice import QuietCombo
from ui.fields.line import MOST_TYPED


class PartnerForm(Controls):
    """Two controls; `partner()` is what they say, or None with the problem told beside the control."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        say = context.words.say
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.type = QuietCombo()
        self.type.setPlaceholderText(say("Choose"))
        for value, words in options("PartnerType", context.words):
            self.type.addItem(words, value)
        self.type.setCurrentIndex(-1)
        self.add(say("Name"), self.name)
        self.add(say("Kind of organisation"), self.type)
        self.setFocusProxy(self.name)

    def partner(self) -> Partner | None:
        """Return the partner that is meant; the cursor goes to the first control that is wrong."""
        kind = self.read(self.type, self._kind)
        name = self.read(self.name, self._name)
        if name is None or kind is None:
            return None
        editing = self.context.workspace.editing
        read = editing.read(Partner, ("type",), kind)
        return partners.with_standing(Partner(code=editing.new_code(Partner), name=name, type=read))

    def _name(self) -> str:
        return self.text(Partner, "name", self.name.text(), "partner_without_name")

    def _kind(self) -> str:
        if self.type.currentIndex() < 0:
            raise InvalidValue("partner_without_type", path="type")
        return str(self.type.currentData())
