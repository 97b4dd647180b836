"""Who of the employer's side must not be there, and if they were on the day (EX4, SC-17, SC-30, XR-3)."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from fieldkit.model.session import EmployerAbsence, Session
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, ClockField, DayField, Field, LineField, ManyField, TextField
from ui.pages.dialogue.board.field_row import FieldRow
from ui.pages.dialogue.board.section import BoardFold
from ui.parts.grid import wide

ON_THE_DAY = ("confirmed", "held", "aborted_safety")  # states in which somebody looks who is there
OF_A_BREACH = ("action", "partner_said_yes")


class AbsenceFold(BoardFold):
    """What the partner confirmed beforehand, and what was seen on the day."""

    HOLDS: ClassVar[frozenset[str]] = frozenset({"employer_absence"})

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, section_id, title)
        self._day: FieldRow | None = None
        editor.edited.connect(lambda _path: self._show_fitting())
        editor.reloaded.connect(self._show_fitting)

    def make_fields(self) -> list[Field]:
        """Return who stays away, who confirmed that, and when."""
        say, context, editor = self.words.say, self.context, self.editor
        return [
            wide(
                ManyField(
                    context, editor, ("employer_absence", "excluded"), say("Who must not be there"),
                    options("Excluded", self.words),
                )
            ),
            LineField(
                context, editor, ("employer_absence", "confirmed_by_role"), say("Confirmed by"),
                say("A role at the partner, not a name"),
            ),
            DayField(context, editor, ("employer_absence", "confirmed_on"), say("Confirmed on")),
        ]  # fmt: skip

    def make_below(self) -> list[QWidget]:
        """Return what is answered on the day itself."""
        say, context, editor = self.words.say, self.context, self.editor
        yes_no, not_yet = options("YesNo", self.words), ("", say("Not yet"))
        self._day = FieldRow(
            context,
            say("On the day"),
            [
                ClockField(context, editor, ("employer_absence", "checked_at_start"), say("Checked at")),
                ChoiceField(
                    context, editor, ("employer_absence", "checked_after_breaks"), say("After breaks too"),
                    (*yes_no, not_yet),
                ),
                ChoiceField(
                    context, editor, ("employer_absence", "breach"), say("Somebody came"), yes_no,
                    danger="yes",
                ),
                ChoiceField(
                    context, editor, ("employer_absence", "action"), say("What was done"),
                    options("BreachAction", self.words),
                ),
                ChoiceField(
                    context, editor, ("employer_absence", "partner_said_yes"), say("Partner said go on"),
                    (*yes_no, ("", say("Not asked"))),
                ),
                wide(TextField(context, editor, ("employer_absence", "note"), say("Note"), lines=2)),
            ],
            say(
                "If somebody of the employer's side comes, stop. Or pause until they are gone, and go on only"
                " if the partner says yes. Otherwise nothing of this talk may be used: it stays an internal"
                " lesson."
            ),
        )  # fmt: skip
        return [self._day]

    def _made(self) -> QWidget:
        body = super()._made()
        self._show_fitting()
        return body

    def _show_fitting(self) -> None:
        """Show what belongs to the day once it has come, and what follows only where somebody came."""
        if self._day is None:
            return
        session: Session = self.editor.record
        absence, today = session.employer_absence, self.context.workspace.today
        has_come = session.date is not None and session.date <= today
        begun = absence != EmployerAbsence(
            excluded=absence.excluded,
            confirmed_by_role=absence.confirmed_by_role,
            confirmed_on=absence.confirmed_on,
        )
        self._day.setVisible(session.status in ON_THE_DAY or has_come or begun)
        for name in OF_A_BREACH:
            self._day.fields[f"employer_absence.{name}"].setVisible(absence.breach == "yes")
