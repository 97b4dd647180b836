"""The G-rules: minimum groups, nothing that points at few people (`05` section 5.3).

A threshold can be made stricter, never weaker, and nothing lowers one (G-9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from fieldkit.airlock.dossier import Dossier
from fieldkit.errors import Reason
from fieldkit.model.followup import BriefPlan
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import Outcome, PopulationBand, Theme

HEARD_AT_LEAST = 8  # people heard in the session or wave, or in several together (G-1)
BEHIND_AT_LEAST = 5  # people behind one printed statement (G-2)
TEAMS_AT_LEAST = 2  # households or teams, where known (G-2)
SHARE_SHOWN_FROM = 20  # people; below it neither 0 % nor 100 % may show (G-5)
THEMES_AT_LEAST = 3  # asked about as soon as one source stays unnamed (G-10)
KNOWN_THEMES_AT_LEAST = 2  # of these known for the sector anyway (G-10)
QUESTIONS_A_THEME = range(2, 5)  # `05` section 5.1, part 7

_LOWEST: dict[PopulationBand, int] = {"unknown": 0, "<10": 0, "10-19": 10, "20-49": 20, "50+": 50}


def failures(insight: Insight, dossier: Dossier, outcome: Outcome, /) -> tuple[Reason, ...]:
    """Return every G-rule that one insight fails under an outcome (G-1, G-2, G-3, G-5, G-7).

    Outcome C asks general questions, so a population of ten is enough for it (G-3).
    """
    found = [
        *_few_heard(insight, dossier),
        *_few_behind(insight),
        *_small_population(insight, dossier, outcome),
        *_whole_share(insight),
        *_small_site(insight, dossier),
    ]
    return tuple(found)


def _few_heard(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    heard = sum(session.heard for session in dossier.sessions_behind(insight))
    if heard < HEARD_AT_LEAST:
        yield Reason("G-1", insight.code, "few_heard", least=HEARD_AT_LEAST)


def _few_behind(insight: Insight) -> Iterator[Reason]:
    if (insight.people_behind or 0) < BEHIND_AT_LEAST:
        yield Reason("G-2", insight.code, "few_behind", least=BEHIND_AT_LEAST)
    if insight.teams_behind is not None and insight.teams_behind < TEAMS_AT_LEAST:
        yield Reason("G-2", insight.code, "one_team_behind", least=TEAMS_AT_LEAST)


def _small_population(insight: Insight, dossier: Dossier, outcome: Outcome) -> Iterator[Reason]:
    least = 10 if outcome == "C" else 20
    if _population(insight, dossier) < least:
        yield Reason("G-3", insight.code, "small_population", least=least)


def _population(insight: Insight, dossier: Dossier) -> int:
    """Return how many people at least fit the description, by the smallest group behind the insight."""
    groups = dossier.groups_behind(insight).values()
    return min((_LOWEST[group.population_at_site_band] if group else 0 for group in groups), default=0)


def _whole_share(insight: Insight) -> Iterator[Reason]:
    small = (insight.survey_answers or 0) < SHARE_SHOWN_FROM
    if insight.survey_share_pct in (0, 100) and small:
        yield Reason("G-5", insight.code, "whole_share", least=SHARE_SHOWN_FROM)


def _small_site(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    site = dossier.site
    band = site.workforce_total_band if site else "unknown"
    # Twenty people of one class at the site are proof enough that the whole site is no smaller.
    if band == "<20" or (band == "unknown" and _population(insight, dossier) < 20):
        yield Reason("G-7", insight.code, "small_site", least=20)


def mixing(
    plan: BriefPlan, raised: Sequence[tuple[str, Theme]], title_themes: frozenset[str], /
) -> tuple[Reason, ...]:
    """Return what is wrong with the mix of questions when a source stays unnamed (G-10).

    `raised` holds code and theme of every insight that becomes questions (outcome C); `title_themes` the
    themes that the title names.
    """
    found = list(_questions(plan))
    if raised:
        found += [*_spread(plan), *_own_questions(plan), *_title(plan, title_themes)]
        asked = {theme.id for theme in plan.themes}
        found += [
            Reason("G-10", code, "theme_not_asked", theme=theme)
            for code, theme in raised
            if theme not in asked
        ]
    return tuple(found)


def _questions(plan: BriefPlan) -> Iterator[Reason]:
    counts = Counter(question_id[:3] for question_id in plan.question_ids)
    counts.update(question.theme for question in plan.own_questions)
    numbers = {counts[theme.id] for theme in plan.themes}
    if len(numbers) > 1:
        yield Reason("G-10", plan.supplier_code, "uneven_questions")
    if any(number not in QUESTIONS_A_THEME for number in numbers):
        yield Reason("G-10", plan.supplier_code, "number_of_questions")
    if set(counts) - {theme.id for theme in plan.themes}:
        yield Reason("G-10", plan.supplier_code, "question_without_theme")


def _spread(plan: BriefPlan) -> Iterator[Reason]:
    if len({theme.id for theme in plan.themes}) < THEMES_AT_LEAST:
        yield Reason("G-10", plan.supplier_code, "few_themes", least=THEMES_AT_LEAST)
    if len({theme.id for theme in plan.themes if theme.known_for_sector == "yes"}) < KNOWN_THEMES_AT_LEAST:
        yield Reason("G-10", plan.supplier_code, "few_known_themes", least=KNOWN_THEMES_AT_LEAST)


def _own_questions(plan: BriefPlan) -> Iterator[Reason]:
    with_own = {question.theme for question in plan.own_questions}
    if with_own and with_own != {theme.id for theme in plan.themes}:
        yield Reason("G-10", plan.supplier_code, "own_questions_uneven")


def _title(plan: BriefPlan, title_themes: frozenset[str]) -> Iterator[Reason]:
    if title_themes and title_themes != {theme.id for theme in plan.themes}:
        yield Reason("G-10", plan.supplier_code, "title_singles_out")
