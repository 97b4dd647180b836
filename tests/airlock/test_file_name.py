"""The name of a file gives nobody away, however its words are run together (`05` section 5.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.file_name import as_words, name_gives_away
from fieldkit.airlock.known import Known, Register
from fieldkit.airlock.marks import Kind
from fieldkit.airlock.release import prepare
from tests.airlock.dossiers import TODAY, dossier, known


@pytest.fixture(scope="module")
def register() -> Register:
    return prepare(dossier(), known(dossier()), "en", TODAY).register


def codes(name: str, register: Register) -> set[str]:
    return {reason.code for reason in name_gives_away(name, register)}


@pytest.mark.parametrize(
    "name",
    [
        "Dhanpura.pdf",
        "sahara-mitra.pdf",
        "SAHARA MITRA.PDF",
        "brief_CC-2026-01.pdf",
        "brief-SUP-03-en.pdf",
        "i3.pdf",
        "villageDhanpuraBrief.pdf",
        "VILLAGEDhanpura.pdf",
        "villagedhanpurabrief.pdf",
        "BriefSahara.pdf",
        "briefsaharamitra.pdf",
        "brief2Dhanpura3.pdf",
    ],
)
def test_a_known_name_is_found_however_it_is_run_together(name: str, register: Register) -> None:
    assert codes(name, register) == {"known_in_pdf"}


@pytest.mark.parametrize(
    "name",
    [
        "talk-14-feb.pdf",
        "20260214.pdf",
        "2026-02-14.pdf",
        "2026-02.pdf",
        "2026_2.pdf",
        "brief 02-2026.pdf",
        "202602.pdf",
        "140226.pdf",
        "brief260214b.pdf",
        "brief-1402.pdf",
        "14_02.pdf",
        "feb2026.pdf",
        "februari-2026.pdf",
    ],
)
def test_a_known_day_and_its_month_are_found(name: str, register: Register) -> None:
    assert "known_in_pdf" in codes(name, register)


@pytest.mark.parametrize(
    "name",
    [
        "union says.pdf",
        "unionSays.pdf",
        "hotline-natural-stone.pdf",
        "interview.pdf",
        "Complaint_2.pdf",
        "focus group.pdf",
        "klachten.pdf",
        "vakbond-zegt.pdf",
        "sessie3.pdf",
    ],
)
def test_a_word_about_the_source_is_found_in_both_languages_w_7(name: str, register: Register) -> None:
    assert codes(name, register) == {"pdf_name_tells_source"}


def test_name_and_source_are_both_told(register: Register) -> None:
    assert codes("hotline interview Dhanpura.pdf", register) == {"known_in_pdf", "pdf_name_tells_source"}


@pytest.mark.parametrize(
    "name",
    [
        "natural-stone-en.pdf",
        "natural_stone_nl.pdf",
        "horticulture-en.pdf",
        "supplier-brief.pdf",
        "supplierBrief.pdf",
        "gespreksnotitie.pdf",
        "gespreksnotitie april.pdf",
        "brief.pdf",
        "Conversation April.pdf",
        "brief-2026.pdf",
        "brief2026.pdf",
        "brief-v2.pdf",
        "brief (3).pdf",
        ".pdf",
        "",
    ],
)
def test_a_plain_file_name_is_fine(name: str, register: Register) -> None:
    assert name_gives_away(name, register) == ()


def test_a_word_that_many_names_share_tells_only_in_its_whole_name() -> None:
    register = Register([Known(text="Stone Workers Union", kind=Kind.ORGANISATION)])
    assert not name_gives_away("natural-stone-en.pdf", register)
    assert name_gives_away("brief-stoneworkersunion.pdf", register)


def test_words_that_are_run_together_are_parted() -> None:
    assert as_words("villageDhanpura_Brief-2ABCOffice") == "village Dhanpura Brief 2 ABC Office"


LETTERS = st.from_regex("[a-z]{0,12}", fullmatch=True)


@given(before=LETTERS, after=LETTERS)
def test_a_distinctive_name_is_found_inside_any_letters(before: str, after: str, register: Register) -> None:
    assert "known_in_pdf" in codes(f"{before}dhanpura{after}.pdf", register)


@given(name=st.text(max_size=60))
def test_any_name_at_all_can_be_looked_at(name: str, register: Register) -> None:
    name_gives_away(name, register)
