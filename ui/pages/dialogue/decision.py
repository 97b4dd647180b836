"""The decision this dialogue will inform (SC-04); and what the dialogue is about."""

from __future__ import annotations

from fieldkit.model.supply import Company, Supplier
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, LineField, ListField, ManyField, TextField
from ui.pages.dialogue.section import SectionFold

DECISION = ("purpose", "decision_to_inform", "decision_owner_role", "decision_due")


class DecisionFold(SectionFold):
    """Why there is a dialogue, what it will decide, who decides, and when."""

    def __init__(self, context: Context, dialogue: Editor) -> None:
        super().__init__(context, dialogue, context.words.say("The decision this will inform"))

    def make_fields(self) -> list[Field]:
        """Return reason, decision, owner, date and the steps of due diligence."""
        say, context, editor = self.words.say, self.context, self.editor
        return [
            TextField(
                context, editor, ("purpose",), say("Why we want to listen"),
                say("As it can be told honestly to workers"), lines=2,
            ),
            TextField(context, editor, ("decision_to_inform",), say("The decision"), lines=2),
            LineField(
                context, editor, ("decision_owner_role",), say("Who decides"), say("A role, not a name"),
            ),
            DayField(context, editor, ("decision_due",), say("Decided by")),
            ManyField(
                context, editor, ("dd_step",), say("Step of due diligence"),
                options("DueDiligenceStep", self.words),
            ),
        ]  # fmt: skip

    def show_state(self) -> None:
        """Say what is decided and when, or what is missing."""
        dialogue = self.editor.record
        due = self.words.day(dialogue.decision_due) if dialogue.decision_due else ""
        parts = [dialogue.decision_to_inform.strip(), dialogue.decision_owner_role.strip(), due]
        self.set_summary(" · ".join(part for part in parts if part) or self.words.say("Not written down yet"))
        self.set_state(self.context.workspace.preparing.section_state(dialogue.code, "decision"))

    def knows(self, key: str) -> bool:
        """Readiness names the fields of the dialogue."""
        return key in DECISION


class AboutFold(SectionFold):
    """What the dialogue is called, about which site, and who stands behind it."""

    def __init__(self, context: Context, dialogue: Editor) -> None:
        super().__init__(context, dialogue, context.words.say("About this dialogue"))

    def make_fields(self) -> list[Field]:
        """Return title, site, sender, co-hosts and themes."""
        say, context, editor = self.words.say, self.context, self.editor
        supplier = context.workspace.editing.find(Supplier, editor.record.supplier_code)
        sites = [("", say("None"))] + [
            (s.code, s.name or s.code) for s in (supplier.sites if supplier else ())
        ]
        senders = [("", say("None"))] + [(c.code, c.name) for c in context.workspace.editing.all(Company)]
        return [
            LineField(
                context, editor, ("title",), say("Title"), say("Neutral: no place, no group, no accusation")
            ),
            ChoiceField(context, editor, ("site_code",), say("Site"), sites),
            ChoiceField(context, editor, ("company_code",), say("Sender of the brief"), senders),
            ListField(context, editor, ("co_hosts",), say("Co-hosts"), say("One a line"), lines=2),
            ManyField(
                context, editor, ("theme_ids",), say("Themes"),
                context.workspace.preparing.rights(self.words),
            ),
        ]  # fmt: skip

    def show_state(self) -> None:
        """Say which site and which sender."""
        dialogue = self.editor.record
        parts = [dialogue.title, dialogue.site_code, *dialogue.co_hosts]
        self.set_summary(" · ".join(part for part in parts if part))
        self.set_state("")

    def knows(self, key: str) -> bool:
        """Readiness and the list of dialogues name the fields of the dialogue."""
        return key in ("title", "site_code", "company_code", "co_hosts", "theme_ids")
