"""The ways there and back, meals, care for children, and who else is on the spot (EX7, SC-19, SC-26)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from fieldkit.model.field import Record
from fieldkit.model.session import Meal, PresentPerson, Session, Trip
from fieldkit.model.vocabulary import TripLeg
from fieldkit.workspace.board import Board
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, ClockField, Field, LineField, NumberField
from ui.pages.dialogue.board.amounts import AmountField
from ui.pages.dialogue.board.field_row import FieldRow
from ui.pages.dialogue.board.records import RecordList, Words
from ui.pages.dialogue.board.section import BoardFold

ROLE_WIDTH = 280  # px


class TransportFold(BoardFold):
    """What gets people there and home, what they eat, who minds their children, who else is there."""

    HOLDS: ClassVar[frozenset[str]] = frozenset({"trips", "meals", "childcare", "present_persons"})

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, section_id, title)
        self.lists: dict[str, RecordList] = {}
        self._board: Board | None = None

    def make_below(self) -> list[QWidget]:
        """Return the lists, with the care for children between."""
        say = self.words.say
        trips = self._list("trips", say("Add a trip"), self._new_trip, self._trip_name, self._trip)
        meals = self._list("meals", say("Add a meal"), self._new_meal, self._meal_name, self._meal)
        people = self._list(
            "present_persons",
            say("Add somebody"),
            lambda: PresentPerson(role=""),
            self._person_name,
            self._person,
        )
        self.lists = {"trips": trips, "meals": meals, "present_persons": people}
        return [trips, meals, self._childcare(), people]

    def show_board(self, board: Board) -> None:
        """Show how the section stands, and what holds the session up at the record it is about."""
        super().show_board(board)
        self._board = board
        self._show_holds()

    def _made(self) -> QWidget:
        body = super()._made()
        self.editor.edited.connect(lambda _path: self._show_fitting())
        self.editor.reloaded.connect(self._show_fitting)
        self._show_fitting()
        self._show_holds()
        return body

    def _list(
        self, name: str, add: str, new: Callable[[], Record], title: Words,
        fields: Callable[[int], Sequence[QWidget]],
    ) -> RecordList:  # fmt: skip
        def remove(at: int) -> str:
            return self.words.say("Take out: {what}", what=title(at))

        headings = {
            "trips": self.words.say("Ways there and back"),
            "meals": self.words.say("Meals"),
            "present_persons": self.words.say("Who else is there"),
        }
        return RecordList(
            self.context,
            self.editor,
            (name,),
            add,
            new,
            title,
            fields,
            remove,
            headings[name],
            in_rows=name == "present_persons",
        )

    def _new_trip(self) -> Trip:
        """Return the way that is missing, like the last one."""
        session: Session = self.editor.record
        legs = {trip.leg for trip in session.trips}
        missing: TripLeg = "to" if not legs & {"to", "both"} else "back"
        last = (
            session.trips[-1] if session.trips else Trip(leg="to", mode="shared_taxi", pick_up_point="other")
        )
        return Trip(leg=missing, mode=last.mode, pick_up_point=last.pick_up_point, seats=last.seats)

    def _trip_name(self, at: int) -> str:
        trip: Trip = self.editor.value(("trips", at))
        return f"{label('TripLeg', trip.leg, self.words)} · {label('TripMode', trip.mode, self.words)}"

    def _trip(self, at: int) -> list[QWidget]:
        say = self.words.say
        return [
            self._choice(("trips", at, "leg"), say("Direction"), "TripLeg"),
            self._choice(("trips", at, "mode"), say("Means of travel"), "TripMode"),
            self._choice(("trips", at, "pick_up_point"), say("Picked up at"), "PickUp"),
            ClockField(self.context, self.editor, ("trips", at, "leaves_at"), say("Leaves at")),
            ClockField(self.context, self.editor, ("trips", at, "back_before"), say("Home by")),
            NumberField(
                self.context, self.editor, ("trips", at, "seats"), say("Seats"), say("In all rounds"), "above"
            ),
            LineField(
                self.context, self.editor, ("trips", at, "vehicle_code"), say("Vehicle code"),
                say("Never a number plate"),
            ),
            self._choice(("trips", at, "driver_screened"), say("Driver looked into"), "YesNo"),
            AmountField(self.context, self.editor, ("trips", at, "cost"), say("Cost")),
        ]  # fmt: skip

    def _new_meal(self) -> Meal:
        return Meal(type="", persons=self.editor.record.expected)

    def _meal_name(self, at: int) -> str:
        return self.editor.value(("meals", at, "type")) or self.words.say("Meal")

    def _meal(self, at: int) -> list[QWidget]:
        say = self.words.say
        return [
            LineField(self.context, self.editor, ("meals", at, "type"), say("What there is")),
            self._choice(("meals", at, "time"), say("When"), "MealTime"),
            LineField(self.context, self.editor, ("meals", at, "diet"), say("Diet or fasting")),
            NumberField(
                self.context, self.editor, ("meals", at, "persons"), say("Persons"), label_at="above"
            ),
            AmountField(self.context, self.editor, ("meals", at, "cost"), say("Cost")),
        ]

    def _childcare(self) -> FieldRow:
        say = self.words.say
        fields: list[Field] = [
            NumberField(
                self.context, self.editor, ("childcare", "needed"), say("Children"), label_at="above"
            ),
            self._choice(("childcare", "arranged"), say("Arranged"), "YesNo"),
            self._choice(("childcare", "carer_screened"), say("Carer looked into"), "YesNo"),
            AmountField(self.context, self.editor, ("childcare", "cost"), say("Cost")),
        ]
        return FieldRow(self.context, say("Care for children"), fields)

    def _person_name(self, at: int) -> str:
        return self.editor.value(("present_persons", at, "role")) or self.words.say("Somebody")

    def _person(self, at: int) -> list[QWidget]:
        say = self.words.say
        role = LineField(
            self.context, self.editor, ("present_persons", at, "role"), say("Role"),
            placeholder=say("a role, not a name"),
        )  # fmt: skip
        role.line.setMinimumWidth(ROLE_WIDTH)
        return [role, self._choice(("present_persons", at, "screened"), say("Ties looked into"), "YesNo")]

    def _choice(self, path: tuple[str | int, ...], name: str, vocabulary: str) -> ChoiceField:
        return ChoiceField(self.context, self.editor, path, name, options(vocabulary, self.words))

    def _show_fitting(self) -> None:
        """Show of each trip what is asked of a trip of its kind, and what was answered all the same."""
        fields = self.lists["trips"].fields
        for at, trip in enumerate(self.editor.record.trips):
            driven, homeward = self.context.workspace.sessions.is_driven(trip), trip.leg != "to"
            for name, asked in (
                ("seats", driven or trip.seats > 0),
                ("vehicle_code", driven or trip.vehicle_code is not None),
                ("driver_screened", driven or trip.driver_screened == "yes"),
                ("back_before", homeward or trip.back_before is not None),
            ):
                if (field := fields.get(f"trips[{at}].{name}")) is not None:
                    field.setVisible(asked)

    def _show_holds(self) -> None:
        if self._board is not None:
            for records in self.lists.values():
                records.show_holds(self._board.readiness.holds)
