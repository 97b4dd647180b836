"""What stays inside, printed from a real workspace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.errors import FileProblem, WrongUse
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, MethodUse
from fieldkit.store import Store
from fieldkit.text import catalogue
from fieldkit.workspace.library import page, pages
from fieldkit.workspace.printing import (
    Heading,
    Paragraph,
    Printing,
    library_page,
    pages_as_pictures,
    reading,
    recovery_sheet,
    write_pdf,
)
from tests.brief.reading import by_pypdf, dense, folded
from tests.guide.method_samples import SCENARIOS, changed
from tests.guide.test_method_promises import EVERY_ANSWER
from tests.papers.samples import RECOVERY_WORDS
from tests.store.workspaces import ROLE, dialogue, made

DAY = date(2026, 4, 20)
ENGLISH = catalogue("en")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with made(tmp_path_factory.mktemp("printing") / "work.fieldkit") as opened:
        yield opened


def printed(
    store: Store, given: Answers, uses: Sequence[MethodUse] = (), language: str = "en", **more: Any
) -> list[str]:
    """The pages of the comparison of a dialogue with these answers and methods."""
    assessment = Assessment(dialogue_code="D-01", answers=given, assessed_on=date(2026, 2, 12))
    with store.transaction():
        store.save(dialogue(method_uses=tuple(uses), **more), by_role=ROLE)
        store.save(assessment, by_role=ROLE)
    papers = Printing(store, today=lambda: DAY)
    return by_pypdf(papers.method_comparison("D-01", catalogue(language)))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_worked_scenario_fits_one_page_in_both_languages(
    store: Store, scenario: str, language: str
) -> None:
    uses = (
        MethodUse(method="M2", role="lead"),
        MethodUse(method="M4", role="breadth", deviation_reason="We also want to hear the other sites. " * 3),
    )
    [said] = printed(store, SCENARIOS[scenario], uses, language)
    assert dense(catalogue(language).say("Internal. Do not hand over.")) in dense(said)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_answers=EVERY_ANSWER, language=st.sampled_from(("en", "nl")))
def test_whatever_the_answers_the_comparison_is_one_page(
    store: Store, given_answers: Answers, language: str
) -> None:
    assert len(printed(store, given_answers, language=language)) == 1


def test_the_five_methods_stand_in_the_order_of_the_advice_with_labels_and_no_points(store: Store) -> None:
    [said] = printed(store, SCENARIOS["SC1"])
    order = [
        "NGO, local network or third party", "Union, other representation", "Grievance mechanism",
        "Digital tool", "Interviews within an audit",
    ]  # fmt: skip
    places = [said.index(title) for title in order]
    assert places == sorted(places)
    assert "Recommended" in said
    assert "143" not in said


def test_what_is_chosen_stands_with_role_partner_reason_and_what_goes_with_it(store: Store) -> None:
    uses = (MethodUse(method="M4", role="breadth", partner_code="P-07", deviation_reason="It is asked for."),)
    [said] = printed(store, SCENARIOS["SC4"], uses)
    assert "Adds breadth, through P-07" in said
    assert "It is asked for." in said
    assert "Plan a joint reading of results with the supplier" in folded(said)  # C8


def test_no_safe_method_says_what_to_do_instead_and_when_to_look_again(store: Store) -> None:
    [said] = printed(store, SCENARIOS["SC7"])
    assert "No safe method now: plan no session." in said
    assert "Act on your own purchasing practice" in said
    assert "Look again by 20 October 2026, or when something changes." in folded(said)


def test_the_acute_stop_prints_no_method(store: Store) -> None:
    [said] = printed(store, changed(SCENARIOS["SC4"], imminent_harm="yes"))
    assert "Stop: somebody may be in danger now." in folded(said)
    assert "Digital tool" not in said
    assert "Provisional" not in said


def test_a_dialogue_without_answers_says_what_to_find_out(store: Store) -> None:
    with store.transaction():
        store.save(dialogue("D-02"), by_role=ROLE)
    [said] = by_pypdf(Printing(store, today=lambda: DAY).method_comparison("D-02", ENGLISH))
    assert "Provisional: find out first" in folded(said)
    assert "assessed on" not in said


def test_an_unknown_dialogue_is_wrong_use(store: Store) -> None:
    with pytest.raises(WrongUse):
        Printing(store, today=lambda: DAY).method_comparison("D-99", ENGLISH)


def test_a_title_the_type_cannot_set_is_refused_by_its_letters(store: Store) -> None:
    with pytest.raises(FileProblem) as refused:
        printed(store, SCENARIOS["SC1"], title="Stone 石")
    assert (refused.value.code, refused.value.data["letters"]) == ("letters_not_printable", "石")


def test_whoever_reads_hindi_gets_these_papers_in_english(store: Store) -> None:
    [said] = printed(store, SCENARIOS["SC1"], language="hi")
    assert "Five methods compared" in said


def test_a_paper_is_written_whole_and_never_over_the_workspace(store: Store, tmp_path: Path) -> None:
    papers = Printing(store, today=lambda: DAY)
    papers.write(tmp_path / "comparison.pdf", b"%PDF")
    assert (tmp_path / "comparison.pdf").read_bytes() == b"%PDF"
    with pytest.raises(FileProblem) as refused:
        papers.write(store.path, b"%PDF")
    assert refused.value.code == "target_is_a_workspace"


def test_without_an_open_workspace_a_paper_replaces_a_file_and_never_a_workspace(tmp_path: Path) -> None:
    for content in (b"%PDF old", b"%PDF new"):
        write_pdf(tmp_path / "sheet.pdf", content)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF new"
    with pytest.raises(FileProblem):
        write_pdf(tmp_path / "work.fieldkit", b"%PDF")
    with pytest.raises(FileProblem):
        write_pdf(tmp_path / "nowhere" / "sheet.pdf", b"%PDF")


def test_the_recovery_sheet_prints_its_words() -> None:
    [said] = by_pypdf(recovery_sheet(RECOVERY_WORDS, "nl"))
    assert all(word in said.split() for word in RECOVERY_WORDS)


def test_something_to_read_prints_its_title_and_blocks() -> None:
    [said] = by_pypdf(reading("Listening", (Heading(text="Before"), Paragraph(text="Be there early.")), "en"))
    assert "Listening" in said
    assert "Be there early." in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_of_the_library_prints_every_line_of_it(language: str) -> None:
    for each in pages(catalogue(language)):
        said = dense("".join(by_pypdf(library_page(each, language))))
        lines = [line for part in each.parts for line in part.lines]
        assert [line for line in (each.title, *lines) if dense(line) not in said] == []


def test_codes_stand_beside_the_lines_of_a_checklist() -> None:
    said = "".join(by_pypdf(library_page(page("G1", ENGLISH), "en")))
    assert "SC-17" in said


def test_a_printer_is_given_every_page_in_colour_and_as_large_as_it_is() -> None:
    pictures = list(pages_as_pictures(library_page(page("M1", ENGLISH), "en"), 36))
    assert [(each.number, each.pages) for each in pictures] == [(1, 2), (2, 2)]
    for each in pictures:
        assert abs(each.width - 298) + abs(each.height - 421) <= 2  # A4 at half a dot to the point
        assert len(each.rgb) == each.row_bytes * each.height
        dots = [each.rgb[at : at + 3] for at in range(0, 3 * each.width, 3)]
        assert set(dots) == {b"\xff\xff\xff"}  # the margin
        assert min(each.rgb) < 90
    reds, blues = pictures[0].rgb[0::3], pictures[0].rgb[2::3]
    bluer = [blue - red for red, blue in zip(reds, blues, strict=False)]
    assert max(bluer) > 50  # the headings are teal
    assert min(bluer) > -50  # and nothing is as much redder


def test_a_paper_is_drawn_the_same_on_another_thread(store: Store) -> None:
    [meant] = printed(store, SCENARIOS["SC1"])
    papers = Printing(store, today=lambda: DAY)

    def draw() -> bytes:
        with papers.beside(DAY) as beside:
            return beside.method_comparison("D-01", ENGLISH)

    with ThreadPoolExecutor(1) as elsewhere:
        [said] = by_pypdf(elsewhere.submit(draw).result())
    assert said == meant
