"""Default deny: in supplier text every word must be plain, or approved by a person (`W-6`)."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import regex

from fieldkit.airlock.folding import Folded, fold
from fieldkit.airlock.marks import Detector, Kind, Mark, Severity
from fieldkit.airlock.word_lists import expressions, vocabulary

Language = Literal["en", "nl"]

_SHORTEST_PART = 4
_LONGEST_WORD = 60
_LINKS = ("", "s", "en", "e")
# Emoji, flags, letters and numbers in circles, and the signs of faiths, sexes and the weather.
_PICTURE = regex.compile(
    r"(?:(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}|[\u2460-\u24ff\u2600-\u27bf\U0001f000-\U0001faff])"
    r"(?:[\u200d\ufe0f\u20e3\U000e0020-\U000e007f]|\p{Extended_Pictographic}|[\U0001f000-\U0001faff])*"
)
_LATIN = regex.compile(r"\p{Latin}")
_OTHER_LETTERS = regex.compile(r"[^\P{L}\p{Latin}\p{Common}\p{Inherited}]")


def find(text: str | Folded, lang: str, /, *, approved: frozenset[str] = frozenset()) -> list[Mark]:
    """Return a mark for each word of `text` that is neither plain in `lang` nor approved; each is for review.

    A word that mixes scripts hides another one: it blocks and cannot be approved. Pictures are for review.
    Numbers in digits are the business of the patterns.
    """
    approved = frozenset(word for approval in approved for word in fold(approval).words)
    folded = text if isinstance(text, Folded) else fold(text)
    pictures = [found.span() for found in _PICTURE.finditer(folded.original)]
    marks = [_mark(folded, start, end, Severity.REVIEW) for start, end in pictures]
    drawn = {place for start, end in pictures for place in range(start, end)}
    known = vocabulary(lang)
    memo: dict[str, bool] = {}
    for index, token in enumerate(folded.tokens):
        word = token.text
        if word not in memo:
            memo[word] = word in known or word in approved or word.isdigit()
        if _mixes_scripts(folded, index):
            marks.append(_mark(folded, token.start, token.end, Severity.BLOCK))
        elif not (memo[word] or token.start in drawn or _passes(folded, index, lang, approved)):
            marks.append(_mark(folded, token.start, token.end, Severity.REVIEW))
    return sorted(marks, key=lambda mark: mark.start)


def _passes(folded: Folded, index: int, lang: str, approved: frozenset[str]) -> bool:
    return _is_clitic(folded, index) or _is_compound(folded, index, lang, approved)


def _mixes_scripts(folded: Folded, index: int) -> bool:
    """Whether a token has Latin letters and those of another script, as no plain word has."""
    typed = folded.typed(index)
    return not typed.isascii() and bool(_OTHER_LETTERS.search(typed) and _LATIN.search(typed))


def guess_language(text: str | Folded, /) -> Language:
    """Return the language whose small words occur most; English where neither does more."""
    folded = text if isinstance(text, Folded) else fold(text)
    counted = Counter(folded.words)
    english, dutch = (sum(counted[word] for word in expressions().stop[lang]) for lang in ("en", "nl"))
    return "nl" if dutch > english else "en"


def _is_clitic(folded: Folded, index: int) -> bool:
    """Whether a token is the small end of a word (`foto's`, `don't`) or a word that such an end follows."""
    word = folded.words[index]
    if word in expressions().clitics and folded.gaps[index].endswith("'"):
        return True
    follows = index + 1 < len(folded.words) and folded.gaps[index + 1] == "'"
    return word in expressions().negated and follows and folded.words[index + 1] == "t"


def _is_compound(folded: Folded, index: int, lang: str, approved: frozenset[str]) -> bool:
    """Whether a Dutch word is put together from known ones.

    A capital in mid-sentence makes it a name, an ending such as `-wijk` a place, and a weekday a day.
    """
    word = folded.words[index]
    if lang != "nl" or not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_WORD:
        return False
    if folded.capitalised(index) and not folded.opens_sentence(index):
        return False
    if any(day in word for day in expressions().weekdays if len(day) > _SHORTEST_PART):
        return False
    known = vocabulary(lang)
    return any(_splits(word[cut:], 1, known, approved) for cut in _heads(word, known, approved))


def _heads(word: str, known: frozenset[str], approved: frozenset[str]) -> list[int]:
    """Return where the rest of a compound may begin after its first part and its link."""
    cuts = []
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word[:cut] in known or word[:cut] in approved:
            cuts += [cut + len(link) for link in _LINKS if word.startswith(link, cut)]
    return cuts


def _splits(word: str, cuts: int, known: frozenset[str], approved: frozenset[str]) -> bool:
    """Whether a word is known, or can be cut into known parts at most `cuts` times."""
    if len(word) < _SHORTEST_PART:
        return False
    if (word in known or word in approved) and word not in expressions().place_endings:
        return True
    return cuts > 0 and any(
        _splits(word[cut:], cuts - 1, known, approved) for cut in _heads(word, known, approved)
    )


def _mark(folded: Folded, start: int, end: int, severity: Severity) -> Mark:
    return folded.mark(start, end, Kind.UNKNOWN_WORD, Detector.VOCABULARY, severity)
