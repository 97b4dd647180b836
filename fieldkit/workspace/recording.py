"""Recording: what a text gives away, and finding insights again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.airlock.known import Register
from fieldkit.airlock.marks import Mark
from fieldkit.airlock.register import gather
from fieldkit.airlock.screen import screen
from fieldkit.errors import FileProblem
from fieldkit.exchange.expected import invalid_value
from fieldkit.exchange.json_guard import MOST_BYTES, guard
from fieldkit.model.insight import Insight
from fieldkit.store import Store


def read_text(content: bytes, /) -> str:
    """Return a text file's text. Raises `FileProblem` when it is too big or no text."""
    if len(content) > MOST_BYTES:
        raise FileProblem("file_too_big", most=MOST_BYTES // 1_000_000)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileProblem("file_not_text") from None


def read_known(content: bytes, /) -> list[str]:
    """Return the strings of a JSON list of strings. Raises `FileProblem` or `InvalidValue`."""
    try:
        return msgspec.convert(guard(content), list[str])
    except msgspec.ValidationError as error:
        raise invalid_value(error, msgspec.Struct) from None


def screen_text(text: str, known: Sequence[str], *, supplier_text: bool, language: str | None) -> list[Mark]:
    """Return the marks of a text without a workspace; `known` are strings to look for besides."""
    return screen(text, known=known, supplier_text=supplier_text, lang=language)


class Recording:
    """Texts checked against everything this workspace knows by name, and full-text search."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def screen(
        self, text: str, extra: Sequence[str], *, supplier_text: bool, language: str | None
    ) -> list[Mark]:
        """Return the marks of a text; `extra` are strings to look for besides what is known here."""
        named = gather(self._store.everything())
        register = Register.compile((*(each.known for each in named), *extra))
        return screen(text, known=register, supplier_text=supplier_text, lang=language)

    def search(self, query: str, /) -> list[Insight]:
        """Return the insights whose texts hold every word of a query, by their codes."""
        return self._store.search_insights(query)
