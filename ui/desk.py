"""The desk: side bar, page, status line, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.partner import Partner
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Workspace
from fieldkit.workspace.editing import Change
from ui.context import Changes, Context
from ui.fields import Field
from ui.finder import Finder
from ui.notice import Notice
from ui.pages import make_page
from ui.pages.page import Page
from ui.places import TODAY, Journey, Place
from ui.reading_order import next_stop
from ui.settling import Settling
from ui.sidebar import Sidebar
from ui.status import StatusLine
from ui.theme import load_more_fonts
from ui.undo import Undo

if TYPE_CHECKING:
    from ui.window import Window

NARROW = 1100  # at this width and below the side bar shows icons alone
ABOUT: dict[str, type[Record]] = {"dialogue": Dialogue, "partner": Partner, "supplier": Supplier}


class Desk(QWidget):
    """Everything one sees while a workspace is open."""

    def __init__(
        self, window: Window, workspace: Workspace, journey: Journey | None = None, field: str = "",
        sessions: Mapping[str, str] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        """What is given besides is of a desk before this one: where it was, and where its cursor stood.

        `sessions` names the session of each dialogue that was shown last.
        """
        super().__init__()
        load_more_fonts()
        self._window = window
        self._journey = journey or Journey()
        self._journey.setParent(self)
        self.page: Page | None = None
        undo = Undo(self._apply, window.messages, self)
        self.context = Context(
            workspace=workspace,
            words=window.words,
            theme=window.theme,
            jobs=window.jobs,
            messages=window.messages,
            undo=undo,
            changes=Changes(self),
            preferences=window.preferences,
            go=self.go,
            speak=window.speak,
            look=window.look,
            lock_after=window.lock_after,
            lock=window.lock,
            shown_sessions=dict(sessions),
        )
        undo.moved.connect(self._show_anew)
        self._lay_out()
        self.context.changes.saved.connect(self._notice.settle)
        self._wire_keys()
        self._journey.went.connect(self._show)
        self._show(replace(self._journey.place, field=field) if field else self._journey.place)
        Settling(self.context, self.leave, self._show_anew, self)

    def again(self) -> Desk:
        """Return a new desk for the same workspace at the same place, in the words and looks of now."""
        self._journey.went.disconnect(self._show)
        self._journey.setParent(None)
        context = self.context
        again = Desk(self._window, context.workspace, self._journey, self._field(), context.shown_sessions)
        again.context.undo.inherit(context.undo)
        return again

    def go(self, place: Place) -> None:
        """Go to a place."""
        self._journey.go(place)

    def leave(self) -> None:
        """Have everything that is still being typed saved."""
        if self.page is not None:
            self.page.leave()

    def search(self) -> None:
        """Open the search over everything (Ctrl+K)."""
        Finder(self.context, self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show icons alone in the side bar of a small window."""
        super().resizeEvent(event)
        narrow = self.width() <= NARROW
        self._sidebar.set_narrow(narrow)
        if self.page is not None:
            self.page.set_narrow(narrow)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Go on as one reads: what is made late stands where it is shown."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what was just made takes its place
        stop = next_stop(self, QApplication.focusWidget(), on=next)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Ctrl+Z in a field that has nothing to take back reach the desk: Qt's fields keep it always."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            back, again = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            nothing_back = event.matches(back) and not _can_undo(watched)
            if nothing_back or (event.matches(again) and not _can_redo(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _watch(self, before: QWidget | None, focused: QWidget | None) -> None:
        for widget in (before, focused):
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.removeEventFilter(self)
        if isinstance(focused, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focused):
            focused.installEventFilter(self)

    def _field(self) -> str:
        """Return the field the cursor is in; empty where it is in none."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        return widget.key if widget is not None and self.isAncestorOf(widget) else ""

    def _lay_out(self) -> None:
        self._sidebar = Sidebar(self.context, self.search)
        self._status = StatusLine(self.context)
        self._notice = Notice(self.context.theme, self.context.messages, self)
        self._holder = QVBoxLayout()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self._holder, 1)
        right.addWidget(self._notice)
        right.addWidget(self._status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._sidebar)
        whole.addLayout(right, 1)

    def _wire_keys(self) -> None:
        for keys, act in (
            ("Ctrl+K", self.search),
            ("Alt+Left", self._journey.back),
            ("Alt+Right", self._journey.forward),
            ("Ctrl+N", lambda: self.go(Place("dialogues", part="new"))),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
        ):
            QShortcut(QKeySequence(keys), self, act)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _show(self, place: Place) -> None:
        if self._is_gone(place):
            self._journey.forget(place.code)
            self.go(TODAY)
            return
        if self.page is not None and self.page.holds(place):
            self.page.visit(place)
        else:
            self._replace_page(place)
        self._sidebar.show_place(place)
        if place.part == "new":  # asked once
            self._journey.settle(Place(place.page, place.code))

    def _replace_page(self, place: Place) -> None:
        before = self.page
        if before is not None:
            before.leave()
        self.page = make_page(self.context, place)
        self.page.set_narrow(self.width() <= NARROW)
        self._holder.addWidget(self.page)
        if before is not None:
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.page.visit(place)

    def _is_gone(self, place: Place) -> bool:
        kind = ABOUT.get(place.page)
        return kind is not None and self.context.workspace.editing.find(kind, place.code) is None

    def _apply(self, change: Change) -> Change:
        """Take a step back or do it again; a session that it plans again is told of."""
        moved = self.context.workspace.editing.apply(change)
        self.context.say_fallen(moved)
        return moved

    def _show_anew(self) -> None:
        """Show what the records say now: a step was taken back, a day has passed."""
        self.context.changes.saved.emit()
        if self.page is not None and not self.page.refresh():
            self.go(TODAY)  # what the page showed is gone

    def _undo(self) -> None:
        """Take back letters where somebody is typing, else the last step."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and _can_undo(focused):
            focused.undo()
        else:
            self.leave()
            self.context.undo.undo()

    def _redo(self) -> None:
        """Put letters back where somebody is typing, else do again what was taken back last."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and _can_redo(focused):
            focused.redo()
        else:
            self.leave()
            self.context.undo.redo()


def _can_undo(widget: QObject) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return isinstance(widget, QLineEdit) and widget.isUndoAvailable()


def _can_redo(widget: QObject) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isRedoAvailable()
    return isinstance(widget, QLineEdit) and widget.isRedoAvailable()


def focus_soon(widget: QWidget) -> None:
    """Give a widget the cursor once it is on the screen."""
    QTimer.singleShot(0, widget, widget.setFocus)
