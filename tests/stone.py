"""The natural stone sample as a file, and what a workspace holds, for tests of the commands."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from tests.commands import Commands

STONE = files("resources").joinpath("sample", "natural_stone.json")


def stone(**changes: Any) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(STONE.read_bytes())
    return tree | changes


def snapshot(of: Commands) -> list[Any]:
    return [
        of.here("list", what).json for what in ("dialogues", "sessions", "insights", "briefs", "suppliers")
    ]
