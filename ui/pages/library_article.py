"""A page of the library, set to be read: its head with the way to print it, and below it its parts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from fieldkit.workspace.library import LibraryPage
from ui.pages.library_lines import PartOfPage
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.focus import FocusFrame
from ui.parts.labels import Label
from ui.parts.rows import FILLS
from ui.parts.scroll import Scroll
from ui.theme import Theme
from ui.tokens import RADIUS_CARD, S4, S8, S16, S24

MEASURE = 776  # px of a line with its mark and its codes: 640 for the words


class Article(Card):
    """Shows one page at a time; the keyboard scrolls it."""

    printed = Signal()

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__(theme)
        self._words = words
        self._parts: list[PartOfPage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shelf = Label(theme, role="second_strong", ink="accent")
        self._title = Label(theme, role="page_title")
        self._second = Label(theme, ink="muted")
        self.print_button = Button(
            theme, words.say("Print this page"), kind="primary", icon="printer", keys="Ctrl+P"
        )
        self.print_button.clicked.connect(self.printed)
        self._sheet = QWidget()
        self._body = QVBoxLayout(self._sheet)
        self._body.setContentsMargins(S24, S24, S24, S24)
        self._body.setSpacing(S24)
        self.reading = _Reading(theme, self._sheet, self)
        self.add(self._head())
        self.add(self.reading)

    def show_page(self, page: LibraryPage, shelf: str) -> None:
        """Show a page from its beginning."""
        self._shelf.setText(shelf)
        self._title.setText(page.title)
        self._second.setText(page.second)
        self.reading.setAccessibleName(page.title)
        self._clear()
        self._parts = [PartOfPage(self._theme, part) for part in page.parts]
        for part in self._parts:
            self._add(part)
        if any(code for part in page.parts for code in part.codes):
            self._add(Label(self._theme, self._about_codes(), role="code", ink="faint"))
        self._body.addStretch(1)
        self.reading.settle()
        self.reading.verticalScrollBar().setValue(0)

    def point_at(self, wanted: str) -> None:
        """Set the lines that say `wanted` apart, and bring the first of them into sight."""
        lines = [line for part in self._parts for line in part.lines]
        for line in lines:
            line.set_found(bool(wanted) and line.text == wanted)
        first = next((line for line in lines if line.is_found), None)
        if first is not None:
            show = partial(self.reading.bring_into_sight, first)
            QTimer.singleShot(0, first, show)  # by then a new page has its size

    def _about_codes(self) -> str:
        return self._words.say("The codes beside the lines name the rule or passage that each rests on.")

    def _head(self) -> QWidget:
        names = QVBoxLayout()
        names.setSpacing(S4)
        for label in (self._shelf, self._title, self._second):
            names.addWidget(label)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(S8, S4, S8, S4)
        row.setSpacing(S16)
        row.addLayout(names, 1)
        row.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()  # at once, so that one of its lines can be brought into sight

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _Reading(Scroll):
    """The part that scrolls. With the focus, arrows and Page Down work on it, and the card is framed."""

    def __init__(self, theme: Theme, sheet: QWidget, card: QWidget) -> None:
        sheet.setMaximumWidth(MEASURE + 2 * S24)
        super().__init__(theme, sheet)
        self._sheet = sheet
        self.setProperty(FILLS, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._frame = FocusFrame(theme, card, RADIUS_CARD)

    def settle(self) -> None:
        """Give everything on the sheet its place now, rather than at the next turn of the event loop."""
        self._fit()
        layout = self._sheet.layout()
        if layout is not None:
            layout.activate()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so far that a widget stands well inside."""
        self.settle()
        self.ensureWidgetVisible(widget, 0, self.height() // 3)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame."""
        super().focusInEvent(event)
        self._frame.note(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._frame.note(event)
