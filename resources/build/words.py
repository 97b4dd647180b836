"""Builds `resources/words/en.txt` and `nl.txt`, the plain vocabularies of supplier text.

Needs the package `wordfreq` and the word lists of Debian's `wamerican-large`, `wamerican-small`,
`wbritish-large` and `wdutch`; none of them is needed to run Fieldkit. What comes from where:
`resources/words/ORIGIN.md`.

    pip install wordfreq
    python resources/build/words.py
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from wordfreq import top_n_list  # type: ignore[import-not-found, unused-ignore]

WORDS = Path(__file__).resolve().parent.parent / "words"
DICTIONARIES = Path("/usr/share/dict")
LISTS = {"en": ("american-english-large", "british-english-large"), "nl": ("dutch",)}
MOST_FREQUENT = {"en": 25_000, "nl": 40_000}
COMMON = {"en": 6_000, "nl": 6_000}
EVERYDAY = 1_000
SHORTEST = 3


def main() -> None:
    """Write the vocabulary of each language, one folded word a line, sorted."""
    for lang in LISTS:
        words = vocabulary(lang)
        (WORDS / f"{lang}.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
        print(lang, len(words))


def vocabulary(lang: str) -> list[str]:
    """Return the frequent words that the dictionary writes in small letters and that identify nobody.

    A word that the dictionary also knows with a capital (`may`, `Kelly`) stays only if it is common enough
    to be met mostly as a plain word.
    """
    entries = dictionary(lang)
    small = {entry for entry in entries if entry.islower()}
    names = {entry.lower() for entry in entries if not entry.islower()}
    frequent = top_n_list(lang, MOST_FREQUENT[lang])
    common = {*frequent[: COMMON[lang]], *everyday(lang)}
    kept = {folded(word) for word in frequent if word in small and (word not in names or word in common)}
    left_out = identifying()[lang] | people_of_origins()
    weekdays, months = days() if lang == "nl" else (frozenset(), frozenset())
    return sorted(
        word
        for word in kept - left_out - months
        if word.isalpha() and len(word) >= SHORTEST and not any(day in word for day in weekdays)
    )


def dictionary(lang: str) -> frozenset[str]:
    """Return the entries of a language's dictionaries as they are written there."""
    lists = [(DICTIONARIES / name).read_text(encoding="utf-8").split() for name in LISTS[lang]]
    return frozenset().union(*lists)


def everyday(lang: str) -> frozenset[str]:
    """Return the small everyday dictionary of a language, where there is one."""
    if lang != "en":
        return frozenset()
    return frozenset((DICTIONARIES / "american-english-small").read_text(encoding="utf-8").split())


def identifying() -> dict[str, frozenset[str]]:
    """Return per language the words of our own that must not be taken for plain ones.

    English names and labels stand out in Dutch text too, unless they are everyday Dutch (`dan`). The other
    way round most are plain English (`harm`).
    """
    own = {
        lang: frozenset((WORDS / f"identifying.{lang}.txt").read_text(encoding="utf-8").split("\n"))
        for lang in LISTS
    }
    return {"en": own["en"], "nl": own["nl"] | (own["en"] - frozenset(top_n_list("nl", EVERYDAY)))}


def people_of_origins() -> frozenset[str]:
    """Return the words for the people of an origin, in all languages."""
    peoples = json.loads((WORDS / "peoples.json").read_text(encoding="utf-8"))
    return frozenset(
        folded(noun) for people in peoples for noun in (*people["nouns"], *people.get("capitalised", ()))
    )


def days() -> tuple[frozenset[str], frozenset[str]]:
    """Return weekdays and months, which Dutch dictionaries write in small letters.

    A weekday goes with everything that is put together with it (`zaterdagochtend`).
    """
    words = json.loads((WORDS / "expressions.json").read_text(encoding="utf-8"))
    whole = frozenset(day for day in words["weekdays"] if day.endswith("dag"))
    return whole, frozenset(words["months"])


def folded(word: str) -> str:
    """Return a word without case and accents, as the airlock folds the texts it reads."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


if __name__ == "__main__":
    main()
