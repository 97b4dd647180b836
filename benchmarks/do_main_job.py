"""The main job, once: create a workspace, import the sample, export its brief."""

from __future__ import annotations

import tempfile
from datetime import date
from importlib.resources import files
from pathlib import Path

from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = files("resources").joinpath("sample", "natural_stone.json").read_bytes()
        setup = Setup(cost=WEAKEST, state_folder=folder / "state", today=date(2026, 4, 20))
        with Workspace.create(folder / "work.fieldkit", "x", setup) as workspace:
            workspace.custody.import_dialogue(content)
            workspace.briefing.export("D-01", folder / "brief.pdf", "en")
