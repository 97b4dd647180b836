"""When it gets dark, roughly: by the principal city of a time zone, for no position is stored (SC-16)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_POSITION = re.compile(r"([+-]\d{2})(\d{2})(?:\d{2})?([+-]\d{3})(\d{2})(?:\d{2})?")


def dark_from(day: date, time_zone: str, /) -> str | None:
    """Return from when it is dark there, as wall clock time rounded to ten minutes.

    None where the zone is unknown or it does not get dark. The end of twilight in the zone's principal city:
    away from it the true time differs by up to an hour or so, so it is said, and blocks nothing.
    """
    position = positions().get(time_zone)
    if position is None:
        return None
    from astral import Observer
    from astral.sun import dusk

    try:
        dark = dusk(Observer(*position), day, tzinfo=ZoneInfo(time_zone))
    except ValueError:  # the sun stays up, or stays away
        return None
    return f"{dark:%H}:{dark.minute // 10}0"


def zones(country: str, /) -> tuple[str, ...]:
    """Return the time zones of a country (ISO 3166-1 alpha-2), the principal one first; none if unknown."""
    return tuple(zone for its_country, _, zone in _table() if its_country == country)


@lru_cache(maxsize=1)
def positions() -> Mapping[str, tuple[float, float]]:
    """Return latitude and longitude, in degrees, of the principal city of each time zone."""
    return {zone: position for _, position, zone in _table()}


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, tuple[float, float], str], ...]:
    """Return the table of zones that comes with the time zones: country, position, name."""
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((row[0], _position(row[1]), row[2]) for row in rows)


def _position(written: str) -> tuple[float, float]:
    """Return degrees from `+5222+00454`: degrees and minutes, north and east."""
    found = _POSITION.fullmatch(written)
    assert found is not None  # the table has one form
    south, west = found[1].startswith("-"), found[3].startswith("-")
    latitude, longitude = abs(int(found[1])) + int(found[2]) / 60, abs(int(found[3])) + int(found[4]) / 60
    return (-latitude if south else latitude), (-longitude if west else longitude)
