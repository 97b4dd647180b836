"""Words: plain text in the type and the line height of its role."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme
from ui.tokens import TYPE

WIDEST = 640  # px a text asks for before it rather wraps
NARROWEST = 160  # px it can be squeezed to, or its longest word

_LINE_BREAK = "\u2028"


class Label(QLabel):
    """Plain text. `role` is one of `tokens.TYPE`, `ink` a colour; with `wrap` it takes the lines it needs."""

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", ink: str = "text", wrap: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._ink = ink
        self._measured: dict[float, tuple[float, int]] = {}
        self._is_picture = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.setSizePolicy(free, free if wrap else fixed)
        self.setText(text)

    @property
    def ink(self) -> str:
        """The colour token of the words."""
        return self._ink

    def setText(self, text: str) -> None:  # noqa: N802
        """Say something else."""
        self._measured = {}
        self._is_picture = False
        super().setText(text)
        self.setAccessibleName(text)

    def setPixmap(self, picture: QPixmap | QImage) -> None:  # noqa: N802
        """Show a picture in place of words."""
        super().setPixmap(picture)
        self._is_picture = not picture.isNull()

    def set_ink(self, ink: str) -> None:
        """Set the colour token of the words."""
        self._ink = ink
        self.update()

    def set_role(self, role: str) -> None:
        """Set the type of the words."""
        self._role = role
        self._measured = {}
        self.setFont(self._theme.font(role))
        self.updateGeometry()
        self.update()

    def set_figures(self) -> None:
        """Have all figures equally wide, as in a column."""
        self.setFont(self._theme.figures(self._role))
        self._measured = {}

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Whether the height depends on the width."""
        return self.wordWrap() and not self._is_picture

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines."""
        if self._is_picture:
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        room = min(width, self.maximumWidth())
        _, lines = self._measure(room - margins.left() - margins.right())
        return lines * TYPE[self._role].line + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the text on one line, or wrapped where it is long."""
        if self._is_picture:
            return super().sizeHint()
        margins = self.contentsMargins()
        wide, _ = self._measure(min(WIDEST, self.maximumWidth()) if self.wordWrap() else math.inf)
        width = math.ceil(wide) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: of the longest word, or of the whole text where it does not wrap."""
        hint = self.sizeHint()
        if self._is_picture or not self.wordWrap():
            return hint
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        margins = self.contentsMargins()
        least = math.ceil(min(longest, NARROWEST)) + margins.left() + margins.right()
        return QSize(min(least, hint.width()), TYPE[self._role].line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the lines."""
        if self._is_picture:
            super().paintEvent(event)
            return
        area = QRectF(self.contentsRect())
        layout = self._lay_out(area.width())
        height = layout.lineCount() * TYPE[self._role].line
        top = area.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (area.height() - height) / 2)
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._ink if self.isEnabled() else "faint"))
        layout.draw(painter, QPointF(area.left(), top))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        return []

    def _measure(self, width: float) -> tuple[float, int]:
        """Return the widest line in px and the number of lines within `width`."""
        if width not in self._measured:
            layout = self._lay_out(width)
            lines = [layout.lineAt(index).naturalTextWidth() for index in range(layout.lineCount())]
            self._measured[width] = (max(lines, default=0.0), len(lines))
        return self._measured[width]

    def _lay_out(self, width: float) -> QTextLayout:
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        mode = (
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self.wordWrap()
            else QTextOption.WrapMode.NoWrap
        )
        option.setWrapMode(mode)
        layout = QTextLayout(self.text().replace("\n", _LINE_BREAK), self.font())
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        _set_lines(layout, min(width, 1e6), TYPE[self._role].line)
        return layout


class LeadLabel(Label):
    """A bold start and what follows it, as one text: *Why* workers trust this organisation."""

    def __init__(
        self,
        theme: Theme,
        start: str,
        text: str = "",
        role: str = "second",
        ink: str = "muted",
        start_ink: str = "text",
    ) -> None:
        self._start = start
        self._start_ink = start_ink
        super().__init__(theme, "", role, ink)
        self.say(start, text)

    def say(self, start: str, text: str) -> None:
        """Say something else."""
        self._start = start
        self.setText(f"{start} {text}" if start and text else start or text)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        bold = QTextLayout.FormatRange()
        bold.start = 0
        bold.length = len(self._start.encode("utf-16-le")) // 2  # Qt counts in UTF-16
        bold.format.setFontWeight(QFont.Weight.DemiBold)
        bold.format.setForeground(self._theme.colour(self._start_ink))
        return [bold]


class Elided(Label):
    """One line that ends in three dots where it has no room; the whole of it is in the tooltip."""

    def __init__(self, theme: Theme, text: str = "", role: str = "body", ink: str = "text") -> None:
        super().__init__(theme, text, role, ink, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room for a few letters."""
        few = math.ceil(QFontMetricsF(self.font()).horizontalAdvance("Mmm…"))
        return QSize(min(few, self.sizeHint().width()), TYPE[self._role].line)

    def shown(self) -> str:
        """Return the words as far as there is room."""
        width = self.contentsRect().width()
        return QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, width + 0.5)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say the whole in the tooltip where it is cut."""
        super().resizeEvent(event)
        self.setToolTip("" if self.shown() == self.text() else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._ink if self.isEnabled() else "faint"))
        place = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(self.contentsRect(), place | Qt.AlignmentFlag.AlignVCenter, self.shown())


def _set_lines(layout: QTextLayout, width: float, line_height: int) -> None:
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    layout.endLayout()
