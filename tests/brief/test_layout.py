from __future__ import annotations

import io

import msgspec
import pypdf
import pypdfium2
import pytest

from fieldkit.brief import words
from fieldkit.brief.content import ActionLine, SupplierBrief, strings
from fieldkit.brief.fonts import refuse_unprintable
from fieldkit.brief.layout import draw
from fieldkit.errors import FileProblem
from fieldkit.text import catalogue
from tests.brief.reading import EXTRACTORS, Extractor, body, by_pypdf, catalog, dense, folded, pages_of
from tests.brief.samples import ACTION, QUESTIONS, QUESTIONS_ONLY, STATEMENT, WITH_FINDINGS

NO_REPRISAL = (
    "We expect that nobody in your company or chain is questioned or put at a disadvantage because of this "
    "conversation."
)
FOOT = "{sender} · for discussion {{page}} of {{pages}}"


def with_(brief: SupplierBrief, **changes: object) -> SupplierBrief:
    return msgspec.structs.replace(brief, **changes)


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize("brief", [WITH_FINDINGS, QUESTIONS_ONLY])
def test_every_string_of_the_brief_is_printed(brief: SupplierBrief, extract: Extractor) -> None:
    text = folded(" ".join(extract(draw(brief))))
    assert [missing for missing in strings(brief) if missing not in text] == []


def test_05_5_1_the_sections_stand_in_order_and_nothing_else_is_printed() -> None:
    expected = [
        *("Working hours, pay and housing", "Points for a conversation between your company and ours"),
        "Why we want to talk",
        "Listening to people along the chain is part of our responsibility, and of the international "
        "guidelines we follow. We also look at our own share.",
        "This page is an invitation to talk. It is not a verdict, and it may be incomplete.",
        "What it brings both sides",
        *(f"– {benefit}" for benefit in WITH_FINDINGS.benefits),
        *("What we understand so far", STATEMENT.source.sentence, STATEMENT.statement),
        "We would like to understand whether this also occurs with you.",
        *("Period", STATEMENT.period, "Place", STATEMENT.place, "Who", STATEMENT.who),
        *("How wide", STATEMENT.how_wide, "Kind of source", STATEMENT.source.cell),
        *("What goes well", *(f"– {text}" for text in WITH_FINDINGS.goes_well)),
        *("What people would find most helpful", *(f"– {text}" for text in WITH_FINDINGS.helpful)),
        "Questions we would like to ask you",
        *(
            text
            for group in QUESTIONS
            for text in (group.theme, *(f"? {asked}" for asked in group.questions))
        ),
        *("What we bring ourselves", *WITH_FINDINGS.own_share),
        *("Agreed actions", "What we agree", "Who", "By when", "What shows it worked", "We look again"),
        *(ACTION.what, ACTION.who, ACTION.by_when, ACTION.what_shows, ACTION.look_again),
        "How we go on",
        "We propose to talk again within three months, and to hear how this looks from your side.",
        *(NO_REPRISAL, "Our door stays open, also for what you would like us to do differently."),
    ]
    pages = by_pypdf(draw(WITH_FINDINGS))
    printed = body(pages, "Groenmarkt For discussion · September 2026", FOOT.format(sender="Groenmarkt"))
    assert printed == dense(" ".join(expected))


@pytest.mark.parametrize(
    ("emptied", "heading"),
    [
        ("benefits", "What it brings both sides"),
        ("understood", "What we understand so far"),
        ("goes_well", "What goes well"),
        ("helpful", "What people would find most helpful"),
        ("questions", "Questions we would like to ask you"),
        ("own_share", "What we bring ourselves"),
    ],
)
@pytest.mark.parametrize("extract", EXTRACTORS)
def test_05_5_1_an_empty_section_leaves_no_trace(emptied: str, heading: str, extract: Extractor) -> None:
    full = dense(" ".join(extract(draw(WITH_FINDINGS))))
    without = with_(WITH_FINDINGS, **{emptied: ()})
    assert dense(heading) in full
    assert dense(heading) not in dense(" ".join(extract(draw(without))))


def test_05_5_1_what_is_only_white_space_is_as_good_as_empty() -> None:
    blank = with_(
        QUESTIONS_ONLY, goes_well=(" ", "\n\u200b"), actions=(*QUESTIONS_ONLY.actions, _action("\t"))
    )
    assert draw(blank) == draw(QUESTIONS_ONLY)


def test_05_5_1_a_brief_without_findings_never_hints_that_there_could_be_some() -> None:
    text = " ".join(by_pypdf(draw(QUESTIONS_ONLY)))
    hints = ("understand", "goes well", "helpful", "Period", "How wide", "source")
    assert [hint for hint in hints if hint in text] == []


def test_empty_facts_have_no_cell_and_no_facts_have_no_box() -> None:
    bare = msgspec.structs.replace(
        STATEMENT,
        period="",
        place="",
        who="",
        how_wide="",
        source=msgspec.structs.replace(STATEMENT.source, cell=""),
    )
    fewer = msgspec.structs.replace(STATEMENT, who="", how_wide="")
    text = " ".join(by_pypdf(draw(with_(WITH_FINDINGS, understood=(fewer,)))))
    assert "Period" in text
    assert "How wide" not in text
    assert "Period" not in " ".join(by_pypdf(draw(with_(WITH_FINDINGS, understood=(bare,)))))


