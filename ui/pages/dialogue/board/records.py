"""A list of records within a session: a block for each with its fields, and a button to add one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.field import Record
from fieldkit.model.paths import Path, key
from fieldkit.workspace.readiness import SpokenHold
from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.pages.dialogue.board.record_steps import RecordSteps
from ui.pages.dialogue.board.section import path_within
from ui.parts.buttons import Button, IconButton
from ui.parts.field_flow import FieldFlow
from ui.parts.labels import Label
from ui.tokens import S4, S12

Words = Callable[[int], str]


class RecordList(QWidget):
    """The records at a path of the session, by place.

    `fields` makes the fields of one record, `title` says what its block is called, `remove_words` what the
    button does that takes it out. What follows from that goes with it in the same step. `heading` stands
    above all of them; `in_rows` has each record on one line, without a line for its name.
    """

    def __init__(
        self, context: Context, editor: Editor, path: Path, add_words: str, new: Callable[[], Record],
        title: Words, fields: Callable[[int], Sequence[QWidget]], remove_words: Words, heading: str = "",
        *, in_rows: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context = context
        self._editor = editor
        self._steps = RecordSteps(context, editor, path)
        self._new = new
        self._title = title
        self._make = fields
        self._remove_words = remove_words
        self._in_rows = in_rows
        self._records: tuple[Any, ...] = ()
        self._holds: Sequence[SpokenHold] = ()
        self.blocks: list[Block] = []
        self.add_button = Button(context.theme, add_words, kind="quiet", icon="plus")
        self.add_button.clicked.connect(self.add)
        self._lay_out(heading)
        editor.reloaded.connect(self._show)
        editor.edited.connect(lambda _path: self._call())
        self._show()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of all records, by their paths."""
        return {field.key: field for block in self.blocks for field in block.fields}

    def add(self) -> None:
        """Add a record, with the cursor in its first field."""
        if self._steps.add(self._new):
            self.go_to(key(self._steps.place(len(self.blocks) - 1)))

    def take_out(self, at: int) -> None:
        """Take a record out; the cursor goes to the one that took its place, and Undo is offered."""
        said = self._context.words.say("Taken out: {what}.", what=self._title(at))
        if self._steps.take_out(at, said):
            self._go_to_block(min(at, len(self.blocks) - 1))

    def go_to(self, key_: str) -> bool:
        """Put the cursor in the field of a path; in the first one of its record where none has it.

        The path of the whole list leads to the button that adds a record. Returns whether the path is here.
        """
        if key_ == key(self._steps.path):
            self.add_button.setFocus()
            return True
        for at, block in enumerate(self.blocks):
            here = key(self._steps.place(at))
            if key_ == here or key_.startswith((f"{here}.", f"{here}[")):
                (self._nearest(key_) or block).setFocus()
                return True
        return False

    def show_holds(self, holds: Sequence[SpokenHold]) -> None:
        """Say at each record what holds the session up there."""
        self._holds = holds
        for at, block in enumerate(self.blocks):
            here = f"{key(self._steps.place(at))}."
            block.say("\n".join(each.text for each in holds if path_within(each).startswith(here)))

    def make_anew(self) -> None:
        """Make every block anew: what one can choose in them has changed."""
        self._make_anew(self._records)

    def _show(self) -> None:
        """Show the records as they are: those that only were added below what stands, else all anew."""
        before, self._records = self._records, self._steps.records
        if len(before) == len(self._records):
            self._call()
        elif self._records[: len(before)] == before:
            self._grow()
        else:
            self._make_anew(before)

    def _lay_out(self, heading: str) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)
        if heading:
            self._column.addWidget(Label(self._context.theme, heading, role="strong"))
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(S12)
        self._column.addLayout(self._blocks)
        beside = QHBoxLayout()
        beside.addWidget(self.add_button)
        beside.addStretch(1)
        self._column.addLayout(beside)

    def _make_anew(self, before: Sequence[Record]) -> None:
        cursor = self._cursor()
        for block in self.blocks:
            self._dispose(block)
        self.blocks = []
        if self._steps.move_drafts(before, self._records):
            self._editor.reload()
        self._grow()
        if cursor is not None and not self.go_to(cursor):
            self._go_to_block(len(self.blocks) - 1)

    def _grow(self) -> None:
        for at in range(len(self.blocks), len(self._records)):
            hairline = at > 0 and not self._in_rows
            block = Block(self._context, self._make(at), named=not self._in_rows, hairline=hairline)
            block.remove.clicked.connect(lambda _checked, at=at: self.take_out(at))
            self._blocks.addWidget(block)
            block.show()
            self.blocks.append(block)
        self._call()
        self.show_holds(self._holds)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # it takes its place before the cursor

    def _call(self) -> None:
        """Say what each block is called now."""
        self._records = self._steps.records
        for at, block in enumerate(self.blocks[: len(self._records)]):
            block.call(self._title(at), self._remove_words(at))

    def _dispose(self, block: Block) -> None:
        for field in block.fields:
            field.let_go()
        self._blocks.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _cursor(self) -> str | None:
        """Return the path the cursor is at in this list, taking it away so that nothing jumps; else None."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        focused.clearFocus()
        return next(self._around(focused), key(self._steps.path))

    def _around(self, widget: QWidget) -> Iterator[str]:
        """Yield the paths of the field and of the record that a widget is in."""
        for at, block in enumerate(self.blocks):
            if block.isAncestorOf(widget):
                yield from (field.key for field in block.fields if field.isAncestorOf(widget))
                yield key(self._steps.place(at))

    def _nearest(self, key_: str) -> Field | None:
        fields = self.fields
        return fields.get(key_) or next((fields[name] for name in fields if name.startswith(key_)), None)

    def _go_to_block(self, at: int) -> None:
        (self.blocks[at] if at >= 0 else self.add_button).setFocus()


class Block(QWidget):
    """One record: what it is called, a button that takes it out, its fields, what holds the session up."""

    def __init__(self, context: Context, widgets: Sequence[QWidget], *, named: bool, hairline: bool) -> None:
        super().__init__()
        self._theme = context.theme
        self._hairline = hairline
        self._name = Label(context.theme, role="second_title")
        if not named:
            self._name.hide()
        self._note = Label(context.theme, role="code", ink="amber")
        self._note.hide()
        self.remove = IconButton(context.theme, "trash", "")
        self.fields = [each for each in widgets if isinstance(each, Field)]
        if self.fields:
            self.setFocusProxy(self.fields[0])
        inside = QWidget()
        flow = FieldFlow(inside)
        for widget in widgets:
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S12 if hairline else 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(self._row(self._name if named else inside))
        if named:
            column.addWidget(inside)
        else:
            self._name.setParent(self)
        column.addWidget(self._note)

    def _row(self, widget: QWidget) -> QHBoxLayout:
        """Return a row of something and the button that takes the record out."""
        row = QHBoxLayout()
        row.setSpacing(S4)
        row.addWidget(widget, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def call(self, name: str, remove_words: str) -> None:
        """Say which record it is, and what its button does."""
        if name != self._name.text():
            self._name.setText(name)
            self.setAccessibleName(name)
        if remove_words != self.remove.accessibleName():
            self.remove.set_name(remove_words)

    def say(self, note: str) -> None:
        """Say what holds the session up here; nothing: say nothing."""
        if note != self._note.text():
            self._note.setText(note)
            self._note.setVisible(bool(note))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline between two records."""
        if self._hairline:
            QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))
