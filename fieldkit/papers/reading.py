"""Pages of the library on paper: cards, questions with room for answers, checklists with boxes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.lib.styles import ParagraphStyle

from fieldkit.papers import blocks
from fieldkit.papers.content import Block, Boxes, Bullets, Heading, Paragraph, Questions
from fieldkit.papers.fonts import TEAL, TEXT, Weight, style
from fieldkit.papers.sheet import count_pages, internal, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import catalogue

_SIZES = (10.5, 9.6)  # the smaller one where it saves a page
_BETWEEN_SECTIONS = 1.9  # times the size
_BETWEEN_BLOCKS = 9.0


def draw(title: str, content: Sequence[Block], language: str, /, *, second: str = "") -> bytes:
    """Return a page of the library as a PDF file; `second` is the line below its title.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters((title, second, *content))
    sheet = internal(language, catalogue(language).say("From the library"))
    stories = [partial(_story, title, second, content, size) for size in _SIZES]
    return draw_sheet(sheet, min(stories, key=lambda story: count_pages(sheet, story)))


def _story(title: str, second: str, content: Sequence[Block], size: float) -> blocks.Block:
    return [*blocks.title(title, second), *_sections(content, size)]


def _sections(content: Sequence[Block], size: float) -> blocks.Block:
    """Hang each heading beside what follows it; what comes before the first stands without one."""
    sections: list[tuple[str, list[Block]]] = [("", [])]
    for block in content:
        if isinstance(block, Heading):
            sections.append((block.text, []))
        else:
            sections[-1][1].append(block)
    distance = _BETWEEN_SECTIONS * size
    return blocks.apart([_section(heading, body, size) for heading, body in sections], distance)


def _section(heading: str, content: Sequence[Block], size: float) -> blocks.Block:
    body = blocks.apart([_set(block, size) for block in content], _BETWEEN_BLOCKS)
    return blocks.beside(heading, _look(size, "SemiBold", TEAL), body, to=blocks.MEASURE_LEFT - 14)


def _look(size: float, weight: Weight = "Regular", ink: str = TEXT) -> ParagraphStyle:
    return style(size, 1.467 * size, weight, ink)


def _set(block: Block, size: float) -> blocks.Block:
    body, x = _look(size), blocks.MEASURE_LEFT
    match block:
        case Paragraph(text=text) | Heading(text=text):
            return blocks.set_text(text, body, x=x)
        case Bullets(lines=lines, codes=codes):
            return blocks.dashes(lines, body, x=x, codes=codes)
        case Boxes(lines=lines, codes=codes):
            return blocks.boxes(lines, body, x=x, codes=codes)
        case Questions(lines=lines, codes=codes):
            return blocks.questions(lines, body, x=x, codes=codes)
