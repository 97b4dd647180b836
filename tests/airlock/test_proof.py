"""A leak planted anywhere a PDF can hold one is found (RQ-115, RQ-116)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest
from pypdf.annotations import FreeText, Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from fieldkit.airlock.file_name import name_gives_away
from fieldkit.airlock.proof import examine
from fieldkit.airlock.release import prepare
from fieldkit.brief.layout import draw
from fieldkit.errors import FileProblem
from tests.airlock.dossiers import TODAY, dossier, known

RELEASE = prepare(dossier(), known(dossier()), "en", TODAY)
REGISTER = RELEASE.register
SCRIPT = DictionaryObject(
    {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("")}
)
NAME = "natural-stone-en.pdf"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    assert RELEASE.brief is not None
    return draw(RELEASE.brief)


def codes(content: bytes, name: str = NAME) -> set[str]:
    return {reason.code for reason in examine(content, name, REGISTER)}


def changed(content: bytes, change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    change(writer)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_brief_of_ours_gives_nothing_away(pdf: bytes) -> None:
    assert examine(pdf, NAME, REGISTER) == ()


def test_a_second_language_and_findings_give_nothing_away() -> None:
    of = dossier("horticulture")
    release = prepare(of, known(of), "nl", TODAY)
    assert release.brief is not None
    assert examine(draw(release.brief), "horticulture-nl.pdf", release.register, release.printed) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda w: w.add_metadata({"/Subject": "Sahara Mitra"}), "known_in_pdf"),
        (lambda w: w.add_metadata({"/Author": "N. Vermeer"}), "metadata_words"),
        (lambda w: w.add_metadata({"/CreationDate": "D:20260420101500+02'00'"}), "metadata_date"),
        (lambda w: w.add_attachment("notes.txt", b"what was said"), "pdf_attachment"),
        (lambda w: w.add_outline_item(title="Talk", page_number=0), "pdf_bookmarks"),
        (lambda w: w.root_object.update({NameObject("/OpenAction"): SCRIPT}), "pdf_script"),
        (lambda w: w.add_annotation(0, FreeText(text="Dhanpura", rect=(50, 50, 200, 80))), "pdf_annotation"),
        (lambda w: w.add_annotation(0, Link(rect=(0, 0, 9, 9), url="x:y")), "pdf_link"),
        (
            lambda w: w.root_object.update({NameObject("/AcroForm"): DictionaryObject()}),
            "pdf_form",
        ),
        (
            lambda w: w.pages[0].update({NameObject("/Alt"): TextStringObject("the hall")}),
            "pdf_hidden_words",
        ),
    ],
    ids=["subject", "author", "date", "attachment", "outline", "script", "note", "link", "form", "alt text"],
)
def test_what_only_a_reader_of_the_bytes_would_see_is_found(
    pdf: bytes, change: Callable[[pypdf.PdfWriter], object], code: str
) -> None:
    assert code in codes(changed(pdf, change))


def drawn(text: str, x: float, y: float, colour: float = 0) -> bytes:
    """A page with one line, black or white, on the page or off it."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.setTitle("")
    canvas.setAuthor("")
    canvas.setFillGray(colour)
    canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    "page",
    [
        drawn("Talk with Sahara Mitra", 100, 500),
        drawn("Talk with Sahara Mitra", 100, 500, colour=1),
        drawn("Talk with Sahara Mitra", 100, 5000),
        drawn("S a h a r a M i t r a", 100, 500),
        drawn("The talk of 14 February", 100, 500),
        drawn("With 26 people", 100, 500),
    ],
    ids=["black", "white", "off the page", "spaced out", "a day", "a count"],
)
def test_a_known_string_in_the_text_is_found(page: bytes) -> None:
    assert "known_in_pdf" in codes(page)


def test_words_off_the_page_are_found_though_nothing_in_them_is_known() -> None:
    assert "pdf_hidden_words" in codes(drawn("somebody said so", 100, 5000))


def test_an_earlier_version_inside_the_file_is_found(pdf: bytes) -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf), incremental=True)
    writer.add_metadata({"/Title": ""})
    stream = BytesIO()
    writer.write(stream)
    assert "earlier_version_inside" in codes(stream.getvalue())


def test_bytes_behind_the_document_are_found(pdf: bytes) -> None:
    assert {"bytes_outside", "known_in_pdf"} <= codes(pdf + b"\nDhanpura\n")


@pytest.mark.parametrize(
    "name",
    [
        "Dhanpura.pdf",
        "sahara-mitra.pdf",
        "brief_CC-2026-01.pdf",
        "brief-SUP-03-en.pdf",
        "talk-14-feb.pdf",
        "i3.pdf",
    ],
)
def test_a_file_name_that_tells_is_found(name: str) -> None:
    assert name_gives_away(name, REGISTER)


@pytest.mark.parametrize(
    "name", ["natural-stone-en.pdf", "gespreksnotitie.pdf", "brief.pdf", "Conversation April.pdf"]
)
def test_a_plain_file_name_is_fine(name: str) -> None:
    assert name_gives_away(name, REGISTER) == ()


def test_a_string_handed_to_the_layout_is_looked_through_too(pdf: bytes) -> None:
    found = examine(pdf, NAME, REGISTER, ("As told in Dhanpura",))
    assert {reason.subject for reason in found} == {"handed"}


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.4\n%%EOF", b"\x89PNG"])
def test_what_is_no_pdf_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(FileProblem) as problem:
        examine(content, NAME, REGISTER)
    assert problem.value.code == "not_a_pdf"
