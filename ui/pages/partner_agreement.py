"""An agreement with a partner: how long, how free, what is promised, who may be named (M2-CAU1, RQ-042)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.partner import Agreement
from fieldkit.text import Catalogue
from fieldkit.workspace import partners
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, DayField, Field, MoneyField, NumberField, TextField
from ui.pages.supplier_form import Columns
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.parts.labels import Label, LeadLabel
from ui.tokens import S4, S12, S16


def add(context: Context, partner_code: str) -> str:
    """Keep a new agreement with a partner; return its code, or nothing where it could not be kept."""
    code = context.workspace.editing.new_code(Agreement)
    return code if context.keep(Agreement(code=code, partner_code=partner_code)) else ""


class AgreementFold(Fold):
    """One agreement. What to mind stands beside the field it is about. `removed` tells that it is gone."""

    removed = Signal()

    def __init__(self, context: Context, agreement: Agreement) -> None:
        super().__init__(context.theme, context.words.say("Agreement {code}", code=agreement.code))
        self._context = context
        self._editor = Editor(context, agreement, self)
        self._fields: dict[str, Field] = {}
        self._notes: dict[str, Label] = {}
        self._until: Label | None = None
        self._editor.edited.connect(lambda _path: self.show_state())
        self._editor.reloaded.connect(self.show_state)
        self.set_maker(self._made)
        self.show_state()

    def reload(self) -> None:
        """Show what the record says now."""
        self._editor.reload()

    def go_to(self, field: str) -> None:
        """Open, and put the cursor in a field; in the first one where none of that name is here."""
        self.open()
        self._fields.get(field, self._fields["start"]).setFocus()

    def show_state(self) -> None:
        """Say until when it holds, and what is open in it."""
        words = self._context.words
        remarks = self._context.workspace.editing.remarks(self._editor.record, words)
        open_parts = [_open_part(field, words) for field in dict.fromkeys(field for field, _ in remarks)]
        until = self._until_when()
        text = until
        if open_parts:
            text = words.say("{until} · still open: {parts}", until=until, parts=words.listed(open_parts))
        self.set_summary(text, amber=bool(remarks))
        self.set_state(
            "held_up" if remarks else "done", words.say("Held up") if remarks else words.say("Done")
        )
        for name, note in self._notes.items():
            said = [sentence for field, sentence in remarks if field == name]
            note.setText("\n".join(said))
            note.setVisible(bool(said))
        if self._until is not None:
            self._until.setText(until)

    def _until_when(self) -> str:
        words, agreement = self._context.words, self._editor.record
        end = self._context.workspace.editing.ends(agreement)
        if end is None:
            return words.say("No end agreed")
        if partners.standing(agreement, self._context.workspace.today) == "ended":
            return words.say("Ended {day}", day=words.day(end))
        return words.say("Until {day}", day=words.day(end))

    def _made(self) -> QWidget:
        say = self._context.words.say
        gone = Button(self._context.theme, say("Delete this agreement"), kind="quiet", icon="trash")
        gone.clicked.connect(self._delete)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(Columns(self._left(), self._right()))
        column.addWidget(gone, 0, Qt.AlignmentFlag.AlignRight)
        self.show_state()
        return body

    def _left(self) -> list[QWidget]:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        asked = (*options("YesNo", words), ("", say("Not agreed")))
        return [
            self._time(),
            self._noted(
                TextField(
                    context, editor, ("promises_company",), say("What we promise"),
                    say("Not to steer, not to ask for insights by a date; what we pay and bring"), lines=3,
                )
            ),
            self._noted(
                ChoiceField(
                    context, editor, ("no_interference",), say("We leave the approach to them"), asked
                )
            ),
            self._noted(
                ChoiceField(context, editor, ("pace_set_by_partner",), say("They set the pace"), asked)
            ),
            self._noted(MoneyField(context, editor, ("budget",), say("Budget for their time"))),
        ]  # fmt: skip

    def _right(self) -> list[QWidget]:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        return [
            self._noted(
                ChoiceField(
                    context, editor, ("source_naming_consent",), say("May we name them to a supplier?"),
                    options("SourceNaming", words),
                )
            ),
            *self._meanings(),
            self._noted(
                ChoiceField(
                    context, editor, ("data_owner",), say("Who owns what is written down"),
                    options("DataOwner", words),
                )
            ),
            self._noted(
                TextField(context, editor, ("confidentiality",), say("What stays between us"), lines=2)
            ),
            self._noted(DayField(context, editor, ("review_date",), say("Look at it again on"))),
            self._noted(TextField(context, editor, ("exit_terms",), say("How it ends"), lines=2)),
        ]  # fmt: skip

    def _time(self) -> QWidget:
        """Return from when, how long, and until when that is; what to mind stands below all three."""
        say, context, editor = self._context.words.say, self._context, self._editor
        start = DayField(context, editor, ("start",), say("Begins"))
        months = NumberField(context, editor, ("months",), say("Lasts"), label_at="above", unit=say("months"))
        self._until = Label(context.theme, role="second", ink="muted")
        row = QHBoxLayout()
        row.setSpacing(S16)
        row.addWidget(start, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(months, 1, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(row)
        column.addWidget(self._until)
        for field in (start, months):
            column.addWidget(self._note(field))
        return holder

    def _meanings(self) -> list[QWidget]:
        """Return what each kind of consent to be named means."""
        words, theme = self._context.words, self._context.theme
        lines = {
            "never": words.say("neither their name nor what kind of organisation they are is told."),
            "type_only": words.say("a supplier may hear that it was an NGO or a union, never which one."),
            "named": words.say("a supplier may hear their name, where workers want that too."),
        }
        return [
            LeadLabel(theme, f"{name}:", lines[value], role="code")
            for value, name in options("SourceNaming", words)
        ]

    def _noted(self, field: Field) -> QWidget:
        """Return a field with room below it for what to mind."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(field)
        column.addWidget(self._note(field))
        return holder

    def _note(self, field: Field) -> Label:
        """Return the room for what to mind about a field."""
        self._fields[field.key] = field
        self._notes[field.key] = Label(self._context.theme, role="code", ink="amber")
        self._notes[field.key].hide()
        return self._notes[field.key]

    def _delete(self) -> None:
        self._editor.flush()
        if self._context.remove(self._editor.record, self._context.words.say("The agreement is deleted.")):
            self.removed.emit()


def _open_part(field: str, words: Catalogue) -> str:
    """Return in a word or two what is open."""
    say = words.say
    match field:
        case "months":
            return say("how long it lasts")
        case "no_interference":
            return say("the approach")
        case "pace_set_by_partner":
            return say("the pace")
        case "review_date":
            return say("the day to look again")
        case "exit_terms":
            return say("how it ends")
    return say("something else")
