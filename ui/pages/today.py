"""Today: the one next thing, the sessions that come, what is promised and due, the dialogues opened last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.overview import Today
from ui.context import Context
from ui.dialogs.bring_in import bring_in
from ui.pages.page import Page
from ui.pages.today_lists import ComingCard, DueCard
from ui.pages.today_next import NextCard, next_thing
from ui.pages.today_recent import RecentTiles
from ui.pages.today_words import day_title, summary
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.reading_order import READ_LAST
from ui.tokens import S4, S12, S16, S24

WIDEST = 1120  # px of the page; in a larger window it stands still at the left


class TodayPage(Page):
    """The first page: what waits, and the way to each of it."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._narrow = False
        self._first: QWidget | None = None
        self._columns: QBoxLayout | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.refresh()

    def begin(self) -> None:
        """Begin with the next thing."""
        if self._first is not None:
            self._first.setFocus()

    def refresh(self) -> bool:
        """Read anew what waits."""
        today = self.context.workspace.overview.today(self.words)
        before, self._columns = self._body, None
        self._body = self._filled(today) if today.dialogues else self._empty()
        self._whole.addWidget(self._body)
        if before is not None:
            self._whole.removeWidget(before)
            before.hide()
            before.deleteLater()
        return True

    def set_narrow(self, narrow: bool) -> None:
        """In a small window the two lists stand one above the other."""
        self._narrow = narrow
        if self._columns is not None:
            way = QBoxLayout.Direction
            self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _empty(self) -> QWidget:
        say = self.words.say
        new = self._new_dialogue("primary")
        self._first = new
        bring = Button(self.theme, say("Bring in a dialogue file"), kind="quiet", icon="download-simple")
        bring.clicked.connect(lambda: bring_in(self, self.context))
        return EmptyState(
            self.theme,
            say("No dialogue yet"),
            say("It begins with one supplier, and one question: how can the people there be heard safely?"),
            new,
            bring,
        )

    def _filled(self, today: Today) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S16)
        new = self._new_dialogue("plain")
        card = NextCard(self.context, next_thing(self.context, today))
        self._first = card.button
        column.addLayout(self._head(today, new))
        column.addWidget(card)
        if today.coming_up or today.due:
            column.addLayout(self._lists(today))
        column.addWidget(RecentTiles(self.context, today.recent))
        column.addStretch(1)
        new.setProperty(READ_LAST, True)  # Tab comes to the next thing first
        return Scroll(self.theme, _at_the_left(inner))

    def _head(self, today: Today, new: Button) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(S4)
        names.addWidget(Label(self.theme, day_title(today.day, self.words), role="page_title"))
        names.addWidget(Label(self.theme, summary(today, self.words), ink="muted"))
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addLayout(names, 1)
        head.addWidget(new)
        return head

    def _lists(self, today: Today) -> QBoxLayout:
        self._columns = QHBoxLayout()
        self._columns.setSpacing(S16)
        if today.coming_up:
            self._columns.addWidget(ComingCard(self.context, today), 1, Qt.AlignmentFlag.AlignTop)
        if today.due:
            self._columns.addWidget(DueCard(self.context, today), 1, Qt.AlignmentFlag.AlignTop)
        self.set_narrow(self._narrow)
        return self._columns

    def _new_dialogue(self, kind: ButtonKind) -> Button:
        button = Button(self.theme, self.words.say("New dialogue"), kind=kind, icon="plus", keys="Ctrl+N")
        button.clicked.connect(lambda: self.context.go(Place("dialogues", part="new")))
        return button


def _at_the_left(inner: QWidget) -> QWidget:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inner, WIDEST)
    row.addStretch(1)
    return sheet
