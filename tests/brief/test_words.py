from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.brief import words
from fieldkit.brief.fonts import BODY

LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F))


def test_controls_direction_marks_and_soft_hyphens_are_left_out() -> None:
    assert words.paragraphs("a\0b\x1bc\u202ed\u202c\u00ade\u200bf\ufeff\ud800g") == ("abcdefg",)


def test_white_space_of_any_kind_is_one_space_and_a_line_break_a_paragraph() -> None:
    assert words.paragraphs(" a\u00a0\tb  c\r\n\n d\u2028e ") == ("a b c", "d", "e")
    assert words.one("a\nb\u2029c") == "a b c"


def test_letters_are_composed() -> None:
    assert words.one("cafe\u0301") == "café"


@given(st.integers(4_990, 20_000))
def test_a_paragraph_over_5000_characters_is_split_at_spaces_without_loss(length: int) -> None:
    text = ("word " * 4_000)[:length].strip()
    parts = words.paragraphs(text)
    assert " ".join(parts) == text
    assert max(map(len, parts)) <= words.LONGEST_PARAGRAPH
    assert len(parts) == -(-len(text) // words.LONGEST_PARAGRAPH)


def test_without_a_space_it_is_split_all_the_same() -> None:
    parts = words.paragraphs("x" * 12_000)
    assert list(map(len, parts)) == [5_000, 5_000, 2_000]


@given(LATIN, st.floats(30, 400))
def test_lines_lose_nothing_and_are_never_too_wide(text: str, width: float) -> None:
    text = words.one(text)
    found = words.lines(text, BODY, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(BODY.width(line) <= width for line in found)


@given(LATIN, st.floats(30, 400))
def test_what_is_shortened_fits_and_says_that_it_was_cut(text: str, width: float) -> None:
    short = words.shortened(words.one(text), BODY, width)
    assert BODY.width(short) <= width
    assert short == words.one(text) or short.endswith("…")
