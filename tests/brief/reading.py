"""Reads finished PDF bytes back, with two extractors, as a reader would."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pypdfium2

Extractor = Callable[[bytes], list[str]]


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    # a hyphen at the end of a line comes back as U+FFFE, its line break left out
    return [text.replace("\ufffe", "-\n") for text in texts]


EXTRACTORS: tuple[Extractor, ...] = (by_pypdf, by_pdfium)


def catalog(pdf: bytes) -> Any:
    """The root of the file: names what it holds besides pages."""
    return pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def pages_of(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages


def folded(text: str) -> str:
    """Single spaces instead of all white space."""
    return " ".join(text.split())


def dense(text: str) -> str:
    """No white space at all: an overlong word that was cut into lines reads as one again."""
    return "".join(text.split())


def body(pages: list[str], head: str, foot: str = "") -> str:
    """The dense text of all pages without what stands on each of them."""
    cleaned = []
    for number, page in enumerate(map(dense, pages), start=1):
        last = foot.format(page=number, pages=len(pages))
        assert page.startswith(dense(head))
        assert page.endswith(dense(last))
        cleaned.append(page.removeprefix(dense(head)).removesuffix(dense(last)))
    return "".join(cleaned)


def letter_boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Left, bottom, right, top of every visible letter, per page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text: Any = page.get_textpage()
        letters = text.get_text_range()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if not letters[n : n + 1].isspace()]
        found.append(boxes)
    document.close()
    return found
