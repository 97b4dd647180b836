"""The time zones a session may be held in."""

from __future__ import annotations

from fieldkit.guide import daylight


def time_zones(country: str, /) -> tuple[str, ...]:
    """Return every time zone by its IANA name, those of a country (ISO 3166-1 alpha-2) first."""
    first = daylight.zones(country)
    return (*first, *(each for each in sorted(daylight.positions()) if each not in first))
