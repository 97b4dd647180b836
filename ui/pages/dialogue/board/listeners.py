"""Who listens: people who can act on what they hear, accepted by workers (EX3, SC-24)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldkit.model.session import Listener
from fieldkit.workspace.choices import label, options
from ui.fields import ChoiceField, Field
from ui.fields.entries import EntriesField
from ui.fields.flag import FlagField
from ui.pages.dialogue.board.records import RecordList
from ui.pages.dialogue.board.section import BoardFold


class ListenersFold(BoardFold):
    """The listeners, each by a code."""

    HOLDS = frozenset({"listeners"})

    def make_below(self) -> list[QWidget]:
        """Return the list of listeners."""
        say = self.words.say
        return [
            RecordList(
                self.context, self.editor, ("listeners",), say("Add a listener"), self._new, self._title,
                self._fields, lambda at: say("Take out {code}", code=self._listener(at).code),
            )
        ]  # fmt: skip

    def _listener(self, at: int) -> Listener:
        found: Listener = self.editor.record.listeners[at]
        return found

    def _new(self) -> Listener:
        """Return a new listener, of the kind and language of the one before; nobody has accepted them yet."""
        before = self.editor.record.listeners[-1:]
        return Listener(
            code=self.context.workspace.sessions.next_code("L", self.editor.record),
            org_type=before[0].org_type if before else "company",
            languages=before[0].languages if before else (),
        )

    def _title(self, at: int) -> str:
        listener = self._listener(at)
        kind = label("ListenerOrganisation", listener.org_type, self.words)
        return " · ".join(
            filter(None, (listener.code, kind, self.words.say("not admitted") if listener.rejected else ""))
        )

    def _fields(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            ChoiceField(
                context, editor, ("listeners", at, "org_type"), say("Comes from"),
                options("ListenerOrganisation", words),
            ),
            ChoiceField(
                context, editor, ("listeners", at, "influence"), say("What they can do"),
                options("Influence", words),
            ),
            EntriesField(context, editor, ("listeners", at, "languages"), say("Listens in")),
            ChoiceField(
                context, editor, ("listeners", at, "no_supplier_tie"), say("Free of ties to the supplier"),
                options("YesNoUnknown", words),
            ),
            ChoiceField(
                context, editor, ("listeners", at, "accepted_by_workers"), say("Accepted by workers"),
                options("Acceptance", words),
            ),
            ChoiceField(
                context, editor, ("listeners", at, "confidentiality_signed"), say("Secrecy rule signed"),
                options("YesNo", words),
            ),
            FlagField(
                context, editor, ("listeners", at, "rejected"), say("Admitted to the talk"),
                say("Admitted"), say("Not admitted"),
            ),
        ]  # fmt: skip
