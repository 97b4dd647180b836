"""Who is heard, as headcounts by class, who chose them, and who leads the talk (SC-11, SC-13, SC-14)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from fieldkit.model.partner import Partner
from fieldkit.model.paths import Path
from fieldkit.model.session import Facilitator, ParticipantGroup
from fieldkit.workspace.board_summaries import group_name
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, LineField, NumberField, TextField
from ui.fields.entries import EntriesField
from ui.pages.dialogue.board.classes import ClassesField
from ui.pages.dialogue.board.records import RecordList
from ui.pages.dialogue.board.section import BoardFold, set_shown
from ui.parts.grid import wide


class SpecialistField(LineField):
    """Who leads a talk with people under 18; asked only where some are in the group."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str) -> None:
        super().__init__(context, editor, path, label, hint)
        editor.edited.connect(self._follow_classes)

    def show_value(self) -> None:
        """Show the role, and show at all only where it is asked or was answered."""
        super().show_value()
        group: ParticipantGroup = self.editor.value(self.path[:-1])
        asked = self.context.workspace.sessions.has_young(group) or bool(self.line.text())
        set_shown(self, asked)

    def let_go(self) -> None:
        """Hear no more of the record."""
        super().let_go()
        self.editor.edited.disconnect(self._follow_classes)

    def _follow_classes(self, edited: Path) -> None:
        """Come or go when the classes of the group change."""
        if edited[: len(self.path) - 1] == self.path[:-1] and edited != self.path:
            self.show_value()


class WhoFold(BoardFold):
    """The choice of people, the groups, the facilitators."""

    HOLDS = frozenset({"selection", "groups", "facilitators", "partner_code"})

    def make_fields(self) -> list[Field]:
        """Return who invites, who chose the people, how, and of whose will they come."""
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            ChoiceField(
                context, editor, ("selection", "by_whom"), say("Chosen by"), options("SelectedBy", words),
                say("Never by management"),
            ),
            ChoiceField(
                context, editor, ("partner_code",), say("Invited by"),
                [("", say("Nobody yet")), *self._partners()],
            ),
            ChoiceField(
                context, editor, ("selection", "voluntary_confirmed"), say("Everybody comes freely"),
                options("YesNo", words),
            ),
            wide(
                TextField(
                    context, editor, ("selection", "method"), say("How they were chosen"), lines=2
                )
            ),
        ]  # fmt: skip

    def make_below(self) -> list[QWidget]:
        """Return the groups, and those who lead the talk."""
        return [self._groups(), self._facilitators()]

    def _groups(self) -> RecordList:
        say = self.words.say
        return RecordList(
            self.context, self.editor, ("groups",), say("Add a group"), self._new_group,
            lambda at: self._group_title(at), self._group_fields,
            lambda at: say("Take out group {label}", label=self.editor.record.groups[at].label),
            say("Groups"),
        )  # fmt: skip

    def _new_group(self) -> ParticipantGroup:
        return ParticipantGroup(label=self._next_code("G"))

    def _group_title(self, at: int) -> str:
        group: ParticipantGroup = self.editor.record.groups[at]
        name = group_name(group, self.words)
        return group.label if name == group.label else f"{group.label} · {name}"

    def _group_fields(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        specialist = SpecialistField(
            context,
            editor,
            ("groups", at, "specialist_role"),
            say("Specialist who leads"),
            say("A role; needed with people under 18"),
        )
        return [
            wide(
                ClassesField(
                    context, editor, ("groups", at, "class_set"), say("Which workers"),
                    say("Up to three classes"),
                )
            ),
            NumberField(
                context, editor, ("groups", at, "headcount_planned"), say("How many come"), label_at="above",
                unit=say("people"),
            ),
            EntriesField(
                context, editor, ("groups", at, "languages"), say("They speak"),
                say("Dialects too"),
            ),
            ChoiceField(
                context, editor, ("groups", at, "population_at_site_band"),
                say("How many like them work there"), options("PopulationBand", words),
                say("The fewer, the easier one of them is recognised"),
            ),
            specialist,
        ]  # fmt: skip

    def _facilitators(self) -> RecordList:
        say = self.words.say
        return RecordList(
            self.context, self.editor, ("facilitators",), say("Add a facilitator"),
            lambda: Facilitator(code=self._next_code("Fac")), self._facilitator_title,
            self._facilitator_fields,
            lambda at: say("Take out {code}", code=self.editor.record.facilitators[at].code),
            say("Who leads the talk"),
        )  # fmt: skip

    def _facilitator_title(self, at: int) -> str:
        facilitator: Facilitator = self.editor.record.facilitators[at]
        return " · ".join(filter(None, (facilitator.code, facilitator.role)))

    def _facilitator_fields(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        unknown = ("", say("Unknown"))
        return [
            wide(
                LineField(
                    context, editor, ("facilitators", at, "role"), say("Role"), say("Never a name")
                )
            ),
            ChoiceField(
                context, editor, ("facilitators", at, "conflict_of_interest"),
                say("Tie to the employer's side"), options("YesNoUnknown", words),
            ),
            ChoiceField(
                context, editor, ("facilitators", at, "organisation_code"), say("Comes from"),
                [("", say("Unknown")), *self._partners()],
            ),
            EntriesField(context, editor, ("facilitators", at, "languages"), say("Speaks")),
            ChoiceField(
                context, editor, ("facilitators", at, "gender"), say("Gender"),
                (*options("Gender", words), unknown),
            ),
            ChoiceField(
                context, editor, ("facilitators", at, "trained"), say("Trained for this"),
                options("YesNo", words),
            ),
            DayField(context, editor, ("facilitators", at, "trained_on"), say("Trained on")),
        ]  # fmt: skip

    def _partners(self) -> list[tuple[str, str]]:
        return [(each.code, each.name or each.code) for each in self.context.workspace.editing.all(Partner)]

    def _next_code(self, prefix: Literal["G", "Fac"]) -> str:
        return self.context.workspace.sessions.next_code(prefix, self.editor.record)
