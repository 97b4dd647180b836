"""The commands of the contract: what they print, how they end, what they leave behind."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from fieldkit.edge import PASSPHRASE
from tests.commands import Commands

STONE = files("resources").joinpath("sample", "natural_stone.json")


def stone(**changes: Any) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(STONE.read_bytes())
    return tree | changes


def snapshot(of: Commands) -> list[Any]:
    return [
        of.here("list", what).json for what in ("dialogues", "sessions", "insights", "briefs", "suppliers")
    ]


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


def test_advise_reads_one_object_a_list_and_whole_scenarios(fieldkit: Commands) -> None:
    answers = {"foa_status": "prohibited"}
    one = fieldkit("--json", "advise", fieldkit.file("a.json", answers)).json
    several = fieldkit("--json", "advise", fieldkit.file("b.json", [answers, {}])).json
    scenario = {"id": "X", "title": "x", "assessment": answers}
    assert fieldkit("--json", "advise", fieldkit.file("c.json", [scenario])).json == [one]
    assert several[0] == one
    assert list(one) == [
        "outcome", "provisional", "unknown", "ranking", "precedence", "combine", "no_union_paths",
    ]  # fmt: skip
    assert list(one["ranking"][0]) == ["method", "points", "state", "label", "conditions", "flags", "rules"]


def test_advise_speaks_the_language_asked_for(fieldkit: Commands) -> None:
    answers = fieldkit.file("a.json", {"gm_status": "weak"})
    english = fieldkit("--json", "advise", answers).json
    dutch = fieldkit("--json", "--lang", "nl", "advise", answers).json
    [first_do] = [each["conditions"][0] for each in english["ranking"] if each["method"] == "M3"]
    assert first_do == "Repair trust, access and response time first"
    assert first_do not in json.dumps(dutch)
    assert "M2" in fieldkit("--lang", "nl", "advise", answers).out
    stop = fieldkit("advise", fieldkit.file("b.json", {"imminent_harm": "yes"})).out
    assert stop.startswith("Stop:")


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ({"foa_status": "maybe"}, "$.foa_status"),
        ([{}, {"colour": "unknown"}], "$[1]"),
        ([{"assessment": {"pct_women": 120}}], "$[0].assessment.pct_women"),
        ({"pct_women": "unknown"}, "$.pct_women"),
        ({"foa_status": None}, "$.foa_status"),
        (7, "$"),
        ({"assessment": 3}, "$.assessment"),
        ({"id": "x", "assessment": {}, "foa_status": "free"}, "$"),
        ({"purpose": "\ud800"}, "$.purpose"),
    ],
)
def test_an_unknown_answer_is_named_with_its_path(fieldkit: Commands, content: Any, path: str) -> None:
    said = fieldkit("--json", "advise", fieldkit.file("a.json", content))
    assert (said.code, said.json["error"]["path"]) == (4, path)


def test_decide_source_passes_nothing_over(fieldkit: Commands) -> None:
    both = {"input": {"incident_open": "no"}, "incident_open": "yes"}
    assert fieldkit("decide-source", fieldkit.file("a.json", both)).code == 4


def test_decide_source_reads_one_object_and_a_list(fieldkit: Commands) -> None:
    one = fieldkit("--json", "decide-source", fieldkit.file("a.json", {"incident_open": "yes"}))
    assert one.json == {"outcome": "D", "rule": "T1"}
    both = fieldkit("--json", "decide-source", fieldkit.file("b.json", [{}, {"incident_open": "no"}]))
    assert both.json == [{"outcome": "D", "rule": "T1"}, {"outcome": "D", "rule": "T2"}]


def test_screen_finds_what_it_is_told_and_what_the_workspace_knows(sample: Commands) -> None:
    text = sample.file("note.txt", "We met near Dhanpura with Kestrel Circle.")
    known = sample.file("known.json", ["Kestrel Circle"])
    alone = sample("--json", "screen", text, "--known", known).json
    assert [mark["text"] for mark in alone] == ["Kestrel Circle"]
    assert list(alone[0]) == ["start", "end", "kind", "detector", "severity", "text", "suggestion"]
    there = sample.here("screen", text, "--known", known).json
    assert {"Dhanpura", "Kestrel Circle"} <= {mark["text"] for mark in there}
    assert sample("screen", sample.file("plain.txt", "People ask for water.")).code == 0


def test_screen_of_supplier_text_adds_the_wording_rules(fieldkit: Commands) -> None:
    text = fieldkit.file("text.txt", "All workers are always paid late.")
    assert fieldkit("--json", "screen", text).json == []
    kinds = {mark["kind"] for mark in fieldkit("--json", "screen", text, "--supplier-text").json}
    assert "guess" in kinds


@pytest.mark.parametrize("content", [{"a": 1}, ["a", 1], "nothing"])
def test_a_list_of_known_strings_that_is_none_is_turned_away(fieldkit: Commands, content: Any) -> None:
    text = fieldkit.file("text.txt", "x")
    assert fieldkit("screen", text, "--known", fieldkit.file("known.json", json.dumps(content))).code == 4


def test_brief_plan_shows_per_insight_what_would_print(sample: Commands) -> None:
    plan = sample.here("brief", "plan", "D-01").json
    assert {item["insight"]: item["outcome"] for item in plan["items"]} == {
        "I1": "C", "I2": "C", "I3": "D", "I4": "C", "I5": "C",
    }  # fmt: skip
    assert plan["refused"] == plan["hints"] == []
    dust = next(item for item in plan["items"] if item["insight"] == "I1")
    assert dust["rule"] == "T6"
    assert "dust" in dust["text"]
    assert sample("--workspace", sample.workspace, "--lang", "nl", "brief", "plan", "D-01").out.startswith(
        "I1  C"
    )


def test_brief_export_writes_proves_and_remembers(sample: Commands) -> None:
    out = sample.folder / "brief.pdf"
    said = sample.here("brief", "export", "D-01", out)
    assert said.code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert sample.here("brief", "check", out).json == {"passed": True}
    [line] = sample.here("list", "briefs").json
    assert (line["code"], line["dialogue"]) == (said.json["code"], "D-01")
    assert [path.name for path in sample.folder.iterdir() if path.suffix == ".part"] == []


def test_the_same_brief_again_is_one_brief_left_twice(sample: Commands) -> None:
    first = sample.here("brief", "export", "D-01", sample.folder / "a.pdf").json
    again = sample.here("brief", "export", "D-01", sample.folder / "b.pdf").json
    assert first == again
    assert len(sample.here("list", "briefs").json) == 1
    assert (sample.folder / "a.pdf").read_bytes() == (sample.folder / "b.pdf").read_bytes()


def test_brief_export_in_a_language_nobody_wrote_is_refused(sample: Commands) -> None:
    changed = stone()
    del changed["brief_plans"][0]["own_share"][0]["nl"]
    sample.here("import", sample.file("in.json", changed), "--replace")
    out = sample.folder / "brief.pdf"
    refused = sample.here("brief", "export", "D-01", out, "--lang", "nl")
    assert (refused.code, refused.refused) == (3, {("5.1", "SUP-03")})
    assert not out.exists()
    assert sample.here("brief", "export", "D-01", out, "--lang", "en").code == 0


def test_brief_export_refuses_with_every_reason_at_once(sample: Commands) -> None:
    changed = stone()
    changed["insights"][0]["print_text"]["en"] = "Sahara Mitra asks for masks."
    del changed["insights"][1]["source_decision"]
    changed["insights"][4]["people_behind"] = 2
    changed["sessions"][0]["consents"][0]["uses"]["U6"] = {"answer": "withdrawn", "on": "2026-03-01"}
    changed["incidents"][0].update(severity=4, status="open")
    sample.here("import", sample.file("in.json", changed), "--replace")
    out = sample.folder / "brief.pdf"

    refused = sample.here("brief", "export", "D-01", out)

    assert refused.code == 3
    code = changed["incidents"][0]["code"]
    wanted = {("W-6", "I1"), ("SC-40", "I2"), ("G-2", "I5"), ("U6", "I1"), ("XR-1", code)}
    assert wanted <= refused.refused
    assert all(reason["why"].endswith(".") for reason in refused.json["refused"])
    assert not out.exists()
    assert sample.here("list", "briefs").json == []


def test_a_file_name_that_tells_is_refused(sample: Commands) -> None:
    out = sample.folder / "dhanpura-talk.pdf"
    assert ("RQ-115", "file_name") in sample.here("brief", "export", "D-01", out).refused
    assert not out.exists()


def test_the_month_of_issue_is_that_of_the_day_the_rules_see(sample: Commands) -> None:
    from pypdf import PdfReader

    for arguments, month in (((), "April 2026"), (("--today", "2026-06-02"), "June 2026")):
        out = sample.folder / "brief.pdf"
        assert sample("--workspace", sample.workspace, *arguments, "brief", "export", "D-01", out).code == 0
        assert month in PdfReader(out).pages[0].extract_text()


def test_brief_check_without_a_workspace_looks_at_the_file_alone(sample: Commands) -> None:
    out = sample.folder / "brief.pdf"
    sample.here("brief", "export", "D-01", out)
    assert sample("brief", "check", out).code == 0
    out.write_bytes(out.read_bytes() + b"\nmore\n")
    said = sample("--json", "brief", "check", out)
    assert (said.code, said.refused) == (3, {("5.2", "structure")})
    assert sample("brief", "check", sample.file("x.pdf", b"nothing")).code == 4


def test_nobodys_words_stand_in_any_message(sample: Commands) -> None:
    changed = stone()
    changed["insights"][0]["print_text"]["en"] = "Zubeida from Dhanpura always coughs."
    sample.here("import", sample.file("in.json", changed), "--replace")
    said = sample("--workspace", sample.workspace, "brief", "export", "D-01", sample.folder / "b.pdf")
    assert said.code == 3
    assert not {"zubeida", "dhanpura", "coughs"} & set(said.err.lower().replace(".", " ").split())


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
