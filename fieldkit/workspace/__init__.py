"""The use cases; the only thing the window and the commands call."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

from fieldkit.errors import FieldkitError, FileProblem, WrongUse
from fieldkit.store import STRONG, Clock, Cost, Store, now
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace.appointments import Appointments
from fieldkit.workspace.backups import Backups
from fieldkit.workspace.briefing import Briefing
from fieldkit.workspace.calendar import Calendar
from fieldkit.workspace.consent_words import ConsentWords
from fieldkit.workspace.costs import Costs
from fieldkit.workspace.custody import Custody
from fieldkit.workspace.day_papers import DayPapers
from fieldkit.workspace.editing import Editing
from fieldkit.workspace.files import place_new
from fieldkit.workspace.gates import Gates
from fieldkit.workspace.overview import Overview
from fieldkit.workspace.passphrase import by_words_or_passphrase
from fieldkit.workspace.planning import Planning
from fieldkit.workspace.preparing import Preparing
from fieldkit.workspace.printing import Printing
from fieldkit.workspace.recorded import Recorded
from fieldkit.workspace.recording import Recording
from fieldkit.workspace.sessions import Sessions
from fieldkit.workspace.tables import Tables

__all__ = ["Setup", "Workspace"]


@dataclass(frozen=True)
class Setup:
    """Who works in a workspace, when, and on what machine."""

    role: str = "user"  # what the history says of who did something; never a name
    today: date | None = None  # the day the rules see; None: the sample's, or the real one
    clock: Clock = now
    cost: Cost = STRONG  # of deriving the key
    state_folder: Path | None = None  # where the lock lies; None: the user's state folder
    data_folder: Path | None = None  # where backups lie; None: the user's data folder


class Workspace:
    """One open workspace file: each attribute is a part of what one can do in it.

    Close it with `lock()`, or use it in a `with` statement.
    """

    def __init__(self, store: Store, setup: Setup) -> None:
        """For `create` and `open` alone."""
        self._store = store
        self._setup = setup
        self._folder: Path | None = None  # of a throw-away workspace
        self.backups = Backups(store, setup.data_folder, setup.clock)
        self.custody = Custody(
            store, role=setup.role, cost=setup.cost, backups=self.backups, today=lambda: self.today
        )
        self.planning = Planning(store)
        self.overview = Overview(store, lambda: self.today, setup.clock)
        self.editing = Editing(store, role=setup.role, today=lambda: self.today)
        self.sessions = Sessions(
            store, self.editing, role=setup.role, today=lambda: self.today, clock=setup.clock
        )
        self.preparing = Preparing(store, role=setup.role, today=lambda: self.today, clock=setup.clock)
        self.calendar = Calendar(store, today=lambda: self.today)
        self.appointments = Appointments(store, role=setup.role)
        self.costs = Costs(store, role=setup.role)
        self.tables = Tables(store, role=setup.role)
        self.printing = Printing(store, today=lambda: self.today)
        self.day_papers = DayPapers(store, today=lambda: self.today)
        self.consent_words = ConsentWords(store, self.editing)
        self.recorded = Recorded(store)
        self.recording = Recording(store)
        self.briefing = Briefing(store, role=setup.role, today=lambda: self.today, clock=setup.clock)
        self.gates = Gates(store, self.briefing, today=lambda: self.today)

    @classmethod
    def create(cls, path: Path, passphrase: str, setup: Setup = Setup(), *, sample: bool = False) -> Self:
        """Create a workspace file; with `sample`, holding the sample dialogues on the day they name.

        Raises `FileProblem` when the file exists or cannot be written, and `WrongUse` for an empty
        passphrase; nothing half made is left.
        """
        folder, clock = setup.state_folder, setup.clock
        if not passphrase:
            raise WrongUse("passphrase_missing")
        if path.exists():  # before a second is spent on the key
            raise FileProblem("file_exists", path=str(path))
        # Under another name until it is whole: a file that was not finished would look like a workspace.
        aside = path.with_name(f".{os.urandom(8).hex()}.part")
        try:
            with Store.create(aside, passphrase, cost=setup.cost, state_folder=folder, clock=clock) as store:
                words = store.recovery_words
                if sample:
                    cls(store, setup).custody.fill_with_samples()
            place_new(aside, path)
        except FieldkitError as error:
            raise error.about(path) from None
        finally:
            aside.unlink(missing_ok=True)
        return cls(Store.open_with_words(path, words, state_folder=folder, clock=clock), setup)

    @classmethod
    def open(cls, path: Path, passphrase: str, setup: Setup = Setup()) -> Self:
        """Open a workspace file with its passphrase, or with its 24 recovery words in place of one.

        A file of an older Fieldkit is backed up before it is brought to the newest version. Raises
        `WorkspaceProblem` or `FileProblem`, each with its own way out.
        """
        folder, clock = setup.state_folder, setup.clock

        def back_up(store: Store) -> None:
            with suppress(FieldkitError):  # the update is all or nothing, so the file is safe without one
                Backups(store, setup.data_folder, clock).make_if_changed()

        store = by_words_or_passphrase(
            passphrase,
            lambda words: Store.open_with_words(
                path, words, state_folder=folder, clock=clock, before_update=back_up
            ),
            lambda phrase: Store.open(
                path, phrase, cost=setup.cost, state_folder=folder, clock=clock, before_update=back_up
            ),
        )
        return cls(store, setup)

    @classmethod
    def throw_away(cls, setup: Setup = Setup()) -> Self:
        """Open the sample dialogues in a workspace that is gone once it is locked.

        Nobody needs its passphrase: it is by chance and never told, so guessing it needs no cost of a key.
        """
        folder = Path(mkdtemp(prefix="fieldkit-"))
        quick = replace(setup, cost=WEAKEST)
        made = cls.create(folder / "sample.fieldkit", os.urandom(32).hex(), quick, sample=True)
        made._folder = folder
        return made

    @property
    def path(self) -> Path | None:
        """Return the file; None of a throw-away workspace, which is no file of anybody's."""
        return None if self._folder else self._store.path

    @property
    def today(self) -> date:
        """Return the day the rules see: the one asked for, the sample's, or the real one."""
        return self._setup.today or self.custody.sample_day or self._setup.clock().astimezone().date()

    def lock(self) -> FieldkitError | None:
        """Close the file and forget the key, as far as Python can; return what kept a backup from being made.

        A backup is made first, if anything changed since the last one; a sample workspace needs none.
        Whatever becomes of it, the workspace is locked.
        """
        try:
            return self._back_up()
        finally:
            self._store.close()
            if self._folder is not None:
                rmtree(self._folder, ignore_errors=True)

    def _back_up(self) -> FieldkitError | None:
        try:
            if self._store.is_open and self.custody.sample_day is None:
                self.backups.make_if_changed()
        except FieldkitError as problem:
            return problem
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock()
