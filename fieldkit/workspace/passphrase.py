"""Passphrases and recovery words: how strong, how typed, and whether the sheet lies at hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from fieldkit.errors import WorkspaceProblem
from fieldkit.text import Catalogue

T = TypeVar("T")

RECOVERY_WORDS = 24
WORDS_ASKED = 3
_MOST_LOOKED_AT = 100  # characters: the time a judgement takes grows faster than the passphrase
_NOT_THE_KEY = ("recovery_words_wrong", "passphrase_or_damage")

Code = Literal["empty", "very_weak", "weak", "fair", "good", "strong"]
_CODES: tuple[Code, ...] = ("very_weak", "weak", "fair", "good", "strong")


class Strength(msgspec.Struct, frozen=True, kw_only=True):
    """How hard a passphrase is to guess. It advises; only an empty one is refused."""

    score: int  # 0 to 4
    code: Code

    def said(self, words: Catalogue, /) -> str:
        """Return the judgement as a sentence."""
        return {
            "empty": words.say("Four or five unrelated words work well."),
            "very_weak": words.say("Very weak: one of the first that anybody would try."),
            "weak": words.say("Weak: add two or three unrelated words."),
            "fair": words.say("Fair: one or two more unrelated words make it strong."),
            "good": words.say("Good: hard to guess."),
            "strong": words.say("Strong: nobody would guess this."),
        }[self.code]


def strength(passphrase: str, /) -> Strength:
    """Return how hard a passphrase is to guess, by zxcvbn; of a very long one its beginning is judged."""
    from zxcvbn import zxcvbn

    if not passphrase.strip():
        return Strength(score=0, code="empty")
    score = int(zxcvbn(passphrase[:_MOST_LOOKED_AT], max_length=_MOST_LOOKED_AT)["score"])
    return Strength(score=score, code=_CODES[score])


def three_to_ask(chance: random.Random, /) -> tuple[int, int, int]:
    """Return which three words of the sheet to ask for, by their number on it (1 to 24), in its order."""
    first, second, third = sorted(chance.sample(range(1, RECOVERY_WORDS + 1), WORDS_ASKED))
    return first, second, third


def check_words(given: Mapping[int, str], words: Sequence[str], /) -> bool:
    """Return whether the words given are those of the sheet, by their number on it (1 to 24).

    Capitals and spaces around them do not matter. Nothing given is nothing checked.
    """
    return bool(given) and all(
        1 <= number <= len(words) and word.strip().lower() == words[number - 1]
        for number, word in given.items()
    )


def unlisted(words: Sequence[str], /) -> tuple[int, ...]:
    """Return which of these words stand on no recovery sheet, by their number (from 1)."""
    from mnemonic import Mnemonic

    listed = frozenset(Mnemonic("english").wordlist)
    return tuple(number for number, word in enumerate(words, 1) if word.lower() not in listed)


def by_words_or_passphrase(
    typed: str, by_words: Callable[[Sequence[str]], T], by_passphrase: Callable[[str], T], /
) -> T:
    """Open something with what was typed: the 24 words of a sheet in place of a passphrase.

    A passphrase may have 24 words of its own, so it is tried when they open nothing. Raises what the two
    raise; where neither opens, what was wrong with the words.
    """
    words = typed.split()
    if len(words) != RECOVERY_WORDS:
        return by_passphrase(typed)
    try:
        return by_words(words)
    except WorkspaceProblem as problem:
        if problem.code not in _NOT_THE_KEY:
            raise
        told = problem
    try:
        return by_passphrase(typed)
    except WorkspaceProblem as problem:
        raise (told if problem.code in _NOT_THE_KEY else problem) from None
