"""SupplierBrief -> PDF bytes.

A4, margins 18 mm, hanging headings in a column of their own. The same brief gives the same bytes on
every machine and day: no clock, no path, no name of a user or program goes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from fieldkit.brief import sections, words
from fieldkit.brief.content import SupplierBrief, strings
from fieldkit.brief.fonts import BODY, refuse_unprintable
from fieldkit.brief.letterhead import Letterhead
from fieldkit.brief.page import HIGH, MARGIN, Page, Row, height, paginate
from fieldkit.brief.table import filled
from fieldkit.text import Catalogue, catalogue

_ROWS = 9  # in the table of actions, as far as there is room
_FEWEST_EMPTY = 3
_SPARSE = 0.2  # a last page filled less than this looks like a mistake
_NEUTRAL = "Fieldkit"
_FIXED_DAY = "D:20000101000000Z"

Sections = tuple[tuple[Row, ...], ...]


def draw(brief: SupplierBrief, /) -> bytes:
    """Return the brief as a PDF file, in its own language.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter of it.
    """
    refuse_unprintable(part for text in strings(brief) for part in words.paragraphs(text))
    language = catalogue(brief.language)
    issued = language.say("For discussion · {issued}", issued=words.one(brief.issued))
    letterhead = Letterhead(sender=words.one(brief.sender), issued=issued, language=language)
    return _pdf(brief, letterhead, _pages(brief, letterhead, language))


def _pages(brief: SupplierBrief, letterhead: Letterhead, language: Catalogue) -> tuple[Page, ...]:
    """Try how many empty rows the table of actions can have, and whether it begins a page."""
    opening = (*letterhead.in_full(), *sections.opening(brief, language))
    before = sections.before_the_actions(brief, language)
    closing = sections.how_we_go_on(language)
    most_empty = max(_FEWEST_EMPTY, _ROWS - len(filled(brief.actions)))
    tried = [
        (_faults(pages, letterhead.room), -empty, on_own_page, pages)
        for empty in range(_FEWEST_EMPTY, most_empty + 1)
        for after in [(sections.agreed_actions(brief, empty, language), closing)]
        for on_own_page, pages in _variants(opening, before, after, letterhead.room)
    ]
    return min(tried, key=lambda made: made[:3])[3]


def _variants(
    opening: tuple[Row, ...], before: Sections, after: Sections, room: float
) -> Iterator[tuple[bool, tuple[Page, ...]]]:
    yield False, paginate((*opening, *sections.in_order((*before, *after))), room)
    first = paginate((*opening, *sections.in_order(before)), room)
    yield True, (*first, *paginate(sections.in_order(after), room))


def _faults(pages: tuple[Page, ...], room: float) -> tuple[int, int]:
    torn = sum(_begins_again(page) for page in pages)
    sparse = len(pages) > 1 and height(pages[-1]) < _SPARSE * room
    return len(pages), torn + sparse


def _begins_again(page: Page) -> bool:
    """Whether the table of actions goes on here from the page before."""
    return len(page) > 1 and page[0] in page[1].again


def _pdf(brief: SupplierBrief, letterhead: Letterhead, pages: tuple[Page, ...]) -> bytes:
    stream = BytesIO()
    canvas = Canvas(
        stream,
        pagesize=A4,
        pageCompression=1,
        invariant=1,
        lang=brief.language,
        initialFontName=BODY.font,  # else every page names a font that is not embedded
        initialFontSize=BODY.size,
    )
    # reportlab begins the file's /ID with its clock, which the environment may set
    canvas._doc.signature = md5(_NEUTRAL.encode(), usedforsecurity=False)
    _describe(canvas, words.one(brief.title))
    for number, page in enumerate(pages, start=1):
        _draw_rows(canvas, (letterhead.head(), *page), HIGH)
        _draw_rows(canvas, (letterhead.foot(number, len(pages)),), MARGIN)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _describe(canvas: Canvas, title: str) -> None:
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setKeywords("")
    canvas.setCreator(_NEUTRAL)
    canvas.setProducer(_NEUTRAL)
    canvas.setDateFormatter(lambda *_: _FIXED_DAY)  # the environment may set another day


def _draw_rows(canvas: Canvas, page: tuple[Row, ...], top: float) -> None:
    for row in page:
        for ink in row.ink:
            ink.draw(canvas, MARGIN, top)
        top -= row.height
