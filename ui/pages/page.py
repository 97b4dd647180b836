"""What all pages share: being visited, left, refreshed, and found one's way in."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.parts.fold import Fold
from ui.places import Place


class Page(QWidget):
    """One page of the window. It reads records from the workspace, shows them, and holds no rule."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__()
        self.context = context
        self.words = context.words
        self.theme = context.theme
        self.place = place

    def holds(self, place: Place) -> bool:
        """Whether a place is on this page, so that one need not leave it."""
        return (place.page, place.code, place.part) == (self.place.page, self.place.code, self.place.part)

    def visit(self, place: Place) -> None:
        """Show a place on this page: the cursor goes to its field, or where one begins."""
        self.place = place
        QTimer.singleShot(0, self, lambda: self.go_to_field(place.field) if place.field else self.begin())

    def begin(self) -> None:
        """Put the cursor where the work on this page begins; pages say where."""

    def refresh(self) -> bool:
        """Show what the records say now; returns whether what the page is about is still there."""
        there = [editor.reload() for editor in self.findChildren(Editor)]  # each, whatever the others say
        return all(there)

    def leave(self) -> None:
        """Save what is still being typed."""
        for editor in self.findChildren(Editor):
            editor.flush()

    def set_narrow(self, narrow: bool) -> None:
        """Use a small window well; pages that have columns say how."""

    def go_to_field(self, key: str) -> None:
        """Put the cursor in a field, opening whatever it is folded away in."""
        for fold in self.findChildren(Fold):
            if fold.property("holds") and key in fold.property("holds"):
                fold.open()
        for field in self.findChildren(Field):
            if field.key == key:
                self._open_around(field)
                field.setFocus()
                return
        self.begin()

    def _open_around(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None and parent is not self:
            if isinstance(parent, Fold):
                parent.open()
            parent = parent.parentWidget()
