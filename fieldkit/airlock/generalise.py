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
_SHARES = (63, 38, 15, 0)  # percent of those who answered, from which the next word holds


def period(half_year: str | None, words: Catalogue, /) -> str:
    """Return a half-year (`2026-H1`) in words, or nothing."""
    if half_year is None:
        return ""
    year, half = half_year.split("-")
    if half == "H1":
        return words.say("first half of {year}", year=year)
    return words.say("second half of {year}", year=year)


def place(dossier: Dossier, words: Catalogue, /) -> str:
    """Return the country, with the region where at least five sites of this product lie in it."""
    country = words.country(dossier.supplier.country)
    site = dossier.site
    if site and site.region_label and (site.known_sites_in_region or 0) >= SITES_FOR_A_REGION:
        return f"{site.region_label}, {country}"
    return country


def who(group: GroupClass | None, words: Catalogue, /) -> str:
    """Return one dimension of a group in words; origin, age, schooling and minority never show."""
    shown = sentences("groups")
    key = f"{group.dimension}.{group.class_}" if group else "workers"
    return words.say(shown.get(key, shown["workers"]))


def how_wide(insight: Insight, words: Catalogue, /) -> str:
    """Return the band of people behind a statement in words, or of a survey's share; never a number."""
    if insight.survey_share_pct is not None:
        return _band("share", insight.survey_share_pct, _SHARES, words)
    return _band("band", insight.people_behind or 0, _BANDS, words)


def _band(kind: str, value: int, bands: tuple[int, ...], words: Catalogue) -> str:
    reached = next((least for least in bands if value >= least), None)
    return "" if reached is None else words.say(sentences("groups")[f"{kind}.{reached}"])
