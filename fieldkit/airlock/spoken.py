"""Numbers in digits and in words, up to the crores: `26`, "twenty-six", "vierhonderdvijftig", "two lakh"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.word_lists import expressions, number_values

_LONGEST_WORD = 48


class Number(NamedTuple):
    """A whole number and the tokens it takes."""

    first: int
    last: int
    value: int


def numbers(folded: Folded) -> Iterator[Number]:
    """Yield every whole number of a text, however many words it takes."""
    index = 0
    multipliers = expressions().multipliers
    while index < len(folded.tokens):
        word = folded.words[index]
        if word in multipliers or word_value(word) is not None:
            found = _number_at(folded, index)
            yield found
            index = found.last
        index += 1


@lru_cache(maxsize=8192)
def word_value(word: str) -> int | None:
    """Return the value of a number that is one word, in digits or spelled out, else None."""
    if word.isdigit():
        return int(word) if word.isascii() and len(word) < 6 else None
    return _spelled(word) if len(word) <= _LONGEST_WORD else None


def _spelled(word: str) -> int | None:
    value = number_values().get(word)
    if value is not None:
        return value
    for glue, factor in (("duizend", 1000), ("honderd", 100)):
        before, found, after = word.partition(glue)
        if found:
            many = _spelled(before) if before else 1
            rest = _spelled(after.removeprefix("en")) if after else 0
            return None if many is None or rest is None else many * factor + rest
    return None


@dataclass
class _Sum:
    """A number being read, word by word: "two" - "lakh" - "fifty" - "thousand"."""

    total: int = 0  # what thousands, lakhs and crores have closed
    current: int = 0
    multiplied: bool = False
    parts: int = 0

    def takes(self, word: str) -> bool:
        """Take a word in, if it goes on with the number."""
        factor = expressions().multipliers.get(word)
        taken = self._multiply(factor) if factor else self._add(word)
        self.parts += taken
        return taken

    def _multiply(self, factor: int) -> bool:
        if self.current >= factor or (self.total and not self.current):
            return False
        many = max(self.current, 1) * factor
        self.total, self.current = (self.total, many) if factor == 100 else (self.total + many, 0)
        self.multiplied = True
        return True

    def _add(self, word: str) -> bool:
        part = word_value(word)
        if part is None or (self.parts and not self._fits(part, word)):
            return False
        self.current += part
        return True

    def _fits(self, part: int, word: str) -> bool:
        """Whether a part goes on with what was read: hundreds take tens, tens take units."""
        if self.current == 0:
            return self.multiplied and part < 1000
        if self.current % 100 == 0:
            return part < 100 and (self.multiplied or not word.isdigit())
        return self.current % 100 >= 20 and self.current % 10 == 0 and 0 < part < 10 and not word.isdigit()


def _number_at(folded: Folded, first: int) -> Number:
    number = _Sum()
    number.takes(folded.words[first])
    last = first
    in_digits = folded.words[first].isdigit()
    while True:
        step = last + 1
        if number.current % 100 == 0 and _goes_on(folded, step) and folded.words[step] in ("and", "en"):
            step += 1
        if not _goes_on(folded, step):
            break
        if in_digits and not number.multiplied and folded.words[step] not in expressions().multipliers:
            break
        if not number.takes(folded.words[step]):
            break
        last = step
    return Number(first, last, number.total + number.current)


def _goes_on(folded: Folded, index: int) -> bool:
    return index < len(folded.tokens) and folded.gaps[index] in (" ", "-", "\n")
