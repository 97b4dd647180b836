"""The files one can choose at the gate."""

from __future__ import annotations

from pathlib import Path

FILES = "Fieldkit (*.fieldkit)"


def free_name(file: Path, /) -> Path:
    """Return a name that is free: the usual one, or one beside it."""
    number, name = 1, file
    while name.exists():
        number += 1
        name = file.with_stem(f"{file.stem}-{number}")
    return name
