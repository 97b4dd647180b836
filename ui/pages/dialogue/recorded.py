"""Insights, Brief, Follow-up of a dialogue: what the file holds of them, to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldkit.workspace.overview import step_label
from fieldkit.workspace.recorded import RecordedRow, Step
from fieldkit.workspace.recorded import RecordedStep as Rows
from ui.context import Context
from ui.dialogs.bring_in import bring_in
from ui.pages.dialogue.brief_exit import BriefExit
from ui.pages.page import Page
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.parts.table import Column, RowsModel, Table
from ui.places import Place
from ui.tokens import HEAD, ROW, S12, S16, S24

BRIEFS_SHOWN = 5  # rows of the briefs that left, above the next one

SIGNS: Mapping[str, tuple[str, str] | None] = {  # before the status: icon and ink
    "neutral": None,
    "teal": ("circle-half", "accent"),
    "amber": ("warning-fill", "amber"),
    "red": ("shield-warning", "red"),
    "green": ("check-circle-fill", "green"),
}


class RecordedStep(Page):
    """One step as a table; the step of the brief also with the way out."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._name: Step = cast(Step, place.part)
        rows = self._read()
        self._model = RowsModel(_columns(rows), rows.rows, key=lambda row: row.key)
        self._table = Table(self.theme, self._model, step_label(self._name, self.words))
        self._holder = QStackedWidget()
        self._holder.addWidget(self._filled())
        self._holder.addWidget(self._empty())
        self._exit: BriefExit | None = None
        if self._name == "brief":
            self._lay_out_brief()
        else:
            whole = QVBoxLayout(self)
            whole.setContentsMargins(0, 0, 0, 0)
            whole.addWidget(self._holder)
        self.refresh()

    def begin(self) -> None:
        """Begin at the table, or with what can be done where there is none."""
        if self._exit is not None:
            self._exit.setFocus()
        else:
            (self._table if self._model.rows else self._bring).setFocus()

    def go_to_field(self, key: str) -> None:
        """Go to the row that a target names: `action/D-01/A-03`."""
        self.begin()
        meant = next((row.key for row in self._model.rows if f"{key}/".startswith(f"{row.key}/")), None)
        if meant is not None:
            self._table.select(meant)
            self._table.setFocus()

    def refresh(self) -> bool:
        """Read anew what the file holds."""
        rows = self._read().rows
        self._model.set_rows(rows)
        self._holder.setCurrentIndex(0 if rows else 1)
        if self._exit is not None:
            self._holder.setVisible(bool(rows))
            self._table.show_all_rows(BRIEFS_SHOWN)
        else:
            self._table.setMaximumHeight(HEAD + max(len(rows), 1) * ROW + 2)
        return True

    def _read(self) -> Rows:
        return self.context.workspace.recorded.rows(self.place.code, self._name, self.words)

    def _filled(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, self._title(), role="section"), 1)
        head.addWidget(self._bring_button("plain"))
        filled = QWidget()
        column = QVBoxLayout(filled)
        around = 0 if self._name == "brief" else S24
        column.setContentsMargins(around, around and S16, around, around)
        column.setSpacing(S12)
        column.addLayout(head)
        column.addWidget(self._table, ROW)
        column.addStretch(1)
        return filled

    def _empty(self) -> QWidget:
        self._bring = self._bring_button("plain")
        say = self.words.say
        lines: Mapping[Step, Callable[[], str]] = {
            "insights": lambda: say("No insight is recorded in this dialogue"),
            "brief": lambda: say("No brief of this dialogue has left"),
            "follow_up": lambda: say("No follow-up is recorded in this dialogue"),
        }
        second = say("What was recorded elsewhere comes in with a dialogue file.")
        return EmptyState(self.theme, lines[self._name](), second, self._bring)

    def _lay_out_brief(self) -> None:
        self._exit = BriefExit(self.context, self.place.code)
        self._exit.left.connect(self.refresh)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S16)
        column.addWidget(self._exit)
        column.addWidget(self._holder)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self.theme, sheet))

    def _title(self) -> str:
        return (
            self.words.say("What has left") if self._name == "brief" else self.words.say("What is recorded")
        )

    def _bring_button(self, kind: ButtonKind) -> Button:
        words = self.words.say("Bring in a dialogue file")
        button = Button(self.theme, words, kind=kind, icon="download-simple")
        button.clicked.connect(lambda: bring_in(self, self.context))
        return button


def _columns(step: Rows) -> tuple[Column[RecordedRow], ...]:
    """Return the columns of a step; the last one tells how it stands, with its sign."""
    last = len(step.columns) - 1
    return tuple(
        Column(head, _cell(at), numeric=at in step.figures, sign=_sign if at == last else None)
        for at, head in enumerate(step.columns)
    )


def _cell(at: int) -> Callable[[RecordedRow], str]:
    return lambda row: row.cells[at]


def _sign(row: RecordedRow) -> tuple[str, str] | None:
    return SIGNS[row.tone]
