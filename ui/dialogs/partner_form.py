"""Name and type of a new partner, as the dialogs ask for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError, InvalidValue
from fieldkit.model.partner import Partner
from fieldkit.workspace import partners
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.fields.choice import QuietCombo
from ui.fields.line import MOST_TYPED
from ui.parts.labels import Label
from ui.tokens import LABEL_GAP, S12


class PartnerForm(QWidget):
    """Two controls; `partner()` is what they say, or None with the problem told beside the control."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.words.say
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_TYPED)
        self.type = QuietCombo()
        self.type.setPlaceholderText(say("Choose"))
        for value, words in options("PartnerType", context.words):
            self.type.addItem(words, value)
        self.type.setCurrentIndex(-1)
        self._problems: dict[QWidget, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)
        self._add(say("Name"), self.name)
        self._add(say("Kind of organisation"), self.type)
        self.setFocusProxy(self.name)

    def partner(self) -> Partner | None:
        """Return the partner that is meant; the cursor goes to the first control that is wrong."""
        kind = self._read(self.type, self._kind)
        name = self._read(self.name, self._name)
        if name is None or kind is None:
            return None
        editing = self._context.workspace.editing
        read = editing.read(Partner, ("type",), kind)
        return partners.with_standing(Partner(code=editing.new_code(Partner), name=name, type=read))

    def _name(self) -> str:
        typed = self.name.text().strip()
        if not typed:
            raise InvalidValue("partner_without_name", path="name")
        return str(self._context.workspace.editing.read(Partner, ("name",), typed))

    def _kind(self) -> str:
        if self.type.currentIndex() < 0:
            raise InvalidValue("partner_without_type", path="type")
        return str(self.type.currentData())

    def _read(self, control: QWidget, read: Callable[[], str]) -> str | None:
        said, value = "", None
        try:
            value = read()
        except FieldkitError as error:
            said = self._context.messages.sentence(error)
            control.setFocus()
        problem = self._problems[control]
        problem.setText(said)
        problem.setVisible(bool(said))
        control.setAccessibleDescription(said)
        control.setProperty("problem", bool(said))
        control.style().unpolish(control)
        control.style().polish(control)
        return value

    def _add(self, label: str, control: QWidget) -> None:
        theme = self._context.theme
        control.setAccessibleName(label)
        above = Label(theme, label, role="second")
        above.setBuddy(control)
        problem = Label(theme, role="code", ink="amber")
        problem.hide()
        self._problems[control] = problem
        field = QVBoxLayout()
        field.setSpacing(LABEL_GAP)
        for widget in (above, control, problem):
            field.addWidget(widget)
        self._column.addLayout(field)
