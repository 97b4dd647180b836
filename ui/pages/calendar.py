"""The calendar: the sessions of all dialogues, or of one, as a month or as an agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from fieldkit.workspace.calendar import FIRST_YEAR, LAST_YEAR, AgendaDay, Entry, month_beside
from ui.context import Context
from ui.dialogs import calendar_file, costs_table
from ui.fields.choice import QuietCombo
from ui.pages.calendar_agenda import AROUND, AgendaList, start_before
from ui.pages.calendar_month import MonthGrid
from ui.pages.page import Page
from ui.pages.today_words import place_of
from ui.parts.buttons import Button, IconButton
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.places import Place
from ui.tokens import S8, S12, S24, SMALL

MONTH, AGENDA = "month", "agenda"  # the parts of this place
FILTER_WIDTH = 220


class CalendarPage(Page):
    """Every session by its day: two views of the same, at the same day."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._day = context.workspace.today
        self._view = MONTH
        self._wanted = ""  # code of the dialogue; empty: all of them
        self._days: tuple[AgendaDay, ...] = ()
        self._lay_out()
        self._take(place)

    def holds(self, place: Place) -> bool:
        """Both views, of any dialogue and day, are one page."""
        return place.page == self.place.page

    def visit(self, place: Place) -> None:
        """Show a view, of one dialogue or all, at a day."""
        self.place = place
        if not self._is_here(place):
            self._take(place)
        QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Begin with the current day, or the first session; who is choosing a view stays there."""
        focused = QApplication.focusWidget()
        if not self.isVisible() or (focused is not None and self._bar.isAncestorOf(focused)):
            return
        if self._stack.currentWidget() is self._empty:
            self._first.setFocus()
        elif self._view == MONTH:
            self._month.focus()
        elif self._agenda.first is not None:
            self._agenda.first.setFocus()

    def refresh(self) -> bool:
        """Read all sessions anew."""
        self._offer_dialogues()
        filled = self.context.workspace.calendar.has_sessions()
        self._stack.setCurrentWidget(self._filled if filled else self._empty)
        for button in self._outward:
            button.setVisible(filled)
        self._show()
        return True

    def _take(self, place: Place) -> None:
        self._view = place.part or MONTH
        self._wanted = place.code
        if place.field:
            self._day = date.fromisoformat(place.field)
        self._segments.set_value(self._view)
        self.refresh()

    def _is_here(self, place: Place) -> bool:
        same_view = (place.part or MONTH, place.code) == (self._view, self._wanted)
        return same_view and place.field in ("", self._day.isoformat())

    def _here(self) -> Place:
        return Place(self.place.page, self._wanted, self._view, self._day.isoformat())

    def _dialogue(self) -> str | None:
        return self._wanted or None

    def _show(self) -> None:
        """Show the view that is chosen, at the day one is at."""
        if self._view == MONTH:
            self._show_month()
        else:
            self._show_agenda()

    def _show_month(self) -> None:
        self._day = min(max(self._day, date(FIRST_YEAR, 1, 1)), date(LAST_YEAR, 12, 31))
        view = self.context.workspace.calendar.month(
            self._day.year,
            self._day.month,
            self.words,
            dialogue_code=self._dialogue(),
            first_weekday=self.locale().firstDayOfWeek().value - 1,
        )
        self._title.setText(view.title)
        self._month.show_month(view, self._day)
        self._views.setCurrentIndex(0)

    def _show_agenda(self) -> None:
        self._title.setText(self.words.say("From {day}", day=self.words.day(self._day, "d MMM y")))
        self._days = self.context.workspace.calendar.agenda(self.words, self._dialogue())
        self._agenda.show_days(self._days, self._day)
        self._views.setCurrentIndex(1)

    def _go_to(self, day: date) -> None:
        self._day = day
        self._show()

    def _step(self, months: int) -> None:
        """Go to the first day of the month so many months on, or back."""
        self._go_to(month_beside(self._day, months))

    def _earlier(self) -> None:
        self._go_to(start_before(self._days, self._day))
        self.begin()

    def _choose_view(self, view: str) -> None:
        """Remember the view: one comes back to it."""
        self.context.go(Place(self.place.page, self._wanted, view))

    def _choose_dialogue(self) -> None:
        self._wanted = self._dialogues.currentData()
        self._show()

    def _open_day(self, day: date) -> None:
        self._day = day
        self.context.go(Place(self.place.page, self._wanted, AGENDA, day.isoformat()))

    def _open(self, entry: Entry) -> None:
        """Open a session; one comes back to the day one was at."""
        self._day = entry.day if self._view == MONTH and entry.day is not None else self._day
        self.context.go(self._here())
        self.context.go(place_of(entry.target))

    def _offer_dialogues(self) -> None:
        """Offer the dialogues, keeping the one that is chosen while it is there."""
        self._dialogues.clear()
        self._dialogues.addItem(self.words.say("All dialogues"), "")
        for code, title in self.context.workspace.calendar.dialogues():
            self._dialogues.addItem(f"{title} · {code}", code)
        at = max(0, self._dialogues.findData(self._wanted))
        self._dialogues.setCurrentIndex(at)
        self._wanted = self._dialogues.itemData(at)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S24 - AROUND, S24, S24, S24 - AROUND)
        whole.setSpacing(S12)
        whole.addLayout(self._head())
        self._stack = QStackedLayout()
        whole.addLayout(self._stack, 1)
        self._filled, self._empty = self._make_filled(), self._make_empty()
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self._empty)
        for keys, months in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda months=months: self._step(months))

    def _head(self) -> QHBoxLayout:
        say = self.words.say
        costs = self._button(say("Costs (XLSX)"), "table", self._write_costs)
        file = self._button(say("Calendar file"), "export", self._write_file)
        self._outward = (costs, file)
        head = QHBoxLayout()
        head.setContentsMargins(AROUND, 0, 0, 0)
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, say("Calendar"), role="page_title"), 1)
        head.addWidget(costs)
        head.addWidget(file)
        return head

    def _make_filled(self) -> QWidget:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        self._bar = self._make_bar()
        column.addWidget(self._bar)
        self._month = MonthGrid(self.context)
        self._month.opened.connect(self._open)
        self._month.more.connect(self._open_day)
        self._month.left.connect(self._go_to)
        self._agenda = AgendaList(self.context, self._open, self._earlier)
        self._views = QStackedLayout()
        column.addLayout(self._views, 1)
        self._views.addWidget(self._framed(self._month))
        self._views.addWidget(self._agenda)
        return filled

    def _framed(self, widget: QWidget) -> QWidget:
        """Return a sheet on which a widget stands in line with the list, which needs room for its frame."""
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(AROUND, 0, 0, AROUND)
        column.addWidget(widget)
        return sheet

    def _make_bar(self) -> QWidget:
        say = self.words.say
        views = ((MONTH, say("Month")), (AGENDA, say("Agenda")))
        self._segments = Segments(self.theme, views, MONTH, say("View"))
        self._segments.chosen.connect(self._choose_view)
        self._title = Label(self.theme, role="section", wrap=False)
        self._dialogues = QuietCombo()
        self._dialogues.setAccessibleName(say("Dialogue"))
        self._dialogues.setFixedWidth(FILTER_WIDTH)
        self._dialogues.activated.connect(self._choose_dialogue)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(AROUND, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(self._segments)
        row.addSpacing(S8)
        row.addWidget(self._leaf("caret-left", say("Previous month"), "PgUp", -1))
        row.addWidget(self._today_button())
        row.addWidget(self._leaf("caret-right", say("Next month"), "PgDown", 1))
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._dialogues)
        return bar

    def _make_empty(self) -> QWidget:
        say = self.words.say
        self._first = Button(self.theme, say("Open the dialogues"), kind="primary")
        self._first.clicked.connect(lambda: self.context.go(Place("dialogues")))
        return EmptyState(
            self.theme, say("No session yet"), say("A session is planned within a dialogue."), self._first
        )

    def _today_button(self) -> Button:
        button = Button(self.theme, self.words.say("Today"), height=SMALL)
        button.clicked.connect(lambda: self._go_to(self.context.workspace.today))
        return button

    def _leaf(self, icon: str, name: str, keys: str, months: int) -> IconButton:
        button = IconButton(self.theme, icon, name)
        button.setToolTip(f"{name}  {keys}")
        button.clicked.connect(lambda: self._step(months))
        return button

    def _button(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, icon=icon)
        button.clicked.connect(act)
        return button

    def _write_file(self) -> None:
        calendar_file.ask(self, self.context, self._dialogue())

    def _write_costs(self) -> None:
        costs_table.ask(self, self.context, self._dialogue())
