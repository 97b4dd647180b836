"""Advice, source decision and screening by command."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands import Commands


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
