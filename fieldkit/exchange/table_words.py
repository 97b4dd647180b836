"""The words tables use: for columns and for values, in English and Dutch, however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from fieldkit.model.vocabulary import DIMENSION_CLASSES

Synonyms = Mapping[str, tuple[str, ...]]
"""By language: the word to show first, then others that mean the same."""

_NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)  # groups of countries, stretches of others, and placeholders
_BETWEEN_WORDS = re.compile(r"[^\w+<>%]|_")


class Headings(msgspec.Struct, frozen=True, kw_only=True):
    """Headings by the column they stand for, the surest first; and words that say what a figure counts."""

    columns: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, tuple[str, ...]]


def folded(text: str, /) -> str:
    """Return a text without case, accents and punctuation: `Tier-3+` and `tier 3+` are the same."""
    letters = text.casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters)
        letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_BETWEEN_WORDS.sub(" ", letters).split())


@lru_cache(maxsize=1)
def headings() -> Headings:
    """Return what stands in `resources/tables/headings.json`, folded."""
    read = msgspec.json.decode(_content("headings"), type=Headings)
    return Headings(columns=_folded(read.columns), measures=_folded(read.measures))


@lru_cache
def values(vocabulary: str, /) -> Mapping[str, str]:
    """Return the values of a vocabulary (`Tier`, `contract`, `Country`) by every folded word for them."""
    found: dict[str, str] = {}
    for value, synonyms in _values()[vocabulary].items():
        for word in (value, *(word for words in synonyms.values() for word in words)):
            found.setdefault(folded(word), value)
    return found


@lru_cache(maxsize=1)
def classes() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return dimension and class for every folded word that means one, or several of different dimensions."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for dimension in DIMENSION_CLASSES:
        for word, class_ in values(dimension).items():
            found[word] = (*found.get(word, ()), (dimension, class_))
    return found


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """Return the ISO code by every folded name and code of a country."""
    from babel import Locale
    from babel.core import get_global

    known = Locale("en").territories.items()
    names = {
        code: name for code, name in known if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRIES
    }
    found = dict(values("Country"))
    for code, name in (*names.items(), *Locale("nl").territories.items()):
        if code in names:
            found.setdefault(folded(name), code)
    for long, codes in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}", long) and len(codes) == 1 and codes[0] in names:
            found.setdefault(folded(long), codes[0])
    return found | {folded(code): code for code in names}


def shown(vocabulary: str, language: str, /) -> tuple[str, ...]:
    """Return the values of a vocabulary as words of a language, each of which a table may use."""
    language = language if language == "nl" else "en"
    return tuple(synonyms[language][0] for synonyms in _values()[vocabulary].values())


def word(vocabulary: str, value: str, language: str, /) -> str:
    """Return one value of a vocabulary as a word of a language."""
    return _values()[vocabulary][value]["nl" if language == "nl" else "en"][0]


@lru_cache(maxsize=1)
def _values() -> Mapping[str, Mapping[str, Synonyms]]:
    return msgspec.json.decode(_content("values"), type=dict[str, dict[str, dict[str, tuple[str, ...]]]])


def _folded(words: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(map(folded, synonyms)) for key, synonyms in words.items()}


def _content(name: str) -> bytes:
    return files("resources").joinpath("tables", f"{name}.json").read_bytes()
