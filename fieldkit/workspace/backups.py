"""Backups: made by themselves, verified after writing, thinned, and brought back.

They lie in the user's data folder, in a folder for each workspace. Neither folder nor file says what a
workspace is called: the one is named by chance, the other by its moment.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from platformdirs import user_data_path

from fieldkit.errors import FileProblem
from fieldkit.store import Clock, Store, backup
from fieldkit.workspace.passphrase import by_words_or_passphrase

if TYPE_CHECKING:
    from fieldkit.workspace import Setup

SESSIONS, DAYS, WEEKS = 5, 7, 4  # of how many the last backup is kept
_MOMENT = "%Y%m%dT%H%M%S%fZ"
_SUFFIX = ".fieldkit"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A verified copy of a workspace on this computer."""

    path: Path
    made_at: datetime  # UTC
    size: int  # bytes
    family: str  # the same for all copies of a workspace; tells nobody its name


class Backups:
    """The backups of one workspace."""

    def __init__(self, store: Store, data_folder: Path | None, clock: Clock) -> None:
        self._store = store
        self._folder = _backups_in(data_folder) / store.family
        self._clock = clock

    def make(self, tell: backup.Tell = lambda _share: None, /) -> Backup:
        """Make a backup now, then let go of those no longer needed. May run on any thread.

        `tell` hears which share (0 to 1) is done, and stops the work by raising. Raises `FileProblem`
        (`cannot_write`, `disk_full`) and `WorkspaceProblem("workspace_damaged")`; then nothing is left of it.
        """
        self._prepare_folder()
        with self._store.beside() as store:
            changed_at = store.changed_at()
            out = self._free_name()
            store.copy_to(out, tell)
        _stamp(out, changed_at)
        self._thin(out)
        return _read(out)

    def make_if_changed(self) -> Backup | None:
        """Make a backup if anything was written since the newest one. Raises what `make` raises."""
        return self.make() if self._is_due() else None

    def copy_to(self, out: Path, tell: backup.Tell = lambda _share: None, /) -> int:
        """Write a backup where the user wants it and return its size in bytes. May run on any thread.

        Raises what `make` raises, and `FileProblem("file_exists")`.
        """
        with self._store.beside() as store:
            store.copy_to(out, tell)
        return out.stat().st_size

    def all(self) -> list[Backup]:
        """Return the backups of this workspace, newest first."""
        return _newest_first(_in_folder(self._folder))

    def newest(self) -> datetime | None:
        """Return the moment of the newest backup, in UTC, or None while there is none."""
        found = self.all()
        return found[0].made_at if found else None

    def files(self) -> list[Path]:
        """Return everything that lies with the backups, unfinished ones too."""
        try:
            return sorted(self._folder.iterdir())
        except OSError:
            return []

    def remove_folder(self) -> None:
        """Take away the folder of a workspace that is no more, if it is empty."""
        with suppress(OSError):
            self._folder.rmdir()

    def _is_due(self) -> bool:
        """The moment a copy carries is that of its content: no clock and no reading of content is needed."""
        found = self.all()
        return not found or found[0].path.stat().st_mtime_ns != self._store.changed_at()

    def _prepare_folder(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for unfinished in self._folder.glob(".*.part*"):  # of a program that was killed
                unfinished.unlink()
        except OSError:
            raise FileProblem("cannot_write", path=str(self._folder)) from None

    def _free_name(self) -> Path:
        moment = self._clock().astimezone(UTC)
        while (out := self._folder / f"{moment:{_MOMENT}}{_SUFFIX}").exists():
            moment += timedelta(microseconds=1)
        return out

    def _thin(self, made: Path) -> None:
        """Remove what is not kept, never the one just made: the clock of a laptop may be years behind."""
        found = self.all()
        wanted = kept(one.made_at for one in found)
        for one in found:
            if one.made_at not in wanted and one.path != made:
                with suppress(OSError):  # the next time, then
                    one.path.unlink()


def kept(moments: Iterable[datetime], /) -> set[datetime]:
    """Return which backups to keep: the last five, and the last of each of seven days and of four weeks.

    Days and weeks are those in which backups were made, in UTC: a long pause takes nothing away.
    """
    oldest_first = sorted(moments)
    of_days = {moment.date(): moment for moment in oldest_first}
    of_weeks = {moment.isocalendar()[:2]: moment for moment in oldest_first}
    return {
        *oldest_first[-SESSIONS:],
        *list(of_days.values())[-DAYS:],
        *list(of_weeks.values())[-WEEKS:],
    }


def found(setup: Setup, /) -> list[Backup]:
    """Return every backup on this computer, of whichever workspace, newest first."""
    folder = _backups_in(setup.data_folder)
    try:
        families = [entry for entry in folder.iterdir() if entry.is_dir()]
    except OSError:
        return []
    return _newest_first(one for family in families for one in _in_folder(family))


def restore(source: Path, out: Path, passphrase: str, setup: Setup, /) -> None:
    """Bring a backup back as a new workspace file, once its passphrase or its 24 words have opened it.

    It is read back whole before it gets its name, and never takes the place of another file. The backup is
    only read. Raises about the backup what `Workspace.open` raises, and `FileProblem` (`file_exists`,
    `cannot_write`, `disk_full`) about the new file; then nothing is left of it.
    """
    folder = setup.state_folder
    by_words_or_passphrase(
        passphrase,
        lambda words: backup.restore_with_words(source, out, words, state_folder=folder),
        lambda phrase: backup.restore(source, out, phrase, cost=setup.cost, state_folder=folder),
    )


def _backups_in(data_folder: Path | None) -> Path:
    return (data_folder or user_data_path("fieldkit", appauthor=False)) / "backups"


def _newest_first(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda one: one.made_at, reverse=True)


def _in_folder(folder: Path) -> Iterator[Backup]:
    for path in folder.glob(f"*{_SUFFIX}"):
        with suppress(ValueError, OSError):  # put there by somebody else, or gone meanwhile
            yield _read(path)


def _read(path: Path) -> Backup:
    made_at = datetime.strptime(path.stem, _MOMENT).replace(tzinfo=UTC)
    return Backup(path=path, made_at=made_at, size=path.stat().st_size, family=path.parent.name)


def _stamp(path: Path, changed_at: int) -> None:
    with suppress(OSError):  # then the next backup is made once more than needed
        os.utime(path, ns=(changed_at, changed_at))
