"""Editing: records looked up, kept, removed and put back; typed texts that no record can hold yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, cast

import msgspec

from fieldkit.errors import InvalidValue, Reason, Refused, WrongUse
from fieldkit.guide import agreements, consistency, legitimacy
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.paths import Path, key
from fieldkit.model.session import Session
from fieldkit.model.supply import Company, Site, Supplier
from fieldkit.model.vocabulary import LegitimacyQuestion, YesNoUnknown
from fieldkit.store import Store
from fieldkit.text import Catalogue, explain
from fieldkit.workspace import dialogues
from fieldkit.workspace.fallback import Fallback
from fieldkit.workspace.reading import Typed, read, read_money

R = TypeVar("R", bound=Record)

PREFIXES: dict[type[Record], str] = {
    Company: "CO",
    Supplier: "SUP",
    Partner: "PA",
    Agreement: "AG",
    Promise: "PR",
    Dialogue: "D",
}
OF_A_DIALOGUE = ("opened", "danger", "paths")
"""What the settings of the file keep of a dialogue, besides its records."""

Pair = tuple[Record | None, Record | None]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What one step of work did to the records: each as it stood before and stands after, None for absent."""

    pairs: tuple[Pair, ...]

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(pairs=tuple((after, before) for before, after in reversed(self.pairs)))

    @property
    def fell_back(self) -> tuple[Session, ...]:
        """Return the sessions that were confirmed and are only planned again, as they stand after it."""
        return tuple(
            after
            for before, after in self.pairs
            if isinstance(before, Session) and isinstance(after, Session)
            if (before.status, after.status) == ("confirmed", "planned")
        )

    def then(self, later: Change, /) -> Change:
        """Return this change and a later one as one step."""
        ends = {_id(pair): pair for pair in later.pairs}
        first = tuple((before, ends.pop(_id(pair), pair)[1]) for pair in self.pairs for before in pair[:1])
        return Change(pairs=(*first, *ends.values()))


