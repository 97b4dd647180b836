"""Who a partner is, and how far it is trusted (`02` section 2.3, RQ-040)."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.partner import Partner
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, Field, LineField, ListField, NumberField, TextField
from ui.parts.fold import Fold
from ui.tokens import S12

WHO = (
    "name", "type", "aliases", "contact_person", "contact", "languages", "years_active", "near_site",
    "women_staff", "independent_of_industry",
)  # fmt: skip
TRUST = ("worker_trust", "company_trust", "own_risk", "own_risk_note")


class KindField(ChoiceField):
    """The kind of organisation; whether legitimacy is asked follows from it, in the same step."""

    def _choose(self, value: str) -> None:
        kind = self.context.workspace.editing.read(Partner, self.path, value)
        if kind != self.value():
            self.context.keep(partners.with_standing(replace(self.editor.record, type=kind)))
            self.editor.reload()
            self.editor.edited.emit(self.path)


class WhoFold(Fold):
    """Name, kind, contact, languages, and how near it is to the workers."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__(context.theme, context.words.say("Who they are"))
        self._context = context
        self._editor = editor
        self.setProperty("holds", list(WHO))
        self.set_maker(self._made)

    def show_state(self) -> None:
        """Sum up kind, languages and nearness."""
        words, partner = self._context.words, self._editor.record
        parts = [label("PartnerType", partner.type, words), words.listed(partner.languages)]
        if partner.near_site == "yes":
            parts.append(words.say("near the site"))
        self.set_summary(" · ".join(part for part in parts if part))

    def _made(self) -> QWidget:
        return column_of(*self._names(), *self._nearness())

    def _names(self) -> tuple[Field, ...]:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        stays = say("Stays in this workspace, never on paper")
        return (
            LineField(context, editor, ("name",), say("Name")),
            KindField(context, editor, ("type",), say("Kind of organisation"), options("PartnerType", words)),
            ListField(
                context, editor, ("aliases",), say("Other names"),
                say("One a line: short names, other spellings"), lines=2,
            ),
            LineField(context, editor, ("contact_person",), say("Contact person"), stays),
            ListField(
                context, editor, ("contact",), say("How to reach them"),
                say("One a line: phone, mail, address. Stays in this workspace, never on paper"), lines=2,
            ),
        )  # fmt: skip

    def _nearness(self) -> tuple[Field, ...]:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        known = (*options("YesNo", words), ("", say("Unknown")))
        return (
            ListField(
                context, editor, ("languages",), say("Languages"), say("One a line, dialects too"), lines=3
            ),
            NumberField(
                context, editor, ("years_active",), say("Active for"), label_at="above", unit=say("years")
            ),
            ChoiceField(context, editor, ("near_site",), say("Near the site"), known),
            ChoiceField(context, editor, ("women_staff",), say("Women on the staff"), known),
            ChoiceField(
                context, editor, ("independent_of_industry",), say("Independent of the industry"),
                options("YesNoUnknown", words),
                say("Neither paid nor steered by employers or their associations"),
            ),
        )  # fmt: skip


class TrustFold(Fold):
    """Trust of workers, our trust, and what the partner itself risks."""

    def __init__(self, context: Context, editor: Editor) -> None:
        super().__init__(context.theme, context.words.say("Trust and risk"))
        self._context = context
        self._editor = editor
        self.setProperty("holds", list(TRUST))
        self.set_maker(self._made)

    def show_state(self) -> None:
        """Sum up both kinds of trust and the risk."""
        words, partner = self._context.words, self._editor.record
        self.set_summary(
            words.say(
                "Of workers: {workers} · Ours: {ours} · Own risk: {risk}",
                workers=label("WorkerTrust", partner.worker_trust, words),
                ours=label("CompanyTrust", partner.company_trust, words),
                risk=label("Degree", partner.own_risk, words),
            )
        )

    def _made(self) -> QWidget:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        return column_of(
            ChoiceField(
                context, editor, ("worker_trust",), say("Trust of workers"), options("WorkerTrust", words),
                say("As workers themselves say it, not as the partner does"),
            ),
            ChoiceField(
                context, editor, ("company_trust",), say("Our trust"), options("CompanyTrust", words)
            ),
            ChoiceField(
                context, editor, ("own_risk",), say("What they risk themselves"), options("Degree", words),
                say("By being seen with you"),
            ),
            TextField(context, editor, ("own_risk_note",), say("What to mind"), lines=2),
        )  # fmt: skip


def column_of(*fields: QWidget) -> QWidget:
    """Return fields below each other."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S12)
    for field in fields:
        column.addWidget(field)
    return body
