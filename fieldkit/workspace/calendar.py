"""All sessions by their days: a month as whole weeks, and the agenda as a list."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby

import msgspec

from fieldkit.guide.bookings import Booked, clashes
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import SessionStatus
from fieldkit.store import Store
from fieldkit.store.agenda import Agenda
from fieldkit.store.schedule import Scheduled
from fieldkit.text import Catalogue, explain
from fieldkit.workspace.choices import options
from fieldkit.workspace.due import Target

FIRST_YEAR, LAST_YEAR = 1900, 2199  # that can be leafed through; a day typed wrongly may lie beyond


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A session in the calendar."""

    code: str
    dialogue_code: str
    title: str  # of the dialogue
    day: date | None
    hours: str  # wall clock at the place: "10:00–13:00"; empty where none is known
    start: str
    status: SessionStatus
    status_label: str
    groups: int
    people: int  # planned
    clashes: tuple[str, ...] = ()  # sentences: who or what another session wants at the same time
    target: Target


class MonthDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a month as it is shown, with the ends of the months beside it."""

    day: date
    name: str  # "14 February 2026, 2 sessions"
    in_month: bool
    is_today: bool
    entries: tuple[Entry, ...]


class MonthView(msgspec.Struct, frozen=True, kw_only=True):
    """A month as whole weeks."""

    title: str  # "February 2026"
    weekdays: tuple[str, ...]  # short names, in the order of the columns
    weeks: tuple[tuple[MonthDay, ...], ...]


class AgendaDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the agenda that has sessions; or those that have no day yet."""

    day: date | None
    is_today: bool
    entries: tuple[Entry, ...]


def day_title(day: date | None, today: date, words: Catalogue, /) -> str:
    """Return the heading of a day in the agenda: "Saturday 14 February", with the year of another year."""
    if day is None:
        return words.say("No day yet")
    return _with_capital(words.day(day, "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y"))


def month_beside(day: date, months: int, /) -> date:
    """Return the first day of the month so many months on, or back; it stays within the years shown."""
    wanted = day.year * 12 + day.month - 1 + months
    kept = min(max(wanted, FIRST_YEAR * 12), LAST_YEAR * 12 + 11)
    return date(kept // 12, kept % 12 + 1, 1)


class Calendar:
    """The sessions of all dialogues, or of one, by their days."""

    def __init__(self, store: Store, *, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def has_sessions(self) -> bool:
        """Return whether any session is planned or was held in the whole workspace."""
        return self._store.sessions.count() > 0

    def dialogues(self) -> tuple[tuple[str, str], ...]:
        """Return code and title of every dialogue, by title."""
        found = ((each.code, each.title) for each in self._store.agenda.dialogues())
        return tuple(sorted(found, key=lambda pair: (pair[1].casefold(), pair[0])))

    def month(
        self, year: int, month: int, words: Catalogue, /, *, dialogue_code: str | None = None,
        first_weekday: int = 0,
    ) -> MonthView:  # fmt: skip
        """Return a month with its sessions. Weeks begin on `first_weekday`, counted from Monday (0)."""
        weeks = Weeks(first_weekday).monthdatescalendar(year, month)
        found = self._agenda(dialogue_code).between(weeks[0][0], weeks[-1][-1])
        labels = _labels(words)
        by_day: defaultdict[date | None, list[Entry]] = defaultdict(list)
        for each in found:
            by_day[each.day].append(_entry(each, labels))
        return MonthView(
            title=_with_capital(words.month(f"{year:04}-{month:02}")),
            weekdays=tuple(_with_capital(words.day(day, "EEE").rstrip(".")) for day in weeks[0]),
            weeks=tuple(
                tuple(self._month_day(day, month, by_day[day], words) for day in week) for week in weeks
            ),
        )

    def agenda(self, words: Catalogue, dialogue_code: str | None = None, /) -> tuple[AgendaDay, ...]:
        """Return every session, grouped by day: those without one first, then past and coming days in order.

        What one session shares with another at the same time is told of those that lie ahead.
        """
        today, clashing, labels = self._today(), self._clashes(words), _labels(words)
        entries = [
            _entry(each, labels, clashing.get(each.code, ()))
            for each in self._agenda(dialogue_code).scheduled()
        ]
        return tuple(
            AgendaDay(day=day, is_today=day == today, entries=tuple(of_day))
            for day, of_day in groupby(entries, key=lambda each: each.day)
        )

    def _agenda(self, dialogue_code: str | None) -> Agenda:
        return self._store.agenda.within(dialogue_code) if dialogue_code else self._store.agenda

    def _month_day(self, day: date, month: int, entries: Sequence[Entry], words: Catalogue) -> MonthDay:
        is_today = day == self._today()
        said = (words.day(day), _count(len(entries), words), words.say("today") if is_today else "")
        return MonthDay(
            day=day,
            name=", ".join(filter(None, said)),
            in_month=day.month == month,
            is_today=is_today,
            entries=tuple(entries),
        )

    def _clashes(self, words: Catalogue) -> dict[str, tuple[str, ...]]:
        """Return what sessions ahead share with another at the same time, in sentences, by their codes."""
        by_day: defaultdict[date | None, list[Session]] = defaultdict(list)
        for each in self._store.agenda.bookings(self._today()):
            by_day[each.date].append(each)

        @cache  # on a full day the same is said of many sessions
        def said(kind: Booked, code: str, other: str) -> str:
            return explain("reasons", f"{kind}_booked_twice", {"code": code, "session": other}, words)

        return {
            each.code: tuple(said(clash.kind, clash.code, clash.other) for clash in clashes(each, others))
            for others in by_day.values()
            if len(others) > 1
            for each in others
        }


def _labels(words: Catalogue) -> dict[str, str]:
    return dict(options("SessionStatus", words))


def _entry(session: Scheduled, labels: Mapping[str, str], clashing: tuple[str, ...] = ()) -> Entry:
    return Entry(
        code=session.code,
        dialogue_code=session.dialogue_code,
        title=session.dialogue_title,
        day=session.day,
        hours=_hours(session),
        start=session.start or "",
        status=session.status,
        status_label=labels[session.status],
        groups=session.groups,
        people=session.people,
        clashes=clashing,
        target=Target("dialogue", session.dialogue_code, f"session/{session.code}"),
    )


def _hours(session: Scheduled) -> str:
    return f"{session.start}–{session.end}" if session.start and session.end else session.start or ""


def _count(sessions: int, words: Catalogue) -> str:
    if sessions == 1:
        return words.say("1 session")
    return words.say("{number} sessions", number=sessions) if sessions else words.say("no session")


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
