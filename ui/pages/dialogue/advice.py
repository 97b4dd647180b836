"""The five methods in their order, what goes together, and the paths where no union is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.vocabulary import Method
from fieldkit.workspace.preparing import MethodCard, SpokenAdvice
from ui.context import Context
from ui.pages.dialogue.calm import NoSafeMethod
from ui.pages.dialogue.method_card import MethodView
from ui.pages.dialogue.paths import PathsCard
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.tokens import S4, S8, S12


class AdviceColumn(QWidget):
    """What the answers lead to; drawn anew only where something changed."""

    chose = Signal()

    def __init__(self, context: Context, dialogue_code: str) -> None:
        super().__init__()
        self._context = context
        self._code = dialogue_code
        self._shown: SpokenAdvice | None = None
        self._first = MethodView(context, dialogue_code)
        self._others = [MethodView(context, dialogue_code) for _ in get_args(Method)]
        self._best = Card(context.theme)
        self._best.add(self._first)
        rest = Card(context.theme)
        for view in self._others:
            rest.add(view)
        for view in (self._first, *self._others):
            view.chose.connect(self.chose)
        self._stuck, self._beside, self._paths = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S12)
        whole.addLayout(self._stuck)
        whole.addWidget(self._best)
        whole.addWidget(rest)
        whole.addLayout(self._beside)
        whole.addLayout(self._paths)

    def show_advice(self, advice: SpokenAdvice) -> None:
        """Show the advice: each part in place where it stands, anew where it moved."""
        before, self._shown = self._shown, advice
        for layout, decides, made in (
            (self._stuck, _stuck, self._no_safe_method),
            (self._beside, _notes, self._good_to_know),
            (self._paths, _steps, self._path_cards),
        ):
            if before is None or decides(before) != decides(advice):
                _fill(layout, made(advice))
        self._best.accent("strong" if advice.outcome == "ok" else "none")
        self._show_cards(advice.cards)

    def go_to_method(self, method: str, part: str = "") -> None:
        """Open the choice of a method at one of its fields; of the first one where none is named.

        Where no method is safe the way on is what can be done instead.
        """
        if self._shown is None or not self._shown.cards:
            return
        view = self._view(method)
        if view is not None:
            view.choose(part)
        elif self._shown.outcome == "ok":
            self._first.choose()
        elif (stuck := self.findChild(NoSafeMethod)) is not None:
            stuck.setFocus()

    def _no_safe_method(self, advice: SpokenAdvice) -> list[QWidget]:
        return [NoSafeMethod(self._context, advice)] if advice.outcome == "no_safe_method" else []

    def _show_cards(self, cards: Sequence[MethodCard]) -> None:
        """Show the methods in their order. Views stay where they are: to move one has Qt dress it anew."""
        leads = bool(cards) and cards[0].state != "unavailable"
        views = [self._first, *self._others] if leads else self._others
        if [card.method for card in cards] != [view.method for view in views[: len(cards)]]:
            open_ = {view.method: choice for view in self._views() if (choice := view.give_up_choice())}
        else:
            open_ = {}
        self._best.setVisible(leads)
        for at, view in enumerate(views):
            view.setVisible(at < len(cards))
        for view, card in zip(views, cards, strict=False):
            view.show_card(card)
            if card.method in open_:
                view.take_over_choice(open_[card.method])

    def _views(self) -> tuple[MethodView, ...]:
        return self._first, *self._others

    def _view(self, method: str) -> MethodView | None:
        return next((view for view in self._views() if view.method == method and not view.isHidden()), None)

    def _path_cards(self, advice: SpokenAdvice) -> list[QWidget]:
        return [PathsCard(self._context, self._code, advice.paths)] if advice.paths else []

    def _good_to_know(self, advice: SpokenAdvice) -> list[QWidget]:
        sentences = _notes(advice)
        if not sentences:
            return []
        theme, say = self._context.theme, self._context.words.say
        card = Card(theme)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(Label(theme, say("Good to know"), role="row_title"))
        for sentence in sentences:
            column.addWidget(Label(theme, sentence, role="second", ink="muted"))
        column.addSpacing(S4)
        card.add(body)
        return [card]


def _fill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Put widgets in the place of those that were there."""
    while (item := layout.takeAt(0)) is not None:
        if (before := item.widget()) is not None:
            before.hide()
            before.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _stuck(advice: SpokenAdvice) -> tuple[object, ...]:
    return advice.outcome, advice.look_again


def _notes(advice: SpokenAdvice) -> tuple[str, ...]:
    return (*advice.unknown_sentences, *advice.precedence, *advice.combine)


def _steps(advice: SpokenAdvice) -> tuple[str, ...]:
    """Which steps are to be done; whether they are, their boxes show."""
    return tuple(step.key for path in advice.paths for step in path.steps)
