"""Custody: what comes in, what goes out as a dialogue file, and whether the file is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from fieldkit.errors import Reason, Refused, WrongUse
from fieldkit.exchange import dialogue_file, references
from fieldkit.exchange.dialogue_file import DIALOGUE_PARTS, DialogueFile
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import new_id
from fieldkit.model.session import Session
from fieldkit.store import Cost, Store
from fieldkit.workspace import dialogues
from fieldkit.workspace.backups import Backups
from fieldkit.workspace.fallback import Fallback
from fieldkit.workspace.files import write_whole

SAMPLES = ("natural_stone.json", "horticulture.json")
_SAMPLE_DAY = "sample_day"
_KEPT_ON_REPLACE = "briefs"  # what left, left: a file never takes it out of the memory of the workspace


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the dialogue file."""
    return dialogue_file.schema()


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did."""

    dialogue_code: str
    added: int  # records
    changed: int
    removed: int


class PassphraseChanged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a change of passphrase."""

    recovery_words: tuple[str, ...]  # of the new sheet; the former sheet opens nothing of this any more
    not_renewed: tuple[Path, ...]  # backups that still open with a former passphrase


class Custody:
    """Dialogue files in and out, the sample, the passphrase, and the soundness of the workspace file."""

    def __init__(
        self, store: Store, *, role: str, cost: Cost, backups: Backups, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._role = role
        self._cost = cost
        self._backups = backups
        self._fallback = Fallback(store, today)

    @property
    def recovery_words(self) -> tuple[str, ...]:
        """Return the 24 words that open this file without its passphrase."""
        return self._store.recovery_words

    @property
    def sample_day(self) -> date | None:
        """Return the day a sample workspace lives on, or None in an ordinary one."""
        stored = self._store.setting(_SAMPLE_DAY)
        return date.fromisoformat(stored) if stored else None

    def verify(self) -> None:
        """Raise `WorkspaceProblem` if any part of the file is damaged. On any thread."""
        with self._store.beside() as beside:
            beside.verify()

    def change_passphrase(self, new: str, /) -> PassphraseChanged:
        """Have the workspace and all its backups on this computer open with a new passphrase and new words.

        Killed at any moment the file opens with the old or the new one. The backups are renewed at once, each
        with what it holds; copies elsewhere still open with the former passphrase and sheet. On the thread
        that opened the workspace. Raises `WrongUse` for an empty passphrase, `WorkspaceProblem`
        (`workspace_in_use` while a task is under way, `memory_short`) and `FileProblem("disk_full")`; then
        all is as it was.
        """
        if not new:
            raise WrongUse("passphrase_missing")
        copies = [one.path for one in self._backups.all()]
        left = self._store.change_passphrase(new, copies, cost=self._cost)
        return PassphraseChanged(recovery_words=self._store.recovery_words, not_renewed=tuple(left))

    def erase(self) -> list[Path]:
        """Destroy the workspace and its backups on this computer; return the files that could not be removed.

        Salt and key page are written over first. The workspace is locked by it. Flash memory may keep what
        was written over for a while, and copies elsewhere stay: whoever asks for it has to be told.
        """
        left = self._store.erase(self._backups.files())
        self._backups.remove_folder()
        return left

    def fill_with_samples(self) -> None:
        """Import the sample dialogues and live on the day they name."""
        for name in SAMPLES:
            document = dialogue_file.read(files("resources").joinpath("sample", name).read_bytes())
            self._take_in(document, replace=False)
            if document.today:
                self._store.set_setting(_SAMPLE_DAY, document.today.isoformat())

    def import_dialogue(self, content: bytes, /, *, replace: bool = False) -> Imported:
        """Take in a dialogue file, all or nothing; the same content again changes nothing.

        Raises `FileProblem` and `InvalidValue` for what is no valid file, `Refused` when other content stands
        under a code already known and `replace` was not asked for.
        """
        return self._take_in(dialogue_file.read(content), replace=replace)

    def export_dialogue(self, code: str | None, /, *, with_notes: bool = False) -> bytes:
        """Return a dialogue as a file; raw notes only `with_notes`. The only dialogue needs no code.

        Raises `WrongUse` for an unknown code, or none while there are several dialogues.
        """
        document = dialogues.document(self._store, self._dialogue(code))
        return dialogue_file.write(document if with_notes else dialogues.without_notes(document))

    def write_dialogue(self, out: Path, code: str | None, /, *, with_notes: bool = False) -> int:
        """Write a dialogue as a file and return its size in bytes.

        Raises what `export_dialogue` raises, and `FileProblem` when the target cannot be written.
        """
        known = self._dialogue(code).code
        content = self.export_dialogue(known, with_notes=with_notes)
        write_whole(out, content, beside=self._store.path)
        self._store.note_export("dialogue", known, by_role=self._role)
        return len(content)

    def _take_in(self, document: DialogueFile, *, replace: bool) -> Imported:
        store = self._store
        elsewhere: references.Codes = {
            "company": [company.code for company in store.companies.all()],
            "supplier": [supplier.code for supplier in store.suppliers.all()],
            "partner": [partner.code for partner in store.partners.all()],
        }
        references.check(document, elsewhere)
        with store.transaction():
            records = [self._as_known(record) for record in _records(document)]
            known = [self._stored(record) for record in records]
            pairs = list(zip(records, known, strict=True))
            changed = [record for record, stored in pairs if stored is not None and stored != record]
            refused = [_conflict(record) for record in changed if not replace]
            refused += [_foreign(record) for record, stored in pairs if _of_another_dialogue(record, stored)]
            if refused:
                raise Refused(tuple(refused))
            gone = list(self._gone(document)) if replace else []
            for record in gone:
                store.delete(record, by_role=self._role)
            for record in records:
                store.save(record, by_role=self._role)
            for _, planned in self._fallback.now():  # a file may say *confirmed* of what blocks here
                store.save(planned, by_role=self._role)
        return Imported(
            dialogue_code=document.dialogue.code,
            added=sum(stored is None for stored in known),
            changed=len(changed),
            removed=len(gone),
        )

    def _key(self, record: Any) -> tuple[type, tuple[str, ...]]:
        return type(record), self._store.tables[type(record)].natural_key(record)

    def _stored(self, record: Any) -> Any:
        kind, key = self._key(record)
        return self._store.tables[kind].by_key(key)

    def _as_known(self, record: Any) -> Any:
        """Return a record with what a file may leave out: its id, and raw notes exported without."""
        stored = self._stored(record)
        if stored is None:
            # A copied file under another code may carry an id that stands for something else here.
            return (
                msgspec.structs.replace(record, id=new_id())
                if self._store.tables[type(record)].has_id(record.id)
                else record
            )
        changes: dict[str, Any] = {"id": stored.id}
        if isinstance(record, Session) and not record.raw_notes:
            changes["raw_notes"] = stored.raw_notes
        return msgspec.structs.replace(record, **changes)

    def _gone(self, document: DialogueFile) -> Iterator[Any]:
        """Yield the records of this dialogue that a replacing file no longer holds."""
        kept = {self._key(record) for record in _records(document)}
        dialogue = self._store.dialogues.get(document.dialogue.code)
        if dialogue is None:
            return
        stored = dialogues.document(self._store, dialogue)
        if stored.assessment and document.assessment is None:
            yield stored.assessment
        for name in DIALOGUE_PARTS:
            if name != _KEPT_ON_REPLACE:
                for record in getattr(stored, name):
                    if self._key(record) not in kept:
                        yield record

    def _dialogue(self, code: str | None) -> Dialogue:
        if code is None:
            everything = self._store.dialogues.all()
            if len(everything) != 1:
                raise WrongUse("which_dialogue", count=len(everything))
            return everything[0]
        return dialogues.known_dialogue(self._store, code)


def _records(document: DialogueFile) -> Iterator[Any]:
    """Yield the records of a document, those that others refer to first."""
    if document.company:
        yield document.company
    yield from (*document.suppliers, *document.partners, *document.agreements, document.dialogue)
    if document.assessment:
        yield document.assessment
    for name in DIALOGUE_PARTS:
        yield from getattr(document, name)


def _of_another_dialogue(record: Any, stored: Any) -> bool:
    return stored is not None and getattr(record, "dialogue_code", None) != getattr(
        stored, "dialogue_code", None
    )


def _foreign(record: Any) -> Reason:
    return Reason("known_code", record.code, "code_of_other_dialogue", kind=type(record).__name__)


def _conflict(record: Any) -> Reason:
    code = getattr(record, "code", None) or record.dialogue_code
    return Reason("known_code", code, "known_code", kind=type(record).__name__)
