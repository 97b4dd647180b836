"""Numbers and what they count: people, and runs of digits that number something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.spoken import Number, numbers
from fieldkit.airlock.word_lists import Expressions, expressions

_RUN = re.compile(r"(?<![\d])[+(]{0,2}\d(?:[ \-./()\n]{0,3}\d){5,39}(?!\d)|(?<!\d)\d{6,}")
_REACH = 5
"""How many words may stand between a number and the people it counts."""


class Count(NamedTuple):
    """An exact number beside the people it counts."""

    at: int  # first character in the folded text
    to: int
    value: int


class Run(NamedTuple):
    """Six digits or more, however grouped."""

    at: int
    to: int
    digits: str
    typed: str  # folded, with its separators


def counts(folded: Folded) -> Iterator[Count]:
    """Yield every number, in digits or words, that stands beside a word for people.

    "Een werknemer" is no count; "one worker" is a single person (`W-5`).
    """
    words = expressions()
    for number in numbers(folded):
        if number.first == number.last and folded.words[number.first] in words.number_articles:
            continue
        tokens = (
            _group(folded, number, words)
            or _people_behind(folded, number, words)
            or _people_before(folded, number, words)
            or _people_were(folded, number, words)
        )
        if tokens is not None:
            yield Count(folded.tokens[tokens[0]].at, folded.end(tokens[1]), number.value)


def is_people(word: str, words: Expressions, /) -> bool:
    """Whether a folded word stands for people: one of the list, or put together with one (`thuiswerkers`)."""
    return word in words.people or (len(word) > 7 and word.endswith(words.people_endings))


def _group(folded: Folded, number: Number, words: Expressions) -> tuple[int, int] | None:
    """Return the tokens of "z'n drieen", "26-strong" and "veertienkoppig"."""
    first, last = number.first, number.last
    word = folded.words[first]
    if word in words.groups_of_people and folded.words[first - 1 : first] in (
        ("n",),
        ("zijn",),
        ("hun",),
        ("ons",),
    ):
        return first, last
    if word.endswith(words.group_endings):
        return first, last
    if last + 1 < len(folded.words) and folded.words[last + 1] in words.group_endings:
        return first, last + 1
    return None


def _people_behind(folded: Folded, number: Number, words: Expressions) -> tuple[int, int] | None:
    """Return the tokens of "26 of your home workers", "14 were women", "26 came"."""
    first, last = number.first, number.last
    if folded.words[first] in words.groups_of_people:
        return None
    for ahead in range(last + 1, min(last + 2 + _REACH, len(folded.tokens))):
        if not _close(folded.gaps[ahead]):
            return None
        word = folded.words[ahead]
        if is_people(word, words) or (ahead == last + 2 and word in words.people_pronouns):
            return first, ahead
        if ahead == last + 1 and word in words.people_verbs:
            return first, ahead
        if word not in words.before_people and not _is_hyphened(folded, ahead, words):
            return None
    return None


def _is_hyphened(folded: Folded, index: int, words: Expressions) -> bool:
    """Whether a word is half of one such as `home-based`, and no measure (`8-hour`)."""
    halves = "-" in (folded.gaps[index], folded.gaps[index + 1])
    return halves and folded.words[index] not in words.units


def _people_before(folded: Folded, number: Number, words: Expressions) -> tuple[int, int] | None:
    """Return the tokens of "women (14)" and "a group of some 26"."""
    first, last = number.first, number.last
    if not first:
        return None
    if is_people(folded.words[first - 1], words) and folded.gaps[first].strip() in (
        "(",
        ":",
        "=",
        "-",
        "[",
        "x",
    ):
        return first - 1, last
    lead = _past_fillers(folded, first - 1, words)
    of_group = (
        lead > 0 and folded.words[lead] in ("of", "van") and folded.words[lead - 1] in words.people_leads
    )
    return (lead - 1, last) if of_group and _counts_nothing_else(folded, last, words) else None


def _people_were(folded: Folded, number: Number, words: Expressions) -> tuple[int, int] | None:
    """Return the tokens of "we were 26", "er waren ongeveer 26", "we spoke to 26"."""
    if not number.first or not _counts_nothing_else(folded, number.last, words):
        return None
    verb = _past_fillers(folded, number.first - 1, words)
    if folded.words[verb] not in words.counting_verbs:
        return None
    for subject in range(verb - 1, max(verb - 3, -1), -1):
        if not _close(folded.gaps[subject + 1]):
            return None
        if folded.words[subject] in words.counted:
            return subject, number.last
    return None


def _past_fillers(folded: Folded, index: int, words: Expressions) -> int:
    """Return the first token going back from `index` that is no "about", "some" or "with"."""
    lowest = max(0, index - 4)
    while index > lowest and folded.words[index] in words.count_fillers and _close(folded.gaps[index]):
        index -= 1
    return index


def _counts_nothing_else(folded: Folded, last: int, words: Expressions) -> bool:
    """Whether no noun follows that the number could count instead."""
    if last + 1 >= len(folded.words):
        return True
    return (
        folded.words[last + 1] in words.no_nouns
        or not _close(folded.gaps[last + 1])
        or "," in folded.gaps[last + 1]
    )


def _close(gap: str) -> bool:
    return len(gap) <= 3 and not any(sign in ".;!?" for sign in gap)


def digit_runs(folded: Folded) -> Iterator[Run]:
    """Yield every run of six digits or more, grouped by spaces, dots, hyphens, brackets or lines."""
    for found in _RUN.finditer(folded.text):
        typed = found.group()
        yield Run(found.start(), found.end(), "".join(sign for sign in typed if sign.isdigit()), typed)


def spoken_digits(folded: Folded) -> Iterator[Run]:
    """Yield every run of seven digits or more that is spelled out, one word a digit."""
    words = expressions()
    single = {
        **{word: value for word, value in words.numbers.items() if value < 10},
        **dict.fromkeys(words.zero, 0),
    }
    digits: list[int] = []
    first = 0
    for index, word in enumerate((*folded.words, "")):
        value = single.get(word, int(word) if len(word) == 1 and word.isdigit() else None)
        if value is not None:
            first = first if digits else index
            digits.append(value)
            continue
        if len(digits) > 6:
            at, to = folded.tokens[first].at, folded.end(index - 1)
            yield Run(at, to, "".join(map(str, digits)), folded.text[at:to])
        digits = []
