"""`fieldkit ready`: what is open at the gates of a session and of a dialogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Commands
from tests.planner import FILES


@pytest.fixture
def with_files(fieldkit: Commands) -> Commands:
    fieldkit.here("workspace", "create", fieldkit.workspace)
    for name in ("SC1", "SC6"):
        fieldkit.here("import", FILES[name])
    return fieldkit


def spoiled(folder: Path, **changes: Any) -> Path:
    """Write the stone scenario with fields of its session changed."""
    whole = json.loads(FILES["SC1"].read_bytes())
    whole["sessions"][0] |= changes
    file = folder / "spoiled.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def test_a_session_that_was_ready_has_nothing_open(with_files: Commands) -> None:
    said = with_files.here("ready", "CC-2026-01")
    assert said.code == 0
    assert said.json == {"G0": {"open": []}, "G1": {"open": []}, "G2": {"open": []}}


def test_an_open_condition_is_told_in_the_language_asked_for(with_files: Commands) -> None:
    said = with_files.here("ready", "CC-2026-05").json
    [entry] = said["G1"]["open"]
    assert (entry["item"], entry["blocking"]) == ("XR-8", True)
    assert "multi-year commitment" in entry["why"]
    dutch = with_files("--workspace", with_files.workspace, "--lang", "nl", "ready", "CC-2026-05")
    assert "XR-8" in dutch.out
    assert "meerdere jaren" in dutch.out


def test_a_gap_is_told_with_its_own_rule(fieldkit: Commands) -> None:
    fieldkit.here("workspace", "create", fieldkit.workspace)
    fieldkit.here("import", spoiled(fieldkit.folder, hops=[]))
    [entry] = fieldkit.here("ready", "CC-2026-01").json["G1"]["open"]
    assert (entry["item"], entry["rule"], entry["blocking"]) == ("SC-20", "XR-4", True)
    assert "Hadoti" in entry["why"]


def test_a_dialogue_has_the_gates_of_planning_of_its_brief_and_of_its_end(with_files: Commands) -> None:
    said = with_files.here("ready", "D-01").json
    assert list(said) == ["G0", "G3", "G4"]
    assert said["G0"]["open"] == said["G3"]["open"] == []
    assert {each["item"] for each in said["G4"]["open"]} == {"RQ-043"}  # a promise is still open


def test_a_brief_that_may_not_leave_is_an_open_gate(fieldkit: Commands) -> None:
    fieldkit.here("workspace", "create", fieldkit.workspace)
    whole = json.loads(FILES["SC1"].read_bytes())
    whole["incidents"][0] |= {"severity": 4, "status": "open"}
    checks = whole["sessions"][0]["checks"]
    whole["sessions"][0]["checks"] = [each for each in checks if each["item"] not in ("SC-42", "SC-39a")]
    fieldkit.here("import", fieldkit.file("grave.json", whole))
    found = fieldkit.here("ready", "D-01").json["G3"]["open"]
    assert {"XR-1", "SC-42", "SC-39a"} <= {each["item"] for each in found if each["blocking"]}


def test_an_unknown_code_is_wrong_use(with_files: Commands) -> None:
    assert with_files.here("ready", "CC-1999-01").code == 2
    assert with_files.here("ready", "é").code == 2
