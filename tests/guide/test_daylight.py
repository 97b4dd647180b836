from __future__ import annotations

from datetime import date

import pytest

from fieldkit.guide.daylight import dark_from, positions, zones


@pytest.mark.parametrize(
    ("zone", "day", "earliest", "latest"),
    [
        ("Europe/Amsterdam", date(2026, 6, 21), "22:30", "23:10"),  # almanac: twilight ends 22:53
        ("Europe/Amsterdam", date(2026, 12, 21), "17:00", "17:20"),  # 17:09
        ("Asia/Kolkata", date(2026, 2, 14), "17:30", "18:00"),  # 17:46 in the east of the country
        ("Africa/Accra", date(2026, 2, 24), "18:20", "18:50"),  # 18:35
    ],
)
def test_it_gets_dark_about_when_the_almanac_says(zone: str, day: date, earliest: str, latest: str) -> None:
    dark = dark_from(day, zone)
    assert dark is not None
    assert earliest <= dark <= latest


def test_where_it_does_not_get_dark_or_the_zone_is_unknown_nothing_is_said() -> None:
    assert dark_from(date(2026, 6, 21), "Arctic/Longyearbyen") is None
    assert dark_from(date(2026, 6, 21), "Mars/Olympus") is None
    assert dark_from(date(2026, 6, 21), "") is None


def test_a_country_has_its_own_zones() -> None:
    assert zones("NL") == ("Europe/Amsterdam",)
    assert zones("IN") == ("Asia/Kolkata",)
    assert len(zones("BR")) > 10
    assert zones("XX") == ()


def test_every_position_lies_on_the_globe() -> None:
    assert len(positions()) > 300
    assert all(
        -90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in positions().values()
    )
    latitude, longitude = positions()["America/Sao_Paulo"]
    assert (round(latitude), round(longitude)) == (-24, -47)
