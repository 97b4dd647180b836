"""Names in every spelling: glued, split, letter by letter, inflected, abbreviated, with digits for letters.

All forms of all names go into one Aho-Corasick automaton, which runs over the text without its separators;
a hit counts only on the edges of words, and only as its kind of form allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import accumulate, pairwise
from typing import Any, Generic, NamedTuple, TypeVar

import ahocorasick

from fieldkit.airlock.folding import Folded, is_masked, unmasked
from fieldkit.airlock.word_lists import expressions, ordinary, plain, stop_words

Owner = TypeVar("Owner")

_INFLECTIONS = frozenset(
    {"s", "es", "n", "en", "e", "er", "ers", "je", "jes", "nen", "se", "an", "in", "ans"}
)


_JOINING = "&+-/"


class Manner(Enum):
    """How freely one form of a known string may be met in a text."""

    NAME = auto()  # a name or a distinctive part of one: any spelling, inflected
    COMMON_NAME = (
        auto()
    )  # a name that is also an ordinary word: only as a capital in mid-sentence or after a title
    WORD = auto()  # a word or a phrase as it stands, inflected
    STEM = auto()  # every word that begins so
    CODE = auto()  # exactly, in either case
    ACRONYM = auto()  # in capitals; otherwise only if it is no ordinary word
    CAPITALISED = auto()  # also an ordinary word: only with a capital
    CAPITALS = auto()  # one to three letters: in capitals only


class Form(NamedTuple):
    """One way a known string may be written."""

    words: tuple[str, ...]  # folded
    manner: Manner


class Pair(NamedTuple):
    """Two parts of a name that give it away together."""

    left: str
    right: str
    neighbours: bool
    joined: bool  # by an "and" or a hyphen, in the name


class Hit(NamedTuple, Generic[Owner]):
    """Tokens `first` to `last` of a text, and what they give away."""

    first: int
    last: int
    owner: Owner


class Spellings(Generic[Owner]):
    """All forms of all names, compiled once; each is owned by whatever the caller hands in."""

    def __init__(self, forms: Iterable[tuple[Form, Owner]], pairs: Iterable[tuple[Pair, Owner]]) -> None:
        self._pairs: set[tuple[str, str]] = set()
        self._weak: dict[tuple[str, str], tuple[Owner, bool]] = {}
        for pair, owner in pairs:
            if pair.neighbours:
                self._pairs.add((pair.left, pair.right))
            if not is_distinctive(pair.left) and not is_distinctive(pair.right):
                self._add_weak(pair, owner)
        self._plain: Any = ahocorasick.Automaton()
        self._masked: Any = ahocorasick.Automaton()
        for form, owner in forms:
            squashed = "".join(form.words)
            _add(self._plain, squashed, form, owner)
            if form.manner in (Manner.NAME, Manner.WORD, Manner.STEM) and len(squashed) > 3:
                _add(self._masked, unmasked(squashed), form, owner)
        for automaton in (self._plain, self._masked):
            automaton.make_automaton()

    def _add_weak(self, pair: Pair, owner: Owner) -> None:
        for key in ((pair.left, pair.right), (pair.right, pair.left)):
            present = self._weak.get(key)
            self._weak[key] = (owner, pair.joined or (present is not None and present[1]))

    def find(self, folded: Folded) -> Iterator[Hit[Owner]]:
        """Yield what stands in the text, each hit widened by the neighbours that belong to its name."""
        if not folded.tokens:
            return
        before, behind = self._links(folded)
        for hit in self._hits(folded):
            yield Hit(before[hit.first], behind[hit.last], hit.owner)
        yield from self._weak_pairs(folded)

    def _hits(self, folded: Folded) -> Iterator[Hit[Owner]]:
        offsets = list(accumulate((len(word) for word in folded.words), initial=0))
        yield from _matches(self._plain, "".join(folded.words), offsets, folded)
        if any(is_masked(word) for word in folded.words):
            squashed = unmasked("".join(folded.words))
            for hit in _matches(self._masked, squashed, offsets, folded):
                if any(is_masked(word) for word in folded.words[hit.first : hit.last + 1]):
                    yield hit

    def _links(self, folded: Folded) -> tuple[list[int], list[int]]:
        """Return for each token the first and the last of the run of name parts it stands in."""
        count = len(folded.tokens)
        before, behind = list(range(count)), list(range(count))
        linked = [pair in self._pairs for pair in pairwise(folded.words)]
        for index in range(1, count):
            if linked[index - 1] and _same_sentence(folded, index):
                before[index] = before[index - 1]
        for index in range(count - 2, -1, -1):
            if linked[index] and _same_sentence(folded, index + 1):
                behind[index] = behind[index + 1]
        return before, behind

    def _weak_pairs(self, folded: Folded) -> Iterator[Hit[Owner]]:
        if not self._weak:
            return
        words = folded.words
        for first in range(len(words)):
            for last in (first + 1, first + 2):
                found = self._weak.get((words[first], words[last])) if last < len(words) else None
                if found is not None and _belong_together(folded, first, last, joined=found[1]):
                    yield Hit(first, last, found[0])


def forms_of_name(words: tuple[str, ...], capitals: tuple[bool, ...]) -> Iterator[Form]:
    """Yield every form of a name: whole, each distinctive part alone, its acronyms.

    `capitals` says which of its words were given with a capital.
    """
    yield from _whole(words)
    if len(words) > 1:
        yield from (Form((word,), Manner.NAME) for word in words if is_distinctive(word))
    initials = [
        (word[0], word in expressions().generic)
        for word, capital in zip(words, capitals, strict=True)
        if capital and word not in stop_words()
    ]
    for letters in {
        "".join(letter for letter, _ in initials),
        "".join(letter for letter, is_generic in initials if not is_generic),
    }:
        if len(letters) > 2:
            yield Form((letters,), Manner.ACRONYM)


def pairs_of_name(words: tuple[str, ...], gaps: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the pairs of parts within a name that give it away together.

    `gaps` says what stands before each of its words.
    """
    parts = [index for index, word in enumerate(words) if _is_part(word)]
    for place, left in enumerate(parts):
        for right in parts[place + 1 :]:
            joined = right == left + 2 and words[left + 1] in expressions().and_words
            if right == left + 1 and gaps:
                joined = any(sign in gaps[right] for sign in _JOINING)
            if words[left] != words[right]:
                yield Pair(words[left], words[right], right == left + 1, joined)


