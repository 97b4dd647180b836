"""The list of dialogues."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace.overview import DialogueRow
from ui.context import Context
from ui.dialogs import write_out
from ui.dialogs.bring_in import bring_in
from ui.dialogs.new_dialogue import NewDialogue
from ui.pages.dialogues_columns import COUNTRY, SUPPLIER_CODE, columns
from ui.pages.list_page import ListPage, ListWords
from ui.parts.buttons import Button, ButtonKind
from ui.places import Place


class DialoguesPage(ListPage[DialogueRow]):
    """All dialogues, and the ways to a new one."""

    new_keys = "Ctrl+N"

    def __init__(self, context: Context, place: Place) -> None:
        say = context.words.say
        texts = ListWords(
            title=say("Dialogues"),
            search=say("Search title, supplier, country"),
            filter=say("Status"),
            everything=say("All statuses"),
            new=say("New dialogue"),
            none=say("No dialogue yet"),
            none_yet=say(
                "It begins with one supplier, and one question: how can the people there be heard safely?"
            ),
        )
        super().__init__(context, place, columns(context.words), lambda row: row.code, texts)

    def read_rows(self) -> list[DialogueRow]:
        """Return every dialogue with how far it is."""
        return self.context.workspace.overview.dialogues(self.words)

    def filter_of(self, row: DialogueRow) -> tuple[str, str]:
        """Dialogues are filtered by their status."""
        return row.status, row.status_label

    def count_in_words(self, shown: int, every: int) -> str:
        """Say how many of all are shown."""
        return self.words.say("{shown} of {every} dialogues", shown=shown, every=every)

    def open_row(self, row: DialogueRow) -> None:
        """Go to a dialogue, at the step it is at."""
        self.context.go(Place("dialogue", row.code))

    def go_to_new(self, code: str) -> None:
        """A new dialogue begins with its preparation."""
        self.context.go(Place("dialogue", code, "prepare"))

    def new_dialog(self) -> NewDialogue:
        """Return the dialog that asks for a new dialogue."""
        return NewDialogue(self, self.context)

    def other_way_in(self, kind: ButtonKind) -> Button:
        """Return the button for a dialogue file."""
        text = self.words.say("Bring in a dialogue file")
        return self.button(text, kind, "download-simple", lambda: bring_in(self, self.context))

    def beside_count(self) -> Button:
        """Return the button for what else can be done, for those who know no second mouse button."""
        self._more = self.button(self.words.say("More"), "quiet", "dots-three", self._offer_below)
        self._more.setAccessibleName(self.words.say("More for the chosen dialogue"))
        return self._more

    def set_narrow(self, narrow: bool) -> None:
        """In a small window the columns one knows from the pages themselves make room."""
        for column in (SUPPLIER_CODE, COUNTRY):
            self._table.setColumnHidden(column, narrow)

    def fill_menu(self, menu: QMenu, row: DialogueRow) -> None:
        """Offer to open, to write, to cancel or to take the cancellation back."""
        say, dialogue = self.words.say, self._chosen()
        if dialogue is None:
            return
        menu.addAction(say("Open the dialogue"), lambda: self.open_row(row))
        menu.addAction(
            say("Write as a dialogue file"), lambda: write_out.ask(self, self.context, dialogue.code)
        )
        menu.addSeparator()
        if dialogue.cancelled_on is None:
            menu.addAction(say("Cancel the dialogue"), self._cancel)
        else:
            menu.addAction(say("Take the cancellation back"), self._take_up_again)

    def delete_row(self, row: DialogueRow) -> bool:
        """Delete a dialogue with all that belongs to it."""
        dialogue = self._chosen()
        deleted = self.words.say("The dialogue is deleted.")
        return dialogue is not None and self.context.remove(dialogue, deleted)

    def _offer_below(self) -> None:
        if self._table.selected() is None and self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(0, 0))
        self.offer(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _cancel(self) -> None:
        dialogue = self._chosen()
        if dialogue is None:
            return
        cancelled = replace(dialogue, cancelled_on=self.context.workspace.today)
        if self.context.keep(cancelled):
            self.refresh()
            self.context.messages.say(
                self.words.say("The dialogue is cancelled."), self.words.say("Undo"), self.context.undo.undo
            )

    def _take_up_again(self) -> None:
        dialogue = self._chosen()
        if dialogue is not None and self.context.keep(replace(dialogue, cancelled_on=None)):
            self.refresh()

    def _chosen(self) -> Dialogue | None:
        row = self._table.selected()
        return self.context.workspace.editing.find(Dialogue, row.code) if row is not None else None
