"""The items of the safety checklist, by the phase of the work they belong to (`03`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from fieldkit.workspace.readiness import SpokenHold
from fieldkit.workspace.session_words import ChecklistItem
from ui.context import Context
from ui.pages.dialogue.board.answers import SET_ASIDE, room_for
from ui.pages.dialogue.board.asked_item import AskedItem, answer_words
from ui.pages.dialogue.board.checklist_item import ItemRow
from ui.parts.labels import Label
from ui.tokens import S4, S12

Give = Callable[[str, str, str], str]
"""Keeps the answer to an item with its reason; returns what stands against it, or nothing."""


class ChecklistRows(QWidget):
    """A row for each item that counts for the session, under the title of its phase.

    `fix` tells what somebody wants to mend, `unkept` of which item an answer waits for its reason.
    """

    fix = Signal(object)  # SpokenHold
    unkept = Signal(str, str, str)  # item, answer, reason

    def __init__(self, context: Context, give: Give) -> None:
        super().__init__()
        self._context = context
        self._give = give
        self.rows: dict[str, ItemRow] = {}
        self._phases: dict[str, QVBoxLayout] = {}
        every = [(each, answer_words(each, context.words)) for each in ("yes", "no", *SET_ASIDE)]
        self._room = room_for(context.theme, every)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)

    def show_items(self, items: Sequence[ChecklistItem], holds: Sequence[SpokenHold]) -> None:
        """Show how each item stands; one that does not count here, and was not set aside, is not shown."""
        for item in items:
            counts = item.state != "not_applicable" or item.answer == "not_applicable"
            if counts and item.id not in self.rows:
                self.rows[item.id] = self._row(item)
            if (row := self.rows.get(item.id)) is not None:
                if row.isHidden() == counts:
                    row.setVisible(counts)
                row.show_item(item, [each for each in holds if each.item.split(" · ")[0] == item.id])

    def hand_over(self) -> None:
        """Have the reasons kept that are still being typed."""
        for row in self.asked:
            row.hand_over()

    def take_up(self, item: str, answer: str, reason: str) -> None:
        """Show again an answer whose reason could not be kept before."""
        if isinstance(row := self.rows.get(item), AskedItem):
            row.take_up(answer, reason)

    def go_to(self, key: str) -> bool:
        """Put the cursor in the answers of an item, as `checks.SC-22`; return whether a path leads here."""
        name = key.removeprefix("checks.")
        if name == key or name not in self.rows:
            return False
        self.rows[name].go_to()
        return True

    @property
    def asked(self) -> list[AskedItem]:
        """The items that a role answers, in their order."""
        return [row for row in self.rows.values() if isinstance(row, AskedItem)]

    def _row(self, item: ChecklistItem) -> ItemRow:
        row = ItemRow(self._context, item) if item.derived else self._asked(item)
        row.fix.connect(self.fix)
        if item.phase not in self._phases:
            self._phases[item.phase] = self._begin_phase(item.phase)
        self._phases[item.phase].addWidget(row)
        return row

    def _asked(self, item: ChecklistItem) -> AskedItem:
        row = AskedItem(
            self._context, item, lambda answer, reason: self._give(item.id, answer, reason), self._room
        )
        row.went_on.connect(lambda: self._go_on(row))
        row.unkept.connect(lambda answer, reason: self.unkept.emit(item.id, answer, reason))
        return row

    def _begin_phase(self, phase: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(S4)
        title = _phase_title(phase, self._context.words)
        rows.addWidget(Label(self._context.theme, title, role="strong"))
        self._column.addLayout(rows)
        return rows

    def _go_on(self, row: AskedItem) -> None:
        """Go to the next item that nobody has answered yet; from the last one back to the first."""
        asked = self.asked
        at = asked.index(row)
        waiting = (each for each in (*asked[at + 1 :], *asked[:at]) if each.isVisible() and each.is_open)
        if (following := next(waiting, None)) is not None:
            following.go_to()


def _phase_title(phase: str, words: Catalogue) -> str:
    say = words.say
    match phase:
        case "A":
            return say("Before planning")
        case "B":
            return say("Before the day")
        case "C":
            return say("On the day")
        case "D":
            return say("After the day")
    return say("Sharing")
