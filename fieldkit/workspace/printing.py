"""Printing what stays inside: the method comparison, pages of the library, the recovery sheet.

What draws a PDF loads for a moment, so only those wait who print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

import msgspec

from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Outcome, combine_chosen
from fieldkit.guide.site_questions import listened_to
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.papers.content import (
    Block,
    Boxes,
    Bullets,
    Comparison,
    Heading,
    MethodCard,
    Paragraph,
    Questions,
)
from fieldkit.store import Store
from fieldkit.text import Catalogue, catalogue
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.files import write_whole
from fieldkit.workspace.library_pages import LibraryPage, Part
from fieldkit.workspace.spoken_advice import MethodCard as SpokenCard
from fieldkit.workspace.spoken_advice import SpokenAdvice, spoken

__all__ = [
    "Block", "Boxes", "Bullets", "Heading", "Paragraph", "Picture", "Printing", "Questions", "library_page",
    "pages_as_pictures", "reading", "recovery_sheet", "write_pdf",
]  # fmt: skip


def recovery_sheet(words_list: Sequence[str], language: str, /) -> bytes:
    """Return the recovery sheet with its 24 words as a PDF file. It needs no open workspace."""
    from fieldkit.papers import recovery

    return recovery.draw(words_list, _on_paper(language))


def reading(title: str, blocks: Sequence[Block], language: str, /, *, second: str = "") -> bytes:
    """Return something to read, or to fill in by hand, as a PDF file.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    from fieldkit.papers import reading as papers

    return papers.draw(title, blocks, _on_paper(language), second=second)


def library_page(page: LibraryPage, language: str, /) -> bytes:
    """Return a page of the library as a PDF file, its codes beside the lines."""
    blocks = [block for part in page.parts for block in _blocks(part)]
    return reading(page.title, blocks, language, second=page.second)


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a paper as a printer takes it: in colour, a byte each for red, green and blue."""

    number: int  # from 1
    pages: int  # of the paper
    width: int  # in dots
    height: int  # in dots
    row_bytes: int  # from one row of dots to the next
    rgb: bytes


def pages_as_pictures(pdf: bytes, dpi: int, /) -> Iterator[Picture]:
    """Yield the pages of a paper one by one, `dpi` dots to the inch: nothing of them is kept or written.

    What draws them stands no two threads at once, so nothing else may look into a PDF meanwhile.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for at in range(len(document)):
            drawn = document[at].render(scale=dpi / 72, rev_byteorder=True)
            yield Picture(
                number=at + 1,
                pages=len(document),
                width=drawn.width,
                height=drawn.height,
                row_bytes=drawn.stride,
                rgb=bytes(drawn.buffer),
            )


def write_pdf(out: Path, content: bytes, /) -> None:
    """Write a paper while no workspace is open, all of it or nothing.

    Raises `FileProblem` when it cannot be written, or would take the name of a workspace.
    """
    write_whole(out, content, beside=out.parent)


class Printing:
    """The internal papers of an open workspace."""

    def __init__(self, store: Store, *, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    @contextmanager
    def beside(self, today: date, /) -> Iterator[Self]:
        """Yield the same for the thread that calls this, on a day: drawing takes a part of a second."""
        with self._store.beside() as store:
            yield type(self)(store, today=lambda: today)

    def method_comparison(self, dialogue_code: str, words: Catalogue, /) -> bytes:
        """Return the five methods for a dialogue, compared on one page, as a PDF file (RQ-021).

        Raises `WrongUse` for an unknown dialogue, `FileProblem` when the type lacks a letter of its title or
        of a reason.
        """
        from fieldkit.papers import comparison

        dialogue = known_dialogue(self._store, dialogue_code)
        assessment = next(iter(self._store.assessments.in_dialogue(dialogue_code)), Assessment())
        language = _on_paper(words.language)
        content = _comparison(dialogue, assessment, self._today(), catalogue(language))
        return comparison.draw(content, language)

    def write(self, out: Path, content: bytes, /) -> None:
        """Write a paper, all of it or nothing. Raises `FileProblem`, also for the name of a workspace."""
        write_whole(out, content, beside=self._store.path)


def _on_paper(language: str) -> str:
    """Return the language to print in: these papers are no Hindi ones, and the type lacks its letters."""
    return "en" if language == "hi" else language


def _blocks(part: Part) -> Iterator[Block]:
    if part.heading:
        yield Heading(text=part.heading)
    match part.kind:
        case "text":
            yield Paragraph(text="\n".join(part.lines))
        case "bullets":
            yield Bullets(lines=part.lines, codes=part.codes)
        case "boxes":
            yield Boxes(lines=part.lines, codes=part.codes)
        case "questions":
            yield Questions(lines=part.lines, codes=part.codes)


def _comparison(dialogue: Dialogue, assessment: Assessment, today: date, words: Catalogue) -> Comparison:
    """Return what to print. Where somebody may be in danger, nothing but that (P3)."""
    about = tuple(_about(dialogue, assessment, words))
    advice = spoken(listened_to(assessment), today, words, dialogue.method_uses)
    if advice.outcome == "acute_stop":
        return Comparison(dialogue=dialogue.title, about=about, notice=_notice(advice.outcome, words))
    chosen = combine_chosen([use.method for use in dialogue.method_uses])
    beside = (words.say(rule_book().combinations[each.rule].text) for each in chosen)
    return Comparison(
        dialogue=dialogue.title,
        about=about,
        notice=_notice(advice.outcome, words),
        steps=tuple(_steps(advice, words)),
        unknown=tuple(said for _, said in advice.unknown),
        cards=tuple(_card(card, words) for card in advice.cards),
        order=advice.precedence,
        combine=(*advice.combine, *beside),
    )


def _about(dialogue: Dialogue, assessment: Assessment, words: Catalogue) -> Iterator[str]:
    yield dialogue.code
    yield dialogue.supplier_code
    if assessment.assessed_on:
        yield words.say("assessed on {day}", day=words.day(assessment.assessed_on))


def _notice(outcome: Outcome, words: Catalogue) -> str:
    match outcome:
        case "acute_stop":
            return words.say(
                "Stop: somebody may be in danger now. Protect people first; choose no method yet."
            )
        case "no_safe_method":
            return words.say("No safe method now: plan no session.")
        case "ok":
            return ""


def _steps(advice: SpokenAdvice, words: Catalogue) -> Iterator[str]:
    """Yield what to do where no method is safe (N6)."""
    if advice.instead:
        yield from (step.text for step in advice.instead.steps)
        yield advice.instead.warning
    if advice.look_again:
        yield words.say("Look again by {day}, or when something changes.", day=words.day(advice.look_again))


def _card(card: SpokenCard, words: Catalogue) -> MethodCard:
    return MethodCard(
        title=card.title,
        label=card.label_words,
        strength=None if card.state == "unavailable" else card.bar,
        why=card.why,
        first=card.first,
        mind=card.mind,
        more=card.more,
        chosen=_role(card, words),
        reason=card.reason,
    )


def _role(card: SpokenCard, words: Catalogue) -> str:
    if not (card.chosen and card.partner_code):
        return card.chosen
    return words.say("{role}, through {partner}", role=card.chosen, partner=card.partner_code)
