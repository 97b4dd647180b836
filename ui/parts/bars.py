"""Bars: a share, the strength of a passphrase, and what something is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.parts import drawing
from ui.parts.flow import FlowLayout
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import BAR, RADIUS_BAR, RADIUS_CELL, S4, S8, S16

SCORES = 5
STACK = 18  # px high
SWATCH = 10
TONES = ("h4", "h3", "h2", "h1", "muted", "ctl", "line")


class Bar(QWidget):
    """How much of the whole: `share` from 0 to 1. A weak one is grey."""

    def __init__(self, theme: Theme, share: float, weak: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share, weak)

    def set_share(self, share: float, weak: bool = False) -> None:
        """Show another share."""
        self._share = min(max(share, 0.0), 1.0)
        self._weak = weak
        self.setAccessibleName(f"{round(self._share * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual size of a bar."""
        return QSize(92, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track and the bar."""
        painter = QPainter(self)
        place = QRectF(self.rect())
        drawing.box(painter, place, RADIUS_BAR, self._theme.colour("line"), None)
        if self._share:
            place.setWidth(max(BAR, place.width() * self._share))
            drawing.box(
                painter, place, RADIUS_BAR, self._theme.colour("ctl" if self._weak else "accent"), None
            )


class StrengthBar(QWidget):
    """How hard a passphrase is to guess, in five pieces; the words beside it say it too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filled = 0
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_score(self, score: int | None) -> None:
        """Show a score from 0 to 4; None, while nothing is typed, fills nothing."""
        self._filled = 0 if score is None else min(max(score, 0), SCORES - 1) + 1
        self.setAccessibleName(f"{self._filled}/{SCORES}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual size of the bar."""
        return QSize(240, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the five pieces."""
        painter = QPainter(self)
        width = (self.width() - (SCORES - 1) * S4) / SCORES
        for at in range(SCORES):
            place = QRectF(at * (width + S4), 0, width, BAR)
            colour = self._theme.colour("accent" if at < self._filled else "line")
            drawing.box(painter, place, RADIUS_BAR, colour, None)


class Composition(QWidget):
    """What a whole is made of: one stacked bar, and below it each part with its name and percentage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stack = _Stack(theme)
        legend = QWidget()
        self._legend = FlowLayout(legend, gap=S16, row_gap=S4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._stack)
        column.addWidget(legend)

    def set_parts(self, parts: Sequence[tuple[str, float]]) -> None:
        """Show the parts: what each is called and its percentage. What is missing to 100 stays empty."""
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, percent) in enumerate(parts):
            self._legend.addWidget(self._entry(TONES[at % len(TONES)], f"{name} {percent:g} %"))
        self._stack.set_shares([percent for _, percent in parts])
        self.setAccessibleName(", ".join(f"{name} {percent:g} %" for name, percent in parts))

    def _entry(self, tone: str, words: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(_Swatch(self._theme, tone))
        row.addWidget(Label(self._theme, words, role="second", ink="muted", wrap=False))
        return entry


class _Stack(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares: list[float] = []
        self.setFixedHeight(STACK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[float]) -> None:
        """Show the percentages side by side; together they are at least the whole."""
        whole = max(100.0, sum(shares))
        self._shares = [max(0.0, share) / whole for share in shares]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        place = QRectF(self.rect())
        drawing.box(painter, place, RADIUS_CELL, self._theme.colour("sunken"), None)
        painter.setClipPath(drawing.rounded(place, RADIUS_CELL))
        left = 0.0
        for at, share in enumerate(self._shares):
            width = share * self.width()
            painter.fillRect(QRectF(left, 0, max(0.0, width - 1), STACK), _tone(self._theme, at))
            left += width
        painter.setClipping(False)
        drawing.box(painter, place, RADIUS_CELL, None, self._theme.colour("ctl"))


class _Swatch(QWidget):
    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self.setFixedSize(SWATCH, SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        place = QRectF(self.rect())
        drawing.box(QPainter(self), place, 2, self._theme.colour(self._tone), self._theme.colour("ctl"))


def _tone(theme: Theme, at: int) -> QColor:
    return theme.colour(TONES[at % len(TONES)])
