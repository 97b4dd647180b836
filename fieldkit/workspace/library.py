"""The library: method cards, helper cards, questions by theme, checklists, safety; to read and to search.

It needs no open workspace and no connection: everything in it came with the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import regex

from fieldkit.airlock.folding import Folded, fold
from fieldkit.text import LANGUAGES, Catalogue
from fieldkit.workspace.library_pages import LibraryPage, Part, Shelf, page, pages

__all__ = ["Hit", "LibraryPage", "Part", "Shelf", "ShelfTitle", "page", "pages", "search", "shelves"]

LONGEST_QUERY = 200
"""Characters of a query that are looked at; nobody types more, but a paste may hold a book."""
SHORT = 2
"""Letters up to which a word is looked for at the start of words only."""
_BETWEEN_WORDS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")  # as folding tells words apart, faster


class ShelfTitle(msgspec.Struct, frozen=True, kw_only=True):
    """A shelf, with what stands above it."""

    id: Shelf
    title: str


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A line that answers a query; the spans are what to lift out in it, in code points."""

    page_id: str
    title: str  # of the page
    line: str
    spans: tuple[tuple[int, int], ...]  # start, and one past the end; in order, never overlapping


def shelves(words: Catalogue, /) -> tuple[ShelfTitle, ...]:
    """Return the shelves in their order."""
    return (
        ShelfTitle(id="methods", title=words.say("Methods")),
        ShelfTitle(id="helpers", title=words.say("Helper cards")),
        ShelfTitle(id="questions", title=words.say("Questions by theme")),
        ShelfTitle(id="checklists", title=words.say("Checklists")),
        ShelfTitle(id="safety", title=words.say("Safety")),
    )


def search(query: str, words: Catalogue, /) -> tuple[Hit, ...]:
    """Return the lines in which every word of the query occurs, best first; none for an empty query.

    Case and accents do not matter. A word counts where it stands in the line or beside it as a code
    (`SC-17`); once one word does, the others may stand in the title or heading above.
    """
    wanted = fold(query[:LONGEST_QUERY]).words
    ranked = [(weight, entry) for entry in _entries(words) if wanted and (weight := entry.weight(wanted))]
    ranked.sort(key=lambda found: -found[0])  # stable: equals stay in the order of the shelves
    return tuple(entry.hit(wanted) for _, entry in ranked)


@dataclass(frozen=True)
class _Entry:
    """A line that can be found. Words are kept as ` one two`, so that ` on` is the start of one of them."""

    page: LibraryPage
    folded: Folded
    title: str  # words of the page's title, on the entry of the page itself
    own: str  # words of the line and of the codes beside it
    above: str  # words of the title and heading above it
    code: str  # words of the codes beside it

    def weight(self, wanted: tuple[str, ...]) -> int:
        """Return how well the entry answers; 0 when a word is missing or none is its own."""
        weights = [self._weight(word) for word in wanted]
        if min(weights) == 0 or max(weights) == 1:
            return 0
        return sum(weights) + 5 * (self.code.split() == list(wanted))

    def _weight(self, word: str) -> int:
        if f" {word}" in self.title:
            return 5
        if f" {word}" in self.own:
            return 3
        if len(word) > SHORT and word in self.title + self.own:
            return 2
        return int(f" {word}" in self.above)

    def hit(self, wanted: tuple[str, ...]) -> Hit:
        """Return the entry with what was found in it."""
        spans = tuple(_merged(self._places(wanted)))
        return Hit(page_id=self.page.id, title=self.page.title, line=self.folded.original, spans=spans)

    def _places(self, wanted: Iterable[str]) -> Iterator[tuple[int, int]]:
        for word in set(wanted):
            for token in self.folded.tokens:
                at = token.text.find(word)
                if at == 0 or (at > 0 and len(word) > SHORT):
                    start = token.at + at
                    yield self.folded.span(start, start + len(word))


@lru_cache(maxsize=len(LANGUAGES))
def _entries(words: Catalogue) -> tuple[_Entry, ...]:
    return tuple(entry for each in pages(words) for entry in _entries_of(each))


def _entries_of(page: LibraryPage) -> Iterator[_Entry]:
    title = _spaced(fold(page.title))
    second, name = fold(page.second), _spaced(fold(page.id))
    yield _Entry(page, second, title, _spaced(second) + name, "", name)
    for part in page.parts:
        folded = fold(part.heading)
        heading = _spaced(folded)
        yield _Entry(page, folded, "", heading, title, "")
        for line, code in zip(map(fold, part.lines), map(fold, part.codes), strict=True):
            beside = _spaced(code)
            yield _Entry(page, line, "", _spaced(line) + beside, title + heading, beside)


def _spaced(folded: Folded) -> str:
    return f" {_BETWEEN_WORDS.sub(' ', folded.text).strip()}"


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans in order, those that touch or overlap as one."""
    held: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if held and start <= held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held
