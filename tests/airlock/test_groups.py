"""G-rules, each at its edge (`05` section 5.3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.airlock import groups
from fieldkit.airlock.dossier import Dossier
from fieldkit.model.field import Wording
from fieldkit.model.followup import OwnQuestion, PlanTheme
from fieldkit.model.supply import GroupClass, WorkforceGroup
from tests.airlock.dossiers import dossier, insight, with_groups, with_insight, with_plan, with_sessions


def failed(of: Dossier, code: str = "I1", outcome: Any = "B") -> set[str]:
    return {reason.rule for reason in groups.failures(insight(of, code), of, outcome)}


def test_the_sample_passes() -> None:
    assert failed(dossier()) == set()


@pytest.mark.parametrize(("each", "rules"), [(4, set()), (3, {"G-1"}), (None, {"G-1", "G-2"})])
def test_g1_eight_people_are_heard(each: int | None, rules: set[str]) -> None:
    assert failed(with_groups(dossier(), headcount_present=each)) == rules


@pytest.mark.parametrize("status", ["planned", "confirmed", "postponed", "cancelled", "aborted_safety"])
def test_g1_nobody_is_heard_in_a_session_that_was_not_held(status: str) -> None:
    assert {"G-1", "G-2"} <= failed(with_sessions(dossier(), status=status))


def test_g1_sessions_of_one_theme_count_together() -> None:
    of = with_groups(dossier(), headcount_present=3)
    [session] = of.sessions
    second = replace(session, code="CC-2026-09")
    both = replace(of, sessions=(session, second))
    group_ids = (*insight(of, "I1").group_ids, "CC-2026-09/G1")
    assert failed(with_insight(both, "I1", group_ids=group_ids)) == set()


@pytest.mark.parametrize(("people", "rules"), [(5, set()), (4, {"G-2"}), (None, {"G-2"})])
def test_g2_five_people_stand_behind_a_statement(people: int | None, rules: set[str]) -> None:
    assert failed(with_insight(dossier(), "I1", people_behind=people)) == rules


def test_g2_nobody_stands_behind_a_statement_who_was_not_there() -> None:
    of = with_insight(dossier(), "I1", people_behind=14, group_ids=("CC-2026-01/G2",))
    [session] = of.sessions
    two = tuple(replace(g, headcount_present=2 if g.label == "G2" else 14) for g in session.groups)
    assert failed(with_sessions(of, groups=two)) == {"G-2"}


@pytest.mark.parametrize(("teams", "rules"), [(2, set()), (1, {"G-2"}), (None, set())])
def test_g2_from_two_households_or_teams_where_known(teams: int | None, rules: set[str]) -> None:
    assert failed(with_insight(dossier(), "I1", teams_behind=teams)) == rules


@pytest.mark.parametrize(
    ("band", "in_b", "in_c"),
    [
        ("50+", set(), set()),
        ("20-49", set(), set()),
        ("10-19", {"G-3"}, set()),
        ("<10", {"G-3"}, {"G-3"}),
        ("unknown", {"G-3"}, {"G-3"}),
    ],
)
def test_g3_the_population_counts_more_than_the_sample(band: str, in_b: set[str], in_c: set[str]) -> None:
    of = with_groups(dossier(), population_at_site_band=band)
    assert failed(of, outcome="B") == failed(of, outcome="A") == in_b
    assert failed(of, outcome="C") == in_c


def test_g3_a_group_nobody_recorded_has_no_population() -> None:
    assert "G-3" in failed(with_insight(dossier(), "I1", group_ids=("CC-2026-01/G9",)))


def test_g3_the_group_that_is_printed_is_what_the_supplier_counts() -> None:
    few = GroupClass(dimension="contract", class_="apprentice")
    of = with_insight(dossier(), "I1", group_class=few)
    assert failed(of) == {"G-3"}
    assert failed(of, outcome="C") == set()  # no group is printed
    [site] = of.supplier.sites
    counted = WorkforceGroup(dimension="contract", class_="apprentice", headcount=20)
    many = replace(of.supplier, sites=(replace(site, workforce_groups=(counted,)),))
    assert failed(replace(of, supplier=many)) == set()
    some = replace(of.supplier, sites=(replace(site, workforce_groups=(replace(counted, headcount=19),)),))
    assert failed(replace(of, supplier=some)) == {"G-3"}


def test_g3_a_group_that_never_shows_is_printed_as_workers() -> None:
    origin = GroupClass(dimension="migrant", class_="internal")
    assert failed(with_insight(dossier(), "I1", group_class=origin)) == set()


@pytest.mark.parametrize(("answers", "rules"), [(10, set()), (9, {"G-8"}), (None, {"G-8"})])
def test_g8_a_share_of_few_answers_never_shows(answers: int | None, rules: set[str]) -> None:
    assert failed(with_insight(dossier(), "I1", survey_share_pct=50, survey_answers=answers)) == rules


@pytest.mark.parametrize("share", [0, 100])
@pytest.mark.parametrize(("answers", "rules"), [(19, {"G-5"}), (20, set()), (None, {"G-5", "G-8"})])
def test_g5_all_or_none_of_few_never_show(share: int, answers: int | None, rules: set[str]) -> None:
    of = with_insight(dossier(), "I1", survey_share_pct=share, survey_answers=answers)
    assert failed(of) == rules
    assert "G-5" not in failed(with_insight(of, "I1", survey_share_pct=50))


def test_g7_a_small_site_fails_and_an_unknown_one_without_a_large_group() -> None:
    def of_band(band: Any, population: Any) -> set[str]:
        of = with_groups(dossier(), population_at_site_band=population)
        [site] = of.supplier.sites
        sites = (replace(site, workforce_total_band=band),)
        return failed(replace(of, supplier=replace(of.supplier, sites=sites)), outcome="C")

    assert of_band("<20", "20-49") == {"G-7"}
    assert of_band("20-49", "20-49") == set()
    assert of_band("unknown", "20-49") == set()
    assert of_band("unknown", "10-19") == {"G-7"}


def mixing(of: Dossier, unnamed: bool = True, title: frozenset[str] | None = None) -> set[str]:
    assert of.plan is not None
    raised = [("I1", insight(of, "I1").theme)] if unnamed else []
    written = groups.Title(written=title is not None, themes=title or frozenset())
    return {reason.code for reason in groups.mixing(of.plan, raised, written)}


def themes(*ids: str, known: int) -> tuple[PlanTheme, ...]:
    return tuple(
        PlanTheme(id=id_, known_for_sector="yes" if at < known else "no")  # type: ignore[arg-type]
        for at, id_ in enumerate(ids)
    )


def questions(*ids: str, each: int = 2) -> tuple[str, ...]:
    return tuple(f"{id_}-Q{number}" for id_ in ids for number in range(1, each + 1))


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, set()),
        ({"themes": themes("T05", "T07", known=2), "question_ids": questions("T05", "T07")}, {"few_themes"}),
        (
            {"themes": themes("T05", "T07", "T12", known=1), "question_ids": questions("T05", "T07", "T12")},
            {"few_known_themes"},
        ),
        (
            {"themes": themes("T05", "T12", "T14", known=2), "question_ids": questions("T05", "T12", "T14")},
            {"theme_not_asked"},
        ),
        (
            {
                "themes": themes("T05", "T07", "T12", known=2),
                "question_ids": (*questions("T05", "T07"), *questions("T12", each=3)),
            },
            {"uneven_questions"},
        ),
        (
            {
                "themes": themes("T05", "T07", "T12", known=2),
                "question_ids": questions("T05", "T07", "T12", each=1),
            },
            {"number_of_questions"},
        ),
        (
            {"question_ids": (*questions("T05", "T07", "T12", "T14", "T15"), "T01-Q1")},
            {"question_without_theme"},
        ),
    ],
    ids=["sample", "two themes", "one known", "not asked", "uneven", "one each", "no theme"],
)
def test_g10_the_real_concern_does_not_stand_out(changes: dict[str, Any], codes: set[str]) -> None:
    assert mixing(with_plan(dossier(), **changes)) == codes


def test_g10_the_same_question_twice_is_one_question() -> None:
    of = dossier()
    assert of.plan is not None
    twice = tuple(f"{theme.id}-Q1" for theme in of.plan.themes if theme.id != "T07" for _ in range(2))
    ids = (*twice, "T07-Q3", "T07-Q4")
    assert "uneven_questions" in mixing(with_plan(of, question_ids=ids))


def test_g10_own_questions_stand_in_every_theme_or_in_none() -> None:
    of = dossier()
    assert of.plan is not None
    ids = [theme.id for theme in of.plan.themes]
    own = tuple(OwnQuestion(theme=id_, text=Wording()) for id_ in ids)
    assert mixing(with_plan(of, own_questions=own)) == set()
    assert mixing(with_plan(of, own_questions=own[1:])) == {"own_questions_uneven", "uneven_questions"}


def test_g10_the_title_names_all_themes_or_none() -> None:
    of = dossier()
    assert of.plan is not None
    everything = frozenset(theme.id for theme in of.plan.themes)
    assert mixing(of, title=everything) == set()
    assert mixing(of, title=frozenset({"T07"})) == {"title_singles_out"}
    # Words of ours stand for no theme here, yet a user's title may still name one: "Dust and masks".
    assert mixing(of, title=frozenset()) == {"title_singles_out"}
    assert mixing(of, unnamed=False, title=frozenset()) == set()


def test_g10_without_an_unnamed_source_any_number_of_themes_will_do() -> None:
    few = with_plan(dossier(), themes=themes("T05", known=0), question_ids=questions("T05"))
    assert mixing(few, unnamed=False) == set()


@given(
    people=st.none() | st.integers(0, 60),
    present=st.integers(0, 40),
    band=st.sampled_from(["<10", "10-19", "20-49", "50+", "unknown"]),
    level=st.integers(1, 4),
)
def test_g9_severity_lowers_no_rule(people: int | None, present: int, band: str, level: int) -> None:
    of = with_groups(dossier(), headcount_present=present, population_at_site_band=band)
    mild = with_insight(of, "I1", people_behind=people, scale=1, scope=1, irremediable=1)
    grave = with_insight(mild, "I1", scale=level, scope=level, irremediable=level, worker_priority=1)
    assert failed(mild) == failed(grave)
