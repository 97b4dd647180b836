from __future__ import annotations

import random
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.known import Known, Register
from fieldkit.airlock.marks import Detector, Kind, Mark, Severity
from fieldkit.airlock.screen import screen
from fieldkit.airlock.vocabulary import guess_language
from fieldkit.text import catalogue
from tests.growth import LINEAR, growth

INNOCENT = msgspec.json.decode(
    Path(__file__).with_name("innocent.json").read_bytes(), type=dict[str, list[str]]
)
CANARIES = {
    "SC1": [
        "Dhanpura", "Sahara Mitra Sangathan", "Pathar Mahila Manch", "14 Feb", "2026-02-14", "26", "14 women",
        "Hadoti", "Int-1", "CC-2026-01", "repaid by work", "INR 450",
    ],
    "SC2": [
        "Syri", "refugee", "Arab", "Köprü Dayanışma Derneği", "Örnek-İş", "13-year", "11", "Çınar Sk. 4",
    ],
    "SC4": ["Pan Wiktor", "Centrum Mosty-Poduri", "Bond Veld & Kas", "FlexOogst", "12", "zondag", "PL", "RO"],
    "SC6": ["Asaase Adwuma Network", "Dagbani", "northern", "Nkwanta-Dua", "11", "GHS 60"],
}  # fmt: skip
EVERYTHING = Register.compile(item for items in CANARIES.values() for item in items)


def blocks(marks: list[Mark]) -> set[Kind]:
    return {mark.kind for mark in marks if mark.severity is Severity.BLOCK}


# The examples of `05` section 5.9.


def test_the_worst_sentence_is_blocked_for_each_of_its_reasons() -> None:
    text = "On 14 February 11 cutters of Dhanpura told Sahara Mitra that the foreman hits them."
    known: list[Known | str] = [
        "2026-02-14",
        "11",
        Known(text="Dhanpura", kind=Kind.PLACE),
        "Sahara Mitra Sangathan",
    ]
    kinds = blocks(screen(text, known, supplier_text=True))
    assert kinds >= {
        Kind.DATE,
        Kind.SMALL_NUMBER,
        Kind.PLACE,
        Kind.ORGANISATION,
        Kind.BLAME,
        Kind.SINGLE_PERSON,
    }


@pytest.mark.parametrize("outcome", ["A", "B"])
def test_a_composed_line_passes_where_the_source_may_be_known(outcome: str) -> None:
    fields = "In the first half of 2026 several people in stone processing in Rajasthan"
    marks = screen(f"{fields} mentioned that masks are shared.", supplier_text=True, outcome=outcome)
    assert blocks(marks) == set()
    # The place comes from a field; in a text a user wrote it has to be looked at.
    assert [mark.text for mark in marks] == ["Rajasthan"]


def test_the_same_line_reveals_a_source_under_outcome_c() -> None:
    text = "In the first half of 2026 several people in stone processing mentioned that masks are shared."
    assert blocks(screen(text, supplier_text=True)) == {Kind.FORBIDDEN_SOURCE}


def test_an_open_question_passes() -> None:
    text = "How do you make sure that people handling stone have suitable dust protection?"
    assert screen(text, EVERYTHING, supplier_text=True) == []


def test_the_only_woman_is_blocked() -> None:
    marks = screen(
        "The only woman on the crusher says she was told to leave when pregnant.", supplier_text=True
    )
    assert [mark.text for mark in marks if mark.kind is Kind.SINGLE_PERSON] == ["The only", "she"]
    assert "pregnant" in [mark.text for mark in marks if mark.kind is Kind.UNKNOWN_WORD]


def test_all_and_always_are_blocked_with_something_better_to_say() -> None:
    marks = screen("All workers are always paid late.", supplier_text=True)
    assert [(mark.text, mark.kind) for mark in marks] == [("All workers", Kind.GUESS), ("always", Kind.GUESS)]
    assert marks[1].suggestion == "several times in the past year"


def test_a_verdict_is_blocked() -> None:
    assert blocks(screen("Their manager is illegally cheating.", supplier_text=True)) == {Kind.BLAME}


def test_an_invented_source_is_blocked() -> None:
    assert blocks(screen("Our auditor found that pay is late.", supplier_text=True)) == {
        Kind.FORBIDDEN_SOURCE
    }


