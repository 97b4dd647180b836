"""A leak planted anywhere a PDF can hold one is found (RQ-115, RQ-116)."""

from __future__ import annotations

import zlib
from base64 import a85decode, a85encode, b64encode
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pypdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf.annotations import FreeText, Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from fieldkit.airlock.known import Register
from fieldkit.airlock.proof import examine
from fieldkit.airlock.release import Release, prepare
from fieldkit.brief.layout import draw
from fieldkit.errors import FileProblem
from tests.airlock.dossiers import TODAY, dossier, known
from tests.airlock.rebuilt import Bodies, packed, put, raw_stream, rebuilt, stream, where
from tests.brief.samples import QUESTIONS_ONLY, WITH_FINDINGS

SCRIPT = DictionaryObject(
    {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("")}
)
NAME = "natural-stone-en.pdf"


def released(sample: str, language: str) -> Release:
    of = dossier(sample)
    return prepare(of, known(of), language, TODAY)


@pytest.fixture(scope="module")
def release() -> Release:
    return released("natural_stone", "en")


@pytest.fixture(scope="module")
def register(release: Release) -> Register:
    return release.register


@pytest.fixture(scope="module")
def pdf(release: Release) -> bytes:
    assert release.brief is not None
    return draw(release.brief)


@pytest.fixture(scope="module")
def short_pdf() -> bytes:
    """A brief of one page, for what is tried on a hundred of them."""
    return draw(replace(QUESTIONS_ONLY, questions=QUESTIONS_ONLY.questions[:1], benefits=(), own_share=()))


def codes(content: bytes, register: Register, name: str = NAME) -> set[str]:
    return {reason.code for reason in examine(content, name, register)}


def verdict(content: bytes, register: Register) -> set[str]:
    """The codes of all reasons; of bytes that are no PDF the code that says so."""
    try:
        return codes(content, register)
    except FileProblem as problem:
        return {problem.code}


