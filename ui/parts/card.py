"""Cards: rows on one white sheet, with hairlines between them rather than boxes in boxes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.parts import drawing
from ui.parts.labels import Label
from ui.parts.rows import FILLS
from ui.theme import Theme
from ui.tokens import RADIUS_CARD, S12, S16

Accent = Literal["none", "line", "strong"]

_BORDERS: dict[Accent, tuple[str, float]] = {
    "none": ("line", 1),
    "line": ("accent_line", 1),
    "strong": ("accent", 2),
}


class Card(QFrame):
    """A card. Rows that can be pressed and folds use its whole width, all else stands 16 px inside."""

    def __init__(self, theme: Theme, ground: str = "surface") -> None:
        super().__init__()
        self._theme = theme
        self._ground = ground
        self._accent: Accent = "none"
        self._rows: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)  # the hairline

    def add(self, widget: QWidget) -> None:
        """Add a row, with a hairline above it unless it is the first. A hidden row leaves no trace."""
        row = widget if widget.property(FILLS) else _Inside(widget)
        self._rows.append(row)
        self._column.addWidget(row)

    def add_header(self, title: str, second: str = "", right: QWidget | None = None) -> None:
        """Add a row with a title, a quiet word beside it, and something at the right."""
        self.setAccessibleName(title)
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(Label(self._theme, title, role="section"), 1)
        if second:
            row.addWidget(Label(self._theme, second, role="second", ink="muted", wrap=False))
        if right is not None:
            row.addWidget(right)
        self.add(header)

    def take(self, widget: QWidget) -> None:
        """Take one row away."""
        row = next(each for each in self._rows if each is widget or each is widget.parentWidget())
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.update()

    def clear(self) -> None:
        """Take all rows away."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def accent(self, kind: Accent) -> None:
        """Set the border apart: `line` for the next thing, `strong` for the best or the chosen one."""
        self._accent = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet and the hairlines."""
        border, width = _BORDERS[self._accent]
        painter = QPainter(self)
        ground = self._theme.colour(self._ground)
        drawing.box(painter, QRectF(self.rect()), RADIUS_CARD, ground, self._theme.colour(border), width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._theme.colour("line"), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for row in [row for row in self._rows if not row.isHidden()][1:]:
            painter.drawLine(QPointF(width, row.y() - 0.5), QPointF(self.width() - width, row.y() - 0.5))


class _Inside(QWidget):
    """What stands a little inside a card; it goes when what it holds is hidden."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        hidden = held.isHidden() and held.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16 - 1, S12, S16 - 1, S12)
        column.addWidget(held)
        held.installEventFilter(self)
        if hidden:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Come and go with what is held."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
