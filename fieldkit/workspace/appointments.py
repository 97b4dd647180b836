"""Sessions as appointments in a file for somebody's calendar, which others may read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec

from fieldkit.exchange import calendar_file
from fieldkit.exchange.calendar_file import Appointment
from fieldkit.model.session import Session
from fieldkit.store import Store
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from fieldkit.workspace.dialogues import sessions_of
from fieldkit.workspace.files import write_whole
from fieldkit.workspace.known_names import known_names


class Appointments:
    """The calendar file of one dialogue, or of all."""

    def __init__(self, store: Store, *, role: str) -> None:
        self._store = store
        self._role = role

    @contextmanager
    def beside(self) -> Iterator[Self]:
        """Yield the same for the thread that calls this: thousands of sessions take a second or two."""
        with self._store.beside() as store:
            yield type(self)(store, role=self._role)

    def file(self, dialogue_code: str | None, words: Catalogue, /, *, with_details: bool = False) -> bytes:
        """Return the sessions of a dialogue, or of all, as a calendar file: hours and a neutral word alone.

        `with_details` adds title, code and kind of venue, for a calendar nobody else reads; a title that
        names a supplier, a site or a partner stays out even then. Raises `WrongUse` for an unknown dialogue.
        """
        summary = words.say("Meeting")
        taken = [
            (each, calendar_file.appointment(each, summary))
            for each in sessions_of(self._store, dialogue_code)
        ]
        kept = [(session, entry) for session, entry in taken if entry is not None]
        if not with_details:
            return calendar_file.write(entry for _, entry in kept)
        titles = self._titles()
        detailed = (_detailed(entry, session, titles, words) for session, entry in kept)
        return calendar_file.write(detailed, zones_told=True)

    def write_file(
        self, out: Path, dialogue_code: str | None, words: Catalogue, /, *, with_details: bool = False
    ) -> int:
        """Write the calendar file, note that it left, and return its size in bytes.

        Raises what `file` raises, and `FileProblem` when it cannot be written.
        """
        content = self.file(dialogue_code, words, with_details=with_details)
        write_whole(out, content, beside=self._store.path)
        codes = [dialogue_code] if dialogue_code else [each.code for each in self._store.agenda.dialogues()]
        with self._store.transaction():
            for code in codes:
                self._store.note_export("calendar", code, by_role=self._role)
        return len(content)

    def _titles(self) -> dict[str, str]:
        """Return the titles of the dialogues by their codes; empty where one names somebody."""
        known = known_names(self._store)
        dialogues = self._store.agenda.dialogues()
        return {each.code: "" if known.find(each.title) else each.title for each in dialogues}


def _detailed(
    entry: Appointment, session: Session, titles: Mapping[str, str], words: Catalogue
) -> Appointment:
    title, venue = titles[session.dialogue_code], session.venue.type
    return msgspec.structs.replace(
        entry,
        summary=f"{title} ({session.code})" if title else session.code,
        place="" if venue == "other" else label("VenueType", venue, words),
    )
