from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.known import Known, Register
from fieldkit.airlock.marks import Detector, Kind, Severity

PARTNER = "Sahara Mitra Sangathan"


def found(known: str | Known, text: str) -> list[str]:
    return [mark.text for mark in Register.compile([known]).find(text)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("we met Sahara Mitra Sangathan there", "Sahara Mitra Sangathan"),
        ("we met SAHARA MITRA there", "SAHARA MITRA"),
        ("the sahara people", "sahara"),
        ("Sangathan's office", "Sangathan"),
        ("all Saharas", "Saharas"),
        ("see saharamitra.org", "saharamitra"),
        ("write to info@sahara-mitra-sangathan.in", "sahara-mitra-sangathan"),
        ("#SaharaMitraSangathan", "SaharaMitraSangathan"),
        ("the Sahara-\nMitra team", "Sahara-\nMitra"),
        ("the Sanga-\nthan", "Sanga-\nthan"),
        ("S a h a r a said", "S a h a r a"),
        ("from S4h4r4", "S4h4r4"),
        ("Ѕаhаrа", "Ѕаhаrа"),
        ("the SMS", "SMS"),
        ("the S.M.S.", "S.M.S"),
        ("Sahara24", "Sahara24"),
        ("mitra", "mitra"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, span: str) -> None:
    assert found(PARTNER, text) == [span]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (PARTNER, "wages are paid by sms and by hand"),
        ("Hope Foundation", "we hope that a foundation is laid"),
        ("Hope Foundation", "Hope is needed"),
        ("Bond Veld & Kas", "het werk in de kas en op het veld, met een bond"),
        ("Hope", "we hope for rain. Hope remains"),
        ("May", "workers may ask"),
        ("Will Marks", "they will see the marks"),
        ("Int-1", "Int-10 and interest"),
        ("PL", "please, pl"),
        ("Arab", "a rabbit"),
        ("northern", "the north"),
        ("Pathar", "the path around"),
        ("Marti Tekstil", "martial arts"),
        ("community hall outside the village", "the hall is outside, in the village, for the community"),
    ],
)
def test_ordinary_words_alone_are_never_marked(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "span"),
    [
        ("Hope Foundation", "with the hope foundation", "hope foundation"),
        ("Centrum Mosty-Poduri", "bij centrum Mosty", "centrum Mosty"),
        ("Bond Veld & Kas", "de Bond Veld en Kas", "Bond Veld en Kas"),
        ("Bond Veld & Kas", "volgens Bond Veld", "Bond Veld"),
        ("Hope", "we met Hope there", "Hope"),
        ("Lucky", "mr lucky came", "lucky"),
        ("Köprü Dayanışma Derneği", "kopru'nun yeri", "kopru"),
        ("Örnek-İş", "ORNEK IS", "ORNEK IS"),
        ("Çınar Sk. 4", "at cinar sk 4", "cinar sk 4"),
        ("Syri", "Syrian families", "Syrian"),
        ("Arab", "in Arabic", "Arabic"),
        ("refugee", "as refugees", "refugees"),
        ("zondag", "op zondag", "zondag"),
        ("repaid by work", "advances are Repaid by work", "Repaid by work"),
        ("FlexOogst", "via Flex Oogst", "Flex Oogst"),
        ("Nkwanta-Dua", "in nkwantadua", "nkwantadua"),
        ("धनपुरा", "वे धनपुरा में", "धनपुरा"),
        ("PL", "for PL only", "PL"),
        ("13-year", "a 13-year-old", "13-year"),
        ("CC-2026-01", "see cc 2026 01", "cc 2026 01"),
        ("Int-1", "int-1 came", "int-1"),
    ],
)
def test_weak_parts_count_together_and_codes_exactly(name: str, text: str, span: str) -> None:
    assert found(name, text) == [span]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("wij spraken Veld & Kas", "Veld & Kas"),
        ("wij spraken Veld en Kas", "Veld en Kas"),
        ("VELD EN KAS", "VELD EN KAS"),
        ("bij Veld-en-Kas", "Veld-en-Kas"),
        ("bij veld & kas", "veld & kas"),
        ("bij veld+kas", "veld+kas"),
        ("met Kas en Veld", "Kas en Veld"),
        ("met kas en veld", "kas en veld"),
        ("de bond van veld en kas", "veld en kas"),
        ("the Bond for kas", "Bond for kas"),
    ],
)
def test_two_ordinary_parts_of_a_name_give_it_away_in_either_order(text: str, span: str) -> None:
    assert found("Bond Veld & Kas", text) == [span]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bond Veld & Kas", "de kas op het veld"),
        ("Bond Veld & Kas", "Kas. Veld"),
        ("Hope Foundation", "a foundation and hope"),
        ("Hope Foundation", "Hope our foundation holds"),
        ("Veld en Kas", "het veld voor de kas"),
    ],
)
def test_two_ordinary_parts_apart_or_joined_otherwise_stay_plain_words(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("Polish", "many Poles work here", "Poles"),
        ("Pools", "veel Polen werken hier", "Polen"),
        ("Pools", "de polen werken hier", "polen"),
        ("Romanian", "the romanians", "romanians"),
        ("Roemeens", "De Roemenen", "Roemenen"),
        ("Turks", "Een Turk", "Turk"),
        ("Twi", "two Ghanaians", "Ghanaians"),
        ("Bengali", "uit Bangladesh komen Bengalezen", "Bengalezen"),
        ("Dutch dialect", "a dutch dialect", "dutch dialect"),
    ],
)
def test_the_people_of_an_origin_are_known_with_its_language(language: str, text: str, span: str) -> None:
    assert span in found(Known(text=language, kind=Kind.ETHNICITY, role="word"), text)


