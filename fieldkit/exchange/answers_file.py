"""Answers as files: about a site (`advise`), and about a source (`decide-source`)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.expected import invalid_value
from fieldkit.exchange.json_guard import guard, plain_key
from fieldkit.model.answers import Answers
from fieldkit.model.insight import SourceAnswers

Given = TypeVar("Given", bound=msgspec.Struct)


def read_answers(content: bytes, /) -> Answers | list[Answers]:
    """Return the answers about a site, or a list of them.

    Each is an object of answers, or one that holds them under `assessment`. Raises `FileProblem` for what is
    no JSON, `InvalidValue` with its path for an unknown field or value.
    """
    return _read(content, Answers, "assessment", ("id", "title"))


def read_source_answers(content: bytes, /) -> SourceAnswers | list[SourceAnswers]:
    """Return the answers about a source, or a list of them; the objects may hold them under `input`."""
    return _read(content, SourceAnswers, "input", ("case", "expected", "rule"))


def _read(content: bytes, kind: type[Given], holder: str, beside: tuple[str, ...]) -> Given | list[Given]:
    tree = guard(content)
    if isinstance(tree, list):
        return [_one(_unwrapped(each, holder, beside, f"$[{at}]"), kind) for at, each in enumerate(tree)]
    return _one(_unwrapped(tree, holder, beside, "$"), kind)


def _unwrapped(tree: Any, holder: str, beside: tuple[str, ...], path: str) -> tuple[Any, str]:
    """Return the answers and their path, taken out of an object that holds them; nothing is passed over."""
    if not isinstance(tree, dict) or holder not in tree:
        return tree, path
    for key in tree:
        if key not in (holder, *beside):
            raise InvalidValue("unknown_key", path=path, key=plain_key(key))
    return tree[holder], f"{path}.{holder}"


def _one(found: tuple[Any, str], kind: type[Given]) -> Given:
    tree, path = found
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        wrong = invalid_value(error, kind)
        raise wrong.about(path + str(wrong.data["path"]).removeprefix("$")) from None
