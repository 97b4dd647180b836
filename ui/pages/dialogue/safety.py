"""What has to be weighed before planning starts: the items of gate G0, answered by a role."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.vocabulary import CheckStatus
from fieldkit.workspace.choices import options
from fieldkit.workspace.preparing import GateItem
from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.pages.dialogue.section import SectionFold
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.tokens import S4


class SafetyFold(SectionFold):
    """SC-01, SC-02: whether the harm was weighed, and the partner judged contact to be safe."""

    def __init__(self, context: Context, dialogue: Editor) -> None:
        super().__init__(context, dialogue, context.words.say("Safe to begin?"))
        self._answers: dict[str, Segments] = {}

    def make_fields(self) -> list[Field]:
        """Items are no fields of a record by themselves: `_made` shows them."""
        return []

    def show_state(self) -> None:
        """Say how many items are settled."""
        items = self._items()
        settled = sum(item.status == "yes" for item in items)
        self.set_summary(self.words.say("{done} of {total} settled", done=settled, total=len(items)))
        self.set_state("done" if settled == len(items) else "open")
        for item in items:
            if item.id in self._answers:
                self._answers[item.id].set_value(item.status if item.status != "open" else "")

    def knows(self, key: str) -> bool:
        """Readiness names an item as `checks.SC-01`."""
        return key.startswith("checks.")

    def go_to(self, key: str) -> bool:
        """Put the cursor in the answer of an item."""
        if not self.knows(key):
            return False
        self.open()
        if answer := self._answers.get(key.removeprefix("checks.")):
            answer.setFocus()
        return True

    def _items(self) -> tuple[GateItem, ...]:
        return self.context.workspace.preparing.gate_items(self.editor.record.code, self.words)

    def _made(self) -> QWidget:
        body = super()._made()
        for item in self._items():
            self._column.addWidget(self._item(item))
        return body

    def _item(self, item: GateItem) -> QWidget:
        holder = QWidget()
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S4)
        whole.addWidget(Label(self.context.theme, item.text, role="second"))
        whole.addWidget(Label(self.context.theme, f"{item.id} · {item.who}", role="code", ink="faint"))
        value = item.status if item.status != "open" else ""
        answer = Segments(self.context.theme, options("YesNo", self.words), value, item.text)
        answer.chosen.connect(lambda status: self._answer(item.id, status))
        self._answers[item.id] = answer
        whole.addWidget(answer)
        return holder

    def _answer(self, item: str, status: str) -> None:
        preparing, given = self.context.workspace.preparing, cast(CheckStatus, status)
        if self.context.do(lambda: preparing.answer_item(self.editor.record.code, item, given)):
            self.editor.reload()
            self.show_state()
