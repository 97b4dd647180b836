"""Places within a record are read, changed and named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.model.dialogue import Assessment, BarrierRating
from fieldkit.model.paths import changed, key, type_at, value_at
from fieldkit.model.supply import Site, Supplier, WorkforceGroup
from fieldkit.model.vocabulary import Tier

WOMEN = WorkforceGroup(dimension="sex_gender", class_="women", share_pct=35)
SUPPLIER = Supplier(
    code="SUP-01", name="Kiem", country="IN", sites=(Site(code="SITE-01", workforce_groups=(WOMEN,)),)
)
SHARE = ("sites", 0, "workforce_groups", 0, "share_pct")


def test_a_path_is_written_as_messages_write_it() -> None:
    assert key(SHARE) == "sites[0].workforce_groups[0].share_pct"
    assert key(("barriers", "reprisal", "level")) == "barriers.reprisal.level"


@given(st.integers(0, 100))
def test_what_was_put_at_a_place_stands_there_and_nothing_else_moved(share: int) -> None:
    after = changed(SUPPLIER, SHARE, share)
    assert value_at(after, SHARE) == share
    assert changed(after, SHARE, 35) == SUPPLIER


def test_an_entry_that_a_mapping_lacks_starts_empty_and_is_made_when_it_is_changed() -> None:
    path = ("barriers", "reprisal", "level")
    empty = Assessment(dialogue_code="D-01")
    assert value_at(empty, path) == "unknown"
    assert changed(empty, path, "strong").barriers == {"reprisal": BarrierRating(level="strong")}


def test_the_type_of_a_place_is_the_one_its_record_declares() -> None:
    assert "3plus" in str(type_at(Supplier, ("sites", 0, "tier")))
    assert type_at(Supplier, ("sites", 0, "tier")).__origin__ == Tier
