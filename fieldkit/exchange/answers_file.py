"""Answers as files: about a site (`advise`), and about a source (`decide-source`)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.expected import invalid_value
from fieldkit.exchange.json_guard import guard
from fieldkit.model.answers import Answers
from fieldkit.model.insight import SourceAnswers

Given = TypeVar("Given", bound=msgspec.Struct)


def read_answers(content: bytes, /) -> Answers | list[Answers]:
    """Return the answers about a site, or a list of them.

    Each is an object of answers, or one that holds them under `assessment`. Raises `FileProblem` for what is
    no JSON, `InvalidValue` with its path for an unknown field or value.
    """
    return _read(content, Answers, "assessment")


def read_source_answers(content: bytes, /) -> SourceAnswers | list[SourceAnswers]:
    """Return the answers about a source, or a list of them; the objects may hold them under `input`."""
    return _read(content, SourceAnswers, "input")


def _read(content: bytes, kind: type[Given], holder: str) -> Given | list[Given]:
    tree = guard(content)
    if isinstance(tree, list):
        return [_one(each, kind, holder, f"$[{index}]") for index, each in enumerate(tree)]
    return _one(tree, kind, holder, "$")


def _one(tree: Any, kind: type[Given], holder: str, path: str) -> Given:
    if isinstance(tree, dict) and isinstance(tree.get(holder), dict):
        tree, path = tree[holder], f"{path}.{holder}"
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        found = invalid_value(error, kind)
        inside = str(found.data["path"]).removeprefix("$")
        raise InvalidValue(found.code, **{**found.data, "path": path + inside}) from None