class Editing:
    """The records people work on in the window: every method is one whole step, or nothing."""

    read = staticmethod(read)
    read_money = staticmethod(read_money)

    def __init__(self, store: Store, *, role: str, today: Callable[[], date] = date.today) -> None:
        self._store = store
        self._role = role
        self._today = today
        self._fallback = Fallback(store, today)

    def remarks(self, record: Record, words: Catalogue, /) -> tuple[tuple[str, str], ...]:
        """Return what does not fit together in a record: the path of the field to look at, and a sentence."""
        found = consistency.remarks(record, today=self._today(), site=self._site_of(record))
        if isinstance(record, Agreement):
            found += agreements.remarks(record, self._today())
        if isinstance(record, Dialogue):
            found += agreements.pace_remarks(record, self._store.agreements.all())
        return tuple((each.subject, explain("reasons", each.code, each.data, words)) for each in found)

    def answer_legitimacy(
        self, partner_code: str, question: LegitimacyQuestion, answer: YesNoUnknown, /
    ) -> Change:
        """Keep the answer to a legitimacy question with what follows from all of them (`01` section 1.5)."""
        partner = self._store.partners.get(partner_code)
        if partner is None:
            raise WrongUse("unknown_code")
        answers = {**partner.legitimacy_answers, question: answer}
        told = msgspec.structs.replace(partner, legitimacy_answers=answers)
        return self.keep(msgspec.structs.replace(told, legitimacy_result=legitimacy.standing(told)))

    def ends(self, agreement: Agreement, /) -> date | None:
        """Return the day an agreement ends, or None while its start or length is open."""
        return agreements.ends(agreement)

    def find(self, kind: type[R], code: str, /) -> R | None:
        """Return the record of a kind with this code, or None. An assessment is known by its dialogue's."""
        return cast("R | None", self._store.tables[kind].by_key((code,)))

    def all(self, kind: type[R], /) -> list[R]:
        """Return every record of a kind, in the natural order of the codes."""
        return cast("list[R]", self._store.tables[kind].all())

    def assessment(self, dialogue_code: str, /) -> Assessment:
        """Return the assessment of a dialogue; one that holds nothing yet where none was begun."""
        return self.find(Assessment, dialogue_code) or Assessment(dialogue_code=dialogue_code)

    def new_code(self, kind: type[Record], /) -> str:
        """Return the next free code of a kind: `SUP-04`. It tells nothing of place, employer or name."""
        table = self._store.tables[kind]
        gone = (each.code for each in self._store.history.deletions() if each.kind == table.name)
        return _next_code(PREFIXES[kind], (*(record.code for record in table.all()), *gone))

    def new_site_code(self) -> str:
        """Return the next free code of a site, over all suppliers."""
        return _next_code("SITE", (site.code for each in self._store.suppliers.all() for site in each.sites))

    def new_session_code(self, taken: Sequence[str] = ()) -> str:
        """Return the next free code of a session, `CC-2026-03`; `taken` are those about to be used."""
        gone = (each.code for each in self._store.history.deletions() if each.kind == "session")
        known = (name.code for name in self._store.agenda.names() if name.kind == "session")
        return _next_code(f"CC-{self._today().year}", (*known, *gone, *taken))

    def keep(self, *records: Record) -> Change:
        """Save records and return what that changed. Raises `InvalidValue` and `FileProblem`."""
        before = [self._stored(record) for record in records]
        pairs = tuple(pair for pair in zip(before, records, strict=True) if pair[0] != pair[1])
        return self.apply(Change(pairs=pairs))

    def remove(self, record: Record, /) -> Change:
        """Delete a record with all that belongs to it, and return what that changed.

        Raises `Refused` when others rest on it, or when something of it has left: what left must stay known.
        """
        if reasons := tuple(self._held(record)):
            raise Refused(reasons)
        gone = tuple(self._belongings(record))
        return self.apply(Change(pairs=tuple((each, None) for each in gone)))

    def remove_site(self, supplier: Supplier, code: str, /) -> Change:
        """Take a site out of its supplier, and return what that changed.

        Raises `Refused` when a dialogue is about this site.
        """
        about = [each for each in self._store.dialogues.all() if each.site_code == code]
        if about:
            raise Refused(tuple(_rested_on(each) for each in about))
        left = tuple(site for site in supplier.sites if site.code != code)
        return self.keep(msgspec.structs.replace(supplier, sites=left))

    def apply(self, change: Change, /) -> Change:
        """Bring the records to where a change leads, in one transaction; return all that this changed.

        Confirmed sessions that lose a condition by it are planned again. Of a record that changed again
        since, only the fields of this change move. Raises `WrongUse("changed_since")` where those fields, or
        the record itself, are no longer what the change came from, and `Refused` for a record that others
        rest on.
        """
        gone = [before for before, after in change.pairs if before is not None and after is None]
        with self._store.transaction():
            for before, after in change.pairs:
                if after is not None:
                    self._store.save(_moved(self._stored(after), before, after), by_role=self._role)
                elif before is not None:
                    self._delete(before, gone)
            return change.then(self._fall_back(change))

    def settle(self) -> Change:
        """Plan again what may not be confirmed any more, and return what that changed.

        A day may have passed since the last look, or a file was brought in.
        """
        with self._store.transaction():
            return self._planned_again(self._fallback.now())

    def _fall_back(self, change: Change) -> Change:
        fallen = Change(pairs=())
        for before, after in change.pairs:
            touched = after if after is not None else before
            if touched is not None:
                fallen = fallen.then(self._planned_again(self._fallback.after(touched)))
        return fallen

    def _planned_again(self, found: Iterable[tuple[Session, Session]]) -> Change:
        pairs = tuple(found)
        for _, planned in pairs:
            self._store.save(planned, by_role=self._role)
        return Change(pairs=pairs)

    def _delete(self, record: Record, gone: Sequence[Record]) -> None:
        """Delete a record once nothing rests on it; what belongs to it has to be going too."""
        if reasons := tuple(self._held(record)):
            raise Refused(reasons)
        ids = {_id((each, None)) for each in gone}
        if any(_id((each, None)) not in ids for each in self._belongings(record)):
            raise WrongUse("changed_since")
        self._store.delete(record, by_role=self._role)
        if isinstance(record, Dialogue):  # its code stands for nothing else, and nothing of it stays
            self._store.drafts.drop(self.place(Assessment(dialogue_code=record.code)))
            for name in OF_A_DIALOGUE:
                self._store.drop_setting(f"{name}/{record.code}")

    def place(self, record: Record, path: Path = (), /) -> str:
        """Return the place of a record, or of one of its fields, for drafts."""
        table = self._store.tables[type(record)]
        parts = (table.name, *table.natural_key(record), *([key(path)] if path else []))
        return "/".join(parts)

    def drafts(self, record: Record, /) -> dict[str, str]:
        """Return what was typed in fields of a record and could not be kept, by the path of the field."""
        return self._store.drafts.within(self.place(record))

    def keep_draft(self, record: Record, path: Path, typed: Typed, /) -> None:
        """Remember what was typed in a field as it is."""
        text = typed if isinstance(typed, str) else "\n".join(typed or ())
        try:
            self._store.drafts.keep(self.place(record, path), text)
        except UnicodeEncodeError:
            raise InvalidValue("half_letter", path=key(path)) from None

    def drop_draft(self, record: Record, path: Path, /) -> None:
        """Forget what was typed in a field: the record holds it now."""
        self._store.drafts.drop(self.place(record, path))

    def _site_of(self, record: Record) -> Site | None:
        """Return the site that an assessment is about."""
        if not isinstance(record, Assessment):
            return None
        dialogue = self._store.dialogues.get(record.dialogue_code)
        supplier = self._store.suppliers.get(dialogue.supplier_code) if dialogue else None
        return supplier.site(dialogue.site_code or "") if dialogue and supplier else None

    def _stored(self, record: Record) -> Any:
        table = self._store.tables[type(record)]
        return table.by_key(table.natural_key(record))

    def _held(self, record: Record) -> Iterator[Reason]:
        """Yield why a record cannot go: dialogues that rest on it, briefs that left, people in danger."""
        for dialogue in self._store.dialogues.all():
            if _rests_on(dialogue, record):
                yield _rested_on(dialogue)
        if isinstance(record, Dialogue):
            for incident in self._store.incidents.in_dialogue(record.code):
                if incident.freezes:
                    yield Reason("XR-1", incident.code, "incident_is_open")
            for brief in self._store.briefs.in_dialogue(record.code):
                yield Reason("RQ-116", brief.code, "brief_has_left")

    def _belongings(self, record: Record) -> Iterator[Record]:
        """Yield a record after all that cannot stay without it."""
        store = self._store
        if isinstance(record, Dialogue):
            whole = dialogues.document(store, record)
            yield from (*whole.promises, *whole.mechanisms, *whole.tools, *whole.audit_rounds)
            yield from (*whole.sessions, *whole.insights, *whole.brief_plans, *whole.talks)
            yield from (*whole.actions, *whole.feedback, *whole.incidents)
            yield from [whole.assessment] if whole.assessment else []
        if isinstance(record, Partner):
            yield from (each for each in store.agreements.all() if each.partner_code == record.code)
            yield from (each for each in store.promises.all() if each.partner_code == record.code)
        yield record


