"""The model behind a table: records, of which some are shown, in some order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex
SIGN = int(Qt.ItemDataRole.UserRole) + 1  # icon and ink before the words, or None
SORT = int(Qt.ItemDataRole.UserRole) + 2  # what the cell sorts by

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its head, its words for a row, by what it sorts (None: it does not), figures to the right.

    `sign` gives the icon and the ink before the words of a row; None for none.
    """

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    numeric: bool = False
    sign: Callable[[T], tuple[str, str] | None] | None = None


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind. `key` tells which row is the same one when the rows are set anew.

    Filtering and sorting are done here, on the records: a proxy would ask for each cell one by one, which
    is slow with thousands of rows, and would hand out indexes that are not those of the rows.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        rows: Sequence[T] = (),
        key: Callable[[T], object] = lambda row: row,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows = tuple(rows)
        self._wanted = ""
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._folded: list[str] | None = None
        self._shown = list(self._rows)

    @property
    def rows(self) -> tuple[T, ...]:
        """All rows, also those the filter hides."""
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows, filtered and sorted as before."""
        self._rows = tuple(rows)
        self._folded = None
        self._show()

    def row(self, index: Index) -> T:
        """Return the record of a row that is shown."""
        return self._shown[index.row()]

    def find(self, key: object) -> int | None:
        """Return where the row with this key is shown, or None."""
        return next((at for at, row in enumerate(self._shown) if self.key(row) == key), None)

    def filter(self, text: str) -> None:
        """Show the rows in which every word of `text` occurs, whatever its accents and capitals."""
        wanted = _fold(text)
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column that does not sort, or -1, brings back the order the rows came in."""
        self._order = (
            (column, order) if 0 <= column < len(self.columns) and self.columns[column].sort else None
        )
        self._show()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, its side, its sign, or what it sorts by."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == SIGN:
            return column.sign(row) if column.sign else None
        if role == SORT:
            return column.sort(row) if column.sort else None
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column, and its side."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == Qt.ItemDataRole.ToolTipRole and column.sort is not None:
            return f"{column.title}  Alt+↓"
        return None

    def _show(self) -> None:
        self.beginResetModel()
        shown = list(self._rows)
        if self._wanted:
            words = self._wanted.split()
            lines = self._lines()
            shown = [
                row for row, line in zip(shown, lines, strict=True) if all(word in line for word in words)
            ]
        if self._order is not None:
            column, order = self._order
            by = self.columns[column].sort
            assert by is not None  # sort() takes no other column
            shown = _sorted(shown, by, backwards=order == Qt.SortOrder.DescendingOrder)
        self._shown = shown
        self.endResetModel()

    def _lines(self) -> list[str]:
        """The words of each row, folded; made at the first filter."""
        if self._folded is None:
            self._folded = [
                _fold(" ".join(column.text(row) for column in self.columns)) for row in self._rows
            ]
        return self._folded


def _sorted(rows: list[T], by: Callable[[T], Any], *, backwards: bool) -> list[T]:
    """Sort by a value; rows that have none (None) stand last either way."""
    some = [row for row in rows if by(row) is not None]
    return sorted(some, key=by, reverse=backwards) + [row for row in rows if by(row) is None]


def _fold(text: str) -> str:
    """Return a text without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
