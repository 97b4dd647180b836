"""Internal papers by command."""

from __future__ import annotations

import pytest

from tests.brief.reading import by_pypdf
from tests.commands import Commands


def test_paper_method_comparison_writes_one_page(sample: Commands) -> None:
    out = sample.folder / "comparison.pdf"
    said = sample.here("paper", "method-comparison", "D-01", out)
    assert (said.code, said.json) == (0, {"written": True})
    [page] = by_pypdf(out.read_bytes())
    assert "Five methods compared" in page
    assert "Internal. Do not hand over." in page


def test_paper_method_comparison_speaks_the_language_asked_for(sample: Commands) -> None:
    out = sample.folder / "comparison.pdf"
    assert (
        sample(
            "--workspace", sample.workspace, "--lang", "nl", "paper", "method-comparison", "D-01", out
        ).code
        == 0
    )
    [page] = by_pypdf(out.read_bytes())
    assert "1 van 1" in page


def test_paper_method_comparison_of_an_unknown_dialogue_is_wrong_use(sample: Commands) -> None:
    out = sample.folder / "comparison.pdf"
    assert sample.here("paper", "method-comparison", "D-99", out).code == 2
    assert not out.exists()


def test_paper_method_comparison_never_writes_over_the_workspace(sample: Commands) -> None:
    before = sample.workspace.read_bytes()
    assert sample.here("paper", "method-comparison", "D-01", sample.workspace).code == 4
    assert sample.workspace.read_bytes() == before


DAY_PAPERS = {
    "run-sheet": "Run sheet",
    "checklist": "Safety checklist",
    "consent-card": "You decide",
    "log-form": "Log form",
    "receipt-sheet": "Receipt by headcount",
    "secrecy-sheet": "Rule of secrecy for listeners",
}


@pytest.mark.parametrize(("paper", "title"), DAY_PAPERS.items())
def test_each_paper_of_a_session_is_written_and_is_no_workspace(
    sample: Commands, paper: str, title: str
) -> None:
    out = sample.folder / "paper.pdf"
    said = sample.here("paper", paper, "CC-2026-01", out)
    assert (said.code, said.json) == (0, {"written": True})
    assert title in by_pypdf(out.read_bytes())[0]


@pytest.mark.parametrize("paper", DAY_PAPERS)
def test_a_paper_of_an_unknown_session_is_wrong_use_and_writes_nothing(sample: Commands, paper: str) -> None:
    out = sample.folder / "paper.pdf"
    assert sample.here("paper", paper, "CC-9999", out).code == 2
    assert not out.exists()


def test_a_consent_card_speaks_the_language_asked_for_the_card(sample: Commands) -> None:
    out = sample.folder / "card.pdf"
    for asked, words in (("nl", "U beslist"), ("Dutch", "U beslist"), ("Hadoti", "You decide")):
        assert sample.here("paper", "consent-card", "CC-2026-01", out, "--card-lang", asked).code == 0
        assert words in by_pypdf(out.read_bytes())[0]


def test_papers_speak_the_language_of_the_command(sample: Commands) -> None:
    out = sample.folder / "paper.pdf"
    for paper, title in (("run-sheet", "Draaiboek"), ("consent-card", "U beslist")):
        command = ("--workspace", sample.workspace, "--lang", "nl", "paper", paper, "CC-2026-04", out)
        assert sample(*command).code == 0
        assert title in by_pypdf(out.read_bytes())[0]


def test_a_paper_of_a_session_never_writes_over_the_workspace(sample: Commands) -> None:
    before = sample.workspace.read_bytes()
    assert sample.here("paper", "run-sheet", "CC-2026-01", sample.workspace).code == 4
    assert sample.workspace.read_bytes() == before