def _moved(stored: Any, before: Record | None, after: Record) -> Record:
    """Return what is stored with the fields that a change moved; a new record as it is.

    Raises `WrongUse("changed_since")` where the stored fields are not those the change came from.
    """
    if before is None:
        if stored is not None and stored.id != _id((after, None)):
            raise WrongUse("changed_since")
        return after
    names = [name for name in after.__struct_fields__ if getattr(before, name) != getattr(after, name)]
    if stored is None or any(getattr(stored, name) != getattr(before, name) for name in names):
        raise WrongUse("changed_since")
    return cast(Record, msgspec.structs.replace(stored, **{name: getattr(after, name) for name in names}))


def _rests_on(dialogue: Dialogue, record: Record) -> bool:
    match record:
        case Supplier(code=code):
            return dialogue.supplier_code == code
        case Company(code=code):
            return dialogue.company_code == code
        case Partner(code=code):
            return code in dialogue.partner_codes or any(u.partner_code == code for u in dialogue.method_uses)
    return False


def _rested_on(dialogue: Dialogue) -> Reason:
    return Reason("known_code", dialogue.code, "dialogue_rests_on_it", title=dialogue.title)


def _id(pair: Pair) -> str:
    record: Any = pair[0] if pair[0] is not None else pair[1]
    return str(record.id)


def _next_code(prefix: str, taken: Iterable[str]) -> str:
    ours = re.compile(rf"{prefix}-(\d{{1,6}})[a-z]?")  # SITE-03b too; others may number as they like
    numbers = (int(found[1]) for code in taken if (found := ours.fullmatch(code)))
    return f"{prefix}-{max(numbers, default=0) + 1:02}"
