"""What is exact becomes general, in both languages (`05` section 5.3)."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.airlock import generalise
from fieldkit.model.insight import Insight
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension
from fieldkit.text import catalogue
from tests.airlock.dossiers import dossier, insight, with_groups

ENGLISH, DUTCH = catalogue("en"), catalogue("nl")


def of_group(group: GroupClass | None) -> Insight:
    return replace(insight(dossier(), "I1"), group_class=group)


def test_a_period_is_a_half_year_in_words() -> None:
    assert generalise.period("2026-H1", ENGLISH) == "first half of 2026"
    assert generalise.period("2025-H2", DUTCH) == "tweede helft van 2025"
    assert generalise.period(None, ENGLISH) == ""


@pytest.mark.parametrize(
    ("sites", "place"), [(25, "Rajasthan, India"), (5, "Rajasthan, India"), (4, "India")]
)
def test_a_region_shows_only_where_five_sites_lie_in_it(sites: int, place: str) -> None:
    of = dossier()
    [site] = of.supplier.sites
    few = replace(of.supplier, sites=(replace(site, known_sites_in_region=sites),))
    assert generalise.place(replace(of, supplier=few), ENGLISH) == place


def test_an_unknown_number_of_sites_shows_the_country_alone() -> None:
    of = dossier()
    [site] = of.supplier.sites
    unknown = replace(of.supplier, sites=(replace(site, known_sites_in_region=None),))
    assert generalise.place(replace(of, supplier=unknown), DUTCH) == "India"


@pytest.mark.parametrize("dimension", ["migrant", "minority_class", "age_band", "education"])
def test_origin_age_and_schooling_never_show(dimension: Dimension) -> None:
    for name in DIMENSION_CLASSES[dimension]:
        assert generalise.who(of_group(GroupClass(dimension=dimension, class_=name)), ENGLISH) == "workers"


def test_one_dimension_may_show() -> None:
    agency = GroupClass(dimension="contract", class_="agency")
    assert generalise.who(of_group(agency), ENGLISH) == "agency workers"
    assert generalise.who(of_group(agency), DUTCH) == "uitzendkrachten"
    assert generalise.who(of_group(None), DUTCH) == "werkenden"


@given(st.sampled_from(get_args(Dimension)), st.integers(0, 20))
def test_a_group_never_shows_a_number(dimension: Dimension, at: int) -> None:
    names = DIMENSION_CLASSES[dimension]
    for words in (ENGLISH, DUTCH):
        shown = generalise.who(
            of_group(GroupClass(dimension=dimension, class_=names[at % len(names)])), words
        )
        assert shown
        assert not any(character.isdigit() for character in shown)


@pytest.mark.parametrize(
    ("people", "band"),
    [(4, ""), (5, "several people"), (9, "several people"), (10, "a group of people"),
     (19, "a group of people"), (20, "a larger group"), (49, "a larger group"), (50, "many people")],
)  # fmt: skip
def test_people_become_a_band(people: int, band: str) -> None:
    of = with_groups(dossier(), headcount_present=30)
    assert generalise.how_wide(replace(insight(of, "I1"), people_behind=people), of, ENGLISH) == band


def test_the_band_is_never_wider_than_the_people_who_were_there() -> None:
    of = with_groups(dossier(), headcount_present=3)
    assert generalise.how_wide(replace(insight(of, "I1"), people_behind=500), of, ENGLISH) == "several people"


@pytest.mark.parametrize(
    ("share", "words"),
    [(14, "some"), (15, "about a quarter"), (37, "about a quarter"), (38, "about half"), (62, "about half"),
     (63, "most")],
)  # fmt: skip
def test_a_share_of_a_survey_becomes_a_word(share: int, words: str) -> None:
    surveyed = replace(insight(dossier(), "I1"), survey_share_pct=share)
    assert generalise.how_wide(surveyed, dossier(), ENGLISH) == f"{words} of those who answered"


def test_a_share_of_nobody_is_no_share() -> None:
    surveyed = replace(insight(dossier(), "I1"), survey_share_pct=0)
    assert generalise.how_wide(surveyed, dossier(), ENGLISH) == ""
