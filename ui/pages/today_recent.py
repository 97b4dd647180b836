"""The dialogues opened last, each with its path as dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.overview import Recent, state_label, step_label
from ui.context import Context
from ui.pages.today_words import since
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.path import StepDots
from ui.parts.rows import RowButton
from ui.places import Place
from ui.tokens import S4, S8, S12, S16

AT_MOST = 3  # side by side, whether there are as many or not: a tile keeps its width


class RecentTiles(QWidget):
    """Up to three dialogues side by side."""

    def __init__(self, context: Context, recent: Sequence[Recent]) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S4, 0, 0)
        column.setSpacing(S8)
        column.addWidget(Label(context.theme, context.words.say("Recently opened"), role="section"))
        row = QHBoxLayout()
        row.setSpacing(S16)
        for each in recent:
            card = Card(context.theme)
            card.add(self._tile(each))
            row.addWidget(card, 1)
        for _ in range(AT_MOST - len(recent)):
            row.addStretch(1)
        column.addLayout(row)

    def _tile(self, recent: Recent) -> RowButton:
        words = self._context.words
        opened = since(recent.opened, self._context.workspace.today, words)
        tile = RowButton(self._context.theme, recent.title, f"{recent.supplier_code} · {opened}", trailing="")
        tile.below(self._path(recent))
        tile.clicked.connect(lambda: self._context.go(Place("dialogue", recent.code, recent.current)))
        return tile

    def _path(self, recent: Recent) -> QWidget:
        theme, words = self._context.theme, self._context.words
        said = ", ".join(
            f"{step_label(step.name, words)}: {state_label(step, words)}" for step in recent.steps
        )
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, S8, 0, 0)
        row.setSpacing(S12)
        row.addWidget(StepDots(theme, [step.state for step in recent.steps], said))
        row.addWidget(Label(theme, step_label(recent.current, words), role="second", ink="muted", wrap=False))
        row.addStretch(1)
        return whole
