"""What is coming, what is due and how far everything is: narrow questions, so that no long row is read.

The answers are days, numbers and codes; of words only titles, names, and what was promised or agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from fieldkit.model.field import Wording
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import CheckStatus, RiskLevel, SessionStatus
from fieldkit.store import schedule
from fieldkit.store.connection import Connection, Row
from fieldkit.store.schedule import Scheduled

Kind = Literal["dialogue", "supplier", "site", "partner", "session"]

OPENED = "opened/"
"""Before the code of a dialogue: the setting that holds when it was opened last."""


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A session that lies ahead."""

    code: str
    dialogue_code: str
    dialogue_title: str
    day: date
    start: str | None  # wall clock at the place
    groups: int
    people: int  # planned, in all groups together
    status: SessionStatus


class SessionLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A session, in one line."""

    code: str
    dialogue_code: str
    status: SessionStatus
    risk: RiskLevel
    day: date | None


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """Something with a day by which it is to be done."""

    code: str
    dialogue_code: str | None
    partner_code: str | None = None
    day: date
    said: Wording | str = ""  # a promise in its own words, an agreed step per language


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far one dialogue is, its preparation and its sessions apart."""

    approved: int = 0  # insights
    for_supplier: int = 0  # of those approved
    unapproved: int = 0  # insights, those withdrawn apart
    briefs: int = 0
    actions: int = 0  # those dropped apart
    actions_open: int = 0
    promises_open: int = 0
    freezing: int = 0  # open incidents that stop exports (XR-1)
    brief_on: date | None = None  # when the last one left
    talk_on: date | None = None  # the last one that took place
    told_on: date | None = None  # when workers last had word
    to_tell_on: date | None = None  # when they are to have it next, where a day was set


