"""The use cases; the only thing the window and the commands call."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from fieldkit.errors import WorkspaceProblem
from fieldkit.store import STRONG, Cost, Store
from fieldkit.workspace.briefing import Briefing
from fieldkit.workspace.custody import Custody
from fieldkit.workspace.planning import Planning
from fieldkit.workspace.recording import Recording


def _now() -> datetime:
    return datetime.now(UTC)


RECOVERY_WORDS = 24

__all__ = ["STRONG", "Cost", "Workspace"]


class Workspace:
    """One open workspace file: `custody`, `planning`, `recording` and `briefing` are what one can do in it.

    Close it with `lock()`, or use it in a `with` statement.
    """

    def __init__(
        self, store: Store, *, today: date | None = None, clock: Callable[[], datetime] = _now
    ) -> None:
        self._store = store
        self._today = today
        self._clock = clock
        self.custody = Custody(store)
        self.planning = Planning(store)
        self.recording = Recording(store)
        self.briefing = Briefing(store, today=lambda: self.today, clock=clock)

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        sample: bool = False,
        cost: Cost = STRONG,
        state_folder: Path | None = None,
        today: date | None = None,
    ) -> Self:
        """Create a workspace file; with `sample`, holding the sample dialogues on the day they name.

        Raises `FileProblem` when the file exists or cannot be written; nothing half made is left.
        """
        workspace = cls(Store.create(path, passphrase, cost=cost, state_folder=state_folder), today=today)
        if sample:
            try:
                workspace.custody.fill_with_samples()
            except BaseException:
                workspace.lock()
                path.unlink(missing_ok=True)
                raise
        return workspace

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        cost: Cost = STRONG,
        state_folder: Path | None = None,
        today: date | None = None,
    ) -> Self:
        """Open a workspace file with its passphrase, or with its 24 recovery words in place of one.

        Raises `WorkspaceProblem` or `FileProblem`, each with its own way out.
        """
        if len(words := passphrase.split()) == RECOVERY_WORDS:
            with suppress(WorkspaceProblem):  # a passphrase may happen to have 24 words
                return cls(Store.open_with_words(path, words, state_folder=state_folder), today=today)
        return cls(Store.open(path, passphrase, cost=cost, state_folder=state_folder), today=today)

    @property
    def today(self) -> date:
        """Return the day the rules see: the one asked for, the sample's, or the real one."""
        return self._today or self.custody.sample_day or self._clock().astimezone().date()

    def lock(self) -> None:
        """Close the file and forget the key, as far as Python can."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock()
