"""Folding: one plain spelling for every way of writing the same letters, with a map back.

All detectors look at the folded text; every offset they hand out is that of the text as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from fieldkit.airlock.marks import Detector, Kind, Mark, Severity

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_PLAIN = re.compile(r"[\t\n\r -~]*")
_SENTENCE_END = re.compile(r"[.!?:;\n\u0964]")

# Letters that have no decomposition but look like, or stand for, Latin ones. Upper and lower case of one
# letter share an answer, so that a name written in its own script still meets itself.
_LOOK_ALIKES = {
    **dict(zip("авекмнорстухіјѕԁһӏпшԛԝґгизбья", "abekmhopctyxijsdhlnwqwrruzbbr", strict=True)),
    **dict(zip("αβεζηικμνορτυχω", "abezhikmnoptyxw", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **dict(zip("łøđðħŧɛɔŋɓɗƙıɑɡ", "lodhhteonbdkiag", strict=True)),
    **{"ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u0060\u00b4", "'"),
}
# Letters in circles, squares, brackets and flags, of which Unicode takes only some apart.
_ENCLOSED = {
    chr(first + place): letter
    for first in (0x249C, 0x24B6, 0x24D0, 0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
    for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}
# Invisible although Unicode calls them letters, marks or symbols.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_MASKS = str.maketrans("013456789i", "oleasgtbgl")


class Token(NamedTuple):
    """A run of letters, marks and numbers."""

    text: str  # folded
    start: int  # first code point in the text as typed
    end: int  # one past the last code point in the text as typed
    at: int  # first character in the folded text


@dataclass(frozen=True)
class Folded:
    """A text in its plain spelling, and the way back to what was typed."""

    original: str
    text: str
    starts: Sequence[int]  # per folded character: its first code point in the original
    ends: Sequence[int]  # per folded character: one past its last code point in the original

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and numbers of the text, in order."""
        return tuple(
            Token(found.group(), self.starts[found.start()], self.ends[found.end() - 1], found.start())
            for found in _WORD.finditer(self.text)
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded texts of the tokens, in order."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What stands before each token, folded; one more for what follows the last."""
        ends = [0, *(token.at + len(token.text) for token in self.tokens)]
        starts = [*(token.at for token in self.tokens), len(self.text)]
        return tuple(self.text[end:start] for end, start in zip(ends, starts, strict=True))

    def span(self, at: int, to: int) -> tuple[int, int]:
        """Return the original span of the folded characters `at` up to `to` (not empty)."""
        return self.starts[at], self.ends[to - 1]

    def end(self, index: int) -> int:
        """Return one past the last character of a token in the folded text."""
        return self.tokens[index].at + len(self.tokens[index].text)

    def mark(
        self,
        start: int,
        end: int,
        kind: Kind,
        detector: Detector,
        severity: Severity = Severity.BLOCK,
        suggestion: str | None = None,
    ) -> Mark:
        """Return a mark over the code points `start` up to `end` of the text as typed."""
        return Mark(
            start=start,
            end=end,
            kind=kind,
            detector=detector,
            severity=severity,
            text=self.original[start:end],
            suggestion=suggestion,
        )

    def typed(self, index: int) -> str:
        """Return a token as it was typed."""
        token = self.tokens[index]
        return self.original[token.start : token.end]

    def capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return self.typed(index)[:1].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first of its sentence, line or clause after a colon."""
        return index == 0 or _SENTENCE_END.search(self.gaps[index]) is not None


def fold(text: str) -> Folded:
    """Return `text` in its plain spelling; linear in its length, never fails.

    Format and control characters go; letters lose accents, case, width and disguise; digits of any
    script become ASCII. Indic vowel signs stay, they carry meaning.
    """
    if text.isascii() and _PLAIN.fullmatch(text):
        return Folded(text, text.lower(), range(len(text)), range(1, len(text) + 1))
    return _unfold(text)


def folded_word(word: str) -> str:
    """Return the plain spelling of one word or name, separators kept."""
    return fold(word).text


def outermost(spans: Iterable[tuple[int, int, Kind]]) -> Iterator[tuple[int, int, Kind]]:
    """Yield the spans in order, without those that lie inside another of their kind."""
    reached: dict[Kind, int] = {}
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if end > reached.get(kind, -1):
            reached[kind] = end
            yield start, end, kind


def unmasked(text: str) -> str:
    """Return folded text with digits read as the letters they imitate (`s4h4ra`), letter for letter.

    `i`, `l` and `1` share one answer, so both sides of a comparison go through here.
    """
    return text.translate(_MASKS)


def is_masked(word: str) -> bool:
    """Whether a folded word mixes letters with digits, and so may hide another word."""
    return len(word) > 3 and not word.isalpha() and not word.isdigit() and not word[-2:].isdigit()


def _unfold(text: str) -> Folded:
    memo: dict[str, str] = {}
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, typed in enumerate(text):
        plain = memo.get(typed)
        if plain is None:
            plain = memo[typed] = _plain(typed)
        if plain:
            letters.append(plain)
            starts.extend([index] * len(plain))
            ends.extend([index + 1] * len(plain))
        elif ends and ends[-1] == index and unicodedata.category(typed)[0] == "M":
            ends[-1] = index + 1  # an accent written apart belongs to the letter before it
    return Folded(text, "".join(letters), starts, ends)


def _plain(typed: str) -> str:
    if typed in _ENCLOSED:
        return _ENCLOSED[typed]
    return "".join(_plain_part(part) for part in unicodedata.normalize("NFKD", typed).casefold())


def _plain_part(part: str) -> str:
    category = unicodedata.category(part)
    if part in _INVISIBLE or category in ("Cf", "Me") or 0xFE00 <= ord(part) <= 0xFE0F:
        return ""
    if category == "Cc":
        return part if part.isspace() else ""
    # Combining classes 0 and 9 hold the Indic vowel signs and the sign that takes a vowel away.
    if category == "Mn" and unicodedata.combining(part) not in (0, 9):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(part))
    if category == "No" and unicodedata.numeric(part).is_integer():
        return str(int(unicodedata.numeric(part)))
    # Case folding may leave a composed letter behind; taking it apart again is settled after one round.
    bare = unicodedata.normalize("NFKD", part)[:1] or part
    return _LOOK_ALIKES.get(bare, bare)
