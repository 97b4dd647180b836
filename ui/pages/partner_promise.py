"""A promise to a partner, to workers or to a supplier: what, by when, and whether it was kept (RQ-043)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Promise
from fieldkit.model.vocabulary import PromiseTo
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, TextField
from ui.pages.supplier_form import Columns
from ui.pages.today_words import when
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.tokens import S12

LONGEST_TITLE = 120  # letters of a promise that show while it is folded


def add(context: Context, partner_code: str | None, dialogue_code: str | None = None) -> str:
    """Keep a new promise; return its code, or nothing where it could not be kept."""
    code = context.workspace.editing.new_code(Promise)
    to: PromiseTo = "partner" if partner_code else "workers"
    new = Promise(code=code, partner_code=partner_code, dialogue_code=dialogue_code, to=to, text="")
    return code if context.keep(new) else ""


class PromiseFold(Fold):
    """One promise. `removed` tells that it is gone."""

    removed = Signal()

    def __init__(self, context: Context, promise: Promise) -> None:
        super().__init__(context.theme, "")
        self._context = context
        self._editor = Editor(context, promise, self)
        self._fields: dict[str, Field] = {}
        self._editor.edited.connect(lambda _path: self.show_state())
        self._editor.reloaded.connect(self.show_state)
        self.set_maker(self._made)
        self.show_state()

    def reload(self) -> None:
        """Show what the record says now."""
        self._editor.reload()

    def go_to(self, field: str) -> None:
        """Open, and put the cursor in a field; in its words where none of that name is here."""
        self.open()
        self._fields.get(field, self._fields["text"]).setFocus()

    def show_state(self) -> None:
        """Show what is promised to whom, and whether it is late."""
        words, promise = self._context.words, self._editor.record
        text = " ".join(promise.text.split())
        short = text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"
        late = partners.days_late(promise, self._context.workspace.today)
        kept = label("Kept", promise.kept, words)
        self.set_title(short or words.say("Not written down yet"))
        self.set_summary(
            " · ".join(filter(None, (self._to(), self._due(), "" if promise.kept == "open" else kept))),
            amber=late is not None or promise.kept == "no",
        )
        if promise.kept in ("yes", "late"):
            self.set_state("done", kept)
        elif late is not None or promise.kept == "no":
            self.set_state("held_up", kept)
        else:
            self.set_state("open", kept)

    def _to(self) -> str:
        say = self._context.words.say
        match self._editor.record.to:
            case "partner":
                return say("To the partner")
            case "workers":
                return say("To workers")
        return say("To the supplier")

    def _due(self) -> str:
        words, promise = self._context.words, self._editor.record
        if promise.due is None:
            return words.say("no day named")
        late = partners.days_late(promise, self._context.workspace.today)
        if late is not None:
            return when(promise.due, late, words)
        return words.say("by {day}", day=words.day(promise.due))

    def _made(self) -> QWidget:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        dialogues = [(each.code, each.title or each.code) for each in context.workspace.editing.all(Dialogue)]
        left: list[Field] = [
            TextField(context, editor, ("text",), say("What is promised"), lines=3),
            ChoiceField(context, editor, ("to",), say("To whom"), options("PromiseTo", words)),
        ]
        right: list[Field] = [
            DayField(context, editor, ("due",), say("By when")),
            ChoiceField(context, editor, ("kept",), say("Kept?"), options("Kept", words)),
            ChoiceField(
                context, editor, ("dialogue_code",), say("In which dialogue"), [*dialogues, ("", say("None"))]
            ),
        ]
        self._fields = {field.key: field for field in (*left, *right)}
        gone = Button(context.theme, say("Delete this promise"), kind="quiet", icon="trash")
        gone.clicked.connect(self._delete)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(Columns(left, right))
        column.addWidget(gone, 0, Qt.AlignmentFlag.AlignRight)
        return body

    def _delete(self) -> None:
        self._editor.flush()
        if self._context.remove(self._editor.record, self._context.words.say("The promise is deleted.")):
            self.removed.emit()
