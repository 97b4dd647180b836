"""The safety of the file: its passphrase, its soundness, its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldkit.errors import FieldkitError
from ui.context import Context
from ui.gate.errand import Errand
from ui.pages import settings_erase, settings_passphrase
from ui.pages.settings_row import SettingRow
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import Label


class FileCard(Card):
    """What one can do about the one file that holds everything."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        super().__init__(context.theme)
        say, theme = context.words.say, context.theme
        self._context = context
        self._changed = changed  # the backups were made anew
        self.add_header(say("The workspace file"))
        change = Button(theme, say("Change the passphrase"))
        change.clicked.connect(self._change)
        self.add(
            SettingRow(theme, say("Passphrase"), say("A new one comes with a new recovery sheet"), change)
        )
        self._check_button = Button(theme, say("Check the file"))
        self._check_button.clicked.connect(self._check)
        self._soundness = SettingRow(
            theme, say("Soundness"), say("Reads every page of the file"), self._check_button
        )
        self.add(self._soundness)
        erase = Button(theme, say("Erase the workspace"), kind="danger", icon="trash")
        erase.clicked.connect(self._erase)
        self.add(SettingRow(theme, say("Erase"), say("Cannot be taken back"), erase))

    def _change(self) -> None:
        if settings_passphrase.ask(self.window(), self._context):
            self._changed()

    def _check(self) -> None:
        """Have every page read, beside whatever else is done, and say how it went."""
        self._check_button.setEnabled(False)
        self._soundness.say(self._context.words.say("Reading every page"))
        verify = self._context.workspace.custody.verify
        errand = Errand(self._context.jobs, lambda _progress: verify())
        errand.ended.connect(self._checked)
        errand.done.connect(self._sound)
        errand.failed.connect(self._damaged)

    def _checked(self) -> None:
        self._check_button.setEnabled(True)
        self._check_button.setFocus()

    def _sound(self) -> None:
        self._soundness.say(self._context.words.say("The workspace file is sound."), "green")

    def _damaged(self, error: Exception) -> None:
        self._soundness.say(self._context.messages.sentence(error), "amber")

    def _erase(self) -> None:
        context = self._context
        if not settings_erase.ask(self.window(), context.words, context.theme):
            return
        context.jobs.wait()  # a backup under way would come after it
        try:
            left = context.workspace.custody.erase()
        except FieldkitError as error:
            context.messages.failed(error)
            return
        context.lock()
        context.messages.say(_told(context, left))


def _told(context: Context, left: list[Path]) -> str:
    """Return what is to be said once it is done, of what could not be removed too."""
    if left:
        return context.words.say(
            "Not everything could be removed: {files}. Remove what is left by hand.",
            files=", ".join(file.name for file in left),
        )
    return context.words.say(
        "The workspace and its backups on this computer are destroyed. A flash disk may keep traces for a "
        "while, and copies made elsewhere are still there."
    )


def _at_left(button: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder


class SampleCard(Card):
    """Says why a sample has no backups and no passphrase."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        say = context.words.say
        self.add_header(say("This is the sample"))
        text = say(
            "Everything in it is invented. It has no passphrase and no backups, and is gone when you close "
            "it. Lock it to create a workspace of your own."
        )
        self.add(Label(context.theme, text, role="second", ink="muted"))
        lock = Button(
            context.theme, say("Create your workspace"), kind="primary", trailing_icon="arrow-right"
        )
        lock.clicked.connect(context.lock)
        self.add(_at_left(lock))
