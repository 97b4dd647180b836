"""The encrypted workspace file. Only this room touches SQL."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from filelock import FileLock

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem, WrongUse
from fieldkit.model.channels import AuditRound, Mechanism, Tool
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Record
from fieldkit.model.followup import Action, Brief, BriefPlan, Incident, SupplierTalk, WorkerFeedback
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.session import Session
from fieldkit.model.supply import Company, Supplier
from fieldkit.store import backup, search
from fieldkit.store.agenda import Agenda
from fieldkit.store.connection import Connection, create, discard, open_, salt_of
from fieldkit.store.drafts import Drafts
from fieldkit.store.history import History
from fieldkit.store.keys import SALT_BYTES, STRONG, Cost, derive, key_from_words, recovery_words
from fieldkit.store.lock import hold
from fieldkit.store.schema import migrate, steps, version_of
from fieldkit.store.table import Table, changed_fields, check

__all__ = ["STRONG", "Clock", "Cost", "Store", "now"]

Clock = Callable[[], datetime]

_CODE = ("code",)
_CODE_IN_DIALOGUE = ("dialogue_code", "code")


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


class Store:
    """One open workspace file: tables of records to read, and one way to write.

    A store belongs to the thread that made it; `beside()` makes one for another thread. Use it as a context
    manager, or call `close()`.
    """

    def __init__(self, connection: Connection, key: bytes, lock: FileLock | None, clock: Clock) -> None:
        """For this room alone: use `create`, `open`, `open_with_words` or `beside`."""
        self.path = connection.path
        self.history = History(connection, clock)
        self.drafts = Drafts(connection)
        self.agenda = Agenda(connection)
        self._connection = connection
        self._key = key
        self._lock = lock
        self._clock = clock
        self.companies = Table(connection, Company, "company", _CODE)
        self.suppliers = Table(connection, Supplier, "supplier", _CODE)
        self.partners = Table(connection, Partner, "partner", _CODE)
        self.agreements = Table(connection, Agreement, "agreement", _CODE)
        self.promises = Table(connection, Promise, "promise", _CODE)
        self.mechanisms = Table(connection, Mechanism, "mechanism", _CODE)
        self.tools = Table(connection, Tool, "tool", _CODE)
        self.audit_rounds = Table(connection, AuditRound, "audit_round", _CODE)
        self.dialogues = Table(connection, Dialogue, "dialogue", _CODE)
        self.assessments = Table(connection, Assessment, "assessment", ("dialogue_code",))
        self.sessions = Table(connection, Session, "session", _CODE)
        self.insights = Table(connection, Insight, "insight", _CODE_IN_DIALOGUE)
        self.brief_plans = Table(connection, BriefPlan, "brief_plan", ("dialogue_code", "supplier_code"))
        self.briefs = Table(connection, Brief, "brief", _CODE)
        self.talks = Table(connection, SupplierTalk, "talk", _CODE_IN_DIALOGUE)
        self.actions = Table(connection, Action, "action", _CODE_IN_DIALOGUE)
        self.feedback = Table(connection, WorkerFeedback, "feedback", _CODE_IN_DIALOGUE)
        self.incidents = Table(connection, Incident, "incident", _CODE_IN_DIALOGUE)
        tables = (table for table in vars(self).values() if isinstance(table, Table))
        self.tables: Mapping[type[Record], Table[Any]] = MappingProxyType({t.record: t for t in tables})

    @classmethod
    def create(
        cls, path: Path, passphrase: str, *, cost: Cost = STRONG, state_folder: Path | None = None,
        clock: Clock = now,
    ) -> Self:  # fmt: skip
        """Return the store of a new workspace file.

        Raises `FileProblem` (`file_exists`, `cannot_write`, `disk_full`) and `WorkspaceProblem`
        (`workspace_in_use`, `memory_short`, `encryption_missing`); then nothing half made is left.
        """
        if path.exists():  # before a second is spent on the key
            raise FileProblem("file_exists", path=str(path))
        salt = secrets.token_bytes(SALT_BYTES)
        with ExitStack() as undo:
            lock = hold(path, state_folder)
            undo.callback(lock.release)
            key = derive(passphrase, salt, cost)
            connection = create(path, key, salt)
            undo.callback(discard, path)
            undo.callback(connection.close)
            migrate(connection)
            undo.pop_all()
        return cls(connection, key, lock, clock)

    @classmethod
    def open(
        cls, path: Path, passphrase: str, *, cost: Cost = STRONG, state_folder: Path | None = None,
        clock: Clock = now, before_update: Callable[[Self], object] = lambda _store: None,
    ) -> Self:  # fmt: skip
        """Return the store of an existing workspace file.

        `before_update` gets the store of an older file before its tables are brought to the newest step.
        Raises `FileProblem` (`file_missing`, `cannot_read`, `medium_read_only`, `disk_full`) and
        `WorkspaceProblem` (`not_a_workspace`, `workspace_in_use`, `passphrase_or_damage`,
        `workspace_damaged`, `workspace_newer`, `memory_short`).
        """
        return cls._open(
            path, lambda salt: derive(passphrase, salt, cost), state_folder, clock, before_update
        )

    @classmethod
    def open_with_words(
        cls, path: Path, words: Iterable[str], *, state_folder: Path | None = None, clock: Clock = now,
        before_update: Callable[[Self], object] = lambda _store: None,
    ) -> Self:  # fmt: skip
        """Return the store of an existing file by the 24 words of its recovery sheet.

        Raises what `open` raises, and `WorkspaceProblem("recovery_words_wrong")` for words that are not
        24 of the list or do not belong together.
        """
        key = key_from_words(words)
        return cls._open(path, lambda _salt: key, state_folder, clock, before_update)

    @classmethod
    def _open(
        cls, path: Path, key_for: Callable[[bytes], bytes], state_folder: Path | None, clock: Clock,
        before_update: Callable[[Self], object],
    ) -> Self:  # fmt: skip
        with ExitStack() as undo:
            lock = hold(path, state_folder)
            undo.callback(lock.release)
            key = key_for(salt_of(path))
            connection = open_(path, key)
            undo.callback(connection.close)
            store = cls(connection, key, lock, clock)
            if 0 < version_of(connection) < len(steps()):
                before_update(store)
            migrate(connection)
            undo.pop_all()
        return store

    def beside(self) -> Self:
        """Return a second store on the same file, for the thread that calls this.

        It costs no passphrase and shares the lock: closing it leaves the workspace open.
        """
        return type(self)(open_(self.path, self._key), self._key, None, self._clock)

    @property
    def is_open(self) -> bool:
        """Whether the file can still be read and written through this store."""
        return bool(self._key)

    @property
    def family(self) -> str:
        """What this file and all its copies have in common; it tells nobody a name."""
        return sha256(self._connection.salt).hexdigest()[:32]

    @property
    def recovery_words(self) -> tuple[str, ...]:
        """The 24 words that open this file without its passphrase. They go on paper, once."""
        return recovery_words(self._key)

    def everything(self) -> Iterator[Record]:
        """Yield every record of the file."""
        for table in self.tables.values():
            yield from table.all()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or nothing. May stand inside another transaction."""
        with self._connection.transaction():
            yield

    def save(self, record: Record, /, *, by_role: str) -> bool:
        """Add a record, or change the one known by the same key, which keeps its id. Return if anything did.

        Writes the history row in the same transaction. Raises `InvalidValue("value_not_allowed")` with the
        path of a value its type would not take back, and `WrongUse("id_in_use")` for a new record under the
        id of another. At the end of the transaction its dialogue must be there.
        """
        check(record)
        table = self.tables[type(record)]
        key = table.natural_key(record)
        with self.transaction():
            kept = table.by_key(key)
            fields = changed_fields(kept, record)
            row = table.to_row(record)
            if kept is None:
                self._refuse_second_use_of(row["id"], table, key)
                self._connection.insert(table.name, row)
            elif fields:
                self._connection.update(table.name, kept.id, {name: row[name] for name in fields})
            else:
                return False
            self.history.note_change(table.name, "/".join(key), fields, by_role)
        return True

    def delete(self, record: Record, /, *, by_role: str) -> bool:
        """Remove the record known by the key of this one; return whether there was one.

        The history keeps that it was deleted, not what it held. What belongs to a dialogue has to go in the
        same transaction as the dialogue.
        """
        table = self.tables[type(record)]
        key = table.natural_key(record)
        with self.transaction():
            kept = table.by_key(key)
            if kept is None:
                return False
            self._connection.delete(table.name, kept.id)
            self.drafts.drop("/".join((table.name, *key)))
            self.history.note_deletion(table.name, "/".join(key), by_role)
        return True

    def note_export(self, kind: str, code: str, by_role: str) -> None:
        """Write down that something left the file: the kind of file and the code of what it held."""
        with self.transaction():
            self.history.note_export(kind, code, by_role)

    def setting(self, key: str, /) -> str | None:
        """Return a setting of this file, or None."""
        found = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def set_setting(self, key: str, value: str, /) -> None:
        """Keep a setting of this file. Neutral things only: it has no history."""
        self._connection.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )

    def drop_setting(self, key: str, /) -> None:
        """Forget a setting of this file."""
        self._connection.execute("DELETE FROM setting WHERE key = ?", (key,))

    def search_insights(self, query: str, /) -> list[Insight]:
        """Return the insights whose texts hold every word of the query; the last may be only begun."""
        return search.search(self.insights, query)

    def verify(self) -> None:
        """Read the whole file; raise `WorkspaceProblem("workspace_damaged")` if any of it is not as written.

        Not inside a transaction.
        """
        self._connection.checkpoint()
        backup.verify(self.path, self._key)

    def changed_at(self) -> int:
        """Return when the file was last written, in nanoseconds: the same number, the same content.

        Raises `FileProblem("file_unreachable")`.
        """
        with suppress(WorkspaceProblem):  # somebody reads: what cannot come home yet counts where it is
            self._connection.checkpoint()
        log = self.path.with_name(self.path.name + "-wal")
        try:
            files = [self.path, log] if log.exists() and log.stat().st_size else [self.path]
            return max(file.stat().st_mtime_ns for file in files)
        except OSError:  # the stick is gone
            raise FileProblem("file_unreachable", path=str(self.path)) from None

    def copy_to(self, out: Path, tell: backup.Tell = lambda _share: None, /) -> None:
        """Write a copy of the file that the same passphrase and sheet open, read back whole.

        `tell` hears which share is done, and stops the copy by raising. Not inside a transaction. Raises
        `FileProblem` (`file_exists`, `cannot_write`, `disk_full`) and
        `WorkspaceProblem("workspace_damaged")`; then nothing is left.
        """
        backup.copy(self._connection, self._key, out, tell)

    def change_passphrase(self, passphrase: str, copies: Iterable[Path] = (), *, cost: Cost) -> list[Path]:
        """Have the file and these copies of it open with another passphrase; return the copies that do not.

        Killed at any moment the file opens with the old or the new one. Copies that could not be renewed
        still open with a former passphrase. Raises `WorkspaceProblem` (`workspace_in_use` while a store
        beside this one is open, `memory_short`) and `FileProblem("disk_full")`; then all is as it was.
        """
        former, key = self._key, derive(passphrase, self._connection.salt, cost)
        self._connection.rekey(key)
        self._key = key
        return [copy for copy in copies if not backup.renew(copy, former, key)]

    def erase(self, copies: Iterable[Path] = ()) -> list[Path]:
        """Close the file for good and destroy it and these copies; return what could not be removed."""
        self._key = b""
        try:
            with suppress(FieldkitError):  # a disk that does not answer is told by what is left on it
                self._connection.close()
            return [file for file in (self.path, *copies) if not backup.destroy(file)]
        finally:
            if self._lock is not None:
                self._lock.release()

    def close(self) -> None:
        """Bring everything home into the one file, close it, forget the key, let others in."""
        if not self._key:
            return
        self._key = b""
        try:
            self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_second_use_of(self, id: object, table: Table[Any], key: tuple[str, ...]) -> None:
        if self._connection.execute(f'SELECT 1 FROM "{table.name}" WHERE id = ?', (id,)):
            raise WrongUse("id_in_use", code="/".join(key))
