"""One method: label, why, first do this, mind this, and the way to choose it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.preparing import MethodCard
from ui.context import Context
from ui.pages.dialogue.choosing import Choosing
from ui.parts.bars import Bar
from ui.parts.buttons import Button, ButtonKind
from ui.parts.labels import Label, LeadLabel
from ui.parts.pill import Pill, Tone
from ui.tokens import S4, S8, S12

BAR_WIDTH = 84
SIGN = 16
TONES: Mapping[str, tuple[Tone, str]] = {
    "recommended": ("teal", "thumbs-up"),
    "recommended_if": ("teal", "thumbs-up"),
    "possible": ("neutral", "check"),
    "possible_if": ("neutral", "check"),
    "weak": ("neutral", "minus"),
    "not_available": ("neutral", "prohibit"),
}
MOST_REASONS = 2  # of each kind before somebody asks for more


class MethodView(QWidget):
    """One method as it stands at these answers."""

    chose = Signal()

    def __init__(self, context: Context, dialogue_code: str) -> None:
        super().__init__()
        self._context = context
        self._code = dialogue_code
        self._card: MethodCard | None = None
        self._all = False
        self._choosing: Choosing | None = None
        self._use: Button | None = None  # opens the choice
        self._more: Button | None = None  # shows all reasons
        self._drawn = QVBoxLayout()
        self._drawn.setSpacing(S8)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(S8)
        self._whole.addLayout(self._drawn)

    def show_card(self, card: MethodCard) -> None:
        """Show the method anew, if anything about it changed."""
        if card != self._card:
            self._card = card
            self._draw()

    @property
    def method(self) -> str:
        """The method that is shown; empty at first."""
        return self._card.method if self._card is not None else ""

    def give_up_choice(self) -> Choosing | None:
        """Hand over the choice that is open, for the method goes to another place; None where none is."""
        choice, self._choosing = self._choosing, None
        if choice is not None:
            choice.done.disconnect(self._chosen)
            self._whole.removeWidget(choice)
        return choice

    def take_over_choice(self, choice: Choosing) -> None:
        """Show a choice that was opened where the method stood before."""
        self._choosing = choice
        choice.done.connect(self._chosen)
        self._whole.addWidget(choice)

    def choose(self, part: str = "") -> None:
        """Open the choice, with the cursor in one of its parts: in the role where none is named."""
        if self._card is not None and self._choosing is None:
            self._choosing = Choosing(self._context, self._code, self._card)
            self._choosing.done.connect(self._chosen)
            self._whole.addWidget(self._choosing)
            self._choosing.show()  # at once, so that it can take the cursor
        if self._choosing is not None:
            self._choosing.go_to(part)

    def _chosen(self) -> None:
        choosing, self._choosing = self._choosing, None
        self.chose.emit()
        if choosing is not None:
            choosing.hide()
            choosing.deleteLater()
        if self._use is not None:
            self._use.show()  # at once, so that it can take the cursor
            self._use.setFocus()

    def _draw(self) -> None:
        """Draw all but the choice that is open: what is typed in it stays."""
        _empty(self._drawn)
        self._use = self._more = None
        card = self._card
        if card is None:
            return
        self._drawn.addLayout(self._title(card))
        if card.place == 1 and card.state != "unavailable":
            self._drawn.addLayout(self._pills(card))
        for icon, lead, texts in self._reasons(card):
            self._drawn.addLayout(self._line(icon, lead, texts))
        if card.state != "unavailable" or card.chosen:
            self._drawn.addLayout(self._buttons(card))

    def _title(self, card: MethodCard) -> QHBoxLayout:
        theme = self._context.theme
        row = QHBoxLayout()
        row.setSpacing(S12)
        title = f"{card.place}  {card.title}"
        row.addWidget(Label(theme, title, role="section" if card.place == 1 else "row_title"), 1)
        if card.place != 1 or card.state == "unavailable":
            row.addWidget(self._pill(card))
        if card.state != "unavailable":
            bar = Bar(theme, card.bar, card.label == "weak")
            bar.setFixedWidth(BAR_WIDTH)
            bar.setAccessibleName(card.label_words)
            row.addWidget(bar)
        return row

    def _pill(self, card: MethodCard) -> Pill:
        tone, icon = TONES[card.label]
        return Pill(self._context.theme, card.label_words, tone, icon)

    def _pills(self, card: MethodCard) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._pill(card))
        if card.certainty:
            icon = "question" if card.open else "check"
            row.addWidget(Pill(self._context.theme, card.certainty, "neutral", icon))
        row.addStretch(1)
        return row

    def _reasons(self, card: MethodCard) -> list[tuple[str, str, tuple[str, ...]]]:
        say = self._context.words.say
        first = card.first
        nothing = say("Nothing. You can begin.")
        shown = None if self._all else MOST_REASONS
        rows: list[tuple[str, str, tuple[str, ...]]] = []
        if card.state == "unavailable":
            return [("chat-text", say("Why"), card.why[: 1 if not self._all else None])]
        if card.place == 1 or self._all:
            rows.append(("chat-text", say("Why"), card.why[:shown]))
        icon = "arrow-right" if first else "check-circle"
        if first or card.place == 1:
            rows.append((icon, say("First do this"), first or (nothing,)))
        if card.mind:
            rows.append(("eye", say("Mind this"), card.mind[:shown]))
        if self._all and card.more:
            rows.append(("list-bullets", say("Also"), card.more))
        return [row for row in rows if row[2]]

    def _line(self, icon: str, lead: str, texts: tuple[str, ...]) -> QHBoxLayout:
        theme = self._context.theme
        row = QHBoxLayout()
        row.setSpacing(S8)
        sign = Label(theme, "", wrap=False)
        sign.setPixmap(theme.pixmap(icon, "muted", SIGN, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(S4)
        column.addWidget(LeadLabel(theme, lead, texts[0]))
        for text in texts[1:]:
            column.addWidget(Label(theme, text, role="second", ink="muted"))
        row.addLayout(column, 1)
        return row

    def _buttons(self, card: MethodCard) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        row = QHBoxLayout()
        row.setSpacing(S12)
        if card.chosen:
            row.addWidget(Pill(theme, card.chosen, "green", "check-circle-fill"))
            change = Button(theme, say("Change"), kind="quiet")
            change.setAccessibleName(say("Change how {method} is used", method=card.title))
            self._use = change
        else:
            kind: ButtonKind = "secondary" if card.place == 1 else "quiet"
            choose = Button(theme, say("Choose this method"), kind=kind, icon="check")
            choose.setAccessibleName(say("Choose {method}", method=card.title))
            self._use = choose
        self._use.clicked.connect(lambda: self.choose())
        row.addWidget(self._use)
        if hidden := self._hidden(card):
            words = say("{count} more reasons", count=hidden) if not self._all else say("Fewer reasons")
            self._more = Button(theme, words, kind="quiet")
            self._more.clicked.connect(self._toggle)
            row.addWidget(self._more)
        row.addStretch(1)
        return row

    def _hidden(self, card: MethodCard) -> int:
        why = max(0, len(card.why) - MOST_REASONS) if card.place == 1 else len(card.why)
        return why + max(0, len(card.mind) - MOST_REASONS) + len(card.more)

    def _toggle(self) -> None:
        self._all = not self._all
        self._draw()
        if self._more is not None:
            self._more.show()
            self._more.setFocus()


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
