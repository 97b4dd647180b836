"""The rows of the library’s index: a shelf, a page on it, or a line that was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui import icons
from ui.parts import drawing
from ui.theme import Theme
from ui.tokens import FOCUS_FRAME, ICON_PILL, RADIUS_CONTROL, S8, S12, TYPE

ROW = int(Qt.ItemDataRole.UserRole) + 1  # the `Row` of an item
LIT = int(Qt.ItemDataRole.UserRole) + 2  # whether the item is the page that is shown

SHELF_WORDS = S8 + ICON_PILL + S8  # px from the left edge, behind the arrow; pages stand in line with it
COUNT = 32  # px at the right of a shelf
BAR = 20  # px kept free for borders and the scroll bar, so that nothing wraps anew when it comes

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """What one row says; a shelf has no page of its own."""

    title: str
    page_id: str = ""
    line: str = ""  # that was found on the page; empty in the list of pages
    spans: tuple[tuple[int, int], ...] = ()  # of the line, in code points: what was looked for
    pages: int = 0  # on a shelf

    @property
    def is_shelf(self) -> bool:
        """Whether the row is a shelf."""
        return not self.page_id


class Rows(QStyledItemDelegate):
    """Draws the rows. Titles and lines wrap: nothing is cut."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the room of all lines of a row."""
        row: Row = index.data(ROW)
        width = self._view.width() - BAR
        height = sum(
            layout.lineCount() * TYPE[role].line for role, _, layout in self._texts(row, width, lit=True)
        )
        return QSize(width, height + 2 * (S8 if row.line or row.is_shelf else S8 - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: Row = index.data(ROW)
        place = QRectF(option.rect)
        lit = bool(index.data(LIT)) or (
            bool(row.line) and bool(option.state & QStyle.StateFlag.State_Selected)
        )
        painter.save()
        painter.fillRect(place, self._theme.colour("surface"))
        self._draw_ground(painter, place, "accent_soft" if lit else self._ground(option))
        if row.is_shelf:
            self._draw_shelf(painter, place, row, opened=self._view.isExpanded(index))
        top = place.top() + (S8 if row.line or row.is_shelf else S8 - 2)
        for role, ink, layout in self._texts(row, self._view.width() - BAR, lit=lit):
            painter.setPen(self._theme.colour(ink))
            layout.draw(painter, QPointF(place.left() + self._left(row), top))
            top += layout.lineCount() * TYPE[role].line
        if option.state & QStyle.StateFlag.State_HasFocus:
            frame = place.adjusted(0, 1, 0, -1)
            drawing.box(painter, frame, RADIUS_CONTROL, None, self._theme.colour("focus"), FOCUS_FRAME)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem) -> str:
        return "hover" if option.state & QStyle.StateFlag.State_MouseOver else ""

    def _draw_ground(self, painter: QPainter, place: QRectF, ground: str) -> None:
        if ground:
            inner = place.adjusted(0, 1, 0, -1)
            drawing.box(painter, inner, RADIUS_CONTROL, self._theme.colour(ground), None)

    def _draw_shelf(self, painter: QPainter, place: QRectF, row: Row, *, opened: bool) -> None:
        """Draw the arrow before a shelf, and the number of its pages at the end."""
        arrow = QRectF(place.left() + S8, place.center().y() - ICON_PILL / 2, ICON_PILL, ICON_PILL)
        icons.draw(painter, "caret-down" if opened else "caret-right", arrow, self._theme.colour("faint"))
        painter.setFont(self._theme.figures("code"))
        painter.setPen(self._theme.colour("faint"))
        end = QRectF(place.left(), place.top(), self._view.width() - BAR - S8, place.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.pages))

    def _left(self, row: Row) -> int:
        return S12 if row.line else SHELF_WORDS

    def _texts(self, row: Row, width: int, *, lit: bool) -> Iterator[tuple[str, str, QTextLayout]]:
        """Yield what stands below each other: role of the type, ink, and the text set in lines."""
        room = width - self._left(row) - (COUNT if row.is_shelf else S8)
        if row.is_shelf:
            yield "second_strong", "muted", self._set(row.title, "second_strong", room)
        elif row.line:
            yield "second_strong", "text", self._set(row.title, "second_strong", room)
            yield "second", "muted", self._set(row.line, "second", room, row.spans)
        else:
            role = "strong" if lit else "body"
            yield role, "accent" if lit else "text", self._set(row.title, role, room)

    def _set(self, text: str, role: str, room: int, spans: tuple[tuple[int, int], ...] = ()) -> QTextLayout:
        layout = QTextLayout(text, self._theme.font(role))
        layout.setTextOption(_wrapping())
        layout.setFormats([self._lifted(text, start, end) for start, end in spans])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, top + (TYPE[role].line - line.height()) / 2))
            top += TYPE[role].line
        layout.endLayout()
        return layout

    def _lifted(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        lifted = QTextLayout.FormatRange()
        lifted.start = _units(text[:start])
        lifted.length = _units(text[start:end])
        lifted.format.setFontWeight(QFont.Weight.DemiBold)
        lifted.format.setForeground(self._theme.colour("text"))
        return lifted


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2  # Qt counts in UTF-16


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