def test_wooden_poles_are_no_people() -> None:
    assert found(Known(text="Polish", kind=Kind.ETHNICITY, role="word"), "tents with poles") == []


def test_a_stem_finds_every_word_that_begins_so() -> None:
    stem = Known(text="Pools", kind=Kind.NATIONALITY, role="stem")
    (mark,) = Register.compile([stem]).find("de Poolstalige folder")
    assert (mark.text, mark.kind) == ("Poolstalige", Kind.NATIONALITY)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-14", "14 Feb", "14 February 2026", "14 february", "February 14", "Feb 14th, 2026", "14-02",
        "14/2/26", "14.2.2026", "14 februari", "veertien februari", "the fourteenth of February", "14feb",
        "20260214", "14 02 2026", "2026/02/14", "the second Saturday of February", "2nd Saturday in Feb",
        "de tweede zaterdag van februari", "a Saturday in February", "zaterdag 14", "Saturday the 14th",
        "১৪ February", "on the 14th", "op de 14e", "zaterdag in februari", "14 FEB '26",
        "14·02·2026", "14:02:2026", "14,02,2026", "14 II 2026", "14.II.26", "2026:02:14", "14 II",
        "op een zaterdag", "on a Saturday", "zaterdagochtend", "Saturday morning", "op zaterdagavond",
    ],
)  # fmt: skip
def test_a_day_is_found_in_any_notation(text: str) -> None:
    assert found("2026-02-14", f"It was {text}.")


@pytest.mark.parametrize(
    "text",
    [
        "15 February", "14 March", "14 February 2025", "the first Saturday of February",
        "a Sunday in February",
        "14-02 hours", "the first half of 2026", "zondag 15", "February 2026",
        "14 days in February weather", "on a Saturday in March", "op een zondag", "14 III 2026",
        "every Saturday morning", "elke zaterdagochtend", "14:02 and 2026",
    ],
)  # fmt: skip
def test_another_day_is_not_that_day(text: str) -> None:
    assert found("2026-02-14", f"It was {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "26 women", "26 mensen", "twenty-six people", "zesentwintig vrouwen", "women (26)", "26 of the women",
        "a group of 26", "26 young women", "26 of them", "26 came", "met 26 werknemers", "२६ women",
        "26 of your people", "26 of your workers", "twenty-six of your home workers", "26 home-based workers",
        "26 were women", "26-strong group", "we were 26", "we were only 26.", "there were 26 in the room",
        "a group of some 26", "26 van uw mensen", "26 thuiswerkers", "zesentwintig waren vrouw",
        "we waren met 26", "een groep van zo'n 26", "26-tal mensen", "een zesentwintigtal mensen",
        "een 26-koppige groep", "we spoke to 26", "26 part-time packers",
    ],
)  # fmt: skip
def test_a_count_is_found_beside_people(text: str) -> None:
    assert found("26", text)