@pytest.mark.parametrize(
    ("scenario", "text", "spans"),
    [
        ("SC1", "People from DHAN-\nPURA came", ["DHAN-\nPURA"]),
        ("SC1", "s\u200bahara helped, and Pathar too", ["s\u200bahara", "Pathar"]),
        ("SC1", "on the second Saturday of February", ["second Saturday of February"]),
        ("SC1", "twenty-six people and women (14)", ["twenty-six people", "women (14"]),
        ("SC1", "in hadoti, by INT-1, see cc/2026/01", ["hadoti", "INT-1", "cc/2026/01"]),
        ("SC1", "the advance is Repaid by work, 450 rupees", ["Repaid by work", "450 rupees"]),
        ("SC2", "Syrians, refugees and Arabic speakers", ["Syrians", "refugees", "Arabic"]),
        ("SC2", "Kopru and ÖRNEK-İŞ", ["Kopru", "ÖRNEK-İŞ"]),
        ("SC2", "a 13-year-old at CINAR SK. 4, with eleven others", ["13-year", "CINAR SK. 4"]),
        ("SC4", "Wiktor, of the Mosty centre, at Flex-Oogst", ["Wiktor", "Mosty", "Flex-Oogst"]),
        ("SC4", "op zondag met twaalf mensen, PL en RO", ["zondag", "twaalf mensen", "PL", "RO"]),
        ("SC6", "Asaase's northern team in nkwanta dua", ["Asaase", "northern", "nkwanta dua"]),
        ("SC6", "11 caretakers got 60 cedis and spoke Dagbani", ["11 caretakers", "60 cedis", "Dagbani"]),
    ],
)
def test_canaries_are_found_in_every_spelling(scenario: str, text: str, spans: list[str]) -> None:
    marks = screen(text, CANARIES[scenario])
    assert [mark.text for mark in marks if mark.detector is Detector.KNOWN] == spans


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, texts in INNOCENT.items() for text in texts]
)
def test_innocent_sentences_carry_no_mark(lang: str, text: str) -> None:
    register = Register([*EVERYTHING.items, *map(Known.of, ("Hope Foundation", "Hope", "May", "Will Marks"))])
    assert screen(text, register, supplier_text=True, lang=lang) == []


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_there_are_enough_innocent_sentences_and_their_language_is_guessed(lang: str) -> None:
    assert len(set(INNOCENT[lang])) >= 60
    assert guess_language(" ".join(INNOCENT[lang])) == lang


# The shape of the answer (`contract.md`).


def test_outside_supplier_text_only_what_identifies_is_marked() -> None:
    marks = screen("She always says Dhanpura is illegal, call 06 1234 5678", ["Dhanpura"])
    assert {mark.detector for mark in marks} == {Detector.KNOWN, Detector.PATTERNS}


def test_a_register_and_its_strings_find_the_same() -> None:
    text = "26 women of Dhanpura on 14 February"
    items = ["Dhanpura", "26", "2026-02-14"]
    assert screen(text, items) == screen(text, Register.compile(items))


def test_marks_come_sorted_without_duplicates_and_overlaps_are_kept() -> None:
    marks = screen("On 14 February 14 February", ["2026-02-14", "14 Feb"], supplier_text=True)
    assert marks == sorted(marks, key=lambda mark: mark.start)
    assert len(marks) == len(set(marks))
    assert {mark.detector for mark in marks} == {Detector.KNOWN, Detector.PATTERNS, Detector.VOCABULARY}


def test_a_mark_reads_as_the_contract_says() -> None:
    (mark,) = screen("we met Ramesh there", [Known(text="Ramesh", kind=Kind.PERSON)])
    assert msgspec.to_builtins(mark) == {
        "start": 7, "end": 13, "kind": "person", "detector": "known", "severity": "block",
        "text": "Ramesh", "suggestion": "a worker",
    }  # fmt: skip


def test_suggestions_speak_the_language_of_the_text() -> None:
    (mark,) = screen("wij spraken Ramesh over het werk", [Known(text="Ramesh", kind=Kind.PERSON)])
    assert mark.suggestion == "een werkende"


def test_an_approved_word_passes_but_a_known_one_never_does() -> None:
    approved = frozenset({"crusher", "hadoti"})
    marks = screen("the crusher and Hadoti", ["Hadoti"], supplier_text=True, approved=approved)
    assert [(mark.text, mark.detector) for mark in marks] == [("Hadoti", Detector.KNOWN)]


