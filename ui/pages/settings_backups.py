"""Backups: when they were made, and one now."""

from __future__ import annotations

from datetime import datetime

from ui.context import Context
from ui.gate.errand import Errand
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label

MOST_SHOWN = 5


class BackupsCard(Card):
    """The newest backups by day and time, never by place; and the button that makes one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        say = context.words.say
        self._context = context
        self._button = Button(context.theme, say("Make a backup now"), kind="primary")
        self._button.clicked.connect(self._make)
        self._list = Label(context.theme)
        self._list.set_figures()
        about = say(
            "Made by themselves when you lock, read back after writing, and opened by the same passphrase. "
            "The last five stay, one a day for seven days, one a week for four weeks."
        )
        self.add_header(say("Backups"), right=self._button)
        self.add(self._list)
        self.add(Label(context.theme, about, role="second", ink="muted"))
        self.show_backups()

    def show_backups(self) -> None:
        """Show the backups there are."""
        say = self._context.words.say
        moments = [backup.made_at.astimezone() for backup in self._context.workspace.backups.all()]
        lines = [self._line(moment) for moment in moments[:MOST_SHOWN]]
        if len(moments) > MOST_SHOWN:
            lines.append(say("and {count} older", count=len(moments) - MOST_SHOWN))
        self._list.setText("\n".join(lines) or say("None yet: one is made when you lock"))
        self._button.setEnabled(True)

    def _line(self, moment: datetime) -> str:
        words = self._context.words
        return words.say(
            "{day}, {time}", day=words.day(moment.date(), "EEEE d MMMM y"), time=f"{moment:%H:%M}"
        )

    def _make(self) -> None:
        context = self._context
        self._button.setEnabled(False)
        errand = Errand(
            context.jobs, lambda progress: context.workspace.backups.make(progress.at),
            context.words.say("Making a backup"),
        )  # fmt: skip
        errand.ended.connect(self.show_backups)
        errand.done.connect(self._tell)
        errand.failed.connect(context.messages.failed)

    def _tell(self) -> None:
        self._context.messages.say(self._context.words.say("The backup is made, and was read back whole."))
