"""A labour provider: an agency or contractor through whom people work for a supplier (T03.4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.editor import Editor
from ui.fields import LineField, ListField
from ui.pages.supplier_form import Columns
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.tokens import S12


class ProviderFold(Fold):
    """A labour provider; `remove` is called when somebody wants it gone."""

    def __init__(self, context: Context, editor: Editor, at: int, remove: Callable[[], None]) -> None:
        super().__init__(context.theme, "")
        self._context = context
        self._editor = editor
        self._at = at
        self._remove = remove
        self.set_maker(self._made)
        self.show_state()

    def show_state(self) -> None:
        """Show what it is called, and where it is."""
        provider = self._editor.record.labour_providers[self._at]
        self.set_title(provider.name or self._context.words.say("No name yet"))
        self.set_summary(" · ".join(filter(None, (*provider.aliases, provider.address))))

    def go_to(self, key: str) -> bool:
        """Open for a field of this provider, named by its path; the page puts the cursor there."""
        if key.startswith(f"labour_providers[{self._at}]"):
            self.open()
        return False

    def _made(self) -> QWidget:
        say, context, editor = self._context.words.say, self._context, self._editor
        at = ("labour_providers", self._at)
        gone = Button(context.theme, say("Delete this labour provider"), kind="quiet", icon="trash")
        gone.clicked.connect(self._remove)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(
            Columns(
                [
                    LineField(context, editor, (*at, "name"), say("Name of the labour provider")),
                    ListField(
                        context, editor, (*at, "aliases"), say("Other names"), say("One a line"), lines=2
                    ),
                ],
                [
                    LineField(
                        context, editor, (*at, "address"), say("Address"),
                        say("Its housing for workers included"),
                    ),
                    LineField(
                        context, editor, (*at, "contact_person"), say("Contact person"),
                        say("Stays in this workspace, never on paper"),
                    ),
                ],
            )
        )  # fmt: skip
        column.addWidget(gone, 0, Qt.AlignmentFlag.AlignRight)
        return body
