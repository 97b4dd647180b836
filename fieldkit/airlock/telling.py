"""Finds sentences in which somebody told, asked or showed us something (`W-7`; `05` section 5.4).

Under outcome C a text may ask and may say what we hold; it may not say that people, a union or an audit
spoke, nor that we met, visited or paid anybody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.numbers import is_people
from fieldkit.airlock.word_lists import expressions

_IN_BETWEEN = 4
"""Words of "from your yard" or "ons dit" that may stand within what somebody told."""
_NEAR = 6
"""Words between us, a meeting and those we met."""


class Telling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language by the part they play; all folded."""

    sources: frozenset[str]  # who may have spoken, besides people
    source_endings: tuple[str, ...]
    bodies: frozenset[str]  # "union", "audit": what explains or shows, was a source too
    no_sources: frozenset[str]  # people of the supplier's own management
    says: frozenset[str]  # what people do who tell something
    shows: frozenset[str]  # what only a body does to tell something
    also_nouns: frozenset[str]  # "report": a verb only right behind the one who speaks
    told: frozenset[str]  # participles and verb ends: "verteld", "weten"
    helpers: frozenset[str]  # "have": a participle follows
    to_us: frozenset[str]  # "us": somebody told it to the sender
    tells_us: frozenset[str]  # what somebody did to us
    adverbs: frozenset[str]  # may stand before a verb
    prepositions: frozenset[str]  # "from your yard" may follow the one who speaks
    relatives: frozenset[str]  # "people who work for you"
    by: frozenset[str]  # "reported by"
    asking: frozenset[str]  # a question or condition
    wishing: frozenset[str]  # may, would: no fact
    we: frozenset[str]
    you: frozenset[str]
    yours: frozenset[str]  # "your own" audit
    suppliers: frozenset[str]  # "your company" told us, as you did
    passive: frozenset[str]  # "is" reported: not by whom it is said of
    contacts: frozenset[str]  # what we did when we met people
    meetings: frozenset[str]
    meeting_links: frozenset[str]  # a meeting "with"
    tidings: frozenset[str]
    reached: frozenset[str]
    each_other: frozenset[str]
    determiners: frozenset[str]
    turns_round: bool  # Dutch: a verb may stand before who speaks, and ends a clause
    officers: frozenset[str]  # the representatives, not the workers they stand for


class _Sentence(NamedTuple):
    folded: Folded
    first: int
    words: Sequence[str]
    gaps: Sequence[str]
    asks: bool  # ends with a question mark

    def where(self, fits: Callable[[str], bool]) -> list[int]:
        return [index for index, word in enumerate(self.words) if fits(word)]


def find(folded: Folded, words: Telling, /) -> Iterator[tuple[int, int]]:
    """Yield first and last token of every telling; the time taken grows with the text alone."""
    for sentence in _sentences(folded):
        sources = sentence.where(lambda word: _is_source(word, words))
        for first, last in (
            *_told_by(sentence, sources, words),
            *_told_us(sentence, words),
            *_we_met(sentence, sources, words),
            *_meetings(sentence, sources, words),
        ):
            yield sentence.first + first, sentence.first + last


def _sentences(folded: Folded) -> Iterator[_Sentence]:
    edges = [0, *(index for index in range(1, len(folded.tokens)) if _ends_sentence(folded.gaps[index]))]
    for first, behind in pairwise([*edges, len(folded.tokens)]):
        asks = "?" in folded.gaps[behind]
        yield _Sentence(folded, first, folded.words[first:behind], folded.gaps[first:behind], asks)


def _ends_sentence(gap: str) -> bool:
    return any(sign in gap for sign in ".!?\n;\u0964")


def _is_source(word: str, words: Telling) -> bool:
    if word in words.no_sources:
        return False
    people = expressions()
    return (
        word in words.sources
        or word in words.bodies
        or is_people(word, people)
        or word.endswith(words.source_endings)
    )


def _told_by(sentence: _Sentence, sources: list[int], words: Telling) -> Iterator[tuple[int, int]]:
    """Yield "workers in the hall have often said", "dit zeggen werkenden", "raised by workers"."""
    for source in sources:
        if _is_exempt(sentence, source, words) or _owns(sentence, source):
            continue
        verb = _verb_behind(sentence, source, words)
        if verb is not None and not words.each_other.intersection(sentence.words[verb + 1 : verb + 3]):
            yield source, verb
        verb = _verb_before(sentence, source, words)
        if verb is not None:
            yield verb, source


def _is_exempt(sentence: _Sentence, index: int, words: Telling) -> bool:
    """Whether a question, a wish to know or a condition speaks of them ("when workers ask")."""
    if not words.asking.isdisjoint(sentence.words[max(0, index - 3) : index]):
        return True
    if sentence.asks:  # "Workers say this?" asks nothing
        opens = index < 4 and all(
            word in words.determiners | words.adverbs for word in sentence.words[:index]
        )
        return not opens
    return False


def _owns(sentence: _Sentence, index: int) -> bool:
    """Whether a word in the plural owns what follows ("workers' claims")."""
    return "'" in (*sentence.gaps, "")[index + 1] and not sentence.words[index + 1].startswith(("s", "ve"))


