"""Countries by their names in English and Dutch, for fields in which one types."""

from __future__ import annotations

from fieldkit.errors import InvalidValue
from fieldkit.exchange import table_words
from fieldkit.text import Catalogue


def names(words: Catalogue, /) -> tuple[str, ...]:
    """Return the names of all countries and territories of ISO 3166-1, in alphabetical order."""
    codes = set(table_words.countries().values())
    return tuple(sorted((words.country(code) for code in codes), key=table_words.folded))


def read(typed: str, path: str, /) -> str:
    """Return the ISO code of a country typed by its name in either language, or by its code.

    Raises `InvalidValue` with the path of the field.
    """
    code = table_words.countries().get(table_words.folded(typed))
    if code is None:
        raise InvalidValue("not_a_country", path=path)
    return code
