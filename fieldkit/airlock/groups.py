"""The G-rules: minimum groups, nothing that points at few people (`05` section 5.3).

Nothing lowers a threshold: neither severity, nor worry, nor haste (G-9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from fieldkit.airlock import generalise
from fieldkit.airlock.dossier import Dossier
from fieldkit.errors import Reason
from fieldkit.model.followup import BriefPlan
from fieldkit.model.insight import Insight
from fieldkit.model.vocabulary import Outcome, PopulationBand, Theme

HEARD_AT_LEAST = 8  # people heard in the session or wave, or in several together (G-1)
BEHIND_AT_LEAST = 5  # people behind one printed statement (G-2)
TEAMS_AT_LEAST = 2  # households or teams, where known (G-2)
POPULATION_AT_LEAST = 20  # people at the site who fit the printed description (G-3)
POPULATION_FOR_QUESTIONS = 10  # the same for the general questions of outcome C (G-3)
SITE_AT_LEAST = 20  # workers in all, for anything that is not widened (G-7)
CELL_AT_LEAST = 10  # answers, for a share of a survey (G-8)
SHARE_SHOWN_FROM = 20  # people; below it neither 0 % nor 100 % may show (G-5)
THEMES_AT_LEAST = 3  # asked about as soon as one source stays unnamed (G-10)
KNOWN_THEMES_AT_LEAST = 2  # of these known for the sector anyway (G-10)
QUESTIONS_A_THEME = range(2, 5)  # `05` section 5.1, part 7


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """The title of a brief: whether a user wrote it, and which themes it names."""

    written: bool
    themes: frozenset[str]


_LOWEST: dict[PopulationBand, int] = {"unknown": 0, "<10": 0, "10-19": 10, "20-49": 20, "50+": 50}


def failures(insight: Insight, dossier: Dossier, outcome: Outcome, /) -> tuple[Reason, ...]:
    """Return every G-rule that one insight fails under an outcome (G-1, G-2, G-3, G-5, G-7, G-8).

    Outcome C asks general questions, so a population of ten is enough for it (G-3).
    """
    return (
        *_few_heard(insight, dossier),
        *_few_behind(insight, dossier),
        *_small_population(insight, dossier, outcome),
        *_small_survey(insight, dossier),
        *_small_site(insight, dossier),
    )


def _few_heard(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    if sum(session.heard for session in dossier.sessions_behind(insight)) < HEARD_AT_LEAST:
        yield Reason("G-1", insight.code, "few_heard", least=HEARD_AT_LEAST)


def _few_behind(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    if dossier.people_behind(insight) < BEHIND_AT_LEAST:
        yield Reason("G-2", insight.code, "few_behind", least=BEHIND_AT_LEAST)
    if insight.teams_behind is not None and insight.teams_behind < TEAMS_AT_LEAST:
        yield Reason("G-2", insight.code, "one_team_behind", least=TEAMS_AT_LEAST)


def _small_population(insight: Insight, dossier: Dossier, outcome: Outcome) -> Iterator[Reason]:
    least = POPULATION_FOR_QUESTIONS if outcome == "C" else POPULATION_AT_LEAST
    if _population(insight, dossier) < least:
        yield Reason("G-3", insight.code, "small_population", least=least)
    elif outcome != "C" and _described(insight, dossier) < least:
        yield Reason("G-3", insight.code, "small_description", least=least)


def _population(insight: Insight, dossier: Dossier) -> int:
    """Return how many people at least are like those heard, by the smallest group behind the insight."""
    groups = dossier.groups_behind(insight).values()
    return min((_LOWEST[group.population_at_site_band] if group else 0 for group in groups), default=0)


def _described(insight: Insight, dossier: Dossier) -> int:
    """Return how many people at least fit the description that is printed: the supplier knows its staff."""
    printed = generalise.group(insight)
    if printed is None:
        return _population(insight, dossier)  # "workers": at least those who are like the ones heard
    known = [
        _LOWEST[group.population_at_site_band]
        for group in dossier.groups_behind(insight).values()
        if group and printed in group.class_set
    ]
    counted = dossier.site.workforce_groups if dossier.site else ()
    known += [
        each.headcount
        for each in counted
        if (each.dimension, each.class_) == (printed.dimension, printed.class_) and each.headcount is not None
    ]
    return min(known, default=0)


def _small_survey(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    answers = dossier.answers_behind(insight)
    if insight.survey_share_pct is not None and answers < CELL_AT_LEAST:
        yield Reason("G-8", insight.code, "small_survey", least=CELL_AT_LEAST)
    if insight.survey_share_pct in (0, 100) and answers < SHARE_SHOWN_FROM:
        yield Reason("G-5", insight.code, "whole_share", least=SHARE_SHOWN_FROM)


def _small_site(insight: Insight, dossier: Dossier) -> Iterator[Reason]:
    site = dossier.site
    band = site.workforce_total_band if site else "unknown"
    # As many people of one class as a site must have at least are proof enough that it has them.
    if band == "<20" or (band == "unknown" and _population(insight, dossier) < SITE_AT_LEAST):
        yield Reason("G-7", insight.code, "small_site", least=SITE_AT_LEAST)


def mixing(plan: BriefPlan, raised: Sequence[tuple[str, Theme]], title: Title, /) -> tuple[Reason, ...]:
    """Return what is wrong with the mix of questions when a source stays unnamed (G-10).

    `raised` holds code and theme of every insight that becomes questions (outcome C).
    """
    found = list(_questions(plan))
    if raised:
        found += [*_spread(plan), *_own_questions(plan), *_title(plan, title)]
        asked = {theme.id for theme in plan.themes}
        found += [
            Reason("G-10", code, "theme_not_asked", theme=theme)
            for code, theme in raised
            if theme not in asked
        ]
    return tuple(found)


def _questions(plan: BriefPlan) -> Iterator[Reason]:
    counts = Counter(question_id[:3] for question_id in set(plan.question_ids))
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


def _title(plan: BriefPlan, title: Title) -> Iterator[Reason]:
    # Our list of titles is no list of all words for a theme, so only naming every one of them is safe.
    if title.written and title.themes != {theme.id for theme in plan.themes}:
        yield Reason("G-10", plan.supplier_code, "title_singles_out")
