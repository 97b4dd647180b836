"""Day -> half-year, village -> region, seven people -> "several people" (`05` section 5.3).

Everything here comes from fields; a user's words never pass through.
"""

from __future__ import annotations

from fieldkit.airlock.dossier import Dossier
from fieldkit.model.insight import Insight
from fieldkit.model.supply import GroupClass
from fieldkit.text import Catalogue, sentences

SITES_FOR_A_REGION = 5  # known sites of this product, for a region to be printed

_BANDS = (50, 20, 10, 5)  # people behind the statement; fewer than five never show
_SHARES = (63, 38, 15, 1)  # percent of those who answered, from which the next word holds


def period(half_year: str | None, words: Catalogue, /) -> str:
    """Return a half-year (`2026-H1`) in words, or nothing."""
    if half_year is None:
        return ""
    year, half = half_year.split("-")
    if half == "H1":
        return words.say("first half of {year}", year=year)
    return words.say("second half of {year}", year=year)


def region(dossier: Dossier, /) -> str:
    """Return the region that may be printed: at least five sites of this product lie in it. Else nothing."""
    site = dossier.site
    return site.region_label if site and (site.known_sites_in_region or 0) >= SITES_FOR_A_REGION else ""


def place(dossier: Dossier, words: Catalogue, /) -> str:
    """Return the country, with the region where that may be printed."""
    country, within = words.country(dossier.supplier.country), region(dossier)
    return f"{within}, {country}" if within else country


def group(insight: Insight, /) -> GroupClass | None:
    """Return the one dimension of a group that may show; origin, age, schooling and minority never do."""
    named = insight.group_class
    return named if named and f"{named.dimension}.{named.class_}" in sentences("groups") else None


def who(insight: Insight, words: Catalogue, /) -> str:
    """Return the group in words; without one that may show, simply workers."""
    named = group(insight)
    return words.say(sentences("groups")[f"{named.dimension}.{named.class_}" if named else "workers"])


def band(insight: Insight, dossier: Dossier, /) -> str:
    """Return the key of the band of people behind a statement, or of a survey's share; or nothing."""
    if insight.survey_share_pct is not None:
        return _key("share", insight.survey_share_pct, _SHARES)
    return _key("band", dossier.people_behind(insight), _BANDS)


def how_wide(insight: Insight, dossier: Dossier, words: Catalogue, /) -> str:
    """Return the band in words; never a number."""
    key = band(insight, dossier)
    return words.say(sentences("groups")[key]) if key else ""


def _key(kind: str, value: int, bands: tuple[int, ...]) -> str:
    return next((f"{kind}.{least}" for least in bands if value >= least), "")
