"""Every record comes back as it was, from a column of its own for every field."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.errors import InvalidValue, WrongUse
from fieldkit.model.field import Record, new_id
from fieldkit.model.followup import Action
from fieldkit.model.supply import Company, Supplier
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from tests.records import records
from tests.store.workspaces import ROLE, dialogue, insight, made, opened, save_with_dialogue

KINDS = [
    "Company", "Supplier", "Partner", "Agreement", "Promise", "Mechanism", "Tool", "AuditRound", "Dialogue",
    "Assessment", "Session", "Insight", "BriefPlan", "Brief", "SupplierTalk", "Action",
    "WorkerFeedback", "Incident",
]  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One workspace for many examples; each leaves it as it was."""
    folder = tmp_path_factory.mktemp("shared")
    with Store.create(folder / "case.fieldkit", "phrase", cost=WEAKEST, state_folder=folder) as store:
        yield store


def _kind(store: Store, name: str) -> type[Record]:
    return next(kind for kind in store.tables if kind.__name__ == name)


def test_every_type_of_the_dialogue_file_has_a_table(store: Store) -> None:
    assert sorted(kind.__name__ for kind in store.tables) == sorted(KINDS)


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_comes_back_as_it_was(shared: Store, name: str, data: st.DataObject) -> None:
    kind = _kind(shared, name)
    record = data.draw(records(kind))
    table = shared.tables[kind]
    try:
        assert save_with_dialogue(shared, record)
        kept = table.by_key(table.natural_key(record))
        assert kept == record
        assert repr(kept) == repr(record)  # 1.50 does not come back as 1.5
        assert not save_with_dialogue(shared, record)
    finally:
        for made_here in (record, *shared.dialogues.all()):
            shared.delete(made_here, by_role=ROLE)
    assert table.by_key(table.natural_key(record)) is None


@pytest.mark.parametrize("name", KINDS)
def test_every_field_is_a_column_and_every_column_a_field(store: Store, name: str) -> None:
    table = store.tables[_kind(store, name)]
    described = store._connection.execute(f'PRAGMA table_info("{table.name}")')
    columns = {column: bool(needed) for _, column, _, needed, _, _ in described}
    columns.pop("number", None)  # the row number that the search goes by
    hints = get_type_hints(table.record)
    assert columns == {
        field: type(None) not in get_args(hints[field]) for field in table.record.__struct_fields__
    }


def test_every_table_is_strict(store: Store) -> None:
    tables = store._connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    loose = {name for name, strict in tables if not strict}
    assert loose == {"sqlite_schema", "sqlite_temp_schema"}


def test_records_are_read_in_the_natural_order_of_their_codes(store: Store) -> None:
    codes = [f"I{number}" for number in range(1, 13)]
    with store.transaction():
        for home in ("D-2", "D-10"):
            store.save(dialogue(home), by_role=ROLE)
            for code in random.Random(7).sample(codes, len(codes)):
                store.save(insight(code, dialogue_code=home), by_role=ROLE)
    assert [one.code for one in store.insights.in_dialogue("D-10")] == codes
    everything = [(one.dialogue_code, one.code) for one in store.insights.all()]
    assert everything == [(home, code) for home in ("D-2", "D-10") for code in codes]
    assert store.insights.count() == 24


def test_a_code_within_a_dialogue_is_looked_for_there_alone(store: Store) -> None:
    for home in ("D-01", "D-02"):
        save_with_dialogue(store, insight("I1", f"Said in {home}.", dialogue_code=home))
    found = store.insights.get_in("D-02", "I1")
    assert found is not None
    assert found.fact_text == "Said in D-02."
    assert store.insights.get_in("D-02", "I2") is None
    assert store.sessions.get("I1") is None
    with pytest.raises(ValueError, match="dialogue_code and code"):
        store.insights.get("I1")


def test_saving_under_a_known_code_changes_that_record_and_keeps_its_id(store: Store) -> None:
    first = Company(code="C1", name="One")
    store.save(first, by_role=ROLE)
    assert store.save(Company(code="C1", name="Two"), by_role=ROLE)
    kept = store.companies.get("C1")
    assert kept == Company(id=first.id, code="C1", name="Two")
    assert not store.save(Company(code="C1", name="Two"), by_role=ROLE)
    assert len(store.history.changes()) == 2


def test_a_mapping_filled_in_another_order_is_the_same_content(store: Store) -> None:
    store.save(dialogue(), by_role=ROLE)
    store.save(insight(sources={"worker_group": 2, "survey": 1}), by_role=ROLE)
    assert not store.save(insight(sources={"survey": 1, "worker_group": 2}), by_role=ROLE)


def test_the_id_of_one_record_cannot_be_given_to_another(store: Store) -> None:
    id = new_id()
    store.save(Company(id=id, code="C1", name="One"), by_role=ROLE)
    with pytest.raises(WrongUse) as told:
        store.save(Company(id=id, code="C2", name="Two"), by_role=ROLE)
    assert (told.value.code, dict(told.value.data)) == ("id_in_use", {"code": "C2"})
    assert store.companies.count() == 1


SPOILT: list[tuple[Any, str]] = [
    (Company(code="C1", name="Kornblume" * 100), "$.name"),
    (Supplier(code="S1", name="S", country="Kornblume"), "$.country"),
    (Company(code="Kornblume 1", name="S"), "$.code"),
    (Company(code="C1", name="Kornblume \ud800"), "$"),
    (insight(worker_priority=9), "$.worker_priority"),
    (Action(code="A1", dialogue_code="D-01", text={"xx": "Kornblume"}, owner="buyer"), "$.text"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(
    ("record", "where"), SPOILT, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_could_never_be_read_back_is_not_kept_and_not_repeated(
    store: Store, record: Record, where: str
) -> None:
    with pytest.raises(InvalidValue) as told:
        store.save(record, by_role=ROLE)
    assert (told.value.code, dict(told.value.data)) == ("value_not_allowed", {"path": where})
    assert store.history.changes() == []


def test_a_record_outlives_its_store(path: Path) -> None:
    record = insight()
    with made(path) as store:
        save_with_dialogue(store, record)
    with opened(path) as store:
        assert store.insights.all() == [record]
