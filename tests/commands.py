"""Runs a command as a person would, in this process, with keys that are quick to derive."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldkit.cli import main
from fieldkit.edge import PASSPHRASE, Asked
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refused(self) -> set[tuple[str, str]]:
        return {(reason["rule"], reason["object"]) for reason in self.json["refused"]}


class Commands:
    """The commands, on one workspace file."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.workspace = folder / "work.fieldkit"
        self._capture = capture
        patch.setenv(PASSPHRASE, "a quiet river at dusk")

    def __call__(self, *arguments: str | Path) -> Said:
        """Run a command as given."""
        asked = Asked(given=Setup(cost=WEAKEST, state_folder=self.folder / "state"))
        self._capture.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments], asked)
        out, err = self._capture.readouterr()
        return Said(int(stop.value.code or 0), out, err)

    def here(self, *arguments: str | Path) -> Said:
        """Run a command on the workspace, with an answer for machines."""
        return self("--workspace", self.workspace, "--json", *arguments)

    def file(self, name: str, content: object) -> Path:
        """Write a file to hand to a command; what is no text or bytes as JSON."""
        path = self.folder / name
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(content)
        return path
