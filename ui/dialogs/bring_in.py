"""Bringing in a dialogue file: taken in whole, and where other content stands here, asked once more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.errors import FieldkitError, FileProblem, Reason, Refused
from fieldkit.text import explain
from fieldkit.workspace.custody import Imported
from ui.context import Context
from ui.dialogs.fitted import FittedDialog
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.places import Place
from ui.tokens import S4

MOST_READ = 8_000_000  # bytes: more than the workspace takes, so that it can say so
MOST_NAMED = 6  # codes that are told one by one

REPLACEABLE = "known_code"  # the reason that replacing settles


def bring_in(parent: QWidget, context: Context) -> None:
    """Ask for a dialogue file, take it in, and go to its dialogue."""
    say = context.words.say
    chosen, _ = QFileDialog.getOpenFileName(
        parent, say("Bring in a dialogue file"), "", say("Dialogue files (*.json)")
    )
    if chosen:
        take_in(parent, context, Path(chosen))


def take_in(parent: QWidget, context: Context, file: Path) -> None:
    """Take in a dialogue file and go to its dialogue; where other content stands here, ask first."""
    try:
        content = _read(file)
        imported = context.workspace.custody.import_dialogue(content)
    except Refused as refused:
        dialog = Conflict(parent, context, content, refused.reasons)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
    except FieldkitError as error:
        context.messages.failed(error)
    else:
        _tell(context, imported)


class Conflict(FittedDialog):
    """Says which codes stand for something else here, and offers to replace it where that helps."""

    def __init__(self, parent: QWidget, context: Context, content: bytes, reasons: Sequence[Reason]) -> None:
        say, theme = context.words.say, context.theme
        super().__init__(parent, say("Other content stands here"))
        self._context = context
        self._content = content
        can_replace = all(each.code == REPLACEABLE for each in reasons)
        self.column.addWidget(Label(theme, say("Other content stands here"), role="section"))
        self.column.addWidget(Label(theme, _explained(reasons, context, can_replace=can_replace)))
        self.column.addWidget(Label(theme, _codes(reasons, context), role="second", ink="muted"))
        self.column.addSpacing(S4)
        leave = Button(theme, say("Cancel") if can_replace else say("Close"))
        leave.clicked.connect(self.reject)
        self.add_buttons(leave, *([self._replacing()] if can_replace else []))
        leave.setFocus()  # Enter replaces nothing by accident

    def replace(self) -> None:
        """Have the file stand in place of what is here."""
        self.accept()
        try:
            imported = self._context.workspace.custody.import_dialogue(self._content, replace=True)
        except FieldkitError as error:
            self._context.messages.failed(error)
        else:
            _tell(self._context, imported)

    def _replacing(self) -> Button:
        button = Button(self._context.theme, self._context.words.say("Replace"), kind="primary")
        button.clicked.connect(self.replace)
        return button


def _explained(reasons: Sequence[Reason], context: Context, *, can_replace: bool) -> str:
    if can_replace:
        return context.words.say(
            "The file says something else than what is kept here. Replace makes the dialogue here the same "
            "as the file; what the file no longer holds goes. Briefs that left stay known."
        )
    other = next(each for each in reasons if each.code != REPLACEABLE)
    return explain("reasons", other.code, other.data, context.words)


def _codes(reasons: Sequence[Reason], context: Context) -> str:
    codes = list(dict.fromkeys(each.subject for each in reasons))
    shown = ", ".join(codes[:MOST_NAMED])
    if len(codes) > MOST_NAMED:
        return context.words.say(
            "About {codes} and {number} more", codes=shown, number=len(codes) - MOST_NAMED
        )
    return context.words.say("About {codes}", codes=shown)


def _read(file: Path) -> bytes:
    """Return what a file holds, and no more of it than can be taken in. Raises `FileProblem`."""
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_READ)
    except OSError:
        raise FileProblem("cannot_read", path=file.name) from None


def _tell(context: Context, imported: Imported) -> None:
    say = context.words.say
    context.changes.saved.emit()
    if imported.added or imported.changed or imported.removed:
        text = say(
            "Taken in: {added} new, {changed} changed, {removed} gone.",
            added=imported.added, changed=imported.changed, removed=imported.removed,
        )  # fmt: skip
    else:
        text = say("All of this stood here already; nothing changed.")
    context.go(Place("dialogue", imported.dialogue_code))
    context.messages.say(text)
