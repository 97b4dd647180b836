"""What could not be kept yet goes along with the site, group or provider it was typed for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from fieldkit.model.paths import Path, value_at
from fieldkit.model.supply import Supplier
from fieldkit.workspace.editing import Editing

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def follow(editing: Editing, before: Supplier, after: Supplier) -> None:
    """Move the drafts of a supplier to where their fields went when entries were added or taken out.

    Drafts are kept by the place of their field in a list. Those of an entry that is gone go with it.
    """
    drafts = {path_of(key): text for key, text in editing.drafts(before).items()}
    moved = {path: _moved(path, before, after) for path in drafts}
    away = [path for path in drafts if moved[path] != path]
    for path in away:
        editing.drop_draft(before, path)
    for path in away:
        if (there := moved[path]) is not None:
            editing.keep_draft(after, there, drafts[path])


def path_of(key: str, /) -> Path:
    """Return the path that is written as `sites[0].name`."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(key))


def _moved(path: Path, before: msgspec.Struct, after: msgspec.Struct) -> Path | None:
    made: Path = ()
    for at, step in enumerate(path):
        if isinstance(step, int):
            there = _place(value_at(before, path[:at]), value_at(after, made), step)
            if there is None:
                return None
            made = (*made, there)
        else:
            made = (*made, step)
    return made


def _place(before: Sequence[object], after: Sequence[object], at: int) -> int | None:
    """Return where an entry of a list stands now; None when it is gone."""
    if len(before) == len(after):
        return at
    same = SequenceMatcher(None, [*map(_known_by, before)], [*map(_known_by, after)], autojunk=False)
    for block in same.get_matching_blocks():
        if block.a <= at < block.a + block.size:
            return block.b + at - block.a
    return None


def _known_by(entry: object) -> object:
    return getattr(entry, "code", entry)
