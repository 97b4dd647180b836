"""Finds what a supplier text must not say: guesses, blame, quotes, one person, a source (`05` 5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from fieldkit.airlock import telling
from fieldkit.airlock.folding import Folded, fold
from fieldkit.airlock.marks import Detector, Kind, Mark, Severity

_MARKS_OF_SPEECH = re.compile(
    '["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02]'
    '(?:[^"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02]{1,400}'
    '["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02])?'
    "|(?<!\\w)[\u2018\u201a\u2039'](?=[^\\s\u2019'])[^\u2019\u203a'\n]{1,400}(?<=[^\\s])[\u2019\u203a'](?!\\w)"
)
_SENTENCE = re.compile(r"[^.!?\n\u0964]+[.!?\u0964]*")
LONGEST_SENTENCE = 25
"""Words of one sentence beyond which it is hard to translate (`W-10`)."""
_SOURCE_MAY_BE_NAMED = ("A", "B")


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """Advice about a text that holds nothing up (`W-1`, `W-10`)."""

    rule: Literal["W-1", "W-10"]
    start: int  # first code point of what it is about
    end: int  # one past the last code point


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    suggestion: str
    severity: Severity = Severity.BLOCK


class _Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: Kind
    find: tuple[_Entry, ...]
    allow: tuple[str, ...]


class _Concrete(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    time: frozenset[str]
    effect: frozenset[str]


class _Wordings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    guesses: _Rule = msgspec.field(name="W-2")
    blame: _Rule = msgspec.field(name="W-3")
    single_person: _Rule = msgspec.field(name="W-5")
    sources: _Rule = msgspec.field(name="W-7")
    telling: telling.Telling
    concrete: _Concrete = msgspec.field(name="W-1")
    suggestions: dict[Kind, str]


class _Phrases:
    """The phrases of one rule by their first word, and those that take the rule's words back."""

    def __init__(self, rule: _Rule) -> None:
        self.kind = rule.kind
        self._find: dict[str, list[tuple[tuple[str, ...], _Entry]]] = {}
        self._allow: dict[str, list[tuple[str, ...]]] = {}
        for entry in rule.find:
            for phrase in entry.words:
                words = fold(phrase).words
                self._find.setdefault(words[0], []).append((words, entry))
        for phrase in rule.allow:
            words = fold(phrase).words
            self._allow.setdefault(words[0], []).append(words)

    def allowed(self, folded: Folded) -> bytearray:
        """Return for each word whether an allowed phrase covers it."""
        words = folded.words
        allowed = bytearray(len(words))
        for index, word in enumerate(words):
            for phrase in self._allow.get(word, ()):
                if words[index : index + len(phrase)] == phrase:
                    allowed[index : index + len(phrase)] = b"\1" * len(phrase)
        return allowed

    def find(self, folded: Folded) -> Iterator[Mark]:
        """Yield the longest phrase at each place, unless it stands inside an allowed one."""
        words = folded.words
        allowed = self.allowed(folded)
        reached = 0
        for index, word in enumerate(words):
            fitting = [
                (p, entry) for p, entry in self._find.get(word, ()) if words[index : index + len(p)] == p
            ]
            phrase, entry = max(fitting, key=lambda found: len(found[0]), default=((), None))
            last = index + len(phrase)
            if entry is None or last <= reached or all(allowed[index:last]):
                continue
            reached = last
            start, end = folded.tokens[index].start, folded.tokens[last - 1].end
            instead = entry.suggestion or None
            yield folded.mark(start, end, self.kind, Detector.WORDING, entry.severity, instead)


def find(text: str | Folded, lang: str, /, *, outcome: str = "C") -> list[Mark]:
    """Return what breaks a W-rule in a text of language `lang` (`en` or `nl`).

    Words about a source (`W-7`) are marked unless `outcome` is A or B. Shared runs: see `Fingerprints`.
    """
    folded = text if isinstance(text, Folded) else fold(text)
    guesses, blame, single_person, sources = _phrases(lang)
    marks = [mark for rule in (guesses, blame, single_person) for mark in rule.find(folded)]
    if outcome not in _SOURCE_MAY_BE_NAMED:
        marks += [*sources.find(folded), *_tellings(folded, lang, sources)]
    marks += [
        folded.mark(*found.span(), Kind.QUOTE, Detector.WORDING)
        for found in _MARKS_OF_SPEECH.finditer(folded.original)
    ]
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def suggestion(kind: Kind, lang: str, /) -> str | None:
    """Return what could stand in place of something that gives away `kind`, in the language of the text."""
    return _wordings(lang).suggestions.get(kind)


def hints(text: str, lang: str, /) -> list[Hint]:
    """Return advice on a text: no time or effect in what it states (`W-1`), a sentence too long (`W-10`)."""
    folded = fold(text)
    found = [*_long_sentences(folded)]
    stated = [word for sentence, words in _sentences(folded) if "?" not in sentence.group() for word in words]
    concrete = _wordings(lang).concrete
    if stated and not (concrete.time.intersection(stated) and concrete.effect.intersection(stated)):
        found.insert(0, Hint(rule="W-1", start=folded.tokens[0].start, end=folded.tokens[-1].end))
    return found


def _long_sentences(folded: Folded) -> Iterator[Hint]:
    for sentence, words in _sentences(folded):
        if len(words) > LONGEST_SENTENCE:
            start, end = folded.span(sentence.start(), sentence.end())
            lead = len(folded.original[start:end]) - len(folded.original[start:end].lstrip())
            yield Hint(rule="W-10", start=start + lead, end=end)


def _sentences(folded: Folded) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Yield the sentences of a text with their words; a point within a number or name ends none."""
    tokens = iter(folded.tokens)
    token = next(tokens, None)
    for sentence in _SENTENCE.finditer(folded.text):
        words = []
        while token is not None and token.at < sentence.end():
            words.append(token.text)
            token = next(tokens, None)
        if words:
            yield sentence, words


def _tellings(folded: Folded, lang: str, sources: _Phrases) -> Iterator[Mark]:
    """Yield what is told in any wording, unless an allowed phrase covers it; the stretches joined."""
    allowed = sources.allowed(folded)
    words = _wordings(lang)
    reached = -1
    for first, last in sorted(telling.find(folded, words.telling)):
        if last > reached and not all(allowed[first : last + 1]):
            reached = last
            start, end = folded.tokens[first].start, folded.tokens[last].end
            instead = words.suggestions[Kind.FORBIDDEN_SOURCE]
            yield folded.mark(start, end, Kind.FORBIDDEN_SOURCE, Detector.WORDING, suggestion=instead)


@lru_cache(maxsize=2)
def _wordings(lang: str) -> _Wordings:
    content = files("resources").joinpath("words", f"wording.{lang}.json").read_bytes()
    return msgspec.json.decode(content, type=_Wordings)


@lru_cache(maxsize=2)
def _phrases(lang: str) -> tuple[_Phrases, ...]:
    rules = _wordings(lang)
    return tuple(_Phrases(rule) for rule in (rules.guesses, rules.blame, rules.single_person, rules.sources))
