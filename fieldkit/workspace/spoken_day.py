"""The points of the day of a session in words, by role and code alone."""

from __future__ import annotations

from fieldkit.guide.day_plan import WITHOUT_A_TALK, Point, day_plan
from fieldkit.guide.logistics_rules import DRIVEN
from fieldkit.model.session import Session, Trip
from fieldkit.papers.day_content import Moment
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label

_BLANK = "______"


def moments(session: Session, words: Catalogue, /) -> tuple[Moment, ...]:
    """Return the points of the day with what to say, to mind and to tick."""
    return tuple(_moment(point, session, words) for point in day_plan(session))


def _moment(point: Point, session: Session, words: Catalogue) -> Moment:
    """Return one point of the day in words."""
    say = words.say
    match point.kind:
        case "way_there":
            return _made(point, say("The way there"), _way(point.trip, words))
        case "room":
            corner = say("Children’s corner") if session.childcare.needed else ""
            ready = say("Water, women’s toilet, exits open, nobody can look in")
            return _made(point, say("Room ready"), (" · ".join(filter(None, (ready, corner))),))
        case "look":
            away = " · ".join(label("Excluded", each, words) for each in session.employer_absence.excluded)
            box = say("Nobody near. Looked by {role} at {time}", role=_BLANK, time=_BLANK)
            return _made(point, say("Is anyone from the employer’s side near?"), (away,), (box,))
        case "children":
            count = say("Children: {count}", count=session.childcare.needed)
            return _made(point, say("Children go to their carer"), (count,), (say("The carer was screened"),))
        case "meal":
            return _made(point, say("Meal together"), _meal(point, words))
        case "welcome" | "consent" | "closing":
            return _spoken(point, words)
        case "round" | "break":
            return _round(point, session, words)
        case "payment":
            return _payment(point, session, words)
        case "way_home":
            before = point.trip.back_before if point.trip else None
            home = say("Home before {time}", time=before) if before else ""
            return _made(point, say("The way home"), (*_way(point.trip, words), home))
        case "report":
            return _report(point, session, words)
        case "opens":
            told = say("Who uses the answers, and that nobody has to answer")
            return _made(point, say("Answers may come in"), (told,), (say("Told before the first question"),))
        case "closes":
            return _made(point, say("No more answers come in"))


def _made(point: Point, title: str, lines: tuple[str, ...] = (), boxes: tuple[str, ...] = ()) -> Moment:
    return Moment(time=point.clock, title=title, lines=tuple(filter(None, lines)), boxes=boxes)


def _way(trip: Trip | None, words: Catalogue) -> tuple[str, ...]:
    assert trip is not None  # a way has its trip
    say = words.say
    screened = trip.driver_screened == "yes"
    driven = trip.mode in DRIVEN
    parts = (
        label("TripMode", trip.mode, words),
        label("PickUp", trip.pick_up_point, words),
        trip.vehicle_code or "",
        say("seats: {count}", count=trip.seats) if trip.seats and driven else "",
        (say("driver screened") if screened else say("driver not screened yet")) if driven else "",
    )
    return (" · ".join(filter(None, parts)),)


def _meal(point: Point, words: Catalogue) -> tuple[str, ...]:
    assert point.meal is not None  # a meal has its record
    meal = point.meal
    persons = words.say("People: {count}", count=meal.persons) if meal.persons else ""
    return (" · ".join(filter(None, (meal.type, meal.diet, persons))),)


def _spoken(point: Point, words: Catalogue) -> Moment:
    """Return what is told and asked."""
    say = words.say
    match point.kind:
        case "welcome":
            told = say("Who listens and why, how it is used, the limits of secrecy, the right to stop")
            return _made(
                point, say("Welcome"), (told,), (say("Said back by the workers in their own words"),)
            )
        case "consent":
            no = say("A no changes nothing about payment or meal")
            uses = (
                say("Taking part"), say("Notes"), say("Own use"), say("Theme shared"), say("Kind of source"),
            )  # fmt: skip
            return _made(point, say("Consent, one use at a time"), (no,), uses)
        case _:
            next_ = say("Next step and its date: word back through the partner")
            return _made(point, say("Closing"), (next_,), (say("Nothing promised that cannot be kept"),))


def _round(point: Point, session: Session, words: Catalogue) -> Moment:
    say = words.say
    if point.kind == "break":
        return _made(
            point, say("Break"), (), (say("Employer’s side still away. Looked by {role}", role=_BLANK),)
        )
    titles = {1: say("Talk, first round"), 2: say("Talk, second round")}
    title = say("Talk") if point.of == 1 else titles.get(point.number)
    leading = [f"{each.code}: {each.role}" if each.role else each.code for each in session.facilitators]
    own = say("Their own topics, then what matters most to them")
    lines = (*(leading if point.number == 1 else ()), own if point.number == point.of else "")
    return _made(point, title or say("Talk, round {number}", number=point.number), lines)


def _payment(point: Point, session: Session, words: Catalogue) -> Moment:
    say = words.say
    paid = [each for each in session.compensations if each.basis != "none"]
    ways = dict.fromkeys(label("PaymentMethod", each.method, words) for each in paid)
    count = max(each.headcount for each in paid)
    receipt = say("One receipt by headcount, no names")
    sealed = any(each.method == "cash_sealed_by_partner" for each in paid)
    handed = (
        say("Envelopes handed out: {count}", count=count)
        if sealed
        else say("People paid: {count}", count=count)
    )
    return _made(point, say("Payment by the partner"), (" · ".join(ways), receipt), (handed,))


def _report(point: Point, session: Session, words: Catalogue) -> Moment:
    say = words.say
    if session.form in WITHOUT_A_TALK:
        return _made(point, say("Partner reports"), (), (say("Nobody was questioned or punished"),))
    paid = any(each.basis != "none" for each in session.compensations)
    boxes = (say("Everyone is home safely"), *((say("Everyone was paid"),) if paid else ()))
    return _made(point, say("Partner reports"), (), boxes)
