"""The panel that says what Fieldkit is: the circle of seats, a promise, and what it does to keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.parts.labels import Label
from ui.parts.seats import Mark, SeatCircle
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import S8, S12, S16, S24, S32

WIDE, SLIM = 432, 340
LOW = 700  # px of height below which the circle is the small one
LARGE_CIRCLE, SMALL_CIRCLE = 304, 176
MARK, SIGN = 30, 22
AROUND = S32 + S8


class Brand(QWidget):
    """The left side of the gate."""

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "brand")
        self._large = SeatCircle(theme, LARGE_CIRCLE, on_brand=True)
        self._small = SeatCircle(theme, SMALL_CIRCLE, on_brand=True)
        self._lay_out(words)
        self.set_slim(slim=False)

    def set_slim(self, *, slim: bool) -> None:
        """Take less of a small window."""
        self.setFixedWidth(SLIM if slim else WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Draw the circle as large as there is room."""
        super().resizeEvent(event)
        low = self.height() < LOW or self.width() < WIDE
        self._small.setVisible(low)
        self._large.setVisible(not low)

    def _lay_out(self, words: Catalogue) -> None:
        say = words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(AROUND, S32, AROUND, AROUND)
        column.setSpacing(0)
        column.addLayout(self._name())
        column.addStretch(1)
        for circle in (self._large, self._small):
            column.addWidget(circle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        promise = say("Listen to people at work, and keep them safe.")
        column.addWidget(Label(self._theme, promise, role="promise", ink="on_brand"))
        column.addSpacing(S24)
        promises = (
            (
                "wifi-slash",
                say("Works without a connection"),
                say("There is no account. Nothing is ever sent."),
            ),
            (
                "identification-badge",
                say("Never a worker’s name"),
                say("Groups and headcounts only, here and on paper."),
            ),
            ("lock-key", say("One encrypted file, on this computer"), say("Only your passphrase opens it.")),
        )
        for at, (icon, title, second) in enumerate(promises):
            column.addSpacing(S16 if at else 0)
            column.addLayout(self._line(icon, title, second))

    def _name(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addWidget(Mark(self._theme, MARK, on_brand=True))
        row.addWidget(Label(self._theme, "Fieldkit", role="next_thing", ink="on_brand", wrap=False), 1)
        return row

    def _line(self, icon: str, title: str, second: str) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(self._theme, title, role="row_title", ink="on_brand"))
        texts.addWidget(Label(self._theme, second, role="second", ink="brand_muted"))
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addWidget(Sign(self._theme, icon, "on_brand", SIGN), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row
