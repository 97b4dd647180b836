"""Names that stay out of what leaves for a calendar or a table: of suppliers, their sites, and partners."""

from __future__ import annotations

from fieldkit.airlock.known import Known, Register
from fieldkit.store import Store

_NAMED = ("supplier", "site", "partner")


def known_names(store: Store, /) -> Register:
    """Return the names and aliases of every supplier, site and partner, to be looked for in a text."""
    found = (each for each in store.agenda.names() if each.kind in _NAMED)
    texts = (text for each in found for text in (each.title, *each.aliases))
    return Register.compile(Known(text=text) for text in texts if text.strip())
