from __future__ import annotations

import msgspec
import pytest

from fieldkit.brief.content import SupplierBrief
from fieldkit.brief.layout import draw
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, dense, folded, letter_boxes
from tests.brief.samples import ACTION, QUESTIONS, QUESTIONS_ONLY, STATEMENT, WITH_FINDINGS

MARGIN = 51.0
FOOT_LINE = 51.1
HEADINGS = {
    "Why we want to talk",
    "What goes well",
    "Questions we would like to ask you",
    "Agreed actions",
    "How we go on",
    "We look again",  # the last word of the table's head
    *(group.theme for group in QUESTIONS),
}


def longer_by(paragraphs: int, brief: SupplierBrief = WITH_FINDINGS) -> SupplierBrief:
    return msgspec.structs.replace(brief, goes_well=("We saw that rosters are shared in time.",) * paragraphs)


@pytest.mark.parametrize("paragraphs", range(0, 60, 3))
def test_pages_break_where_nothing_is_torn_apart(paragraphs: int) -> None:
    for brief in (longer_by(paragraphs), longer_by(paragraphs, QUESTIONS_ONLY)):
        pages = by_pypdf(draw(brief))
        for page in pages:
            last_line = page.splitlines()[-3]  # the foot is two lines
            assert last_line not in HEADINGS
        for group in brief.questions:
            homes = [
                number
                for number, page in enumerate(pages)
                if any(dense(text) in dense(page) for text in (f"{group.theme}?", *group.questions))
            ]
            assert len(homes) == 1


@pytest.mark.parametrize("paragraphs", range(0, 60, 3))
def test_the_last_page_is_never_nearly_empty(paragraphs: int) -> None:
    for brief in (longer_by(paragraphs), longer_by(paragraphs, QUESTIONS_ONLY)):
        last = letter_boxes(draw(brief))[-1]
        lowest = min(bottom for _, bottom, _, _ in last if bottom > FOOT_LINE)
        assert lowest < 650


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_forty_long_statements_flow_over_pages_and_none_is_lost(extract: Extractor) -> None:
    statements = tuple(
        msgspec.structs.replace(
            STATEMENT, statement=f"{number}) " + f"{STATEMENT.statement} " * (1 + number % 4)
        )
        for number in range(40)
    )
    brief = msgspec.structs.replace(WITH_FINDINGS, understood=statements)
    pages = extract(draw(brief))
    head, foot = dense("Groenmarkt For discussion · September 2026"), dense("Groenmarkt · for discussion")
    text = "".join(
        dense(page).removeprefix(head).removesuffix(f"{foot}{number}of{len(pages)}")
        for number, page in enumerate(pages, start=1)
    )
    assert len(pages) > 10
    assert [missing for said in statements if (missing := dense(said.statement)) not in text] == []


def test_the_head_of_the_table_is_repeated_and_no_row_is_split() -> None:
    actions = tuple(msgspec.structs.replace(ACTION, what=f"Step {n:02}: {ACTION.what}") for n in range(50))
    pages = by_pypdf(draw(msgspec.structs.replace(WITH_FINDINGS, actions=actions)))
    rows = [dense(f"{row.what} {row.who} {row.by_when} {row.what_shows} {row.look_again}") for row in actions]
    homes = [[number for number, page in enumerate(pages) if row in dense(page)] for row in rows]
    assert {len(home) for home in homes} == {1}
    with_rows = {home[0] for home in homes}
    assert len(with_rows) > 2
    assert all("What shows it worked" in pages[number] for number in with_rows)


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_a_row_higher_than_a_page_goes_on_in_a_second_piece(extract: Extractor) -> None:
    words = [f"w{number}" for number in range(900)]
    action = msgspec.structs.replace(ACTION, who=" ".join(words), what_shows="Seen by all")
    statement = msgspec.structs.replace(STATEMENT, who=" ".join(words))
    pdf = draw(msgspec.structs.replace(WITH_FINDINGS, actions=(action,), understood=(statement,)))
    printed = " ".join(extract(pdf)).split()
    assert [word for word in words if printed.count(word) != 2] == []
    assert_inside(pdf)


def test_a_word_of_300_letters_is_wrapped_and_not_clipped() -> None:
    word = "x1y2z3" * 50
    pdf = draw(
        msgspec.structs.replace(
            WITH_FINDINGS,
            title=word,
            sender=word,
            issued=word,
            benefits=(word,),
            understood=(msgspec.structs.replace(STATEMENT, statement=word, place=word),),
            questions=(msgspec.structs.replace(QUESTIONS[0], theme=word, questions=(word,)),),
            own_share=(word,),
            actions=(msgspec.structs.replace(ACTION, what=word, who=word),),
        )
    )
    for extract in EXTRACTORS:
        assert dense(" ".join(extract(pdf))).count(word) >= 10
    assert_inside(pdf)


def test_a_sender_too_long_for_the_head_stands_in_full_on_the_first_page() -> None:
    sender = " ".join(f"Company{number}" for number in range(60))
    pages = by_pypdf(draw(msgspec.structs.replace(WITH_FINDINGS, sender=sender)))
    assert folded(sender) in folded(pages[0])
    assert "…" in pages[1]


@pytest.mark.parametrize("text", ["rust- en ruimtetijd " * 60, "in - en " * 150, "a-" * 400])
def test_a_hyphen_never_ends_a_line_where_readers_would_take_it_for_a_broken_word(text: str) -> None:
    pdf = draw(msgspec.structs.replace(WITH_FINDINGS, own_share=(text,)))
    for extract in EXTRACTORS:
        assert dense(text) in dense(" ".join(extract(pdf)))


def test_all_letters_stand_inside_the_margins() -> None:
    for brief in (WITH_FINDINGS, QUESTIONS_ONLY, longer_by(40)):
        assert_inside(draw(brief))


def assert_inside(pdf: bytes) -> None:
    for boxes in letter_boxes(pdf):
        for left, bottom, right, top in boxes:
            assert left > MARGIN - 1
            assert right < 595.3 - MARGIN + 1
            assert top < 842 - 40
            assert bottom > 30
            assert bottom > FOOT_LINE or top < FOOT_LINE
