"""Workspaces, records and other processes that the tests of the store share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record
from fieldkit.model.insight import Insight
from fieldkit.model.supply import Company
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST

PASSPHRASE = "vier korenbloemen naast de dijk"
ROLE = "coordinator"
ROOT = Path(__file__).resolve().parents[2]


def made(path: Path) -> Store:
    return Store.create(path, PASSPHRASE, cost=WEAKEST)


def opened(path: Path, passphrase: str = PASSPHRASE) -> Store:
    return Store.open(path, passphrase, cost=WEAKEST)


def dialogue(code: str = "D-01", **more: Any) -> Dialogue:
    return Dialogue(**{"code": code, "title": "Spring talks", "supplier_code": "SUP-03"} | more)


def insight(code: str = "I1", fact_text: str = "Pay comes late.", **more: Any) -> Insight:
    given = {"theme": "T01", "subtheme": "T01.1", "polarity": "problem", "dialogue_code": "D-01"}
    return Insight(**given | {"code": code, "fact_text": fact_text} | more)


def save_with_dialogue(store: Store, record: Record) -> bool:
    """Save a record, and the dialogue it needs."""
    code = getattr(record, "dialogue_code", None)
    with store.transaction():
        if code is not None and store.dialogues.get(code) is None:
            store.save(dialogue(code), by_role=ROLE)
        return store.save(record, by_role=ROLE)


def fill(store: Store, count: int) -> None:
    """Put in as many companies and insights as asked, so that the file has pages of every kind."""
    with store.transaction():
        store.save(dialogue(), by_role=ROLE)
        for number in range(count):
            store.save(Company(code=f"C{number}", name=f"Company {number} " * 20), by_role=ROLE)
            store.save(insight(f"I{number}", f"Fact number {number}. " * 40), by_role=ROLE)


@contextmanager
def process(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another process that runs a program of this folder, killed outright at the end."""
    command = [sys.executable, "-m", f"tests.store.{program}", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            running.kill()