def changed(content: bytes, change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("sample", ["natural_stone", "horticulture"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_brief_of_ours_gives_nothing_away(sample: str, language: str) -> None:
    release = released(sample, language)
    assert release.brief is not None
    name = f"{sample.replace('_', '-')}-{language}.pdf"
    assert examine(draw(release.brief), name, release.register, release.printed) == ()


@pytest.mark.parametrize("brief", [QUESTIONS_ONLY, WITH_FINDINGS], ids=["questions", "findings"])
def test_an_invented_brief_gives_nothing_away_either(brief: object, register: Register) -> None:
    assert isinstance(brief, type(QUESTIONS_ONLY))
    assert examine(draw(brief), NAME, register) == ()


def test_taking_apart_and_putting_together_alone_changes_nothing(pdf: bytes, register: Register) -> None:
    assert examine(rebuilt(pdf), NAME, register) == ()


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
        (lambda w: w.root_object.update({NameObject("/AcroForm"): DictionaryObject()}), "pdf_form"),
        (lambda w: w.pages[0].update({NameObject("/Alt"): TextStringObject("hall")}), "pdf_hidden_words"),
    ],
    ids=["subject", "author", "date", "attachment", "outline", "script", "note", "link", "form", "alt text"],
)
def test_what_only_a_reader_of_the_bytes_would_see_is_found(
    pdf: bytes, register: Register, change: Callable[[pypdf.PdfWriter], object], code: str
) -> None:
    assert code in codes(changed(pdf, change), register)


CATALOG, PAGE, INFO, FONT = b"/Type /Catalog", b"/Type /Page\n", b"/Author", b"/Subtype /TrueType"
DRAWING = b"/ASCII85Decode"
DRAWING_KEYS = b"/Filter [ /ASCII85Decode /FlateDecode ]"


def added(mark: bytes, extra: bytes, *objects: bytes) -> Callable[[Bodies], object]:
    """Add keys to the first object that holds `mark`, and further objects; `%d` is the first of them."""

    def change(bodies: Bodies) -> None:
        first = len(bodies) + 1
        put(bodies, mark, b"<<", b"<<\n" + (extra % first if b"%d" in extra else extra) + b" ")
        bodies.extend(objects)

    return change


@pytest.mark.parametrize(
    "change",
    [
        added(CATALOG, b"/PageLabels << /Nums [ 0 << /P (at the hall) >> ] >>"),
        added(CATALOG, b"/Dests %d 0 R", b"\n<< /hall [ 2 0 R /Fit ] >>\n"),
        added(CATALOG, b"/Names << /Dests << /Names [ (hall) [ 2 0 R /Fit ] ] >> >>"),
        added(CATALOG, b"/StructTreeRoot << /K << /S /P /E (hall) /T (hall) >> >>"),
        added(CATALOG, b"/ViewerPreferences << /DisplayDocTitle true >>"),
        added(CATALOG, b"/Hall (there)"),
        lambda bodies: put(bodies, CATALOG, b"(en)", b"(en-x-hall)"),
        lambda bodies: put(bodies, CATALOG, b"/UseNone", b"/Hall"),
        added(PAGE, b"/LastModified (D:20260214101500)"),
        added(PAGE, b"/Thumb %d 0 R", stream(b"\0" * 9, b"/Width 3 /Height 3 /Filter [ /FlateDecode ]")),
        added(PAGE, b"/Annotation (x)"),
        added(FONT, b"/Encoding /Hall"),
        lambda bodies: bodies.append(b"\n<< /Type /Page /Parent 18 0 R >>\n"),
        lambda bodies: bodies.append(b"\n(said by somebody)\n"),
        lambda bodies: bodies.append(stream(b"BT ET", b"/Type /XObject /Subtype /Form")),
        lambda bodies: bodies.append(stream(b"said by somebody")),
        lambda bodies: put(bodies, FONT, b"/AAAAAA+FiraSans", b"/AAAAAA+HallSans"),
        lambda bodies: put(bodies, FONT, b"/F1+0", b"/Hall"),
        lambda bodies: put(bodies, PAGE, b"595.2756", b"595.2"),
    ],
)
def test_whatever_no_brief_of_ours_holds_is_refused(
    pdf: bytes, register: Register, change: Callable[[Bodies], object]
) -> None:
    assert "pdf_unexpected" in codes(rebuilt(pdf, change), register)


def test_a_mark_of_the_file_longer_than_ours_is_refused(pdf: bytes, register: Register) -> None:
    marked = rebuilt(pdf, trailer=(b"/ID \n[<", b"/ID \n[<00"))
    assert "pdf_unexpected" in codes(marked, register)


def test_a_key_that_says_what_it_is_has_a_reason_of_its_own(pdf: bytes, register: Register) -> None:
    described = rebuilt(pdf, added(CATALOG, b"/Metadata %d 0 R", stream(b"<x:xmpmeta/>")))
    assert "pdf_private_data" in codes(described, register)


def redrawn(change: Callable[[bytes], bytes]) -> Callable[[Bodies], object]:
    """Change the first page's drawing once it is unpacked."""

    def of(bodies: Bodies) -> None:
        index = where(bodies, DRAWING)
        drawing = change(zlib.decompress(a85decode(packed(bodies[index]).removesuffix(b"~>"))))
        bodies[index] = raw_stream(a85encode(zlib.compress(drawing)) + b"~>", DRAWING_KEYS)

    return of


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (b"\nBI /W 1 /H 1 /CS /G /BPC 8 ID x EI", "pdf_image"),
        (b"\n/Span << /ActualText (hall) >> BDC EMC", "pdf_hidden_words"),
        (b"\n/Hall MP", "pdf_unexpected"),
        (b"\n% said by somebody", "pdf_unexpected"),
        (b"\n(said by somebody) n", "pdf_unexpected"),
        (b"\n/F1 Do", "pdf_unexpected"),
        (b"\n1 2 3", "pdf_unexpected"),
        (b"\nBT 3 Tr ET", "pdf_unexpected"),
    ],
)
def test_a_drawing_holds_lines_and_letters_only(
    pdf: bytes, register: Register, extra: bytes, code: str
) -> None:
    assert code in codes(rebuilt(pdf, redrawn(lambda drawn: drawn + extra)), register)


