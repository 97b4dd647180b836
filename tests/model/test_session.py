from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from fieldkit.model.field import Money
from fieldkit.model.session import Compensation, CostLine


@pytest.mark.parametrize("hours", ["NaN", "Infinity", "1e400", "-0.5", "745"])
def test_hours_nobody_can_sit_are_refused(hours: str) -> None:
    content = msgspec.json.encode({"basis": "lost_wage", "hours": hours})
    with pytest.raises(msgspec.ValidationError, match="hours_not_possible"):
        msgspec.json.decode(content, type=Compensation)


def test_hours_may_be_none_nought_or_a_part() -> None:
    for hours in (None, Decimal(0), Decimal("3.5"), Decimal(744)):
        assert Compensation(basis="lost_wage", hours=hours).hours == hours


@pytest.mark.parametrize("rate", ["NaN", "0", "-1", "1001", "Infinity"])
def test_a_rate_that_is_none_is_refused(rate: str) -> None:
    with pytest.raises(ValueError, match="rate_not_possible"):
        CostLine(item="Hall", amount=Money(minor=1, currency="INR"), rate_to_eur=Decimal(rate))
