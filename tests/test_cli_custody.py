"""Custody by command: backup, restore, another passphrase, erase."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from fieldkit.commands import NEW_PASSPHRASE
from fieldkit.edge import PASSPHRASE
from tests.commands import Commands
from tests.stone import snapshot, stone


def _backups() -> list[Path]:
    import platformdirs

    return sorted(platformdirs.user_data_path("fieldkit", appauthor=False).rglob("*.fieldkit"))


def test_a_backup_comes_back_as_the_workspace_it_was(sample: Commands) -> None:
    before = snapshot(sample)
    out, back = sample.folder / "copy", sample.folder / "back.fieldkit"
    said = sample.here("workspace", "backup", out)
    assert said.json == {"bytes": out.stat().st_size}
    sample.workspace.unlink()
    assert sample.here("workspace", "restore", out, sample.workspace).json == {"restored": True}
    assert snapshot(sample) == before
    assert sample("workspace", "restore", out, back).code == 0
    assert back.exists()


def test_nothing_is_ever_written_over(sample: Commands) -> None:
    dear = sample.file("dear.fieldkit", "something dear")
    for command in (("backup", dear), ("restore", sample.workspace, dear), ("backup", sample.workspace)):
        said = sample.here("workspace", *command)
        assert (said.code, said.json["error"]["code"]) == (4, "file_exists")
        assert said.json["error"]["path"] == str(command[-1])
    assert dear.read_text() == "something dear"


def test_a_backup_that_does_not_open_is_not_restored(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = sample.folder / "back.fieldkit"
    bad = sample.file("bad", b"no workspace")
    missing = sample.folder / "nowhere"
    for source, code in ((bad, "not_a_workspace"), (missing, "file_missing")):
        said = sample.here("workspace", "restore", source, out)
        assert (said.code, said.json["error"]["code"]) == (4, code)
        assert said.json["error"]["path"] == str(source)
    monkeypatch.setenv(PASSPHRASE, "something else")
    said = sample.here("workspace", "restore", sample.workspace, out)
    assert (said.code, said.json["error"]["code"]) == (4, "passphrase_or_damage")
    assert "newest backup" in said.err
    assert not out.exists()


def test_another_passphrase_prints_another_sheet_once(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(sample)
    monkeypatch.setenv(NEW_PASSPHRASE, "a loud brook at dawn")
    said = sample("--workspace", sample.workspace, "workspace", "rekey")
    assert said.code == 0
    assert len(said.out.split()) == 24
    assert sample.here("list").json["error"]["code"] == "passphrase_or_damage"
    for typed in ("a loud brook at dawn", said.out):
        monkeypatch.setenv(PASSPHRASE, typed)
        assert snapshot(sample) == before
    assert sample("--workspace", sample.workspace, "list").out.count("\n") == 2


def test_another_passphrase_renews_the_backups(fieldkit: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    fieldkit("workspace", "create", fieldkit.workspace)
    fieldkit.here("import", fieldkit.file("in.json", stone()))
    before = _backups()
    assert before
    damaged = before[0]
    damaged.write_bytes(damaged.read_bytes()[:-4096])
    monkeypatch.setenv(NEW_PASSPHRASE, "a loud brook at dawn")
    said = fieldkit.here("workspace", "rekey")
    assert said.json["backups_not_renewed"] == 1
    assert str(damaged) in said.err
    monkeypatch.setenv(PASSPHRASE, "a loud brook at dawn")
    for number, one in enumerate(before[1:]):
        out = fieldkit.folder / f"back {number}.fieldkit"
        assert fieldkit.here("workspace", "restore", one, out).code == 0


def test_without_a_new_passphrase_nothing_changes(sample: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert sample.here("workspace", "rekey").code == 2
    assert sample.here("workspace", "verify").code == 0


def test_the_new_passphrase_may_be_a_line_of_input(sample: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a loud brook at dawn\n"))
    assert sample.here("workspace", "rekey").code == 0
    monkeypatch.setenv(PASSPHRASE, "a loud brook at dawn")
    assert sample.here("workspace", "verify").code == 0


def test_erasing_has_to_be_meant(sample: Commands) -> None:
    said = sample.here("workspace", "erase")
    assert (said.code, said.json["error"]["code"]) == (2, "erase_needs_yes")
    assert "--yes" in said.err
    assert sample.here("workspace", "verify").code == 0


def test_an_erased_workspace_is_gone_with_its_backups(
    fieldkit: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldkit("workspace", "create", fieldkit.workspace)
    assert len(_backups()) == 1
    monkeypatch.setenv(PASSPHRASE, "something else")
    assert fieldkit.here("workspace", "erase", "--yes").code == 4
    assert fieldkit.workspace.exists()
    monkeypatch.setenv(PASSPHRASE, "a quiet river at dusk")
    said = fieldkit.here("workspace", "erase", "--yes")
    assert (said.code, said.json) == (0, {"erased": True})
    assert not fieldkit.workspace.exists()
    assert _backups() == []
    assert fieldkit.here("list").json["error"]["code"] == "file_missing"
