"""Where one can be in the window, and the way there and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class Place:
    """One page of the window, about one thing, opened at one of its parts, with the cursor in one field."""

    page: (
        str  # today, dialogues, dialogue, calendar, partners, partner, suppliers, supplier, library, settings
    )
    code: str = ""  # of what the page is about
    part: str = ""  # a step of the dialogue, a page of the library
    field: str = ""  # where the cursor stands: `decision_due`, `sites[0].name`


TODAY = Place("today")


class Journey(QObject):
    """The places somebody has been, as a browser keeps them."""

    went = Signal(object)  # Place

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = [TODAY]
        self._at = 0

    @property
    def place(self) -> Place:
        """The place one is at."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has come back from somewhere."""
        return self._at < len(self._places) - 1

    def go(self, place: Place, /) -> None:
        """Go to a place; what lay ahead is forgotten. Being there already only moves the cursor."""
        if place != self.place:
            del self._places[self._at + 1 :]
            self._places.append(place)
            self._at += 1
        self.went.emit(place)

    def settle(self, place: Place, /) -> None:
        """Remember a place instead of the one that led to it: coming back does not ask anew."""
        if self._places:
            self._places[self._at] = place

    def back(self) -> None:
        """Go back one place, if there is one."""
        if self.can_go_back:
            self._at -= 1
            self.went.emit(self.place)

    def forward(self) -> None:
        """Go to the place one came back from, if there is one."""
        if self.can_go_forward:
            self._at += 1
            self.went.emit(self.place)

    def forget(self, code: str, /) -> None:
        """Leave out every place about a thing that is gone."""
        kept = [place for place in self._places[: self._at + 1] if place.code != code]
        self._places = kept or [TODAY]
        self._at = len(self._places) - 1
