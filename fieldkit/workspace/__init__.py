"""The use cases; the only thing the window and the commands call."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem
from fieldkit.store import STRONG, Clock, Cost, Store, now
from fieldkit.workspace.briefing import Briefing
from fieldkit.workspace.custody import Custody
from fieldkit.workspace.files import place_new
from fieldkit.workspace.planning import Planning
from fieldkit.workspace.recording import Recording

__all__ = ["Setup", "Workspace"]

RECOVERY_WORDS = 24


@dataclass(frozen=True)
class Setup:
    """Who works in a workspace, when, and on what machine."""

    role: str = "user"  # what the history says of who did something; never a name
    today: date | None = None  # the day the rules see; None: the sample's, or the real one
    clock: Clock = now
    cost: Cost = STRONG  # of deriving the key
    state_folder: Path | None = None  # where the lock lies; None: the user's state folder


class Workspace:
    """One open workspace file: `custody`, `planning`, `recording` and `briefing` are what one can do in it.

    Close it with `lock()`, or use it in a `with` statement.
    """

    def __init__(self, store: Store, setup: Setup) -> None:
        """For `create` and `open` alone."""
        self._store = store
        self._setup = setup
        self.custody = Custody(store, role=setup.role)
        self.planning = Planning(store)
        self.recording = Recording(store)
        self.briefing = Briefing(store, role=setup.role, today=lambda: self.today, clock=setup.clock)

    @classmethod
    def create(cls, path: Path, passphrase: str, setup: Setup = Setup(), *, sample: bool = False) -> Self:
        """Create a workspace file; with `sample`, holding the sample dialogues on the day they name.

        Raises `FileProblem` when the file exists or cannot be written; nothing half made is left.
        """
        folder, clock = setup.state_folder, setup.clock
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

        Raises `WorkspaceProblem` or `FileProblem`, each with its own way out.
        """
        folder, clock = setup.state_folder, setup.clock
        if len(words := passphrase.split()) == RECOVERY_WORDS:
            with suppress(WorkspaceProblem):  # a passphrase may happen to have 24 words
                return cls(Store.open_with_words(path, words, state_folder=folder, clock=clock), setup)
        return cls(Store.open(path, passphrase, cost=setup.cost, state_folder=folder, clock=clock), setup)

    @property
    def today(self) -> date:
        """Return the day the rules see: the one asked for, the sample's, or the real one."""
        return self._setup.today or self.custody.sample_day or self._setup.clock().astimezone().date()

    def lock(self) -> None:
        """Close the file and forget the key, as far as Python can."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock()
