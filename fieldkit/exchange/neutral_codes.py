"""Codes that give nothing away: no place, employer or initials (`02` 2.10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from fieldkit.exchange.table_words import folded

_LETTERS = re.compile(r"[^\W\d_]+")
_NEUTRAL = ("sup", "supplier", "lev", "site", "loc", "fac", "vendor")  # what a number may stand behind
_TELLING = 3  # letters


def free_codes(prefix: str, taken: Iterable[str], /) -> Iterator[str]:
    """Yield SUP-01, SUP-02 and so on, those that are taken passed over."""
    used = {code.casefold() for code in taken}
    codes = (f"{prefix}-{number:02}" for number in count(1))
    return (code for code in codes if code.casefold() not in used)


def tells(code: str, names: Iterable[str], /) -> bool:
    """Return whether a code holds the beginning of a word of these names, or the initials of one."""
    words = [folded(name).split() for name in names]
    initials = {"".join(word[0] for word in each) for each in words if len(each) > 1}
    for run in _LETTERS.findall(folded(code)):
        if run in _NEUTRAL:
            continue
        if run in initials:
            return True
        if len(run) >= _TELLING and any(word.startswith(run) for each in words for word in each):
            return True
    return False