@pytest.mark.parametrize(
    "string",
    [
        b"(Dhanpura)",
        rb"(Dhan\160\165ra)",
        b"<4468616E70757261>",
        b"<44 68 61 6e 70 75 72 61>",
        b"(Dhan) n (pura)",
        b"(D h a n p u r a)",
        b"<FEFF004400680061006E0070007500720061>",
    ],
)
def test_a_known_string_is_found_among_the_operands_of_a_drawing(
    pdf: bytes, register: Register, string: bytes
) -> None:
    found = examine(rebuilt(pdf, redrawn(lambda drawn: drawn + b"\n" + string + b" n")), NAME, register)
    assert ("known_in_pdf", "streams") in {(reason.code, reason.subject) for reason in found}


@pytest.mark.parametrize(
    "change",
    [
        added(CATALOG, b"/Hall (in Dhanpura)"),
        added(CATALOG, b"/Hall " + b"<" + "Dhanpura".encode("utf-16").hex().encode() + b">"),
        added(CATALOG, b"/Hall (14 Feb)"),
        added(CATALOG, b"/Hall (26 people)"),
        added(CATALOG, rb"/Hall (\104hanpura)"),
        added(CATALOG, b"/#44hanpura true"),
        added(CATALOG, b"/Hall /VillageDhanpura"),
        added(CATALOG, b"/Hall [ [ << /Deep (Dhanpura) >> ] ]"),
        lambda bodies: put(bodies, FONT, b"/AAAAAA+FiraSans", b"/AAAAAA+Dhanpura"),
        lambda bodies: bodies.append(stream(b"as told in Dhanpura")),
        lambda bodies: bodies.append(stream(b"\x80 \xff (in Dhan\\160ura) >>")),
    ],
)
def test_a_known_string_is_found_in_any_string_name_or_stream(
    pdf: bytes, register: Register, change: Callable[[Bodies], object]
) -> None:
    assert "known_in_pdf" in codes(rebuilt(pdf, change), register)


HIDDEN = (
    b"99 0 obj" + stream(b"as told in the hall") + b"endobj",
    zlib.compress(b"as told in the hall"),
    b"%" + b"as told in the hall".hex().encode(),
    b"%" + b64encode(b"as told in the hall"),
    b"% as told in the hall",
    b"(as told in the hall)",
)


@pytest.mark.parametrize("extra", HIDDEN)
def test_bytes_that_no_object_explains_are_found(pdf: bytes, register: Register, extra: bytes) -> None:
    content = rebuilt(pdf, before={5: extra + b"\n"})
    assert "bytes_outside" in codes(content, register)


OUR_COMMENT = b"% ReportLab generated PDF document -- digest (opensource)\n"


@pytest.mark.parametrize("comment", [b"% hall\n", OUR_COMMENT], ids=["any", "like ours"])
@pytest.mark.parametrize(
    "place",
    [
        lambda pdf, comment: rebuilt(pdf, before={1: comment}),
        lambda pdf, comment: rebuilt(pdf, before={0: comment}),
        lambda pdf, comment: rebuilt(pdf, added(CATALOG, comment)),
        lambda pdf, comment: rebuilt(pdf, trailer=(b"trailer", comment + b"trailer")),
        lambda pdf, comment: rebuilt(pdf, trailer=(b"/Info", comment + b"/Info")),
        lambda pdf, comment: pdf.replace(b"startxref", comment + b"startxref"),
        lambda pdf, comment: pdf + comment,
    ],
    ids=["first object", "table", "object", "trailer", "in the trailer", "start", "end"],
)
def test_a_comment_more_than_ours_is_found(
    pdf: bytes, register: Register, place: Callable[[bytes, bytes], bytes], comment: bytes
) -> None:
    assert "bytes_outside" in verdict(place(pdf, comment), register)


