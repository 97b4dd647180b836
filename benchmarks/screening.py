"""How long a note takes to be looked through, with many known strings."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from functools import partial

from benchmarks.figure import Figure, median_milliseconds
from fieldkit.airlock.known import Register
from fieldkit.airlock.screen import screen

KNOWN = 2_000
LETTERS = 2_000

_SYLLABLES = ("ka", "ri", "do", "sha", "mir", "tan", "bel", "ou", "zar", "ni", "pol", "ge", "wen", "du", "li")
_HOSTILE = {"one letter": "aaaa", "digits": "1111", "combining marks": "a\u0301\u0301."}
_WORDS = (
    "people",
    "ask",
    "for",
    "water",
    "and",
    "rest",
    "near",
    "the",
    "work",
    "hours",
    "change",
    "often",
    "at",
)


def _names(number: int) -> list[str]:
    chance = random.Random(7)
    return [
        " ".join("".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))
        for _ in range(number)
    ]


def _note(letters: int) -> str:
    chance = random.Random(8)
    text = ""
    while len(text) < letters:
        text += chance.choice(_WORDS) + " "
    return text[:letters]


def measure() -> Iterator[Figure]:
    """Yield the time to compile a register and to look through a note, and how that grows."""
    names, note = _names(KNOWN), _note(LETTERS)
    start = time.perf_counter()
    register = Register.compile(names)
    compiling = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    re.compile("|".join(re.escape(name) for name in names))
    beside = (time.perf_counter() - start) * 1000
    yield Figure(
        f"compile {KNOWN:,} known strings", compiling, "ms", beside, "one plain pattern", "<= 300 ms"
    )
    ours = median_milliseconds(lambda: screen(note, register))
    plain = median_milliseconds(lambda: re.findall(r"\w+", note.casefold()))
    yield Figure(
        f"screen a note of {LETTERS:,} characters", ours, "ms", plain, "splitting it into words", "<= 10 ms"
    )
    full = median_milliseconds(lambda: screen(note, register, supplier_text=True))
    yield Figure("the same as supplier text", full, "ms", plain, "splitting it into words", "<= 30 ms")
    for name, letters in _HOSTILE.items():
        text = letters * (1_000_000 // len(letters))
        whole = median_milliseconds(partial(screen, text, register), runs=1)
        half = median_milliseconds(partial(screen, text[: len(text) // 2], register), runs=1)
        yield Figure(f"screen a million letters: {name}", whole, "ms", half, "half of it", "ratio <= 2.2")