def _verb_behind(sentence: _Sentence, source: int, words: Telling) -> int | None:
    said = words.says | words.shows if sentence.words[source] in words.bodies else words.says
    if sentence.words[source] in words.bodies and words.yours.intersection(
        sentence.words[max(0, source - 2) : source]
    ):
        return None
    helped = related = False
    through = commas = 0
    for index in range(source + 1, len(sentence.words)):
        word = sentence.words[index]
        commas += "," in sentence.gaps[index]
        aside = "," in sentence.gaps[source + 1] and commas < 3  # "workers, in private, say"
        through += aside and index == source + 1
        if (commas and not aside) or "(" in sentence.gaps[index] or through > _IN_BETWEEN + 1:
            return None
        if word in words.wishing or (word in words.asking and word not in words.relatives):
            return None
        if word in said and not (word in words.also_nouns and through):
            if sentence.words[index - 1] in words.passive or _has_other_subject(sentence, index, words):
                return None
            closed = sentence.words[index - 1] in words.determiners | words.relatives
            return None if closed or (related and _ends_clause(sentence, index, words)) else index
        if helped and word in words.told:
            return index
        helped = helped or word in words.helpers
        related = related or word in words.relatives
        if word not in words.helpers and (through or helped or related or word in words.prepositions):
            through += 1
        elif word not in words.helpers and word not in words.adverbs:
            return None
    return None


def _has_other_subject(sentence: _Sentence, verb: int, words: Telling) -> bool:
    """Whether you or we say it ("you say"), and not those "who work for you"."""
    before = sentence.words[max(0, verb - 2) : verb]
    return before[-1] in words.we | words.you and before[0] not in words.prepositions


def _ends_clause(sentence: _Sentence, verb: int, words: Telling) -> bool:
    """Whether a Dutch verb is the last of "mensen die nee zeggen", and so says nothing to anybody."""
    behind = (*sentence.words, "")[verb + 1]
    return words.turns_round and (
        "," in (*sentence.gaps, "")[verb + 1] or behind in words.helpers | words.wishing
    )


def _verb_before(sentence: _Sentence, source: int, words: Telling) -> int | None:
    index = source - 1
    while index >= max(0, source - 3) and sentence.words[index] in words.determiners:
        index -= 1
    if index < 0:
        return None
    word = sentence.words[index]
    if word in words.by:
        told = words.says | words.told
        return index - 1 if index and sentence.words[index - 1] in told else None
    subjects = words.you | words.we
    if not words.told or word not in words.says or sentence.words[max(0, index - 1)] in subjects:
        return None
    return index if _inverts(sentence, index, source, words) else None


def _inverts(sentence: _Sentence, verb: int, source: int, words: Telling) -> bool:
    """Whether a verb may have the source behind it for its subject: only Dutch turns them round.

    Many speak in the plural ("zeggen werkenden"), one with an article ("vroeg de vakbond").
    """
    if not words.turns_round:
        return False
    plural = sentence.words[verb].endswith("en")
    return plural == (verb + 1 == source or sentence.words[source].endswith(("en", "s")))


def _told_us(sentence: _Sentence, words: Telling) -> Iterator[tuple[int, int]]:
    """Yield "wrote to us", "schreef ons", "information reached us"; what the supplier told us may stand."""
    for us in sentence.where(lambda word: word in words.to_us):
        for verb in range(max(0, us - 3), min(len(sentence.words), us + 4)):
            word = sentence.words[verb]
            heard = word in words.tells_us and (verb < us or words.turns_round)
            reached = word in words.reached and not words.tidings.isdisjoint(
                sentence.words[max(0, verb - 2 * _NEAR) : max(us, verb)]
            )
            if (
                (heard or reached)
                and not _is_supplier(sentence, verb, us, words)
                and not _is_exempt(sentence, verb, words)
            ):
                yield min(us, verb), max(us, verb)


def _is_supplier(sentence: _Sentence, verb: int, us: int, words: Telling) -> bool:
    """Whether the supplier told us: "you have told us", "uw bedrijf vroeg ons"."""
    near = sentence.words[max(0, verb - 3) : max(verb, us) + 2]
    return not words.you.isdisjoint(near) or any(
        left in words.yours and right in words.suppliers for left, right in pairwise(near)
    )


def _we_met(sentence: _Sentence, sources: list[int], words: Telling) -> Iterator[tuple[int, int]]:
    """Yield "we listened to people", "wij hebben met mensen gesproken"."""
    if sentence.asks:
        return
    met = [source for source in sources if not _is_officer(sentence, source, words)]
    for we in sentence.where(lambda word: word in words.we):
        first, behind = max(0, we - 2), we + _NEAR + 3
        verbs = [
            index for index, word in enumerate(sentence.words[first:behind], first) if word in words.contacts
        ]
        place = bisect_left(met, we)
        near = met[place : place + 1]
        if verbs and near and near[0] <= behind and abs(verbs[0] - near[0]) <= _NEAR:
            last = max(verbs[0], near[0])
            if words.wishing.isdisjoint(sentence.words[first : last + 1]):
                yield min(we, verbs[0]), last


def _is_officer(sentence: _Sentence, source: int, words: Telling) -> bool:
    return not words.officers.isdisjoint(sentence.words[source : source + 3])


def _meetings(sentence: _Sentence, sources: list[int], words: Telling) -> Iterator[tuple[int, int]]:
    """Yield "our talks with workers", "reports from women", in statements of fact."""
    if sentence.asks or not words.wishing.isdisjoint(sentence.words):
        return
    for source in sources:
        link = source - 1
        while link > max(0, source - 3) and sentence.words[link] not in words.meeting_links:
            link -= 1
        meeting = link - 1
        known = (
            meeting >= 0
            and sentence.words[link] in words.meeting_links
            and sentence.words[meeting] in words.meetings
        )
        if known and not _is_officer(sentence, source, words):
            yield meeting, source
