"""Words made ready for paper: cleaned of what cannot be seen, cut into paragraphs, escaped.

reportlab reads a markup language in what it sets; nothing anybody typed may reach it as markup.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec

LONGEST_PARAGRAPH = 5_000
"""In code points; a longer one is split at a space (custody: "markup in text we print")."""

_UNSEEN = {"Cc", "Cf", "Cs"}  # controls, direction marks and soft hyphens, halves of characters


def paragraphs(text: str, /) -> tuple[str, ...]:
    """Return the paragraphs of a text: one per line of it, composed (NFC), single spaces, none empty."""
    lines = (_clean(line) for line in text.splitlines())
    return tuple(part for line in lines if line for part in _parts(line))


def escaped(text: str, /) -> str:
    """Return a cleaned text as markup that prints as the text itself."""
    return html.escape(text, quote=False)


def strings(content: Any, /) -> Iterator[str]:
    """Yield every text in records, however deep it lies."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, msgspec.Struct):
        yield from strings(msgspec.structs.astuple(content))
    elif isinstance(content, tuple):
        for each in content:
            yield from strings(each)


def _clean(line: str) -> str:
    seen = (" " if letter.isspace() else letter for letter in line)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _parts(line: str) -> Iterator[str]:
    while len(line) > LONGEST_PARAGRAPH:
        space = line.rfind(" ", 1, LONGEST_PARAGRAPH + 1)
        end = space if space > 0 else LONGEST_PARAGRAPH
        yield line[:end]
        line = line[end:].lstrip()
    yield line
