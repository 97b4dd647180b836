from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.marks import Detector, Kind, Severity
from fieldkit.airlock.patterns import find
from tests.growth import LINEAR, growth


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("call +91 98290-12345 now", Kind.PHONE, "+91 98290-12345"),
        ("bel 06 1234 5678", Kind.PHONE, "06 1234 5678"),
        ("(0141) 232 3232", Kind.PHONE, "(0141) 232 3232"),
        ("९८२९० १२३४५", Kind.PHONE, "९८२९० १२३४५"),
        ("9829012345", Kind.PHONE, "9829012345"),
        ("98290\n12345", Kind.PHONE, "98290\n12345"),
        ("nine eight two nine zero one two", Kind.PHONE, "nine eight two nine zero one two"),
        ("nul zes een twee drie vier vijf", Kind.PHONE, "nul zes een twee drie vier vijf"),
        ("mail r.sharma@mitra.org.in", Kind.EMAIL, "r.sharma@mitra.org.in"),
        ("mail sharma [at] mitra [dot] org", Kind.EMAIL, "sharma [at] mitra [dot] org"),
        ("see https://mitra.org/x?y=1", Kind.URL, "https://mitra.org/x?y=1"),
        ("see mitra.org", Kind.URL, "mitra.org"),
        ("follow @mitra_stone", Kind.URL, "@mitra_stone"),
        ("NL91 ABNA 0417 1643 00", Kind.ACCOUNT, "NL91 ABNA 0417 1643 00"),
        ("account 123456789012", Kind.ACCOUNT, "123456789012"),
        ("aadhaar 1234 5678 9012", Kind.ID_NUMBER, "1234 5678 9012"),
        ("PAN ABCDE1234F", Kind.ID_NUMBER, "ABCDE1234F"),
        ("employee no. 4471", Kind.ID_NUMBER, "employee no. 4471"),
        ("on line 4", Kind.ID_NUMBER, "line 4"),
        ("in shift B", Kind.ID_NUMBER, "shift B"),
        ("kamer 12", Kind.ID_NUMBER, "kamer 12"),
        ("SITE-03b", Kind.ID_NUMBER, "SITE-03b"),
        ("plate RJ 14 AB 1234", Kind.VEHICLE, "RJ 14 AB 1234"),
        ("kenteken GV-123-X", Kind.VEHICLE, "GV-123-X"),
        ("26.9124, 75.7873", Kind.COORDINATES, "26.9124, 75.7873"),
        ("INR 450 a day", Kind.MONEY, "INR 450"),
        ("€ 20 per week", Kind.MONEY, "€ 20"),
        ("20 euro", Kind.MONEY, "20 euro"),
        ("11 women", Kind.SMALL_NUMBER, "11 women"),
        ("elf vrouwen", Kind.SMALL_NUMBER, "elf vrouwen"),
        ("two of the workers", Kind.SMALL_NUMBER, "two of the workers"),
        ("on 14 February", Kind.DATE, "14 February"),
        ("op 3 mei 2026", Kind.DATE, "3 mei 2026"),
        ("op 3 mei", Kind.DATE, "3 mei"),
        ("in March 2026", Kind.DATE, "March 2026"),
        ("last Sunday", Kind.DATE, "last Sunday"),
        ("afgelopen zondag", Kind.DATE, "afgelopen zondag"),
        ("before Diwali", Kind.DATE, "Diwali"),
        ("at 10:00", Kind.TIME, "10:00"),
        ("om tien uur", Kind.TIME, "tien uur"),
        ("at quarter to one", Kind.TIME, "quarter to one"),
        ("om kwart voor een.", Kind.TIME, "kwart voor een"),
        ("at half past ten", Kind.TIME, "half past ten"),
        ("om half elf", Kind.TIME, "half elf"),
        ("four hundred and fifty rupees", Kind.MONEY, "four hundred and fifty rupees"),
        ("twintig euro per week", Kind.MONEY, "twintig euro"),
        ("8 III 2026", Kind.DATE, "8 III 2026"),
        ("8·3·2026", Kind.DATE, "8·3·2026"),
        ("op zaterdagochtend", Kind.DATE, "op zaterdagochtend"),
        ("on International Women's Day", Kind.DATE, "International Women's Day"),
        ("on Valentine\u2019s Day", Kind.DATE, "Valentine\u2019s Day"),
        ("op Vrouwendag", Kind.DATE, "Vrouwendag"),
        ("rond Valentijnsdag", Kind.DATE, "Valentijnsdag"),
        ("14 were women", Kind.SMALL_NUMBER, "14 were women"),
        ("14 thuiswerkers", Kind.SMALL_NUMBER, "14 thuiswerkers"),
        ("we were 14", Kind.SMALL_NUMBER, "we were 14"),
    ],
)  # fmt: skip
def test_what_identifies_by_its_pattern_is_found(text: str, kind: Kind, span: str) -> None:
    assert span in [mark.text for mark in find(text) if mark.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "the first half of 2026",
        "between 2024 and 2026, or 2024-2026",
        "8 hours a day, 5-10 hours of overtime, 6 days a week",
        "in 2 or 3 shifts",
        "paid one to three weeks late",
        "ISO 45001 and SA8000",
        "teams of 10 may ask for more",
        "a load of 50 kg, 12 000 000 stones",
        "on Sundays people rest",
        "one worker and een werknemer",
        "8 uur per dag",
        "this line of work, this room, the night shift",
        "30 % of the order",
        "the case for safety",
        "ten to one people, from ten to one, from two to three shifts",
        "the number grew from two to three",
        "work on a Sunday is paid double",
        "een half jaar, de helft van een dag, een kwart voor een deel",
        "there were 30 days, we are 2 weeks late",
        "hundreds of euros, many euros, a few hundred hours",
        "in the new year, on a good day",
    ],
)
def test_plain_numbers_stay_unmarked(text: str) -> None:
    assert find(text) == []


def test_every_mark_blocks() -> None:
    for mark in find("call 06 1234 5678 or mail a@b.org on 14 February"):
        assert (mark.detector, mark.severity) == (Detector.PATTERNS, Severity.BLOCK)


@given(st.text(st.characters(exclude_categories=())) | st.text(alphabet="0123456789 .-/@abAB()+\n१"))
def test_it_never_fails_and_offsets_are_exact(text: str) -> None:
    for mark in find(text):
        assert text[mark.start : mark.end] == mark.text != ""


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "a@",
        "aa.",
        "12-",
        "NL12 ",
        "14 Feb ",
        "+(",
        "a1",
        "one hundred ",
        "14 of your ",
        "from ten to ",
        "1:1:",
        "on a sunday ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    assert growth(lambda length: find(piece * (length // len(piece))), 10_000) < LINEAR
