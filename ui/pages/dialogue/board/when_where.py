"""When and where: day, hours, place, how to stop, the look at the risk (SC-15, SC-16, SC-28, XR-7)."""

from __future__ import annotations

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.workspace.choices import options
from fieldkit.workspace.time_zones import time_zones
from ui.fields import ChoiceField, DayField, Field, LineField, NumberField, TextField
from ui.fields.choice import Options
from ui.fields.clock import ClockField
from ui.pages.dialogue.board.section import BoardFold
from ui.parts.grid import wide


class WhenWhereFold(BoardFold):
    """The day, the place, the signal to stop, the risk."""

    HOLDS = frozenset(
        {
            "date", "start", "end", "time_zone", "method", "form", "group_layout", "max_minutes", "breaks",
            "venue", "stop_signal", "abort_plan", "risk_level", "risk_reviewed_on", "reviewer_role",
        }
    )  # fmt: skip

    def make_fields(self) -> list[Field]:
        """Return day and hours, form, place, stop signal, risk."""
        return [*self._day(), *self._form(), *self._place(), *self._stop(), *self._risk()]

    def _day(self) -> list[Field]:
        say, context, editor = self.words.say, self.context, self.editor
        return [
            DayField(context, editor, ("date",), say("Day")),
            ChoiceField(context, editor, ("time_zone",), say("Time zone"), self._zones()),
            ClockField(context, editor, ("start",), say("Begins at")),
            ClockField(context, editor, ("end",), say("Ends at")),
        ]

    def _form(self) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            *self._method(),
            ChoiceField(context, editor, ("form",), say("Form"), options("SessionForm", words)),
            ChoiceField(
                context, editor, ("group_layout",), say("How groups are made"), options("GroupLayout", words)
            ),
            NumberField(
                context, editor, ("max_minutes",), say("At most"), label_at="above", unit=say("minutes")
            ),
            NumberField(context, editor, ("breaks",), say("Breaks"), label_at="above"),
        ]

    def _method(self) -> list[Field]:
        """Return the choice of a method where the dialogue combines several."""
        dialogue = self.context.workspace.editing.find(Dialogue, self.editor.record.dialogue_code)
        chosen = {use.method for use in dialogue.method_uses} if dialogue is not None else set()
        if len(chosen) < 2:
            return []
        offered = [each for each in options("Method", self.words) if each[0] in chosen]
        return [wide(ChoiceField(self.context, self.editor, ("method",), self.words.say("Method"), offered))]

    def _place(self) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say, known = words.say, options("YesNoUnknown", words)
        return [
            ChoiceField(
                context, editor, ("venue", "type"), say("Kind of place"), options("VenueType", words),
                say("Its address stands on the partner's paper alone"),
            ),
            ChoiceField(
                context, editor, ("venue", "distance_from_workplace_km"), say("From the workplace"),
                options("DistanceBand", words),
            ),
            ChoiceField(
                context, editor, ("venue", "visible_from_employer"), say("Can the employer see it?"), known
            ),
            ChoiceField(context, editor, ("venue", "private"), say("Can nobody listen in?"), known),
            NumberField(
                context, editor, ("venue", "exits"), say("Exits"), say("Two or more"), label_at="above"
            ),
            ChoiceField(context, editor, ("venue", "womens_toilet"), say("Women's toilet"), known),
            ChoiceField(
                context, editor, ("venue", "accessible"), say("Accessible with a disability"), known
            ),
            ChoiceField(
                context, editor, ("venue", "cover_reason_agreed"), say("Harmless reason agreed"),
                options("YesNo", words), say("What people say they come for"),
            ),
        ]  # fmt: skip

    def _stop(self) -> list[Field]:
        say, context, editor = self.words.say, self.context, self.editor
        return [
            LineField(
                context, editor, ("stop_signal",), say("Signal to stop"),
                say("A harmless sentence everybody knows"),
            ),
            wide(
                TextField(
                    context, editor, ("abort_plan",), say("How we break off"),
                    say("What we say, who leaves first and which way, who decides whether we go on"), lines=2,
                )
            ),
        ]  # fmt: skip

    def _risk(self) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            ChoiceField(
                context, editor, ("risk_level",), say("Risk of reprisal"), options("RiskLevel", words),
                say("The highest of this, the assessment and the barrier counts"),
            ),
            DayField(
                context, editor, ("risk_reviewed_on",), say("Looked at on"),
                say("Counts for 14 days; at a high risk again in the last 3"),
            ),
            LineField(context, editor, ("reviewer_role",), say("Looked at by"), say("A role, not a name")),
        ]  # fmt: skip

    def _zones(self) -> Options:
        """Return every time zone, those of the supplier's country first; one that is set stays."""
        editing, session = self.context.workspace.editing, self.editor.record
        dialogue = editing.find(Dialogue, session.dialogue_code)
        supplier = editing.find(Supplier, dialogue.supplier_code) if dialogue is not None else None
        known = time_zones(supplier.country if supplier is not None else "")
        every = known if session.time_zone in (*known, "") else (session.time_zone, *known)
        return [(each, each.replace("_", " ")) for each in every]
