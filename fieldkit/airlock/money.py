"""Sums of money, in digits and in words, with the currency before or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fieldkit.airlock.folding import Folded
from fieldkit.airlock.spoken import numbers
from fieldkit.airlock.word_lists import Expressions, expressions

_AMOUNT = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?:,-)?(?!\d|[.,]\d)"
)
_SIGNS = "₹₨€$£₺₵৳¥₫₦"


class Amount(NamedTuple):
    """A sum of money with its currency."""

    at: int  # first character in the folded text
    to: int
    value: float  # major units
    currency: str  # ISO 4217


def amounts(folded: Folded) -> Iterator[Amount]:
    """Yield every sum of money that stands with its currency, before or behind."""
    for found in _AMOUNT.finditer(folded.text):
        yield from _with_currency(folded.text, found.start(), found.end(), _major(found.group()))
    for number in numbers(folded):
        if number.last > number.first or not folded.words[number.first].isdigit():
            at, to = folded.tokens[number.first].at, folded.end(number.last)
            yield from _with_currency(folded.text, at, to, number.value)


def _with_currency(text: str, at: int, to: int, value: float) -> Iterator[Amount]:
    words = expressions()
    currency = _currency_before(text, at, words) or _currency_after(text, to, words)
    if currency is not None:
        start, end, code = currency
        yield Amount(min(start, at), max(end, to), value, code)


def _currency_before(text: str, at: int, words: Expressions) -> tuple[int, int, str] | None:
    found = re.search(
        rf"(?:(?<![^\W\d_])[^\W\d_]{{2,7}}|[a-z]{{0,2}}[{_SIGNS}])\.?\s{{0,2}}-?\Z",
        text[max(0, at - 12) : at],
    )
    if not found:
        return None
    word = found.group().strip(" .-\n\u00a0")
    code = words.currencies.get(word)
    if code is None or (word in words.currencies_also_words and word not in ("rs", "tl", "try")):
        return None
    return max(0, at - 12) + found.start(), at, code


def _currency_after(text: str, to: int, words: Expressions) -> tuple[int, int, str] | None:
    found = re.match(rf"[\s-]{{0,2}}([^\W\d_]+(?![^\W_])|[{_SIGNS}])", text[to : to + 14])
    code = words.currencies.get(found[1]) if found else None
    if found is None or code is None or (found[1] == "try"):
        return None
    return to, to + found.end(), code


def _major(written: str) -> float:
    plain = written.replace(",-", "").replace(" ", "").replace("'", "")
    whole, point, rest = plain.replace(",", ".").rpartition(".")
    if not point:
        return float(rest)
    thousands = whole.replace(".", "")
    return float(thousands + rest) if len(rest) == 3 else float(f"{thousands}.{rest}")
