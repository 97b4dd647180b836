"""Finds words shared with a note or insight: four in a row are a fingerprint (`W-4`; `02` section 2.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fieldkit.airlock.folding import Folded, fold
from fieldkit.airlock.marks import Detector, Kind, Mark
from fieldkit.airlock.word_lists import expressions

LENGTH = 4
"""Consecutive words that give a text away."""
_ENDINGS = ("ing", "ed", "es", "en", "s", "e")


class Run(NamedTuple):
    """Four words of a text in a row, with or without its articles."""

    first: int  # index of the first token
    last: int  # index of the last token
    key: str  # the words without case, accents, punctuation and common endings


def runs(folded: Folded) -> Iterator[Run]:
    """Yield every run of a text; this is what is compared, and what is kept of a deleted note."""
    articles = expressions().articles
    bare = [index for index, word in enumerate(folded.words) if word not in articles]
    stems = [_stem(word) for word in folded.words]
    everything = list(range(len(folded.words)))
    for chain in (everything, bare) if len(bare) < len(everything) else (everything,):
        for start in range(len(chain) - LENGTH + 1):
            part = chain[start : start + LENGTH]
            yield Run(part[0], part[-1], " ".join(stems[index] for index in part))


def _plainly(key: str) -> str:
    return key


@dataclass(frozen=True)
class Fingerprints:
    """The runs of notes and insights, to look for in many texts.

    After a raw note is deleted only keyed hashes of its runs remain: then `digest` is that hash.
    """

    keys: frozenset[str]
    digest: Callable[[str], str] = _plainly

    @classmethod
    def of(cls, texts: Iterable[str], /, *, digest: Callable[[str], str] = _plainly) -> Fingerprints:
        """Return the fingerprints of these texts."""
        return cls(frozenset(digest(run.key) for text in texts for run in runs(fold(text))), digest)

    def shared_runs(self, text: str | Folded, /) -> list[Mark]:
        """Return a mark for each stretch of `text` made of shared runs."""
        folded = text if isinstance(text, Folded) else fold(text)
        shared = sorted(run[:2] for run in runs(folded) if self.digest(run.key) in self.keys)
        return [
            folded.mark(
                folded.tokens[first].start, folded.tokens[last].end, Kind.SHARED_RUN, Detector.WORDING
            )
            for first, last in _joined(shared)
        ]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, those that overlap made one."""
    current: tuple[int, int] | None = None
    for first, last in spans:
        if current is not None and first <= current[1]:
            current = current[0], max(current[1], last)
            continue
        if current is not None:
            yield current
        current = first, last
    if current is not None:
        yield current
