"""The columns of a table that is brought in: what stands in each, and what it is taken for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from fieldkit.workspace.tables import Mapping, Sheet
from ui.context import Context
from ui.pages.supplier_cells import OPTIONS, Index

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOWHERE = QModelIndex()
TARGET = 2
SAMPLES = 3


class ColumnsModel(QAbstractTableModel):
    """One row for each column of the file; in the last cell one chooses what it is."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        words = context.words
        self._heads = (words.say("Column in the file"), words.say("For example"), words.say("Taken in as"))
        self._targets = context.workspace.tables.targets(words)
        self._names = dict(self._targets)
        self._header: tuple[str, ...] = ()
        self._samples: tuple[str, ...] = ()
        self.mapping = Mapping(columns=())

    def show_sheet(self, sheet: Sheet, mapping: Mapping) -> None:
        """Show another sheet, and what its columns are guessed to be."""
        self.beginResetModel()
        self._header = sheet.header
        self._samples = tuple(_samples(sheet, at) for at in range(len(sheet.header)))
        self.mapping = mapping
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many columns the file has."""
        return 0 if parent.isValid() else len(self._header)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return three: heading, examples, what it is."""
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what it is taken for can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == TARGET else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; of the last one its choices too."""
        if not index.isValid():
            return None
        row, at = index.row(), index.column()
        target = self.mapping.columns[row]
        shown = (self._header[row], self._samples[row], self._names[target])[at]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown
            case Qt.ItemDataRole.EditRole:
                return target if at == TARGET else shown
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._header[row]}, {self._heads[at]}: {shown}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
        return self._targets if role == OPTIONS and at == TARGET else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take a column for something else."""
        if role != Qt.ItemDataRole.EditRole or index.column() != TARGET or value not in self._names:
            return False
        columns = list(self.mapping.columns)
        if columns[index.row()] != value:
            columns[index.row()] = value
            self.mapping = Mapping(columns=tuple(columns))
            self.dataChanged.emit(index, index)
            self.changed.emit()
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None


def _samples(sheet: Sheet, at: int) -> str:
    """Return the first different things that stand in a column."""
    filled = dict.fromkeys(cells[at] for cells in sheet.rows[:200] if cells[at])
    return " · ".join(list(filled)[:SAMPLES])