@pytest.mark.parametrize("word", ["Dhanpuгa", "wоrker", "Κas", "mаsks"])  # one letter of another script each
def test_a_word_of_two_scripts_is_blocked_and_never_approved(word: str) -> None:
    marks = screen(f"the {word} is here", supplier_text=True, approved=frozenset({word}))
    assert [(mark.text, mark.kind, mark.severity) for mark in marks] == [
        (word, Kind.UNKNOWN_WORD, Severity.BLOCK)
    ]


@pytest.mark.parametrize("sign", ["🇮🇳", "🙏🏽", "☪", "👩‍🏭", "🅰", "🕉️", "✝"])
def test_a_picture_is_for_review(sign: str) -> None:
    text = f"we like this {sign} and that"
    marks = [mark for mark in screen(text, supplier_text=True) if mark.detector is Detector.VOCABULARY]
    assert [(mark.text, mark.severity) for mark in marks] == [(sign, Severity.REVIEW)]


def test_a_name_spelled_in_flag_letters_or_with_pictures_between_is_found() -> None:
    for text in ("🇩🇭🇦🇳🇵🇺🇷🇦", "🅳🅷🅰🅽🅿🆄🆁🅰", "ⓓⓗⓐⓝⓟⓤⓡⓐ", "Dhan🙏pura"):
        assert [mark.text for mark in screen(text, ["Dhanpura"])] == [text]


OURS = msgspec.json.decode(files("resources").joinpath("questions", "themes.json").read_bytes())
BENEFITS = msgspec.json.decode(files("resources").joinpath("questions", "benefits.json").read_bytes())


def our_own_sentences() -> list[str]:
    questions = [question["text"] for theme in OURS for question in theme["questions"]]
    return [*questions, *(benefit["text"] for benefit in BENEFITS)]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_questions_and_benefits_of_our_own_speak_of_no_source_w_7(lang: str) -> None:
    say = catalogue(lang).say
    assert len(our_own_sentences()) >= 64 + 7
    for text in our_own_sentences():
        marks = screen(say(text), EVERYTHING, supplier_text=True, lang=lang)
        assert [mark for mark in marks if mark.kind is Kind.FORBIDDEN_SOURCE] == []


@given(
    text=st.text(st.characters(exclude_categories=())),
    known=st.lists(st.text(st.characters(exclude_categories=()), max_size=20), max_size=3),
    supplier_text=st.booleans(),
)
def test_it_never_fails_and_offsets_are_exact(text: str, known: list[str], supplier_text: bool) -> None:
    for mark in screen(text + "".join(known), known, supplier_text):
        assert (text + "".join(known))[mark.start : mark.end] == mark.text != ""


def many_known(size: int) -> list[str]:
    dice = random.Random(26)
    syllables = [
        "dha", "npu", "ra", "sa", "ha", "mi", "tra", "ko", "pru", "gaz", "lek", "wik", "mos", "ty", "sun",
        "ita",
    ]  # fmt: skip

    def word() -> str:
        return "".join(dice.choices(syllables, k=dice.randint(2, 4))).title()

    names = [" ".join(word() for _ in range(dice.randint(1, 3))) for _ in range(size)]
    days = [f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}" for _ in range(60)]
    return [*names, *days, *map(str, range(3, 53)), *(f"CC-2026-{number:02}" for number in range(40))]


def test_compiling_takes_time_in_proportion_to_what_is_known() -> None:
    everything = many_known(4_000)
    assert growth(lambda size: Register.compile(everything[:size]), 500) < LINEAR


def test_screening_takes_time_in_proportion_to_what_is_written() -> None:
    known = many_known(2_000)
    register = Register.compile(known)
    note = " ".join(INNOCENT["en"])[:1_900] + f" {known[7]}, {known[11]} on 14 February with 26 women. "
    assert growth(lambda copies: screen(note * copies, register, supplier_text=True), 3) < LINEAR


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "ab ",
        "Mosty ",
        "M o s t y ",
        "14 February ",
        '"',
        "women 14 ",
        "\u200b",
        "a\u0301",
        "s4h4r4 ",
        "workers say ",
        "wij met mensen ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def work(length: int) -> object:
        return screen(piece * (length // len(piece)), EVERYTHING, supplier_text=True)

    assert growth(work, 10_000) < LINEAR