class Name(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that can be found by its code, its title or its name."""

    kind: Kind
    code: str
    title: str
    aliases: tuple[str, ...] = ()
    within: str = ""  # code of what it belongs to: supplier of a dialogue or site, dialogue of a session
    detail: str = ""  # country of a supplier, type of a partner
    day: date | None = None  # of a session


class _Site(msgspec.Struct, frozen=True):
    code: str
    name: str = ""
    aliases: tuple[str, ...] = ()


_COMING = "status IN ('planned', 'confirmed', 'postponed') AND date >= ?1"
_OPEN_ACTION = "status NOT IN ('done', 'verified_by_workers', 'dropped')"
_OF_IT = "WHERE dialogue_code = dialogue.code AND"

# Counts and days come as plain rows: an aggregate over texts takes memory for each row, and SQLCipher locks
# and wipes each piece of it.
_COUNTS = {
    "approved": f"FROM insight {_OF_IT} status = 'approved'",
    "for_supplier": f"FROM insight {_OF_IT} status = 'approved' AND use_route IN ('supplier', 'both')",
    "unapproved": f"FROM insight {_OF_IT} status IN ('draft', 'partner_reviewed')",
    "briefs": f"FROM brief {_OF_IT} 1",
    "actions": f"FROM action {_OF_IT} status <> 'dropped'",
    "actions_open": f"FROM action {_OF_IT} {_OPEN_ACTION}",
    "promises_open": f"FROM promise {_OF_IT} kept = 'open'",
    # As Incident.freezes says it.
    "freezing": f"FROM incident {_OF_IT} status <> 'closed' AND (severity >= 3 OR brief_frozen = 'yes')",
}
_COUNTED = f"SELECT code, {', '.join(f'(SELECT count(*) {each})' for each in _COUNTS.values())} FROM dialogue"


class Agenda:
    """The narrow questions to one workspace file; `within` asks them about one dialogue."""

    def __init__(self, connection: Connection, dialogue_code: str | None = None) -> None:
        self._connection = connection
        self._dialogue = dialogue_code

    def within(self, dialogue_code: str, /) -> Agenda:
        """Return the same questions about one dialogue; names and openings stay those of the file."""
        return Agenda(self._connection, dialogue_code)

    def version(self) -> tuple[int, int]:
        """Return what differs once a record was added, changed or deleted, by whichever thread.

        Every write of a record stands in the history; settings and drafts do not, and change nothing here.
        """
        [(changed, deleted)] = self._connection.execute(
            "SELECT (SELECT max(number) FROM change_log), (SELECT max(number) FROM deletion_log)"
        )
        return changed or 0, deleted or 0

    def coming(self, today: date, most: int, /) -> list[Coming]:
        """Return the next sessions planned, confirmed or postponed, today's included, soonest first."""
        rows = self._connection.execute(
            "SELECT session.code, dialogue_code, title, date, start, json_array_length(groups),"
            " (SELECT total(value ->> '$.headcount_planned') FROM json_each(groups)), status"
            " FROM session JOIN dialogue ON dialogue.code = dialogue_code"
            f" WHERE {_COMING} ORDER BY date, start, session.code LIMIT ?2",
            (today.isoformat(), most),
        )
        return [
            Coming(
                code=code,
                dialogue_code=dialogue,
                dialogue_title=title,
                day=date.fromisoformat(day),
                start=start,
                groups=groups,
                people=int(people),
                status=status,
            )
            for code, dialogue, title, day, start, groups, people, status in rows
        ]

    def count_coming(self, today: date, /) -> int:
        """Return how many sessions lie ahead."""
        sql = f"SELECT count(*) FROM session WHERE {_COMING}"
        [(count,)] = self._connection.execute(sql, (today.isoformat(),))
        return int(count)

    def sessions(self) -> list[SessionLine]:
        """Return every session, in one line each."""
        rows = self._rows("SELECT code, dialogue_code, status, risk_level, date FROM session")
        return [
            SessionLine(code=code, dialogue_code=dialogue, status=status, risk=risk, day=_day(day))
            for code, dialogue, status, risk, day in rows
        ]

    def confirmed(self) -> list[tuple[str, str, date | None]]:
        """Return the confirmed sessions: code, code of the dialogue, day."""
        rows = self._rows("SELECT code, dialogue_code, date FROM session", "status = 'confirmed'")
        return [(code, dialogue, _day(day)) for code, dialogue, day in rows]

    def booked_on(self, day: date, /) -> list[str]:
        """Return the codes of the sessions planned or confirmed for a day, in all dialogues."""
        rows = self._connection.execute(
            "SELECT code FROM session WHERE status IN ('planned', 'confirmed') AND date = ?",
            (day.isoformat(),),
        )
        return [str(code) for (code,) in rows]

    def scheduled(self) -> list[Scheduled]:
        """Return the sessions as a calendar shows them, by day and hour; those without a day come first."""
        return self._scheduled("1")

    def between(self, first: date, last: date, /) -> list[Scheduled]:
        """Return the sessions from one day to another, both included, by day and hour."""
        days = first.isoformat(), last.isoformat()
        return self._scheduled(f"{schedule.ANY_STATUS} AND date BETWEEN ? AND ?", *days)

    def bookings(self, today: date, /) -> list[Session]:
        """Return the planned and confirmed sessions from today on, in all dialogues.

        Of each only when it is, and the interpreters, facilitators and trips it books.
        """
        ahead = "status IN ('planned', 'confirmed') AND date >= ?"
        return schedule.booked(
            self._connection.execute(f"{schedule.BOOKED} WHERE {ahead}", (today.isoformat(),))
        )

    def people_around(self) -> list[str]:
        """Return the codes of the interpreters, facilitators and listeners of every session."""
        lists = ("interpreters", "facilitators", "listeners")
        each = (f"SELECT value ->> '$.code' FROM session, json_each({name})" for name in lists)
        return [str(code) for (code,) in self._connection.execute(" UNION ".join(each))]

    def reprisal_checks(self) -> list[tuple[str, str, CheckStatus]]:
        """Return the answers to SC-39a and SC-39b within sessions: code of the session, item, status."""
        if self._dialogue is None:
            return self._connection.execute("SELECT session_code, item, status FROM reprisal_check")
        return self._connection.execute(
            "SELECT session_code, item, reprisal_check.status FROM reprisal_check"
            " JOIN session ON session.code = session_code WHERE dialogue_code = ?",
            (self._dialogue,),
        )

    def promises(self) -> list[Dated]:
        """Return the open promises that have a day."""
        rows = self._rows(
            "SELECT code, dialogue_code, partner_code, due, text FROM promise",
            "kept = 'open' AND due IS NOT NULL",
        )
        return [
            Dated(
                code=code,
                dialogue_code=dialogue,
                partner_code=partner,
                day=date.fromisoformat(due),
                said=text,
            )
            for code, dialogue, partner, due, text in rows
        ]

    def actions(self) -> list[Dated]:
        """Return the steps proposed or agreed that have a day and are not done."""
        rows = self._rows(
            "SELECT code, dialogue_code, due, text FROM action", f"{_OPEN_ACTION} AND due IS NOT NULL"
        )
        read = msgspec.json.Decoder(Wording).decode
        return [
            Dated(code=code, dialogue_code=dialogue, day=date.fromisoformat(due), said=read(text))
            for code, dialogue, due, text in rows
        ]

    def opened(self) -> dict[str, datetime]:
        """Return when each dialogue was opened last, the last one first."""
        rows = self._connection.execute(
            "SELECT code, value FROM setting JOIN dialogue ON key = ? || code ORDER BY value DESC, code",
            (OPENED,),
        )
        return {str(code): datetime.fromisoformat(value) for code, value in rows}

    def progress(self, today: date, /) -> dict[str, Progress]:
        """Return how far each dialogue is; what is dated after today has not happened yet."""
        found = {
            str(code): dict(zip(_COUNTS, counts, strict=True))
            for code, *counts in self._rows(_COUNTED, column="code")
        }
        days = self._days(today)
        return {code: Progress(**counts, **days.get(code, {})) for code, counts in found.items()}

    def _days(self, today: date) -> dict[str, dict[str, Any]]:
        """Return the days of a dialogue's progress, by its code and their names."""
        found: dict[str, dict[str, Any]] = {}

        def note(code: str, name: str, day: str | None, better: Callable[[date, date], date]) -> None:
            if day and (name == "to_tell_on" or day <= today.isoformat()):
                days, on = found.setdefault(code, {}), date.fromisoformat(day)
                days[name] = better(days.get(name, on), on)

        for code, created in self._rows("SELECT dialogue_code, created FROM brief"):
            note(code, "brief_on", created[:10], max)
        for code, day in self._rows("SELECT dialogue_code, date FROM talk"):
            note(code, "talk_on", day, max)
        for code, day, due in self._rows("SELECT dialogue_code, date, due FROM feedback"):
            note(code, "told_on", day, max)
            if day is None or day > today.isoformat():
                note(code, "to_tell_on", due, min)
        return found

    def names(self) -> list[Name]:
        """Return all that can be found by its code, its title or its name."""
        return [
            *self.dialogues(), *self.suppliers(), *self._site_names(), *self._partner_names(),
            *self._session_names(),
        ]  # fmt: skip

    def dialogues(self) -> list[Name]:
        """Return the dialogues by code, title and supplier."""
        return [
            Name(kind="dialogue", code=code, title=title, within=supplier)
            for code, title, supplier in self._connection.execute(
                "SELECT code, title, supplier_code FROM dialogue"
            )
        ]

    def suppliers(self) -> list[Name]:
        """Return the suppliers by code, name and country."""
        return [
            Name(kind="supplier", code=code, title=name, aliases=_names(aliases), detail=country)
            for code, name, aliases, country in self._connection.execute(
                "SELECT code, name, aliases, country FROM supplier"
            )
        ]

    def _rows(self, select: str, condition: str = "1", column: str = "dialogue_code") -> list[Row]:
        """Return the rows of the dialogue asked about, or of all of them, that fulfil a condition."""
        if self._dialogue is None:
            return self._connection.execute(f"{select} WHERE {condition}")
        return self._connection.execute(f"{select} WHERE {condition} AND {column} = ?", (self._dialogue,))

    def _scheduled(self, condition: str, *values: object) -> list[Scheduled]:
        if self._dialogue is not None:
            condition, values = f"{condition} AND dialogue_code = ?", (*values, self._dialogue)
        titles = {each.code: each.title for each in self.dialogues()}
        rows = self._connection.execute(f"{schedule.SCHEDULED} WHERE {condition}", values)
        return schedule.scheduled(rows, titles)

    def _site_names(self) -> Iterator[Name]:
        read = msgspec.json.Decoder(tuple[_Site, ...]).decode
        for supplier, sites in self._connection.execute("SELECT code, sites FROM supplier"):
            for site in read(sites):
                yield Name(
                    kind="site", code=site.code, title=site.name, aliases=site.aliases, within=supplier
                )

    def _partner_names(self) -> Iterator[Name]:
        rows = self._connection.execute("SELECT code, name, aliases, type FROM partner")
        for code, name, aliases, type_ in rows:
            yield Name(kind="partner", code=code, title=name, aliases=_names(aliases), detail=type_)

    def _session_names(self) -> Iterator[Name]:
        rows = self._connection.execute(
            "SELECT session.code, title, dialogue_code, date"
            " FROM session JOIN dialogue ON dialogue.code = dialogue_code"
        )
        for code, title, dialogue, day in rows:
            yield Name(kind="session", code=code, title=title, within=dialogue, day=_day(day))


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _names(aliases: str) -> tuple[str, ...]:
    return msgspec.json.decode(aliases, type=tuple[str, ...])
