"""The workforce of a site as rows and columns: a model of real records, saved cell by cell (Q3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from fieldkit.errors import FieldkitError
from fieldkit.model.paths import Path, changed, key
from fieldkit.model.supply import Supplier, WorkforceGroup
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension
from fieldkit.workspace.choices import label, options
from fieldkit.workspace.reading import written
from ui.context import Context
from ui.editor import Editor
from ui.pages.supplier_cells import OPTIONS, PROBLEM, Index
from ui.pages.supplier_drafts import follow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOWHERE = QModelIndex()
MONTH = "LLL y"  # as CLDR writes it: Dec 2025


@dataclass(frozen=True)
class GroupColumn:
    """One field of a group: its head, and the vocabulary one chooses from (empty: one types)."""

    field: str
    title: str
    vocabulary: str = ""
    numeric: bool = False


class GroupsModel(QAbstractTableModel):
    """The groups of one site. What cannot be kept stays in its cell, with what stands against it."""

    def __init__(self, context: Context, editor: Editor, site: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = editor
        self._words = context.words
        self.site = site
        self.columns = _columns(context)
        self._remarks: dict[str, str] = {}
        self._read_remarks()
        editor.reloaded.connect(self._reset)
        editor.edited.connect(self._show_changes)

    @property
    def supplier(self) -> Supplier:
        """The supplier as it is kept."""
        record: Supplier = self._editor.record
        return record

    @property
    def groups(self) -> tuple[WorkforceGroup, ...]:
        """The groups as they are kept."""
        sites = self._editor.record.sites
        return sites[self.site].workforce_groups if self.site < len(sites) else ()

    def path(self, row: int, column: int) -> Path:
        """Return the path of a cell in the supplier."""
        return ("sites", self.site, "workforce_groups", row, self.columns[column].field)

    def title(self, row: int) -> str:
        """Return which group a row is about."""
        group = self.groups[row]
        dimension = label("Dimension", group.dimension, self._words)
        return f"{dimension}: {label(group.dimension, group.class_, self._words)}"

    def problems(self) -> list[tuple[str, str]]:
        """Return what stands against cells: of which group and column, and the sentence."""
        found = []
        for row in range(len(self.groups)):
            for at, column in enumerate(self.columns):
                if problem := self._problem(row, at):
                    found.append((f"{self.title(row)}, {column.title}", problem))
        return found

    def as_if(self, row: int, column: int, typed: str) -> Supplier:
        """Return the supplier as it would stand with what is being typed, where that can be read."""
        path = self.path(row, column)
        record: Supplier = self._editor.record
        try:
            return changed(record, path, self._context.workspace.editing.read(Supplier, path, typed))
        except FieldkitError:
            return record

    def add(self, *groups: WorkforceGroup) -> None:
        """Add groups, each behind the last one of its dimension."""
        held = list(self.groups)
        for group in groups:
            behind = [at for at, each in enumerate(held) if each.dimension == group.dimension]
            held.insert(behind[-1] + 1 if behind else len(held), group)
        self._keep(tuple(held))

    def add_next(self, beside: int) -> WorkforceGroup:
        """Add the class of a dimension that is not there yet: that of the row beside, else the next one."""
        here: list[Dimension] = (
            [self.groups[beside].dimension] if 0 <= beside < len(self.groups) else ["sex_gender"]
        )
        for dimension in (*here, *DIMENSION_CLASSES):
            if missing := self.missing(dimension):
                self.add(missing[0])
                return missing[0]
        again = WorkforceGroup(dimension=here[0], class_=DIMENSION_CLASSES[here[0]][0])
        self.add(again)
        return again

    def missing(self, dimension: Dimension) -> list[WorkforceGroup]:
        """Return a group for each class of a dimension that is not there yet."""
        there = {(group.dimension, group.class_) for group in self.groups}
        return [
            WorkforceGroup(dimension=dimension, class_=class_)
            for class_ in DIMENSION_CLASSES[dimension]
            if (dimension, class_) not in there
        ]

    def remove(self, row: int) -> bool:
        """Take a group out; returns whether that was done."""
        return self._keep((*self.groups[:row], *self.groups[row + 1 :]))

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many groups there are."""
        return 0 if parent.isValid() else len(self.groups)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many fields a group shows."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, what one types over, its choices, and what stands against it."""
        if not index.isValid() or index.row() >= len(self.groups):
            return None
        row, at = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, at)
            case Qt.ItemDataRole.EditRole:
                return self._typed(row, at)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.title(row)}, {self.columns[at].title}: {self._shown(row, at)}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._problem(row, at)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self.columns[at].numeric else LEFT
        if role == PROBLEM:
            return self._problem(row, at)
        return self._options(row, at) if role == OPTIONS else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take over what was typed or chosen; what cannot be read stays as it was typed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, at = index.row(), index.column()
        if value is None or str(value) == self._typed(row, at):
            return True
        if self.columns[at].field == "dimension":
            return self._set_dimension(row, str(value))
        allowed = [choice for choice, _ in self._options(row, at) or ()]
        if allowed and value not in allowed:
            return False
        self._editor.typed(self.path(row, at), str(value))
        self._show_changes()
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column, and its side."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].numeric else LEFT
        return None

    def _set_dimension(self, row: int, dimension: str) -> bool:
        """Give a row another dimension, and the first of its classes that is not there yet."""
        if dimension not in DIMENSION_CLASSES:
            return False
        free = self.missing(dimension)
        class_ = free[0].class_ if free else DIMENSION_CLASSES[dimension][0]
        group = replace(self.groups[row], dimension=dimension, class_=class_)
        return self._editor.put(("sites", self.site, "workforce_groups", row), group)

    def _keep(self, groups: tuple[WorkforceGroup, ...]) -> bool:
        """Save other groups as one step of its own."""
        self._editor.flush()
        before: Supplier = self._editor.record
        after = changed(before, ("sites", self.site, "workforce_groups"), groups)
        if not self._context.keep(after):
            return False
        follow(self._context.workspace.editing, before, after)
        self._editor.reload()
        return True

    def _shown(self, row: int, at: int) -> str:
        column, group = self.columns[at], self.groups[row]
        draft = self._editor.draft(self.path(row, at))
        if draft is not None:
            return " ".join(draft.split())
        value = getattr(group, column.field)
        if column.field == "class_":
            return label(group.dimension, group.class_, self._words)
        if column.vocabulary:
            return label(column.vocabulary, value, self._words)
        if column.field == "as_of" and value:
            year, month = value.split("-")
            return self._words.day(date(int(year), int(month), 1), MONTH)
        return written(value, self._words).replace("\n", " ")

    def _typed(self, row: int, at: int) -> str:
        """Return what one types over: a value as it is written, or the draft."""
        draft = self._editor.draft(self.path(row, at))
        text = (
            written(getattr(self.groups[row], self.columns[at].field), self._words)
            if draft is None
            else draft
        )
        return text.replace("\n", " ")

    def _options(self, row: int, at: int) -> tuple[tuple[str, str], ...] | None:
        column = self.columns[at]
        if column.field == "class_":
            return options(self.groups[row].dimension, self._words)
        return options(column.vocabulary, self._words) if column.vocabulary else None

    def _problem(self, row: int, at: int) -> str:
        path = self.path(row, at)
        draft = self._editor.draft(path)
        return self._remarks.get(key(path), "") if draft is None else self._editor.problem(path, draft)

    def _show_changes(self, _path: Path = ()) -> None:
        self._read_remarks()
        if self.groups:
            corner = self.index(len(self.groups) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def _reset(self) -> None:
        self.beginResetModel()
        self._read_remarks()
        self.endResetModel()

    def _read_remarks(self) -> None:
        self._remarks = dict(self._context.workspace.editing.remarks(self._editor.record, self._words))


def _columns(context: Context) -> tuple[GroupColumn, ...]:
    say = context.words.say
    return (
        GroupColumn("dimension", say("Feature"), "Dimension"),
        GroupColumn("class_", say("Group")),
        GroupColumn("share_pct", say("Share %"), numeric=True),
        GroupColumn("headcount", say("People"), numeric=True),
        GroupColumn("as_of", say("As of")),
        GroupColumn("source", say("Source"), "WorkforceSource"),
        GroupColumn("representation", say("Represented"), "Representation"),
        GroupColumn("vulnerability", say("Vulnerable"), "Degree"),
        GroupColumn("effect_on_approach", say("Our approach")),
    )
