"""How the window speaks and looks, and when it locks by itself."""

from __future__ import annotations

from typing import cast

from ui.context import Context
from ui.fields.choice import QuietCombo
from ui.pages.settings_row import SettingRow
from ui.parts.card import Card
from ui.parts.segments import Segments
from ui.preferences import LONGEST_LOCK, SHORTEST_LOCK, Appearance

LANGUAGES = (("en", "English"), ("nl", "Nederlands"))  # each in its own words
MINUTES_WIDTH = 112


class WindowCard(Card):
    """Language, looks and lock; each counts as soon as it is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        say = context.words.say
        self._context = context
        self.add_header(say("This window"))
        self._language = Segments(context.theme, LANGUAGES, context.words.language, say("Language"))
        self._language.chosen.connect(context.speak)
        looks = (
            ("system", say("As the computer")),
            ("light", say("Light")),
            ("dark", say("Dark")),
        )
        appearance = Segments(context.theme, looks, context.preferences.appearance, say("Appearance"))
        appearance.chosen.connect(self._look)
        self.add(SettingRow(context.theme, say("Language"), "", self._language))
        self.add(SettingRow(context.theme, say("Appearance"), "", appearance))
        self.add(
            SettingRow(
                context.theme, say("Lock by itself after"), say("When no key and no mouse has moved"),
                self._minutes(),
            )
        )  # fmt: skip

    def begin(self) -> None:
        """Begin with the language."""
        self._language.setFocus()

    def _minutes(self) -> QuietCombo:
        say, preferences = self._context.words.say, self._context.preferences
        self._list = QuietCombo()
        for minutes in range(SHORTEST_LOCK, LONGEST_LOCK + 1):
            self._list.addItem(say("{count} min", count=minutes), minutes)
        self._list.setCurrentIndex(self._list.findData(preferences.lock_minutes))
        self._list.setMinimumWidth(MINUTES_WIDTH)
        self._list.setAccessibleName(say("Lock by itself after"))
        self._list.activated.connect(self._lock_after)
        return self._list

    def _lock_after(self) -> None:
        self._context.lock_after(int(self._list.currentData()))

    def _look(self, value: str) -> None:
        self._context.look(cast(Appearance, value))
