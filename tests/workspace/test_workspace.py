"""A workspace as a whole: its day, its custody of dialogues, its search."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fieldkit.errors import FileProblem, Refused
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace

ROOT = Path(__file__).parents[2]
STONE = ROOT / "resources" / "sample" / "natural_stone.json"
DOCUMENTS = [
    STONE,
    ROOT / "resources" / "sample" / "horticulture.json",
    ROOT / "tests" / "scenarios" / "garment.json",
    ROOT / "tests" / "scenarios" / "cocoa.json",
]


def setup(folder: Path, today: date | None = None) -> Setup:
    return Setup(cost=WEAKEST, state_folder=folder / "state", today=today)


def created(folder: Path, name: str = "work", *, sample: bool = False) -> Workspace:
    return Workspace.create(folder / f"{name}.fieldkit", "a quiet river", setup(folder), sample=sample)


def opened(folder: Path, today: date | None = None) -> Workspace:
    return Workspace.open(folder / "work.fieldkit", "a quiet river", setup(folder, today))


def test_an_ordinary_workspace_lives_today_and_a_sample_on_its_day(tmp_path: Path) -> None:
    with created(tmp_path, "plain") as plain:
        plain.custody.import_dialogue(STONE.read_bytes())
        assert plain.custody.sample_day is None
        assert plain.today == date.today()
    with created(tmp_path, sample=True) as sample:
        assert sample.today == date(2026, 4, 20)
    with opened(tmp_path) as again:
        assert again.today == date(2026, 4, 20)
    with opened(tmp_path, today=date(2027, 1, 1)) as asked:
        assert asked.today == date(2027, 1, 1)


def test_a_sample_that_cannot_be_made_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldkit.workspace.custody.SAMPLES", ("no such file.json",))
    with pytest.raises(FileNotFoundError):
        created(tmp_path, sample=True)
    assert list(tmp_path.glob("**/*.part*")) == []
    assert not (tmp_path / "work.fieldkit").exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_exported_is_the_same_in_another_workspace(tmp_path: Path, document: Path) -> None:
    with created(tmp_path, "first") as first, created(tmp_path, "second") as second:
        code = first.custody.import_dialogue(document.read_bytes()).dialogue_code
        exported = first.custody.export_dialogue(code, with_notes=True)
        second.custody.import_dialogue(exported)
        assert second.custody.export_dialogue(code, with_notes=True) == exported
    given, back = json.loads(document.read_bytes()), json.loads(exported)
    assert {insight["code"] for insight in back["insights"]} == {each["code"] for each in given["insights"]}
    assert len(back["sessions"]) == len(given["sessions"])


def test_all_four_dialogues_live_in_one_workspace(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        for document in DOCUMENTS:
            workspace.custody.import_dialogue(document.read_bytes())
        plans = [workspace.briefing.plan(code, "en") for code in ("D-01", "D-02", "D-04", "D-06")]
        # What one dialogue knows by name is kept out of the briefs of all the others, and none trips over it.
        assert [plan.reasons for plan in plans] == [(), (), (), ()]


def test_a_name_known_in_another_dialogue_is_kept_out_too(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        workspace.custody.import_dialogue(STONE.read_bytes())
        tree = json.loads(DOCUMENTS[1].read_bytes())
        tree["brief_plans"][0]["own_share"][0]["en"] = "We spoke with Pathar Mahila Manch."
        workspace.custody.import_dialogue(json.dumps(tree).encode())
        [refused] = {
            (reason.rule, reason.code)
            for reason in workspace.briefing.plan(tree["dialogue"]["code"], "en").reasons
        } & {("W-6", "mark_organisation")}
        assert refused


def test_raw_notes_survive_a_replacing_import_without_them(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        workspace.custody.import_dialogue(STONE.read_bytes())
        before = workspace.custody.export_dialogue(None, with_notes=True)
        tree = json.loads(workspace.custody.export_dialogue(None))
        tree["dialogue"]["title"] = "Another title"
        with pytest.raises(Refused):
            workspace.custody.import_dialogue(json.dumps(tree).encode())
        assert workspace.custody.export_dialogue(None, with_notes=True) == before
        workspace.custody.import_dialogue(json.dumps(tree).encode(), replace=True)
        after = json.loads(workspace.custody.export_dialogue(None, with_notes=True))
        assert after["sessions"] == json.loads(before)["sessions"]
        assert after["dialogue"]["title"] == "Another title"


def test_a_copied_file_under_other_codes_gets_ids_of_its_own(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        workspace.custody.import_dialogue(STONE.read_bytes())
        text = workspace.custody.export_dialogue(None).decode()
        for old, new in (("D-01", "D-21"), ("CC-2026-01", "CC-2026-21"), ("PR-0", "PR-2")):
            text = text.replace(f'"{old}', f'"{new}')
        assert workspace.custody.import_dialogue(text.encode()).added > 5


def test_insights_are_found_by_their_words(tmp_path: Path) -> None:
    with created(tmp_path, sample=True) as workspace:
        assert "I1" in {insight.code for insight in workspace.recording.search("dust")}
        assert workspace.recording.search("zorblat") == []


def test_a_brief_that_cannot_be_put_in_place_is_not_remembered(tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    with created(tmp_path, sample=True) as workspace:
        workspace.briefing.export("D-01", out, "en")
        out.unlink()
        out.mkdir()
        for language in ("en", "nl"):
            with pytest.raises(FileProblem):
                workspace.briefing.export("D-01", out, language)
        exported = json.loads(workspace.custody.export_dialogue("D-01"))
    assert [brief.get("export_count", 1) for brief in exported["briefs"]] == [1]