def test_w_8_the_question_whether_it_also_occurs_follows_only_where_it_is_asked_for() -> None:
    sure = msgspec.structs.replace(STATEMENT, also_asks=False)
    asks = "We would like to understand whether this also occurs with you."
    assert (
        folded(" ".join(by_pypdf(draw(with_(WITH_FINDINGS, understood=(STATEMENT, sure)))))).count(asks) == 1
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_fixed_texts_and_the_file_speak_the_language_of_the_brief(language: str) -> None:
    pdf = draw(with_(WITH_FINDINGS, language=language))
    say = catalogue(language).say
    text = folded(" ".join(by_pypdf(pdf)))
    fixed = (
        say(NO_REPRISAL),
        say("Agreed actions"),
        say("For discussion · {issued}", issued="September 2026"),
    )
    assert [missing for missing in fixed if missing not in text] == []
    assert catalog(pdf)["/Lang"] == language


def test_the_file_tells_nothing_but_the_title() -> None:
    reader = pypdf.PdfReader(io.BytesIO(draw(WITH_FINDINGS)))
    assert {name: value for name, value in (reader.metadata or {}).items() if value} == {
        "/Title": "Working hours, pay and housing",
        "/Producer": "Fieldkit",
        "/Creator": "Fieldkit",
        "/CreationDate": "D:20000101000000Z",
        "/ModDate": "D:20000101000000Z",
        "/Trapped": "/False",
    }
    assert reader.xmp_metadata is None


@pytest.mark.parametrize("brief", [WITH_FINDINGS, QUESTIONS_ONLY])
def test_the_file_holds_pages_and_fonts_and_nothing_more(brief: SupplierBrief) -> None:
    pdf = draw(brief)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert pdf.count(b"%%EOF") == 1
    assert set(catalog(pdf)) == {"/Type", "/Pages", "/PageMode", "/Lang"}
    assert reader.outline == []
    assert reader.attachments == {}
    for page in pages_of(pdf):
        assert "/Annots" not in page
        assert list(page.images) == []
        for font in page["/Resources"]["/Font"].values():
            assert "FiraSans" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]


def test_only_letters_that_are_printed_are_embedded() -> None:
    first = pages_of(draw(WITH_FINDINGS))[0]
    printed = set("".join(by_pypdf(draw(WITH_FINDINGS))))
    for font in first["/Resources"]["/Font"].values():
        mapped = font["/ToUnicode"].get_data().decode("ascii").split("endbfrange")[0]
        codes = [line.split()[2:] for line in mapped.splitlines() if line.startswith("<00> <")]
        letters = {chr(int(code.strip("[]<>"), 16)) for line in codes for code in line}
        assert letters - {"\0", " "} <= printed


def test_page_size_is_a4_and_pages_are_numbered_of_all_pages() -> None:
    pdf = draw(with_(WITH_FINDINGS, own_share=("We plan further ahead. " * 40,) * 8))
    document = pypdfium2.PdfDocument(pdf)
    assert {tuple(map(round, page.get_size())) for page in document} == {(595, 842)}
    texts = by_pypdf(pdf)
    assert len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert f"{number} of {len(texts)}" in text


def test_a_letter_the_type_lacks_is_named_and_nothing_is_drawn() -> None:
    with pytest.raises(FileProblem) as raised:
        draw(with_(WITH_FINDINGS, goes_well=("कामगार ok", "🙂 ok")))
    assert raised.value.code == "letters_not_printable"
    assert raised.value.data["letters"] == "क ग म र ा 🙂"


def test_at_most_twenty_missing_letters_are_named() -> None:
    with pytest.raises(FileProblem) as raised:
        draw(with_(WITH_FINDINGS, title="".join(map(chr, range(0x4E00, 0x4E40)))))
    assert len(str(raised.value.data["letters"]).split(" ")) == 20


def test_letters_of_many_languages_are_printed() -> None:
    letters = "İğdır çalışması · Łódź żółć · șțăîâ · Nguyễn Thị · ɛ ɔ Ŋ · ƙ ɓ ɗ · Ελλάδα · Київ · € ‘…’"
    for extract in EXTRACTORS:
        assert folded(letters) in folded(" ".join(extract(draw(with_(WITH_FINDINGS, goes_well=(letters,))))))


def test_every_letter_the_type_has_reads_back_as_itself() -> None:
    letters = [chr(code) for code in range(0x21, 0x3000) if _printable(f"a{chr(code)}b")]
    texts = tuple(f"a{letter}b" for letter in letters if words.one(f"a{letter}b") != "ab")
    assert len(texts) > 1_000
    pdf = draw(with_(QUESTIONS_ONLY, benefits=texts))
    for extract in EXTRACTORS:
        printed = dense("".join(extract(pdf)))
        assert [text for text in texts if dense(words.one(text)) not in printed] == []


def test_a_pasted_ligature_becomes_its_letters() -> None:
    assert draw(with_(WITH_FINDINGS, goes_well=("oﬃce ﬁnd",))) == draw(
        with_(WITH_FINDINGS, goes_well=("office find",))
    )


def _printable(text: str) -> bool:
    try:
        refuse_unprintable([words.one(text)])
    except FileProblem:
        return False
    return True


def _action(text: str) -> ActionLine:
    return ActionLine(what=text, who="", by_when="", what_shows="", look_again="")
