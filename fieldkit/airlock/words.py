"""The word lists of the airlock, read once from `resources/words/` and folded like every text."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec

from fieldkit.airlock.folding import folded_word

LANGUAGES = ("en", "nl")
"""The languages whose supplier text can be checked word by word (`05` section 5.4)."""


class Expressions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that turn a number into a date, a count, an amount or a code; English and Dutch together."""

    months: dict[str, int]  # 1..12
    months_also_words: frozenset[str]  # "may": a month only where something else says so
    weekdays: dict[str, int]  # 0 is Monday
    weekdays_also_words: frozenset[str]
    weekday_leads: frozenset[str]  # "last" Sunday: one certain day
    weekday_tails: frozenset[str]
    numbers: dict[str, int]
    tens: dict[str, int]
    zero: frozenset[str]
    groups_of_people: dict[str, int]  # "met z'n drieën"
    ordinals: dict[str, int]  # -1 is the last
    units: frozenset[str]  # "5-10 hours" is no date
    people: frozenset[str]
    people_pronouns: frozenset[str]  # "14 of them"
    people_leads: frozenset[str]  # "a group of 14"
    people_verbs: frozenset[str]  # "14 came"
    before_people: frozenset[str]  # may stand between a number and its people
    currencies: dict[str, str]  # word or sign -> ISO 4217
    currencies_also_words: frozenset[str]
    time_leads: frozenset[str]
    time_marks: frozenset[str]
    identity_labels: frozenset[str]  # "line", "room", "badge": what follows is a code
    number_words: frozenset[str]
    account_labels: frozenset[str]
    phone_labels: frozenset[str]
    norms: frozenset[str]  # "ISO 45001" is nobody's number
    feasts: frozenset[str]
    honorifics: frozenset[str]
    generic: frozenset[str]  # "foundation": says nothing about which
    stop: dict[str, frozenset[str]]  # per language, to guess it
    articles: frozenset[str]


@lru_cache(maxsize=1)
def expressions() -> Expressions:
    """Return the expressions, every word folded."""
    content = files("resources").joinpath("words", "expressions.json").read_bytes()
    return msgspec.convert(_folded(msgspec.json.decode(content)), Expressions)


@lru_cache(maxsize=len(LANGUAGES))
def vocabulary(lang: str) -> frozenset[str]:
    """Return the plain vocabulary of a language: common words that identify nobody, folded."""
    return _lines(f"{lang}.txt") | _lines(f"field.{lang}.txt")


@lru_cache(maxsize=1)
def plain() -> frozenset[str]:
    """Return the plain vocabularies of all languages together."""
    return frozenset().union(*(vocabulary(lang) for lang in LANGUAGES))


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """Return every word that, standing alone, says nothing about a name it may be part of."""
    words = expressions()
    identifying = (_lines(f"identifying.{lang}.txt") for lang in LANGUAGES)
    return plain().union(*identifying, words.months, words.weekdays, words.generic, words.people)


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Return the words too common to be a part of a name, all languages together."""
    return frozenset().union(*expressions().stop.values(), expressions().articles)


@lru_cache(maxsize=1)
def number_values() -> dict[str, int]:
    """Return the value of every number written as one word, up to 99 (`zesentwintig`, `fourteen`)."""
    words = expressions()
    values = {**words.numbers, **words.tens, **words.groups_of_people}
    for unit, digit in words.numbers.items():
        if digit < 10:
            values |= {f"{unit}en{ten}": value + digit for ten, value in words.tens.items()}
            values |= {f"{ten}{unit}": value + digit for ten, value in words.tens.items()}
    return values


def _lines(name: str) -> frozenset[str]:
    content = files("resources").joinpath("words", name).read_text(encoding="utf-8")
    while content.startswith("#") or "\n#" in content:  # a note to the reader of the list
        before, _, rest = content.rpartition("\n#") if "\n#" in content else ("", "", content)
        content = before + "\n" + rest.partition("\n")[2]
    return frozenset(content.split())


def _folded(value: object) -> object:
    if isinstance(value, dict):
        return {folded_word(key) if key not in _NAMES else key: _folded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return folded_word(value) if isinstance(value, str) and not value.isupper() else value


_NAMES = frozenset(Expressions.__struct_fields__)
