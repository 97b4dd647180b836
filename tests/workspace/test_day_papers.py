"""The papers of a session, drawn from the sample dialogues as somebody would print them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.errors import FileProblem, WrongUse
from fieldkit.model.dialogue import ConsentWording
from fieldkit.model.session import ParticipantGroup, Session, Venue
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace.day_papers import DayPapers
from resources.library import safety_checklist
from tests.brief.reading import by_pypdf, catalog, dense, folded
from tests.copies import new_file
from tests.papers.looking import typefaces
from tests.store.workspaces import ROLE

STONE, GREENHOUSE = "CC-2026-01", "CC-2026-04"
DAY = date(2026, 4, 20)
EN, NL, HI = map(catalogue, ("en", "nl", "hi"))

PAPERS: dict[str, Callable[[DayPapers, str, Any], bytes]] = {
    "run-sheet": DayPapers.run_sheet,
    "checklist": DayPapers.checklist,
    "consent-card": lambda papers, code, words: papers.consent_card(code, words.language, words),
    "log-form": DayPapers.log_form,
    "receipt-sheet": DayPapers.receipt_sheet,
    "secrecy-sheet": DayPapers.secrecy_sheet,
}
each_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
each_session = pytest.mark.parametrize("code", [STONE, GREENHOUSE])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    file = new_file(tmp_path / "work.fieldkit", "a quiet river", sample=True)
    with Store.open(file, "a quiet river", cost=WEAKEST, state_folder=tmp_path) as opened:
        yield opened


@pytest.fixture
def papers(store: Store) -> DayPapers:
    return DayPapers(store, today=lambda: DAY)


def session(store: Store, code: str = STONE) -> Session:
    found = store.sessions.get(code)
    assert found is not None
    return found


def changed(store: Store, **more: Any) -> None:
    """Give the session on stone other fields."""
    store.save(replace(session(store), **more), by_role=ROLE)


def typed(store: Store, *wordings: ConsentWording) -> None:
    """Lines of the consent card, typed for the dialogue of the greenhouse."""
    dialogue = store.dialogues.get("D-04")
    assert dialogue is not None
    store.save(replace(dialogue, consent_wordings=wordings), by_role=ROLE)


def read(pdf: bytes) -> str:
    return folded(" ".join(by_pypdf(pdf)))


# Nobody is named


def named_in_samples() -> set[str]:
    """Everything in the samples that names a person, an organisation, a place or an address."""
    names: set[str] = set()
    for file in ("natural_stone.json", "horticulture.json"):
        tree = json.loads(files("resources").joinpath("sample", file).read_bytes())
        named = [*tree["suppliers"], *tree["partners"], tree["company"]]
        named += [site for supplier in tree["suppliers"] for site in supplier["sites"]]
        for each in named:
            names |= {each.get(key, "") for key in ("name", "address", "contact_person")}
            names |= {*each.get("aliases", ()), *each.get("contact", ())}
        listeners = (listener for talk in tree["sessions"] for listener in talk["listeners"])
        names |= {listener.get("organisation", "") for listener in listeners}
        names |= set(tree["dialogue"].get("co_hosts", ()))
    return {name for name in names if name}


@pytest.mark.parametrize(("code", "language"), [(STONE, "en"), (GREENHOUSE, "nl")])
@each_paper
def test_no_paper_names_a_person_an_organisation_or_a_place(
    papers: DayPapers, paper: Callable[[DayPapers, str, Any], bytes], code: str, language: str
) -> None:
    said = read(paper(papers, code, catalogue(language)))
    names = named_in_samples()
    assert len(names) > 20
    assert [name for name in names if name in said] == []


@each_paper
def test_an_unknown_session_is_wrong_use(
    papers: DayPapers, paper: Callable[[DayPapers, str, Any], bytes]
) -> None:
    for code in ("CC-9999", "Ď-01"):
        with pytest.raises(WrongUse, match="unknown_code"):
            paper(papers, code, EN)


@each_paper
def test_a_session_that_says_nothing_yet_prints(
    store: Store, papers: DayPapers, paper: Callable[[DayPapers, str, Any], bytes]
) -> None:
    store.save(Session(code="CC-2026-77", dialogue_code="D-01", method="M4"), by_role=ROLE)
    for words in (NL, HI):
        assert by_pypdf(paper(papers, "CC-2026-77", words))


@pytest.mark.parametrize("name", ["run-sheet", "log-form", "receipt-sheet", "secrecy-sheet"])
def test_a_paper_without_hindi_is_in_english_for_whoever_reads_hindi(papers: DayPapers, name: str) -> None:
    assert PAPERS[name](papers, STONE, HI) == PAPERS[name](papers, STONE, EN)


# Run sheet


@each_session
@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_the_day_of_a_sample_session_is_one_page(papers: DayPapers, code: str, words: Any) -> None:
    assert len(by_pypdf(papers.run_sheet(code, words))) == 1


def test_the_run_sheet_tells_the_day_by_codes_roles_and_headcounts(papers: DayPapers) -> None:
    said = read(papers.run_sheet(STONE, EN))
    for text in (
        "Saturday 14 February 2026", "10:00–13:00 · Community hall, address with the partner · SUP-03",
        "Destroy by 15 May 2026", "Signal: “Is the tea ready?”", "the jeeps wait there", "G1 · Women",
        "Fac-1: leads the talk with G2", "5 listeners", "Int-1", "Lost wages, INR 450 × 26", "INR 13,260",
        "Envelopes handed out: 26", "Home before 16:00", "Everyone is home safely", "Child protection",
        "Owner · Managers · Supervisors", "lunch · vegetarian · People: 44",
    ):  # fmt: skip
        assert text in said, text


def test_where_people_come_from_does_not_stand_on_paper(papers: DayPapers) -> None:
    said = read(papers.run_sheet(GREENHOUSE, EN))
    assert "From abroad" not in said
    assert "G1 · Agency · Polish" in said


def test_a_step_of_the_chain_without_an_interpreter_is_shown_as_open(store: Store, papers: DayPapers) -> None:
    assert "nobody yet" not in read(papers.run_sheet(STONE, EN))
    hops = session(store).hops
    changed(store, hops=(hops[0], replace(hops[1], interpreter_code=None)))
    assert "nobody yet" in read(papers.run_sheet(STONE, EN))


def test_a_listener_who_was_not_admitted_is_not_counted(store: Store, papers: DayPapers) -> None:
    listeners = session(store).listeners
    changed(
        store, listeners=tuple(replace(each, rejected=number > 0) for number, each in enumerate(listeners))
    )
    assert "1 listener" in read(papers.run_sheet(STONE, EN))


def test_each_currency_has_a_total_of_its_own(store: Store, papers: DayPapers) -> None:
    paid = session(store).compensations
    euro = session(store, GREENHOUSE).compensations
    changed(store, compensations=(paid[0], euro[0]))
    said = read(papers.run_sheet(STONE, EN))
    assert "INR 11,700" in said
    assert "EUR 420" in said


def test_a_signal_in_another_script_is_printed_in_it(store: Store, papers: DayPapers) -> None:
    changed(store, stop_signal="क्या चाय तैयार है?")
    assert any("Mukta" in name for name in typefaces(papers.run_sheet(STONE, EN)))
    changed(store, stop_signal="茶は?")
    with pytest.raises(FileProblem, match="letters_not_printable"):
        papers.run_sheet(STONE, EN)


def test_a_place_of_no_kind_is_only_with_the_partner(store: Store, papers: DayPapers) -> None:
    changed(store, venue=Venue(type="other"))
    assert "· Address with the partner ·" in read(papers.run_sheet(STONE, EN))


# Checklist


def items_on(pdf: bytes) -> list[str]:
    said = "".join(by_pypdf(pdf))
    return [item.id for item in safety_checklist().items if item.id in said]


def test_the_checklist_has_the_items_that_apply_to_the_method(store: Store, papers: DayPapers) -> None:
    talk = items_on(papers.checklist(STONE, EN))
    assert {"SC-01", "SC-15", "SC-17", "SC-30", "SC-39b", "SC-44"} <= set(talk)
    assert not {"SC-M3", "SC-M4"} & set(talk)
    changed(store, method="M4")
    survey = items_on(papers.checklist(STONE, EN))
    assert "SC-M4" in survey
    assert not {"SC-11", "SC-15", "SC-17", "SC-19", "SC-26", "SC-M3"} & set(survey)


def test_interpreters_are_asked_about_only_where_languages_differ(store: Store, papers: DayPapers) -> None:
    shared = tuple(replace(group, languages=("English",)) for group in session(store).groups)
    changed(store, groups=shared, hops=())
    assert not {"SC-20", "SC-21"} & set(items_on(papers.checklist(STONE, EN)))


def test_what_is_answered_shows_the_role_and_what_is_open_who_is_to_answer(
    store: Store, papers: DayPapers
) -> None:
    said = read(papers.checklist(STONE, EN))
    assert "dialogue coordinator" in said
    assert "Follows from what is entered" in said
    open_before = said.count("Facilitator")
    checks = session(store).checks
    changed(store, checks=tuple(each for each in checks if each.item != "SC-35"))
    assert read(papers.checklist(STONE, EN)).count("Facilitator") == open_before + 1


def test_an_item_set_aside_by_a_role_stays_on_the_paper(store: Store, papers: DayPapers) -> None:
    checks = session(store).checks
    aside = tuple(
        replace(each, status="not_applicable", reason="No meal is part of this talk.")
        if each.item == "SC-26"
        else each
        for each in checks
    )
    changed(store, checks=aside)
    assert "Set aside: partner organisation" in read(papers.checklist(STONE, EN))


def test_the_checklist_is_spoken_in_three_languages(papers: DayPapers) -> None:
    assert "Veiligheidschecklist" in read(papers.checklist(STONE, NL))
    hindi = papers.checklist(STONE, HI)
    assert any("Mukta" in name for name in typefaces(hindi))
    assert set(items_on(hindi)) == set(items_on(papers.checklist(STONE, EN)))
    assert "Before the day" not in read(hindi)


# Consent card


def test_the_card_speaks_the_workers_language_where_we_have_it(store: Store, papers: DayPapers) -> None:
    changed(store, groups=(ParticipantGroup(label="G1", languages=("Hadoti", "Hindi")),))
    assert catalog(papers.consent_card(STONE, None, EN))["/Lang"] == "hi"
    changed(store, groups=(ParticipantGroup(label="G1", languages=("nl",)),))
    assert "U mag op elk moment stoppen." in read(papers.consent_card(STONE, None, EN))


def test_the_card_speaks_as_asked_where_the_workers_language_has_no_words(papers: DayPapers) -> None:
    assert "You may stop at any time." in read(papers.consent_card(GREENHOUSE, None, EN))
    assert "U mag op elk moment stoppen." in read(papers.consent_card(GREENHOUSE, None, NL))


def test_what_was_typed_for_the_dialogue_is_what_the_card_says(store: Store, papers: DayPapers) -> None:
    typed(store, ConsentWording(language="ro", lines={"stop": "Vă puteți opri oricând."}))
    for asked in (None, "ro", "RO"):
        card = papers.consent_card(GREENHOUSE, asked, EN)
        assert "Vă puteți opri oricând." in read(card)
        assert "We do not write down your name." in read(card)  # small, above room to write
        assert catalog(card)["/Lang"] == "ro"


def test_own_words_for_a_language_of_ours_replace_our_lines(store: Store, papers: DayPapers) -> None:
    typed(store, ConsentWording(language="Dutch", lines={"title": "U kiest zelf"}))
    said = read(papers.consent_card(GREENHOUSE, "Dutch", EN))
    assert "U kiest zelf" in said
    assert "Wij schrijven uw naam niet op." in said


def test_a_language_nobody_typed_or_whose_letters_are_missing_is_written_by_hand(
    store: Store, papers: DayPapers
) -> None:
    blank = papers.consent_card(STONE, "Hadoti", NL)
    assert "U mag op elk moment stoppen." in read(blank)
    before = papers.consent_card(GREENHOUSE, "Thai", NL)
    typed(store, ConsentWording(language="Thai", lines={"stop": "คุณหยุดได้ทุกเมื่อ"}))
    assert papers.consent_card(GREENHOUSE, "Thai", NL) == before


def test_the_card_is_the_same_for_every_session(papers: DayPapers) -> None:
    assert papers.consent_card(STONE, "en", EN) == papers.consent_card(GREENHOUSE, "en", EN)


# Forms


def test_the_log_form_knows_groups_and_themes_by_their_codes(papers: DayPapers) -> None:
    said = dense(read(papers.log_form(STONE, NL)))
    assert all(dense(text) in said for text in ("G1", "G2", "T07 Veiligheid en gezondheid", "Inzicht 5"))


def test_the_receipt_has_a_token_for_each_head_that_is_expected(papers: DayPapers) -> None:
    words = read(papers.receipt_sheet(GREENHOUSE, EN)).split()
    assert [str(number) for number in range(1, 22) if str(number) not in words] == []
    assert "22" not in words


def test_every_paper_of_a_session_says_until_when_it_is_kept(papers: DayPapers) -> None:
    for name in ("run-sheet", "checklist", "log-form", "receipt-sheet", "secrecy-sheet"):
        assert "Vernietigen uiterlijk 6 juni 2026" in read(PAPERS[name](papers, GREENHOUSE, NL))
