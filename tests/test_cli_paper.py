"""Internal papers by command."""

from __future__ import annotations

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
