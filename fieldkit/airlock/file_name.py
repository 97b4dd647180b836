"""What the name of a file gives away (`05` section 5.2)."""

from __future__ import annotations

import re

from fieldkit.airlock.known import Register
from fieldkit.errors import Reason

_SEPARATORS = re.compile(r"[_\-.+~]+")


def name_gives_away(file_name: str, register: Register, /) -> tuple[Reason, ...]:
    """Return what a file's name gives away, read as typed and with its separators as spaces."""
    stem = file_name.rpartition(".")[0] or file_name
    marks = [mark for spelling in (stem, _SEPARATORS.sub(" ", stem)) for mark in register.find(spelling)]
    found = [
        Reason("RQ-115", "file_name", "known_in_pdf", kind=str(mark.kind), place="file_name")
        for mark in marks
    ]
    return tuple(dict.fromkeys(found))