@pytest.mark.parametrize(
    "text",
    [
        "2026", "26 days", "26 kg of stone", "page 26", "in 26 weeks women earn less", "126 women",
        "there were 26 days", "we were 26 weeks late", "a group of 26 machines",
    ],
)  # fmt: skip
def test_a_count_without_people_is_only_a_number(text: str) -> None:
    assert found("26", text) == []


@pytest.mark.parametrize(
    "text", ["INR 450", "450 rupees", "Rs 450", "Rs. 450", "₹450", "450 INR", "INR 450.00", "450 roepies"]
)
def test_an_amount_is_found_with_its_currency(text: str) -> None:
    assert found("INR 450", f"they got {text}") == [text]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("INR 450", "four hundred and fifty rupees"),
        ("INR 450", "four hundred fifty rupees"),
        ("INR 450", "4 hundred 50 rupees"),
        ("INR 450", "vierhonderdvijftig roepies"),
        ("INR 450", "vierhonderd vijftig roepies"),
        ("INR 1250", "twelve hundred fifty rupees"),
        ("INR 1250", "duizend tweehonderdvijftig roepies"),
        ("INR 250000", "two lakh fifty thousand rupees"),
        ("EUR 20", "twenty euros"),
        ("EUR 20", "twintig euro"),
        ("EUR 25", "vijfentwintig euro"),
        ("EUR 25", "twenty-five euro"),
        ("EUR 1", "een euro"),
    ],
)
def test_an_amount_is_found_in_words(amount: str, text: str) -> None:
    assert found(amount, f"they got {text} a day") == [text]


def test_an_amount_in_another_currency_or_none_is_not_that_amount() -> None:
    assert found("INR 450", "450 stones, EUR 450, INR 4500") == []
    assert found("EUR 11 700", "€ 11.700 in all") == ["€ 11.700"]


@pytest.mark.parametrize(
    "text", ["10:00", "10.00 uur", "10 am", "10am", "10 o'clock", "om 10 uur", "ten o'clock"]
)
def test_a_time_is_found_however_it_is_told(text: str) -> None:
    assert found("10:00", f"it began {text}")


@pytest.mark.parametrize(
    ("time", "text"),
    [
        ("12:45", "quarter to one"),
        ("12:45", "a quarter to one"),
        ("12:45", "om kwart voor een"),
        ("10:00", "from ten to one"),
        ("13:00", "from ten to one"),
        ("13:00", "van tien tot een"),
        ("10:00", "tussen tien en een"),
        ("10:30", "half past ten"),
        ("10:30", "om half elf"),
        ("10:10", "ten past ten"),
        ("12:50", "ten to one"),
        ("14:40", "tien over half drie"),
        ("14:25", "vijf voor half drie"),
        ("10:15", "kwart over tien"),
    ],
)
def test_a_time_is_found_in_words(time: str, text: str) -> None:
    assert found(time, f"it began {text}.")
    assert found(time, f"it was {text} and all came")


@pytest.mark.parametrize(
    "text",
    [
        "ten to one people agreed",
        "from ten to one machine",
        "van tien tot een enkele machine",
        "een kwart voor een lager loon",
        "half of one shift",
        "from ten to one hundred",
        "tussen tien en een of ander",
    ],
)
def test_numbers_that_count_something_are_no_time(text: str) -> None:
    for time in ("12:50", "10:00", "13:00", "12:45", "12:30"):
        assert found(time, text) == []


def test_hours_of_work_are_no_time_of_day() -> None:
    assert found("10:00", "people work 10 hours, 10 uur per dag") == []


@pytest.mark.parametrize("text", ["098290-12345", "+91 98290 12345", "9829 012 345", "९८२९०१२३४५"])
def test_a_phone_number_is_found_in_any_grouping(text: str) -> None:
    known = Known(text="+91 98290 12345", kind=Kind.PHONE, role="phone")
    assert found(known, f"call {text} now") == [text]


