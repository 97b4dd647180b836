"""Who changed, deleted or exported what: names of fields, never content. All of a change or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from fieldkit.model.field import Record
from fieldkit.model.supply import Company, Supplier
from fieldkit.store import Store
from tests.copies import new_store
from tests.records import full
from tests.store.workspaces import ROLE, dialogue, insight, save_with_dialogue

NOON = datetime(2026, 4, 20, 14, 0, tzinfo=timezone(timedelta(hours=2)))
CANARY = "KANARIE-7f3q"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A workspace that thinks it is noon, two hours east of Greenwich."""
    with new_store(path, "phrase", clock=lambda: NOON) as store:
        yield store


def test_an_addition_names_the_fields_that_were_filled_in(store: Store) -> None:
    store.save(Supplier(code="SUP-03", name="Weaving", country="IN"), by_role=ROLE)
    [entry] = store.history.changes()
    assert (entry.by_role, entry.kind, entry.code) == (ROLE, "supplier", "SUP-03")
    assert entry.fields == ("code", "name", "country")
    assert entry.at == NOON
    assert entry.at.tzinfo == UTC


def test_a_change_names_the_fields_that_changed(store: Store) -> None:
    save_with_dialogue(store, insight("I1", "Pay comes late.", people_behind=6))
    store.save(insight("I1", "Pay comes very late.", people_behind=8), by_role="second reader")
    entry = store.history.changes()[-1]
    assert (entry.by_role, entry.kind, entry.code) == ("second reader", "insight", "D-01/I1")
    assert entry.fields == ("fact_text", "people_behind")


def test_a_deletion_is_kept_without_what_was_deleted(store: Store) -> None:
    save_with_dialogue(store, insight("I1"))
    assert store.delete(insight("I1"), by_role=ROLE)
    assert not store.delete(insight("I1"), by_role=ROLE)
    assert [(one.kind, one.code) for one in store.history.deletions()] == [("insight", "D-01/I1")]


def test_an_export_is_kept(store: Store) -> None:
    store.note_export("brief", "B-01", ROLE)
    assert [(one.by_role, one.kind, one.code) for one in store.history.exports()] == [(ROLE, "brief", "B-01")]


def test_no_log_holds_anything_of_what_was_written(store: Store) -> None:
    kept: list[Record] = []
    for kind, table in store.tables.items():
        record = full(kind, CANARY)
        save_with_dialogue(store, record)
        kept.append(record)
        assert CANARY in repr(table.all())
    with store.transaction():
        for record in reversed(kept):
            store.delete(record, by_role=ROLE)
    allowed = {CANARY, f"{CANARY}/{CANARY}"}  # codes, which the canary is in this test
    entries = store.history.changes() + store.history.deletions()
    assert len(entries) > 2 * len(kept)
    assert {entry.code for entry in entries} == allowed
    assert all(CANARY not in repr((entry.kind, entry.fields, entry.by_role)) for entry in entries)


def test_all_of_a_transaction_happens_or_nothing(store: Store) -> None:
    with pytest.raises(OSError, match="renaming failed"):
        _fail_inside(store)
    assert store.companies.count() == 0
    assert store.history.changes() == []


def _fail_inside(store: Store) -> None:
    with store.transaction():
        store.save(Company(code="C2", name="Two"), by_role=ROLE)
        store.save(Company(code="C4", name="Four"), by_role=ROLE)
        raise OSError("renaming failed")


def test_a_transaction_inside_another_can_fail_alone(store: Store) -> None:
    with store.transaction():
        store.save(Company(code="C1", name="One"), by_role=ROLE)
        with pytest.raises(OSError, match="renaming failed"):
            _fail_inside(store)
        store.save(Company(code="C3", name="Three"), by_role=ROLE)
    assert [company.code for company in store.companies.all()] == ["C1", "C3"]
    assert len(store.history.changes()) == 2


def test_what_belongs_to_a_dialogue_cannot_be_kept_without_it(store: Store) -> None:
    with pytest.raises(RuntimeError, match="SQLITE_CONSTRAINT"):
        store.save(insight(), by_role=ROLE)
    save_with_dialogue(store, insight())
    with pytest.raises(RuntimeError, match="SQLITE_CONSTRAINT"):
        store.delete(dialogue(), by_role=ROLE)
    assert (store.dialogues.count(), store.insights.count()) == (1, 1)


def test_the_parts_of_a_dialogue_may_come_before_it_in_one_transaction(store: Store) -> None:
    with store.transaction():
        store.save(insight(), by_role=ROLE)
        store.save(dialogue(), by_role=ROLE)
    assert store.insights.count() == 1


def test_a_setting_is_kept_and_replaced(store: Store) -> None:
    assert store.setting("today") is None
    store.set_setting("today", "2026-04-20")
    store.set_setting("today", "2026-04-21")
    assert store.setting("today") == "2026-04-21"
