from __future__ import annotations

import pytest

from fieldkit.errors import FileProblem
from fieldkit.papers import reading
from fieldkit.papers.content import Heading, Paragraph, Questions
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, dense
from tests.papers.samples import PAGE


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_a_library_page_prints_all_its_words_in_order(extract: Extractor) -> None:
    [page] = extract(reading.draw("Holding the conversation", PAGE, "en", second="Helper card"))
    said = dense(page)
    wanted = [
        "Holding the conversation", "Helper card", "For the person who talks with the supplier.",
        "Before you go", "The context sheet is filled in", "While you listen", "Let silence stand.", "Pay",
        "How can workers check their pay?",
    ]  # fmt: skip
    places = [said.index(dense(text)) for text in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("before", range(0, 48, 3))
def test_a_heading_never_stands_at_the_foot_without_what_follows(before: int) -> None:
    blocks = (
        Paragraph(text="\n".join(["A line of a page."] * before)),
        Heading(text="Pay"),
        Questions(lines=("How can workers check their pay?",)),
    )
    pages = by_pypdf(reading.draw("Questions", blocks, "en"))
    [home] = [page for page in pages if "Pay" in page.split()]
    assert "How can workers check their pay?" in home


def test_a_heading_without_anything_below_it_is_left_out() -> None:
    [page] = by_pypdf(reading.draw("Questions", (Heading(text="Pay"),), "en"))
    assert "Pay" not in page.split()


def test_letters_the_type_lacks_are_refused_by_name() -> None:
    with pytest.raises(FileProblem) as refused:
        reading.draw("Questions", (Paragraph(text="ask 🙂 now"),), "en")
    assert (refused.value.code, refused.value.data["letters"]) == ("letters_not_printable", "🙂")