def _is_part(word: str) -> bool:
    return len(word) > 2 and not word.isdigit() and word not in stop_words()


def inflected(word: str, known: frozenset[str]) -> bool:
    """Whether a folded word is one of the known ones, or an inflected form of one."""
    return word in known or any(
        len(word) - len(ending) > 3 and word.endswith(ending) and word[: -len(ending)] in known
        for ending in _INFLECTIONS
    )


def is_distinctive(word: str) -> bool:
    """Whether a part of a name gives it away alone: long enough, and no ordinary word."""
    shortest = 4 if word.isascii() else 3
    return len(word) >= shortest and not word.isdigit() and word not in ordinary()


def _whole(words: tuple[str, ...]) -> Iterator[Form]:
    squashed = "".join(words)
    if len(squashed) < 3:
        yield Form(words, Manner.CAPITALS)
    elif len(words) == 1 and words[0] in plain():
        yield Form(words, Manner.COMMON_NAME)
    else:
        yield Form(words, Manner.NAME)


def _add(automaton: Any, key: str, form: Form, owner: object) -> None:
    if not key:
        return
    present = automaton.get(key, ())
    if all(other.manner is not form.manner or other.words != form.words for other, _ in present):
        automaton.add_word(key, (*present, (form, owner)))


def _matches(automaton: Any, squashed: str, offsets: list[int], folded: Folded) -> Iterator[Hit[Any]]:
    if not len(automaton):
        return
    token_at = {offset: index for index, offset in enumerate(offsets[:-1])}
    # One hit may end inside a word (an inflection), so the word is looked up by each character's owner.
    owner_of = [index for index, word in enumerate(folded.words) for _ in word]
    for end, found in automaton.iter(squashed):
        last = owner_of[end]
        rest = folded.words[last][end + 1 - offsets[last] :]
        for form, owner in found:
            first = token_at.get(end + 1 - sum(map(len, form.words)))
            if first is not None and _allowed(form, folded, first, last, rest):
                yield Hit(first, last, owner)


