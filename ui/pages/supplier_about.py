"""The supplier itself: what it is called and where it is; how it works with us (`02` section 2.1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, LineField, ListField, NumberField
from ui.fields.country import CountryField
from ui.pages.supplier_form import Columns
from ui.parts.fold import Fold


class NameFold(Fold):
    """Name, country, address and contact."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__(context.theme, context.words.say("Name and contact"))
        self._context = context
        self._editor = editor
        self.setProperty("holds", ["name", "aliases", "country", "address", "contact_role", "contact_person"])
        self.set_maker(self._made)

    def show_state(self) -> None:
        """Sum up who one writes to, and where."""
        supplier = self._editor.record
        self.set_summary(
            " · ".join(filter(None, (supplier.contact_role, supplier.address, *supplier.aliases)))
        )

    def _made(self) -> QWidget:
        say, context, editor = self._context.words.say, self._context, self._editor
        stays = say("Stays in this workspace, never on paper")
        return Columns(
            [
                LineField(context, editor, ("name",), say("Name")),
                ListField(
                    context, editor, ("aliases",), say("Other names"),
                    say("One a line: short names, brands, other spellings"), lines=2,
                ),
                CountryField(context, editor, ("country",), say("Country")),
            ],
            [
                LineField(context, editor, ("address",), say("Address")),
                LineField(context, editor, ("contact_role",), say("Role of the contact")),
                LineField(context, editor, ("contact_person",), say("Contact person"), stays),
            ],
        )  # fmt: skip


class RelationFold(Fold):
    """Attitude, cooperation, how long and how much we buy there."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__(context.theme, context.words.say("How it works with us"))
        self._context = context
        self._editor = editor
        self.setProperty("holds", ["union_attitude", "cooperation", "relation_years", "leverage"])
        self.set_maker(self._made)

    def show_state(self) -> None:
        """Sum up attitude and cooperation."""
        words, supplier = self._context.words, self._editor.record
        attitude = label("Attitude", supplier.union_attitude, words)
        cooperation = label("Cooperation", supplier.cooperation, words)
        self.set_summary(
            words.say(
                "Attitude to unions: {attitude} · Cooperation: {cooperation}",
                attitude=attitude,
                cooperation=cooperation,
            )
        )

    def _made(self) -> QWidget:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        leverage = [("", say("Unknown")), *options("Leverage", words)]
        return Columns(
            [
                ChoiceField(
                    context, editor, ("union_attitude",), say("Attitude to unions"),
                    options("Attitude", words), say("To unions and NGOs, as far as you know it"),
                ),
                ChoiceField(
                    context, editor, ("cooperation",), say("Cooperation"), options("Cooperation", words),
                    say("Helps you to hear workers"),
                ),
            ],
            [
                NumberField(
                    context, editor, ("relation_years",), say("Years of relation"), label_at="above",
                    unit=say("years"),
                ),
                ChoiceField(
                    context, editor, ("leverage",), say("Leverage"), [*leverage[1:], leverage[0]],
                    say("How much your orders weigh there"),
                ),
            ],
        )  # fmt: skip
