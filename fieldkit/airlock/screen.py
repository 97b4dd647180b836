"""All detectors over one text: the marks of what must be rewritten or looked at before it may leave."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from fieldkit.airlock import patterns, vocabulary, wording
from fieldkit.airlock.folding import fold
from fieldkit.airlock.known import Known, Register
from fieldkit.airlock.marks import Mark


def screen(
    text: str,
    known: Register | Iterable[Known | str] = (),
    supplier_text: bool = False,
    lang: str | None = None,
    outcome: str = "C",
    approved: frozenset[str] = frozenset(),
) -> list[Mark]:
    """Return the marks of a text, sorted by start; overlapping ones are kept.

    `known` is what the workspace knows by name: a compiled register, or strings (see `Known.of`). The
    wording rules and the vocabulary run only over `supplier_text`, `outcome` and `approved` only there.
    `lang` (`en`, `nl`) is guessed when None; in any other language the words of the text cannot be
    checked, so all of them are for review and the English wording rules apply. Never fails.
    """
    register = known if isinstance(known, Register) else Register.compile(known)
    folded = fold(text)
    language = lang if lang in ("en", "nl") else vocabulary.guess_language(folded)
    marks = [*register.find(folded), *patterns.find(folded)]
    if supplier_text:
        marks += wording.find(folded, language, outcome=outcome)
        marks += vocabulary.find(folded, language, approved=approved)
    return sorted(dict.fromkeys(_suggesting(mark, language) for mark in marks), key=_order)


def _suggesting(mark: Mark, lang: str) -> Mark:
    return mark if mark.suggestion else replace(mark, suggestion=wording.suggestion(mark.kind, lang))


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, mark.end, mark.detector, mark.kind
