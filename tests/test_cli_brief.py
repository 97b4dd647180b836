"""The supplier's brief by command: planned, exported or refused, checked."""

from __future__ import annotations

from tests.commands import Commands
from tests.stone import stone


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
