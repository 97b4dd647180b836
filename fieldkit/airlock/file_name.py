"""What the name of a file gives away (`05` section 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fieldkit.airlock import dates, wording
from fieldkit.airlock.folding import fold
from fieldkit.airlock.known import Register
from fieldkit.airlock.marks import Kind
from fieldkit.errors import Reason

_SEPARATORS = regex.compile(r"[_\-.+~#]+")
_NEW_WORD = regex.compile(
    r"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})"
)
_DIGITS = regex.compile(r"\d+")
_BESIDE = regex.compile(r"(?<!\d)(\d{1,4})[\W_]+(\d{1,4})(?!\d)")
_PLAIN_YEAR = regex.compile(r"(?:19|20)\d\d")
_OF_A_BRIEF = ("en", "nl")
_LONG_ENOUGH = 5  # letters; shorter words stand inside others by chance


def name_gives_away(file_name: str, register: Register, /) -> tuple[Reason, ...]:
    """Return what a file's name gives away, however its words are run together.

    Besides everything known: words about a source, in the languages of a brief, and digits that say a day,
    or the month, of anything known by its day. A year alone tells nothing.
    """
    stem = file_name.rpartition(".")[0] or file_name
    found = [
        Reason("RQ-115", "file_name", "known_in_pdf", kind=kind, place="file_name")
        for kind in (*_marked(stem, register), *_inside(stem, register), *_days(stem, register))
    ]
    if any(_tells_source(spelling) for spelling in _spellings(stem)):
        found.append(Reason("5.2", "file_name", "pdf_name_tells_source"))
    return tuple(dict.fromkeys(found))


def as_words(name: str, /) -> str:
    """Return the words that are run together in a name: `villageBrief_2` is `village Brief 2`."""
    return str(_NEW_WORD.sub(" ", _SEPARATORS.sub(" ", name)))


def _spellings(stem: str) -> tuple[str, ...]:
    return stem, _SEPARATORS.sub(" ", stem), as_words(stem)


def _marked(stem: str, register: Register) -> Iterator[str]:
    for spelling in _spellings(stem):
        yield from (str(mark.kind) for mark in register.find(spelling))


def _inside(stem: str, register: Register) -> Iterator[str]:
    """Yield what stands inside a longer word: a whole name, or a part that tells by itself."""
    squashed = _squashed(stem)
    for item in register.items:
        if item.role == "name":
            parts = {word for word in fold(item.text).words if len(word) >= _LONG_ENOUGH and word in squashed}
            whole = _squashed(item.text)
            if (len(whole) >= _LONG_ENOUGH and whole in squashed) or any(map(register.find, parts)):
                yield str(item.kind)


def _squashed(text: str) -> str:
    return "".join(fold(text).words)


def _days(stem: str, register: Register) -> Iterator[str]:
    """Yield that a known day or its month is told: `2026-02`, `feb 2026`, `140226`."""
    texts = (item.text for item in register.items if item.role == "date")
    known = [day for text in texts if (day := dates.parse(fold(text.strip())))]
    said = _digits(stem)
    spoken = {(day.year, day.month) for day in dates.find(fold(as_words(stem))) if day.day is None}
    if any(day[:2] in spoken or not said.isdisjoint(_written(*day)) for day in known):
        yield str(Kind.DATE)


def _digits(stem: str) -> set[str]:
    """Return the runs of digits, and each two beside each other as one; no plain years."""
    runs = [found.group().zfill(2) for found in _DIGITS.finditer(stem)]
    pairs = (found[1].zfill(2) + found[2].zfill(2) for found in _BESIDE.finditer(stem, overlapped=True))
    return {run for run in (*runs, *pairs) if not _PLAIN_YEAR.fullmatch(run)}


def _written(year: int | None, month: int, day: int) -> Iterator[str]:
    mm, dd = f"{month:02}", f"{day:02}"
    yield from (dd + mm, mm + dd)
    for yy in () if year is None else (str(year), f"{year % 100:02}"):
        yield from (yy + mm, mm + yy, yy + mm + dd, dd + mm + yy, mm + dd + yy)


def _tells_source(text: str) -> bool:
    marks = (mark for language in _OF_A_BRIEF for mark in wording.find(text, language, outcome="C"))
    return any(mark.kind == Kind.FORBIDDEN_SOURCE for mark in marks)
