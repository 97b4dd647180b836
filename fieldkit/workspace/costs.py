"""What sessions cost, as a table for those who keep the books."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Self

from fieldkit.exchange import costs_table
from fieldkit.exchange.costs_table import CostRow, SumRow
from fieldkit.guide import costs
from fieldkit.guide.costs import Cost, CostKind
from fieldkit.model.field import Money
from fieldkit.model.session import Session
from fieldkit.store import Store
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from fieldkit.workspace.dialogues import sessions_of
from fieldkit.workspace.files import write_whole
from fieldkit.workspace.known_names import known_names

_EURO = "EUR"
_FROM_VOCABULARY: dict[CostKind, str] = {"compensation": "CompensationBasis", "transport": "TripLeg"}


class Costs:
    """The costs of one dialogue, or of all."""

    def __init__(self, store: Store, *, role: str) -> None:
        self._store = store
        self._role = role

    @contextmanager
    def beside(self) -> Iterator[Self]:
        """Yield the same for the thread that calls this: thousands of sessions take seconds."""
        with self._store.beside() as store:
            yield type(self)(store, role=self._role)

    def table(self, dialogue_code: str | None, words: Catalogue, /) -> bytes:
        """Return the costs of the sessions of a dialogue, or of all, as an XLSX file (RQ-052).

        No interpreter's code stands in it, and no text that names a supplier, a site or a partner. Raises
        `WrongUse` for an unknown dialogue.
        """
        names = known_names(self._store)

        def kept(text: str) -> str:
            return "" if names.find(text) else text

        found = [(each, costs.lines(each)) for each in sessions_of(self._store, dialogue_code)]
        rows = (_row(session, line, kept, words) for session, lines in found for line in lines)
        return costs_table.write(rows, _sums(found, words), words)

    def write_table(self, out: Path, dialogue_code: str | None, words: Catalogue, /) -> int:
        """Write the table, note that it left, and return its size in bytes.

        Raises what `table` raises, and `FileProblem` when it cannot be written.
        """
        content = self.table(dialogue_code, words)
        write_whole(out, content, beside=self._store.path)
        codes = [dialogue_code] if dialogue_code else [each.code for each in self._store.agenda.dialogues()]
        with self._store.transaction():
            for code in codes:
                self._store.note_export("costs", code, by_role=self._role)
        return len(content)


def _row(session: Session, line: Cost, kept: Callable[[str], str], words: Catalogue) -> CostRow:
    return CostRow(
        dialogue=session.dialogue_code,
        session=session.code,
        status=label("SessionStatus", session.status, words),
        kind=_kind(line.kind, words),
        item=_item(line, kept, words),
        per_person=line.per_person,
        heads=line.heads,
        amount=line.amount,
        rate_to_eur=_rate(line),
        euro=_in_euro(line),
        payer=kept(line.payer),
    )


def _sums(found: Sequence[tuple[Session, Sequence[Cost]]], words: Catalogue) -> Iterator[SumRow]:
    """Yield what the lines of each session come to, and at the end those of all sessions, by currency."""
    for session, lines in found:
        yield from _by_currency(session.code, label("SessionStatus", session.status, words), lines)
    yield from _by_currency("", "", [line for _, lines in found for line in lines])


def _by_currency(session: str, status: str, lines: Sequence[Cost]) -> Iterator[SumRow]:
    for amount in costs.totals(lines):
        euro = [_in_euro(each) for each in lines if each.amount.currency == amount.currency]
        yield SumRow(session=session, status=status, amount=amount, euro=_total(euro))


def _total(amounts: Sequence[Money | None]) -> Money | None:
    known = [each for each in amounts if each is not None]
    if len(known) < len(amounts):
        return None
    return Money(minor=sum(each.minor for each in known), currency=_EURO)


def _rate(line: Cost) -> Decimal | None:
    """Return what one unit of the currency is in euro, where that is known."""
    return Decimal(1) if line.amount.currency == _EURO else line.rate_to_eur


def _in_euro(line: Cost) -> Money | None:
    """Return the amount in euro, to the cent."""
    rate = _rate(line)
    if rate is None:
        return None
    minor = (line.amount.minor * rate).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Money(minor=int(minor), currency=_EURO)


def _item(line: Cost, kept: Callable[[str], str], words: Catalogue) -> str:
    """Return what the money is for; of an interpreter not the code, which stands for one person."""
    if line.kind in _FROM_VOCABULARY:
        return label(_FROM_VOCABULARY[line.kind], line.item, words)
    return "" if line.kind == "interpreter" else kept(line.item)


def _kind(kind: CostKind, words: Catalogue) -> str:
    match kind:
        case "compensation":
            return words.say("Compensation")
        case "transport":
            return words.say("Transport")
        case "meal":
            return words.say("Meal")
        case "childcare":
            return words.say("Childcare")
        case "interpreter":
            return words.say("Interpreter")
        case "other":
            return words.say("Other costs")
