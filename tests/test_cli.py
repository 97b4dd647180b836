"""The commands of the contract: workspaces, lists, passphrases, exit codes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.edge import PASSPHRASE
from tests.commands import Commands


def test_create_prints_the_recovery_words_once_on_stdout(fieldkit: Commands) -> None:
    said = fieldkit("workspace", "create", fieldkit.workspace)
    assert said.code == 0
    assert len(said.out.split()) == 24
    assert fieldkit("--workspace", fieldkit.workspace, "list").out == ""


def test_the_recovery_words_open_what_the_passphrase_opened(
    fieldkit: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = fieldkit("workspace", "create", fieldkit.workspace, "--sample").out
    monkeypatch.setenv(PASSPHRASE, words)
    assert [line["code"] for line in fieldkit.here("list").json] == ["D-01", "D-04"]


def test_a_passphrase_of_24_words_is_still_a_passphrase(
    fieldkit: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "river " * 24)
    fieldkit("workspace", "create", fieldkit.workspace)
    assert fieldkit.here("list").code == 0


def test_create_never_touches_a_file_that_exists(fieldkit: Commands) -> None:
    fieldkit.file("work.fieldkit", "something dear")
    assert fieldkit("workspace", "create", fieldkit.workspace).code == 4
    assert fieldkit.workspace.read_text() == "something dear"


def test_verify_says_that_a_sound_file_is_sound(sample: Commands) -> None:
    assert sample.here("workspace", "verify").json == {"sound": True}


def test_a_wrong_passphrase_is_a_file_that_cannot_be_read(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "something else")
    said = sample("--workspace", sample.workspace, "list")
    assert (said.code, said.out) == (4, "")
    assert said.err.count("\n") == 1


def test_a_workspace_that_is_not_there_is_said_to_be_missing(fieldkit: Commands) -> None:
    said = fieldkit.here("list")
    assert (said.code, said.json["error"]["code"]) == (4, "file_missing")


def test_an_empty_passphrase_is_wrong_use(fieldkit: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, "")
    assert fieldkit("workspace", "create", fieldkit.workspace).code == 2
    assert not fieldkit.workspace.exists()


def test_the_sample_holds_both_dialogues_on_the_day_they_name(sample: Commands) -> None:
    assert [line["code"] for line in sample.here("list").json] == ["D-01", "D-04"]
    assert {line["code"] for line in sample.here("list", "suppliers").json} == {"SUP-03", "SUP-31"}


def test_lists_have_codes_and_titles_one_a_line(sample: Commands) -> None:
    said = sample("--workspace", sample.workspace, "list", "partners")
    assert said.out.splitlines()[0] == "PA-01  Sahara Mitra Sangathan"
    insights = sample.here("list", "insights").json
    assert {"code", "title", "dialogue", "status"} <= insights[0].keys()


@pytest.mark.parametrize(
    "command",
    [("brief", "plan", "D-99"), ("brief", "export", "D-99", "out.pdf"), ("list", "horses"), ("dance",)],
)
def test_an_unknown_code_or_command_is_wrong_use(sample: Commands, command: tuple[str, ...]) -> None:
    said = sample.here(*command)
    assert said.code == 2
    assert said.err


def test_schema_is_json_schema_of_the_dialogue_file(fieldkit: Commands) -> None:
    said = fieldkit("schema")
    assert said.json["$defs"]["DialogueFile"]["properties"].keys() >= {"format", "version", "dialogue"}


def test_a_bug_ends_with_one_sentence_and_without_anybodys_words(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fieldkit.workspace import planning

    def broken(*_: object) -> None:
        raise RuntimeError("Meera said that the tank is empty")

    monkeypatch.setattr(planning.Planning, "listed", broken)
    said = sample("--workspace", sample.workspace, "list")
    assert (said.code, said.out) == (1, "")
    assert "RuntimeError" in said.err
    assert "Meera" not in said.err


def test_the_module_runs_as_a_command() -> None:
    root = Path(__file__).parents[1]
    said = subprocess.run(
        [sys.executable, "-m", "fieldkit", "--version"], capture_output=True, text=True, cwd=root, check=True
    )
    assert "fieldkit" in said.stdout


def test_a_code_in_letters_no_code_has_is_unknown(sample: Commands) -> None:
    for code in ("D\udcff", "Ď-01"):
        assert sample.here("brief", "plan", code).code == 2


def test_without_anybody_to_ask_a_passphrase_is_a_line_of_input(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE)
    for typed, code in (("a quiet river at dusk\n", 0), ("", 2)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        assert sample.here("list").code == code
