"""Full-text search over what insights say: the fact, the workers' suggestion, the wordings for print."""

from __future__ import annotations

from fieldkit.model.insight import Insight
from fieldkit.store.table import Table


def search(insights: Table[Insight], query: str, /) -> list[Insight]:
    """Return the insights that hold every word of the query; the last word may be only begun.

    Capitals and accents do not count. A query without a letter or digit finds nothing.
    """
    phrases = _phrases(query)
    if not phrases:
        return []
    return insights.where(
        "number IN (SELECT rowid FROM insight_search WHERE insight_search MATCH ?)", phrases
    )


def _phrases(query: str) -> str:
    """Quote every word, so that nothing a user types is read as an operator."""
    # What is not a character (half of a pair, a null) could not be handed to the driver.
    typed = query.encode("utf-8", "ignore").decode().replace("\0", " ")
    words = [word.replace('"', '""') for word in typed.split() if any(map(str.isalnum, word))]
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
