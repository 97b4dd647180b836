"""Translation: one catalogue for windows, paper and commands.

English is the source; `resources/locale/<language>/LC_MESSAGES/fieldkit.mo` holds the rest. A string
that has no Dutch fails the tests. Texts that stand in the data files of `resources/` are keys of the
same catalogue.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

SOURCE = "en"
LANGUAGES = (SOURCE, "nl", "hi")
"""Languages one may ask for. Hindi speaks English wherever it has no words of its own yet."""


@dataclass(frozen=True)
class Catalogue:
    """The words of one language."""

    language: str
    _translations: gettext.NullTranslations

    def say(self, message: str, /, **values: object) -> str:
        """Return `message` in this language, its `{places}` filled with `values`."""
        translated = self._translations.gettext(message)
        return translated.format(**values) if values else translated

    def month(self, month: str, /) -> str:
        """Return a month given as `2026-04` in words: "April 2026", "april 2026"."""
        from babel.dates import format_date

        year, number = month.split("-")
        return format_date(date(int(year), int(number), 1), "LLLL y", locale=self.language)

    def day(self, day: date, /, form: str = "d MMMM y") -> str:
        """Return a day in words, by a CLDR pattern: "14 February 2026", "14 februari 2026"."""
        from babel.dates import format_date

        return format_date(day, form, locale=self.language)

    def money(self, minor: int, currency: str, /) -> str:
        """Return an amount in minor units behind its currency: "INR 11,700", "EUR 19.50"."""
        from babel.numbers import format_decimal

        form = "#,##0.00" if minor % 100 else "#,##0"
        return f"{currency} {format_decimal(Decimal(minor) / 100, form, locale=self.language)}"

    def listed(self, items: Iterable[str], /) -> str:
        """Return several things in one phrase: "a, b and c"."""
        from babel.lists import format_list

        return str(format_list(list(items), locale=self.language))

    def language_name(self, label: str, /) -> str:
        """Return the name of a language given by its tag: "pl" is Polish. Any other label stays as typed."""
        from babel import Locale

        found = Locale(self.language).languages.get(label.strip().casefold())
        return label if found is None else found[:1].upper() + found[1:]

    def country(self, code: str, /) -> str:
        """Return the name of a country given as ISO 3166-1 alpha-2."""
        from babel import Locale

        return str(Locale(self.language).territories.get(code, code))


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str, /) -> Catalogue:
    """Return the catalogue of a language (`en`, `nl`, `hi`); the first call reads it from disk."""
    if language == SOURCE:
        return Catalogue(language, gettext.NullTranslations())
    compiled = files("resources").joinpath("locale", language, "LC_MESSAGES", "fieldkit.mo")
    if not compiled.is_file():
        return Catalogue(language, gettext.NullTranslations())
    with compiled.open("rb") as stream:
        return Catalogue(language, gettext.GNUTranslations(stream))


@lru_cache
def sentences(name: str, /) -> Mapping[str, str]:
    """Return the English sentences of `resources/messages/<name>.json` by their code."""
    content = files("resources").joinpath("messages", f"{name}.json").read_bytes()
    return dict(json.loads(content))


def explain(kind: str, code: str, data: Mapping[str, object], words: Catalogue, /) -> str:
    """Return the sentence for a code of `resources/messages/<kind>.json`, filled and translated."""
    return words.say(sentences(kind)[code], **{name: _spoken(name, data[name], words) for name in data})


_LANGUAGES = ("source", "target")
"""Data that is the tag or the label of a language: the ends of a step of the language chain."""

_SENTENCES = ("condition", "item")
"""Data that is itself a sentence of the catalogue, and is said without its full stop."""


def _spoken(name: str, value: object, words: Catalogue, /) -> object:
    """Return a value as people say it, where the words are known: own_share[1] as its heading and 2."""
    if name in _LANGUAGES:
        return words.language_name(str(value))
    if name in _SENTENCES:
        return words.say(str(value)).rstrip(".")
    base, _, index = str(value).partition("[")
    chosen = sentences("choices").get(f"{name.capitalize()}.{base}")  # a value of a vocabulary
    known = sentences("words").get(f"{name}.{base}", chosen)
    if known is None:
        return value
    return words.say(known) + (f" {int(index.rstrip(']')) + 1}" if index else "")
