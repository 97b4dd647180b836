"""Default deny: in supplier text every word must be plain, or approved by a person (`W-6`)."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from fieldkit.airlock.folding import Folded, fold
from fieldkit.airlock.marks import Detector, Kind, Mark, Severity
from fieldkit.airlock.words import expressions, vocabulary

Language = Literal["en", "nl"]

_SHORTEST_PART = 4
_LONGEST_WORD = 60
_LINKS = ("", "s", "en", "e")
_CLITICS = frozenset({"s", "t", "ll", "re", "ve", "d", "m", "n", "tje", "er", "en"})
_NEGATED = frozenset({"don", "won", "can", "shan"})


def find(text: str | Folded, lang: str, /, *, approved: frozenset[str] = frozenset()) -> list[Mark]:
    """Return a mark for each word of `text` that is neither plain in `lang` nor approved; each is for review.

    Numbers in digits are the business of the patterns.
    """
    approved = frozenset(word for approval in approved for word in fold(approval).words)
    folded = text if isinstance(text, Folded) else fold(text)
    known = vocabulary(lang)
    memo: dict[str, bool] = {}
    marks = []
    for index, token in enumerate(folded.tokens):
        word = token.text
        if word not in memo:
            memo[word] = word in known or word in approved or word.isdigit()
        if (
            not memo[word]
            and not _is_clitic(folded, index)
            and not _is_compound(folded, index, lang, approved)
        ):
            marks.append(_mark(folded, index))
    return marks


def guess_language(text: str | Folded, /) -> Language:
    """Return the language whose small words occur most; English where neither does more."""
    folded = text if isinstance(text, Folded) else fold(text)
    counted = Counter(folded.words)
    english, dutch = (sum(counted[word] for word in expressions().stop[lang]) for lang in ("en", "nl"))
    return "nl" if dutch > english else "en"


def _is_clitic(folded: Folded, index: int) -> bool:
    """Whether a token is the small end of a word (`foto's`, `don't`) or a word that such an end follows."""
    word = folded.words[index]
    if word in _CLITICS and folded.gaps[index].endswith("'"):
        return True
    follows = index + 1 < len(folded.words) and folded.gaps[index + 1] == "'"
    return word in _NEGATED and follows and folded.words[index + 1] == "t"


def _is_compound(folded: Folded, index: int, lang: str, approved: frozenset[str]) -> bool:
    """Whether a Dutch word is put together from known ones; a capital in mid-sentence makes it a name."""
    word = folded.words[index]
    if lang != "nl" or not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_WORD:
        return False
    if folded.capitalised(index) and not folded.opens_sentence(index):
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
    if word in known or word in approved:
        return True
    return cuts > 0 and any(
        _splits(word[cut:], cuts - 1, known, approved) for cut in _heads(word, known, approved)
    )


def _mark(folded: Folded, index: int) -> Mark:
    token = folded.tokens[index]
    return Mark(
        start=token.start,
        end=token.end,
        kind=Kind.UNKNOWN_WORD,
        detector=Detector.VOCABULARY,
        severity=Severity.REVIEW,
        text=folded.typed(index),
    )
