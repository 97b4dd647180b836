"""Two calm screens: somebody may be in danger now; no way of listening is safe now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.workspace import library
from fieldkit.workspace.preparing import SpokenAdvice
from ui.context import Context
from ui.parts.banner import Banner, BannerTone
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.focus import FocusFrame
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S8, S12, S24

WIDEST = 760


class Start(Banner):
    """Where one begins to read. It takes the cursor, so that nobody presses the way back by accident."""

    def __init__(self, theme: Theme, tone: BannerTone, start: str, sentence: str) -> None:
        super().__init__(theme, tone, start, sentence)
        self._frame = FocusFrame(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame."""
        super().focusInEvent(event)
        self._frame.note(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._frame.note(event)


class AcuteStop(QWidget):
    """P3: no method is chosen while somebody may be in danger; who to call, what not to do, and a clock."""

    not_acute = Signal()

    def __init__(self, context: Context, code: str) -> None:
        super().__init__()
        self._context = context
        self._code = code
        say, theme = context.words.say, context.theme
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(S24, S24, S24, S24)
        self._whole.setSpacing(S12)
        self._whole.addWidget(Label(theme, say("Somebody may be in danger now"), role="page_title"))
        self._since = Label(theme, "", role="body", ink="red")
        start = Start(
            theme, "red", say("First the person."),
            say("No way of listening is chosen now. Nothing you have answered is lost."),
        )  # fmt: skip
        self.setFocusProxy(start)
        self._whole.addWidget(start)
        self._whole.addWidget(self._since)
        for part in library.page("protection", context.words).parts:
            self._whole.addWidget(_part(context, part.heading, part.lines))
        back = Button(theme, say("Nobody is in danger now"), kind="plain", icon="arrow-left")
        back.clicked.connect(self.not_acute)
        self._whole.addWidget(back)
        self._whole.addStretch(1)

    def show_since(self) -> None:
        """Say since when the clock of 24 hours runs, and until when."""
        since = self._context.workspace.preparing.danger_since(self._code)
        words = self._context.words
        if since is None:
            self._since.setText("")
            return
        local = since.astimezone()
        self._since.setText(
            words.say(
                "Noted {day} at {time}. Within 24 hours somebody who can act has to know.",
                day=words.day(local.date(), "d MMMM"),
                time=f"{local:%H:%M}",
            )
        )


class NoSafeMethod(QWidget):
    """P4, N6: no session is planned; what to do instead, and when to look again. There is no override."""

    def __init__(self, context: Context, advice: SpokenAdvice) -> None:
        super().__init__()
        say, theme = context.words.say, context.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S12)
        sentence = say("No session can be planned. Silence of workers is not consent or satisfaction.")
        start = Start(theme, "amber", say("No safe method now."), sentence)
        self.setFocusProxy(start)
        whole.addWidget(start)
        for part in library.page("no_safe_method", context.words).parts:
            whole.addWidget(_part(context, part.heading, part.lines))
        if advice.look_again is not None:
            day = context.words.day(advice.look_again)
            whole.addWidget(Label(theme, say("Look again by {day}, or when something changes.", day=day)))


def _part(context: Context, heading: str, lines: tuple[str, ...]) -> Card:
    card = Card(context.theme)
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S8)
    column.addWidget(Label(context.theme, heading, role="row_title"))
    for line in lines:
        column.addWidget(Label(context.theme, line, role="second"))
    card.add(body)
    return card
