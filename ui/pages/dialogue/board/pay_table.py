"""What people are paid, as a small table: one row for each payment, and what all come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.workspace.board import MoneyRow
from ui.context import Context
from ui.parts import drawing
from ui.parts.labels import Label
from ui.parts.pressable import Pressable
from ui.theme import Theme
from ui.tokens import RADIUS_CONTROL, S4, S8

EACH, HEADS, AMOUNT = 72, 44, 92  # px of the columns of figures
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PayTable(QWidget):
    """The rows and their totals. `picked` tells which row somebody wants to see more of."""

    picked = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self._words = context.words
        self.rows: list[PayRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._totals = Totals(context.theme)
        self._column.addWidget(self._totals)

    def show_rows(self, names: Sequence[str], chosen: int) -> None:
        """Show as many rows as there are payments, by what they are; the chosen one stands apart."""
        while len(self.rows) > len(names):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at in range(len(self.rows), len(names)):
            row = PayRow(self._theme)
            row.clicked.connect(lambda _checked, at=at: self.picked.emit(at))
            self._column.insertWidget(at, row)
            self.rows.append(row)
        for at, (row, name) in enumerate(zip(self.rows, names, strict=True)):
            row.call(name, chosen=at == chosen)

    def show_money(self, money: Sequence[MoneyRow], totals: Sequence[str]) -> None:
        """Show what each payment comes to, and all of them."""
        for row, figures in zip(self.rows, money, strict=False):  # a row may have been added since
            row.show_figures(figures)
        self._totals.show_totals([(self._words.say("Total"), each) for each in totals])


class PayRow(Pressable):
    """One payment: what it is, how much a person, for how many, and what that comes to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._what = Label(theme, role="second", ink="text")
        self._figures = [
            _figure(theme, width, role)
            for width, role in ((EACH, "second"), (HEADS, "second"), (AMOUNT, "second_strong"))
        ]
        self._figures[1].set_ink("muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S8, S4, S8, S4)
        self._row.setSpacing(S8)
        self._row.addWidget(self._what, 1)
        for figure in self._figures:
            self._row.addWidget(figure)

    def call(self, name: str, *, chosen: bool) -> None:
        """Say what the payment is, and whether it is the one shown in full."""
        self._what.setText(name)
        self.setChecked(chosen)
        self._name()

    def show_figures(self, money: MoneyRow) -> None:
        """Show what it comes to."""
        for figure, text in zip(self._figures, (money.per_person, money.heads, money.amount), strict=True):
            figure.setText(text)
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of what the row holds."""
        return self._row.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A long name takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of its lines."""
        return self._row.heightForWidth(width)

    def nextCheckState(self) -> None:  # noqa: N802
        """The table decides which row is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground of the chosen row, and of the one under the pointer."""
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            drawing.box(QPainter(self), QRectF(self.rect()), RADIUS_CONTROL, self._theme.colour(ground), None)

    def _name(self) -> None:
        parts = (self._what.text(), *(figure.text() for figure in self._figures))
        self.setAccessibleName(", ".join(part for part in parts if part))


class Totals(QWidget):
    """Sums under a hairline, one a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S8, S8, S8, 0)
        self._column.setSpacing(S4)
        self._lines: list[tuple[Label, Label]] = []

    def show_totals(self, totals: Sequence[tuple[str, str]]) -> None:
        """Show these sums; a sum that is gone leaves no line."""
        while len(self._lines) < len(totals):
            self._lines.append(self._line())
        for at, (name, amount) in enumerate(self._lines):
            said = totals[at] if at < len(totals) else ("", "")
            for label, text in zip((name, amount), said, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
        self.setVisible(bool(totals))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline above the sums."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))

    def _line(self) -> tuple[Label, Label]:
        name = Label(self._theme, role="second_strong")
        amount = _figure(self._theme, AMOUNT, "second_strong")
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(amount)
        self._column.addLayout(row)
        return name, amount


def _figure(theme: Theme, width: int, role: str) -> Label:
    figure = Label(theme, role=role, wrap=False)
    figure.set_figures()
    figure.setMinimumWidth(width)
    figure.setAlignment(RIGHT)
    return figure
