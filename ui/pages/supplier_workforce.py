"""Who works at a site: the table of groups, what stands against it, and a picture of each dimension (Q3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension
from fieldkit.workspace.choices import label
from ui.context import Context
from ui.editor import Editor
from ui.pages.supplier_cells import CellTable
from ui.pages.supplier_drafts import path_of
from ui.pages.supplier_groups import GroupsModel
from ui.pages.supplier_pictures import Pictures
from ui.parts.buttons import Button, ButtonKind
from ui.parts.flow import FlowLayout
from ui.parts.labels import Label, LeadLabel
from ui.tokens import S4, S12

CLASS = 1
SHARE = 2  # column a new row begins with, for its class is set
EFFECT = 8  # takes the room that is left


class Workforce(QWidget):
    """The groups of one site, typed in place and saved cell by cell."""

    def __init__(self, context: Context, editor: Editor, site: int) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self._model = GroupsModel(context, editor, site, self)
        say = self._words.say
        self.table = CellTable(
            context.theme, self._model, say("Who works here"), title=CLASS, stretched=EFFECT
        )
        self._none = Label(context.theme, say("No group is filled in yet."), role="second", ink="muted")
        self._said: list[tuple[str, str]] = []
        self._problems = QVBoxLayout()
        self._problems.setSpacing(S4)
        self._pictures = Pictures(context, site)
        self._lay_out()
        self.table.typing.connect(self._follow)
        self.table.closed.connect(lambda: self._pictures.show_supplier(self._model.supplier))
        self.table.deleting.connect(self._delete)
        editor.flushing.connect(self.table.commit)
        self._model.modelReset.connect(self._show)
        self._model.dataChanged.connect(lambda: self._show())
        self._show()

    def go_to(self, key: str) -> bool:
        """Put the cursor in the cell that a path names (`sites[0].workforce_groups[2].share_pct`)."""
        path = path_of(key)
        fields = [column.field for column in self._model.columns]
        if len(path) < 4 or path[1] != self._model.site or path[2] != "workforce_groups":
            return False
        field = str(path[4]) if len(path) > 4 else "share_pct"
        if field in fields and int(path[3]) < self._model.rowCount():
            self.table.go_to(int(path[3]), fields.index(field))
        return True

    def _lay_out(self) -> None:
        say = self._words.say
        self._add = self._button(say("Add a group"), "secondary", "plus", self._add_one)
        self._add_all = self._button(say("Add all groups of"), "quiet", "list-plus", self._offer_dimensions)
        self._remove = self._button(say("Delete the row"), "quiet", "trash", self._delete_current)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self._add, self._add_all, self._remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addLayout(self._head())
        column.addWidget(self.table)
        column.addWidget(self._none)
        column.addLayout(self._problems)
        column.addWidget(acts)
        column.addWidget(self._pictures)

    def _head(self) -> QVBoxLayout:
        say, theme = self._words.say, self._context.theme
        hint = say("Shares or numbers, with their source and month. An estimate is better than nothing.")
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(theme, say("Who works here"), role="strong"))
        head.addWidget(Label(theme, hint, role="second", ink="muted"))
        return head

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self._context.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _show(self) -> None:
        """Show what follows from the groups as they are kept."""
        there = bool(self._model.rowCount())
        self.table.setVisible(there)
        self._none.setVisible(not there)
        self._remove.setVisible(there)
        self.table.share_room()
        self._show_problems()
        self._pictures.show_supplier(self._model.supplier)

    def _follow(self, row: int, column: int, typed: str) -> None:
        """Let the pictures follow what is being typed."""
        self._pictures.show_supplier(self._model.as_if(row, column, typed))

    def _show_problems(self) -> None:
        said = self._model.problems()
        if said == self._said:
            return
        self._said = said
        while (item := self._problems.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for where, sentence in said:
            self._problems.addWidget(
                LeadLabel(self._context.theme, f"{where}.", sentence, ink="amber", start_ink="amber")
            )

    def _add_one(self) -> None:
        self._go_to_group(self._model.add_next(self.table.currentIndex().row()))

    def _offer_dimensions(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for dimension in DIMENSION_CLASSES:
            words = label("Dimension", dimension, self._words)
            act = menu.addAction(words, partial(self.add_all, dimension))
            act.setEnabled(bool(self._model.missing(dimension)))
        menu.popup(self._add_all.mapToGlobal(QPoint(0, self._add_all.height() + S4)))

    def add_all(self, dimension: Dimension) -> None:
        """Add every class of a dimension that is not there yet."""
        missing = self._model.missing(dimension)
        if missing:
            self._model.add(*missing)
            self._go_to_group(missing[0])

    def _go_to_group(self, group: object) -> None:
        rows = [at for at, each in enumerate(self._model.groups) if each == group]
        if rows:
            self.table.go_to(rows[-1], SHARE)

    def _delete_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._delete(self.table.currentIndex().row())

    def _delete(self, row: int) -> None:
        words = self._words
        gone = self._model.title(row)
        if self._model.remove(row):
            said = words.say("The group {group} is deleted.", group=gone)
            self._context.messages.say(said, words.say("Undo"), self._context.undo.undo)
            if self._model.rowCount():
                self.table.go_to(min(row, self._model.rowCount() - 1), SHARE)
