"""The commands of the README do what it says."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.commands import Commands

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCK = README.split("## Commands")[1].split("```")[1]
LINES = [
    re.split(r"\s{2,}", line)[0]
    for line in BLOCK.strip().splitlines()
    if not re.match(r"(export F|alias) ?", line)
]


def test_the_readme_shows_commands() -> None:
    assert len(LINES) >= 8


def test_every_command_of_the_readme_works_in_the_order_shown(
    sample: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(__file__).parents[1]
    for line in LINES:
        said_first, _, command = line.rpartition(" | ")
        words = shlex.split(
            command.replace("build/", f"{sample.folder}/").replace("tests/", f"{root}/tests/")
        )
        if said_first:
            text = shlex.split(said_first)[1]
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        before = ["--workspace", str(sample.workspace)] if words[0] == "fk" else []
        said = sample(*before, *words[1:])
        assert (said.code, said.err if "plain text" not in said.err else "") == (0, ""), line
        assert said.out, line
