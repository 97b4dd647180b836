"""A hostile or damaged file is turned away in one sentence, quickly, and without much memory."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.errors import FileProblem, InvalidValue
from fieldkit.exchange.json_guard import MOST_BYTES, MOST_LEVELS, MOST_VALUES, guard

LETTERS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | LETTERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_an_honest_document_passes_unchanged(tree: object) -> None:
    assert guard(json.dumps(tree).encode()) == tree


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_not_json"),
        (b'{"a": 1', "file_not_json"),
        (b"\xff\xfe\x00", "file_not_text"),
        (b"[NaN]", "file_not_json_number"),
        (b"[-Infinity]", "file_not_json_number"),
        (b"[" + b"9" * 5000 + b"]", "file_not_json_number"),
        (b"[" * 100_000, "file_too_deep"),
        (b'{"a":' * (MOST_LEVELS + 1) + b"1" + b"}" * (MOST_LEVELS + 1), "file_too_deep"),
        (b" " * (MOST_BYTES + 1), "file_too_big"),
        (b"[" + b"{}," * MOST_VALUES + b"{}]", "file_too_many_values"),
        (b"\x89PNG\r\n\x1a\n", "file_not_text"),
        (b'"' + b"\\" * 1_000_000, "file_not_json"),
    ],
    ids=[
        "empty",
        "cut",
        "utf16",
        "nan",
        "infinity",
        "digits",
        "brackets",
        "objects",
        "big",
        "many",
        "picture",
        "slashes",
    ],
)
def test_what_is_no_honest_json_is_turned_away(content: bytes, code: str) -> None:
    with pytest.raises(FileProblem) as problem:
        guard(content)
    assert problem.value.code == code


def test_brackets_in_a_text_are_no_depth() -> None:
    assert guard(json.dumps(["[" * 500 + '\\"']).encode()) == ["[" * 500 + '\\"']


def test_a_key_that_stands_twice_is_named_with_its_path() -> None:
    with pytest.raises(InvalidValue) as problem:
        guard(b'{"sessions": [{}, {"groups": {"code": 1, "code": 2}}]}')
    assert (problem.value.code, problem.value.data["path"], problem.value.data["key"]) == (
        "key_twice",
        "$.sessions[1].groups",
        "code",
    )


@pytest.mark.parametrize("content", [b'{"a": ["\\ud800"]}', b'{"a": [{"\\udfff": 1}]}'])
def test_half_a_letter_is_named_with_its_path(content: bytes) -> None:
    with pytest.raises(InvalidValue) as problem:
        guard(content)
    assert (problem.value.code, problem.value.data["path"]) == ("half_letter", "$.a[0]")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert guard(b"\xef\xbb\xbf[1]") == [1]