def test_packed_bytes_that_say_no_way_to_unpack_them_are_found(pdf: bytes, register: Register) -> None:
    extra = stream(zlib.compress(b"as told in the hall"), b"")
    assert "pdf_unexpected" in codes(rebuilt(pdf, lambda bodies: bodies.append(extra)), register)


def test_bytes_behind_what_a_stream_unpacks_to_are_found(pdf: bytes, register: Register) -> None:
    behind = b"as told in the hall~>"

    def change(bodies: Bodies) -> None:
        index = where(bodies, DRAWING)
        bodies[index] = raw_stream(packed(bodies[index]) + behind, DRAWING_KEYS)

    assert verdict(rebuilt(pdf, change), register) & {"pdf_unexpected", "not_a_pdf"}


def test_words_in_a_font_are_found(pdf: bytes, register: Register) -> None:
    def change(bodies: Bodies) -> None:
        index = where(bodies, b"/Length1")
        font = zlib.decompress(packed(bodies[index])) + b"as told in the hall"
        bodies[index] = stream(font, b"/Filter [ /FlateDecode ] /Length1 %d" % len(font))

    assert "pdf_unexpected" in codes(rebuilt(pdf, change), register)


def drawn(text: str, x: float, y: float, colour: float = 0) -> bytes:
    """A page with one line, black or white, on the page or off it."""
    from reportlab.pdfgen.canvas import Canvas

    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    canvas.setTitle("")
    canvas.setAuthor("")
    canvas.setFillGray(colour)
    canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


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
def test_a_known_string_in_the_text_is_found(page: bytes, register: Register) -> None:
    assert "known_in_pdf" in codes(page, register)


def test_words_off_the_page_are_found_though_nothing_in_them_is_known(register: Register) -> None:
    assert "pdf_hidden_words" in codes(drawn("somebody said so", 100, 5000), register)


def test_a_letter_in_a_font_that_no_text_has_is_found(pdf: bytes, register: Register) -> None:
    def change(bodies: Bodies) -> None:
        index = next(at for at, body in enumerate(bodies) if b"/Length1" in body) - 1
        table = zlib.decompress(packed(bodies[index]))
        bodies[index] = stream(table.replace(b"<01> <", b"<01> <0158>\n<01> <", 1))

    assert "pdf_hidden_words" in codes(rebuilt(pdf, change), register)


def test_signs_in_the_title_that_are_not_printed_are_found(pdf: bytes, register: Register) -> None:
    def change(bodies: Bodies) -> None:
        index = where(bodies, INFO)
        title = bodies[index].split(b"/Title (")[1].split(b")")[0].decode()
        hidden = (title[:1] + "\u200b\u200c\u200b" + title[1:]).encode("utf-16")
        bodies[index] = bodies[index].replace(b"(%s)" % title.encode(), b"<%s>" % hidden.hex().encode())

    assert "metadata_words" in codes(rebuilt(pdf, change), register)


def test_an_earlier_version_inside_the_file_is_found(pdf: bytes, register: Register) -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf), incremental=True)
    writer.add_metadata({"/Title": ""})
    written = BytesIO()
    writer.write(written)
    assert "earlier_version_inside" in codes(written.getvalue(), register)


def test_bytes_behind_the_document_are_found(pdf: bytes, register: Register) -> None:
    assert {"bytes_outside", "known_in_pdf"} <= codes(pdf + b"\nDhanpura\n", register)


def test_a_string_handed_to_the_layout_is_looked_through_too(pdf: bytes, register: Register) -> None:
    found = examine(pdf, NAME, register, ("As told in Dhanpura",))
    assert {reason.subject for reason in found} == {"handed"}


