"""The agreements with a partner, and the promises made: a fold for each, kept in step with the records."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fieldkit.model.partner import Agreement, Promise
from ui.context import Context
from ui.pages.partner_agreement import AgreementFold
from ui.pages.partner_promise import PromiseFold
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label

RecordFold = AgreementFold | PromiseFold


class FoldsCard(Card):
    """A title with a button to add one, a fold for each record, one line where there is none.

    `changed` is called when one was deleted.
    """

    def __init__(
        self, context: Context, title: str, empty: str, add: str, act: Callable[[], None],
        changed: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(context.theme)
        self._context = context
        self._changed = changed
        self._codes: list[str] | None = None
        self.folds: dict[str, RecordFold] = {}
        self.add_button = Button(context.theme, add, kind="secondary", icon="plus")
        self.add_button.clicked.connect(act)
        self.add_header(title, right=self.add_button)
        self._line = Label(context.theme, empty, role="second", ink="muted")
        self.add(self._line)

    def show_records(self, records: Sequence[Agreement | Promise]) -> None:
        """Show these records: in place where they are the same ones, else anew, open where they were open."""
        codes = [each.code for each in records]
        if codes == self._codes:
            for fold in self.folds.values():
                fold.reload()
            return
        self._codes = codes
        opened = {code for code, fold in self.folds.items() if fold.is_open}
        for fold in self.folds.values():
            self.take(fold)
        self.folds = {}
        for record in records:
            fold = record_fold(self._context, record)
            fold.removed.connect(self._changed)
            self.folds[record.code] = fold
            self.add(fold)
            if record.code in opened:
                fold.open()
        self._line.setVisible(not records)

    def go_to(self, key: str) -> bool:
        """Put the cursor where a key such as `agreement/AG-01/months` points; returns whether it is here."""
        _, _, rest = key.partition("/")
        code, _, field = rest.partition("/")
        if code not in self.folds:
            return False
        self.folds[code].go_to(field)
        return True


def record_fold(context: Context, record: Agreement | Promise) -> RecordFold:
    """Return the fold of an agreement or a promise."""
    return AgreementFold(context, record) if isinstance(record, Agreement) else PromiseFold(context, record)
