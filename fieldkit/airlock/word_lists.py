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
    habits: frozenset[str]  # "every" Sunday: no certain day
    date_fillers: frozenset[str]  # may stand between a day and its month
    numbers: dict[str, int]
    tens: dict[str, int]
    number_articles: frozenset[str]  # "een werknemer" counts nobody
    multipliers: dict[str, int]  # "hundred", "lakh"
    zero: frozenset[str]
    and_words: tuple[str, ...]
    groups_of_people: dict[str, int]  # "met z'n drieën"
    ordinals: dict[str, int]  # -1 is the last
    units: frozenset[str]  # "5-10 hours" is no date
    people: frozenset[str]
    people_endings: tuple[str, ...]  # "thuiswerkers"
    group_endings: tuple[str, ...]  # "26-strong", "veertienkoppig"
    count_fillers: frozenset[str]  # "some" 26
    counting_verbs: frozenset[str]  # we "were" 26
    counted: frozenset[str]  # "we" were 26
    no_nouns: frozenset[str]  # what follows a number that counts nothing named
    people_pronouns: frozenset[str]  # "14 of them"
    people_leads: frozenset[str]  # "a group of 14"
    people_verbs: frozenset[str]  # "14 came"
    before_people: frozenset[str]  # may stand between a number and its people
    currencies: dict[str, str]  # word or sign -> ISO 4217
    currencies_also_words: frozenset[str]
    time_leads: frozenset[str]
    clock_turns: dict[str, int]  # quarter "to" (-1), half "past" (1)
    halves: frozenset[str]
    quarters: frozenset[str]
    range_leads: dict[str, frozenset[str]]  # "from" ten "to" one
    identity_labels: frozenset[str]  # "line", "room", "badge": what follows is a code
    number_words: frozenset[str]
    account_labels: frozenset[str]
    phone_labels: frozenset[str]
    norms: frozenset[str]  # "ISO 45001" is nobody's number
    feasts: frozenset[str]  # folded words, a space between
    honorifics: frozenset[str]
    generic: frozenset[str]  # "foundation": says nothing about which
    stop: dict[str, frozenset[str]]  # per language, to guess it
    articles: frozenset[str]
    clitics: frozenset[str]  # small ends of words: the "s" of "foto's"
    negated: frozenset[str]  # before "'t": "don't"
    place_endings: frozenset[str]  # Dutch: last parts of many names of places


class People(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One origin: what its language or nationality is called, and words for its people; folded."""

    origins: frozenset[str]
    nouns: frozenset[str]
    capitalised: frozenset[str] = frozenset()  # also ordinary words: "poles" hold up tents


@lru_cache(maxsize=1)
def expressions() -> Expressions:
    """Return the expressions, every word folded."""
    content = files("resources").joinpath("words", "expressions.json").read_bytes()
    return msgspec.convert(_folded(msgspec.json.decode(content)), Expressions)


@lru_cache(maxsize=1)
def peoples() -> tuple[People, ...]:
    """Return the origins whose people have a word of their own, English and Dutch together."""
    content = files("resources").joinpath("words", "peoples.json").read_bytes()
    return msgspec.convert(_folded(msgspec.json.decode(content)), tuple[People, ...])


@lru_cache(maxsize=1)
def people_of_origins() -> frozenset[str]:
    """Return every word for people of an origin."""
    return frozenset().union(*(people.nouns | people.capitalised for people in peoples()))


@lru_cache(maxsize=1)
def feasts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the feast days word by word, the longest first, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for feast in sorted(expressions().feasts, key=len):
        words = tuple(feast.split())
        found[words[0]] = (words, *found.get(words[0], ()))
    return found


@lru_cache(maxsize=1)
def parts_of_weekdays() -> dict[str, int]:
    """Return the parts of weekdays that are one word (`zaterdagochtend`)."""
    words = expressions()
    days = {day: number for day, number in words.weekdays.items() if day not in words.weekdays_also_words}
    return {day + tail: number for day, number in days.items() for tail in words.weekday_tails}


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
    return {
        **values,
        **{
            word + ending: value for word, value in values.items() for ending in ("tal", *words.group_endings)
        },
    }


def _lines(name: str) -> frozenset[str]:
    content = files("resources").joinpath("words", name).read_text(encoding="utf-8")
    return frozenset(
        line.strip() for line in content.splitlines() if line.strip() and not line.startswith("#")
    )


def _folded(value: object) -> object:
    if isinstance(value, dict):
        return {folded_word(key) if key not in _NAMES else key: _folded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return folded_word(value) if isinstance(value, str) and not value.isupper() else value


_NAMES = frozenset({*Expressions.__struct_fields__, *People.__struct_fields__})
