"""Dialogue files in and out by command: all or nothing, and told with a path."""

from __future__ import annotations

import json

import pytest

from tests.commands import Commands
from tests.stone import STONE, snapshot, stone


def test_import_twice_changes_nothing_and_export_gives_the_same_back(fieldkit: Commands) -> None:
    fieldkit("workspace", "create", fieldkit.workspace)
    given = fieldkit.file("in.json", stone())
    first = fieldkit.here("import", given)
    again = fieldkit.here("import", given)
    assert first.json["added"] > 10
    assert (again.code, again.json["added"], again.json["changed"]) == (0, 0, 0)

    out = fieldkit.folder / "out.json"
    assert fieldkit.here("export", out, "--with-notes").code == 0
    written = json.loads(out.read_bytes())
    assert "today" not in written
    assert fieldkit.here("import", out).json["changed"] == 0


def test_export_leaves_notes_out_unless_asked(sample: Commands) -> None:
    without, with_notes = sample.folder / "a.json", sample.folder / "b.json"
    said = sample.here("export", without, "--dialogue", "D-01")
    sample.here("export", with_notes, "--dialogue", "D-01", "--with-notes")
    note = stone()["sessions"][0]["raw_notes"][0]["text"]
    assert note not in without.read_text(encoding="utf-8")
    assert note in json.dumps(json.loads(with_notes.read_bytes()), ensure_ascii=False)
    assert "plain text" in said.err
    assert sample.here("import", without).json["changed"] == 0


def test_export_without_a_code_among_several_dialogues_is_wrong_use(sample: Commands) -> None:
    out = sample.folder / "out.json"
    assert sample.here("export", out).code == 2
    assert sample.here("export", out, "--dialogue", "D-99").code == 2
    assert not out.exists()


def test_other_content_under_a_known_code_is_refused_unless_replaced(sample: Commands) -> None:
    before = snapshot(sample)
    changed = stone()
    changed["dialogue"]["title"] = "Natural stone, second round"
    changed["insights"] = changed["insights"][:-1]
    given = sample.file("in.json", changed)

    refused = sample.here("import", given)
    assert refused.code == 3
    assert refused.refused == {("known_code", "D-01")}
    assert snapshot(sample) == before

    done = sample.here("import", given, "--replace")
    assert (done.code, done.json["changed"], done.json["removed"]) == (0, 1, 1)
    assert "Natural stone, second round" in {line["title"] for line in sample.here("list").json}


def test_a_code_of_another_dialogue_is_never_taken_over(sample: Commands) -> None:
    changed = stone()
    changed["dialogue"]["code"] = "D-09"
    given = sample.file("in.json", changed)
    before = snapshot(sample)
    assert ("known_code", "CC-2026-01") in sample.here("import", given, "--replace").refused
    assert snapshot(sample) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"format": "fieldkit-dialogue", "format": "x"}',
        b'{"format": "fieldkit-dialogue", "version": 9}',
        b'{"format": "fieldkit-dialogue", "version": 1}',
        b" " * 4_000_001,
        STONE.read_bytes()[:2000],
        STONE.read_bytes().replace(b'"version": 1', b'"version": 1, "surprise": true', 1),
        STONE.read_bytes().replace(b"SITE-03b", b"no code at all", 1),
        b'{"a": "\\ud800"}',
    ],
    ids=[
        "empty",
        "foreign",
        "deep",
        "twice",
        "newer",
        "nothing",
        "big",
        "cut",
        "unknown",
        "value",
        "surrogate",
    ],
)
def test_a_bad_file_changes_nothing_and_gets_one_plain_sentence(sample: Commands, content: bytes) -> None:
    before = snapshot(sample)
    said = sample("--workspace", sample.workspace, "import", sample.file("bad.json", content))
    assert said.code == 4
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert snapshot(sample) == before


def test_a_wrong_value_is_named_with_its_path(sample: Commands) -> None:
    changed = stone()
    changed["sessions"][0]["groups"][1]["headcount_planned"] = -3
    said = sample.here("import", sample.file("bad.json", changed))
    assert (said.code, said.json["error"]["path"]) == (4, "$.sessions[0].groups[1].headcount_planned")
    assert said.err.startswith("$.sessions[0].groups[1].headcount_planned: ")


@pytest.mark.parametrize("command", ["import", "advise", "decide-source", "screen"])
def test_a_file_that_is_not_there_cannot_be_read(sample: Commands, command: str) -> None:
    assert sample.here(command, sample.folder / "nowhere.json").code == 4
    assert sample.here(command, sample.folder).code == 4


@pytest.mark.parametrize("command", [("export",), ("brief", "export", "D-01")])
def test_a_target_that_cannot_be_written_changes_nothing(sample: Commands, command: tuple[str, ...]) -> None:
    before = snapshot(sample)
    out = sample.folder / "no such folder" / "out.pdf"
    dialogue = ("--dialogue", "D-01") if command == ("export",) else ()
    assert sample.here(*command, out, *dialogue).code == 4
    assert snapshot(sample) == before


EXPORTS = [("export", "--dialogue", "D-01"), ("brief", "export", "D-01")]


@pytest.mark.parametrize("command", EXPORTS)
def test_a_workspace_is_never_overwritten(sample: Commands, command: tuple[str, ...]) -> None:
    other = sample.file("other.fieldkit", "another workspace")
    link = sample.folder / "link.json"
    link.hardlink_to(sample.workspace)
    for target in (sample.workspace, other, sample.folder / "new.fieldkit", link):
        said = sample.here(*command, target)
        assert (said.code, said.json["error"]["code"]) == (4, "target_is_a_workspace")
    assert other.read_text() == "another workspace"
    assert sample.here("workspace", "verify").code == 0


@pytest.mark.parametrize("target", [".", "", "/", "/dev/null"])
@pytest.mark.parametrize("command", EXPORTS)
def test_a_target_that_is_no_file_cannot_be_written(
    sample: Commands, command: tuple[str, ...], target: str
) -> None:
    assert sample.here(*command, target).code == 4


def test_a_folder_as_target_leaves_nothing_behind(sample: Commands) -> None:
    out = sample.folder / "brief.pdf"
    out.mkdir()
    assert sample.here("brief", "export", "D-01", out).code == 4
    assert sample.here("list", "briefs").json == []
    assert [path.name for path in sample.folder.iterdir() if path.suffix == ".part"] == []


def test_every_problem_with_a_file_names_the_file(sample: Commands) -> None:
    missing = sample.folder / "nowhere.json"
    bad = sample.file("bad.json", "{")
    for command, path in (
        (("import", missing), missing),
        (("import", bad), bad),
        (("advise", bad), bad),
        (("screen", bad, "--known", bad), bad),
        (("brief", "check", bad), bad),
        (("export", sample.folder, "--dialogue", "D-01"), sample.folder),
    ):
        said = sample.here(*command)
        assert (said.code, said.json["error"]["path"]) == (4, str(path))
        assert said.err.splitlines()[-1].startswith(f"{path}: ")


def test_a_replacing_file_without_an_assessment_takes_it_away(sample: Commands) -> None:
    changed = stone()
    del changed["assessment"]
    assert sample.here("import", sample.file("in.json", changed), "--replace").json["removed"] == 1
