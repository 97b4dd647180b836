"""Words made ready for paper: cleaned of what cannot be seen, cut into paragraphs and lines.

Text is set as it stands, letter for letter. No markup language is read anywhere on the way to the page,
so `<b>` prints as `<b>` and an address cannot become a link.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from fieldkit.brief.fonts import Style

LONGEST_PARAGRAPH = 5_000
"""In code points; a longer one is split at a space (custody: "markup in text we print")."""

_UNSEEN = {"Cc", "Cf", "Cs"}  # controls, direction marks and soft hyphens, halves of characters
_CUT = "…"
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def paragraphs(text: str, /) -> tuple[str, ...]:
    """Return the paragraphs of a text: one per line of it, composed (NFC), single spaces, none empty."""
    lines = (_clean(line) for line in text.splitlines())
    return tuple(part for line in lines if line for part in _parts(line))


def one(text: str, /) -> str:
    """Return a text as one paragraph."""
    return _clean(" ".join(text.splitlines()))


def lines(text: str, style: Style, width: float, /) -> tuple[str, ...]:
    """Cut a paragraph into lines no wider than `width`; a word wider than that goes on in the next line."""
    finished: list[str] = []
    line = ""
    for word in _words(text, style, width):
        longer = f"{line} {word}" if line else word
        if line and style.width(longer) > width:
            finished.append(line)
            longer = word
        line = longer
    return (*finished, line) if line else tuple(finished)


def shortened(text: str, style: Style, width: float, /) -> str:
    """Return `text`, or as much of it as fits into `width`, ending in an ellipsis."""
    if style.width(text) <= width:
        return text
    return text[: _fitting(text, style, width - style.width(_CUT))].rstrip() + _CUT


def widest(texts: Iterable[str], style: Style, /) -> float:
    """Return the width of the widest word."""
    return max((style.width(word) for text in texts for word in _unbroken(text)), default=0)


def _clean(line: str) -> str:
    seen = (" " if letter.isspace() else letter for letter in line)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in _UNSEEN)
    # a ligature pasted from another document becomes its letters again, as readers of PDF make it
    return " ".join(unicodedata.normalize("NFC", kept.translate(_LIGATURES)).split())


def _parts(line: str) -> Iterator[str]:
    while len(line) > LONGEST_PARAGRAPH:
        space = line.rfind(" ", 1, LONGEST_PARAGRAPH + 1)
        end = space if space > 0 else LONGEST_PARAGRAPH
        yield line[:end]
        line = line[end:].lstrip()
    yield line


def _words(text: str, style: Style, width: float) -> Iterator[str]:
    for word in _unbroken(text):
        rest = word
        while rest and style.width(rest) > width:
            end = _end_of_piece(rest, _fitting(rest, style, width))
            yield rest[:end].rstrip()
            rest = rest[end:].lstrip()
        if rest:
            yield rest


def _unbroken(text: str) -> Iterator[str]:
    # Readers of PDF take a hyphen at the end of a line for a broken word and drop it, so a word that
    # ends in one ("in- en uitstroom") takes the next word along.
    held = ""
    for word in text.split():
        held = f"{held} {word}" if held else word
        if not held.endswith("-"):
            yield held
            held = ""
    if held:
        yield held


def _fitting(text: str, style: Style, width: float) -> int:
    """How many letters of `text` fit into `width`, one at least."""
    low, high = 1, max(1, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if style.width(text[:middle]) <= width else (low, middle - 1)
    return low


def _end_of_piece(word: str, fitting: int) -> int:
    end = fitting
    while end > 1 and (word[end - 1] == "-" or unicodedata.combining(word[end : end + 1] or " ")):
        end -= 1
    return end if end > 1 else fitting
