"""Calendar files and tables by command."""

from __future__ import annotations

from fieldkit.exchange import sheets
from tests.commands import Commands


def test_calendar_writes_hours_and_says_nothing_of_the_dialogue(sample: Commands) -> None:
    out = sample.folder / "calendar.ics"
    said = sample.here("calendar", "D-01", out)
    content = out.read_text(encoding="utf-8")
    assert (said.code, said.err, said.json) == (0, "", {"bytes": len(out.read_bytes())})
    assert "SUMMARY:Meeting" in content
    assert "DTSTART:20260214T043000Z" in content
    assert "Kolkata" not in content
    for text in ("CC-2026-01", "Natural stone", "SUP-03", "LOCATION"):
        assert text not in content


def test_calendar_speaks_the_language_asked_for(sample: Commands) -> None:
    out = sample.folder / "calendar.ics"
    sample("--workspace", sample.workspace, "--lang", "nl", "calendar", "D-01", out)
    assert "SUMMARY:Afspraak" in out.read_text(encoding="utf-8")


def test_calendar_with_details_warns_that_others_can_read_them(sample: Commands) -> None:
    out = sample.folder / "calendar.ics"
    said = sample.here("calendar", "D-01", out, "--with-details")
    assert said.code == 0
    assert said.err.strip() == "The file holds titles and codes: whoever has the calendar can read them."
    assert "SUMMARY:Natural stone (CC-2026-01)" in out.read_text(encoding="utf-8")


def test_calendar_of_an_unknown_dialogue_is_wrong_use_and_writes_nothing(sample: Commands) -> None:
    out = sample.folder / "calendar.ics"
    assert sample.here("calendar", "D-99", out).code == 2
    assert not out.exists()


def test_calendar_never_writes_over_the_workspace(sample: Commands) -> None:
    before = sample.workspace.read_bytes()
    assert sample.here("calendar", "D-01", sample.workspace).code == 4
    assert sample.workspace.read_bytes() == before


def test_table_costs_writes_all_dialogues_or_one(sample: Commands) -> None:
    every, one = sample.folder / "all.xlsx", sample.folder / "one.xlsx"
    assert sample.here("table", "costs", every).code == 0
    said = sample.here("table", "costs", one, "--dialogue", "D-01")
    assert said.json == {"bytes": len(one.read_bytes())}
    dialogues = [{row[0] for row in sheets.read(out.read_bytes(), out.name)[0].rows} for out in (every, one)]
    assert dialogues == [{"D-01", "D-04"}, {"D-01"}]


def test_table_costs_of_an_unknown_dialogue_is_wrong_use(sample: Commands) -> None:
    assert sample.here("table", "costs", sample.folder / "costs.xlsx", "--dialogue", "D-99").code == 2
