"""Dialogue files: what is not as expected is said with its path, never with the value that stood there."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import msgspec
import pytest

from fieldkit.errors import FileProblem, InvalidValue
from fieldkit.exchange.dialogue_file import DialogueFile, read, schema, write
from fieldkit.exchange.references import check
from fieldkit.text import catalogue, explain

ID = "5f0c0f3e-8f5a-4c39-9d2f-3f6f5f0a1b2c"
SAMPLES = ("natural_stone.json", "horticulture.json")


def sample(name: str = "natural_stone.json") -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(files("resources").joinpath("sample", name).read_bytes())
    return tree


def refusal(tree: Any) -> InvalidValue:
    with pytest.raises(InvalidValue) as problem:
        check(read(json.dumps(tree).encode()), {})
    return problem.value


def said(error: InvalidValue) -> str:
    return explain("errors", error.code, error.data, catalogue("en"))


@pytest.mark.parametrize("name", SAMPLES)
def test_written_and_read_again_a_document_is_the_same(name: str) -> None:
    document = read(json.dumps(sample(name)).encode())
    assert read(write(document)) == document


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("$.sessions[0].groups[1].headcount_planned", -1, "at least 0"),
        ("$.sessions[0].groups[1].headcount_planned", "many", "whole number"),
        ("$.sessions[0].start", "ten", "like 10:00"),
        ("$.sessions[0].method", "M9", "M1, M2, M3, M4, M5"),
        ("$.suppliers[0].country", "India", "like IN"),
        ("$.insights[0].scale", 5, "at most 4"),
        ("$.sessions[0].date", "14 February", "like 2026-02-14"),
        ("$.suppliers[0].sites[0].tier", "4", "1, 2, 3plus, unknown"),
        ("$.assessment.answers.foa_status", "maybe", "free, restricted, prohibited, unknown"),
    ],
)
def test_a_wrong_value_is_named_with_its_path_and_what_was_expected(
    path: str, value: object, expected: str
) -> None:
    tree = sample()
    where: Any = tree
    *parents, last = [
        int(step) if step.isdigit() else step
        for step in path.removeprefix("$.").replace("[", ".").replace("]", "").split(".")
    ]
    for step in parents:
        where = where[step]
    where[last] = value

    error = refusal(tree)

    assert error.data["path"] == path
    assert expected in said(error)


def test_the_value_that_stood_there_is_never_repeated() -> None:
    tree = sample()
    tree["sessions"][0]["method"] = "Meera told us"
    error = refusal(tree)
    assert "Meera" not in f"{error} {dict(error.data)}"


@pytest.mark.parametrize("key", ["Zubeida from Dhanpura coughs", "Зубейда", "a" * 41, ""])
def test_a_key_that_could_be_somebodys_words_is_never_repeated(key: str) -> None:
    tree = sample()
    tree["sessions"][0][key] = 1
    assert refusal(tree).data["key"] == "…"
    with pytest.raises(InvalidValue) as problem:
        read(b'{"%s": {"a": 1, "a": 2}}' % key.encode())
    assert problem.value.data["path"] == "$.…"


def test_an_unknown_key_and_a_missing_one_are_named() -> None:
    tree = sample()
    tree["sessions"][0]["colour"] = "green"
    assert (refusal(tree).code, refusal(tree).data["key"]) == ("unknown_key", "colour")
    tree = sample()
    del tree["sessions"][0]["code"]
    assert (refusal(tree).code, refusal(tree).data["key"]) == ("missing_key", "code")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "something-else"}, "not_a_dialogue_file"),
        ({"version": 2}, "dialogue_file_newer"),
    ],
)
def test_a_foreign_or_newer_file_is_turned_away(change: dict[str, Any], code: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read(json.dumps(sample() | change).encode())
    assert problem.value.code == code


@pytest.mark.parametrize("version", [0, "1", None, True, 10**40])
def test_a_version_that_is_none_is_a_wrong_value(version: object) -> None:
    assert refusal(sample() | {"version": version}).data["path"] == "$.version"


@pytest.mark.parametrize("content", [b"[]", b"1", b"null", b'"fieldkit-dialogue"', b"{}"])
def test_json_of_another_kind_is_turned_away(content: bytes) -> None:
    with pytest.raises(FileProblem) as problem:
        read(content)
    assert problem.value.code == "not_a_dialogue_file"


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("$.dialogue.supplier_code", lambda tree: tree["dialogue"].update(supplier_code="SUP-99")),
        ("$.dialogue.site_code", lambda tree: tree["dialogue"].update(site_code="SITE-99")),
        ("$.dialogue.partner_codes[0]", lambda tree: tree["dialogue"]["partner_codes"].insert(0, "P-99")),
        ("$.agreements[0].partner_code", lambda tree: tree["agreements"][0].update(partner_code="P-99")),
        ("$.sessions[0].partner_code", lambda tree: tree["sessions"][0].update(partner_code="P-99")),
        (
            "$.sessions[0].hops[0].interpreter_code",
            lambda tree: tree["sessions"][0]["hops"][0].update(interpreter_code="Int-9"),
        ),
        (
            "$.sessions[0].consents[0].subject",
            lambda tree: tree["sessions"][0]["consents"][0].update(subject="G9"),
        ),
        ("$.insights[0].group_ids[0]", lambda tree: tree["insights"][0].update(group_ids=["CC-2026-01/G9"])),
        ("$.dialogue.company_code", lambda tree: tree["dialogue"].update(company_code="CO-99")),
        (
            "$.sessions[0].facilitators[0].organisation_code",
            lambda tree: tree["sessions"][0]["facilitators"][0].update(organisation_code="P-99"),
        ),
        (
            "$.dialogue.method_uses[0].partner_code",
            lambda tree: tree["dialogue"]["method_uses"][0].update(partner_code="P-99"),
        ),
        ("$.actions[0].insight_codes[0]", lambda tree: tree["actions"][0].update(insight_codes=["I99"])),
        ("$.incidents[0].session_code", lambda tree: tree["incidents"][0].update(session_code="CC-9")),
        ("$.insights[1].code", lambda tree: tree["insights"][1].update(code="I1")),
        ("$.sessions[1].code", lambda tree: tree["sessions"].append(tree["sessions"][0])),
        ("$.insights[1].id", lambda tree: [each.update(id=ID) for each in tree["insights"][:2]]),
        ("$.insights[0].dialogue_code", lambda tree: tree["insights"][0].update(dialogue_code="D-77")),
    ],
)
def test_a_code_that_leads_nowhere_or_stands_twice_is_named(path: str, change: Any) -> None:
    tree = sample()
    change(tree)
    assert refusal(tree).data["path"] == path


def test_a_supplier_the_workspace_knows_need_not_stand_in_the_file() -> None:
    tree = sample()
    supplier = tree["suppliers"].pop()
    check(read(json.dumps(tree).encode()), {"supplier": [supplier["code"]]})


def test_the_schema_comes_from_the_records() -> None:
    made = schema()
    assert set(made["$defs"]["DialogueFile"]["properties"]) == set(DialogueFile.__struct_encode_fields__)
    assert made["$defs"]["LanguageHop"]["properties"]["from"]
    assert made["$defs"]["Session"]["additionalProperties"] is False
    msgspec.json.encode(made)  # all of it can be written
