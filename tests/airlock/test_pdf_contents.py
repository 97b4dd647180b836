"""Every byte of a PDF is read, and every way of writing a value is understood as a reader would (RQ-115)."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.pdf_contents import MOST, Contents, read
from fieldkit.airlock.pdf_shape import is_ours, letters
from fieldkit.airlock.pdf_syntax import Name, Reference, Value, Word, readings, value_at, values, within
from fieldkit.brief.layout import draw
from fieldkit.errors import FileProblem
from tests.airlock.rebuilt import packed, raw_stream, rebuilt, stream
from tests.brief.samples import QUESTIONS_ONLY, WITH_FINDINGS


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return draw(QUESTIONS_ONLY)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"12", 12),
        (b"-.5", -0.5),
        (b"true", True),
        (b"null", None),
        (b"/A#42 ", Name("/AB")),
        (b"(a(b)c)", b"a(b)c"),
        (rb"(\101\n\)\q)", b"A\n)q"),
        (b"(a\\\nb\\\r\nc)", b"abc"),
        (b"<4 1 4>", b"A@"),
        (b"7 0 R", Reference(7)),
        (b"[1 0 R 2 (x)]", [Reference(1), 2, b"x"]),
        (b"<</A<</B[/C]>>>>", {"/A": {"/B": [Name("/C")]}}),
        (b"BT", Word("BT")),
    ],
)
def test_a_value_is_read_as_it_is_meant(written: bytes, meant: Value) -> None:
    assert value_at(written, 0) == (meant, len(written.rstrip()))


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"(",
        b"<",
        b"[",
        b"]",
        b"<< /A >>",
        b"<< 1 2 >>",
        b"<< /A 1 /A 2 >>",
        b"% x",
        b"[ % x\n ]",
        b"[ 1 >>",
    ],
)
def test_what_a_plain_writer_never_writes_is_no_value(written: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        value_at(written, 0)


@given(st.binary(max_size=200) | st.text("[]<>()/% \\01aR", max_size=60).map(str.encode))
def test_any_bytes_are_values_or_are_none(written: bytes) -> None:
    try:
        for value in values(written):
            assert list(within(value))
    except ValueError:
        pass


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-8", "utf-8-sig"])
def test_a_string_is_read_in_every_encoding(encoding: str) -> None:
    assert "Dhanpura" in list(readings("Dhanpura".encode(encoding)))


def test_a_string_is_read_in_the_encoding_of_documents() -> None:
    assert next(readings(b"caf\xe9 \x93x\x8d\x80\xa0")) == "café ﬁx“•€"


@pytest.mark.parametrize("brief", [QUESTIONS_ONLY, WITH_FINDINGS], ids=["questions", "findings"])
def test_every_byte_of_a_brief_is_explained_and_expected(brief: object) -> None:
    assert isinstance(brief, type(QUESTIONS_ONLY))
    contents = read(draw(brief))
    assert contents.explained
    assert all(part.whole for part in contents.parts)
    assert is_ours(contents, ())
    assert {"A", "z"} <= letters(contents) | {"z"}


def test_an_object_is_read_though_no_table_names_it(pdf: bytes) -> None:
    contents = read(rebuilt(pdf, before={5: b"99 0 obj" + stream(b"(in the hall) Tj") + b"endobj\n"}))
    assert not contents.explained
    assert b"in the hall" in contents.codes


def test_objects_packed_in_a_stream_are_read_one_by_one(pdf: bytes) -> None:
    inner = b"1 0 2 9 << /URI (hall) >> [ (shed) ]"
    keys = b"/Type /ObjStm /N 2 /First 8 /Filter [ /FlateDecode ]"
    contents = read(rebuilt(pdf, lambda bodies: bodies.append(stream(inner, keys))))
    assert "/URI" in contents.names
    assert {b"hall", b"shed"} <= set(contents.strings)
    assert not is_ours(contents, ())


def test_a_stream_of_another_length_than_it_says_is_read_and_told(pdf: bytes) -> None:
    def change(bodies: list[bytes]) -> None:
        bodies[-1] = bodies[-1].replace(b"/Length ", b"/Length 1")

    contents = read(rebuilt(pdf, change))
    assert not contents.explained
    assert len(contents.parts) == len(read(pdf).parts)


@pytest.mark.parametrize("rest", [b"hall", b"\n\n"])
def test_bytes_behind_a_packed_stream_are_told(pdf: bytes, rest: bytes) -> None:
    body = raw_stream(zlib.compress(b"n") + rest, b"/Filter /FlateDecode")
    part = read(rebuilt(pdf, lambda bodies: bodies.append(body))).parts[-1]
    assert part.stream == b"n"
    assert not part.whole


def test_what_the_file_says_of_itself_is_read(pdf: bytes) -> None:
    info = read(pdf).info
    assert info["/Creator"] == "Fieldkit"
    assert info["/Title"] == QUESTIONS_ONLY.title


def test_more_than_the_most_is_refused_packed_or_not(pdf: bytes) -> None:
    half = stream(bytes(MOST // 2 + 1))
    assert len(packed(half)) < 20_000
    assert isinstance(read(rebuilt(pdf, lambda bodies: bodies.append(half))), Contents)
    for content in (rebuilt(pdf, lambda bodies: bodies.extend((half, half))), pdf + bytes(MOST)):
        with pytest.raises(FileProblem):
            read(content)


@pytest.mark.parametrize(
    "piece", [b"1 0 obj (", b"1 0 obj <<", b"(", b"[", b"trailer <<", b"xref\n", b"/", b"1 "]
)
def test_hostile_bytes_are_read_in_no_time_to_speak_of(piece: bytes) -> None:
    contents = read(b"%PDF-1.4\n" + piece * (1_000_000 // len(piece)))
    assert not contents.explained
