"""A second store beside the first, for another thread: a long job writes while the window reads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fieldkit.errors import WorkspaceProblem
from fieldkit.model.supply import Company
from fieldkit.store import Store
from tests.store.workspaces import ROLE, opened


def _write(store: Store, prefix: str, count: int) -> None:
    with store.beside() as own:
        for number in range(count):
            own.save(Company(code=f"{prefix}{number}", name="One"), by_role=ROLE)


def test_two_threads_write_and_a_third_reads(store: Store) -> None:
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(_write, store, prefix, 20) for prefix in "AB"]
        seen = [store.companies.count()]
        while not all(job.done() for job in jobs):
            seen.append(store.companies.count())
        for job in jobs:
            job.result()
    assert seen == sorted(seen)
    assert store.companies.count() == 40
    store.verify()


def test_a_reader_sees_nothing_of_an_unfinished_transaction(store: Store) -> None:
    with store.beside() as reader:
        with store.transaction():
            store.save(Company(code="C1", name="One"), by_role=ROLE)
            assert reader.companies.count() == 0
        assert reader.companies.count() == 1


def test_closing_the_store_beside_leaves_the_workspace_open_and_locked(path: Path, store: Store) -> None:
    store.beside().close()
    with pytest.raises(WorkspaceProblem, match="workspace_in_use"):
        opened(path)
    assert store.save(Company(code="C1", name="One"), by_role=ROLE)


def test_closing_twice_is_closing_once(path: Path, store: Store) -> None:
    store.close()
    with opened(path) as again:
        store.close()
        with pytest.raises(WorkspaceProblem, match="workspace_in_use"):
            opened(path)
        assert again.companies.count() == 0
