"""The second step of bringing in a table: what its columns are, and what its rows would make."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.tables import Mapping, Sheet, SpokenPreview, SpokenRow
from ui.context import Context
from ui.fields.choice import QuietCombo
from ui.pages.supplier_cells import CellTable
from ui.pages.table_import_columns import ColumnsModel
from ui.parts.banner import Banner
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.parts.table import Column, RowsModel, Table
from ui.tokens import S12

ROWS_SHOWN = 12
SAMPLES = 1  # the column of the mapping that takes the room that is left


class Understood(QWidget):
    """One table: its sheet, its columns, its rows in words. `mapped` tells that a column was changed."""

    mapped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self._theme = context.theme
        self._sheets: tuple[Sheet, ...] = ()
        self._cells: dict[int, tuple[str, ...]] = {}  # by the number of their row
        self.preview: SpokenPreview | None = None
        self.columns = ColumnsModel(context, self)
        self.columns.changed.connect(self._map)
        self._rows: RowsModel[SpokenRow] = RowsModel(self._row_columns(), key=lambda row: row.number)
        self._lay_out()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is chosen."""
        return self._sheets[max(0, self._sheet.currentIndex())]

    @property
    def mapping(self) -> Mapping:
        """What its columns are."""
        return self.columns.mapping

    def show_sheets(self, file_name: str, sheets: tuple[Sheet, ...]) -> None:
        """Show the sheets of a file, the first one chosen."""
        self._sheets = sheets
        self._file.setText(file_name)
        self._sheet.clear()
        self._sheet.addItems([sheet.name for sheet in sheets])
        self._sheet.setVisible(len(sheets) > 1)
        self._guess()

    def show_preview(self, preview: SpokenPreview) -> None:
        """Show what the rows would make."""
        self.preview = preview
        self._say_counts(preview)
        self._remarks.setText("\n".join(preview.remarks))
        self._remarks.setVisible(bool(preview.remarks))
        self._left_out.say(self._words.say("Never taken in:"), ", ".join(preview.columns_left_out))
        self._left_out.setVisible(bool(preview.columns_left_out))
        self._show_rows()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""
        self._problem.say(self._words.say("That did not work."), sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        say = self._words.say
        self._problem = Banner(self._theme, "amber", "", "")
        self._left_out = Banner(self._theme, "neutral", "", "")
        self._file = Label(self._theme, role="second", ink="muted", wrap=False)
        self._sheet = QuietCombo()
        self._sheet.setAccessibleName(say("Sheet"))
        self._sheet.activated.connect(self._guess)
        self.mapping_table = CellTable(
            self._theme, self.columns, say("Columns of the file"), title=0, stretched=SAMPLES
        )
        self._make_rows()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S12)
        whole.addWidget(self._problem)
        whole.addLayout(_head(self._title(say("What each column is")), self._file, self._sheet))
        whole.addWidget(self._hint(say("Change what a column is taken in as with a click, or with Enter.")))
        whole.addWidget(self.mapping_table)
        whole.addWidget(self._left_out)
        whole.addSpacing(S12)
        whole.addLayout(_head(self._title(say("What the rows make")), self._which))
        for widget in (self._counts, self.row_table, self._whole, self._remarks):
            whole.addWidget(widget)
        for quiet in (self._problem, self._left_out, self._whole, self._remarks):
            quiet.hide()

    def _make_rows(self) -> None:
        say = self._words.say
        options = [("all", say("All rows")), ("problems", say("With a problem"))]
        self._which = Segments(self._theme, options, "all", say("Rows to show"))
        self._which.chosen.connect(lambda _value: self._show_rows())
        self._counts = self._hint("")
        self.row_table = Table(self._theme, self._rows, say("What the rows make"))
        self.row_table.chosen.connect(self._show_whole)
        self._whole = self._hint("")
        self._remarks = Label(self._theme, role="second", ink="amber")

    def _title(self, words: str) -> Label:
        return Label(self._theme, words, role="section")

    def _hint(self, words: str) -> Label:
        return Label(self._theme, words, role="second", ink="muted")

    def _row_columns(self) -> tuple[Column[SpokenRow], ...]:
        say = self._words.say
        return (
            Column(say("It makes"), self._outcome, sign=_sign),
            Column(say("In the file"), self._in_file),
            Column(say("Row"), lambda row: str(row.number), lambda row: row.number, numeric=True),
        )

    def _outcome(self, row: SpokenRow) -> str:
        """Return what a row makes, or why it is left out."""
        if row.problems:
            return " ".join(self._problem_of(row, at) for at in range(len(row.problems)))
        return " · ".join(row.makes) or self._words.say("Nothing")

    def _problem_of(self, row: SpokenRow, at: int) -> str:
        problem = row.problems[at]
        if problem.column is None:
            return problem.text
        return f"{self.sheet.header[problem.column]}: {problem.text}"

    def _in_file(self, row: SpokenRow) -> str:
        return " · ".join(filter(None, self._cells.get(row.number, ())))

    def _guess(self) -> None:
        sheet = self.sheet
        self._cells = dict(zip(sheet.numbers, sheet.rows, strict=True))
        self.columns.show_sheet(sheet, self._context.workspace.tables.guess(sheet))
        self._map()

    def _map(self) -> None:
        self.preview = None
        self.mapped.emit()

    def _show_rows(self) -> None:
        rows = self.preview.rows if self.preview is not None else ()
        if self._which.value() == "problems":
            rows = tuple(row for row in rows if row.problems)
        self._whole.hide()
        self._rows.set_rows(rows)
        self.row_table.show_all_rows(ROWS_SHOWN)

    def _show_whole(self, row: SpokenRow) -> None:
        """Show the whole of the row one is on: the table has one line for it."""
        self._whole.setText(self._outcome(row))
        self._whole.set_ink("amber" if row.problems else "muted")
        self._whole.show()

    def _say_counts(self, preview: SpokenPreview) -> None:
        self._counts.setText(
            self._words.say(
                "New suppliers: {new} · changed: {changed} · rows left out for a problem: {left_out}",
                new=preview.new,
                changed=preview.changed,
                left_out=preview.left_out,
            )
        )


def _sign(row: SpokenRow) -> tuple[str, str] | None:
    if row.problems:
        return ("warning-fill", "amber")
    return ("check", "text") if row.makes else ("minus", "faint")


def _head(title: Label, *right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S12)
    row.addWidget(title, 1)
    for widget in right:
        row.addWidget(widget)
    return row
