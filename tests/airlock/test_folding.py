from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.folding import fold, is_masked, outermost, unmasked
from fieldkit.airlock.marks import Kind

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text(
    alphabet="aÇ\u0301\u200b\u00ad\x00\ud800 -.1१İßﬁ½"
)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Dhanpura", "dhanpura"),
        ("KÖPRÜ Dayanışma", "kopru dayanisma"),
        ("İstanbul ırmak", "istanbul irmak"),
        ("Ｓａｈａｒａ", "sahara"),
        ("Dhan\u200bpu\u00adra", "dhanpura"),
        ("\u202eSahara\u202c", "sahara"),
        ("Sa\x00hara", "sahara"),
        ("\u0455\u0430h\u0430r\u0430", "sahara"),  # Cyrillic letters
        ("Ńkwanta—Dua’s", "nkwanta-dua's"),
        ("१४ ১৪ ١٤", "14 14 14"),
        ("Łódź straße", "lodz strasse"),
        ("ΑΘΗΝΑ", fold("Αθηνα").text),
        ("Ⓢⓐⓗⓐⓡⓐ ⒮⒜", "sahara sa"),
        ("🅂🅰🅷🅐🅡🄰", "sahara"),
        ("🇸🇦🇭🇦🇷🇦", "sahara"),
        ("❶⓮ ⑭", "114 14"),
        ("Dhanpuгa", "dhanpura"),  # one Cyrillic letter
    ],
)
def test_one_name_has_one_spelling(typed: str, plain: str) -> None:
    assert fold(typed).text == plain


def test_indic_vowel_signs_stay_for_they_carry_meaning() -> None:
    assert fold("धनपुरा").words == ("धनपुरा",)
    assert fold("पानी").words != fold("पना").words


@given(ANY_TEXT)
def test_offsets_are_those_of_the_text_as_typed(text: str) -> None:
    folded = fold(text)
    assert folded.original == text
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for token in folded.tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]).text.find(token.text) >= 0


@given(ANY_TEXT)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ANY_TEXT)
def test_words_and_gaps_together_are_the_whole_text(text: str) -> None:
    folded = fold(text)
    pieces = [piece for pair in zip(folded.gaps, (*folded.words, ""), strict=True) for piece in pair]
    assert "".join(pieces) == folded.text


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüçşğ ", min_size=1))
def test_case_width_and_accents_written_apart_do_not_matter(text: str) -> None:
    plain = fold(text).text
    assert fold(text.upper()).text == plain
    assert fold(unicodedata.normalize("NFD", text)).text == plain
    assert fold("".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)).text == plain


def test_an_accent_written_apart_belongs_to_its_letter() -> None:
    text = "Ku\u0308pru\u0308!"
    (token,) = fold(text).tokens
    assert text[token.start : token.end] == "Ku\u0308pru\u0308"


def test_digits_read_as_letters_meet_the_name_they_hide() -> None:
    assert is_masked("s4h4r4")
    assert unmasked("s4h4r4") == unmasked("sahara")
    assert unmasked("mitra") == unmasked("m1tra")
    assert not is_masked("2026")
    assert not is_masked("sahara24")


def test_spans_are_given_in_order_without_those_inside_another_of_their_kind() -> None:
    spans = [(2, 4, Kind.DATE), (0, 4, Kind.DATE), (2, 4, Kind.TIME), (3, 6, Kind.DATE)]
    assert list(outermost(spans)) == [(0, 4, Kind.DATE), (2, 4, Kind.TIME), (3, 6, Kind.DATE)]
