from __future__ import annotations

import pytest

from fieldkit.papers import recovery
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, folded
from tests.papers.samples import RECOVERY_WORDS


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("extract", EXTRACTORS)
def test_the_24_words_stand_in_order_on_one_page(extract: Extractor, language: str) -> None:
    [page] = extract(recovery.draw(RECOVERY_WORDS, language))
    places = [folded(page).index(f" {number} {word} ") for number, word in enumerate(RECOVERY_WORDS, start=1)]
    assert places == sorted(places)


def test_the_sheet_says_what_it_opens_and_where_it_may_not_lie() -> None:
    [page] = by_pypdf(recovery.draw(RECOVERY_WORDS, "en"))
    said = folded(page)
    assert "Whoever has this sheet can open the workspace and read everything in it." in said
    assert "never in the same bag or room as the laptop" in said
    assert "Where it is kept" in said


def test_the_sheet_names_no_day() -> None:
    [page] = by_pypdf(recovery.draw(RECOVERY_WORDS, "en"))
    assert [word for word in page.split() if word.isdigit() and int(word) > 24] == []
