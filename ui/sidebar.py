"""The side bar: where one can go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.parts.labels import Label
from ui.parts.seats import Mark
from ui.parts.side import FindItem, SideItem
from ui.places import Place
from ui.tokens import S4, S8, S12

WIDE, ICONS_ALONE = 184, 60
MARK = 26

# Which item stands lit for which page.
ABOVE = {"dialogue": "dialogues", "partner": "partners", "supplier": "suppliers"}
KEPT = ("calendar",)  # pages one comes back to in the view one left them in


class Sidebar(QWidget):
    """The way to every page, the search, and the lock."""

    def __init__(self, context: Context, find: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._items: dict[str, SideItem] = {}
        self._all: list[SideItem] = []
        self._views: dict[str, str] = {}  # of the pages kept, while the workspace is open
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "side")
        words = context.words
        self._column = column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addLayout(self._head())
        column.addSpacing(S8)
        column.addWidget(self._act(FindItem(context.theme, words.say("Find"), "Ctrl+K"), find))
        column.addSpacing(S8)
        for page, icon, name, keys in (
            ("today", "sun-dim", words.say("Today"), "Ctrl+1"),
            ("dialogues", "chats-circle", words.say("Dialogues"), "Ctrl+2"),
            ("calendar", "calendar-blank", words.say("Calendar"), "Ctrl+3"),
            ("partners", "handshake", words.say("Partners"), "Ctrl+4"),
            ("suppliers", "factory", words.say("Suppliers"), "Ctrl+5"),
            ("library", "books", words.say("Library"), "Ctrl+6"),
        ):
            column.addWidget(self._item(page, icon, name, keys))
        column.addStretch(1)
        column.addWidget(self._item("settings", "gear", words.say("Settings"), "Ctrl+,"))
        lock = SideItem(context.theme, "lock-simple", words.say("Lock"), "Ctrl+L")
        column.addWidget(self._act(lock, context.lock))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, their names in tooltips, or both."""
        self.setFixedWidth(ICONS_ALONE if narrow else WIDE)
        beside = S8 if narrow else S12
        self._column.setContentsMargins(beside, S12, beside, S12)
        for item in self._all:
            item.set_narrow(narrow)
        self._title.setVisible(not narrow)

    def show_place(self, place: Place) -> None:
        """Light the item of the page that is shown, and remember its view where that is kept."""
        if place.page in KEPT:
            self._views[place.page] = place.part
        lit = ABOVE.get(place.page, place.page)
        for page, item in self._items.items():
            item.setChecked(page == lit)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(S4 + S4, S4, 0, S4)
        head.setSpacing(S8)
        self._title = Label(self._context.theme, "Fieldkit", role="section", wrap=False)
        head.addWidget(Mark(self._context.theme, MARK))
        head.addWidget(self._title)
        head.addStretch(1)
        return head

    def _item(self, page: str, icon: str, name: str, keys: str) -> SideItem:
        item = self._act(SideItem(self._context.theme, icon, name, keys), lambda: self._go(page))
        QShortcut(QKeySequence(keys), item, item.click)  # at once: a shortcut of the button's own waits
        item.setCheckable(True)
        self._items[page] = item
        return item

    def _go(self, page: str) -> None:
        self._items[page].setChecked(True)  # pressed where it is lit already: it stays lit
        self._context.go(Place(page, part=self._views.get(page, "")))

    def _act(self, item: SideItem, act: Callable[[], None]) -> SideItem:
        item.clicked.connect(act)
        self._all.append(item)
        return item
