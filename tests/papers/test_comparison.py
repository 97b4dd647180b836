from __future__ import annotations

import pytest
from msgspec.structs import replace

from fieldkit.papers import comparison
from fieldkit.papers.content import Comparison
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, dense, folded
from tests.papers.samples import COMPARISON, PARTNER, UNION

LONG = "The partner cannot speak for every group and may bring up mainly the topics it finds most pressing."


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_one_page_shows_each_method_with_why_first_do_this_and_mind_this(extract: Extractor) -> None:
    [page] = extract(comparison.draw(COMPARISON, "en"))
    said = dense(page)
    for card in COMPARISON.cards:
        for text in (card.title, card.label, *card.why, *card.first, *card.mind, *card.more):
            assert dense(text) in said
    order = [said.index(dense(card.title)) for card in COMPARISON.cards]
    assert order == sorted(order)


def test_the_page_says_what_is_chosen_in_which_role_and_why() -> None:
    [page] = by_pypdf(comparison.draw(COMPARISON, "en"))
    assert page.count("Chosen") == 1
    assert "Lead, through P-01" in page
    assert "The federation asked us to begin here." in page


def test_what_is_unknown_and_what_goes_together_stand_on_the_page() -> None:
    [page] = by_pypdf(comparison.draw(COMPARISON, "en"))
    assert "Provisional: find out first Women’s position" in folded(page)
    assert "Combine the union with an organisation close to the less heard group." in folded(page)
    [known] = by_pypdf(comparison.draw(replace(COMPARISON, unknown=(), combine=()), "en"))
    assert "Provisional" not in known
    assert "Together" not in known


@pytest.mark.parametrize("reasons", range(0, 40, 4))
def test_further_reasons_give_way_and_what_to_do_and_mind_never_does(reasons: int) -> None:
    card = replace(UNION, why=(LONG,) * 4, more=(LONG,) * reasons, first=("Ask them.",) * 4, mind=(LONG,) * 3)
    full = Comparison(dialogue="Stone", cards=(replace(card, mind=("Stay calm.",)), *[card] * 4))
    [page] = by_pypdf(comparison.draw(full, "en"))
    assert page.count("Ask them.") == 20
    assert "Stay calm." in page
    assert folded(page).count(LONG) >= 5 + 12
    assert "Further reasons stand on the Prepare page of this dialogue." in folded(page)


def test_words_of_more_than_a_page_make_a_second_one_rather_than_being_cut() -> None:
    long = replace(COMPARISON, cards=(replace(PARTNER, reason=f"{LONG} " * 90),))
    pages = by_pypdf(comparison.draw(long, "en"))
    assert len(pages) > 1
    body = [page.split(f"{number} of {len(pages)}")[1] for number, page in enumerate(pages, start=1)]
    assert dense("".join(body)).count(dense(LONG)) == 90


def test_no_safe_method_and_what_to_do_instead_stand_above_all() -> None:
    unsafe = replace(
        COMPARISON, notice="No safe method now: plan no session.", steps=("Act on your own buying.",)
    )
    [page] = by_pypdf(comparison.draw(unsafe, "en"))
    assert (
        page.index("No safe method now") < page.index("Act on your own buying.") < page.index(PARTNER.title)
    )


def test_the_acute_stop_ranks_nothing() -> None:
    [page] = by_pypdf(
        comparison.draw(Comparison(dialogue="Stone", notice="Stop: protect people first."), "en")
    )
    assert "Stop: protect people first." in page
    assert "Why" not in page