def test_what_cannot_be_read_as_its_role_is_looked_for_as_a_name() -> None:
    known = Known(text="coordinator@mitra.example", kind=Kind.EMAIL, role="phone")
    assert found(known, "mail Coordinator@Mitra.example") == ["Coordinator@Mitra.example"]


@pytest.mark.parametrize(
    ("text", "role", "kind"),
    [
        ("2026-02-14", "date", Kind.DATE),
        ("14 Feb", "date", Kind.DATE),
        ("26", "count", Kind.SMALL_NUMBER),
        ("14 women", "count", Kind.SMALL_NUMBER),
        ("INR 450", "amount", Kind.MONEY),
        ("10:00", "time", Kind.TIME),
        ("+91 98290 12345", "phone", Kind.PHONE),
        ("CC-2026-01", "code", Kind.ID_NUMBER),
        ("repaid by work", "word", Kind.ORGANISATION),
        ("Dhanpura", "name", Kind.ORGANISATION),
    ],
)
def test_plain_strings_are_understood(text: str, role: str, kind: Kind) -> None:
    known = Known.of(text)
    assert (known.role, known.kind) == (role, kind)


def test_every_mark_blocks_and_tells_its_detector() -> None:
    (mark,) = Register.compile(["Dhanpura"]).find("in Dhanpura")
    assert (mark.detector, mark.severity, mark.start, mark.end) == (Detector.KNOWN, Severity.BLOCK, 3, 11)


def test_a_word_that_anything_known_contains_is_held() -> None:
    register = Register.compile([PARTNER, "Hadoti", "26"])
    assert register.holds("mitra")
    assert register.holds("HADOTI")
    assert not register.holds("roster")
    assert not Register.compile([]).holds("")


@pytest.mark.parametrize(
    "word", ["NearDhanpura", "Dhanpuгa", "neardhanpuras", "Wouter", "wouters", "near-dh4npur4"]
)
def test_a_word_that_hides_something_known_is_held(word: str) -> None:
    contact = Known(text="Wouter de Vries", kind=Kind.PERSON)
    assert Register.compile(["Dhanpura", contact]).holds(word)


def test_a_count_of_one_marks_no_article() -> None:
    for known in ("1", Known(text="1", kind=Kind.SMALL_NUMBER, role="count")):
        assert found(known, "een kind, one child, one of the workers, een werknemer, eenentwintig") == []


# Writing variants, as a promise: whatever is done to the writing, the mark covers it exactly.
NAMES = [
    "Dhanpura",
    "Sahara Mitra Sangathan",
    "Hadoti",
    "Köprü Dayanışma",
    "Pathar Mahila Manch",
    "Kasgaard",
    "Mosty",
]
SENTENCES = [
    "{} told us about the dust",
    "The people of {} are paid late",
    "we met ({}) there",
    "over {}, en meer",
]


Variant = Callable[[str, int], str]


def spaced(name: str, _: int) -> str:
    return " ".join(name.replace(" ", ""))


def inserted(sign: str) -> Variant:
    def variant(name: str, place: int) -> str:
        cut = 1 + place % (len(name) - 1)
        return name[:cut] + sign + name[cut:]

    return variant


def wide(name: str, _: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)


VARIANTS: list[Variant] = [
    lambda name, _: name,
    lambda name, _: name.upper(),
    lambda name, _: name.lower(),
    lambda name, _: name.translate(str.maketrans("üşıö", "usio")),
    lambda name, _: name.replace("a", "а"),  # the Cyrillic one
    lambda name, _: name.replace(" ", ""),
    wide,
    spaced,
    inserted("\u200b"),
    inserted("\u00ad"),
    inserted("\u2060"),
    inserted("-"),
    inserted("-\n"),
    inserted("\n"),
]


@given(
    name=st.sampled_from(NAMES),
    sentence=st.sampled_from(SENTENCES),
    variant=st.sampled_from(VARIANTS),
    place=st.integers(0, 40),
)
def test_the_mark_covers_every_writing_variant_exactly(
    name: str, sentence: str, variant: Variant, place: int
) -> None:
    written = variant(name, place)
    text = sentence.format(written)
    marks = Register.compile(NAMES).find(text)
    start = text.index(written)
    assert (start, start + len(written)) in [(mark.start, mark.end) for mark in marks]
