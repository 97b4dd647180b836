"""Settings: how the window looks and speaks, who works in it, and the safety of the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.pages.page import Page
from ui.pages.settings_backups import BackupsCard
from ui.pages.settings_company import CompanyCard, RoleCard
from ui.pages.settings_file import FileCard, SampleCard
from ui.pages.settings_window import WindowCard
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S4, S16, S24

WIDEST = 1100
TWO_COLUMNS = 900  # px of width from which there are two


class SettingsPage(Page):
    """Cards in two columns; one below the other in a small window."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._window = WindowCard(context)
        self._company = CompanyCard(context)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(S16)
        self._columns.addLayout(_column((self._window, self._company, RoleCard(context))), 1)
        self._columns.addLayout(_column(self._about_file()), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self.theme, self._sheet()))

    def begin(self) -> None:
        """Begin with the language."""
        self._window.begin()

    def refresh(self) -> bool:
        """Show the company as it is now; this page is always there."""
        self._company.show_companies()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the columns below each other where there is no room for two."""
        super().resizeEvent(event)
        one = self.width() < TWO_COLUMNS
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        )

    def _about_file(self) -> Sequence[QWidget]:
        if self.context.workspace.custody.sample_day is not None:
            return [SampleCard(self.context)]
        backups = BackupsCard(self.context)
        return [backups, FileCard(self.context, changed=backups.show_backups)]

    def _sheet(self) -> QWidget:
        say = self.words.say
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S16)
        head = QVBoxLayout()
        head.setSpacing(S4)
        head.addWidget(Label(self.theme, say("Settings"), role="page_title"))
        head.addWidget(Label(self.theme, say("Everything here is saved at once"), role="second", ink="muted"))
        column.addLayout(head)
        column.addLayout(self._columns)
        column.addStretch(1)
        sheet = QWidget()
        around = QHBoxLayout(sheet)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)
        return sheet


def _column(cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(S16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
