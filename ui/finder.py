"""Ctrl+K: any dialogue, partner, supplier, site, session or command, by a few letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fieldkit.workspace.due import Target
from fieldkit.workspace.finding import Found
from ui.context import Context
from ui.pages.today_words import place_of
from ui.parts.labels import Label
from ui.places import Place
from ui.tokens import S8, S12, S16

WIDTH, HEIGHT = 560, 420
TOP = 88
ROW = 44
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ICONS = {
    "dialogue": "chats-circle",
    "supplier": "factory",
    "site": "map-pin",
    "partner": "handshake",
    "session": "calendar-blank",
}


class Finder(QDialog):
    """A line to type in, and below it what fits, best first. Arrows choose, Enter goes there."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._acts: list[Callable[[], None]] = []
        self.setProperty("ground", "popover")
        self.resize(min(WIDTH, parent.width() - S16), HEIGHT)
        self._line = QLineEdit()
        self._line.setPlaceholderText(context.words.say("Find a dialogue, partner, supplier or command"))
        self._line.setAccessibleName(context.words.say("Find"))
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(context.words.say("What was found"))
        self._list.setIconSize(QSize(18, 18))
        self._list.setUniformItemSizes(True)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        nothing = context.words.say("Nothing has this name or code.")
        self._none = Label(context.theme, nothing, role="second", ink="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S12, S12, S12)
        column.setSpacing(S8)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._none)
        middle = parent.mapToGlobal(parent.rect().topLeft())
        self.move(middle.x() + (parent.width() - self.width()) // 2, middle.y() + TOP)
        self._fill("")
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let arrows and Enter in the line work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(event.key(), 0)  # by number: most scripts' letters are no key Qt can name
            if step and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self._list.currentItem()) is not None:
                    self._go(item)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        self._acts = []
        for icon, text, act in (*self._records(typed), *self._commands(typed)):
            item = QListWidgetItem(self._context.theme.icon(icon, "muted"), text)
            item.setSizeHint(QSize(0, ROW))
            self._list.addItem(item)
            self._acts.append(act)
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._acts)
        self._list.setVisible(bool(self._acts))

    def _records(self, typed: str) -> list[tuple[str, str, Callable[[], None]]]:
        if not typed.strip():
            return []
        found = self._context.workspace.overview.find(typed, self._context.words)
        return [(ICONS[each.kind], _line(each), self._way(each.target)) for each in found]

    def _commands(self, typed: str) -> list[tuple[str, str, Callable[[], None]]]:
        say, go = self._context.words.say, self._context.go
        every: list[tuple[str, str, Callable[[], None]]] = [
            ("plus", say("New dialogue"), lambda: go(Place("dialogues", part="new"))),
            ("plus", say("New supplier"), lambda: go(Place("suppliers", part="new"))),
            ("plus", say("New partner"), lambda: go(Place("partners", part="new"))),
            ("download-simple", say("Bring in suppliers from a table"), self._to_table),
            ("sun-dim", say("Today"), lambda: go(Place("today"))),
            ("books", say("Library"), lambda: go(Place("library"))),
            ("gear", say("Settings"), lambda: go(Place("settings"))),
            ("lock-simple", say("Lock"), self._context.lock),
        ]
        asked = typed.casefold().split()
        return [each for each in every if all(word in each[1].casefold() for word in asked)]

    def _to_table(self) -> None:
        self._context.go(Place("suppliers", part="table"))

    def _way(self, target: Target) -> Callable[[], None]:
        return lambda: self._context.go(place_of(target))

    def _go(self, item: QListWidgetItem) -> None:
        act = self._acts[self._list.row(item)]
        self.close()
        act()


def _line(found: Found) -> str:
    return "  ".join(filter(None, (found.title, found.code, found.second)))
