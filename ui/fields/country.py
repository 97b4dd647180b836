"""A country, typed by its name, its code or the first letters of either, or picked from the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from fieldkit.errors import FieldkitError
from fieldkit.model.field import Country
from fieldkit.model.paths import Path
from fieldkit.text import Catalogue
from fieldkit.workspace import countries
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import Field
from ui.theme import Theme

MOST_TYPED = 300
SHOWN = 10  # countries in the list at a time


class CountryLine(QLineEdit):
    """A line that offers the countries in which the letters typed occur; Down offers all of them."""

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__()
        self.setMaxLength(MOST_TYPED)
        completer = QCompleter(countries.names(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(SHOWN)
        self.setCompleter(completer)
        offer = self.addAction(
            theme.icon("caret-down", "muted", 14), QLineEdit.ActionPosition.TrailingPosition
        )
        offer.setText(words.say("Choose a country"))
        offer.triggered.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Offer the list on Down."""
        if event.key() == Qt.Key.Key_Down:
            self._offer()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        completer = self.completer()
        chosen = completer.currentCompletion() == self.text()
        completer.setCompletionPrefix("" if chosen else self.text())
        completer.complete()


class CountryField(Field):
    """The country of a record, kept as its code and shown by its name."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str = "") -> None:
        super().__init__(context, editor, path, label, hint)
        self.line = CountryLine(context.theme, context.words)
        self.line.textEdited.connect(self.typing)
        self.line.editingFinished.connect(self.take)
        self.line.completer().activated.connect(lambda _name: self.take())
        self.build(self.line)

    def show_value(self) -> None:
        """Show the name of the country; a draft with what stands against it."""
        draft = self.editor.draft(self.path)
        held: Country = self.editor.value(self.path)
        self._shown = self.context.words.country(held) if draft is None else draft
        if self._shown != self.line.text():
            self.line.setText(self._shown)
        self.say_problem("" if draft is None else self._problem_of(draft))

    def take(self) -> None:
        """Hand over the country if it changed, and show it as it is written in full."""
        self._pause.stop()
        typed = self.line.text()
        if typed != self._shown:
            self._shown = typed
            self.say_problem(self.editor.take(self.path, lambda: countries.read(typed, self.key), typed))
            if not self.problem and not self.line.hasFocus():
                self.show_value()

    def _problem_of(self, typed: str) -> str:
        try:
            countries.read(typed, self.key)
        except FieldkitError as error:
            return self.context.messages.sentence(error)
        return ""
