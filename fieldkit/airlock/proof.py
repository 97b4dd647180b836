"""Opens the finished PDF as an adversary would and looks for anything known (RQ-115, RQ-116).

Text is read by two extractors, since one sees what is off the page and the other what the eye sees. Some
scripts cannot be read back faithfully, so the strings handed to the layout are looked through as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from fieldkit.airlock.file_name import name_gives_away
from fieldkit.airlock.known import Register
from fieldkit.errors import FileProblem, Reason

# What only carries more than the page shows.
_UNWANTED_KEYS = {
    "/JS": "script",
    "/JavaScript": "script",
    "/OpenAction": "script",
    "/AA": "script",
    "/Launch": "script",
    "/URI": "link",
    "/Annots": "annotation",
    "/AcroForm": "form",
    "/EmbeddedFiles": "attachment",
    "/EF": "attachment",
    "/AF": "attachment",
    "/RichMedia": "attachment",
    "/PieceInfo": "private_data",
    "/Alt": "hidden_words",
    "/ActualText": "hidden_words",
    "/OCProperties": "layers",
    "/Encrypt": "encrypted",
}
_NEUTRAL_KEYS = {"/Title", "/Author", "/Subject", "/Creator", "/Producer", "/Keywords", "/Trapped"}
_DATE_KEYS = {"/CreationDate", "/ModDate"}
_LONG_ENOUGH = 5  # letters; shorter strings stand in compressed bytes by chance


def examine(pdf: bytes, file_name: str, register: Register, handed: Iterable[str] = ()) -> tuple[Reason, ...]:
    """Return everything that a finished PDF gives away: text, metadata, structure, file name.

    `file_name` is the name alone, `handed` the strings given to the layout. Raises `FileProblem` when the
    bytes are no PDF that can be read.
    """
    try:
        reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
        texts = {"text": _seen(pdf), "hidden_text": "\n".join(page.extract_text() for page in reader.pages)}
        objects = tuple(_objects(reader))
        info = {key: str(value) for key, value in (reader.metadata or {}).items()}
    except (PyPdfError, pypdfium2.PdfiumError, ValueError, KeyError, TypeError, RecursionError):
        raise FileProblem("not_a_pdf") from None
    texts |= {"handed": "\n".join(handed), "metadata": "\n".join(info.values())}
    found = [
        *(reason for place, text in texts.items() for reason in _known(text, place, register)),
        *name_gives_away(file_name, register),
        *_known_in_streams(pdf, objects, register),
        *_metadata(info, texts["text"]),
        *_structure(pdf, objects),
        *_unseen(texts["text"], texts["hidden_text"]),
    ]
    return tuple(dict.fromkeys(found))


def _seen(pdf: bytes) -> str:
    """Return the text inside the pages' edges, as the second extractor reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _objects(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    for number in sorted(numbers):
        yield from _dictionaries(reader.get_object(number))
    yield from _dictionaries(reader.trailer)


def _dictionaries(value: object, depth: int = 0) -> Iterator[DictionaryObject]:
    if depth > 20:
        return
    if isinstance(value, DictionaryObject):
        yield value
        for inner in value.values():
            yield from _dictionaries(inner, depth + 1)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _dictionaries(inner, depth + 1)


def _known(text: str, place: str, register: Register) -> Iterator[Reason]:
    for mark in register.find(text):
        yield Reason("RQ-115", place, "known_in_pdf", kind=str(mark.kind), place=place)


def _known_in_streams(
    pdf: bytes, objects: Iterable[DictionaryObject], register: Register
) -> Iterator[Reason]:
    """Look for known names in the raw bytes and in every stream once it is unpacked."""
    blobs = [pdf, *(value.get_data() for value in objects if isinstance(value, StreamObject))]
    readable = "\n".join(blob.decode("latin-1").casefold() for blob in blobs)
    for item in register.items:
        if item.role == "name" and len(item.text) >= _LONG_ENOUGH:
            written = item.text.casefold()
            spellings = (written, written.encode("utf-8").decode("latin-1"), "\0".join(written))
            if any(spelling in readable for spelling in spellings):
                yield Reason("RQ-115", "streams", "known_in_pdf", kind=str(item.kind), place="streams")


def _metadata(info: dict[str, str], shown: str) -> Iterator[Reason]:
    printed = _squashed(shown)
    for key, value in info.items():
        if key in _DATE_KEYS:
            if not re.fullmatch(r"D:20000101000000(Z|\+00'00'?)?", value):
                yield Reason("RQ-116", "metadata", "metadata_date", key=key)
        elif key not in _NEUTRAL_KEYS or (
            value not in ("", "Fieldkit", "/False") and _squashed(value) not in printed
        ):
            yield Reason("RQ-116", "metadata", "metadata_words", key=key[:20])


def _structure(pdf: bytes, objects: Iterable[DictionaryObject]) -> Iterator[Reason]:
    if pdf.count(b"%%EOF") != 1 or pdf.count(b"startxref") != 1:
        yield Reason("5.2", "structure", "earlier_version_inside")
    if pdf[:5] != b"%PDF-" or pdf.rstrip()[-5:] != b"%%EOF":
        yield Reason("5.2", "structure", "bytes_outside")
    for value in objects:
        for key in value:
            if what := _UNWANTED_KEYS.get(key):
                yield Reason("5.2", "structure", f"pdf_{what}")
        if value.get("/Type") == "/Metadata":
            yield Reason("5.2", "structure", "pdf_private_data")
        if _has_bookmarks(value):
            yield Reason("5.2", "structure", "pdf_bookmarks")
        if value.get("/Subtype") == "/Image":
            yield Reason("5.2", "structure", "pdf_image")


def _has_bookmarks(value: DictionaryObject) -> bool:
    # The drawing library writes an empty list of them.
    if "/Outlines" not in value:
        return False
    bookmarks = value["/Outlines"]  # follows the reference
    return isinstance(bookmarks, DictionaryObject) and "/First" in bookmarks


def _unseen(seen: str, everything: str) -> Iterator[Reason]:
    """A word that only the extractor sees that also reads outside the page was put there to be found."""
    shown = _squashed(seen)
    if any(_squashed(word) not in shown for word in everything.split()):
        yield Reason("5.2", "hidden_text", "pdf_hidden_words")


def _squashed(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold()
