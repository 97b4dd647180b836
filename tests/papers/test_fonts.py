"""Two types: which one sets a text, how Devanagari is shaped, and what neither can set."""

from __future__ import annotations

import pytest

from fieldkit.errors import FileProblem
from fieldkit.papers import reading
from fieldkit.papers.content import Paragraph
from fieldkit.papers.fonts import paragraph, printable, refuse_unprintable, style, wide
from tests.brief.reading import by_pypdf
from tests.papers.looking import typefaces

SYLLABLES = ("क्षि", "स्त्री", "र्कि", "त्र", "हिन्दी")
"""Syllables whose signs move, join or change when they are shaped."""


def printed(text: str) -> bytes:
    return reading.draw("Questions", (Paragraph(text=text),), "en")


@pytest.mark.parametrize("text", ["Pay and hours", "Łódź, țară, şişe", "Tiếng Việt", "Ɛyɛ, ɔkɔ", "ƙasa"])
def test_latin_letters_of_many_languages_are_set_in_one_type(text: str) -> None:
    assert typefaces(printed(text)) == {"FiraSans-Regular", "FiraSans-SemiBold"}
    assert text in by_pypdf(printed(text))[0]


def test_devanagari_is_set_in_the_other_one() -> None:
    assert "Mukta-Regular" in typefaces(printed("कामगार"))


@pytest.mark.parametrize("syllable", SYLLABLES)
def test_devanagari_is_shaped_and_not_set_letter_by_letter(syllable: str) -> None:
    look = style(20, 30)
    shaped = wide(syllable, look)
    assert paragraph(syllable, look).style.shaping
    assert shaped < sum(wide(letter, look) for letter in syllable) - 0.5


def test_a_line_may_mix_both_types_word_by_word() -> None:
    for text in ("Signal: क्या चाय तैयार है?", "Tiếng Việt · हिन्दी", "INR 450 × 26 – भुगतान"):
        assert printable(text)
        assert {"FiraSans-SemiBold", "Mukta-Regular"} <= typefaces(printed(text))


@pytest.mark.parametrize(("text", "letters"), [("石 कामगार", "石"), ("🙂", "🙂"), ("ếहि", "ế")])
def test_what_neither_type_has_in_one_word_is_named(text: str, letters: str) -> None:
    assert not printable(text)
    with pytest.raises(FileProblem) as refused:
        refuse_unprintable([text])
    assert refused.value.data["letters"] == letters


def test_what_was_printed_before_does_not_change_the_bytes() -> None:
    before = printed("क्षि")
    printed("स्त्री र्कि त्र ट्ठ द्ध")
    assert printed("क्षि") == before
