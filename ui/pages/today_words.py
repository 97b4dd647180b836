"""Days and sums as Today says them, and the way to what it names."""

from __future__ import annotations

from datetime import date, datetime

from fieldkit.text import Catalogue
from fieldkit.workspace.due import Target
from fieldkit.workspace.overview import Today
from ui.places import Place

WEEK = 7  # days within which a day is told by its name

_STEPS = {"session": "sessions", "action": "follow_up", "feedback": "follow_up", "promise": "partners"}


def place_of(target: Target, /) -> Place:
    """Return the place of a target: the step of a dialogue on which its field stands."""
    part = _STEPS.get(target.field.partition("/")[0], "") if target.page == "dialogue" else ""
    return Place(target.page, target.code, part, target.field)


def day_title(day: date, words: Catalogue, /) -> str:
    """Return a day as a title: "Monday 20 April"."""
    return _with_capital(words.day(day, "EEEE d MMMM"))


def when(day: date, days_late: int, words: Catalogue, /) -> str:
    """Return when something is due: "2 days late", "Tomorrow", "Friday", "31 May"."""
    say = words.say
    if days_late > 1:
        return say("{days} days late", days=days_late)
    if days_late >= -1:
        near = {1: say("1 day late"), 0: say("Today"), -1: say("Tomorrow")}
        return near[days_late]
    if days_late > -WEEK:
        return _with_capital(words.day(day, "EEEE"))
    return words.day(day, "d MMM")


def since(opened: datetime | None, today: date, words: Catalogue, /) -> str:
    """Return when a dialogue was opened last: "today", "yesterday", "9 February"."""
    if opened is None:
        return words.say("not opened yet")
    day = opened.astimezone().date()
    days = (today - day).days
    if days in (0, 1):
        return words.say("yesterday") if days else words.say("today")
    return words.day(day, "d MMMM")


def summary(today: Today, words: Catalogue, /) -> str:
    """Return in one or two sentences what waits."""
    return " ".join(filter(None, (_to_settle(today, words), _late_or_next(today, words))))


def _to_settle(today: Today, words: Catalogue) -> str:
    if today.next is None or not today.next.total:
        return ""
    open_ = today.next.total - today.next.done
    if open_ == 1:
        return words.say("One thing to settle in the preparation.")
    return words.say("{number} things to settle in the preparation.", number=open_)


def _late_or_next(today: Today, words: Catalogue) -> str:
    say = words.say
    checks = sum(each.tone == "red" for each in today.due)
    late = sum(each.days_late > 0 for each in today.due)
    more = today.due_total > len(today.due)  # all that is shown may be late, and there is more
    if checks:
        many = checks == len(today.due) and more
        return say("Several checks are late.") if many else _counted_checks(checks, words)
    if late:
        many = late == len(today.due) and more
        return say("Several things are late.") if many else _counted_late(late, words)
    if today.coming_up:
        return say("The next session is on {day}.", day=words.day(today.coming_up[0].day, "EEEE d MMMM"))
    return say("No session is planned, and nothing is late.")


def _counted_checks(number: int, words: Catalogue) -> str:
    if number == 1:
        return words.say("One check is late.")
    return words.say("{number} checks are late.", number=number)


def _counted_late(number: int, words: Catalogue) -> str:
    if number == 1:
        return words.say("One thing is late.")
    return words.say("{number} things are late.", number=number)


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
