from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.brief.content import (
    ActionLine,
    SourceLine,
    SupplierBrief,
    ThemeQuestions,
    Understood,
    strings,
)
from fieldkit.brief.layout import draw
from fieldkit.errors import FileProblem
from fieldkit.text import catalogue
from tests.brief.reading import EXTRACTORS, body, catalog, dense, pages_of

MARKUP = (
    "<b>bold</b>",
    "<b>",
    "</para>",
    "&amp; &lt; &#65; &",
    '<img src="file:///etc/passwd"/>',
    '<a href="https://example.org">here</a>',
    '<link destination="x">',
    "<onDraw name='x'/>",
    "https://example.org/a?b=c&d=e#f",
    "mailto:someone@example.org",
    "{sender} {0} %s %(x)s {",
    "(a) \\(b\\) \\n ) Tj ET (",
    "right\u202eto left\u202c",
    "soft\u00adhyphen",
    "zero\u200bwidth\ufeff",
    "nul\0bell\a\x1b[31m",
    "no\u00a0break",
    "e\u0301 a\u030a",
    "two\nlines\r\nand\u2028more",
    "office affluent finding fjord",
    "in- en uitstroom, on-",
    "Donaudampfschifffahrtsgesellschaft" * 9,
)
LONG = "long text " * 520  # over the 5,000 characters at which a paragraph is split
PRINTABLE = st.one_of(
    st.sampled_from(MARKUP),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=40),
)
ANYTHING = st.one_of(
    PRINTABLE, st.sampled_from(("🙂", "कामगार", "مرحبا", "\ue000", "\uffff")), st.text(max_size=20)
)


def sometimes_long(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Now and then a text that is split: it takes some pages and seconds, so not in every second place."""
    return st.builds(lambda short, dice: LONG if dice == 9 else short, text, st.integers(0, 9))


def lists(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(text, max_size=2).map(tuple)


def briefs(sender: st.SearchStrategy[str]) -> st.SearchStrategy[SupplierBrief]:
    cell, text = PRINTABLE, sometimes_long(PRINTABLE)
    statements = st.builds(
        Understood,
        source=st.builds(SourceLine, sentence=text, cell=cell),
        statement=text,
        also_asks=st.booleans(),
        **dict.fromkeys(("period", "place", "who", "how_wide"), cell),
    )
    actions = st.builds(ActionLine, **dict.fromkeys(ActionLine.__struct_fields__, cell))
    asked = st.lists(text.map("Why {}".format), min_size=1, max_size=2).map(tuple)
    themes = st.builds(ThemeQuestions, theme=cell, questions=asked)
    return st.builds(
        SupplierBrief,
        language=st.sampled_from(("en", "nl")),
        sender=sender,
        issued=st.just("April 2026"),
        title=cell,
        understood=st.lists(statements, max_size=2).map(tuple),
        questions=st.lists(themes, max_size=2).map(tuple),
        actions=st.lists(actions, max_size=2).map(tuple),
        **dict.fromkeys(("benefits", "goes_well", "helpful", "own_share"), lists(text)),
    )


def printed(text: str) -> str:
    """What is left of a text on paper: composed, without what cannot be seen and without spaces."""
    seen = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return dense(unicodedata.normalize("NFC", seen))


def drawn(brief: SupplierBrief) -> bytes:
    """The PDF, or nothing where the type lacks a letter; anything else raised is a fault."""
    try:
        return draw(brief)
    except FileProblem as problem:
        if problem.code != "letters_not_printable":
            raise
        return b""


def assert_only_text(pdf: bytes) -> None:
    assert set(catalog(pdf)) == {"/Type", "/Pages", "/PageMode", "/Lang"}
    for page in pages_of(pdf):
        assert "/Annots" not in page
        assert "/XObject" not in page["/Resources"]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefs(ANYTHING))
def test_no_text_becomes_a_link_an_image_or_an_error(brief: SupplierBrief) -> None:
    pdf = drawn(brief)
    if pdf:
        assert_only_text(pdf)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefs(st.just("Groenmarkt")))
def test_every_text_reads_back_as_it_was_written(brief: SupplierBrief) -> None:
    pdf = drawn(brief)
    if pdf:
        say = catalogue(brief.language).say
        head = "Groenmarkt" + say("For discussion · {issued}", issued="April 2026")
        foot = say("{sender} · for discussion", sender="Groenmarkt") + say("{page} of {pages}")
        for extract in EXTRACTORS:
            text = "Groenmarkt April2026" + body(extract(pdf), head, foot)
            assert [missing for said in strings(brief) if (missing := printed(said)) not in text] == []
