"""What to mind about a session; it blocks nothing: booked twice, in the dark, nobody decides (EX3, EX7)."""

from __future__ import annotations

from collections.abc import Iterator

from fieldkit.guide import bookings, daylight
from fieldkit.guide.bookings import Booked
from fieldkit.guide.situation import Lack, Section, Situation

_WHERE: dict[Booked, tuple[str, Section, str, str]] = {
    "interpreter": ("interpreter_booked_twice", "languages", "interpreters", "code"),
    "facilitator": ("facilitator_booked_twice", "who", "facilitators", "code"),
    "vehicle": ("vehicle_booked_twice", "transport", "trips", "vehicle_code"),
}
"""The sentence, the section of the board, the records and their field."""


def remarks(situation: Situation, /) -> Iterator[tuple[str, Lack]]:
    """Yield what to mind, each with the requirement it comes from."""
    yield from _booked_twice(situation)
    for code in situation.chain.overloaded:
        yield (
            "RQ-056",
            Lack(code="interpreter_overloaded", section="languages", field="hops", data={"code": code}),
        )
    admitted = [each for each in situation.session.listeners if not each.rejected]
    if admitted and not any(each.influence == "decides" for each in admitted):
        yield "RQ-053", Lack(code="nobody_decides", section="listeners", field="listeners")
    yield from _in_the_dark(situation)


def _booked_twice(situation: Situation) -> Iterator[tuple[str, Lack]]:
    for clash in bookings.clashes(situation.session, situation.others):
        code, section, records, field = _WHERE[clash.kind]
        data: dict[str, object] = {"code": clash.code, "session": clash.other}
        said = Lack(code=code, section=section, field=f"{records}[{clash.place}].{field}", data=data)
        yield bookings.RULES[clash.kind], said


def _in_the_dark(situation: Situation) -> Iterator[tuple[str, Lack]]:
    session = situation.session
    dark = daylight.dark_from(session.date, session.time_zone) if session.date and session.time_zone else None
    for place, trip in enumerate(session.trips):
        if dark and trip.leg != "to" and trip.back_before and trip.back_before > dark:
            field = f"trips[{place}].back_before"
            yield "RQ-057", Lack(
                code="home_after_dark", section="transport", field=field,
                data={"time": trip.back_before, "dark": dark},
            )  # fmt: skip
