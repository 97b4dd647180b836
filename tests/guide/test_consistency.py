"""What does not fit together within one record is remarked at the field to look at, and stops nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from msgspec.structs import replace

from fieldkit.errors import Reason
from fieldkit.guide.consistency import remarks
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue
from fieldkit.model.partner import Agreement
from fieldkit.model.supply import Site, Supplier, WorkforceGroup
from fieldkit.model.vocabulary import BarrierLevel, Dimension, RiskLevel, WorkforceBand
from tests.records import records

TODAY = date(2026, 2, 14)


def group(
    dimension: Dimension, class_: str, share: int | None = None, people: int | None = None
) -> WorkforceGroup:
    return WorkforceGroup(dimension=dimension, class_=class_, share_pct=share, headcount=people)


def site(*groups: WorkforceGroup, band: WorkforceBand = "unknown") -> Site:
    return Site(code="SITE-01", workforce_total_band=band, workforce_groups=groups)


def told(*sites: Site) -> list[tuple[str, str]]:
    supplier = Supplier(code="SUP-01", name="Stone", country="IN", sites=sites)
    return [(reason.subject, reason.code) for reason in remarks(supplier)]


def genders(women: int, men: int, other: int) -> tuple[WorkforceGroup, ...]:
    return (
        group("sex_gender", "women", women),
        group("sex_gender", "men", men),
        group("sex_gender", "other_undisclosed", other),
    )


def test_shares_of_one_dimension_are_no_more_than_everybody_q3() -> None:
    where = "sites[1].workforce_groups[2].share_pct"
    assert told(site(), site(*genders(60, 45, 0))) == [(where, "shares_over_whole")]
    assert told(site(group("contract", "agency", 80), group("migrant", "internal", 90))) == []


def test_shares_of_all_classes_are_no_less_than_everybody_q3() -> None:
    assert told(site(*genders(50, 40, 0))) == [
        ("sites[0].workforce_groups[2].share_pct", "shares_under_whole")
    ]
    assert told(site(group("sex_gender", "women", 50), group("sex_gender", "men", 40))) == []


@pytest.mark.parametrize("shares", [(50, 50, 0), (34, 33, 34), (33, 33, 33)])
def test_whole_percents_may_have_been_rounded(shares: tuple[int, int, int]) -> None:
    assert told(site(*genders(*shares))) == []


def test_the_same_class_twice_is_told_q3() -> None:
    twice = site(group("migrant", "local"), group("contract", "day"), group("migrant", "local"))
    assert told(twice) == [("sites[0].workforce_groups[2].class_", "class_twice")]


def test_headcounts_fit_the_size_of_the_site_q3() -> None:
    women, men = group("sex_gender", "women", people=60), group("sex_gender", "men", people=50)
    other = group("sex_gender", "other_undisclosed", people=0)
    where = "sites[0].workforce_groups[{}].headcount"
    assert told(site(women, men, band="50-99")) == [(where.format(1), "more_people_than_band")]
    assert told(site(women, men, band="100-249")) == []
    assert told(site(women, men, band="250-999")) == []  # a class is missing: there may be more
    assert told(site(women, men, other, band="250-999")) == [(where.format(2), "fewer_people_than_band")]
    assert told(site(women, men, other, band="unknown")) == []
    assert told(site(women, men, other, band="1000+")) == [(where.format(2), "fewer_people_than_band")]


def assessed(groups: tuple[WorkforceGroup, ...], **answers: int) -> list[tuple[str, str]]:
    assessment = Assessment(answers=Answers(retaliation_risk="low", **answers))  # type: ignore[arg-type]
    return [(each.subject, each.code) for each in remarks(assessment, site=site(*groups))]


def test_answers_more_than_ten_points_from_the_workforce_table_are_told_q3() -> None:
    women = (group("sex_gender", "women", 35),)
    assert assessed(women, pct_women=45) == []
    assert assessed(women, pct_women=46) == [("answers.pct_women", "unlike_workforce")]
    assert assessed(women, pct_women=24) == [("answers.pct_women", "unlike_workforce")]
    assert assessed(women, pct_migrant=90) == []


def test_classes_missing_from_the_table_can_only_add_to_it_q3() -> None:
    migrants = (group("migrant", "internal", 30), group("migrant", "refugee", 20))
    assert assessed(migrants, pct_migrant=90) == []
    assert assessed(migrants, pct_migrant=30) == [("answers.pct_migrant", "unlike_workforce")]
    temporary = (group("contract", "agency", 50), group("contract", "seasonal", 30))
    assert assessed(temporary, pct_temp_agency=60) == [("answers.pct_temp_agency", "unlike_workforce")]
    assert assessed((group("contract", "none", 37),), pct_informal=90) == [
        ("answers.pct_informal", "unlike_workforce")
    ]


@pytest.mark.parametrize(
    ("risk", "level", "remarked"),
    [
        ("low", "strong", True), ("medium", "strong", True), ("high", "strong", False),
        ("low", "some", True), ("medium", "some", False), ("low", "none", False),
        ("unknown", "strong", False), ("low", "unknown", False),
    ],
)  # fmt: skip
def test_a_risk_below_the_barrier_of_reprisal_is_told_bar(
    risk: RiskLevel, level: BarrierLevel, remarked: bool
) -> None:
    assessment = Assessment(
        answers=Answers(retaliation_risk=risk), barriers={"reprisal": BarrierRating(level=level)}
    )
    expected = (Reason("BAR", "answers.retaliation_risk", "risk_below_barrier"),) if remarked else ()
    assert remarks(assessment) == expected


def test_a_decision_that_lies_behind_is_told_sc_04() -> None:
    dialogue = Dialogue(code="D-01", title="Stone", supplier_code="SUP-03", decision_due=date(2026, 2, 13))
    assert remarks(dialogue, today=TODAY) == (Reason("SC-04", "decision_due", "decision_day_past"),)
    assert remarks(replace(dialogue, decision_due=TODAY), today=TODAY) == ()


def test_an_agreement_is_looked_at_again_after_it_began() -> None:
    agreement = Agreement(
        code="AG-01", partner_code="PA-01", start=TODAY, review_date=date(2026, 2, 13)
    )  # fmt: skip
    assert remarks(agreement) == (Reason("M2-CAU1", "review_date", "review_before_start"),)
    assert remarks(replace(agreement, review_date=TODAY)) == ()


@given(records(Supplier))
def test_any_supplier_can_be_looked_at_and_remarks_name_its_fields(supplier: Supplier) -> None:
    for reason in remarks(supplier):
        assert reason.rule == "Q3"
        assert reason.subject.startswith("sites[")


@given(records(Assessment), records(Site))
def test_any_assessment_can_be_held_against_any_site(assessment: Assessment, place: Site) -> None:
    assert {reason.rule for reason in remarks(assessment, site=place)} <= {"Q3", "BAR"}
