"""What holds for every internal paper: marked, numbered, neutral, the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldkit.papers import (
    comparison,
    consent_card,
    log_form,
    reading,
    receipt_sheet,
    recovery,
    run_sheet,
    safety_list,
    secrecy_sheet,
)
from tests.brief.reading import by_pypdf, catalog, letter_boxes, pages_of
from tests.papers.day_samples import (
    CARD,
    HINDI_CARD,
    LOG_FORM,
    RECEIPT_SHEET,
    RUN_SHEET,
    SAFETY_LIST,
    SECRECY_SHEET,
)
from tests.papers.samples import COMPARISON, PAGE, RECOVERY_WORDS

ROOT = Path(__file__).parents[2]
MARGINS = {"run_sheet": 39.6, "consent_card": 39.6, "consent_card_hindi": 39.6}
MARGIN = 51.0  # of every other paper

Drawing = Callable[[], bytes]
PAPERS: dict[str, Drawing] = {
    "comparison": lambda: comparison.draw(COMPARISON, "en"),
    "reading": lambda: reading.draw("Holding the conversation", PAGE * 6, "en"),
    "recovery": lambda: recovery.draw(RECOVERY_WORDS, "en"),
    "run_sheet": lambda: run_sheet.draw(RUN_SHEET, "en"),
    "safety_list": lambda: safety_list.draw(SAFETY_LIST, "hi"),
    "consent_card": lambda: consent_card.draw(CARD, "en"),
    "consent_card_hindi": lambda: consent_card.draw(HINDI_CARD, "en"),
    "log_form": lambda: log_form.draw(LOG_FORM, "en"),
    "receipt_sheet": lambda: receipt_sheet.draw(RECEIPT_SHEET, "en"),
    "secrecy_sheet": lambda: secrecy_sheet.draw(SECRECY_SHEET, "en"),
}
TITLES = {
    "Five methods compared", "From the library", "Recovery sheet", "Run sheet", "सुरक्षा सूची", "Consent card",
    "Log form", "Receipt by headcount", "Rule of secrecy for listeners",
}  # fmt: skip
INTERNAL = ("comparison", "reading", "run_sheet", "log_form", "receipt_sheet", "secrecy_sheet")
PRINT_ALL = (
    "import sys; from tests.papers.test_sheet import PAPERS; "
    "[sys.stdout.buffer.write(draw()) for draw in PAPERS.values()]"
)
each_paper = pytest.mark.parametrize("draw", PAPERS.values(), ids=PAPERS)


@pytest.mark.parametrize("name", INTERNAL)
def test_every_page_of_an_internal_paper_says_so_and_is_numbered(name: str) -> None:
    pages = by_pypdf(PAPERS[name]())
    for number, page in enumerate(pages, start=1):
        assert "Internal. Do not hand over." in page
        assert f"{number} of {len(pages)}" in page


def test_a_long_paper_goes_on_over_pages_and_loses_nothing() -> None:
    pages = by_pypdf(PAPERS["reading"]())
    assert len(pages) > 2
    assert "".join(pages).count("How can workers check their pay?") == 6


@each_paper
def test_metadata_name_nobody_no_program_and_no_day(draw: Drawing) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    found = PdfReader(BytesIO(draw())).metadata
    assert found is not None
    assert {name: value for name, value in found.items() if value and name != "/Title"} == {
        "/Creator": "Fieldkit",
        "/Producer": "Fieldkit",
        "/CreationDate": "D:20000101000000Z",
        "/ModDate": "D:20000101000000Z",
        "/Trapped": "/False",
    }
    assert found.title in TITLES


@each_paper
def test_a_paper_holds_words_and_nothing_else(draw: Drawing) -> None:
    pdf = draw()
    assert set(catalog(pdf)) == {"/Type", "/Pages", "/PageMode", "/Lang"}
    for page in pages_of(pdf):
        assert "/Annots" not in page
        assert "/XObject" not in page["/Resources"]


@pytest.mark.parametrize("name", PAPERS)
def test_all_letters_stand_inside_the_margins(name: str) -> None:
    margin = MARGINS.get(name, MARGIN)
    for boxes in letter_boxes(PAPERS[name]()):
        for left, bottom, right, top in boxes:
            assert left > margin - 1
            assert right < 595.3 - margin + 1
            assert 28 < bottom < top < 842 - 33


@each_paper
def test_the_same_paper_gives_the_same_bytes(draw: Drawing) -> None:
    assert draw() == draw()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1760000000"},
    ],
)
def test_another_process_clock_and_time_zone_give_the_same_bytes(surroundings: dict[str, str]) -> None:
    made = subprocess.run(
        [sys.executable, "-c", PRINT_ALL],
        cwd=ROOT,
        env=os.environ | surroundings,
        check=True,
        capture_output=True,
    )
    assert made.stdout == b"".join(draw() for draw in PAPERS.values())
