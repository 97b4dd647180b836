"""The library: cards, questions and checklists, to find, to read and to print."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldkit.workspace import library, printing
from ui.context import Context
from ui.dialogs.paper import Paper, offer
from ui.pages.library_article import Article
from ui.pages.library_index import LibraryIndex
from ui.pages.library_search import SearchLine
from ui.pages.page import Page
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.keys import is_enter
from ui.parts.labels import Label
from ui.places import Place
from ui.tokens import S8, S12, S16, S24

WIDEST = 1140  # px of the page; in a larger window it stands still at the left
INDEX, INDEX_NARROW = 308, 264
MOST_HITS = 100  # lines shown at once; more letters bring fewer of them
NOT_IN_NAMES = '\\/:*?"<>|'  # characters that some computer refuses in the name of a file


class LibraryPage(Page):
    """Left what there is, or what was found; right the page one reads."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._page = self._page_at(place)
        self._is_visited = False
        self._search = self._make_search()
        self._index = LibraryIndex(self.theme, self.words)
        self._index.opened.connect(self._open)
        self._article = Article(self.theme, self.words)
        self._article.printed.connect(self._print)
        self._lay_out()
        self._wire_keys()
        self._find("")

    def holds(self, place: Place) -> bool:
        """Every page of the library is on this one."""
        return place.page == self.place.page

    def visit(self, place: Place) -> None:
        """Show a page, at the line that was found where there is one."""
        self.place = place
        self._page = self._page_at(place)
        shelf = next(each.title for each in library.shelves(self.words) if each.id == self._page.shelf)
        self._article.show_page(self._page, shelf)
        self._article.point_at(_line_at(self._page, place.field))
        self._index.show_page(self._page.id)
        if not self._is_visited:
            self._is_visited = True
            QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Begin by looking for something."""
        self._search.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """In a small window the index makes room for what one reads."""
        self._left.setFixedWidth(INDEX_NARROW if narrow else INDEX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let arrows and Enter in the search work on the index."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._index.step(step)
                return True
            if is_enter(event):
                self._index.open_current()
                return True
        return super().eventFilter(watched, event)

    def _page_at(self, place: Place) -> library.LibraryPage:
        return library.page(place.part, self.words) if place.part else library.pages(self.words)[0]

    def _open(self, page_id: str, line: str) -> None:
        page = library.page(page_id, self.words)
        self.context.go(Place("library", part=page_id, field=_field_of(page, line)))

    def _find(self, typed: str) -> None:
        """Show what answers the words typed; the shelves where there are none."""
        asked = bool(typed.strip())
        hits = library.search(typed, self.words) if asked else ()
        if asked:
            self._index.show_hits(hits[:MOST_HITS])
        else:
            self._index.show_shelves()
        self._stack.setCurrentIndex(0 if hits or not asked else 1)
        self._count.setText(self._counted(len(hits)))
        self._count.setVisible(bool(hits))

    def _counted(self, number: int) -> str:
        if number > MOST_HITS:
            return self.words.say("The first {shown} of {number} lines", shown=MOST_HITS, number=number)
        if number == 1:
            return self.words.say("1 line found")
        return self.words.say("{number} lines found", number=number)

    def _print(self) -> None:
        """Offer the page to be printed or written."""
        say, page, language = self.words.say, self._page, self.words.language
        paper = Paper(
            title=page.title,
            file=_file_name(page.title),
            make=lambda: printing.library_page(page, language),
            write=self.context.workspace.printing.write,
            printed=say("The page is on its way to the printer."),
            written=say("The page is written."),
        )
        offer(self, self.context, paper)

    def _make_search(self) -> SearchLine:
        say = self.words.say
        clear = f"{say('Clear the search')}  Esc"
        search = SearchLine(self.theme, say("Search the library"), clear, library.LONGEST_QUERY)
        search.setToolTip(f"{say('Search the library')}  Ctrl+F")
        search.textChanged.connect(self._find)
        search.installEventFilter(self)
        return search

    def _wire_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self._search.clear, context=inside)
        QShortcut(QKeySequence("Ctrl+P"), self, self._article.print_button.click)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        columns = QHBoxLayout()
        columns.setSpacing(S16)
        columns.addWidget(self._make_left())
        columns.addWidget(self._article, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S12)
        column.addWidget(Label(self.theme, self.words.say("Library"), role="page_title"))
        column.addLayout(columns, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inner, WIDEST)
        whole.addStretch(1)
        stops = (self._search, self._index, self._article.print_button, self._article.reading)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _make_left(self) -> QWidget:
        self._count = Label(self.theme, role="code", ink="muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._index)
        self._stack.addWidget(self._nothing())
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._search)
        column.addWidget(self._count)
        column.addWidget(self._stack, 1)
        self.set_narrow(False)
        return self._left

    def _nothing(self) -> QWidget:
        say = self.words.say
        clear = Button(self.theme, say("Clear the search"), kind="quiet")
        clear.clicked.connect(self._search.clear)
        clear.clicked.connect(self._search.setFocus)
        return EmptyState(
            self.theme,
            say("Nothing here has these words"),
            say("Every word must stand in one line or above it. Try fewer words, or the beginning of one."),
            quiet=clear,
        )


def _field_of(page: library.LibraryPage, line: str) -> str:
    """Return where a line stands on a page, as `part.line`; empty for its title or a heading."""
    for part, each in enumerate(page.parts):
        if line in each.lines:
            return f"{part}.{each.lines.index(line)}"
    return ""


def _line_at(page: library.LibraryPage, field: str) -> str:
    """Return the line at such a place, which another language may say otherwise."""
    if not field:
        return ""
    part, line = field.split(".")
    return page.parts[int(part)].lines[int(line)]


def _file_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in NOT_IN_NAMES)
