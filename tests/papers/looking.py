"""Looks at a finished page as an eye would: what lies on something else, how large the letters are."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from tests.brief.reading import letter_boxes

Box = tuple[float, float, float, float]

_TOUCHING = 1.6  # points by which letters beside each other may overlap


def overlaps(pdf: bytes) -> list[tuple[Box, Box]]:
    """Pairs of letters of a page that lie on each other."""
    return [pair for boxes in letter_boxes(pdf) for pair in _overlapping(sorted(boxes))]


def _overlapping(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[0] > one[2] - _TOUCHING:
                break
            if min(one[3], other[3]) - max(one[1], other[1]) > _TOUCHING:
                yield one, other


def letter_sizes(pdf: bytes) -> list[float]:
    """The size of every visible letter, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[float] = []
    for page in document:
        text: Any = page.get_textpage()
        letters = text.get_text_range()
        found += [
            pdfium.FPDFText_GetFontSize(text, place)
            for place in range(text.count_chars())
            if not letters[place : place + 1].isspace()
        ]
    document.close()
    return found


def shapes(pdf: bytes) -> list[Box]:
    """Where the lines and shapes stand, on all pages: left, bottom, right, top."""
    document = pypdfium2.PdfDocument(pdf)
    found = [each.get_bounds() for page in document for each in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
    document.close()
    return found


def typefaces(pdf: bytes) -> set[str]:
    """The names of the typefaces that are embedded, without the mark of the subset."""
    pages: Any = PdfReader(BytesIO(pdf)).pages
    named = (font["/BaseFont"] for page in pages for font in page["/Resources"]["/Font"].values())
    return {str(name).rpartition("+")[2].lstrip("/") for name in named}
