"""Somebody who plans a session of a dialogue file anew, on a given day, in a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fieldkit.errors import Refused
from fieldkit.model.session import Session
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.copies import new_workspace

SCENARIOS = Path(__file__).parent / "scenarios"
SAMPLES = Path(__file__).parents[1] / "resources" / "sample"
FILES = {
    "SC1": SAMPLES / "natural_stone.json",
    "SC2": SCENARIOS / "garment.json",
    "SC4": SAMPLES / "horticulture.json",
    "SC6": SCENARIOS / "cocoa.json",
}


@contextmanager
def on_the_day(folder: Path, scenario: str, day: date) -> Iterator[Workspace]:
    """Open a workspace that lives on a day, with the file of a scenario in it."""
    setup = Setup(cost=WEAKEST, state_folder=folder / "state", today=day, role="coordinator")
    with new_workspace(folder / f"{scenario}.fieldkit", "a quiet river", setup) as workspace:
        workspace.custody.import_dialogue(FILES[scenario].read_bytes())
        yield workspace


class Planner:
    """Plans one session that the file holds as held."""

    def __init__(self, workspace: Workspace, code: str) -> None:
        self.workspace = workspace
        self.code = code
        self.change(status="planned")

    @property
    def session(self) -> Session:
        """The session as the file has it now."""
        found = self.workspace.editing.find(Session, self.code)
        assert found is not None
        return found

    def change(self, **changes: Any) -> None:
        """Change fields of the session."""
        self.workspace.editing.keep(replace(self.session, **changes))

    def refused(self) -> set[str]:
        """Try to confirm; return the rules that refuse, all at once."""
        with pytest.raises(Refused) as refusal:
            self.workspace.sessions.move(self.code, "confirm")
        assert self.session.status == "planned"
        return {reason.rule for reason in refusal.value.reasons}

    def confirm(self) -> None:
        """Confirm the session."""
        self.workspace.sessions.move(self.code, "confirm")
        assert self.session.status == "confirmed"