def test_an_encrypted_document_is_refused_for_what_it_is(pdf: bytes, register: Register) -> None:
    locked = changed(pdf, lambda writer: writer.encrypt("", algorithm="RC4-40"))
    assert "pdf_encrypted" in codes(locked, register)


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.4\n%%EOF", b"\x89PNG"])
def test_what_is_no_pdf_is_said_to_be_none(content: bytes, register: Register) -> None:
    with pytest.raises(FileProblem) as problem:
        examine(content, NAME, register)
    assert problem.value.code == "not_a_pdf"


def test_nothing_of_a_broken_file_is_quoted_in_a_log(
    pdf: bytes, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    verdict(rebuilt(pdf, redrawn(lambda drawing: drawing + b"\nBT (in the hall\\h) << Tj ET [")), register)
    assert not caplog.records


@cache
def nothing_packed() -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(bytes(1_000_000)) for _ in range(300)) + packing.flush()


def bomb(layers: int) -> bytes:
    """300 MB of nothing, packed once or twice."""
    content = nothing_packed()
    for _ in range(layers - 1):
        content = zlib.compress(content)
    return raw_stream(content, b"/Filter [" + b" /FlateDecode" * layers + b" ]")


@pytest.mark.parametrize("layers", [1, 2])
def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(
    pdf: bytes, register: Register, layers: int
) -> None:
    content = rebuilt(pdf, lambda bodies: bodies.append(bomb(layers)))
    with pytest.raises(FileProblem):
        examine(content, NAME, register)


OTHER_WAYS = (b"LZWDecode", b"RunLengthDecode", b"DCTDecode", b"JBIG2Decode", b"Crypt", b"ASCIIHexDecode")


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_a_stream_packed_in_another_way_is_refused(pdf: bytes, register: Register, way: bytes) -> None:
    def change(bodies: Bodies) -> None:
        bodies[where(bodies, DRAWING)] = stream(b"\x80\x0b\x60\x50", b"/Filter [ /%s ]" % way)

    assert verdict(rebuilt(pdf, change), register) & {"pdf_unexpected", "not_a_pdf"}


STRANGE = [b"<<", b"[" * 3000, b"(", b"endobj", b"stream\n", b"9" * 5000, b" 1 0 R "]


@st.composite
def damages(drawing: st.DrawFn) -> Callable[[bytes], bytes]:
    """Cuts, insertions and other bytes in place of some, up to four of them."""
    place, cut = st.floats(0, 1), st.integers(0, 300) | st.integers(0, 30_000)
    extra = st.binary(max_size=20) | st.sampled_from(STRANGE)
    steps = drawing(st.lists(st.tuples(place, cut, extra), min_size=1, max_size=4))

    def damaged(content: bytes) -> bytes:
        for share, length, put_in in steps:
            at = int(share * len(content))
            content = content[:at] + put_in + content[at + length :]
        return content

    return damaged


@given(damage=damages())
def test_damaged_bytes_give_reasons_or_are_said_to_be_no_pdf(
    short_pdf: bytes, register: Register, damage: Callable[[bytes], bytes]
) -> None:
    verdict(damage(short_pdf), register)  # any other exception fails


@given(damage=damages())
def test_a_damaged_drawing_gives_reasons_or_is_said_to_be_no_pdf(
    short_pdf: bytes, register: Register, damage: Callable[[bytes], bytes]
) -> None:
    verdict(rebuilt(short_pdf, redrawn(damage)), register)  # any other exception fails


@given(extra=st.binary(min_size=1, max_size=60).filter(lambda extra: extra.strip(b"\0\t\n\f\r ") != b""))
@example(extra=b"endobj")
@example(extra=b"xref")
def test_nothing_but_white_space_can_stand_between_two_objects(
    short_pdf: bytes, register: Register, extra: bytes
) -> None:
    found = verdict(rebuilt(short_pdf, before={5: extra + b"\n"}), register)
    assert found & {"bytes_outside", "not_a_pdf"}
