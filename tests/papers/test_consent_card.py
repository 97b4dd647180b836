from __future__ import annotations

from io import BytesIO
from typing import get_args

import pytest
from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas

from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers import consent_card
from fieldkit.papers.card_pictures import draw_picture
from fieldkit.papers.day_content import CardLine, ConsentCard
from fieldkit.text import catalogue, sentences
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, catalog, dense, folded, letter_boxes
from tests.papers.day_samples import BLANK_CARD, CARD
from tests.papers.looking import letter_sizes, overlaps, shapes, typefaces

LINES: tuple[ConsentLine, ...] = get_args(ConsentLine)

SPOKEN = {
    "en": (
        "You may stop at any time. It has no effect on your payment or meal.",
        "We do not write down your name.",
        "We cannot promise that things will change. We will tell you through [partner] what happened.",
    ),
    "nl": (
        "U mag op elk moment stoppen. Dat heeft geen gevolgen voor uw vergoeding of maaltijd.",
        "Wij schrijven uw naam niet op.",
        "Wij kunnen niet beloven dat er iets verandert. Via [partner] vertellen wij u wat ermee is gedaan.",
    ),
    "hi": (
        "आप कभी भी रुक सकते हैं। इससे आपके भुगतान या भोजन पर कोई असर नहीं पड़ेगा।",
        "हम आपका नाम नहीं लिखते।",
        "हम बदलाव का वादा नहीं कर सकते। क्या हुआ, यह हम आपको [partner] के ज़रिए बताएँगे।",
    ),
}
"""The spoken lines of the vocabulary; a card names no partner, so the one who invited stands there."""

INVITED = {
    "en": "the organisation that invited you",
    "nl": "de organisatie die u heeft uitgenodigd",
    "hi": "बुलाने वाली संस्था",
}


def card(language: str) -> ConsentCard:
    say = catalogue(language).say
    said = {line: say(sentences("consent")[line]) for line in LINES}
    lines = tuple(CardLine(line=line, said=said[line], meant=sentences("consent")[line]) for line in LINES)
    return ConsentCard(language=language, lines=lines)


@pytest.mark.parametrize("language", SPOKEN)
def test_the_spoken_lines_stand_on_the_card_word_for_word(language: str) -> None:
    said = " ".join(line.said for line in card(language).lines)
    for line in SPOKEN[language]:
        assert line.replace("[partner]", INVITED[language]) in said


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("extract", EXTRACTORS)
def test_one_page_holds_every_line(extract: Extractor, language: str) -> None:
    [page] = extract(consent_card.draw(card(language), language))
    said = dense(page)
    assert [line.said for line in card(language).lines if dense(line.said) not in said] == []


@pytest.mark.parametrize("language", ["en", "nl", "hi"])
def test_it_is_read_at_arms_length(language: str) -> None:
    sizes = sorted(letter_sizes(consent_card.draw(card(language), language)))
    assert len(sizes) > 300
    assert sizes[len(sizes) // 2] > 17  # the middle one; only the foot is small


@pytest.mark.parametrize("language", ["en", "nl", "hi"])
def test_in_each_of_our_languages_it_is_one_page_and_nothing_lies_on_anything(language: str) -> None:
    pdf = consent_card.draw(card(language), language)
    assert len(by_pypdf(pdf)) == 1
    if language != "hi":  # vowel signs stand on their letters
        assert overlaps(pdf) == []


def test_hindi_is_set_in_devanagari() -> None:
    assert {"Mukta-Regular", "Mukta-SemiBold"} <= typefaces(consent_card.draw(card("hi"), "en"))


def test_no_word_on_it_tells_of_which_talk_it_is() -> None:
    """Nothing but its lines and its foot: no code, no day, no place."""
    [page] = by_pypdf(consent_card.draw(card("en"), "en"))
    left = dense(page)
    for text in (*(line.said for line in card("en").lines), "Read aloud, show, and take back:"):
        assert dense(text) in left
        left = left.replace(dense(text), "", 1)
    assert sorted(left) == sorted(dense("nobody should have to carry it. 1 of 1"))


def test_the_answers_to_a_question_are_both_there_and_none_is_given() -> None:
    pdf = consent_card.draw(CARD, "en")
    at_the_right = [box for box in shapes(pdf) if box[0] > 480 and box[2] - box[0] < 40]
    circles = [box for box in at_the_right if 18 < box[2] - box[0] < 30 and 18 < box[3] - box[1] < 30]
    assert len(circles) == 2 * len(consent_card.ASKED)


def test_what_was_not_typed_has_a_line_to_write_on_below_what_it_means() -> None:
    pdf = consent_card.draw(BLANK_CARD, "en")
    [page] = by_pypdf(pdf)
    said = dense(page)
    assert [line.meant for line in BLANK_CARD.lines if dense(line.meant) not in said] == []
    long_lines = [box for box in shapes(pdf) if box[2] - box[0] > 150 and box[3] - box[1] < 2]
    assert len(long_lines) > len(LINES)
    assert max(letter_sizes(pdf)) < 12


def test_a_line_that_was_typed_is_printed_and_the_others_are_written() -> None:
    typed = replace(
        BLANK_CARD,
        language="pl",
        lines=tuple(
            replace(line, said="Możesz przerwać w każdej chwili.") if line.line == "stop" else line
            for line in BLANK_CARD.lines
        ),
    )
    [page] = by_pypdf(consent_card.draw(typed, "en"))
    assert "Możesz przerwać w każdej chwili." in folded(page)
    assert "You may stop at any time." not in folded(page)
    assert "We do not write down your name." in folded(page)


@pytest.mark.parametrize("words", ["يمكنك التوقف في أي وقت", "คุณหยุดได้ทุกเมื่อ", "您可以随时停止"])
def test_a_script_the_type_lacks_gets_lines_to_write_on(words: str) -> None:
    typed = ConsentCard(language="xx", lines=tuple(replace(line, said=words) for line in CARD.lines))
    blank = replace(BLANK_CARD, language="xx")
    assert consent_card.draw(typed, "en") == consent_card.draw(blank, "en")


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_reader_of_pdf_is_told_its_language(language: str) -> None:
    assert catalog(consent_card.draw(replace(CARD, language=language), "nl"))["/Lang"] == language
    assert catalog(consent_card.draw(BLANK_CARD, "nl"))["/Lang"] == "und"


def test_very_long_wordings_go_on_over_pages_and_nothing_is_lost() -> None:
    long = "Mówimy jasno i powoli. " * 40
    typed = ConsentCard(language="pl", lines=tuple(replace(line, said=long) for line in CARD.lines))
    pages = by_pypdf(consent_card.draw(typed, "en"))
    assert len(pages) > 1
    assert dense("".join(pages)).count("Mówimyjasnoipowoli.") == 40 * len(LINES)


def test_every_line_but_the_headings_has_a_picture_inside_its_square() -> None:
    for line in LINES:
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=(100, 100), invariant=1)
        draw_picture(canvas, line, 30, 30, 40)
        canvas.showPage()
        canvas.save()
        found = shapes(stream.getvalue())
        assert bool(found) == (line not in ("title", "asked_apart", "nothing_else")), line
        assert all(box[0] > 22 and box[1] > 22 and box[2] < 78 and box[3] < 78 for box in found), line


def test_the_letters_stay_between_the_margins() -> None:
    for language in ("en", "nl", "hi"):
        for boxes in letter_boxes(consent_card.draw(card(language), language)):
            assert all(box[0] > 38 and box[2] < 557 for box in boxes)