def _allowed(form: Form, folded: Folded, first: int, last: int, rest: str) -> bool:
    return (
        _inflected(form, folded.words[last], rest)
        and _together(form, folded, first, last)
        and _cased(form, folded, first, last)
    )


def _inflected(form: Form, word: str, rest: str) -> bool:
    """Whether what follows the form in its last word leaves it the same name."""
    if not rest or form.manner is Manner.STEM:
        return True
    if form.manner in (Manner.WORD, Manner.CAPITALISED):
        return rest in _INFLECTIONS
    if form.manner is not Manner.NAME:
        return False
    size = len(form.words[-1])
    if rest.isdigit():
        return size > 3
    longest = 99 if size > 5 else 3 if size > 3 else 0
    return len(rest) <= longest and word not in plain()


def _together(form: Form, folded: Folded, first: int, last: int) -> bool:
    """Whether the words of the text may be one spelling of the form's words."""
    found = folded.words[first : last + 1]
    if len(found) == len(form.words):
        return all(word == wanted for word, wanted in zip(found[:-1], form.words[:-1], strict=True))
    size = sum(map(len, form.words))
    if len(found) == 1:
        return size > 5 or form.manner in (Manner.CODE, Manner.ACRONYM)
    letters = all(len(word) == 1 for word in found)
    gaps = folded.gaps[first + 1 : last + 1]
    if form.manner is Manner.ACRONYM:
        return letters and all("." in gap for gap in gaps)
    if letters and size > 3:
        return True
    if form.manner is Manner.CODE:
        return all(gap.strip() in ("", "-", "_", ".", "/") for gap in gaps)
    if size > 3 and any("-" in gap or "\n" in gap for gap in gaps):
        return True
    return size > 5 and (
        size > 8 or any(word not in ordinary() for word in found) or folded.capitalised(first)
    )


def _cased(form: Form, folded: Folded, first: int, last: int) -> bool:
    typed = folded.original[folded.tokens[first].start : folded.tokens[last].end]
    if form.manner is Manner.CAPITALS:
        return typed.isupper()
    if form.manner is Manner.ACRONYM:
        return typed.isupper() or form.words[0] not in plain()
    if form.manner is Manner.CAPITALISED:
        return folded.capitalised(first)
    if form.manner is Manner.COMMON_NAME:
        titled = first > 0 and folded.words[first - 1] in expressions().honorifics
        return titled or (folded.capitalised(first) and not folded.opens_sentence(first))
    return True


def _same_sentence(folded: Folded, index: int) -> bool:
    return not any(sign in folded.gaps[index] for sign in "!?;:")


def _belong_together(folded: Folded, first: int, last: int, *, joined: bool) -> bool:
    """Whether two ordinary words, next to each other or one word apart, are the two parts of a name."""
    gaps = folded.gaps[first + 1 : last + 1]
    if any(
        not _same_sentence(folded, index) or "." in folded.gaps[index] for index in range(first + 1, last + 1)
    ):
        return False
    if folded.capitalised(first) and folded.capitalised(last):
        return True
    if last == first + 2:
        joins = folded.words[first + 1] in expressions().and_words
    else:
        joins = any(sign in gaps[0] for sign in _JOINING)
    if joined and joins:
        return True
    return any(folded.capitalised(index) and not folded.opens_sentence(index) for index in (first, last))
