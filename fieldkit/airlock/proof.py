"""Opens the finished PDF as an adversary would and looks for anything known (RQ-115, RQ-116).

Text is read by two extractors, since one sees what is off the page and the other what the eye sees. Some
scripts cannot be read back faithfully, so the strings handed to the layout are looked through as well.
The bytes themselves are read a third time, to the last one, for what no extractor follows.
"""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import pypdf
import pypdfium2
from pypdf.errors import DependencyError, PyPdfError

from fieldkit.airlock import pdf_shape
from fieldkit.airlock.file_name import as_words, name_gives_away
from fieldkit.airlock.known import Register
from fieldkit.airlock.pdf_contents import Contents, read
from fieldkit.airlock.pdf_syntax import readings
from fieldkit.errors import FileProblem, Reason

# Its complaints about a broken file quote from it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# Names of what only carries more than the page shows.
_UNWANTED = {
    "/JS": "pdf_script",
    "/JavaScript": "pdf_script",
    "/OpenAction": "pdf_script",
    "/AA": "pdf_script",
    "/Launch": "pdf_script",
    "/URI": "pdf_link",
    "/Annots": "pdf_annotation",
    "/AcroForm": "pdf_form",
    "/EmbeddedFiles": "pdf_attachment",
    "/EF": "pdf_attachment",
    "/AF": "pdf_attachment",
    "/RichMedia": "pdf_attachment",
    "/PieceInfo": "pdf_private_data",
    "/Metadata": "pdf_private_data",
    "/Alt": "pdf_hidden_words",
    "/ActualText": "pdf_hidden_words",
    "/OCProperties": "pdf_layers",
    "/Encrypt": "pdf_encrypted",
    "/Outlines": "pdf_bookmarks",
    "/Image": "pdf_image",
    "/BI": "pdf_image",
}
DOCUMENT_CODES = frozenset({*_UNWANTED.values(), "pdf_unexpected", "pdf_name_tells_source"})
"""Every code that begins with `pdf_`: what the proof says of a document or its file name."""
_NEUTRAL_KEYS = {"/Title", "/Author", "/Subject", "/Creator", "/Producer", "/Keywords"}
_DATE_KEYS = {"/CreationDate", "/ModDate"}
_LONG_ENOUGH = 5  # letters; shorter names stand in compressed bytes by chance
_NO_CHANCE = 4  # letters; the codes of letters in a font spell shorter ones by chance
# Whatever two readers of another house raise over bytes that were broken on purpose.
_UNREADABLE = (
    *(PyPdfError, DependencyError, pypdfium2.PdfiumError, zlib.error, struct.error),
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, OSError, EOFError),  # too deep and not implemented are runtime errors
)


def examine(pdf: bytes, file_name: str, register: Register, handed: Iterable[str] = ()) -> tuple[Reason, ...]:
    """Return everything that a finished PDF gives away: text, metadata, structure, file name.

    `file_name` is the name alone, `handed` the strings given to the layout. Raises `FileProblem("not_a_pdf")`
    when the bytes are no PDF that can be read, and nothing else whatever the bytes are.
    """
    contents = read(pdf)
    info = contents.info
    texts = {"handed": "\n".join(handed), "metadata": "\n".join(info.values())}
    if "/Encrypt" not in contents.names:
        texts |= _extracted(pdf)
    found = [
        *(reason for place, text in texts.items() for reason in _known(text, place, register)),
        *name_gives_away(file_name, register),
        *_known_in_bytes(pdf, contents, register),
        *_metadata(info, texts.get("text", "")),
        *_structure(pdf, contents),
        *_unseen(texts, contents),
    ]
    return tuple(dict.fromkeys(found))


def _extracted(pdf: bytes) -> dict[str, str]:
    try:
        reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
        return {"text": _seen(pdf), "hidden_text": "\n".join(page.extract_text() for page in reader.pages)}
    except _UNREADABLE:
        raise FileProblem("not_a_pdf") from None


def _seen(pdf: bytes) -> str:
    """Return the text inside the pages' edges, as the second extractor reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _known(text: str, place: str, register: Register, *, shortest: int = 1) -> Iterator[Reason]:
    for mark in register.find(text):
        if len(_squashed(mark.text)) >= shortest:
            yield Reason("RQ-115", place, "known_in_pdf", kind=str(mark.kind), place=place)


def _known_in_bytes(pdf: bytes, contents: Contents, register: Register) -> Iterator[Reason]:
    """Look for what is known in every string and name, in every drawing, and in all that is unpacked."""
    names = (as_words(name) for name in sorted(contents.names) if not pdf_shape.is_usual(name))
    strings = (text for string in contents.strings for text in readings(string))
    yield from _known("\n".join((*strings, *names)), "streams", register)
    codes = [next(readings(string)) for string in contents.codes]
    for text in ("\n".join(codes), "".join(codes)):
        yield from _known(text, "streams", register, shortest=_NO_CHANCE)
    blobs = (pdf, *(part.stream for part in contents.parts if part.stream))
    readable = "\n".join(blob.decode("latin-1").casefold() for blob in blobs)
    for item in register.items:
        if item.role == "name" and len(item.text) >= _LONG_ENOUGH:
            written = item.text.casefold()
            spellings = (written, written.encode("utf-8").decode("latin-1"), "\0".join(written))
            if any(spelling in readable for spelling in spellings):
                yield Reason("RQ-115", "streams", "known_in_pdf", kind=str(item.kind), place="streams")


def _metadata(info: Mapping[str, str], shown: str) -> Iterator[Reason]:
    for key, value in info.items():
        if key in _DATE_KEYS:
            if not re.fullmatch(r"D:20000101000000(Z|\+00'00'?)?", value):
                yield Reason("RQ-116", "metadata", "metadata_date", key=key)
        elif (key, value) != ("/Trapped", "/False") and (
            key not in _NEUTRAL_KEYS or (value not in ("", "Fieldkit") and not _is_printed(value, shown))
        ):
            yield Reason("RQ-116", "metadata", "metadata_words", key=key[:20])


def _is_printed(value: str, shown: str) -> bool:
    """Whether the page shows these words, and no sign stands between them that it does not show."""
    signs = {sign for sign in value if not sign.isalnum()} - {" ", "-"}
    return _squashed(value) in _squashed(shown) and signs <= set(shown)


def _structure(pdf: bytes, contents: Contents) -> Iterator[Reason]:
    if pdf.count(b"%%EOF") != 1 or pdf.count(b"startxref") != 1:
        yield Reason("5.2", "structure", "earlier_version_inside")
    if not contents.explained:
        yield Reason("5.2", "structure", "bytes_outside")
    for name in sorted(contents.names):
        if code := _UNWANTED.get(name):
            yield Reason("5.2", "structure", code)
    if not pdf_shape.is_ours(contents, _UNWANTED):
        yield Reason("5.2", "structure", "pdf_unexpected")


def _unseen(texts: Mapping[str, str], contents: Contents) -> Iterator[Reason]:
    """What only the extractor sees that also reads outside the page was put there to be found.

    So was a letter in a font that no text has.
    """
    seen, everything = texts.get("text", ""), texts.get("hidden_text", "")
    shown = _squashed(seen)
    spare = pdf_shape.letters(contents) - set(seen) - set(everything) - {"\0", " "}
    if spare or any(_squashed(word) not in shown for word in everything.split()):
        yield Reason("5.2", "hidden_text", "pdf_hidden_words")


def _squashed(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold()
